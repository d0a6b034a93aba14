// misuse: a bit rate used as a byte rate
// must-contain-gcc: conversion from .*.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
byte_rate<> wrong = 400e9 / second;
#else
byte_rate<> right = 400_Gbps;
#endif
