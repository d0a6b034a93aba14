// misuse: a price per area of wafer where a price per wafer is needed
// must-contain-gcc: conversion from .*dim::per.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/silicon/die.hpp>

using namespace tallywatt;

#ifdef TALLYWATT_MISUSE
process_node wrong{.wafer_price = 0.25 * USD / square_millimetre};
#else
process_node right{.wafer_price = 16'988.0 * USD};
#endif
