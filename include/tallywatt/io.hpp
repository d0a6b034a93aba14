#pragma once
#include <tallywatt/io/format.hpp>
#include <tallywatt/io/report.hpp>
