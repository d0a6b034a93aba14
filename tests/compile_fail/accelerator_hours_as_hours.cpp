// misuse: accelerator-hours where a duration is needed
// must-contain-gcc: conversion from .*.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
duration<> wrong = 8_accelerators * 1_h;
#else
duration<> right = 8_accelerators * 1_h / 8_accelerators;
#endif
