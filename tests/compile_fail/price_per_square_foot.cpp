// misuse: a price per square foot used as a plain number
// must-contain-gcc: conversion from .*double.* requested|could not convert .*double|cannot convert .*double
// must-contain-clang: no viable conversion from .*double
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
money_per_area<> wrong = 12.0;
#else
money_per_area<> right = 12.0 * USD / square_foot;
#endif
