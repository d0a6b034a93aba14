#pragma once
// Everything of the facility room: climate, cooling, electrical chain, facility, performance, metrics.

#include <tallywatt/facility/air_cooling.hpp>
#include <tallywatt/facility/capacity_charge.hpp>
#include <tallywatt/facility/capital.hpp>
#include <tallywatt/facility/chiller.hpp>
#include <tallywatt/facility/climate.hpp>
#include <tallywatt/facility/cooling.hpp>
#include <tallywatt/facility/direct_to_chip.hpp>
#include <tallywatt/facility/electrical.hpp>
#include <tallywatt/facility/facility.hpp>
#include <tallywatt/facility/heat_rejection.hpp>
#include <tallywatt/facility/metrics.hpp>
#include <tallywatt/facility/performance.hpp>
