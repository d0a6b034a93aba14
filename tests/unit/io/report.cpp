// The printed report names every line of the report, and the ledger every default that is relied on.

#include "scenarios.hpp"

#include <tallywatt/io.hpp>
#include <tallywatt/tallywatt.hpp>

#include <doctest/doctest.h>

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
/// The ledger's line of a field; empty where there is none.
std::string line_of(std::string const& text, std::string const& path) {
    auto const at = text.find("  " + path + " ");
    return at == std::string::npos ? std::string{} : text.substr(at, text.find('\n', at) - at);
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

TEST_CASE("an unmet limit stands out") {
    deployment d = scenarios::deepseek_r1_h200_virginia();
    d.service.weights = precision::fp4;
    CHECK(contains(fmt::format("{}", evaluate(d)), "binding: native number format (UNMET)"));
}

TEST_CASE("the ledger holds value, trust and source of every default in use") {
    deployment d = scenarios::deepseek_r1_h200_virginia();
    std::string const text = fmt::format("{}", ledger_of(d));
    std::string const load = line_of(text, "service.traffic.load");
    CHECK(contains(load, " 0.8 "));
    CHECK(contains(load, "medium"));
    CHECK(contains(load, "DeepSeek production day"));
    CHECK(contains(load, "2025-03-01"));
    CHECK(contains(line_of(text, "site.staff"), "20 USD/kW-yr"));
    CHECK(contains(line_of(text, "site.maintenance"), "280 USD/kW-yr"));
    CHECK(contains(line_of(text, "cluster.rack.price"), "USD"));  // the default of the cluster, not of any rack
    CHECK(contains(line_of(text, "finance.it.life"), " 5 "));
    CHECK(contains(line_of(text, "site.cooling.coolant_rise"), "10 K"));
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
        std::vector<std::string> seen;
        for_each_assumption(d, [&](std::string const& path, auto const&, source const& from) {
            INFO(path);
            CHECK(from.title != nullptr);
            CHECK(from.date != nullptr);
            for (auto const& other : seen) CHECK(path != other);
            seen.push_back(path);
        });
        CHECK(seen.size() > 40);
    }
}
