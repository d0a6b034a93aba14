#pragma once
// Accelerator packages: H100 (and H800, which differs in what is enabled only), H200, B200 (and each half of a GB200),
// and MI300X. Dies and stacks are published, outlines of interposers and all prices are estimates; bills of materials
// by analysts are for comparison (tests) and are not used to set anything here.
//
// Interposers: square outlines of 2.0, 3.3 and 3.5 reticles (858 mm2), which reproduce the reported 29 and 16 packages
// per wafer; another source has 2,500 mm2 for H100, hence the wide upper end.

#include <tallywatt/catalog/hbm.hpp>
#include <tallywatt/catalog/process_nodes.hpp>
#include <tallywatt/silicon/package.hpp>

namespace tallywatt::catalog {

namespace detail {

// Assembly and test, the same for all packages.
inline constexpr basic_fraction<estimate> attach_yield{range(0.95, 0.99, 0.999)};
inline constexpr auto placement_price = range(0.5, 3.0, 10.0) * USD;
inline constexpr auto final_test_price = range(7.0, 14.0, 140.0) * USD;
inline constexpr auto probe_price = range(0.4, 0.83, 8.3) * USD;
inline constexpr basic_fraction<estimate> probe_coverage{range(0.9, 0.98, 0.999)};
inline constexpr basic_fraction<estimate> joint_yield{range(0.99, 0.999, 0.9999)};
inline constexpr auto largest_silicon = range(3.3, 3.5, 3.5) * reticle;
inline constexpr auto largest_bridged = range(3.3, 3.5, 5.5) * reticle;
inline constexpr basic_fraction<estimate> back_end_share{range(0.4855, 0.5675, 0.65)};
inline constexpr auto package_board_carbon = range(5.0, 13.6, 30.0) * kgCO2e;
inline constexpr auto cold_plate_or_fin_carbon = range(5.0, 15.0, 30.0) * kgCO2e;
/// Under a carrier of so many mm2.
constexpr area<estimate> substrate_under(double least, double likely) {
    return range(1.8 * least, 2.2 * likely, 2.8 * likely) * square_millimetre;
}

/// `count` dies placed on the carrier, or bonded on dies of another kind.
constexpr basic_package_die<estimate> placed(basic_die<estimate> const& die, int count, int on = -1) {
    return {.die = die, .count = count, .on = on, .attach_yield = attach_yield, .attach_price = placement_price};
}

inline constexpr source attach_source{
    "Chiplet Actuary 0.99 organic and 0.95 silicon; google/chiplets-cost-model 0.99; CATCH 0.999", "2024-12-07",
    confidence::low};
inline constexpr source joint_source{
    "nanocad-lab/CATCH, alignment yield 0.999; ends, ten times the loss and a tenth, assumed", "2025-07-22", confidence::low};
inline constexpr source back_end_source{
    "ASU-VDA-Lab/ECO-CHIP, 65 and 28 nm; low: its least, 22 nm; high: assumed, as far above", "2025-03-02", confidence::low};
inline constexpr source placement_source{
    "CATCH, bonder cost and time; Chiplet Actuary, micro bumps at 0.01 USD/mm2", "2025-07-22", confidence::low};
inline constexpr source test_source{
    "google/chiplets-cost-model, final and system-level test of an example chip; high: ten times as long", "2022-08-09",
    confidence::low};
inline constexpr source module_source{"No test between the carrier and the substrate known", "2026", confidence::assumed};
inline constexpr source final_coverage_source{
    "By definition: what fails after it is a return and no loss of manufacture", "2026", confidence::high};
inline constexpr source largest_silicon_source{
    "TSMC: 3.3 exposures in its roadmap, 3.5 quoted in 2025", "2025-05-02", confidence::low};
inline constexpr source largest_bridge_source{
    "TSMC roadmap: 3.3 exposures until 2025, 5.5 for CoWoS-L in 2026 and 2027", "2025", confidence::low};
inline constexpr source probe_source{
    "google/chiplets-cost-model, 15 s of probing at 200 USD/h; high: ten times as long", "2022-08-09", confidence::low};
inline constexpr source coverage_source{"Assumed; no published figure", "2026", confidence::assumed};
inline constexpr source substrate_source{
    "Chiplet Actuary, organic substrate: 4 times the area, layer factor 2, 0.005 USD/mm2, and bumps", "2024-12-07",
    confidence::low};
inline constexpr source substrate_carbon_source{
    "facebookresearch/ACT v2.0, 150 g per packaged chip; likely: one per die and stack; high: assumed", "2025-07-21",
    confidence::low};
inline constexpr source substrate_area_source{
    "TSMC roadmap of 2024: 80, 100 and 120 mm square under 3.3, 5.5 and 8 exposures, 2.1 to 2.3 times the carrier; ends assumed",
    "2024", confidence::low};
inline constexpr source board_source{
    "Dell R740 life cycle assessment, main board of 109 kg, an eighth of it; ends assumed", "2019", confidence::low};
inline constexpr source sink_source{"Assumed: 2 kg of metal at 8 kg per kg; ends assumed", "2026", confidence::assumed};
inline constexpr source share_source{"Assumed from die photographs; no published figure", "2026", confidence::assumed};

} // namespace detail

/// GH100: 814 mm2, 132 of 144 streaming multiprocessors enabled.
inline constexpr basic_die<estimate> gh100 = {
    .size = {known(26.0) * millimetre, known(31.31) * millimetre},
    .node = tsmc_4n,
    .repeated = {.units = 144, .needed = 132},
    .repeated_share = basic_fraction<estimate>{range(0.5, 0.6, 0.7)},
    .test_price = detail::probe_price,
    .fault_coverage = detail::probe_coverage,
};
inline constexpr sourced_field gh100_sources[] = {
    {"size", {"814 mm2, The Economics of Chiplets; sides assumed from a 26 mm field", "2024", confidence::high}},
    {"node", {"tsmc_4n of this catalog, with sources of its own", "2026", confidence::low}},
    {"repeated", {"H100 processor notes, G. K. Lockwood", "2024", confidence::high}},
    {"repeated_share", detail::share_source},
    {"test_price", detail::probe_source},
    {"fault_coverage", detail::coverage_source},
};

/// One of B200's two dies: 74 of 80 streaming multiprocessors enabled.
inline constexpr basic_die<estimate> blackwell_die = {
    .size = {range(25.0, 26.0, 26.0) * millimetre, range(30.0, 30.77, 32.0) * millimetre},
    .node = tsmc_4n,
    .repeated = {.units = 80, .needed = 74},
    .repeated_share = basic_fraction<estimate>{range(0.5, 0.6, 0.7)},
    .test_price = detail::probe_price,
    .fault_coverage = detail::probe_coverage,
};
inline constexpr sourced_field blackwell_die_sources[] = {
    {"size",
     {"About 800 mm2, never published: B200 cost breakdown, Silicon Analysts; sides and range assumed, 26 mm the most of a "
      "lithography field",
      "2026", confidence::low}},
    {"node", {"tsmc_4n of this catalog, with sources of its own", "2026", confidence::low}},
    {"repeated", {"148 of 160 per package, A100 vs B200 specifications, HMC Tech", "2025", confidence::medium}},
    {"repeated_share", detail::share_source},
    {"test_price", detail::probe_source},
    {"fault_coverage", detail::coverage_source},
};

/// MI300X's compute die (XCD): 38 of 40 compute units enabled.
inline constexpr basic_die<estimate> mi300x_xcd = {
    .size = {range(10.49, 10.72, 10.72) * millimetre, range(10.49, 10.72, 10.72) * millimetre},
    .node = tsmc_4n,
    .repeated = {.units = 40, .needed = 38},
    .repeated_share = basic_fraction<estimate>{range(0.5, 0.6, 0.75)},
    .test_price = detail::probe_price,
    .fault_coverage = detail::probe_coverage,
};
inline constexpr sourced_field mi300x_xcd_sources[] = {
    {"size",
     {"115 mm2 from die shots, 110 mm2 by an ISSCC 2026 report; square assumed", "2026-02-16", confidence::low}},
    {"node", {"N5 (Hot Chips 2024); tsmc_4n of this catalog stands for the N5 class", "2024-08", confidence::low}},
    {"repeated",
     {"304 of 320 over eight dies, MI355X at ISSCC 2026, World Today News", "2026-02-16", confidence::high}},
    {"repeated_share", detail::share_source},
    {"test_price", detail::probe_source},
    {"fault_coverage", detail::coverage_source},
};

/// MI300X's input/output die (IOD): nothing harvested.
inline constexpr basic_die<estimate> mi300x_iod = {
    .size = {range(18.5, 19.24, 20.0) * millimetre, range(18.5, 19.24, 20.0) * millimetre},
    .node = tsmc_n6,
    .repeated = {.units = 0, .needed = 0},
    .repeated_share = basic_fraction<estimate>{known(0.0)},
    .test_price = detail::probe_price,
    .fault_coverage = detail::probe_coverage,
};
inline constexpr sourced_field mi300x_iod_sources[] = {
    {"size", {"About 370 mm2, recalled from AMD's disclosures; square and range assumed", "2023", confidence::low}},
    {"node", {"N6 (Hot Chips 2024); tsmc_n6 of this catalog, with sources of its own", "2024-08", confidence::low}},
    {"repeated", {"No harvesting known", "2024", confidence::assumed}},
    {"repeated_share", {"No harvesting known", "2024", confidence::assumed}},
    {"test_price", detail::probe_source},
    {"fault_coverage", detail::coverage_source},
};

/// H100 SXM: GH100 with five HBM3 stacks on a CoWoS-S interposer.
inline constexpr basic_package<estimate> h100_package = {
    .name = "H100 SXM package",
    .dies = {{detail::placed(gh100, 1)}},
    .hbm = hbm3_16,
    .hbm_count = 5,
    .hbm_attach_yield = detail::attach_yield,
    .hbm_attach_price = detail::placement_price,
    .carrier =
        basic_silicon_interposer<estimate>{
            .size = {range(40.0, 41.42, 50.0) * millimetre, range(40.0, 41.42, 50.0) * millimetre},
            .node = interposer_65nm,
            .stitch_yield = detail::joint_yield,
            .back_end_share = detail::back_end_share,
            .largest_area = detail::largest_silicon},
    .substrate_yield = detail::attach_yield,
    .substrate_price = range(40.0, 77.0, 150.0) * USD,
    .test_price = detail::final_test_price,
    .substrate_carbon = range(0.15, 0.9, 5.0) * kgCO2e,
    .board_carbon = detail::package_board_carbon,
    .heat_sink_carbon = detail::cold_plate_or_fin_carbon,
    .substrate_area = detail::substrate_under(1'600.0, 1'716.0),
};

/// H800 SXM: the same package.
inline constexpr basic_package<estimate> h800_package = h100_package;

/// H200 SXM: GH100 with six HBM3E stacks (144 GB, of which 141 are exposed).
inline constexpr basic_package<estimate> h200_package = {
    .name = "H200 SXM package",
    .dies = {{detail::placed(gh100, 1)}},
    .hbm = hbm3e_24,
    .hbm_count = 6,
    .hbm_attach_yield = detail::attach_yield,
    .hbm_attach_price = detail::placement_price,
    .carrier = h100_package.carrier,
    .substrate_yield = detail::attach_yield,
    .substrate_price = range(40.0, 77.0, 150.0) * USD,
    .test_price = detail::final_test_price,
    .substrate_carbon = range(0.15, 1.05, 5.0) * kgCO2e,
    .board_carbon = detail::package_board_carbon,
    .heat_sink_carbon = detail::cold_plate_or_fin_carbon,
    .substrate_area = detail::substrate_under(1'600.0, 1'716.0),
};

/// B200: two dies and eight HBM3E stacks on a CoWoS-L interposer.
inline constexpr basic_package<estimate> b200_package = {
    .name = "B200 package",
    .dies = {{detail::placed(blackwell_die, 2)}},
    .hbm = hbm3e_24,
    .hbm_count = 8,
    .hbm_attach_yield = detail::attach_yield,
    .hbm_attach_price = detail::placement_price,
    .carrier =
        basic_bridge_interposer<estimate>{
         .size = {range(52.3, 53.21, 53.21) * millimetre, range(52.3, 53.21, 53.21) * millimetre},
         .node = cowos_l_layers,
         .bridges =
             {.count = 10,
              .size = {range(2.0, 4.0, 8.0) * millimetre, range(2.0, 4.0, 8.0) * millimetre},
              .node = interposer_65nm,
              .placement_yield = detail::joint_yield,
              .back_end_share = detail::back_end_share},
         .back_end_share = detail::back_end_share,
         .largest_area = detail::largest_bridged},
    .substrate_yield = detail::attach_yield,
    .substrate_price = range(60.0, 128.0, 250.0) * USD,
    .test_price = detail::final_test_price,
    .substrate_carbon = range(0.15, 1.5, 8.0) * kgCO2e,
    .board_carbon = detail::package_board_carbon,
    .heat_sink_carbon = detail::cold_plate_or_fin_carbon,
    .substrate_area = detail::substrate_under(2'735.0, 2'831.0),
};

/// MI300X: eight XCDs on four IODs, eight HBM3 stacks, CoWoS-S. The bonding of XCDs on IODs counts as one attach each.
inline constexpr basic_package<estimate> mi300x_package = {
    .name = "MI300X package",
    .dies = {{detail::placed(mi300x_xcd, 8, 1), detail::placed(mi300x_iod, 4)}},
    .hbm = hbm3_24,
    .hbm_count = 8,
    .hbm_attach_yield = detail::attach_yield,
    .hbm_attach_price = detail::placement_price,
    .carrier =
        basic_silicon_interposer<estimate>{
            .size = {range(53.2, 54.79, 54.79) * millimetre, range(53.2, 54.79, 54.79) * millimetre},
            .node = interposer_65nm,
            .stitch_yield = detail::joint_yield,
            .back_end_share = detail::back_end_share,
            .largest_area = detail::largest_silicon},
    .stack_coverage = detail::probe_coverage,
    .substrate_yield = detail::attach_yield,
    .substrate_price = range(60.0, 135.0, 250.0) * USD,
    .test_price = detail::final_test_price,
    .substrate_carbon = range(0.15, 3.0, 8.0) * kgCO2e,
    .board_carbon = detail::package_board_carbon,
    .heat_sink_carbon = detail::cold_plate_or_fin_carbon,
    .substrate_area = detail::substrate_under(2'830.0, 3'002.0),
};

inline constexpr sourced_field h100_package_sources[] = {
    {"name", {"NVIDIA", "2022", confidence::high}},
    {"dies[0].die", {"gh100 of this catalog, with sources of its own", "2026", confidence::low}},
    {"dies[0].count", {"H100 processor notes, G. K. Lockwood", "2024", confidence::high}},
    {"dies[0].on", {"Placed on the carrier", "2024", confidence::high}},
    {"dies[0].attach_yield", detail::attach_source},
    {"dies[0].attach_price", detail::placement_source},
    {"dies[0].bump_price", {"In the price of placing", "2024", confidence::high}},
    {"dies", {"No second kind of die", "2024", confidence::high}},
    {"hbm", {"hbm3_16 of this catalog, with sources of its own", "2026", confidence::low}},
    {"hbm_count", {"80 GB in five of six places, H100 processor notes, G. K. Lockwood", "2024", confidence::high}},
    {"carrier.size",
     {"Assumed square of 2.0 reticles, matches 29 per wafer (RedplanX News); high: 2,500 mm2 claimed", "2024",
      confidence::low}},
    {"carrier.node", {"interposer_65nm of this catalog, with sources of its own", "2026", confidence::low}},
    {"carrier.stitch_yield", detail::joint_source},
    {"carrier.largest_area", detail::largest_silicon_source},
    {"carrier.back_end_share", detail::back_end_source},
    {"carrier.bump_price", {"In the price of the processed wafer", "2024", confidence::high}},
    {"hbm_attach_yield", detail::attach_source},
    {"stack_coverage", {"No stacked dies", "2024", confidence::high}},
    {"module_coverage", detail::module_source},
    {"test_coverage", detail::final_coverage_source},
    {"substrate_yield", detail::attach_source},
    {"hbm_attach_price", detail::placement_source},
    {"substrate_price", detail::substrate_source},
    {"test_price", detail::test_source},
    {"substrate_carbon", detail::substrate_carbon_source},
    {"board_carbon", detail::board_source},
    {"heat_sink_carbon", detail::sink_source},
    {"substrate_area", detail::substrate_area_source},
};
inline constexpr auto& h800_package_sources = h100_package_sources;

inline constexpr sourced_field h200_package_sources[] = {
    {"name", {"NVIDIA", "2023", confidence::high}},
    {"dies[0].die", {"gh100 of this catalog, with sources of its own", "2026", confidence::low}},
    {"dies[0].count", {"H100 processor notes, G. K. Lockwood: same silicon", "2024", confidence::medium}},
    {"dies[0].on", {"Placed on the carrier", "2024", confidence::high}},
    {"dies[0].attach_yield", detail::attach_source},
    {"dies[0].attach_price", detail::placement_source},
    {"dies[0].bump_price", {"In the price of placing", "2024", confidence::high}},
    {"dies", {"No second kind of die", "2024", confidence::high}},
    {"hbm", {"hbm3e_24 of this catalog, with sources of its own", "2026", confidence::low}},
    {"hbm_count", {"141 GB exposed of 144 in six stacks, NVIDIA", "2024-01-20", confidence::high}},
    {"carrier.size", {"As H100; 28 or 29 per wafer (RedplanX News)", "2024", confidence::low}},
    {"carrier.node", {"interposer_65nm of this catalog, with sources of its own", "2026", confidence::low}},
    {"carrier.stitch_yield", detail::joint_source},
    {"carrier.largest_area", detail::largest_silicon_source},
    {"carrier.back_end_share", detail::back_end_source},
    {"carrier.bump_price", {"In the price of the processed wafer", "2024", confidence::high}},
    {"hbm_attach_yield", detail::attach_source},
    {"stack_coverage", {"No stacked dies", "2024", confidence::high}},
    {"module_coverage", detail::module_source},
    {"test_coverage", detail::final_coverage_source},
    {"substrate_yield", detail::attach_source},
    {"hbm_attach_price", detail::placement_source},
    {"substrate_price", detail::substrate_source},
    {"test_price", detail::test_source},
    {"substrate_carbon", detail::substrate_carbon_source},
    {"board_carbon", detail::board_source},
    {"heat_sink_carbon", detail::sink_source},
    {"substrate_area", detail::substrate_area_source},
};

inline constexpr sourced_field b200_package_sources[] = {
    {"name", {"NVIDIA", "2024", confidence::high}},
    {"dies[0].die", {"blackwell_die of this catalog, with sources of its own", "2026", confidence::low}},
    {"dies[0].count", {"Blackwell Ultra details, TweakTown", "2025-08-26", confidence::high}},
    {"dies[0].on", {"Placed on the carrier", "2024", confidence::high}},
    {"dies[0].attach_yield", detail::attach_source},
    {"dies[0].attach_price", detail::placement_source},
    {"dies[0].bump_price", {"In the price of placing", "2024", confidence::high}},
    {"dies", {"No second kind of die", "2024", confidence::high}},
    {"hbm", {"hbm3e_24 of this catalog, with sources of its own", "2026", confidence::low}},
    {"hbm_count", {"192 GB in eight stacks, NVIDIA", "2026", confidence::high}},
    {"carrier.size",
     {"Assumed square of 3.3 reticles, matches 16 per wafer (RedplanX News); low: 2,739 mm2, Copper Road", "2024",
      confidence::low}},
    {"carrier.node", {"cowos_l_layers of this catalog, with sources of its own", "2026", confidence::low}},
    {"carrier.bridges.count", {"Assumed: one per stack and two between the dies", "2026", confidence::assumed}},
    {"carrier.bridges.size", {"Assumed: a few square millimetres to some tens each", "2026", confidence::assumed}},
    {"carrier.bridges.node", {"interposer_65nm of this catalog, with sources of its own", "2026", confidence::low}},
    {"carrier.bridges.placement_yield", detail::joint_source},
    {"carrier.bridges.placement_price", {"In the price of placing dies", "2024", confidence::high}},
    {"carrier.bridges.back_end_share", detail::back_end_source},
    {"carrier.largest_area", detail::largest_bridge_source},
    {"carrier.back_end_share", detail::back_end_source},
    {"carrier.bump_price", {"In the price of the processed wafer", "2024", confidence::high}},
    {"hbm_attach_yield", detail::attach_source},
    {"stack_coverage", {"No stacked dies", "2024", confidence::high}},
    {"module_coverage", detail::module_source},
    {"test_coverage", detail::final_coverage_source},
    {"substrate_yield", detail::attach_source},
    {"hbm_attach_price", detail::placement_source},
    {"substrate_price", detail::substrate_source},
    {"test_price", detail::test_source},
    {"substrate_carbon", detail::substrate_carbon_source},
    {"board_carbon", detail::board_source},
    {"heat_sink_carbon", detail::sink_source},
    {"substrate_area", detail::substrate_area_source},
};

inline constexpr sourced_field mi300x_package_sources[] = {
    {"name", {"AMD", "2023", confidence::high}},
    {"dies[0].die", {"mi300x_xcd of this catalog, with sources of its own", "2026", confidence::low}},
    {"dies[0].count", {"Hot Chips 2024", "2024-08", confidence::high}},
    {"dies[0].on", {"Placed on the carrier", "2024", confidence::high}},
    {"dies[0].attach_yield", detail::attach_source},
    {"dies[0].attach_price", detail::placement_source},
    {"dies[0].bump_price", {"In the price of placing", "2024", confidence::high}},
    {"dies[1].die", {"mi300x_iod of this catalog, with sources of its own", "2026", confidence::low}},
    {"dies[1].count", {"Hot Chips 2024", "2024-08", confidence::high}},
    {"dies[1].on", {"Placed on the carrier", "2024-08", confidence::high}},
    {"dies[1].attach_yield", detail::attach_source},
    {"dies[1].attach_price", detail::placement_source},
    {"dies[1].bump_price", {"In the price of placing", "2024", confidence::high}},
    {"dies", {"Two kinds of dies, Hot Chips 2024", "2024-08", confidence::high}},
    {"hbm", {"hbm3_24 of this catalog, with sources of its own", "2026", confidence::low}},
    {"hbm_count", {"192 GB in eight stacks, Hot Chips 2024", "2024-08", confidence::high}},
    {"carrier.size",
     {"Assumed square of 3.5 reticles; low: 3.3, the ceiling of CoWoS-S", "2025-05-02", confidence::low}},
    {"carrier.node", {"interposer_65nm of this catalog, with sources of its own", "2026", confidence::low}},
    {"carrier.stitch_yield", detail::joint_source},
    {"carrier.largest_area", detail::largest_silicon_source},
    {"carrier.back_end_share", detail::back_end_source},
    {"carrier.bump_price", {"In the price of the processed wafer", "2024", confidence::high}},
    {"hbm_attach_yield", detail::attach_source},
    {"stack_coverage", detail::coverage_source},
    {"module_coverage", detail::module_source},
    {"test_coverage", detail::final_coverage_source},
    {"substrate_yield", detail::attach_source},
    {"hbm_attach_price", detail::placement_source},
    {"substrate_price", detail::substrate_source},
    {"test_price", detail::test_source},
    {"substrate_carbon", detail::substrate_carbon_source},
    {"board_carbon", detail::board_source},
    {"heat_sink_carbon", detail::sink_source},
    {"substrate_area", detail::substrate_area_source},
};

} // namespace tallywatt::catalog
