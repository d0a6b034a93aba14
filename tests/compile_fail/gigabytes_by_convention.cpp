// misuse: a number of bytes that is GB or GiB by convention
// must-contain-gcc: conversion from .*double.* requested|could not convert .*double|cannot convert .*double
// must-contain-clang: no viable conversion from .*double
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
data_size<> wrong = 80.0;
#else
data_size<> right = 80_GiB;
#endif
