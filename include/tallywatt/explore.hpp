#pragma once
#include <tallywatt/explore/break_even.hpp>
#include <tallywatt/explore/field_at.hpp>
#include <tallywatt/explore/metric.hpp>
#include <tallywatt/explore/sensitivity.hpp>
#include <tallywatt/explore/sweep.hpp>
