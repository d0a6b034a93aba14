// misuse: IT energy where facility energy is needed
// must-contain-gcc: conversion from .*.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
at_facility<energy<>> wrong = at_it<energy<>>{5_MWh};
#else
at_facility<energy<>> right = at_it<energy<>>{5_MWh} * pue{1.2};
#endif
