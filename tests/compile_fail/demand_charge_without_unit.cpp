// misuse: a price per kW used without its unit, as if per W
// must-contain-gcc: conversion from .*.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
money_per_power<> wrong = 15.0 * USD;
#else
money_per_power<> right = 15.0 * USD / kilowatt;
#endif
