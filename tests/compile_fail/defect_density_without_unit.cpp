// misuse: a defect density as a plain number (per square centimetre, or per square metre?)
// must-contain-gcc: conversion from .*double.* requested|could not convert .*double|cannot convert .*double
// must-contain-clang: no viable conversion from .*double
#include <tallywatt/silicon/die.hpp>

using namespace tallywatt;

#ifdef TALLYWATT_MISUSE
process_node wrong{.defect_density = 0.1};
#else
process_node right{.defect_density = 0.1 / square_centimetre};
#endif
