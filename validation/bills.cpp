#include "bills.hpp"

#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/boards.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/catalog/packages/amd.hpp>
#include <tallywatt/catalog/packages/nvidia.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/silicon/carbon_intensity.hpp>
#include <tallywatt/silicon/embodied.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace validation {

using namespace tallywatt;

namespace {

constexpr auto low_end = [](auto const& x) {
    if constexpr (requires { x.low; }) return x.low;
    else return static_cast<double>(x);
};
constexpr auto high_end = [](auto const& x) {
    if constexpr (requires { x.high; }) return x.high;
    else return static_cast<double>(x);
};

/// A figure with the ends that the ranges of all inputs allow.
struct figure {
    double likely = 0.0, low = 0.0, high = 0.0;
};

/// Predicts a published figure, which may be a middle of its ends, and says whether the two ranges meet.
void compare(context const& with, rows& r, std::string const& id, figure const& f, char const* unit, std::vector<std::string> why = {}) {
    auto const& c = with.cases.at(id);
    double low = c.number("value"), high = low;
    if (c.fact("inputs.ends.0").is_number()) low = c.number("inputs.ends.0"), high = c.number("inputs.ends.1");
    std::string const ours = fmt::format("{:.4g} to {:.4g} {}", f.low, f.high, unit);
    std::string const theirs = low < high ? fmt::format("{:.4g} to {:.4g}", low, high) : fmt::format("{:.4g}", low);
    bool const meet = f.low <= high && f.high >= low;
    why.insert(why.begin(), fmt::format("range {}, published {}: {}", ours, theirs, meet ? "they meet" : "APART"));
    r.predict(id, "value", f.likely, std::move(why));
}

// ---- money

struct money_lines {
    package_cost likely;
    basic_package_cost<interval> ends;
    template <class F>
    [[nodiscard]] figure of(F const& line) const {
        interval const e = line(ends).in(USD);
        return {line(likely).in(USD), e.low, e.high};
    }
};
money_lines cost_of(basic_package<estimate> const& p) {
    auto const plan = plan_package(p);
    return {manufacturing_cost<double>(p, plan), manufacturing_cost<interval>(p, plan)};
}

constexpr auto logic = [](auto const& c) { return c.logic; };
constexpr auto memory = [](auto const& c) { return c.hbm; };
constexpr auto packaging = [](auto const& c) { return c.interposer + c.attach + c.substrate; };
constexpr auto loss = [](auto const& c) { return c.yield_loss; };
constexpr auto test_and_loss = [](auto const& c) { return c.test + c.yield_loss; };
constexpr auto total = [](auto const& c) { return c.total(); };

void bills(context const& with, rows& r) {
    std::string const estimated = "an analyst's estimate, parts rounded; nothing here is set by it";
    std::string const floor_of_cost = "not itemised in the estimate; here: processed carrier wafer, attaching and substrate, at the carrier's own yield";
    std::string const defects = "wafer price and defect density by foundry press, test as a public model's";
    auto const h100 = cost_of(catalog::h100_package), b200 = cost_of(catalog::b200_package), mi300x = cost_of(catalog::mi300x_package);
    auto const row = [&](char const* id, figure const& f, std::vector<std::string> why = {}) {
        why.push_back(estimated);
        compare(with, r, id, f, "USD", std::move(why));
    };
    std::string const dear = "16.9 USD/GB in the estimate, 12.5 here for HBM3 in 2024",
                      prober = "test and scrap together, whose split is not published; the estimate's line is 28 % of its total, here test costs 14 USD and attaches at 0.99 lose a tenth";
    row("val.bom.H100.logic", h100.of(logic), {defects});
    row("val.bom.H100.hbm", h100.of(memory), {dear});
    row("val.bom.H100.packaging", h100.of(packaging), {floor_of_cost});
    row("val.bom.H100.test_assembly", h100.of(test_and_loss), {prober});
    row("val.bom.H100.total", h100.of(total), {"low by its memory price, packaging and test lines, see there"});
    row("val.bom.B200.logic", b200.of(logic), {defects});
    row("val.bom.B200.hbm", b200.of(memory));
    row("val.bom.B200.packaging", b200.of(packaging), {floor_of_cost});
    row("val.bom.B200.yield_loss", b200.of(loss));
    r.omit_rest("val.bom.B200.other", "", "not itemised in the estimate; parts of the module beside the package have no price here (final test: 14 USD, 7 to 140)");
    row("val.bom.B200.total", b200.of(total));
    row("val.bom.MI300X.logic", mi300x.of(logic), {defects});
    row("val.bom.MI300X.hbm", mi300x.of(memory), {"15.1 USD/GB in the estimate, 12.5 here"});
    row("val.bom.MI300X.packaging", mi300x.of(packaging), {floor_of_cost});
    row("val.bom.MI300X.test_assembly", mi300x.of(test_and_loss));
    row("val.bom.MI300X.total", mi300x.of(total));
    row("val.bom.H200.total", cost_of(catalog::h200_package).of(total));
    row("val.bom.MI355X.total", cost_of(catalog::mi355x_package).of(total));
    r.omit_rest("val.bom.GB200.total", "", "holds a Grace processor, of which no die is in the catalog");
}

void per_wafer(context const& with, rows& r) {
    std::pair<char const*, basic_package<estimate> const*> const all[] = {
        {"H100", &catalog::h100_package}, {"H200", &catalog::h200_package}, {"B200", &catalog::b200_package}, {"Rubin", &catalog::rubin_package}};
    for (auto const& entry : all) {
        auto const* const p = entry.second;
        // sides of the outline at its ends: a larger one gives fewer
        auto const at = [&](auto const& end) { return plan_package(convert<double>(*p, end)).carrier.per_wafer; };
        double const most = at(low_end);
        double const least = at(high_end);
        compare(with, r, std::string("val.packages_per_cowos_wafer.") + entry.first, {plan_package(*p).carrier.per_wafer, least, most}, "a wafer",
                {"outlines are not published: squares of 2.0, 3.3 and 5.5 exposures of 858 mm2, packed exactly"});
    }
}

// ---- carbon

struct board {
    basic_server_bill<estimate> const* around;
    basic_package<estimate> const* module;
};
constexpr board hgx_h100{&catalog::hgx_h100_baseboard, &catalog::h100_package}, hgx_b200{&catalog::hgx_b200_baseboard, &catalog::b200_package};

template <class T>
struct board_lines {
    basic_embodied<T> package;       ///< of one, its module's board and heat sink being lines of the baseboard
    basic_server_embodied<T> around;
    [[nodiscard]] co2e<T> total() const { return 8.0 * package.total() + around.total(); }
};
template <class T>
board_lines<T> lines_of(board const& b) {
    auto module = convert<T>(*b.module);
    module.board_carbon = {};
    module.heat_sink_carbon = {};
    return {embodied(module, plan_package(*b.module)), embodied(convert<T>(*b.around))};
}
figure total_of(board const& b) {
    interval const ends = lines_of<interval>(b).total().in(kgCO2e);
    return {lines_of<double>(b).total().in(kgCO2e), ends.low, ends.high};
}

// Every line that is not zero, with its range.
std::string all_lines(board const& b) {
    std::string text = "lines of eight packages and their baseboard, kg:";
    auto const visit = [&](double times, auto const& likely, auto const& ends) {
        std::vector<interval> wide;
        walk([&](field_path const&, field const&, auto const& line) { wide.push_back(interval(line.base_value)); }, field_path{}, ends);
        std::size_t n = 0;
        walk(
            [&](field_path const&, field const& f, auto const& line) {
                interval const e = wide[n++];
                if (std::string_view(f.name) != "water" && line.base_value > 0.0)
                    fmt::format_to(std::back_inserter(text), " {} {:.0f} ({:.0f} to {:.0f}),", f.name, times * line.base_value, times * e.low, times * e.high);
            },
            field_path{}, likely
        );
    };
    auto const likely = lines_of<double>(b);
    auto const ends = lines_of<interval>(b);
    visit(8.0, likely.package, ends.package);
    visit(1.0, likely.around, ends.around);
    text.back() = '.';
    return text;
}

void footprints(context const& with, rows& r) {
    std::string const bottom_up = "bottom up: dies by wafer area and fab, memory by die area, parts by mass and area; no coefficient is taken from a product's footprint";
    std::string const memory_share = "memory is half of it: its carbon per area is known within a factor of two";
    compare(with, r, "val.hgx_h100_pcf.total", total_of(hgx_h100), "kg", {bottom_up, memory_share, all_lines(hgx_h100)});

    // per operation at the full rate over the same life
    auto const intensity = [](accelerator const& chip, double kilograms) {
        hardware_life const life{.peak = dense(8.0 * 2.0 * chip.bf16.peak.value), .utilisation = fraction{1.0}, .availability = availability{1.0}, .life = 4.0 * year};
        return embodied_intensity(kilograms * kgCO2e, life).in(gCO2e / (1e18 * FLOP));
    };
    auto const per_operation = [&](board const& b, accelerator const& chip) {
        figure const kg = total_of(b);
        return figure{intensity(chip, kg.likely), intensity(chip, kg.low), intensity(chip, kg.high)};
    };
    std::string const life = "four years at the sparse peak of 16 bits, inferred from the footprint of HGX H100; neither is stated";
    figure const h100 = per_operation(hgx_h100, catalog::h100), b200 = per_operation(hgx_b200, catalog::b200);
    compare(with, r, "val.hgx_h100.embodied_intensity", h100, "g/EFLOP", {bottom_up, life});
    compare(with, r, "val.hgx_b200.embodied_intensity", b200, "g/EFLOP", {bottom_up, life, "boards, heat sinks and switch chips of HGX B200 are assumed", all_lines(hgx_b200)});

    // of the ratio, what both boards share cancels: coefficients at the same end in both
    auto const at = [](auto const& end) {
        auto const kg = [&](board const& b) {
            auto module = convert<double>(*b.module, end);
            module.board_carbon = {};
            module.heat_sink_carbon = {};
            return (8.0 * embodied(module, plan_package(*b.module)).total() + embodied(convert<double>(*b.around, end)).total()).in(kgCO2e);
        };
        return kg(hgx_b200) / kg(hgx_h100) * (accelerator(catalog::h100).bf16.peak.value / accelerator(catalog::b200).bf16.peak.value);
    };
    double const low = at(low_end);
    double const high = at(high_end);
    figure const ratio{b200.likely / h100.likely, std::min(low, high), std::max(low, high)};
    compare(with, r, "val.hgx.embodied_ratio.B200_to_H100", ratio, "", {"life and rate cancel; all coefficients at the low, the likely and the high end in both boards", bottom_up});
}

}  // namespace

void run_bills(context const& with, rows& r) {
    bills(with, r);
    per_wafer(with, r);
    footprints(with, r);
}

}  // namespace validation
