#pragma once
// Dimensions: Boost.Units' physical dimensions and those of tokens, money and computing.
//
// House base units: metre, kilogram, second, kelvin, US dollar, byte, operation (one floating-point operation), token,
// kilogram of CO2-equivalent, accelerator. CO2e is not a mass and a byte is not a number: neither can be mixed up.

#include <boost/mpl/divides.hpp>
#include <boost/mpl/times.hpp>
#include <boost/units/base_dimension.hpp>
#include <boost/units/dimension.hpp>
#include <boost/units/dimensionless_type.hpp>
#include <boost/units/physical_dimensions/length.hpp>
#include <boost/units/physical_dimensions/mass.hpp>
#include <boost/units/physical_dimensions/temperature.hpp>
#include <boost/units/physical_dimensions/time.hpp>
#include <boost/units/static_rational.hpp>

namespace tallywatt {

struct money_base_dimension : boost::units::base_dimension<money_base_dimension, 7101> {};
struct byte_base_dimension : boost::units::base_dimension<byte_base_dimension, 7102> {};
struct operation_base_dimension : boost::units::base_dimension<operation_base_dimension, 7103> {};
struct token_base_dimension : boost::units::base_dimension<token_base_dimension, 7104> {};
struct co2e_base_dimension : boost::units::base_dimension<co2e_base_dimension, 7105> {};
struct accelerator_base_dimension : boost::units::base_dimension<accelerator_base_dimension, 7106> {};

namespace dim {

template <class A, class B>
using times = typename boost::mpl::times<A, B>::type;
template <class A, class B>
using per = typename boost::mpl::divides<A, B>::type;
template <class A, int N>
using power_of = typename boost::units::static_power<A, boost::units::static_rational<N>>::type;
template <class A>
using root_of = typename boost::units::static_root<A, boost::units::static_rational<2>>::type;

using none = boost::units::dimensionless_type;
using length = boost::units::length_dimension;
using mass = boost::units::mass_dimension;
using time = boost::units::time_dimension;
using temperature = boost::units::temperature_dimension;
using money = money_base_dimension::dimension_type;
using data = byte_base_dimension::dimension_type;
using operation = operation_base_dimension::dimension_type;
using token = token_base_dimension::dimension_type;
using co2e = co2e_base_dimension::dimension_type;
using accelerator = accelerator_base_dimension::dimension_type;

using area = power_of<length, 2>;
using volume = power_of<length, 3>;
using rate = per<none, time>;
using energy = times<mass, per<area, power_of<time, 2>>>;
using power = per<energy, time>;

}  // namespace dim
}  // namespace tallywatt
