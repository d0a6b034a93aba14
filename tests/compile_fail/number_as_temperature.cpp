// misuse: a plain number where a temperature is needed, Celsius or kelvin
// must-contain-gcc: conversion from .*double.* requested|could not convert .*double|cannot convert .*double
// must-contain-clang: no viable conversion from .*double
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
temperature<> wrong = 25.0;
#else
temperature<> right = celsius(25.0);
#endif
