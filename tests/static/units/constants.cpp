// Units and literals, exact where their definition is.
#include <tallywatt/number/number.hpp>
#include <tallywatt/units.hpp>

namespace {
using namespace tallywatt;
using namespace tallywatt::literals;

static_assert(kilowatt_hour.base_value == 3.6e6 && kilowatt_hour == 3.6 * megajoule && terawatt_hour == 1e9 * kilowatt_hour);
static_assert(GiB.base_value == 1073741824.0 && GB.base_value == 1e9 && TiB == 1024 * GiB && PiB.base_value == 1125899906842624.0);
static_assert(GiB != GB && KiB.base_value == 1024.0 && kB.base_value == 1000.0 && bit.base_value == 0.125);
static_assert(year == 8760 * hour && month == 730 * hour && 12 * month == year && day == 24 * hour && week == 168 * hour);
static_assert(gigabit_per_second.base_value == 1.25e8 && terabit_per_second == 1000 * gigabit_per_second);
static_assert(1_Gbps == 0.125_GBps && 800_Gbps == 100_GBps);
static_assert(square_centimetre.base_value == 1e-4 && square_millimetre.base_value == 1e-6 && litre.base_value == 1e-3);
static_assert(square_foot.in(square_metre) == 0.09290304);  // (0.3048 m)^2
static_assert(picojoule.base_value == 1e-12 && US_cent.base_value == 0.01 && gCO2e.base_value == 1e-3 && MtCO2e == 1e6 * tCO2e);
static_assert(british_thermal_unit.base_value == 1055.05585262);  // International Table BTU, by definition
static_assert(PFLOP_per_second == 1000 * TFLOP_per_second && EFLOP == 1e6 * TFLOP && accelerator_hour / accelerator_unit == hour);

// A literal is its number times its unit, written with or without a point.
static_assert(120_kW == 120.0 * kilowatt && 120_kW == 120.0_kW && 80_GiB == 80.0 * GiB && 80_GB != 80_GiB);
static_assert(989.4_TFLOPs == 989.4 * TFLOP_per_second && 3909_tokens == 3909 * token && 5_Mtok == 5e6 * token);
static_assert(std::same_as<decltype(1_TFLOPs), flop_rate<>> && std::same_as<decltype(1_TFLOP), operation_count<>>);
static_assert(0.08_USD_per_kWh == 0.08 * (USD / kilowatt_hour) && 2_USD_per_Mtok == 2 * (USD / megatoken));
static_assert((1_USD_per_kW).base_value == 1e-3 && 1_USD_per_W > 999_USD_per_kW);
static_assert(400_gCO2e_per_kWh * 1_kWh > 0.3999_kgCO2e && 400_gCO2e_per_kWh * 1_kWh < 0.4001_kgCO2e);
static_assert(1_h == 60_min && 1_min == 60_s && 1_s == 1000_ms && 1_days == 24_h && 1_years == 12_months);
static_assert(1_MWh == 1000_kWh && 1_Wh == 3600_J && 1_TB == 1000_GB && 1_KiB == 1024_B);
static_assert(12_percent == fraction{0.12} && 100_percent == fraction{1.0} && 12.5_percent == fraction{0.125});
static_assert(25_degC == celsius(25.0) && celsius(25) == celsius(25.0) && std::same_as<decltype(25_degC), temperature<>>);

// The units a dimension is printed in ascend, and one entry names the house base unit.
template <class D>
constexpr bool ascending_with_base() {
    double last = 0.0;
    bool base = false;
    for (auto const& u : unit_symbols<D>()) {
        if (u.printed && !(u.scale > last)) return false;
        if (u.printed) last = u.scale;
        base = base || u.scale == 1.0;
    }
    return base && last > 0.0 && unit_symbols<D>()[0].text[0] != '(';
}
static_assert(!ascending_with_base<dim::power_of<dim::length, 7>>());  // a dimension without a name
template <class... Q>
constexpr bool all_ascend = (ascending_with_base<typename Q::dimension_type>() && ...);
static_assert(all_ascend<length<>, area<>, volume<>, mass<>, duration<>, rate<>, temperature_difference<>, area_density<>,
                         thermal_resistance<>, heat_flux<>, energy<>, power<>, energy_per_mass<>, energy_per_area<>,
                         volume_per_energy<>, volume_rate<>, density<>, data_size<>, byte_rate<>, operation_count<>,
                         flop_rate<>, token_count<>, token_rate<>, accelerator_count<>, accelerator_time<>,
                         energy_per_operation<>, energy_per_data<>, energy_per_token<>, token_per_energy<>, data_per_token<>,
                         operation_per_token<>, duration_per_token<>, volume_per_token<>>);
static_assert(all_ascend<money<>, money_rate<>, money_per_energy<>, money_per_power<>, money_per_token<>,
                         money_per_accelerator_time<>, money_per_area<>, money_per_data<>, money_per_volume<>,
                         money_per_co2e<>, co2e<>, co2e_rate<>, co2e_per_energy<>, co2e_per_power<>, co2e_per_token<>,
                         co2e_per_area<>, co2e_per_data<>>);

static_assert(fitting_unit(700.0, unit_symbols<dim::power>()).scale == 1.0 && fitting_unit(-7000.0, unit_symbols<dim::power>()).scale == 1e3);
static_assert(fitting_unit(0.5, unit_symbols<dim::power>()).scale == 1.0 && fitting_unit(0.0, unit_symbols<dim::time>()).scale == 1.0);
static_assert(fitting_unit(1e-3, unit_symbols<dim::energy>()).scale == 1e-12);
static_assert(fitting_unit(2e3, unit_symbols<money_rate<>::dimension_type>()).scale == 1e9 / (8760.0 * 3600.0));  // 63 GUSD/yr, not USD/s

// Scales of the printable units agree with the constants.
template <class D>
constexpr double scale_of(char const* text) {
    for (auto const& s : unit_symbols<D>()) {
        char const* a = s.text;
        char const* b = text;
        while (*a != '\0' && *a == *b) ++a, ++b;
        if (*a == *b) return s.scale;
    }
    return 0.0;
}
constexpr bool close(double a, double b) { return a > b * (1 - 1e-14) && a < b * (1 + 1e-14); }
static_assert(close(scale_of<dim::energy>("kWh"), kilowatt_hour.base_value) && close(scale_of<dim::time>("yr"), year.base_value));
static_assert(close(scale_of<money_per_energy<>::dimension_type>("USD/MWh"), (USD / megawatt_hour).base_value));
static_assert(close(scale_of<money_per_energy<>::dimension_type>("USD/kWh"), (USD / kilowatt_hour).base_value));
static_assert(close(scale_of<money_per_power<>::dimension_type>("USD/kW"), (USD / kilowatt).base_value));
static_assert(close(scale_of<money_per_token<>::dimension_type>("USD/Mtok"), (USD / megatoken).base_value));
static_assert(close(scale_of<money_per_accelerator_time<>::dimension_type>("USD/accelerator-hour"), (USD / accelerator_hour).base_value));
static_assert(close(scale_of<money_per_area<>::dimension_type>("USD/mm2"), (USD / square_millimetre).base_value));
static_assert(close(scale_of<co2e_per_energy<>::dimension_type>("gCO2e/kWh"), (gCO2e / kilowatt_hour).base_value));
static_assert(close(scale_of<co2e_per_token<>::dimension_type>("gCO2e/Mtok"), (gCO2e / megatoken).base_value));
static_assert(close(scale_of<co2e_per_data<>::dimension_type>("kgCO2e/GB"), (kgCO2e / GB).base_value));
static_assert(close(scale_of<volume_per_energy<>::dimension_type>("L/kWh"), (litre / kilowatt_hour).base_value));
static_assert(close(scale_of<volume_per_token<>::dimension_type>("L/Mtok"), (litre / megatoken).base_value));
static_assert(close(scale_of<energy_per_token<>::dimension_type>("kWh/Mtok"), (kilowatt_hour / megatoken).base_value));
static_assert(close(scale_of<energy_per_area<>::dimension_type>("kWh/cm2"), (kilowatt_hour / square_centimetre).base_value));
static_assert(close(scale_of<token_per_energy<>::dimension_type>("tok/kWh"), (token / kilowatt_hour).base_value));
static_assert(close(scale_of<energy_per_operation<>::dimension_type>("pJ/FLOP"), picojoule_per_FLOP.base_value));
static_assert(close(scale_of<money_rate<>::dimension_type>("USD/yr"), (USD / year).base_value));
static_assert(close(scale_of<co2e_rate<>::dimension_type>("tCO2e/yr"), (tCO2e / year).base_value));
static_assert(close(scale_of<area_density<>::dimension_type>("/cm2"), (1.0 / square_centimetre).base_value));

}  // namespace
