// misuse: carbon of a die where carbon per wafer area is needed
// must-contain-gcc: conversion from .* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/silicon/die.hpp>

using namespace tallywatt;

#ifdef TALLYWATT_MISUSE
process_node wrong{.material = 500.0 * gCO2e};
#else
process_node right{.material = 500.0 * gCO2e / square_centimetre};
#endif
