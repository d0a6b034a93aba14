// misuse: a range where a point is needed
// must-contain-gcc: conversion from .*.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/number/interval.hpp>
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
power<> wrong = power<interval>{};
#else
power<interval> right = power<>{};
#endif
