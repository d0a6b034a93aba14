#pragma once
#include <tallywatt/tco/deployment.hpp>
#include <tallywatt/tco/evaluate.hpp>
#include <tallywatt/tco/ledger.hpp>
#include <tallywatt/tco/limit.hpp>
#include <tallywatt/tco/report.hpp>
