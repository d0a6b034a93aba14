#pragma once
#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/chip/export_limit.hpp>
#include <tallywatt/chip/kernel.hpp>
#include <tallywatt/chip/power.hpp>
#include <tallywatt/chip/precision.hpp>
#include <tallywatt/chip/stack.hpp>
