// misuse: a power multiplied by a time twice
// must-contain-gcc: conversion from .*.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
energy<> wrong = 5_kW * 1_months * 1_months;
#else
energy<> right = 5_kW * 1_months;
#endif
