// misuse: a plain number where a power is needed
// must-contain-gcc: conversion from .*double.* requested|could not convert .*double|cannot convert .*double
// must-contain-clang: no viable conversion from .*double
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
power<> wrong = 700.0;
#else
power<> right = 700.0 * watt;
#endif
