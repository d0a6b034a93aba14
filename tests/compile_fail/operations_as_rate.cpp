// misuse: a count of operations where a rate is needed
// must-contain-gcc: conversion from .*.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
flop_rate<> wrong = 989.4_TFLOP;
#else
flop_rate<> right = 989.4_TFLOPs;
#endif
