// misuse: a ratio of energies where an energy is needed
// must-contain-gcc: conversion from .*double.* requested|could not convert .*double|cannot convert .*double
// must-contain-clang: no viable conversion from .*double
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
energy<> wrong = 5_kWh / 2_kWh;
#else
energy<> right = 5_kWh / 2;
#endif
