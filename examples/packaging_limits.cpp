// How many accelerators, and how many gigawatts of new data centre, does a year of packaging, memory and leading-edge wafers
// allow? From 2024 to 2027, by the input that binds, with bands; then what larger packages do to it, who gets what, and what it
// costs a fleet to wait.

#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/hbm_generations.hpp>
#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/catalog/supply.hpp>
#include <tallywatt/cluster/new_load.hpp>
#include <tallywatt/number.hpp>
#include <tallywatt/tallywatt.hpp>

#include <array>
#include <vector>

#include "page.hpp"

using namespace tallywatt;
using page::heading;
using page::say;

namespace {

constexpr auto unit = accelerator_unit;
double millions(accelerator_count<> const& n) { return n.in(1e6 * unit); }

// ---- 1. What one accelerator takes ----------------------------------------------------------------------------------------

// [needs]
template <class T>
basic_accelerator_needs<T> takes(basic_package<estimate> const& p) {
    return needs_of(convert<T>(p), plan_package(p), {0, 0, 0, 0}); // all dies from leading-edge wafers
}
// [/needs]

// ---- 2. What a year brings ------------------------------------------------------------------------------------------------

/// Accelerators' share of a year, N5-class and N3-class wafers together as leading-edge ones.
template <class T>
basic_input_amounts<T> brings(calendar_month const& from, calendar_month const& to) {
    auto a = share_of(amounts_in(convert<T>(catalog::industry), from, to), convert<T>(catalog::accelerators_2025));
    a.wafers[0] = a.wafers[0] + a.wafers[1];
    a.wafers[1] = T(0.0);
    a.stated[1] = false;
    return a;
}
template <class T>
basic_input_amounts<T> brings(int year_of_delivery) {
    return brings<T>(start_of(year_of_delivery), end_of(year_of_delivery));
}
char const* name(industry_input i) {
    return i == industry_input::wafers_0 ? "leading-edge wafers" : i == industry_input::hbm ? "HBM" : "CoWoS wafers";
}
constexpr std::array inputs{industry_input::wafers_0, industry_input::carrier_wafers, industry_input::hbm};
constexpr std::array years{2024, 2025, 2026, 2027};

// ---- 5. Larger packages ---------------------------------------------------------------------------------------------------

/// A B200's dies on a square carrier, with as many stacks of HBM as its edges hold.
package enlarged(double reticles, int dies) {
    package p = catalog::b200_package;
    p.dies[0].count = dies;
    auto carrier = std::get<bridge_interposer>(p.carrier);
    carrier.size = square_carrier(reticles);
    p.carrier = carrier;
    p.hbm_count = hbm_sites(carrier.size, hbm_generation(catalog::hbm3e).footprint);
    return p;
}

} // namespace

int main() {
    say("An accelerator is logic from a leading-edge fab, memory from a DRAM maker and a carrier from a packaging "
        "line; who has two of "
        "the three has none. This page counts what the industry's capacities allow, in packages of one kind (B200: two "
        "dies of 800 "
        "mm2, eight stacks), so that years compare. Every figure is an estimate that somebody published; the bands say "
        "how far they "
        "disagree.");

    heading("What one good package takes");
    fmt::print(
        "{:<20} {:>16} {:>16} {:>16} {:>16}\n", "", "carriers on a", "packages from a", "packages from a", "HBM bought"
    );
    fmt::print("{:<20} {:>16} {:>16} {:>16} {:>16}\n", "", "CoWoS wafer", "CoWoS wafer", "logic wafer", "for each");
    for (auto const* p :
         {&catalog::h100_package, &catalog::h200_package, &catalog::b200_package, &catalog::mi300x_package}) {
        auto const n = takes<double>(*p);
        fmt::print(
            "{:<20} {:>16.0f} {:>16.1f} {:>16.1f} {:>13.0f} GB\n", n.name, plan_package(*p).carrier.per_wafer,
            1.0 / (n.carrier_wafers * unit), 1.0 / (n.wafers[0] * unit), (n.hbm * unit).in(GB)
        );
    }
    say("The first column is geometry, the others carry every yield: a package that fails its last test takes its "
        "memory with it. "
        "(MI300X's logic wafers are of two nodes, counted together here.)");

    heading("What a year brings: the industry's capacities, and their lead times");
    supply_outlook const industry = catalog::industry;
    fmt::print("{:<8} {:>34}   {:>34}\n", "", "CoWoS wafers, thousands", "HBM, million GB");
    fmt::print(
        "{:<8} {:>11} {:>11} {:>10}   {:>11} {:>11} {:>10}\n", "", "begun", "delivered", "range", "shipped",
        "delivered", "range"
    );
    for (int const y : years) {
        auto at_once = industry;
        at_once.carrier_wafers.lead_time = at_once.hbm.lead_time = {};
        auto const begun = amounts_in(at_once, start_of(y), end_of(y)),
                   out = amounts_in(industry, start_of(y), end_of(y));
        auto const whole = amounts_in(convert<interval>(catalog::industry), start_of(y), end_of(y));
        auto const gb = [](auto const& x) { return x.in(1e6 * GB); };
        fmt::print(
            "{:<8} {:>11.0f} {:>11.0f} {:>10}   {:>11.0f} {:>11.0f} {:>10}\n", y, 1e-3 * begun.carrier_wafers,
            1e-3 * out.carrier_wafers,
            fmt::format("{:.0f}-{:.0f}", 1e-3 * whole.carrier_wafers.low, 1e-3 * whole.carrier_wafers.high),
            gb(begun.hbm), gb(out.hbm), fmt::format("{:.0f}-{:.0f}", gb(whole.hbm).low, gb(whole.hbm).high)
        );
    }
    say("Capacities double within a year, so what is delivered, begun {:.1f} months before on the packaging line, lags "
        "well behind "
        "what is begun: a line that opens in December is next year's.",
        industry.carrier_wafers.lead_time.in(month));

    heading("How many B200 that allows, in millions");
    say("Accelerators get {:.0f} % of CoWoS and HBM, and as much of leading-edge wafers as in 2025, {:.0f} %.",
        100.0 * input_shares(catalog::accelerators_2025).hbm.value,
        100.0 * input_shares(catalog::accelerators_2025).wafers[0].value);
    say("");
    fmt::print(
        "{:<8} {:>10} {:>8} {:>8} {:>9}   {:<20} {:>15} {:>15} {:>13}\n", "", "logic, at", "", "", "", "",
        "10 to 90 %,", "10 to 90 %,", ""
    );
    fmt::print(
        "{:<8} {:>10} {:>8} {:>8} {:>9}   {:<20} {:>15} {:>15} {:>13}\n", "", "its share", "CoWoS", "HBM", "least",
        "binds", "together", "independent", "whole range"
    );
    auto const need = takes<double>(catalog::b200_package);
    auto const need_range = takes<interval>(catalog::b200_package);
    std::array<supply_ranges, 4> ranges;
    std::array<supply_bound, 4> bounds;
    for (std::size_t i = 0; i < years.size(); ++i) {
        // [bound]
        supply_bound const b = allowed(brings<double>(years[i]), need);
        auto const whole = allowed(brings<interval>(years[i]), need_range);
        supply_ranges const r = ranges_of(b, whole);
        // [/bound]
        bounds[i] = b;
        ranges[i] = r;
        fmt::print("{:<8}", years[i]);
        for (auto const in : inputs)
            fmt::print(" {:>{}.1f}", millions(b.allowed_by(in)), in == industry_input::wafers_0 ? 10 : 8);
        fmt::print(" {:>9.1f}   {:<20}", millions(b.total), name(b.binding()));
        for (auto const how : {supply_correlation::full, supply_correlation::independent})
            fmt::print(
                " {:>15}",
                fmt::format(
                    "{:.1f}-{:.1f}", millions(supply_quantile(r, 0.1, how)), millions(supply_quantile(r, 0.9, how))
                )
            );
        fmt::print(
            " {:>13}\n",
            fmt::format("{:.1f}-{:.1f}", 1e-6 * whole.total.base_value.low, 1e-6 * whole.total.base_value.high)
        );
    }
    say("");
    say("\"Together\": all inputs are good or bad at once. \"Independent\": each draws for itself, and what binds is "
        "the worst of the "
        "draws, so the band lies lower. Truth lies between. The whole range takes every figure at its worst or best "
        "end.");

    heading("Which input binds: probability, inputs independent");
    fmt::print("{:<24}", "");
    for (int const y : years)
        fmt::print(" {:>8}", y);
    fmt::print("\n");
    for (auto const in : inputs) {
        fmt::print("{:<24}", name(in));
        for (auto const& r : ranges)
            fmt::print(" {:>6.0f} %", 100.0 * probability_of_binding(r, in));
        fmt::print("\n");
    }
    say("Logic binds where accelerators keep their share of leading-edge wafers; but a share is a choice of the "
        "foundry and of what "
        "others pay, and packaging lines and memory fabs are not. To use up the next scarcest input, accelerators "
        "would take this "
        "much of the wafers:");
    fmt::print("{:<24}", "share of wafers");
    for (std::size_t i = 0; i < years.size(); ++i) {
        auto const next =
            math::min(bounds[i].allowed_by(industry_input::carrier_wafers), bounds[i].allowed_by(industry_input::hbm));
        fmt::print(
            " {:>6.0f} %", 100.0 * input_shares(catalog::accelerators_2025).wafers[0].value
                               * (next / bounds[i].allowed_by(industry_input::wafers_0))
        );
    }
    fmt::print("\n{:<24}", "next to bind");
    for (auto const& b : bounds)
        fmt::print(
            " {:>8}", b.allowed_by(industry_input::carrier_wafers) < b.allowed_by(industry_input::hbm) ? "CoWoS" : "HBM"
        );
    fmt::print("\n");

    heading("Servers, racks and gigawatts");
    // [load]
    server const hgx = catalog::hgx_b200;
    per_server<at_it<power<>>> const drawn{at_it<power<>>{highest_server_power(hgx)}};
    auto const load = [&](accelerator_count<> n) {
        return load_of<double>(n, hgx.accelerators, 4.0, drawn, pue{1.25});
    };
    // [/load]
    fmt::print(
        "{:<8} {:>14} {:>14} {:>12} {:>18} {:>22}\n", "", "servers of 8", "racks of 4", "least", "if logic follows",
        "10 to 90 %, together"
    );
    for (std::size_t i = 0; i < years.size(); ++i) {
        auto const gw = [&](accelerator_count<> n) { return load(n).facility.value.in(gigawatt); };
        auto next = ranges[i];
        next.asked[0] = false; // logic follows
        auto const l = load(bounds[i].total);
        auto const follows =
            math::min(bounds[i].allowed_by(industry_input::carrier_wafers), bounds[i].allowed_by(industry_input::hbm));
        fmt::print(
            "{:<8} {:>14.0f} {:>14.0f} {:>9.1f} GW {:>15.1f} GW {:>22}\n", years[i], l.servers, l.racks,
            gw(bounds[i].total), gw(follows),
            fmt::format(
                "{:.1f}-{:.1f} GW", gw(supply_quantile(next, 0.1, supply_correlation::full)),
                gw(supply_quantile(next, 0.9, supply_correlation::full))
            )
        );
    }
    say("A server draws {:.1f} kW, an accelerator {:.2f} kW at the facility (PUE 1.25).",
        drawn.value.value.in(kilowatt),
        power_at_facility<double>(hgx.accelerators, drawn, pue{1.25}).value.in(kilowatt));

    heading("Larger packages, 2026: the same dies on more carrier");
    fmt::print(
        "{:<22} {:>7} {:>7} {:>10} {:>12} {:>9} {:>9} {:>14} {:>16}\n", "", "", "", "on a CoWoS", "million by", "by",
        "dies in", "binds", "HBM in all,"
    );
    fmt::print(
        "{:<22} {:>7} {:>7} {:>10} {:>12} {:>9} {:>9} {:>14} {:>16}\n", "carrier, reticles", "dies", "stacks", "wafer",
        "CoWoS", "HBM", "all, M", "", "million GB"
    );
    struct size {
        double reticles;
        int dies;
    };
    for (auto const [reticles, dies] : {size{2.0, 1}, {3.3, 2}, {5.5, 2}, {5.5, 4}, {9.5, 4}, {9.5, 6}}) {
        package const p = enlarged(reticles, dies);
        auto const plan = plan_package(p);
        auto const n = needs_of(p, plan, {0, 0, 0, 0});
        auto a = brings<double>(2026);
        a.stated[0] = false; // logic follows
        auto const b = allowed(a, n);
        double const memory = millions(b.total) * static_cast<double>(p.hbm_count) * p.hbm.capacity.in(GB);
        fmt::print(
            "{:<22.1f} {:>7} {:>7} {:>10.0f} {:>12.1f} {:>9.1f} {:>9.1f} {:>14} {:>16.0f}\n", reticles, dies,
            p.hbm_count, plan.carrier.per_wafer, millions(b.allowed_by(industry_input::carrier_wafers)),
            millions(b.allowed_by(industry_input::hbm)), millions(b.total) * dies, name(b.binding()), memory
        );
    }
    say("Stacks grow with a carrier's edge and dies with its area, but carriers on a wafer fall faster than area "
        "grows: a round wafer "
        "has less and less use for large squares. Up to two reticles memory binds; from there on the packaging line "
        "does, and memory is "
        "left over. Four dies on 5.5 reticles get as many dies out of the line as two on 3.3; on 9.5 reticles the "
        "wafer's rim and the "
        "many placed parts, each a chance to lose all the others, cost more than the area brings.");

    heading("Who gets it: CoWoS in 2025 and 2026");
    market_shares const then = catalog::cowos_buyers_2025, now = catalog::cowos_buyers_2026;
    for (auto const& buyer : then.of) {
        auto const later = now.find(buyer.name);
        fmt::print(
            "{:<20} {:>6.0f} % {:>14}\n", buyer.name, 100.0 * buyer.share.value,
            later ? fmt::format("{:.0f} %", 100.0 * later->value) : std::string("not published")
        );
    }
    say("");
    say("Two products that want more of 2026's packaging line than there is: a large one (B200, 6 million at 25,000 "
        "USD of margin "
        "each) and a small one (H200, 9 million at 15,000).");
    // [allocation]
    std::array const rivals{
        competitor{
            .needs = takes<double>(catalog::b200_package), .demand = 6e6 * unit, .margin = 25'000.0 * USD / unit},
        competitor{
            .needs = takes<double>(catalog::h200_package), .demand = 9e6 * unit, .margin = 15'000.0 * USD / unit}};
    auto line = brings<double>(2026);
    line.stated[0] = false;
    line.carrier_wafers *= 0.6; // what is left to these two
    std::array<accelerator_count<>, 2> shared{}, sold{};
    allocate_in_proportion<double>(rivals, line, shared);
    allocate_by_margin<double>(rivals, line, industry_input::carrier_wafers, sold);
    // [/allocation]
    auto const earned = [&](auto const& n) {
        return (n[0] * rivals[0].margin + n[1] * rivals[1].margin).in(1e9 * USD);
    };
    fmt::print("{:<36} {:>8} {:>8} {:>22}\n", "", "B200, M", "H200, M", "margin, billion USD");
    fmt::print(
        "{:<36} {:>8.1f} {:>8.1f} {:>22.0f}\n", "each cut alike", millions(shared[0]), millions(shared[1]),
        earned(shared)
    );
    fmt::print(
        "{:<36} {:>8.1f} {:>8.1f} {:>22.0f}\n", "by margin on a CoWoS wafer", millions(sold[0]), millions(sold[1]),
        earned(sold)
    );
    say("The large one earns more each and less on a wafer ({:.0f} against {:.0f} thousand USD): what counts is margin "
        "per unit of "
        "what is scarce.",
        (rivals[0].margin / rivals[0].needs.carrier_wafers).in(1e3 * USD),
        (rivals[1].margin / rivals[1].needs.carrier_wafers).in(1e3 * USD));

    heading("A fleet that waits: 400,000 accelerators wanted in January 2026, from 3 % of what there is");
    // [fleet]
    std::vector<accelerator_count<>> wanted(24), offered;
    wanted[0] = 400e3 * unit;
    for (int m = 0; m < 24; ++m) {
        auto a = brings<double>(start_of(2026) + m, start_of(2026) + (m + 1));
        a.stated[0] = false;
        offered.push_back(0.03 * allowed(a, need).total);
    }
    auto const plan = schedule_deliveries<double>(start_of(2026), wanted, offered);
    auto const waiting = cost_of_waiting(
        plan,
        {.idle = 0.25 * USD / accelerator_hour, .margin = 1.0 * USD / accelerator_hour, .discount = discount_rate{0.08}}
    );
    // [/fleet]
    fmt::print("{:<20} {:>16} {:>16} {:>16}\n", "", "delivered", "so far", "still waiting");
    for (int m = 0; m < plan.months_to_complete(); m += 3) {
        double delivered = 0.0;
        int const last = m + 2 < plan.months ? m + 2 : plan.months - 1;
        for (int i = m; i <= last; ++i)
            delivered += plan.line[static_cast<std::size_t>(i)].delivered.base_value;
        auto const& l = plan.line[static_cast<std::size_t>(last)];
        auto const at = start_of(2026) + m;
        fmt::print(
            "quarter from {}-{:02} {:>18.0f} {:>16.0f} {:>16.0f}\n", at.year, at.number, delivered,
            l.cumulative.base_value, l.backlog.base_value
        );
    }
    say("The last comes after {} months, the mean after {:.1f}. With shells, connections and staff idle at 0.25 USD "
        "and a margin of 1 "
        "USD per accelerator-hour lost, waiting costs {:.3g} of idle capital and {:.3g} of margin: {:.0f} USD for each "
        "accelerator.",
        plan.months_to_complete(), plan.mean_wait().in(month), waiting.idle, waiting.margin,
        waiting.total().in(USD) / 400e3);

    heading("Two checks");
    // [h200]
    accelerator_needs const h200{
        .name = "H200", .wafers = {{1.0 / 55.0 / unit}}, .carrier_wafers = 1.0 / 28.0 / unit, .hbm = 141.0 * GB / unit};
    input_amounts const million = requirements(h200, 1.3e6 * unit);
    auto const spent = spending(million, {.hbm = 15.0 * USD / GB});
    // [/h200]
    say("1.3 million H200 at 55 good dies and 28 packages a wafer: {:.0f} logic wafers, {:.0f} CoWoS wafers, {:.1f} "
        "million GB of HBM for "
        "{:.5g}, as published for 2026.",
        million.wafers[0], million.carrier_wafers, million.hbm.in(1e6 * GB), spent.of(industry_input::hbm));
    scanner const euv = catalog::euv_scanner;
    auto const exposures = count_per_power<>(2.0e6 / gigawatt);
    say("An EUV scanner makes {:.0f} exposures a year; at 2.0 million for a gigawatt of accelerators that is {:.3f} "
        "GW, and the 700 "
        "scanners expected for 2030 allow {:.0f} GW a year: more than any year above, if accelerators got all of them.",
        passes(euv, 1.0 * year), power_per_tool(euv, exposures, 1.0 * year).in(gigawatt),
        700.0 * power_per_tool(euv, exposures, 1.0 * year).in(gigawatt));
}
