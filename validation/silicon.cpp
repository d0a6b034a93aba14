// Silicon: closed forms and other programs' outputs, in their own conventions (wafer edge, street, defect density).

#include "context.hpp"

#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/catalog/process_nodes.hpp>
#include <tallywatt/silicon/harvest.hpp>
#include <tallywatt/silicon/interposer.hpp>
#include <tallywatt/silicon/wafer.hpp>
#include <tallywatt/silicon/yield.hpp>

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
        for (auto const& [kind, how] : {std::pair<char const*, packing>{"grid", packing::aligned}, {"rows", packing::free_rows}})
            r.predict(std::string("val.catch.dies_per_wafer.") + text + ".edge0.1.street0.13." + kind, "value", dies_per_wafer(disc, size, how));
    // 5 nm, 0.5 per cm2 on a critical share of 0.67, clustering 2
    r.predict("val.catch.layer.5nm.100mm2.yield", "value", clustered{2}.yield(0.67 * 0.5 / square_centimetre, 100.0 * square_millimetre).value);

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
    r.predict("val.harvest.GH100.132of144.D0.1.sm_area_share0.6.gamma_alpha2", "value", harvested_yield_averaged(units, fraction{0.6}, 0.814, 2).value);
    double const attach[] = {0.99, 0.995, 0.999};
    for (int i = 0; i < 3; ++i) r.predict("val.assembly_yield.10_attach.at_0.99_0.995_0.999", "value." + std::to_string(i), math::pow(attach[i], 10));
}

// 1.3 million H200: 55 good dies a logic wafer, 28 packages a CoWoS wafer, 141 GB each at 15 USD a GB.
void supply(rows& r) {
    double const units = 1.3e6;
    r.predict("val.h200_2026.logic_wafers", "value", units / 55.0, {"bookkeeping"});
    r.predict("val.h200_2026.cowos_wafers", "value", units / 28.0, {"bookkeeping"});
    r.predict("val.h200_2026.hbm_spend", "value", units * (141.0 * GB * (15.0 * USD / GB)).in(USD), {"bookkeeping"});
}

}  // namespace

void run_silicon(context const& with, rows& r) {
    dies(r);
    interposers(r);
    yields_of_a_large_die(r);
    supply(r);
    for (auto const& c : with.cases.reference) {
        if (c.kind != "silicon") continue;
        auto const of = [&](char const* prefix) { return c.id.rfind(prefix, 0) == 0; };
        if (of("val.chiplet_actuary.re_cost") || of("val.chiplet_actuary.total_cost"))
            r.omit_rest(c.id, "", "that program's own bill of materials and design cost, not the library's");
        else if (of("val.ecochip"))
            r.omit_rest(c.id, "", "that program's test case: 450 mm wafers and its own node tables");
        else if (of("val.act") || of("val.dell"))
            r.omit_rest(c.id, "", "a general-purpose server's bill of materials, not in the catalog");
        else if (of("val.llmcompass"))
            r.omit_rest(c.id, "", "no area model from component counts");
        else if (of("val.catch.layer"))
            r.omit_rest(c.id, "", "that program's cost of a layer");
        else if (of("val.hgx"))
            r.omit_rest(c.id, "", "a product footprint implied by a ratio; its life and peak are inferred");
    }
}

}  // namespace validation
