#include "claims.hpp"

#include <tallywatt/catalog/a100.hpp>
#include <tallywatt/catalog/gb200.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/units/boundary.hpp>
#include <tallywatt/workload/operations.hpp>
#include <tallywatt/workload/training_run.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <stdexcept>

namespace validation {

using namespace tallywatt;

namespace {

using numbers = std::vector<claim_number>;

/// A figure of the claim's published result.
double result(published_case const& c, std::string const& name) { return c.number("result." + name); }

at_facility<energy<>> energy_of_run(double hours, double watts, double load, double overhead) {
    return hours_times_watts(hours * accelerator_hour, per_accelerator<power<>>{load * watts * watt}) * pue{overhead};
}

// 25,000 A100 over 2,280 h: boards at their limit, then servers of 6.5 kW at 75 % load, and at full load
constexpr double gpt_4_hours = 25'000.0 * 2'280.0, a100_server = 6500.0 / 8.0;
at_facility<energy<>> gpt_4_likely() { return energy_of_run(gpt_4_hours, a100_server, 0.75, 1.12); }

numbers gpt_4_energy(published_case const& c) {
    double const board = accelerator(catalog::a100_40gb).tdp.in(watt);
    auto const gwh = [](at_facility<energy<>> const& e) { return e.value.in(gigawatt_hour); };
    return {{"boards alone", "GWh", gwh(energy_of_run(gpt_4_hours, board, 1.0, 1.0)), result(c, "gwh.0")},
            {"servers at 75 % load", "GWh", gwh(gpt_4_likely()), result(c, "gwh.1")},
            {"servers at full load", "GWh", gwh(energy_of_run(gpt_4_hours, a100_server, 1.0, 1.18)), result(c, "gwh.2")}};
}

numbers homes(published_case const& c) {
    constexpr energy<> home = 10'791.0 * kilowatt_hour;  // a US home's year, 2022
    return {{"GPT-4 at 75 % load", "homes", gpt_4_likely().value / home, result(c, "homes.0")},
            {"the independent estimate's low end", "homes", 51.8 * gigawatt_hour / home, result(c, "homes.1")},
            {"its high end", "homes", 62.3 * gigawatt_hour / home, result(c, "homes.2")}};
}

numbers deepseek_r1(published_case const& c) {
    constexpr double server = 10'200.0 / 8.0, v3 = 2.788e6, r1 = 147e3;  // W each; hours
    auto const low = [&](double hours) { return energy_of_run(hours, server, 0.75, 1.15).value.in(gigawatt_hour); };
    auto const high = [&](double hours) { return energy_of_run(hours, server, 0.80, 1.20).value.in(gigawatt_hour); };
    return {{"with V3's training, low", "GWh", low(v3) + low(r1), result(c, "gwh_total.0")},
            {"with V3's training, high", "GWh", high(v3) + high(r1), result(c, "gwh_total.1")},
            {"R1's stages alone, low", "GWh", low(r1), result(c, "gwh_r1_only.0")},
            {"R1's stages alone, high", "GWh", high(r1), result(c, "gwh_r1_only.1")}};
}

numbers eight_bits(published_case const& c) {
    double const scaled = 8.25 / 8.0;  // a scale of 32 bits for 128 weights, or of 8 for 32
    auto const saved = [](double share) { return 100.0 * (1.0 - share); };
    double const of_single = size_of(precision::fp8) / size_of(precision::fp32), of_half = size_of(precision::fp8) / size_of(precision::bf16);
    return {{"of 32-bit weights", "%", saved(of_single), result(c, "pct.0")},
            {"with their scales", "%", saved(scaled * of_single), result(c, "pct.1")},
            {"of 16-bit weights", "%", saved(scaled * of_half), result(c, "pct.2")}};
}

numbers active_share(published_case const& c) {
    auto const& m = catalog::deepseek_v2;
    return {{"of the shape's parameters", "%", 100.0 * double(active_parameters(m, active_convention::without_input_embedding)) / double(total_parameters(m)), result(c, "pct")}};
}

numbers emissions(published_case const& c) {
    auto const tonnes = [](at_facility<energy<>> const& e, double kg_per_kwh) { return (e * (kg_per_kwh * kgCO2e / kilowatt_hour)).in(tCO2e); };
    at_facility<energy<>> const gpt_3{1287.0 * megawatt_hour}, llama{hours_times_watts(30.84e6 * accelerator_hour, per_accelerator<power<>>{700.0 * watt}).value};
    return {{"GPT-3", "t", tonnes(gpt_3, 0.429), result(c, "t.0")}, {"GPT-4", "t", tonnes(gpt_4_likely(), 0.38), result(c, "t.1")}, {"Llama 3.1 405B", "t", tonnes(llama, 0.4137), result(c, "t.2")}};
}

numbers photonics(published_case const& c) {
    constexpr double ports = 72.0;  // of 1.6 Tb/s
    constexpr power<> before = 30.0 * watt, after = 9.0 * watt, switching = 1500.0 * watt;
    return {{"of the optics", "%", 100.0 * (1.0 - after / before), result(c, "optics_pct")},
            {"of a switch with them", "%", 100.0 * (1.0 - (ports * after + switching) / (ports * before + switching)), result(c, "switch_pct")}};
}

numbers movement(published_case const& c) {
    constexpr auto moved = 40.0 * picojoule / byte;       // 5 pJ/bit of HBM
    constexpr auto computed = 0.35 * picojoule / FLOP;
    auto const share = [&](double intensity) { return moved / (moved + intensity * (FLOP / byte) * computed); };
    return {{"operations a byte where movement takes 60 %", "FLOP/B", (0.4 / 0.6 * (moved / computed)).in(FLOP / byte), result(c, "intensity_for_60pct")},
            {"share at 300 FLOP/B", "", share(300.0), result(c, "share_at_300")},
            {"share at 1,000 FLOP/B", "", share(1000.0), result(c, "share_at_1000")}};
}

numbers liquid(published_case const& c) {
    constexpr double air = 0.40, by_liquid = 0.87;  // overhead of air per IT energy; share of heat into liquid
    auto const saved = [&](double overhead) { return 100.0 * (1.0 - (by_liquid * overhead + (1.0 - by_liquid) * air) / air); };
    return {{"liquid from chillers", "%", saved(0.22), result(c, "saved_pct.0")}, {"warm water", "%", saved(0.06), result(c, "saved_pct.1")}};
}

numbers radiators(published_case const& c) {
    constexpr double boltzmann = 5.670374419e-8;  // W/(m2 K4)
    // both sides, emissivity 0.9; fins and what is absorbed
    auto const of = [&](double kelvins, double fins, double absorbed) { return (1.0 * megawatt / ((2.0 * 0.9 * boltzmann * std::pow(kelvins, 4) * fins - absorbed) * (watt / square_metre))).in(square_metre); };
    return {{"300 K, ideal", "m2", of(300.0, 1.0, 0.0), result(c, "m2.0")},
            {"300 K", "m2", of(300.0, 0.8, 200.0), result(c, "m2.1")},
            {"280 K", "m2", of(280.0, 0.8, 200.0), result(c, "m2.2")},
            {"as the space station's loop", "m2", (1.0 * megawatt / (70.0 * kilowatt / (420.0 * square_metre))).in(square_metre), result(c, "m2.3")}};
}

numbers generation(published_case const& c) {
    return {{"2023", "GW", (4178.0 * terawatt_hour / (8760.0 * hour)).in(gigawatt), result(c, "gw.0")}, {"2024", "GW", (4300.0 * terawatt_hour / (8784.0 * hour)).in(gigawatt), result(c, "gw.1")}};
}

numbers racks(published_case const& c) {
    auto const servers = [](server const& s, int n) { return double(n) * server_power(s, per_accelerator<power<>>{s.accelerator.tdp}, fraction{0.0}).total().value.value.in(kilowatt); };
    return {{"4 servers of 8 H100, by the catalog", "kW", servers(catalog::hgx_h100, 4), result(c, "kw.0")},
            {"GB200 NVL72, by the catalog", "kW", servers(catalog::gb200_nvl72, 1), result(c, "kw.1")},
            {"8 power shelves of 33 kW", "kW", 8.0 * 33.0, result(c, "kw.2")}};
}

numbers prices(published_case const& c) { return {{"a quarter off 9 % of the cost", "%", 100.0 * 0.25 * 0.09, result(c, "cost_saving_pct")}}; }

struct check {
    std::string_view id;
    numbers (*of)(published_case const&);
};
constexpr check checks[] = {{"CL01", gpt_4_energy}, {"CL02", homes},   {"CL03", deepseek_r1}, {"CL04", eight_bits}, {"CL05", active_share}, {"CL06", emissions}, {"CL07", photonics},
                            {"CL08", movement},     {"CL09", liquid},  {"CL10", radiators},   {"CL11", generation}, {"CL12", racks},        {"CL13", prices}};

}  // namespace

double checked_claim::worst() const {
    double most = 0.0;
    for (auto const& n : numbers) most = std::max(most, std::abs(n.computed / n.published - 1.0));
    return most;
}

std::vector<checked_claim> check_claims(library_of_cases const& cases) {
    std::vector<checked_claim> all;
    for (auto const& c : cases.claims) {
        auto const found = std::find_if(std::begin(checks), std::end(checks), [&](check const& x) { return x.id == c.id; });
        if (found == std::end(checks)) throw std::invalid_argument(c.id + ": no computation of this claim");
        all.push_back({c.id, c.title, c.text("verdict"), found->of(c)});
    }
    return all;
}

std::string as_text(std::vector<checked_claim> const& claims) {
    std::string text;
    auto const out = std::back_inserter(text);
    for (auto const& c : claims) {
        fmt::format_to(out, "{}  {}\n      verdict: {}\n", c.id, c.claim, c.verdict);
        for (auto const& n : c.numbers) fmt::format_to(out, "      {:<46} {:>10.4g} {:<7} published {:>8.4g}  {:+.1f}%\n", n.name, n.computed, n.unit, n.published, 100.0 * (n.computed / n.published - 1.0));
    }
    return text;
}

}  // namespace validation
