// Silicon: closed forms and other programs' outputs, in their own conventions (wafer edge, street, defect density).

#include "bills.hpp"
#include "chiplet_actuary.hpp"
#include "context.hpp"

#include <tallywatt/catalog/fab_grids.hpp>
#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/catalog/process_nodes.hpp>
#include <tallywatt/silicon/carbon_bill.hpp>
#include <tallywatt/silicon/carbon_intensity.hpp>
#include <tallywatt/silicon/chiplet_carbon.hpp>
#include <tallywatt/silicon/harvest.hpp>
#include <tallywatt/silicon/interposer.hpp>
#include <tallywatt/silicon/reticle.hpp>
#include <tallywatt/silicon/supply.hpp>
#include <tallywatt/silicon/wafer.hpp>
#include <tallywatt/silicon/yield.hpp>

#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace validation {

using namespace tallywatt;

namespace {

void dies(rows& r) {
    // Chiplet Actuary: 300 mm with 5 mm of edge, 0.2 mm street, 800 mm2, 0.11 per cm2, clustering 10, 16,988 USD a wafer
    wafer const actuary{.edge_exclusion = 5.0 * millimetre, .street = 0.2 * millimetre};
    outline const square{std::sqrt(800.0) * millimetre, std::sqrt(800.0) * millimetre};
    double const gross = dies_per_wafer_classic(actuary, square).value;
    double const good = clustered{10}.yield(0.11 / square_centimetre, 800.0 * square_millimetre).value;
    std::string const name = "val.chiplet_actuary.5nm.800mm2.";
    r.predict(name + "dies_per_wafer", "value", gross);
    r.predict(name + "die_yield", "value", good);
    r.predict(name + "raw_die_cost", "value", 16988.0 / gross);
    r.predict(name + "known_good_die_cost", "value", 16988.0 / gross / good);

    // CATCH: 0.1 mm of edge, 0.13 mm street
    wafer const disc{.edge_exclusion = 0.1 * millimetre, .street = 0.13 * millimetre};
    for (auto const& [text, size] : {std::pair<char const*, outline>{"10x10", {10.0 * millimetre, 10.0 * millimetre}}, {"26x33", {26.0 * millimetre, 33.0 * millimetre}}})
        for (auto const& [kind, how] : {std::pair<char const*, packing>{"grid", packing::symmetric_grid}, {"rows", packing::symmetric_rows}})
            r.predict(std::string("val.catch.dies_per_wafer.") + text + ".edge0.1.street0.13." + kind, "value", dies_per_wafer(disc, size, how));
    // 5 nm, 0.5 per cm2 on a critical share of 0.67, clustering 2
    r.predict("val.catch.layer.5nm.100mm2.yield", "value", clustered{2}.yield(0.67 * 0.5 / square_centimetre, 100.0 * square_millimetre).value);

    // its cost: 0.25024 USD per mm2 of the whole wafer over whole dies; 30 % of it is exposure, paid by exposed area
    outline const square_of_100{10.0 * millimetre, 10.0 * millimetre};
    int const counted = dies_per_wafer(disc, square_of_100, packing::symmetric_grid);
    money<> const wafer_price = 0.25024 * USD / square_millimetre * disc.area();
    r.predict("val.catch.layer.5nm.100mm2.cost", "value", exposed_die_cost(wafer_price, counted, fraction{0.3}, exposure_fill(square_of_100.area())).in(USD));

    r.predict("val.google_chiplets.bose_einstein.378.14mm2.D0.1.n2", "value",
              bose_einstein{2}.yield(0.1 / square_centimetre, 378.14 * square_millimetre).value);
}

void interposers(rows& r) {
    wafer const disc{.edge_exclusion = 3.0 * millimetre, .street = 0.1 * millimetre}, bare{.edge_exclusion = 3.0 * millimetre, .street = 0.0 * millimetre};
    for (auto const& [text, fields] : {std::pair<char const*, double>{"2.0x", 2.0}, {"3.3x", 3.3}, {"5.5x", 5.5}}) {
        length<> const side = std::sqrt(fields * 858.0) * millimetre;
        outline const square{side, side};
        std::string const name = std::string("val.interposers_per_wafer.") + text;
        r.predict(name + ".exact_grid_square", "value", dies_per_wafer(disc, square));
        r.predict(name + ".classic_formula", "value", dies_per_wafer_classic(bare, square).value);
        r.predict(name + ".exponential_formula", "value", dies_per_wafer_exponential(bare, square).value);
    }
}

void yields_of_a_large_die(rows& r) {
    area_density<> const d = 0.1 / square_centimetre;
    area<> const a = 8.14 * square_centimetre;
    double const all[] = {poisson{}.yield(d, a).value,    murphy{}.yield(d, a).value,    seeds{}.yield(d, a).value,
                          clustered{2}.yield(d, a).value, clustered{3}.yield(d, a).value, clustered{10}.yield(d, a).value};
    for (int i = 0; i < 6; ++i) r.predict("val.yield_models.A8.14cm2.D0.1.poisson_murphy_seeds_nb2_nb3_nb10", "value." + std::to_string(i), all[i]);
    harvest const units{144, 132};
    r.predict("val.harvest.GH100.132of144.D0.1.sm_area_share0.6.poisson", "value", harvested_yield(units, fraction{0.6}, 0.814, 0).value);
    r.predict("val.harvest.GH100.132of144.D0.1.sm_area_share0.6.gamma_alpha2", "value", harvested_yield(units, fraction{0.6}, 0.814, 2).value);
    double const attach[] = {0.99, 0.995, 0.999};
    for (int i = 0; i < 3; ++i) r.predict("val.assembly_yield.10_attach.at_0.99_0.995_0.999", "value." + std::to_string(i), math::pow(attach[i], 10));
}

// 1.3 million H200: 55 good dies a logic wafer, 28 packages a CoWoS wafer, 141 GB each at 15 USD a GB.
void supply(rows& r) {
    accelerator_needs const h200{.name = "H200", .wafers = {{1.0 / 55.0 / accelerator_unit}},
        .carrier_wafers = 1.0 / 28.0 / accelerator_unit, .hbm = 141.0 * GB / accelerator_unit};
    input_amounts const a = requirements(h200, 1.3e6 * accelerator_unit);
    r.predict("val.h200_2026.logic_wafers", "value", a.wafers[0], {"bookkeeping"});
    r.predict("val.h200_2026.cowos_wafers", "value", a.carrier_wafers, {"bookkeeping"});
    r.predict("val.h200_2026.hbm_spend", "value", spending(a, {.hbm = 15.0 * USD / GB}).of(industry_input::hbm).in(USD), {"bookkeeping"});
}

// Chiplet Actuary: 800 mm2 at 5 nm as one die or two (a tenth larger together), by its parameters and its order of assembly.
void packages(rows& r) {
    namespace ca = chiplet_actuary;
    ca::parameters const p;
    ca::node const n5{0.11, 16988.0, 54.2e7};
    double const volume = 2e6, one = 800.0, half = 1.1 * 800.0 / 2;
    ca::chips const single[] = {{n5, one, 1}}, pair[] = {{n5, half, 2}};
    std::string const name = "val.chiplet_actuary.re_cost.5nm.800mm2.k2.";
    auto const soc = ca::make(p, single, ca::way::organic), mcm = ca::make(p, pair, ca::way::organic);
    r.predict(name + "soc", "value", ca::manufacturing(soc));
    r.predict(name + "mcm", "value", ca::manufacturing(mcm));
    r.predict(name + "info_chip_last", "value", ca::manufacturing(ca::make(p, pair, ca::way::fan_out)));
    r.predict(name + "info_chip_first", "value", ca::manufacturing(ca::make(p, pair, ca::way::fan_out, assembly_order::chip_first)));
    r.predict(name + "si_interposer", "value", ca::manufacturing(ca::make(p, pair, ca::way::interposer)));
    r.predict("val.chiplet_actuary.total_cost.5nm.800mm2.volume2000000.soc", "value",
              ca::manufacturing(soc) + ca::system_once(p, n5, 1, one, one, soc, ca::way::organic).total().in(USD) / volume);
    r.predict("val.chiplet_actuary.total_cost.5nm.800mm2.k2.volume2000000.mcm", "value",
              ca::manufacturing(mcm) + ca::system_once(p, n5, 2, one / 2, half, mcm, ca::way::organic).total().in(USD) / volume);
}

// ACT's bill of a Dell R740: parts, fab grids and yields as that program has them.
void act_bill(rows& r) {
    auto const store = [](int quantity, int chips, double gb, double grams) {
        return carbon_bill_line<>{.quantity = quantity, .chips = chips,
                                  .part = carbon_storage<>{.capacity = gb * GB, .carbon = grams * (gCO2e / GB), .yield = fraction{0.875}}};
    };
    carbon_bill_line<> const processor{.quantity = 2, .chips = 2,
        .part = carbon_die<>{.size = 6.98 * square_centimetre, .process = catalog::act_28nm,
                             .site = {.grid = 820.0 * (gCO2e / kilowatt_hour)}, .abatement = fraction{0.95}, .yield = fraction{0.875}}};
    carbon_bill_line<> const memory = store(12, 19, 36, 600);
    std::array<carbon_bill_line<>, 5> const lines{store(8, 13, 3840, 31), store(1, 13, 400, 31), store(1, 19, 68, 600), memory, processor};
    auto const total = bill_total<double>(lines, 150.0 * gCO2e);
    std::string const name = "val.act.dellr740.";
    r.predict(name + "total", "value", total.total().in(kgCO2e));
    r.predict(name + "fabrication", "value", total.made.in(kgCO2e));
    r.predict(name + "packaging", "value", total.packaging.in(kgCO2e));
    r.predict(name + "one_cpu_fab", "value", part_carbon<double>(processor).in(kgCO2e));
    r.predict(name + "one_dram_36GB_fab", "value", part_carbon<double>(memory).in(kgCO2e));
}

// ECO-CHIP's monolithic test case: 148 mm2 at 7 nm on wafers of 450 mm without edge or street.
void ecochip(rows& r) {
    wafer const disc{.diameter = 450.0 * millimetre, .edge_exclusion = {}, .street = {}};
    area<> const a = 148.0 * square_millimetre;
    length<> const side = std::sqrt(148.0) * millimetre;
    double const gross = dies_per_wafer_classic(disc, {side, side}).value;
    fraction const y = clustered{10}.yield(0.2 / square_centimetre, a);
    auto const cpa = 26.13 * (gCO2e / square_millimetre);
    double const made = die_and_waste_carbon<double>(cpa, a, y, disc.area(), static_cast<int>(gross), ratio{gross}).in(kgCO2e);
    design_effort const effort{.transistors = 82.86e6 / square_millimetre, .gates_per_core = 3645.8333 / hour, .core_power = 10.0 * watt,
                                 .grid = 700.0 * (gCO2e / kilowatt_hour), .iterations = ratio{90.0}, .volume = ratio{1e5}};
    double const designed = design_carbon<double>(effort, a).in(kgCO2e);
    double const run = operational_carbon<double>(6.0 * watt, duty{.dynamic = fraction{0.164167}}, 700.0 * (gCO2e / kilowatt_hour), 17'520.0 * hour).in(kgCO2e);
    std::string const name = "val.ecochip.test-monolithic.";
    r.predict(name + "closed_form.yield", "value", y.value);
    r.predict(name + "closed_form.area_term", "value", carbon_of_area<double>(cpa, a, y).in(kgCO2e));
    r.predict(name + "closed_form.wafer_waste_term", "value", edge_waste_carbon<double>(cpa, a, disc.area(), static_cast<int>(gross), ratio{gross}).in(kgCO2e));
    for (auto const& [text, value] : {std::pair<char const*, double>{"manufacturing", made}, {"design", designed}, {"operation", run}}) {
        r.predict(name + text + "_by_part_then_package", "value.0", value);
        r.predict(name + text + "_by_part_then_package", "value.1", 0.0);
    }
    r.predict(name + "total", "value", made + designed + run);
}

// NVIDIA's 0.66 g per EFLOP over four years at the peak of eight H100 is the footprint of a baseboard. (What the library
// makes of a baseboard, from dies to boards: bills.cpp.)
void footprint(rows& r) {
    hardware_life const life{.peak = dense(8.0 * 1979.0 * TFLOP_per_second), .utilisation = fraction{1.0}, .availability = availability{1.0}, .life = 4.0 * year};
    r.predict("val.hgx_h100_pcf.implied_from_0.66g_per_EF.4yr.15.83PF", "value", (0.66 * (gCO2e / (1e18 * FLOP)) * life.work()).in(kgCO2e));
}

}  // namespace

void run_silicon(context const& with, rows& r) {
    dies(r);
    interposers(r);
    yields_of_a_large_die(r);
    supply(r);
    packages(r);
    act_bill(r);
    ecochip(r);
    footprint(r);
    run_bills(with, r);
    for (auto const& c : with.cases.reference) {
        if (c.kind != "silicon") continue;
        auto const of = [&](char const* prefix) { return c.id.rfind(prefix, 0) == 0; };
        if (of("val.dell"))
            r.omit_rest(c.id, "", "a published assessment's parts: a general-purpose server, its drives alone 3,379 kg");
        else if (of("val.llmcompass"))
            r.omit_rest(c.id, "", "no area model from component counts");
    }
}

}  // namespace validation
