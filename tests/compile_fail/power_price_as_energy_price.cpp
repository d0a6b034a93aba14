// misuse: a battery's price per kW taken for its price per kWh
// must-contain-gcc: conversion from .*.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
money_per_energy<> wrong = 300_USD_per_kW;
#else
money_per_energy<> right = 300_USD_per_kWh;
#endif
