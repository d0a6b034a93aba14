#pragma once
// The house base units as a Boost.Units system, for programs that hold money, tokens, operations, bytes, CO2e or
// accelerators as boost::units::quantity too. Boost's make_system takes ten base units at most, and these are the ten:
// metre, kilogram, second, kelvin, US dollar, byte, operation, token, kilogram of CO2-equivalent, accelerator.
//
// Quantities convert implicitly to and from the SI system only; the house system is asked for by name:
//
//   house::quantity<dim::money> b = to_house_unit(12.0 * USD);   money<> m = from_house_unit(b);

#include <tallywatt/units/quantity.hpp>

#include <boost/units/base_unit.hpp>
#include <boost/units/make_system.hpp>

#include <string>

namespace tallywatt {
namespace house {

struct dollar : boost::units::base_unit<dollar, money_base_dimension::dimension_type, 7101> {
    static std::string name() { return "US dollar"; }
    static std::string symbol() { return "USD"; }
};
struct byte : boost::units::base_unit<byte, byte_base_dimension::dimension_type, 7102> {
    static std::string name() { return "byte"; }
    static std::string symbol() { return "B"; }
};
struct operation : boost::units::base_unit<operation, operation_base_dimension::dimension_type, 7103> {
    static std::string name() { return "floating-point operation"; }
    static std::string symbol() { return "FLOP"; }
};
struct token : boost::units::base_unit<token, token_base_dimension::dimension_type, 7104> {
    static std::string name() { return "token"; }
    static std::string symbol() { return "token"; }
};
struct kilogram_co2e : boost::units::base_unit<kilogram_co2e, co2e_base_dimension::dimension_type, 7105> {
    static std::string name() { return "kilogram of CO2-equivalent"; }
    static std::string symbol() { return "kgCO2e"; }
};
struct accelerator : boost::units::base_unit<accelerator, accelerator_base_dimension::dimension_type, 7106> {
    static std::string name() { return "accelerator"; }
    static std::string symbol() { return "accelerator"; }
};

using system = boost::units::make_system<boost::units::si::meter_base_unit, boost::units::si::kilogram_base_unit,
                                         boost::units::si::second_base_unit, boost::units::si::kelvin_base_unit, dollar, byte,
                                         operation, token, kilogram_co2e, accelerator>::type;

/// The house unit of dimension D.
template <class D>
using unit = boost::units::unit<D, system>;
/// A Boost.Units quantity of dimension D in the house system.
template <class D, class T = double>
using quantity = boost::units::quantity<unit<D>, T>;

}  // namespace house

/// The same quantity as a Boost.Units quantity in the house system.
template <class D, class T>
constexpr house::quantity<D, T> to_house_unit(quantity<D, T> const& q) {
    return house::quantity<D, T>::from_value(q.base_value);
}
/// The same quantity as ours.
template <class D, class T>
constexpr quantity<D, T> from_house_unit(boost::units::quantity<boost::units::unit<D, house::system>, T> const& q) {
    return quantity<D, T>::from_base(q.value());
}

}  // namespace tallywatt
