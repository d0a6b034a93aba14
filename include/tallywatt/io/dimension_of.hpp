#pragma once
// Dimensions at run time: the exponents of the house base units, for text that names units. Exponents are doubled, so that
// a square root of bytes is whole too.
//
//   exponents_of<dim::power> == dimension_exponents{metre 2, kilogram 1, second -3}

#include <tallywatt/units/dimension.hpp>

#include <array>
#include <cstddef>

namespace tallywatt {

/// In this order: metre, kilogram, second, kelvin, US dollar, byte, operation, token, kilogram of CO2e, accelerator.
struct dimension_exponents {
    static constexpr std::size_t count = 10;
    std::array<signed char, count> twice{};

    friend constexpr bool operator==(dimension_exponents const&, dimension_exponents const&) = default;
    friend constexpr dimension_exponents operator+(dimension_exponents a, dimension_exponents const& b) {
        for (std::size_t i = 0; i < count; ++i)
            a.twice[i] = static_cast<signed char>(a.twice[i] + b.twice[i]);
        return a;
    }
    friend constexpr dimension_exponents operator-(dimension_exponents a, dimension_exponents const& b) {
        for (std::size_t i = 0; i < count; ++i)
            a.twice[i] = static_cast<signed char>(a.twice[i] - b.twice[i]);
        return a;
    }
    [[nodiscard]] constexpr bool none() const { return *this == dimension_exponents{}; }
};

namespace detail {

template <class Base>
inline constexpr std::size_t base_index = dimension_exponents::count;
template <>
inline constexpr std::size_t base_index<boost::units::length_base_dimension> = 0;
template <>
inline constexpr std::size_t base_index<boost::units::mass_base_dimension> = 1;
template <>
inline constexpr std::size_t base_index<boost::units::time_base_dimension> = 2;
template <>
inline constexpr std::size_t base_index<boost::units::temperature_base_dimension> = 3;
template <>
inline constexpr std::size_t base_index<money_base_dimension> = 4;
template <>
inline constexpr std::size_t base_index<byte_base_dimension> = 5;
template <>
inline constexpr std::size_t base_index<operation_base_dimension> = 6;
template <>
inline constexpr std::size_t base_index<token_base_dimension> = 7;
template <>
inline constexpr std::size_t base_index<co2e_base_dimension> = 8;
template <>
inline constexpr std::size_t base_index<accelerator_base_dimension> = 9;

template <class List>
struct exponents {
    static constexpr dimension_exponents of() { return {}; }
};
template <class Base, class Power, class Next>
struct exponents<boost::units::list<boost::units::dim<Base, Power>, Next>> {
    static constexpr dimension_exponents of() {
        static_assert(base_index<Base> < dimension_exponents::count, "a base dimension that is none of the house's");
        static_assert(2 * Power::Numerator % Power::Denominator == 0, "only halves of exponents");
        dimension_exponents e = exponents<Next>::of();
        e.twice[base_index<Base>] = static_cast<signed char>(2 * Power::Numerator / Power::Denominator);
        return e;
    }
};

} // namespace detail

/// The exponents of a dimension.
template <class D>
inline constexpr dimension_exponents exponents_of = detail::exponents<D>::of();

} // namespace tallywatt
