// The tables of docs/catalog.md against the catalog. With TALLYWATT_UPDATE_DOCS=1 in the environment they are written anew.
#include <tallywatt/catalog/find.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/silicon/embodied.hpp>
#include <tallywatt/silicon/package_geometry.hpp>

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace {
using namespace tallywatt;

std::string digits(double x) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, x >= 9999.5 ? "%.0f" : "%.4g", x);
    return buffer;
}
/// The likely value, and the range where there is one.
std::string text(estimate const& e, double unit) {
    std::string s = digits(e.likely / unit);
    std::string const low = digits(e.low / unit), high = digits(e.high / unit);
    return low == high ? s : s + " (" + low + " to " + high + ")";
}
template <class Q>
std::string text(std::optional<Q> const& x, double unit) {
    return x.has_value() ? text(number_in(*x), unit) : "-";
}
std::string text(std::optional<int> const& x) { return x.has_value() ? std::to_string(*x) : "-"; }
std::string text(char const* x) { return x != nullptr ? x : "-"; }
std::string full_name(char const* vendor, char const* name) { return std::string(vendor) + ' ' + name; }

constexpr double tera = 1e12, giga = 1e9, gib = 1073741824.0, thousand = 1e3;

/// Sizes under a GiB in MB; above, in GiB where they are whole ones, else in GB.
std::string memory(basic_datasheet<estimate> const& s) {
    if (!s.memory.capacity.has_value())
        return "-";
    estimate const e = number_in(*s.memory.capacity);
    if (e.likely < gib)
        return text(e, 1e6) + " MB";
    double const whole = e.likely / gib;
    bool const binary = whole - static_cast<double>(static_cast<long>(whole)) < 1e-9;
    return binary ? text(e, gib) + " GiB" : text(e, giga) + " GB";
}

bool assumes(catalog::accelerator_entry const& e) {
    for (sourced_field const& s : e.model_sources)
        if (s.from.trust == confidence::assumed
            && (std::string_view(s.field) == "tdp" || std::string_view(s.field) == "link_rate"
                || std::string_view(s.field) == "memory_bandwidth" || std::string_view(s.field) == "price"))
            return true;
    return false;
}
std::string model(catalog::accelerator_entry const& e) {
    return e.model == nullptr ? "-" : !e.from_sheet ? "own" : assumes(e) ? "sheet +" : "sheet";
}

std::string accelerators() {
    std::string t = "| product | `catalog::` | year | node | dies | TFLOP/s, 16 bits | FP8 | memory | TB/s | W | "
                    "links, GB/s | price, kUSD | model |\n"
                    "|---|---|---|---|---|---|---|---|---|---|---|---|---|\n";
    for (catalog::accelerator_entry const& e : catalog::all_accelerators) {
        auto const& s = *e.sheet;
        t += "| " + full_name(s.vendor, s.name) + " | `" + (e.model != nullptr ? e.id : e.sheet_id) + "` | "
             + std::to_string(s.year) + " | " + text(s.silicon.node) + " | " + text(s.silicon.compute_dies) + " | "
             + text(s.peak.sixteen_bits(), tera) + " | " + text(s.peak.fp8, tera) + " | " + memory(s) + " | "
             + text(s.memory.bandwidth, tera) + " | " + text(s.power.tdp, 1.0) + " | " + text(s.scale_up.rate, giga)
             + " | " + text(s.quotes[0].amount, thousand) + " | " + model(e) + " |\n";
    }
    return t;
}

std::string unknown() {
    std::string t = "| product | unknown |\n|---|---|\n";
    for (catalog::accelerator_entry const& e : catalog::all_accelerators) {
        auto const& s = *e.sheet;
        std::string missing;
        auto const need = [&](bool known, char const* what) {
            missing += known ? "" : (missing.empty() ? "" : ", ") + std::string(what);
        };
        need(s.silicon.die_area.has_value(), "die area");
        need(s.silicon.transistors.has_value(), "transistors");
        need(s.peak.sixteen_bits().has_value(), "rate at 16 bits");
        need(s.memory.capacity.has_value(), "memory size");
        need(s.memory.bandwidth.has_value(), "memory bandwidth");
        need(s.power.tdp.has_value(), "power limit");
        need(s.scale_up.rate.has_value() || s.scale_up.domain.value_or(2) == 1, "links");
        need(s.quotes[0].amount.has_value(), "price");
        if (!missing.empty())
            t += "| " + full_name(s.vendor, s.name) + " | " + missing + " |\n";
    }
    return t;
}

std::string notes() {
    std::string t;
    for (catalog::accelerator_entry const& e : catalog::all_accelerators)
        if (e.sheet->note != nullptr)
            t += "- **" + full_name(e.sheet->vendor, e.sheet->name) + "**: " + e.sheet->note + '\n';
    return t;
}

std::string systems() {
    std::string t = "| system | `catalog::` | year | accelerators | one domain | PFLOP/s, BF16 | memory, TB | hosts' "
                    "CPUs | interfaces | kW at most | "
                    "weight, kg | price, kUSD | cooling |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|\n";
    for (catalog::system_entry const& e : catalog::all_systems) {
        auto const& s = *e.sheet;
        std::string nics = "-";
        if (s.nics.has_value() && s.nic_rate.has_value())
            nics = std::to_string(*s.nics) + " x " + text(s.nic_rate, giga / 8.0) + " Gb/s";
        else if (s.network.has_value())
            nics = text(s.network, giga / 8.0) + " Gb/s in all";
        std::string cpus = text(s.cpu);
        if (s.cpus.has_value())
            cpus = std::to_string(*s.cpus) + " x " + cpus;
        t += "| " + full_name(s.vendor, s.name) + " | `" + e.id + "` | " + std::to_string(s.year) + " | "
             + std::to_string(s.accelerators) + " x " + e.accelerator->name + " | " + text(s.scale_up_domain) + " | "
             + text(total(s, e.accelerator->peak.sixteen_bits()), 1e15) + " | "
             + text(total(s, e.accelerator->memory.capacity), 1e12) + " | " + cpus + " | " + nics + " | "
             + text(s.power_max, thousand) + " | " + text(s.weight, 1.0) + " | " + text(s.quotes[0].amount, thousand)
             + " | " + text(s.cooling) + " |\n";
    }
    return t;
}

std::string system_notes() {
    std::string t;
    for (catalog::system_entry const& e : catalog::all_systems)
        if (e.sheet->note != nullptr)
            t += "- **" + full_name(e.sheet->vendor, e.sheet->name) + "**: " + e.sheet->note + '\n';
    return t;
}

char const* carrier_name(basic_carrier<estimate> const& c) {
    constexpr char const* names[] = {"silicon interposer", "layers with bridges", "layers",        "fan-out",      "organic substrate",
                                     "bridges in the substrate", "stack",         "glass", "whole wafer", "part of a wafer"};
    static_assert(std::size(names) == std::variant_size_v<basic_carrier<estimate>>);
    return names[c.index()];
}

std::string packages() {
    std::string t = "| product | dies | carrier | stacks | cost, USD | carbon, kg | water, m3 | tightest |\n|---|---|---|---|---|---|---|---|\n";
    for (catalog::accelerator_entry const& e : catalog::all_accelerators) {
        if (e.package == nullptr)
            continue;
        auto const& p = *e.package;
        auto const plan = plan_package(p);
        auto const likely = convert<double>(p);
        auto const wide = convert<interval>(p);
        auto const cost = manufacturing_cost(wide, plan).total().in(USD);
        auto const made = embodied(wide, plan);
        std::string dies;
        for (auto const& d : p.dies)
            if (d.count > 0)
                dies += (dies.empty() ? "" : ", ") + std::to_string(d.count) + " x " + digits(d.die.size.area().in(square_millimetre).likely)
                        + " mm2, " + d.die.node.name;
        auto const g = package_geometry(likely);
        double const of[] = {g.carrier.value, g.filled.value, g.edges.value, g.height.value, g.substrate.value};
        constexpr char const* what[] = {"carrier", "area filled", "edges", "stack height", "substrate"};
        std::size_t most = 0;
        for (std::size_t i = 1; i < std::size(of); ++i)
            most = of[i] > of[most] ? i : most;
        auto const range_of = [&](double value, interval const& i, double unit) {
            return text(estimate{i.low, value, i.high}, unit);
        };
        t += "| " + full_name(e.sheet->vendor, e.sheet->name) + " | " + dies + " | " + carrier_name(p.carrier) + " | "
             + (p.hbm_count > 0 ? std::to_string(p.hbm_count) + " x " + p.hbm.name : std::string("-")) + " | "
             + range_of(manufacturing_cost(likely, plan).total().in(USD), cost, 1.0) + " | "
             + range_of(embodied(likely, plan).total().in(kgCO2e), made.total().in(kgCO2e), 1.0) + " | "
             + range_of(embodied(likely, plan).water.in(litre), made.water.in(litre), 1000.0) + " | " + what[most] + ' '
             + digits(of[most]) + " |\n";
    }
    return t;
}

/// The page with the text between <!-- name --> and <!-- /name --> replaced; false where the marks are not there.
bool replace(std::string& page, std::string const& name, std::string const& by) {
    std::string const open = "<!-- " + name + " -->\n", close = "<!-- /" + name + " -->";
    auto const from = page.find(open), to = page.find(close);
    if (from == std::string::npos || to == std::string::npos || to < from)
        return false;
    page.replace(from + open.size(), to - from - open.size(), by);
    return true;
}

TEST_CASE("docs/catalog.md shows what the catalog holds") {
    char const* const path = "docs/catalog.md"; // tests run in the project's root
    std::ifstream in(path);
    REQUIRE(in.good());
    std::stringstream content;
    content << in.rdbuf();
    std::string const page = content.str();
    std::string wanted = page;
    CHECK(replace(wanted, "accelerators", accelerators()));
    CHECK(replace(wanted, "packages", packages()));
    CHECK(replace(wanted, "unknown", unknown()));
    CHECK(replace(wanted, "notes", notes()));
    CHECK(replace(wanted, "systems", systems()));
    CHECK(replace(wanted, "system_notes", system_notes()));
    if (std::getenv("TALLYWATT_UPDATE_DOCS") != nullptr)
        std::ofstream(path) << wanted;
    else if (page != wanted)
        FAIL_CHECK("docs/catalog.md is not what the catalog holds: run unit_catalog with TALLYWATT_UPDATE_DOCS=1");
    CHECK(
        page.find(
            "holds " + std::to_string(std::size(catalog::all_accelerators)) + " accelerators and "
            + std::to_string(std::size(catalog::all_systems)) + " systems"
        )
        != std::string::npos
    );
}

} // namespace
