#pragma once
// Grids by region: price, demand charge, carbon by three accounts, water, availability and the wait for a connection.
//
//   supply const s = catalog::pjm_virginia;

#include <tallywatt/catalog/grids/americas.hpp>
#include <tallywatt/catalog/grids/asia_pacific.hpp>
#include <tallywatt/catalog/grids/china.hpp>
#include <tallywatt/catalog/grids/europe.hpp>
