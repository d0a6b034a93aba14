#pragma once
// Named quantities by domain, each a template on the number type: power<>, power<interval>, ...

#include <tallywatt/units/quantity.hpp>

namespace tallywatt {

// clang-format off
// geometry, time, heat
template <class T = double> using length = quantity<dim::length, T>;
template <class T = double> using area = quantity<dim::area, T>;
template <class T = double> using volume = quantity<dim::volume, T>;
template <class T = double> using mass = quantity<dim::mass, T>;
template <class T = double> using duration = quantity<dim::time, T>;
template <class T = double> using rate = quantity<dim::rate, T>;                       ///< events per time
template <class T = double> using temperature_difference = quantity<dim::temperature, T>;
template <class T = double> using rate_per_kelvin = quantity<dim::per<dim::none, dim::temperature>, T>;
template <class T = double> using area_density = quantity<dim::per<dim::none, dim::area>, T>;  ///< defects per area
template <class T = double> using thermal_resistance = quantity<dim::per<dim::temperature, dim::power>, T>;
template <class T = double> using heat_flux = quantity<dim::per<dim::power, dim::area>, T>;

// energy
template <class T = double> using energy = quantity<dim::energy, T>;
template <class T = double> using power = quantity<dim::power, T>;
template <class T = double> using energy_per_mass = quantity<dim::per<dim::energy, dim::mass>, T>;
template <class T = double> using area_per_power = quantity<dim::per<dim::area, dim::power>, T>;
template <class T = double> using energy_per_area = quantity<dim::per<dim::energy, dim::area>, T>;
template <class T = double> using volume_per_energy = quantity<dim::per<dim::volume, dim::energy>, T>;
template <class T = double> using volume_rate = quantity<dim::per<dim::volume, dim::time>, T>;
template <class T = double> using density = quantity<dim::per<dim::mass, dim::volume>, T>;

// computing
template <class T = double> using data_size = quantity<dim::data, T>;
template <class T = double> using byte_rate = quantity<dim::per<dim::data, dim::time>, T>;
template <class T = double> using operation_count = quantity<dim::operation, T>;
template <class T = double> using flop_rate = quantity<dim::per<dim::operation, dim::time>, T>;
template <class T = double> using token_count = quantity<dim::token, T>;
template <class T = double> using token_rate = quantity<dim::per<dim::token, dim::time>, T>;
template <class T = double> using accelerator_count = quantity<dim::accelerator, T>;
template <class T = double> using accelerator_rate = quantity<dim::per<dim::accelerator, dim::time>, T>;
template <class T = double> using accelerator_time = quantity<dim::times<dim::accelerator, dim::time>, T>;
template <class T = double> using duration_per_operation = quantity<dim::per<dim::time, dim::operation>, T>;
template <class T = double> using duration_per_data = quantity<dim::per<dim::time, dim::data>, T>;
template <class T = double> using energy_per_operation = quantity<dim::per<dim::energy, dim::operation>, T>;
template <class T = double> using energy_per_data = quantity<dim::per<dim::energy, dim::data>, T>;
template <class T = double> using power_per_data = quantity<dim::per<dim::power, dim::data>, T>;
template <class T = double> using energy_per_token = quantity<dim::per<dim::energy, dim::token>, T>;
template <class T = double> using token_per_energy = quantity<dim::per<dim::token, dim::energy>, T>;
template <class T = double> using data_per_token = quantity<dim::per<dim::data, dim::token>, T>;
template <class T = double> using operation_per_token = quantity<dim::per<dim::operation, dim::token>, T>;
template <class T = double> using duration_per_token = quantity<dim::per<dim::time, dim::token>, T>;
template <class T = double> using volume_per_token = quantity<dim::per<dim::volume, dim::token>, T>;
/// seconds per square root of bytes: the size-dependent latency of a collective
template <class T = double> using duration_per_root_data = quantity<dim::per<dim::time, dim::root_of<dim::data>>, T>;

// money
template <class T = double> using money = quantity<dim::money, T>;
template <class T = double> using money_rate = quantity<dim::per<dim::money, dim::time>, T>;
template <class T = double> using money_per_energy = quantity<dim::per<dim::money, dim::energy>, T>;
template <class T = double> using money_per_power = quantity<dim::per<dim::money, dim::power>, T>;
template <class T = double> using money_per_power_time = quantity<dim::per<dim::money, dim::energy>, T>;
template <class T = double> using money_per_token = quantity<dim::per<dim::money, dim::token>, T>;
template <class T = double> using money_per_accelerator_time = quantity<dim::per<dim::money, dim::times<dim::accelerator, dim::time>>, T>;
template <class T = double> using money_per_area = quantity<dim::per<dim::money, dim::area>, T>;
template <class T = double> using money_per_data = quantity<dim::per<dim::money, dim::data>, T>;
template <class T = double> using money_per_byte_rate = quantity<dim::per<dim::money, dim::per<dim::data, dim::time>>, T>;
template <class T = double> using money_per_data_length = quantity<dim::per<dim::money, dim::times<dim::data, dim::length>>, T>;  ///< of a line: per rate, length and time
template <class T = double> using money_per_length = quantity<dim::per<dim::money, dim::length>, T>;
template <class T = double> using money_rate_per_length = quantity<dim::per<dim::money, dim::times<dim::length, dim::time>>, T>;
template <class T = double> using money_per_volume = quantity<dim::per<dim::money, dim::volume>, T>;
template <class T = double> using money_per_co2e = quantity<dim::per<dim::money, dim::co2e>, T>;

// greenhouse gases
template <class T = double> using co2e = quantity<dim::co2e, T>;
template <class T = double> using co2e_rate = quantity<dim::per<dim::co2e, dim::time>, T>;
template <class T = double> using co2e_per_energy = quantity<dim::per<dim::co2e, dim::energy>, T>;
template <class T = double> using co2e_per_power = quantity<dim::per<dim::co2e, dim::power>, T>;
template <class T = double> using co2e_per_token = quantity<dim::per<dim::co2e, dim::token>, T>;
template <class T = double> using co2e_per_area = quantity<dim::per<dim::co2e, dim::area>, T>;
template <class T = double> using co2e_per_data = quantity<dim::per<dim::co2e, dim::data>, T>;
template <class T = double> using co2e_per_byte_rate = quantity<dim::per<dim::co2e, dim::per<dim::data, dim::time>>, T>;
// clang-format on

}  // namespace tallywatt
