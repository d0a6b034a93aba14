// The printed report names every line of the report, and the ledger every figure that is relied on and not set.

#include "scenarios.hpp"

#include <tallywatt/catalog/ledger.hpp>
#include <tallywatt/io.hpp>
#include <tallywatt/tallywatt.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace tallywatt;

namespace {
bool contains(std::string const& text, std::string const& what) { return text.find(what) != std::string::npos; }

std::string label(field const& f) {
    if (f.label != nullptr) return f.label;
    std::string s = f.name;
    for (char& c : s)
        if (c == '_') c = ' ';
    return s;
}
/// Labels of all lines of a struct that are not zero.
template <class S>
std::vector<std::string> labels(S const& s) {
    std::vector<std::string> all;
    S::each(
        [&](field const& f, auto const& value) {
            if constexpr (numeric_leaf<std::remove_cvref_t<decltype(value)>>)
                if (static_cast<double>(number_in(value)) != 0.0) all.push_back(label(f));
        },
        s);
    return all;
}
/// The line of a field; empty where there is none.
std::string line_of(std::string const& text, std::string const& path) {
    auto const at = text.find("  " + path + " ");
    return at == std::string::npos ? std::string{} : text.substr(at, text.find('\n', at) - at);
}
/// Whether a field stands on a line with others: finance.it.{life, salvage}.
bool in_group(std::string const& text, std::string const& path) {
    auto const dot = path.rfind('.');
    std::string const start = "  " + path.substr(0, dot) + ".{", name = path.substr(dot + 1);
    for (auto at = text.find(start); at != std::string::npos; at = text.find(start, at + 1)) {
        std::string const names = ", " + text.substr(at + start.size(), text.find('}', at) - at - start.size()) + ',';
        if (contains(names, ", " + name + ',')) return true;
    }
    return false;
}
}  // namespace

TEST_CASE("the printed report holds every line that is not zero, every limit and no broken number") {
    for (auto const& s : scenarios::all) {
        INFO(std::string(s.name));
        report const r = evaluate(s.make());
        std::string const text = fmt::format("{}", r);
        auto const all_of = [&](auto const& part) {
            for (auto const& name : labels(part)) {
                INFO(name);
                CHECK(contains(text, "  " + name + " "));
            }
        };
        all_of(r.delivery);
        all_of(r.unit);
        all_of(r.power);
        all_of(r.it);
        all_of(r.overhead);
        all_of(r.capital);
        all_of(r.cost);
        all_of(r.carbon);
        all_of(r.water);
        all_of(r.memory);
        all_of(r.time);
        all_of(r.manufacture.cost);
        all_of(r.manufacture.embodied);
        for (auto const& l : r.limits) CHECK(contains(text, l.name));
        CHECK(contains(text, std::string("binding: ") + r.binding_limit().name));
        CHECK_FALSE(contains(text, " nan"));
        CHECK_FALSE(contains(text, "unnamed unit"));
    }
}

TEST_CASE("a report that lacks parts prints without broken numbers") {
    deployment d = scenarios::llama70b_h100_texas_air();
    d.cluster.server.accelerator.package_known = false;
    d.service.prices = {};
    std::string const text = fmt::format("{}", evaluate(d));
    CHECK_FALSE(contains(text, " nan"));
    CHECK_FALSE(contains(text, "Making one accelerator"));
    CHECK(contains(text, "never"));
    CHECK_FALSE(contains(fmt::format("{}", report{}), " nan"));  // prints even where nothing was evaluated
}

TEST_CASE("a report over intervals prints bounds") {
    deployment const d = scenarios::llama70b_h100_texas_air();
    auto wide = convert<interval>(d);
    wide.cluster.server.accelerator.price = money<interval>::from_base(interval(20'000.0, 30'000.0));
    std::string const text = fmt::format("{}", evaluate(prepare(wide), plan_deployment(prepare(d))));
    CHECK(contains(text, "["));
    CHECK(contains(text, "USD/Mtok"));
}

TEST_CASE("tokens a year, joules per token and subtotals of carbon are printed") {
    report const r = evaluate(scenarios::deepseek_r1_h200_virginia());
    std::string const text = fmt::format("{}", r);
    CHECK(contains(line_of(text, "output tokens a year"), fmt::format("{:.4g}", r.delivery.output.value * year)));
    CHECK(contains(line_of(text, "computed input tokens a year"), fmt::format("{:.4g}", r.delivery.input.value * year)));
    CHECK(contains(line_of(text, "energy per computed token, in J"), fmt::format("{:.4g} J/token", r.unit.energy.in(joule / token))));
    CHECK(contains(line_of(text, "energy with prompts, per output token, in J"), fmt::format("{:.4g} J/token", r.unit.energy_per_output.in(joule / token))));
    CHECK(contains(line_of(text, "of which operational"), fmt::format("{:.4g}", r.carbon.operational())));
    CHECK(contains(line_of(text, "of which embodied"), fmt::format("{:.4g}", r.carbon.embodied())));
}

TEST_CASE("numbers that round into the next unit are printed in it") {
    report r{};
    r.power.it = at_it<power<>>{999.99 * watt};
    r.power.provisioned = at_it<power<>>{9999.7 * gigawatt};  // there is no larger unit
    std::string const text = fmt::format("{}", r);
    CHECK(contains(line_of(text, "IT, mean"), " 1 kW"));
    CHECK(contains(line_of(text, "IT, provisioned"), " 10,000 GW"));
}

TEST_CASE("an unmet limit stands out") {
    deployment d = scenarios::deepseek_r1_h200_virginia();
    d.service.weights = precision::fp4;
    std::string const text = fmt::format("{}", evaluate(d));
    CHECK(contains(text, "binding: native number format (UNMET)"));
    CHECK(contains(line_of(text, "native number format"), "UNMET"));
    CHECK(contains(line_of(text, "memory of an accelerator"), "headroom"));
}

TEST_CASE("limits of yes and no print no headroom") {
    report const r = evaluate(scenarios::deepseek_r1_h200_virginia());
    std::string const text = fmt::format("{}", r);
    for (auto const* name : {"native number format", "liquid cooling of the servers", "network size"}) {
        std::string const line = line_of(text, name);
        INFO(line);
        CHECK(contains(line, " met"));
        CHECK_FALSE(contains(line, "headroom"));
    }
    report flagged{};
    flagged.limits[0] = {"a question", 0.5, true};
    CHECK_FALSE(contains(line_of(fmt::format("{}", flagged), "a question"), "headroom"));
}

TEST_CASE("the ledger holds value, trust and source of every default in use") {
    deployment d = scenarios::deepseek_r1_h200_virginia();
    std::string const text = fmt::format("{}", ledger_of(d));
    std::string const load = line_of(text, "service.traffic.load");
    CHECK(contains(load, fmt::format(" {} ", traffic{}.load)));
    CHECK(contains(load, "medium"));
    CHECK(contains(load, "DeepSeek production day"));
    CHECK(contains(load, "2025-03-01"));
    CHECK(contains(line_of(text, "site.staff"), "20 USD/kW-yr"));
    CHECK(contains(line_of(text, "site.maintenance"), "280 USD/kW-yr"));
    CHECK(contains(line_of(text, "cluster.rack.price"), "USD"));  // the default of the cluster, not of any rack
    CHECK(contains(line_of(text, "finance.it.life"), " 5 "));
    CHECK(contains(line_of(text, "site.cooling.coolant_rise"), "10 K"));
    CHECK(line_of(text, "cluster.server.accelerator.price").empty());  // the catalog's: not without a registry
}

TEST_CASE("the ledger with the catalog holds prices, carbon and their ranges") {
    deployment const d = scenarios::deepseek_r1_h200_virginia();
    std::string const text = fmt::format("{}", ledger_of(d, catalog::registry));
    auto const holds = [&](char const* path, std::initializer_list<char const*> words) {
        std::string const line = line_of(text, path);
        INFO(path, ": ", line);
        for (auto const* word : words) CHECK(contains(line, word));
    };
    holds("cluster.server.accelerator.price", {"31 kUSD", "25 to 40", "medium", "Epoch AI", "2026-04-22"});
    holds("supply.energy_price", {"0.064 USD/kWh", "0.05 to 0.075", "medium", "US EIA", "2023"});
    holds("supply.location_based", {"322 gCO2e/kWh", "300 to 396", "Google Cloud"});
    holds("site.cooling.coolant_supply", {"32 degC", "27 to 40", "medium"});
    holds("site.climate.bins", {"78 figures", "low"});
    holds("cluster.server.accelerator.bf16.peak", {"high"});
}

TEST_CASE("the ledger in brief keeps what is uncertain, prices and carbon, and counts the rest") {
    deployment const d = scenarios::deepseek_r1_h200_virginia();
    std::string const text = fmt::format("{}", ledger_of(d, catalog::registry).in_brief());
    int rest = 0;
    for_each_assumption(
        d,
        [&]<class Q>(std::string const& path, assumption<Q> const& a) {
            bool const uncertain = a.from.trust == confidence::low || a.from.trust == confidence::assumed;
            bool const price = std::same_as<Q, money<>> || std::same_as<Q, money_per_energy<>> || std::same_as<Q, co2e_per_energy<>>;
            bool const shown = !line_of(text, path).empty() || in_group(text, path);
            INFO(path);
            if (price || uncertain) CHECK((shown || contains(path, ".bins.")));
            if (!uncertain && !shown) ++rest;
        },
        catalog::registry);
    CHECK(rest > 20);
    CHECK(contains(text, fmt::format("{} more figures of high or medium trust: for_each_assumption lists them", rest)));
    CHECK(contains(line_of(text, "finance.shell.{life, salvage, maintenance, insurance, property_tax}"), " low "));
    CHECK(line_of(text, "cluster.server.accelerator.tdp").empty());  // stated by its vendor
    std::size_t const lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    CHECK(lines < 200);  // a page or two, of some 600 figures
}

TEST_CASE("the ledger drops a field once it is set") {
    deployment d = scenarios::deepseek_r1_h200_virginia();
    d.service.traffic.load = fraction{0.7};
    d.site.staff = per_year(25.0 * USD / kilowatt);
    d.finance.it.life = 6;
    d.cluster.rack.price = 7'000.0 * USD;
    std::get<direct_to_chip>(d.site.cooling).coolant_rise = 9.0 * kelvin;
    std::string const text = fmt::format("{}", ledger_of(d));
    CHECK(line_of(text, "service.traffic.load").empty());
    CHECK(line_of(text, "site.staff").empty());
    CHECK(line_of(text, "finance.it.life").empty());
    CHECK(line_of(text, "cluster.rack.price").empty());
    CHECK(line_of(text, "site.cooling.coolant_rise").empty());
    CHECK_FALSE(line_of(text, "site.maintenance").empty());
}

TEST_CASE("every entry of the ledger has a title and a date, and nothing stands there twice") {
    for (auto const& s : scenarios::all) {
        deployment const d = s.make();
        auto const check = [&](auto const& registry, std::size_t least) {
            std::set<std::string> seen;
            for_each_assumption(
                d,
                [&](std::string const& path, auto const& a) {
                    INFO(path);
                    CHECK(a.from.title != nullptr);
                    CHECK(a.from.date != nullptr);
                    CHECK(number_in(a.low) <= number_in(a.value));
                    CHECK(number_in(a.value) <= number_in(a.high));
                    CHECK(seen.insert(path).second);
                },
                registry);
            CHECK(seen.size() > least);
        };
        check(detail::no_registry{}, 40);
        check(catalog::registry, 150);
    }
}

TEST_CASE("a report over the catalog's ranges: shares of points, both ends of limits") {
    uncertain_deployment u{};
    deployment const d = scenarios::deepseek_r1_h200_virginia();
    u.service = {.model = d.service.model,
                 .weights = d.service.weights,
                 .traffic = {.input = 3909.0 * token, .output = 1080.0 * token, .cached = fraction{0.563}},
                 .stack = catalog::sglang_2025};
    u.cluster = {.server = catalog::hgx_h200, .network = catalog::infiniband_ndr};
    u.site = {.cooling = catalog::direct_to_chip, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{100.0 * megawatt}};
    u.supply = catalog::pjm_virginia;
    auto const plan = plan_deployment(prepare(convert<double>(u)));
    auto const bounds = evaluate(prepare(convert<interval>(u)), plan);
    report const point = evaluate(prepare(convert<double>(u)), plan);
    CHECK(bounds.unit.blended.base_value.contains(point.unit.blended.base_value));
    CHECK(bounds.unit.blended.base_value.width() > 0.1 * point.unit.blended.base_value);
    std::string const text = fmt::format("{}", bounds);
    std::size_t totals = 0;
    for (std::size_t at = text.find("\n  total"); at != std::string::npos; at = text.find("\n  total", at + 1)) {
        std::string const row = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
        CAPTURE(row);
        CHECK(contains(row, "100.0 %"));
        ++totals;
    }
    CHECK(totals >= 8);
    CHECK(contains(text, " to "));
    CHECK(contains(text, "97,704 accelerators"));  // both ends alike are one number
}
