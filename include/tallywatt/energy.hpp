#pragma once
// Everything of the energy room: power sources, grid, generation, levelised cost, availability.

#include <tallywatt/energy/availability.hpp>
#include <tallywatt/energy/generation.hpp>
#include <tallywatt/energy/grid.hpp>
#include <tallywatt/energy/levelised.hpp>
#include <tallywatt/energy/power_source.hpp>
#include <tallywatt/energy/supply.hpp>
