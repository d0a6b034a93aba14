// misuse: a growth rate where a discount rate is needed
// must-contain-gcc: conversion from .*.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
discount_rate wrong = growth_rate{0.03};
#else
discount_rate right{0.03};
#endif
