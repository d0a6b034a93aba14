#pragma once
// Link media: copper cables and backplanes, pluggable modules with and without retimers, optics beside switch chips and in
// packages. Energies are of one end, one way; prices per line rate; reaches those of the lane rate in the name.
//
// Optical modules are stored by part: a retimer takes about half of a module's power, which is what modules without save.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/cluster/optics.hpp>

namespace tallywatt::catalog {

namespace detail::media {
inline constexpr source own{"own knowledge, not confirmed by a look-up", "2026", confidence::low};
inline constexpr source assumed{"assumed", "2026", confidence::assumed};
inline constexpr source dac{
    "NVIDIA, 400G 100G-PAM4 product overview: passive cables to 2 m, amplified ones to 5 m, 0.1 W an end", "2025-11",
    confidence::high};
inline constexpr source dac_price{
    "market quotes 2024-26, 100 to 250 USD for 800 Gb/s (recalled, not located)", "2026", confidence::low};
inline constexpr source copper_failing{
    "telewiretech.com on cable assemblies: more than 50 million hours between failures; ten times as many with "
    "handling "
    "assumed",
    "2026", confidence::low};
inline constexpr source module_failing{
    "Alibaba HPN, SIGCOMM 2024: 0.057 % of links from interface to leaf fail each month (recalled, not located), "
    "shared out "
    "among two modules and a fibre; high end: all network interruptions of Llama 3 (35 in 54 days on 16,384 links) are "
    "modules'",
    "2024-08", confidence::low};
inline constexpr source jumper{
    "assumed, single-mode or multimode jumper and its share of trunks", "2026", confidence::assumed};
inline constexpr source lpo{
    "LPO MSA, quoted by qsfptek.com and others: linear modules take about half of the power of retimed ones", "2025",
    confidence::medium};
inline constexpr source lpo_reach{"LPO MSA, 100G-DR-LPO: 500 m of single-mode fibre", "2025-03", confidence::medium};
inline constexpr source dr_reach{"IEEE 802.3 DR: 500 m of single-mode fibre in parallel", "2022", confidence::high};
inline constexpr source retimer_latency{
    "assumed, a retimer's two directions with equalisation, 50 to 150 ns", "2026", confidence::assumed};
inline constexpr source fibre{"group index of standard single-mode fibre, 1.468 at 1,310 nm", "2020", confidence::high};
inline constexpr source twinax{"assumed, 0.70 to 0.85 of light in twinaxial cable", "2026", confidence::assumed};
inline constexpr source half_retimer{
    "assumed: a retimer takes 45 to 55 % of a module's power, as linear modules save half", "2026",
    confidence::assumed};
inline constexpr source retimer_money{
    "assumed: a retimer is a fifth to a third of a module's price", "2026", confidence::assumed};

constexpr energy_per_data<estimate> per_bit(estimate const& x) { return x * (picojoule / bit); }
constexpr money_per_byte_rate<estimate> per_gigabit(estimate const& usd) { return usd * (USD / gigabit_per_second); }
inline constexpr basic_run<estimate> single_mode = {
    .cable = range(25.0, 30.0, 50.0) * USD,
    .metre = range(0.5, 1.0, 1.0) * (USD / metre),
    .reach = known(500.0) * metre,
    .failures = range(0.0002, 0.0005, 0.002) / year,
    .light = share{known(0.681)}};
inline constexpr basic_run<estimate> twinaxial = {
    .cable = range(5.0, 10.0, 20.0) * USD,
    .metre = range(5.0, 12.0, 25.0) * (USD / metre),
    .reach = known(2.0) * metre,
    .failures = range(0.00005, 0.0001, 0.0005) / year,
    .light = share{range(0.70, 0.77, 0.85)}};
inline constexpr auto laser_breaks = range(0.0006, 0.0018, 0.004) / year,
                      rest_breaks = range(0.0004, 0.0012, 0.003) / year;
} // namespace detail::media

/// Passive copper, lanes of 100 Gb/s: in a rack.
inline constexpr basic_copper_cable<estimate> dac_100g_lanes = {
    .name = "passive copper, 100G lanes",
    .equaliser = detail::media::per_bit(range(0.1, 0.125, 0.25)),
    .plug = detail::media::per_gigabit(range(0.02, 0.06, 0.12)),
    .latency = range(0.0, 0.1, 0.5) * nanosecond,
    .plug_failures = range(0.00005, 0.0001, 0.0005) / year,
    .run = {
        .cable = detail::media::twinaxial.cable,
        .metre = detail::media::twinaxial.metre,
        .reach = range(2.0, 2.0, 3.0) * metre,
        .failures = detail::media::twinaxial.failures,
        .light = detail::media::twinaxial.light}};
inline constexpr sourced_field dac_100g_lanes_sources[] = {
    {"name", detail::media::dac},
    {"equaliser", detail::media::dac},
    {"plug", detail::media::dac_price},
    {"latency", detail::media::assumed},
    {"plug_failures", detail::media::copper_failing},
    {"run.cable", detail::media::dac_price},
    {"run.metre", detail::media::dac_price},
    {"run.reach", detail::media::dac},
    {"run.failures", detail::media::copper_failing},
    {"run.light", detail::media::twinax}};

/// Passive copper, lanes of 200 Gb/s: neighbours in a rack.
inline constexpr basic_copper_cable<estimate> dac_200g_lanes = {
    .name = "passive copper, 200G lanes",
    .equaliser = detail::media::per_bit(range(0.05, 0.08, 0.15)),
    .plug = detail::media::per_gigabit(range(0.02, 0.07, 0.15)),
    .latency = range(0.0, 0.1, 0.5) * nanosecond,
    .plug_failures = range(0.00005, 0.0001, 0.0005) / year,
    .run = {
        .cable = detail::media::twinaxial.cable,
        .metre = detail::media::twinaxial.metre,
        .reach = range(0.75, 1.0, 1.5) * metre,
        .failures = detail::media::twinaxial.failures,
        .light = detail::media::twinaxial.light}};
inline constexpr sourced_field dac_200g_lanes_sources[] = {
    {"name", detail::media::dac},
    {"equaliser", detail::media::dac},
    {"plug", detail::media::dac_price},
    {"latency", detail::media::assumed},
    {"plug_failures", detail::media::copper_failing},
    {"run.cable", detail::media::dac_price},
    {"run.metre", detail::media::dac_price},
    {"run.reach",
     {"assumed: half of the reach at 100G lanes, as loss grows with the rate; 1 m in racks of 200G lanes", "2026",
      confidence::assumed}},
    {"run.failures", detail::media::copper_failing},
    {"run.light", detail::media::twinax}};

/// Copper with amplifiers in its plugs, lanes of 100 Gb/s: rack to rack.
inline constexpr basic_copper_cable<estimate> acc_100g_lanes = {
    .name = "amplified copper, 100G lanes",
    .equaliser = detail::media::per_bit(range(1.2, 1.9, 3.0)),
    .plug = detail::media::per_gigabit(range(0.12, 0.2, 0.35)),
    .latency = range(0.1, 0.5, 2.0) * nanosecond,
    .plug_failures = range(0.0002, 0.0006, 0.002) / year,
    .run = {
        .cable = detail::media::twinaxial.cable,
        .metre = detail::media::twinaxial.metre,
        .reach = range(3.0, 5.0, 5.0) * metre,
        .failures = detail::media::twinaxial.failures,
        .light = detail::media::twinaxial.light}};
inline constexpr sourced_field acc_100g_lanes_sources[] = {
    {"name", detail::media::dac},
    {"equaliser", {"mefibermodule.com, cable guide: 0.5 to 1 W an end", "2026", confidence::low}},
    {"plug", detail::media::dac_price},
    {"latency", detail::media::assumed},
    {"plug_failures", {"assumed, between passive copper and optical modules", "2026", confidence::assumed}},
    {"run.cable", detail::media::dac_price},
    {"run.metre", detail::media::dac_price},
    {"run.reach", detail::media::dac},
    {"run.failures", detail::media::copper_failing},
    {"run.light", detail::media::twinax}};

/// Copper with retimers in its plugs (active electrical cables), lanes of 100 Gb/s: along a row.
inline constexpr basic_copper_cable<estimate> aec_100g_lanes = {
    .name = "retimed copper, 100G lanes",
    .equaliser = detail::media::per_bit(range(8.0, 11.0, 14.0)),
    .plug = detail::media::per_gigabit(range(0.25, 0.4, 0.6)),
    .latency = range(20.0, 40.0, 80.0) * nanosecond,
    .plug_failures = range(0.0003, 0.001, 0.003) / year,
    .run = {
        .cable = detail::media::twinaxial.cable,
        .metre = detail::media::twinaxial.metre,
        .reach = range(5.0, 7.0, 7.0) * metre,
        .failures = detail::media::twinaxial.failures,
        .light = detail::media::twinaxial.light}};
inline constexpr sourced_field aec_100g_lanes_sources[] = {
    {"name", detail::media::dac},
    {"equaliser", {"makers' figures of 8 to 10 W for 800 Gb/s, recalled", "2026", confidence::low}},
    {"plug", detail::media::dac_price},
    {"latency", detail::media::retimer_latency},
    {"plug_failures", {"assumed, between passive copper and optical modules", "2026", confidence::assumed}},
    {"run.cable", detail::media::dac_price},
    {"run.metre", detail::media::dac_price},
    {"run.reach",
     {"c-light.com on interconnects of data centres: cross-rack copper, 2 to 7 m", "2026", confidence::medium}},
    {"run.failures", detail::media::copper_failing},
    {"run.light", detail::media::twinax}};

/// Cable cartridges of an NVL72 rack: copper between blind-mating connectors.
inline constexpr basic_backplane<estimate> copper_spine = {
    .name = "copper spine of a rack",
    .connector = detail::media::per_gigabit(range(0.01, 0.025, 0.06)),
    .connector_failures = range(0.00002, 0.0001, 0.0005) / year,
    .run = {
        .cable = range(1.0, 3.0, 8.0) * USD,
        .metre = range(1.0, 3.0, 8.0) * (USD / metre),
        .reach = range(1.0, 1.5, 2.0) * metre,
        .failures = range(0.00001, 0.00005, 0.0003) / year,
        .light = detail::media::twinaxial.light}};
inline constexpr sourced_field copper_spine_sources[] = {
    {"", {"assumed from twinaxial cables without plugs, four pairs a link", "2026", confidence::assumed}},
    {"name", {"locsic.com on NVL72 to NVL576: 5,000 copper cables in a rack", "2026-05", confidence::medium}},
    {"run.reach", {"assumed: the height of a rack", "2026", confidence::assumed}},
    {"run.light", detail::media::twinax}};

/// Retimed modules, 100 Gb/s.
inline constexpr basic_pluggable<estimate> dsp_100g = {
    .name = "DSP pluggable, 100G",
    .retimed = retiming::both,
    .front_end = detail::media::per_bit(range(12.5, 17.5, 22.5)),
    .retimer = detail::media::per_bit(range(12.5, 17.5, 22.5)),
    .host = detail::media::per_bit(range(0.5, 1.5, 3.0)),
    .optics = detail::media::per_gigabit(range(0.45, 0.9, 2.25)),
    .retimer_price = detail::media::per_gigabit(range(0.15, 0.3, 0.75)),
    .laser_failures = detail::media::laser_breaks,
    .other_failures = detail::media::rest_breaks,
    .retimer_latency = range(50.0, 100.0, 150.0) * nanosecond,
    .run = detail::media::single_mode};
inline constexpr sourced_field dsp_100g_sources[] = {
    {"name", detail::media::own},
    {"front_end", {"3.5 W (comparison of co-packaged and linear optics)", "2025", confidence::low}},
    {"retimer", detail::media::half_retimer},
    {"host", {"assumed, what a stronger equaliser takes", "2026", confidence::assumed}},
    {"optics", detail::media::own},
    {"retimer_price", detail::media::retimer_money},
    {"laser_failures", detail::media::module_failing},
    {"other_failures", detail::media::module_failing},
    {"retimer_latency", detail::media::retimer_latency},
    {"run.cable", detail::media::jumper},
    {"run.metre", detail::media::jumper},
    {"run.reach", detail::media::dr_reach},
    {"run.failures", detail::media::module_failing},
    {"run.light", detail::media::fibre}};

/// Retimed modules, 200 Gb/s, InfiniBand-branded.
inline constexpr basic_pluggable<estimate> dsp_200g_infiniband = {
    .name = "DSP pluggable, 200G InfiniBand",
    .retimed = retiming::both,
    .front_end = detail::media::per_bit(range(8.75, 12.25, 15)),
    .retimer = detail::media::per_bit(range(8.75, 12.25, 15)),
    .host = detail::media::per_bit(range(0.5, 1.5, 3.0)),
    .optics = detail::media::per_gigabit(range(0.5625, 1.125, 2.25)),
    .retimer_price = detail::media::per_gigabit(range(0.1875, 0.375, 0.75)),
    .laser_failures = detail::media::laser_breaks,
    .other_failures = detail::media::rest_breaks,
    .retimer_latency = range(50.0, 100.0, 150.0) * nanosecond,
    .run = detail::media::single_mode};
inline constexpr sourced_field dsp_200g_infiniband_sources[] = {
    {"name", detail::media::own},
    {"front_end", {"CS8500 manual, active cables of at most 4.9 W a module", "2025", confidence::low}},
    {"retimer", detail::media::half_retimer},
    {"host", {"assumed, what a stronger equaliser takes", "2026", confidence::assumed}},
    {"optics", detail::media::own},
    {"retimer_price", detail::media::retimer_money},
    {"laser_failures", detail::media::module_failing},
    {"other_failures", detail::media::module_failing},
    {"retimer_latency", detail::media::retimer_latency},
    {"run.cable", detail::media::jumper},
    {"run.metre", detail::media::jumper},
    {"run.reach", detail::media::dr_reach},
    {"run.failures", detail::media::module_failing},
    {"run.light", detail::media::fibre}};

/// Retimed modules, 200 Gb/s.
inline constexpr basic_pluggable<estimate> dsp_200g = {
    .name = "DSP pluggable, 200G",
    .retimed = retiming::both,
    .front_end = detail::media::per_bit(range(8.75, 12.5, 16.25)),
    .retimer = detail::media::per_bit(range(8.75, 12.5, 16.25)),
    .host = detail::media::per_bit(range(0.5, 1.5, 3.0)),
    .optics = detail::media::per_gigabit(range(0.45, 0.9375, 1.875)),
    .retimer_price = detail::media::per_gigabit(range(0.15, 0.3125, 0.625)),
    .laser_failures = detail::media::laser_breaks,
    .other_failures = detail::media::rest_breaks,
    .retimer_latency = range(50.0, 100.0, 150.0) * nanosecond,
    .run = detail::media::single_mode};
inline constexpr sourced_field dsp_200g_sources[] = {
    {"name", detail::media::own},
    {"front_end", detail::media::own},
    {"retimer", detail::media::half_retimer},
    {"host", {"assumed, what a stronger equaliser takes", "2026", confidence::assumed}},
    {"optics", detail::media::own},
    {"retimer_price", detail::media::retimer_money},
    {"laser_failures", detail::media::module_failing},
    {"other_failures", detail::media::module_failing},
    {"retimer_latency", detail::media::retimer_latency},
    {"run.cable", detail::media::jumper},
    {"run.metre", detail::media::jumper},
    {"run.reach", detail::media::dr_reach},
    {"run.failures", detail::media::module_failing},
    {"run.light", detail::media::fibre}};

/// Retimed modules, 400 Gb/s, InfiniBand-branded: half of a twin-port 800G module at a switch, a 400G module at a server.
inline constexpr basic_pluggable<estimate> dsp_400g_infiniband = {
    .name = "DSP pluggable, 400G InfiniBand",
    .retimed = retiming::both,
    .front_end = detail::media::per_bit(range(8.125, 11.25, 15)),
    .retimer = detail::media::per_bit(range(8.125, 11.25, 15)),
    .host = detail::media::per_bit(range(0.5, 1.5, 3.0)),
    .optics = detail::media::per_gigabit(range(0.515625, 1.078125, 1.78125)),
    .retimer_price = detail::media::per_gigabit(range(0.171875, 0.359375, 0.59375)),
    .laser_failures = detail::media::laser_breaks,
    .other_failures = detail::media::rest_breaks,
    .retimer_latency = range(50.0, 100.0, 150.0) * nanosecond,
    .run = detail::media::single_mode};
inline constexpr sourced_field dsp_400g_infiniband_sources[] = {
    {"name", detail::media::own},
    {"front_end",
     {"800G module 16 W (AI Infra Map), 400G module 8 to 16 W (OptechTW), per 400 Gb/s end", "2026",
      confidence::medium}},
    {"retimer", detail::media::half_retimer},
    {"host", {"assumed, what a stronger equaliser takes", "2026", confidence::assumed}},
    {"optics", {"market quotes 2024-25, 800G 1,100 and 400G 600 USD (recalled, not located)", "2025", confidence::low}},
    {"retimer_price", detail::media::retimer_money},
    {"laser_failures", detail::media::module_failing},
    {"other_failures", detail::media::module_failing},
    {"retimer_latency", detail::media::retimer_latency},
    {"run.cable", detail::media::jumper},
    {"run.metre", detail::media::jumper},
    {"run.reach", detail::media::dr_reach},
    {"run.failures", detail::media::module_failing},
    {"run.light", detail::media::fibre}};

/// Retimed modules, 400 Gb/s.
inline constexpr basic_pluggable<estimate> dsp_400g = {
    .name = "DSP pluggable, 400G",
    .retimed = retiming::both,
    .front_end = detail::media::per_bit(range(8.125, 11.25, 15)),
    .retimer = detail::media::per_bit(range(8.125, 11.25, 15)),
    .host = detail::media::per_bit(range(0.5, 1.5, 3.0)),
    .optics = detail::media::per_gigabit(range(0.515625, 0.9375, 1.6875)),
    .retimer_price = detail::media::per_gigabit(range(0.171875, 0.3125, 0.5625)),
    .laser_failures = detail::media::laser_breaks,
    .other_failures = detail::media::rest_breaks,
    .retimer_latency = range(50.0, 100.0, 150.0) * nanosecond,
    .run = detail::media::single_mode};
inline constexpr sourced_field dsp_400g_sources[] = {
    {"name", detail::media::own},
    {"front_end",
     {"800G module 16 W (AI Infra Map), 400G module 8 to 16 W (OptechTW), per 400 Gb/s end", "2026",
      confidence::medium}},
    {"retimer", detail::media::half_retimer},
    {"host", {"assumed, what a stronger equaliser takes", "2026", confidence::assumed}},
    {"optics", {"market quotes 2024-25, 800G 1,100 and 400G 600 USD (recalled, not located)", "2025", confidence::low}},
    {"retimer_price", detail::media::retimer_money},
    {"laser_failures", detail::media::module_failing},
    {"other_failures", detail::media::module_failing},
    {"retimer_latency", detail::media::retimer_latency},
    {"run.cable", detail::media::jumper},
    {"run.metre", detail::media::jumper},
    {"run.reach", detail::media::dr_reach},
    {"run.failures", detail::media::module_failing},
    {"run.light", detail::media::fibre}};

/// Retimed modules, 800 Gb/s, InfiniBand-branded.
inline constexpr basic_pluggable<estimate> dsp_800g_infiniband = {
    .name = "DSP pluggable, 800G InfiniBand",
    .retimed = retiming::both,
    .front_end = detail::media::per_bit(range(7.5, 8.75, 10.625)),
    .retimer = detail::media::per_bit(range(7.5, 8.75, 10.625)),
    .host = detail::media::per_bit(range(0.5, 1.5, 3.0)),
    .optics = detail::media::per_gigabit(range(0.46875, 0.796875, 1.21875)),
    .retimer_price = detail::media::per_gigabit(range(0.15625, 0.265625, 0.40625)),
    .laser_failures = detail::media::laser_breaks,
    .other_failures = detail::media::rest_breaks,
    .retimer_latency = range(50.0, 100.0, 150.0) * nanosecond,
    .run = detail::media::single_mode};
inline constexpr sourced_field dsp_800g_infiniband_sources[] = {
    {"name", detail::media::own},
    {"front_end", {"half of a 1.6 Tb/s module of 25 to 30 W; 25 W quoted by pingdo.net", "2026", confidence::low}},
    {"retimer", detail::media::half_retimer},
    {"host", {"assumed, what a stronger equaliser takes", "2026", confidence::assumed}},
    {"optics", {"assumed from the 400 Gb/s end by rate", "2026", confidence::assumed}},
    {"retimer_price", detail::media::retimer_money},
    {"laser_failures", detail::media::module_failing},
    {"other_failures", detail::media::module_failing},
    {"retimer_latency", detail::media::retimer_latency},
    {"run.cable", detail::media::jumper},
    {"run.metre", detail::media::jumper},
    {"run.reach", detail::media::dr_reach},
    {"run.failures", detail::media::module_failing},
    {"run.light", detail::media::fibre}};

/// Retimed modules, 800 Gb/s.
inline constexpr basic_pluggable<estimate> dsp_800g = {
    .name = "DSP pluggable, 800G",
    .retimed = retiming::both,
    .front_end = detail::media::per_bit(range(7.5, 8.75, 10.625)),
    .retimer = detail::media::per_bit(range(7.5, 8.75, 10.625)),
    .host = detail::media::per_bit(range(0.5, 1.5, 3.0)),
    .optics = detail::media::per_gigabit(range(0.421875, 0.703125, 1.125)),
    .retimer_price = detail::media::per_gigabit(range(0.140625, 0.234375, 0.375)),
    .laser_failures = detail::media::laser_breaks,
    .other_failures = detail::media::rest_breaks,
    .retimer_latency = range(50.0, 100.0, 150.0) * nanosecond,
    .run = detail::media::single_mode};
inline constexpr sourced_field dsp_800g_sources[] = {
    {"name", detail::media::own},
    {"front_end", {"half of a 1.6 Tb/s module of 25 to 30 W; 25 W quoted by pingdo.net", "2026", confidence::low}},
    {"retimer", detail::media::half_retimer},
    {"host", {"assumed, what a stronger equaliser takes", "2026", confidence::assumed}},
    {"optics", {"assumed from the 400 Gb/s end by rate", "2026", confidence::assumed}},
    {"retimer_price", detail::media::retimer_money},
    {"laser_failures", detail::media::module_failing},
    {"other_failures", detail::media::module_failing},
    {"retimer_latency", detail::media::retimer_latency},
    {"run.cable", detail::media::jumper},
    {"run.metre", detail::media::jumper},
    {"run.reach", detail::media::dr_reach},
    {"run.failures", detail::media::module_failing},
    {"run.light", detail::media::fibre}};

/// Retimed modules, 800 Gb/s over wavelengths on one pair of fibres to 2 km: between halls.
inline constexpr basic_pluggable<estimate> dsp_800g_2km = [] {
    basic_pluggable<estimate> m = dsp_800g;
    m.name = "DSP pluggable, 800G to 2 km";
    m.front_end = detail::media::per_bit(range(8.0, 9.5, 12.0));
    m.optics = detail::media::per_gigabit(range(0.7, 1.2, 2.2));
    m.run.cable = range(10.0, 20.0, 40.0) * USD;
    m.run.metre = range(0.1, 0.25, 0.5) * (USD / metre);
    m.run.reach = known(2'000.0) * metre;
    return m;
}();
inline constexpr sourced_field dsp_800g_2km_sources[] = {
    {"name", detail::media::own},
    {"front_end", {"assumed a tenth above modules of 500 m: multiplexer's loss", "2026", confidence::assumed}},
    {"retimer", detail::media::half_retimer},
    {"host", {"assumed, what a stronger equaliser takes", "2026", confidence::assumed}},
    {"optics", {"assumed 1.7 times that of modules of 500 m: lasers of four wavelengths", "2026", confidence::assumed}},
    {"retimer_price", detail::media::retimer_money},
    {"laser_failures", detail::media::module_failing},
    {"other_failures", detail::media::module_failing},
    {"retimer_latency", detail::media::retimer_latency},
    {"run.cable", {"assumed, a jumper of two fibres where parallel modules take sixteen", "2026", confidence::assumed}},
    {"run.metre", {"assumed, two fibres of a trunk", "2026", confidence::assumed}},
    {"run.reach", {"IEEE 802.3 FR4: 2 km of single-mode fibre", "2022", confidence::high}},
    {"run.failures", detail::media::module_failing},
    {"run.light", detail::media::fibre}};

/// Retimed modules, 1.6 Tb/s.
inline constexpr basic_pluggable<estimate> dsp_1600g = {
    .name = "DSP pluggable, 1.6T",
    .retimed = retiming::both,
    .front_end = detail::media::per_bit(range(7.8125, 9.375, 9.375)),
    .retimer = detail::media::per_bit(range(7.8125, 9.375, 9.375)),
    .host = detail::media::per_bit(range(0.5, 1.5, 3.0)),
    .optics = detail::media::per_gigabit(range(0.421875, 0.703125, 1.171875)),
    .retimer_price = detail::media::per_gigabit(range(0.140625, 0.234375, 0.390625)),
    .laser_failures = detail::media::laser_breaks,
    .other_failures = detail::media::rest_breaks,
    .retimer_latency = range(50.0, 100.0, 150.0) * nanosecond,
    .run = detail::media::single_mode};
inline constexpr sourced_field dsp_1600g_sources[] = {
    {"name", detail::media::own},
    {"front_end",
     {"NVIDIA co-packaged optics announcement: 30 W for 1.6 Tb/s; low end 25 W", "2025-03", confidence::high}},
    {"retimer", detail::media::half_retimer},
    {"host", {"assumed, what a stronger equaliser takes", "2026", confidence::assumed}},
    {"optics", {"assumed from the 800 Gb/s end by rate", "2026", confidence::assumed}},
    {"retimer_price", detail::media::retimer_money},
    {"laser_failures", detail::media::module_failing},
    {"other_failures", detail::media::module_failing},
    {"retimer_latency", detail::media::retimer_latency},
    {"run.cable", detail::media::jumper},
    {"run.metre", detail::media::jumper},
    {"run.reach", detail::media::dr_reach},
    {"run.failures", detail::media::module_failing},
    {"run.light", detail::media::fibre}};

/// Modules retimed on their way out only (linear receive), 800 Gb/s.
inline constexpr basic_pluggable<estimate> lro_800g = {
    .name = "linear-receive pluggable, 800G",
    .retimed = retiming::transmit,
    .front_end = detail::media::per_bit(range(7.5, 8.75, 10.625)),
    .retimer = detail::media::per_bit(range(7.5, 8.75, 10.625)),
    .host = detail::media::per_bit(range(0.5, 1.5, 3.0)),
    .optics = detail::media::per_gigabit(range(0.421875, 0.703125, 1.125)),
    .retimer_price = detail::media::per_gigabit(range(0.140625, 0.234375, 0.375)),
    .laser_failures = detail::media::laser_breaks,
    .other_failures = detail::media::rest_breaks,
    .retimer_latency = range(50.0, 100.0, 150.0) * nanosecond,
    .run = detail::media::single_mode};
inline constexpr sourced_field lro_800g_sources[] = {
    {"name", detail::media::own},
    {"front_end", {"half of a 1.6 Tb/s module of 25 to 30 W; 25 W quoted by pingdo.net", "2026", confidence::low}},
    {"retimer", detail::media::half_retimer},
    {"host", {"assumed, what a stronger equaliser takes", "2026", confidence::assumed}},
    {"optics", {"assumed as retimed modules without half of a retimer", "2026", confidence::assumed}},
    {"retimer_price", detail::media::retimer_money},
    {"laser_failures", detail::media::module_failing},
    {"other_failures", detail::media::module_failing},
    {"retimer_latency", detail::media::retimer_latency},
    {"run.cable", detail::media::jumper},
    {"run.metre", detail::media::jumper},
    {"run.reach", detail::media::lpo_reach},
    {"run.failures", detail::media::module_failing},
    {"run.light", detail::media::fibre}};

/// Modules without retimers (linear), 800 Gb/s.
inline constexpr basic_pluggable<estimate> lpo_800g = {
    .name = "linear pluggable, 800G",
    .retimed = retiming::none,
    .front_end = detail::media::per_bit(range(7.5, 8.75, 10.625)),
    .retimer = detail::media::per_bit(range(7.5, 8.75, 10.625)),
    .host = detail::media::per_bit(range(0.5, 1.5, 3.0)),
    .optics = detail::media::per_gigabit(range(0.421875, 0.703125, 1.125)),
    .retimer_price = detail::media::per_gigabit(range(0.140625, 0.234375, 0.375)),
    .laser_failures = detail::media::laser_breaks,
    .other_failures = detail::media::rest_breaks,
    .retimer_latency = range(50.0, 100.0, 150.0) * nanosecond,
    .run = detail::media::single_mode};
inline constexpr sourced_field lpo_800g_sources[] = {
    {"name", detail::media::own},
    {"front_end", detail::media::lpo},
    {"retimer", detail::media::half_retimer},
    {"host", {"assumed, what a stronger equaliser takes", "2026", confidence::assumed}},
    {"optics", {"assumed as retimed modules without a retimer", "2026", confidence::assumed}},
    {"retimer_price", detail::media::retimer_money},
    {"laser_failures", detail::media::module_failing},
    {"other_failures", detail::media::module_failing},
    {"retimer_latency", detail::media::retimer_latency},
    {"run.cable", detail::media::jumper},
    {"run.metre", detail::media::jumper},
    {"run.reach", detail::media::lpo_reach},
    {"run.failures", detail::media::module_failing},
    {"run.light", detail::media::fibre}};

/// Modules without retimers (linear), 400 Gb/s: what CloudMatrix 384 takes 6,912 of.
inline constexpr basic_pluggable<estimate> lpo_400g = {
    .name = "linear pluggable, 400G",
    .retimed = retiming::none,
    .front_end = detail::media::per_bit(range(8.125, 11.25, 15)),
    .retimer = detail::media::per_bit(range(8.125, 11.25, 15)),
    .host = detail::media::per_bit(range(0.5, 1.5, 3.0)),
    .optics = detail::media::per_gigabit(range(0.515625, 0.9375, 1.6875)),
    .retimer_price = detail::media::per_gigabit(range(0.171875, 0.3125, 0.5625)),
    .laser_failures = detail::media::laser_breaks,
    .other_failures = detail::media::rest_breaks,
    .retimer_latency = range(50.0, 100.0, 150.0) * nanosecond,
    .run = detail::media::single_mode};
inline constexpr sourced_field lpo_400g_sources[] = {
    {"name", detail::media::own},
    {"front_end", detail::media::lpo},
    {"retimer", detail::media::half_retimer},
    {"host", {"assumed, what a stronger equaliser takes", "2026", confidence::assumed}},
    {"optics", {"assumed as retimed modules without a retimer", "2026", confidence::assumed}},
    {"retimer_price", detail::media::retimer_money},
    {"laser_failures", detail::media::module_failing},
    {"other_failures", detail::media::module_failing},
    {"retimer_latency", detail::media::retimer_latency},
    {"run.cable", detail::media::jumper},
    {"run.metre", detail::media::jumper},
    {"run.reach", detail::media::lpo_reach},
    {"run.failures", detail::media::module_failing},
    {"run.light", detail::media::fibre}};

/// Engines beside the switch chip, 200G lanes: 9 W for 1.6 Tb/s as announced; the high end is 9 W for 800 Gb/s, which a
/// published power of the whole switch implies.
inline constexpr basic_co_packaged<estimate> cpo_1600g = {
    .name = "co-packaged optics, 200G lanes",
    .engine = detail::media::per_bit(range(3.375, 4.375, 8.25)),
    .laser = detail::media::per_bit(range(1.0, 1.25, 3.0)),
    .optics = detail::media::per_gigabit(range(0.4, 0.8, 1.5)),
    .engine_failures = range(0.0001, 0.0004, 0.003) / year,
    .laser_failures = range(0.002, 0.006, 0.02) / year,
    .ports_per_laser = 8,
    .latency = range(0.5, 2.0, 10.0) * nanosecond,
    .run = detail::media::single_mode};
inline constexpr sourced_field cpo_1600g_sources[] = {
    {"name", {"NVIDIA co-packaged optics announcement", "2025-03", confidence::high}},
    {"engine",
     {"NVIDIA announcement: 9 W for 1.6 Tb/s, of which 2 W laser (recalled split); high end from Lambda's switch "
      "figures",
      "2026-06", confidence::low}},
    {"laser",
     {"NVIDIA announcement: 9 W for 1.6 Tb/s, of which 2 W laser (recalled split); high end from Lambda's switch "
      "figures",
      "2026-06", confidence::low}},
    {"optics",
     {"assumed: as pluggable optics without retimers and housings, with packaging's yield", "2026",
      confidence::assumed}},
    {"engine_failures",
     {"assumed: ten times as reliable as modules (NVIDIA's claim) to as they are", "2026", confidence::assumed}},
    {"laser_failures", {"assumed: eight ports' lasers in one module, replaceable", "2026", confidence::assumed}},
    {"latency", {"assumed: no retimer", "2026", confidence::assumed}},
    {"run.cable", detail::media::jumper},
    {"run.metre", detail::media::jumper},
    {"run.reach", detail::media::dr_reach},
    {"run.failures", detail::media::module_failing},
    {"run.light", detail::media::fibre}};

/// Optical chiplets in the packages at both ends.
inline constexpr basic_chip_photonics<estimate> chip_to_chip_photonics = {
    .name = "silicon photonics, chip to chip",
    .chiplet = detail::media::per_bit(range(1.5, 3.0, 5.0)),
    .optics = detail::media::per_gigabit(range(0.1, 0.4, 1.0)),
    .chiplet_failures = range(0.0001, 0.0005, 0.005) / year,
    .latency = range(1.0, 3.0, 10.0) * nanosecond,
    .run = {
        .cable = range(5.0, 15.0, 40.0) * USD,
        .metre = range(0.5, 1.0, 1.0) * (USD / metre),
        .reach = range(100.0, 500.0, 2'000.0) * metre,
        .failures = range(0.0002, 0.0005, 0.002) / year,
        .light = share{known(0.681)}}};
inline constexpr sourced_field chip_to_chip_photonics_sources[] = {
    {"",
     {"makers' targets of 2 to 5 pJ/bit and below 1 USD per Gb/s, recalled; no product sold in volume", "2026",
      confidence::low}},
    {"run.cable", detail::media::jumper},
    {"run.metre", detail::media::jumper},
    {"run.failures", detail::media::module_failing},
    {"run.light", detail::media::fibre}};

} // namespace tallywatt::catalog
