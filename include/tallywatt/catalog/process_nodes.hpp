#pragma once
// Process nodes: wafer price, defects, energy, gases, materials, water. Prices are press reports and market research,
// no foundry publishes them; carbon is ACT's data (Meta and Harvard, ISCA 2022), whose material term is flat across
// nodes. Where a range has a stated figure only in the middle, its ends are an assumption and marked so.

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/silicon/die.hpp>

#include <array>

namespace tallywatt::catalog {

namespace detail {
inline constexpr auto kWh_per_cm2 = kilowatt_hour / square_centimetre;
inline constexpr auto g_per_cm2 = gCO2e / square_centimetre;
inline constexpr auto per_cm2 = 1.0 / square_centimetre;
inline constexpr auto g_per_kWh = gCO2e / kilowatt_hour;

inline constexpr source actuary{"Yinxiao-Feng/chiplet-actuary, parameter file (DAC 2022)", "2024-12-07", confidence::medium};
inline constexpr source act_energy{
    "facebookresearch/ACT v2.0, this or the nearest node; range of 10 % assumed", "2025-07-21", confidence::medium};
inline constexpr source act_gas{
    "facebookresearch/ACT v2.0, this or the nearest node, at 95 and 99 % abatement, middle as likely", "2025-07-21",
    confidence::medium};
inline constexpr source act_material{
    "facebookresearch/ACT v2.0, flat across nodes; range of 40 % assumed", "2025-07-21", confidence::low};
inline constexpr source act_taiwan{"facebookresearch/ACT v2.0, Taiwan 2022 and 2023", "2025-07-21", confidence::medium};
inline constexpr source tsmc_water{"TSMC 2022 ESG report, quoted by Scope3 methodology", "2022", confidence::high};
inline constexpr source assumed_masks{
    "Assumed between the 87 published for N7 and the few tens of planar nodes", "2026", confidence::assumed};

/// What a node is known by: the rest is ACT's, and the same for all foundries.
struct node_facts {
    char const* name;
    estimate wafer_price;    // USD
    estimate defect_density; // per cm2
    double energy;           // kWh per cm2
    double gas_95, gas_99;   // g per cm2 at 95 and 99 % abatement
    int mask_layers;
    estimate grid = range(583, 583, 642); // g per kWh; Taiwan
    bool planar = false;
};
constexpr basic_process_node<estimate> node_of(node_facts const& f) {
    return {
        .name = f.name,
        .wafer_price = f.wafer_price * USD,
        .defect_density = f.defect_density * per_cm2,
        .clustering = 10,
        .fab_energy = range(0.9 * f.energy, f.energy, 1.1 * f.energy) * kWh_per_cm2,
        .process_gas = range(f.gas_99, 0.5 * (f.gas_95 + f.gas_99), f.gas_95) * g_per_cm2,
        .material = range(300, 500, 700) * g_per_cm2,
        .fab_grid = f.grid * g_per_kWh,
        .mask_layers = f.mask_layers,
        .water_per_layer = known(137.3) * litre,
        .planar = f.planar,
    };
}
/// Sources of node_of's figures, those given first.
constexpr std::array<sourced_field, 10> node_sources(
    source const& name, source const& price, source const& defects, source const& masks = assumed_masks,
    source const& grid = act_taiwan
) {
    return {
        {{"name", name},
         {"wafer_price", price},
         {"defect_density", defects},
         {"clustering", actuary},
         {"fab_energy", act_energy},
         {"process_gas", act_gas},
         {"material", act_material},
         {"fab_grid", grid},
         {"mask_layers", masks},
         {"water_per_layer", tsmc_water}}};
}

inline constexpr source cset{
    "AI Chips: What They Are and Why They Matter, CSET, price table of 2020; ends of 15 % assumed", "2020", confidence::low};
inline constexpr source mature_defects{
    "Yinxiao-Feng/chiplet-actuary, mature nodes; high: ECO-CHIP; low: half, assumed", "2025-03-02", confidence::low};
} // namespace detail

/// TSMC 4N and 4NP (N5 class): Hopper and Blackwell.
inline constexpr auto tsmc_4n = detail::node_of({"TSMC 4N", range(13'495, 16'988, 20'000), range(0.07, 0.10, 0.11), 2.75, 430, 225, 81});
inline constexpr auto tsmc_4n_sources = detail::node_sources(
    {"H100 architecture notes, G. K. Lockwood", "2024", confidence::high},
    {"Low: N5 average price 2020, The Information Network; likely: CSET, AI Chips; high: N4 in 2026, OKX Discover",
     "2020/2026", confidence::low},
    {"0.10 to 0.11 in 2020, TSMC by AnandTech; low end: mature nodes in Chiplet Actuary", "2020-08-25",
     confidence::medium},
    {"Assumed: somewhat fewer than the 87 of N7, by EUV", "2021-08", confidence::assumed}
);

/// TSMC N5: what is known of 4N is known of N5.
inline constexpr auto tsmc_n5 = detail::node_of({"TSMC N5", range(13'495, 16'000, 16'988), range(0.07, 0.10, 0.11), 2.75, 430, 225, 81});
inline constexpr auto tsmc_n5_sources = detail::node_sources(
    {"TSMC", "2020", confidence::high},
    {"Low: average price 2020, The Information Network; likely: Tom's Hardware (China Times, DigiTimes); high: CSET", "2020/2025",
     confidence::medium},
    {"0.10 to 0.11 in 2020, TSMC by AnandTech; low end: mature nodes in Chiplet Actuary", "2020-08-25",
     confidence::medium},
    {"Assumed: somewhat fewer than the 87 of N7, by EUV", "2021-08", confidence::assumed}
);

/// TSMC N3 (N3E, N3P): no defect density is public; the range is that of N5 at its start to Chiplet Actuary's, which calls
/// its own row inaccurate.
inline constexpr auto tsmc_n3 = detail::node_of({"TSMC N3", range(18'000, 19'865, 20'000), range(0.08, 0.11, 0.20), 3.25, 470, 275, 85});
inline constexpr auto tsmc_n3_sources = detail::node_sources(
    {"TSMC", "2022", confidence::high},
    {"Tom's Hardware (China Times, DigiTimes), 18,000 to 20,000; likely: average price 2023, The Information Network",
     "2023/2025", confidence::medium},
    {"No public figure: N5 in 2020 as likely (TSMC by AnandTech), high: Chiplet Actuary, low: assumed", "2024-12-07",
     confidence::low}
);

/// TSMC N2: prices are rumours, defects assumed like N3's, carbon ACT's 3 nm (it has no 2 nm row).
inline constexpr auto tsmc_n2 = detail::node_of({"TSMC N2", range(22'000, 24'570, 30'000), range(0.08, 0.15, 0.25), 3.25, 470, 275, 90});
inline constexpr auto tsmc_n2_sources = detail::node_sources(
    {"TSMC", "2025", confidence::high},
    {"Likely: The Information Network; high: Tom's Hardware, rumoured; low: 10 % above N3, TSMC tempers 2 nm wafer premium",
     "2025", confidence::low},
    {"No public figure: assumed, a new node above N3", "2026", confidence::assumed}
);

/// TSMC A16: a rumoured price; defects and carbon as N2's.
inline constexpr auto tsmc_a16 = detail::node_of({"TSMC A16", range(30'000, 45'000, 45'000), range(0.08, 0.15, 0.30), 3.25, 470, 275, 95});
inline constexpr auto tsmc_a16_sources = detail::node_sources(
    {"TSMC", "2026", confidence::high},
    {"High and likely: Tom's Hardware, rumoured for 2026; low: N2's high, assumed", "2025", confidence::low},
    {"No public figure: assumed", "2026", confidence::assumed}
);

/// TSMC N7.
inline constexpr auto tsmc_n7 = detail::node_of({"TSMC N7", range(9'346, 9'346, 10'000), range(0.07, 0.09, 0.15), 2.15, 350, 200, 87});
inline constexpr auto tsmc_n7_sources = detail::node_sources(
    {"TSMC", "2018", confidence::high},
    {"Low and likely: CSET, AI Chips; high: Tom's Hardware (China Times, DigiTimes)", "2018/2025", confidence::medium},
    {"0.09, TSMC by AnandTech; high: PrincetonUniversity/ttm-cas; low: mature nodes in Chiplet Actuary", "2020-08-25",
     confidence::high},
    {"Sustainability in the semiconductor fab, 3D InCites, quoted by Scope3 methodology", "2021-08", confidence::medium}
);

/// TSMC N6: no figures of its own are public, so those of N7 stand in.
inline constexpr auto tsmc_n6 = detail::node_of({"TSMC N6", range(9'346, 9'346, 10'000), range(0.07, 0.09, 0.15), 2.15, 350, 200, 87});
inline constexpr auto tsmc_n6_sources = detail::node_sources(
    {"TSMC", "2020", confidence::high}, {"As N7, assumed", "2018/2025", confidence::low},
    {"As N7, assumed", "2020-08-25", confidence::low}, {"As N7, assumed", "2021-08", confidence::low}
);

/// TSMC N10.
inline constexpr auto tsmc_n10 = detail::node_of({"TSMC N10", range(5'100, 5'992, 6'900), range(0.04, 0.08, 0.11), 1.475, 240, 150, 78});
inline constexpr auto tsmc_n10_sources = detail::node_sources(
    {"TSMC", "2016", confidence::high},
    {"CSET, AI Chips; 6,000 by Tom's Hardware (China Times, DigiTimes); ends of 15 % assumed", "2016/2025", confidence::medium},
    detail::mature_defects
);

/// TSMC 16 and 12 nm FinFET (16FFC, 12FFN, 12FFC).
inline constexpr auto tsmc_n12 = detail::node_of({"TSMC 16/12 nm", range(3'390, 3'984, 4'580), range(0.04, 0.08, 0.09), 1.2, 200, 125, 60});
inline constexpr auto tsmc_n12_sources =
    detail::node_sources({"TSMC", "2017", confidence::high}, detail::cset, detail::mature_defects);

/// TSMC 28 nm.
inline constexpr auto tsmc_n28 = detail::node_of(
    {.name = "TSMC 28 nm",
     .wafer_price = range(2'460, 2'891, 3'320),
     .defect_density = range(0.035, 0.07, 0.08),
     .energy = 0.9,
     .gas_95 = 175,
     .gas_99 = 100,
     .mask_layers = 45,
     .planar = true}
);
inline constexpr auto tsmc_n28_sources =
    detail::node_sources({"TSMC", "2011", confidence::high}, detail::cset, detail::mature_defects);

/// GlobalFoundries 14 and 12 nm (14LPP, 12LP) in New York: price and defects of TSMC's class stand in.
inline constexpr auto globalfoundries_14 = detail::node_of(
    {"GlobalFoundries 14/12 nm", range(3'390, 3'984, 4'580), range(0.04, 0.08, 0.09), 1.2, 200, 125, 60, range(240, 369, 369)}
);
inline constexpr auto globalfoundries_14_sources = detail::node_sources(
    {"GlobalFoundries", "2016", confidence::high},
    {"No price is public: CSET's 16/14 nm class; ends of 15 % assumed", "2020", confidence::low}, detail::mature_defects,
    detail::assumed_masks,
    {"facebookresearch/ACT v2.0, United States 2023; low: New York's cleaner mix, assumed", "2025-07-21", confidence::low}
);

/// SMIC N+1 and N+2 (7 nm class, multiple patterning without EUV). The defect density is what reported yields of a 666 mm2
/// die leave: 20 % in 2024 (Chosun), 30 % in 2025 (Morgan Stanley), 40 % at best.
inline constexpr auto smic_n2 = detail::node_of(
    {"SMIC N+2", range(9'346, 14'000, 15'000), range(0.144, 0.192, 0.262), 2.15, 350, 200, 100, range(500, 600, 820)}
);
inline constexpr auto smic_n2_sources = detail::node_sources(
    {"Huawei Ascend 910B die shots", "2024-12", confidence::medium},
    {"TSMC N7 and 40 to 50 % above it, Financial Times, recalled", "2024-02", confidence::low},
    {"Yields of Ascend dies: 20 % (Chosun), 30 % (Morgan Stanley), 40 % (press), solved for the density", "2024/2026",
     confidence::low},
    {"Assumed above the 87 of N7: more patterning steps in place of EUV", "2026", confidence::assumed},
    {"Assumed: Chinese grids from 500 g/kWh to coal's 820 (ACT)", "2025-07-21", confidence::assumed}
);

/// The 65 nm class process of interposers. Price: a processed CoWoS wafer. Defect densities disagree widely: 98 % yield
/// claimed at 5.5 reticles is 0.0004 per cm2, CATCH has 0.001, ECO-CHIP 0.05 over a packaging divisor of 4. Chiplet
/// Actuary's 0.06 would leave 18 % at 5.5 reticles, against production, and is not in the range.
inline constexpr basic_process_node<estimate> interposer_65nm = {
    .name = "CoWoS interposer, 65 nm class",
    .wafer_price = range(8'700, 12'000, 14'400) * USD,
    .defect_density = range(0.0004, 0.001, 0.0125) * detail::per_cm2,
    .clustering = 6,
    .fab_energy = range(0.25, 0.9, 0.9) * detail::kWh_per_cm2,
    .process_gas = range(100, 137.5, 175) * detail::g_per_cm2,
    .material = range(300, 500, 700) * detail::g_per_cm2,
    .fab_grid = range(583, 583, 642) * detail::g_per_kWh,
    .mask_layers = 10,
    .water_per_layer = known(137.3) * litre,
    .planar = true,
};
inline constexpr sourced_field interposer_65nm_sources[] = {
    {"name", {"ASU-VDA-Lab/ECO-CHIP, technology parameters", "2025-03-02", confidence::medium}},
    {"wafer_price",
     {"Likely: OKX Discover; low: the least packaging cost by Silicon Analysts (300 USD) at 29 per wafer; high: price "
      "rises of 2025 on top",
      "2026", confidence::low}},
    {"defect_density",
     {"Low: claimed 98 % yield at 5.5 reticles; likely: CATCH; high: ECO-CHIP 65 nm over 4", "2025-07-22",
      confidence::low}},
    {"clustering", {"Yinxiao-Feng/chiplet-actuary, silicon interposer (DAC 2022)", "2024-12-07", confidence::medium}},
    {"fab_energy",
     {"facebookresearch/ACT v2.0, 28 nm, its oldest; low end: what ECO-CHIP's 65 nm total implies", "2025-07-21",
      confidence::low}},
    {"process_gas", {"facebookresearch/ACT v2.0, 28 nm at 95 and 99 % abatement", "2025-07-21", confidence::low}},
    {"material",
     {"facebookresearch/ACT v2.0, flat across nodes; range of 40 % assumed", "2025-07-21", confidence::low}},
    {"fab_grid", {"facebookresearch/ACT v2.0, Taiwan 2022 and 2023", "2025-07-21", confidence::medium}},
    {"mask_layers", {"Assumed: vias, four metal layers and their contacts", "2026", confidence::assumed}},
    {"water_per_layer", {"TSMC 2022 ESG report, quoted by Scope3 methodology", "2022", confidence::high}},
};

/// Redistribution layers of copper and polymer that hold local bridges (CoWoS-L), the bridges apart. Price: a fan-out wafer
/// at least; likely, a package of 16 per wafer at 1.47 times one of 29 per wafer on silicon leaves 0.81 of that wafer's
/// price (with its bridges: some too much); at most a CoWoS wafer after the price rises. Chiplet Actuary's 0.05 defects per
/// cm2 of a fan-out would leave 31 % of carriers at 3.3 reticles, against production, and are not in the range.
inline constexpr basic_process_node<estimate> cowos_l_layers = {
    .name = "CoWoS-L redistribution layers",
    .wafer_price = range(1'200, 9'700, 14'400) * USD,
    .defect_density = range(0.0004, 0.001, 0.0125) * detail::per_cm2,
    .clustering = 3,
    .fab_energy = range(0.15, 0.54, 0.9) * detail::kWh_per_cm2,
    .process_gas = range(60, 82.5, 175) * detail::g_per_cm2,
    .material = range(180, 300, 700) * detail::g_per_cm2,
    .fab_grid = range(583, 583, 642) * detail::g_per_kWh,
    .mask_layers = 6,
    .water_per_layer = known(137.3) * litre,
    .planar = true,
};
inline constexpr sourced_field cowos_l_layers_sources[] = {
    {"name", {"ASU-VDA-Lab/ECO-CHIP, redistribution layers", "2025-03-02", confidence::medium}},
    {"wafer_price",
     {"Low: Chiplet Actuary, fan-out wafer; likely: CoWoS-L packaging 47 % above CoWoS-S's (Silicon Analysts), 16 and 29 per "
      "wafer (RedplanX News); high: as interposer_65nm",
      "2026-02", confidence::low}},
    {"defect_density",
     {"Low: claimed 98 % yield at 5.5 reticles, which are CoWoS-L's; likely and high: as interposer_65nm, assumed",
      "2025-07-22", confidence::low}},
    {"clustering", {"Yinxiao-Feng/chiplet-actuary, fan-out (DAC 2022)", "2024-12-07", confidence::medium}},
    {"fab_energy", {"Six of interposer_65nm's ten layers, assumed; high: all of it", "2025-07-21", confidence::assumed}},
    {"process_gas", {"Six of interposer_65nm's ten layers, assumed; high: all of it", "2025-07-21", confidence::assumed}},
    {"material", {"Six of interposer_65nm's ten layers, assumed; high: all of it", "2025-07-21", confidence::assumed}},
    {"fab_grid", {"facebookresearch/ACT v2.0, Taiwan 2022 and 2023", "2025-07-21", confidence::medium}},
    {"mask_layers", {"ASU-VDA-Lab/ECO-CHIP, six redistribution layers", "2025-03-02", confidence::low}},
    {"water_per_layer", {"TSMC 2022 ESG report, quoted by Scope3 methodology", "2022", confidence::high}},
};

} // namespace tallywatt::catalog
