#pragma once
// All power sources and storages of the catalog.
//
//   supply const s = catalog::geothermal;

#include <tallywatt/catalog/generation.hpp>
#include <tallywatt/catalog/sources/contracts.hpp>
#include <tallywatt/catalog/sources/gas.hpp>
#include <tallywatt/catalog/sources/nuclear.hpp>
#include <tallywatt/catalog/sources/renewables.hpp>
#include <tallywatt/catalog/sources/storage.hpp>
