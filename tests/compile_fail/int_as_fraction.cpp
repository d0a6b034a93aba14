// misuse: a whole number where a fraction is needed
// must-contain-gcc: conversion from .*int.* requested|could not convert .*int|cannot convert .*int
// must-contain-clang: no viable conversion from .*int
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
fraction wrong = 1;
#else
fraction right = fraction{1.0};
#endif
