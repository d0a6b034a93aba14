#include <tallywatt/io/quantity_text.hpp>

#include <tallywatt/facility/capacity_charge.hpp>
#include <tallywatt/io/format.hpp>
#include <tallywatt/units.hpp>

#include <doctest/doctest.h>

namespace {
using namespace tallywatt;
using namespace tallywatt::literals;

template <class Q>
double value(char const* text) {
    quantity_read const r = read_quantity(text, shape_of<Q>());
    INFO(text, ": ", r.fault);
    CHECK(r.good());
    return r.value;
}
template <class Q>
std::string fault(char const* text) {
    return read_quantity(text, shape_of<Q>()).fault;
}

TEST_CASE("Numbers with units are read in house base units") {
    CHECK(value<power<>>("100 MW") == 1e8);
    CHECK(value<power<>>("100MW") == 1e8);
    CHECK(value<power<>>(" 0.1 GW ") == 1e8);
    CHECK(value<power<>>("5 J/s") == 5.0);
    CHECK(value<power<>>("3 Wh/h") == 3.0);
    CHECK(value<power<>>("-3 kW") == -3000.0);
    CHECK(value<power<>>("+1e3 W") == 1000.0);
    CHECK(value<energy<>>("1 kWh") == 3.6e6);
    CHECK(value<energy<>>("1 MMBtu") == doctest::Approx(1.05505585262e9).epsilon(1e-15));
    CHECK(value<money_per_energy<>>("0.08 USD/kWh") == 0.08 / 3.6e6); // rounded once, as the division is
    CHECK(value<money_per_energy<>>("80 USD per MWh") == 0.08 / 3.6e6);
    CHECK(value<money_per_energy<>>("0.08 $/kWh") == 0.08 / 3.6e6);
    CHECK(value<data_size<>>("80 GiB") == 85'899'345'920.0);
    CHECK(value<data_size<>>("640 Gbit") == 80e9);
    CHECK(value<duration<>>("50 ms") == 0.05);
    CHECK(value<duration<>>("3 \xC2\xB5s") == 3e-6);
    CHECK(value<duration<>>("2 years") == 2.0 * 8760.0 * 3600.0);
    CHECK(value<token_count<>>("3909 tokens") == 3909.0);
    CHECK(value<token_count<>>("15 Ttok") == 15e12);
    CHECK(value<money_per_token<>>("0.55 USD/Mtok") == 0.55e-6);
    CHECK(value<money_per_accelerator_time<>>("3.6 USD/GPU-hour") == 3.6 / 3600.0);
    CHECK(value<co2e_per_energy<>>("360 gCO2e/kWh") == 360.0 / 3.6e9);
    CHECK(value<co2e_per_energy<>>("0.36 tCO2e/MWh") == doctest::Approx(1e-7).epsilon(1e-15));
    CHECK(value<area<>>("858 mm2") == doctest::Approx(858e-6).epsilon(1e-15));
    CHECK(value<area<>>("10 mm^2") == value<area<>>("10 mm*mm"));
    CHECK(value<area_density<>>("0.1 /cm2") == doctest::Approx(1000.0).epsilon(1e-15));
    CHECK(value<area_density<>>("0.1 cm^-2") == doctest::Approx(1000.0).epsilon(1e-15));
    CHECK(value<duration_per_root_data<>>("2 us/sqrt(MB)") == 2e-9);
    CHECK(value<flop_rate<>>("989.4 TFLOP/s") == 989.4e12);
    CHECK(value<flop_rate<>>("989.4 TFLOPS") == 989.4e12);
    CHECK(value<duration_per_data<>>("3 s per B") == 3.0);
    CHECK(value<capacity_charge>("12 USD per kW per month") == value<capacity_charge>("12 USD/kW-month"));
    CHECK(detail::unit_reader("USD per GB/s").read()->of(1.0) == 1e-9); // per binds last: of a rate
    CHECK(detail::unit_reader("J/kg/K").read()->dimension == detail::unit_reader("J/(kg K)").read()->dimension);
}

TEST_CASE("Text gives the number that the same quantity in code has") {
    CHECK(value<money_per_energy<>>("0.08 USD/kWh") == (0.08 * USD / kilowatt_hour).base_value);
    CHECK(value<money_per_token<>>("2.19 USD/Mtok") == (2.19_USD_per_Mtok).base_value);
    CHECK(value<duration<>>("2 s") == (2.0 * second).base_value);
    CHECK(value<temperature<>>("35 degC") == celsius(35.0).in_kelvin());
    CHECK(value<data_size<>>("80 GiB") == (80_GiB).base_value);
}

TEST_CASE("Shares are numbers or per cent, temperatures are points") {
    CHECK(value<fraction>("80%") == 0.8);
    CHECK(value<fraction>("80 %") == 0.8);
    CHECK(value<fraction>("0.8") == 0.8);
    CHECK(value<discount_rate>("4%") == 0.04);
    CHECK(value<temperature<>>("95 degF") == doctest::Approx(308.15).epsilon(1e-15));
    CHECK(value<temperature<>>("308.15 K") == 308.15);
    CHECK(value<temperature_difference<>>("10 K") == 10.0);
    CHECK(fault<temperature_difference<>>("10 degC") == "\"10 degC\" is a temperature on a scale; a difference is wanted, in K");
}

TEST_CASE("A charge for power held over time is no price per energy, though of its dimension") {
    double const year_of_power = 144.0 / (1000.0 * 8760.0 * 3600.0);
    CHECK(value<capacity_charge>("144 USD/kW-yr") == doctest::Approx(year_of_power).epsilon(1e-15));
    CHECK(value<capacity_charge>("12 USD/kW-month") == doctest::Approx(year_of_power).epsilon(1e-15));
    CHECK(value<capacity_charge>("12 USD/kW/month") == doctest::Approx(year_of_power).epsilon(1e-15));
    CHECK(
        fault<capacity_charge>("0.08 USD/kWh")
        == "\"0.08 USD/kWh\" is a price per energy; a charge per power and time is wanted, in USD/kW-yr"
    );
    CHECK(
        fault<money_per_energy<>>("12 USD/kW-month")
        == "\"12 USD/kW-month\" is a charge per power and time; a price per energy is wanted, in USD/kWh"
    );
}

TEST_CASE("What is no such quantity is refused with what was found and what is wanted") {
    CHECK(fault<power<>>("100 MWh") == "\"100 MWh\" is an energy; a power is wanted, in W, kW, MW or GW");
    CHECK(fault<power<>>("100") == "\"100\" has no unit; a power is wanted, in W, kW, MW or GW, for example \"10 MW\"");
    CHECK(fault<power<>>("100 MWx") == "\"100 MWx\": no unit is called \"MWx\" (near it: MW); a power is wanted, in W, kW, MW or GW");
    CHECK(fault<power<>>("100 mw") == "\"100 mw\": no unit is called \"mw\" (near it: MW); a power is wanted, in W, kW, MW or GW");
    CHECK(fault<power<>>("4%") == "\"4%\" is a share; a power is wanted, in W, kW, MW or GW");
    CHECK(fault<power<>>("1e999 W") == "\"1e999 W\" is too large a number");
    CHECK(fault<power<>>("1e300 GW") == "\"1e300 GW\" is too large a number");
    CHECK(fault<fraction>("5 W") == "\"5 W\" is a power; a fraction is wanted, in plain numbers or %");
    char const* const digits = ": digits are written without blanks or signs between them, then a unit; a power is wanted, in W, kW, MW or GW";
    for (char const* text : {"100 000 kW", "100,000 kW", "100_000 kW", "10 1 MW", "5 1"})
        CHECK(fault<power<>>(text) == '"' + std::string(text) + '"' + digits);
    CHECK_FALSE(fault<fraction>("0.9 1").empty());
    CHECK(value<rate<>>("5 1/s") == 5.0);
    for (char const* text : {"", "MW", "NaN W", "inf W", "0x10 W", "- 5 W", "1,000 W"})
        CHECK_FALSE(fault<power<>>(text).empty());
    for (char const* text : {"5 W/", "5 (W", "5 W)", "5 W2147483648", "5 W^", "5 W^0", "5 sqrt W", "5 sqrt(sqrt(W))", "5 W--W", "5 ((((((W))))))"})
        CHECK_FALSE(fault<power<>>(text).empty());
}

TEST_CASE("The unit that is offered is one of the wanted quantity's") {
    auto const near = [](std::string const& text) {
        std::size_t const at = text.find("(near it: ");
        return at == std::string::npos ? std::string{} : text.substr(at + 10, text.find(')', at) - at - 10);
    };
    CHECK(near(fault<power<>>("5 mw")) == "MW");
    CHECK(near(fault<power<>>("5 MVA")).empty());
    CHECK(near(fault<money_per_energy<>>("5 USD/kwh")) == "kWh");
    CHECK(near(fault<money_per_energy<>>("5 ct/kWh")).empty());
    CHECK(near(fault<money_per_token<>>("5 EUR/Mtok")).empty()); // and no hour
    CHECK(near(fault<money_per_token<>>("5 usd/mtok")) == "USD");
    CHECK(near(fault<co2e_per_energy<>>("5 gCO2/kWh")) == "gCO2e");
    CHECK(near(fault<co2e_per_energy<>>("5 kgCO2/kWh")) == "kgCO2e");
    CHECK(near(fault<byte_rate<>>("5 Gbps")) == "Gbit/s");
    CHECK(near(fault<byte_rate<>>("5 TBps")) == "TB/s");
    CHECK(near(fault<flop_rate<>>("5 TOPS")) == "TFLOP/s");
    CHECK(near(fault<data_size<>>("5 Gib")) == "GiB");
    CHECK(near(fault<temperature<>>("5 C")) == "degC");
    CHECK(near(fault<heat_flux<>>("5 W/cm\xC2\xB2")) == "cm2");
}

TEST_CASE("Every unit that the library prints is read, at its size") {
    auto const all = [](shape const& s) {
        for (unit_symbol const& u : s.units) {
            INFO(u.text);
            quantity_read const r = read_quantity(std::string("1 ") + u.text, s);
            CHECK(r.good());
            CHECK(r.value == doctest::Approx(u.scale).epsilon(1e-14));
        }
    };
    all(shape_of<power<>>());
    all(shape_of<energy<>>());
    all(shape_of<money_rate<>>());
    all(shape_of<token_per_energy<>>());
    all(shape_of<accelerator_time<>>());
    all(shape_of<capacity_charge>());
    all(shape_of<duration_per_root_data<>>());
    all(shape_of<co2e_per_area<>>());
    all(shape_of<volume_per_token<>>());
}

TEST_CASE("Written text is short and in a readable unit") {
    CHECK(quantity_text(1e8, shape_of<power<>>()) == "100 MW");
    CHECK(quantity_text(0.05, shape_of<duration<>>()) == "50 ms");
    CHECK(quantity_text(0.08 / 3.6e6, shape_of<money_per_energy<>>()) == "0.08 USD/kWh");
    CHECK(quantity_text(celsius(35.0).in_kelvin(), shape_of<temperature<>>()) == "35 degC");
    CHECK(quantity_text(0.8, shape_of<fraction>()) == "0.8");
    CHECK(quantity_text(0.0, shape_of<power<>>()) == "0 W");
}

} // namespace
