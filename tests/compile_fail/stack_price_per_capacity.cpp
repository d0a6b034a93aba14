// misuse: the price of a whole memory stack where a price per capacity is needed
// must-contain-gcc: conversion from .* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/silicon/hbm.hpp>

using namespace tallywatt;

#ifdef TALLYWATT_MISUSE
hbm_stack wrong{.capacity = 36.0 * GB, .price = 370.0 * USD};
#else
hbm_stack right{.capacity = 36.0 * GB, .price = 10.3 * USD / GB};
#endif
