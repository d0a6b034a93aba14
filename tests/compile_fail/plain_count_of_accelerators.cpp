// misuse: a plain number where a count of accelerators is needed
// must-contain-gcc: conversion from .*.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
power<> wrong = per_accelerator<power<>>{700_W} * 8;
#else
power<> right = per_accelerator<power<>>{700_W} * 8_accelerators;
#endif
