#pragma once
// Everything but the catalog and input/output.
#include <tallywatt/chip.hpp>
#include <tallywatt/cluster.hpp>
#include <tallywatt/energy.hpp>
#include <tallywatt/explore.hpp>
#include <tallywatt/facility.hpp>
#include <tallywatt/finance.hpp>
#include <tallywatt/number.hpp>
#include <tallywatt/silicon.hpp>
#include <tallywatt/tco.hpp>
#include <tallywatt/tco/any_deployment.hpp>
#include <tallywatt/tco/compare.hpp>
#include <tallywatt/units.hpp>
#include <tallywatt/version.hpp>
#include <tallywatt/workload.hpp>
