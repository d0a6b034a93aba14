// misuse: a wafer price as a plain number
// must-contain-gcc: conversion from .*double.* requested|could not convert .*double|cannot convert .*double
// must-contain-clang: no viable conversion from .*double
#include <tallywatt/silicon/die.hpp>

using namespace tallywatt;

#ifdef TALLYWATT_MISUSE
process_node wrong{.wafer_price = 16'988.0};
#else
process_node right{.wafer_price = 16'988.0 * USD};
#endif
