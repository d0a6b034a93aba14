#pragma once
// Everything of the energy room: power sources, grids and tariffs, generation, storage, mixes, microgrids and their dispatch,
// levelised cost, availability, matching, time to power, shifting. Sizing (energy/sizing.hpp, energy/size_microgrid.hpp) and
// synthetic profiles (energy/profile.hpp) are included by name.

#include <tallywatt/energy/contract.hpp>
#include <tallywatt/energy/dispatch.hpp>
#include <tallywatt/energy/fuel_supply.hpp>
#include <tallywatt/energy/generation.hpp>
#include <tallywatt/energy/grid.hpp>
#include <tallywatt/energy/interruptible.hpp>
#include <tallywatt/energy/large_load.hpp>
#include <tallywatt/energy/levelised.hpp>
#include <tallywatt/energy/matching.hpp>
#include <tallywatt/energy/microgrid.hpp>
#include <tallywatt/energy/mix.hpp>
#include <tallywatt/energy/power_source.hpp>
#include <tallywatt/energy/shifting.hpp>
#include <tallywatt/energy/storage.hpp>
#include <tallywatt/energy/supply.hpp>
#include <tallywatt/energy/tariff.hpp>
#include <tallywatt/energy/time_to_power.hpp>
#include <tallywatt/energy/variable_generation.hpp>
