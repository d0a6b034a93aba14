// misuse: the area of a die as its outline, which has two sides
// must-contain-gcc: conversion from .*area.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no (viable|matching) .*
#include <tallywatt/silicon/die.hpp>

using namespace tallywatt;

#ifdef TALLYWATT_MISUSE
die wrong{.size = 814.0 * square_millimetre};
#else
die right{.size = {26.0 * millimetre, 31.3 * millimetre}};
#endif
