// misuse: a rate in TFLOP/s as a plain number, scaled by 1024
// must-contain-gcc: conversion from .*double.* requested|could not convert .*double|cannot convert .*double
// must-contain-clang: no viable conversion from .*double
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
flop_rate<> wrong = 989.4 * 1024.0;
#else
flop_rate<> right = 989.4_TFLOPs;
#endif
