#pragma once
// Number formats of weights, activations and caches, narrowest first. What is stored and what is multiplied may differ:
// basic_accelerator::engine says which of a chip's matrix units takes a format, basic_accelerator::widens where none does.

#include <tallywatt/units/constants.hpp>

namespace tallywatt {

enum class precision : unsigned char { int4, mxfp4, fp4, fp6, fp8, int8, fp16, bf16, fp32 };

/// Storage per element with the scales that the format prescribes, where they weigh:
///
///   int4   a 16-bit scale per 128 elements (GPTQ, AWQ)                   0.5 + 2/128 bytes
///   mxfp4  an 8-bit scale per 32 elements (OCP Microscaling v1.0)        0.5 + 1/32
///   fp4    NVFP4, an 8-bit scale per 16 elements                         0.5 + 1/16
///   fp6    MXFP6, an 8-bit scale per 32 elements                         0.75 + 1/32
///   fp8    4 bytes per block of 128 x 128 (0.02 %), int8 per channel: left out
constexpr data_size<> size_of(precision p) {
    switch (p) {
        case precision::int4: return 0.515625 * byte;
        case precision::mxfp4: return 0.53125 * byte;
        case precision::fp4: return 0.5625 * byte;
        case precision::fp6: return 0.78125 * byte;
        case precision::fp8:
        case precision::int8: return 1.0 * byte;
        case precision::fp16:
        case precision::bf16: return 2.0 * byte;
        default: return 4.0 * byte;
    }
}

constexpr char const* name_of(precision p) {
    switch (p) {
        case precision::int4: return "int4";
        case precision::mxfp4: return "mxfp4";
        case precision::fp4: return "fp4";
        case precision::fp6: return "fp6";
        case precision::fp8: return "fp8";
        case precision::int8: return "int8";
        case precision::fp16: return "fp16";
        case precision::bf16: return "bf16";
        default: return "fp32";
    }
}

}  // namespace tallywatt
