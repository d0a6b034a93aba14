// misuse: energy at the busbar taken for energy at the meter
// must-contain-gcc: conversion from .*.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
at_grid<energy<>> wrong = at_facility<energy<>>{5_MWh};
#else
at_grid<energy<>> right{5_MWh};
#endif
