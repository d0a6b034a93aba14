// misuse: a temperature where a difference is needed
// must-contain-gcc: conversion from .*.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
temperature_difference<> wrong = 10_degC;
#else
temperature_difference<> right = 35_degC - 25_degC;
#endif
