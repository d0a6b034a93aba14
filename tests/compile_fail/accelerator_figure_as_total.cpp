// misuse: a figure per accelerator used as a total
// must-contain-gcc: conversion from .*.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
power<> wrong = per_accelerator<power<>>{700_W};
#else
power<> right = per_accelerator<power<>>{700_W} * 8_accelerators;
#endif
