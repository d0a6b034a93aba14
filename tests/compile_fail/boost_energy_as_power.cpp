// misuse: a Boost.Units energy where a power is needed
// must-contain-gcc: conversion from .*.* requested|could not convert .*|cannot convert .*
// must-contain-clang: no viable conversion from .*
#include <tallywatt/units.hpp>

#include <boost/units/systems/si.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
power<> wrong = 5.0 * boost::units::si::joules;
#else
power<> right = 5.0 * boost::units::si::watts;
#endif
