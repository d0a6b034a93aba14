#pragma once
// Number formats of weights, activations and caches, narrowest first.

#include <tallywatt/units/constants.hpp>

namespace tallywatt {

enum class precision : unsigned char { fp4, fp8, bf16, fp32 };

/// Storage per element; block scales are counted where a format has them: 1 byte per 16 elements for fp4 (NVFP4),
/// 4 bytes per 128 x 128 block of fp8 weights (negligible, 0.02 %, left out).
constexpr data_size<> size_of(precision p) {
    switch (p) {
        case precision::fp4: return 0.5625 * byte;
        case precision::fp8: return 1.0 * byte;
        case precision::bf16: return 2.0 * byte;
        default: return 4.0 * byte;
    }
}

constexpr char const* name_of(precision p) {
    switch (p) {
        case precision::fp4: return "fp4";
        case precision::fp8: return "fp8";
        case precision::bf16: return "bf16";
        default: return "fp32";
    }
}

}  // namespace tallywatt
