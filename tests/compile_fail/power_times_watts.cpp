// misuse: a power multiplied by watts once more
// must-contain-gcc: conversion from .*.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
power<> wrong = 5_kW * watt;
#else
power<> right = 5.0 * kilowatt;
#endif
