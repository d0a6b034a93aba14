#pragma once
// simd: a pack of doubles (std::experimental::simd) for sweeps: one evaluation per lane. Not for constant expressions.

#include <tallywatt/number/math.hpp>

#include <experimental/simd>

namespace tallywatt {

using simd = std::experimental::native_simd<double>;

template <class T, class Abi>
inline constexpr bool enable_number<std::experimental::simd<T, Abi>> = true;

template <class T, class Abi>
struct selection<std::experimental::simd_mask<T, Abi>> {
    using pack = std::experimental::simd<T, Abi>;
    static pack select(std::experimental::simd_mask<T, Abi> const& mask, pack const& yes, pack no) {
#if defined(__clang__) && defined(__AVX512F__)
        // libstdc++ 12 built by clang for AVX-512 drops the masked assignment: lane by lane instead
        return pack([&](auto lane) { return mask[lane] ? yes[lane] : no[lane]; });
#else
        where(mask, no) = yes;
        return no;
#endif
    }
};

template <class T, class Abi>
struct extent<std::experimental::simd<T, Abi>> {
    static double lowest(std::experimental::simd<T, Abi> const& x) { return static_cast<double>(hmin(x)); }
    static double highest(std::experimental::simd<T, Abi> const& x) { return static_cast<double>(hmax(x)); }
};

}  // namespace tallywatt
