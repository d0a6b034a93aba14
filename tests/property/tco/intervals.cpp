// Intervals enclose every deployment of their box and are tight: with all inputs within 1 % at once, no number of a report
// is wider than 1.5 times the first-order width, the sum of |derivative| times width over the inputs.

#include "property/tco/support.hpp"

#include <tallywatt/number/dual.hpp>
#include <tallywatt/number/interval.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace tallywatt;
using namespace tco_test;

namespace {

// Differences of nearly equal numbers, whose common part an interval cannot cancel; the widest seen, rounded up.
double allowed_ratio(std::string const& name) {
    static std::map<std::string, double> const wider{
        {"unit.input", 2.8},                  // what prompts add to a step: a mixed step less a pure one
        {"unit.input_energy", 2.8},           // the same, and of energy
        {"unit.input_carbon", 2.8},
        {"unit.input_water", 2.8},
        {"time.memory", 4.5},                 // of a product, its time less the chip's part
        {"delivery.model_flops_share", 1.9},  // counts both contexts in operations and in time
        {"limit: memory of an accelerator", 1.8},  // the capacity is in the reserve and in the limit
        {"overhead.fans", 1.7},               // the third power of the load, itself 1.3 times its first order
        {"training.step", 1.8},               // communication hidden beside compute; what hangs on it
        {"training.tokens_per_accelerator", 1.8},
        {"training.model_rate", 1.8},
        {"training.hardware_flops_share", 2.0},  // as the model's share
        {"training.energy_per_run", 1.8},
        {"time_of_training.bubble", 50.0},    // the pipeline's time less a device's own
        {"time_of_training.expert", 4.5},     // less what the other direction hides
    };
    auto const it = wider.find(name);
    return it == wider.end() ? 1.5 : it->second;
}

/// Set points off the middles of the climate's bins: where an economiser is just full no derivative exists.
template <class D>
D between_bins(D d) {
    if (auto* liquid = std::get_if<direct_to_chip>(&d.site.cooling)) {
        liquid->coolant_supply = liquid->coolant_supply + 0.37 * kelvin;
        liquid->residual.supply_air = liquid->residual.supply_air + 0.41 * kelvin;
    }
    if (auto* air = std::get_if<air_cooling>(&d.site.cooling)) air->supply_air = air->supply_air + 0.41 * kelvin;
    return d;
}

template <class D>
struct case_of {
    D d;
    decltype(plan_of(std::declval<D const&>())) plan;
    std::vector<input> inputs;
    std::vector<std::string> names;
    std::vector<double> point;

    explicit case_of(D const& scenario) : d(between_bins(scenario)), plan(plan_of(d)), inputs(inputs_of(d)) {
        report const r = evaluate(prepare(d), plan);
        names = names_of(r);
        point = numbers_of(r);
    }

    template <class Chosen>
    std::vector<interval> box(Chosen const& chosen) const {
        return evaluated<interval>(mapped<interval>(d,
                                                    [&](std::size_t k) {
                                                        spread const s = spread_of(inputs[k]);
                                                        return chosen(inputs[k].path) ? interval(s.low, s.high) : interval(inputs[k].value);
                                                    }),
                                   plan);
    }
    template <class Chosen>
    std::vector<double> first_order(Chosen const& chosen) const {
        std::vector<double> width(point.size(), 0.0);
        for (std::size_t k = 0; k < inputs.size(); ++k) {
            if (!chosen(inputs[k].path)) continue;
            auto const g = evaluated<dual>(mapped<dual>(d, [&](std::size_t i) { return i == k ? dual::variable(inputs[i].value) : dual(inputs[i].value); }), plan);
            for (std::size_t r = 0; r < width.size(); ++r) width[r] += std::abs(g[r].derivative[0]) * spread_of(inputs[k]).width();
        }
        return width;
    }
};

bool everything(std::string const&) { return true; }

constexpr char const* headline[] = {"unit.blended", "unit.energy", "unit.carbon", "power.pue", "delivery.time_per_output_token"};

}  // namespace

TEST_CASE("an interval encloses its point and the corners of its box") {
    unsigned state = 20'251;  // any fixed seed
    scenarios::for_each([&](char const* scenario, auto const& deployed) {
        INFO(std::string(scenario));
        case_of<std::remove_cvref_t<decltype(deployed)>> const c(deployed);
        auto const wide = c.box(everything);
        for (std::size_t r = 0; r < wide.size(); ++r) {
            INFO(c.names[r]);
            CHECK(wide[r].contains(c.point[r]));
        }
        for (int n = 0; n < 40; ++n) {
            auto const corner = evaluated<double>(mapped<double>(c.d,
                                                                 [&](std::size_t k) {
                                                                     state = state * 1664525u + 1013904223u;
                                                                     spread const x = spread_of(c.inputs[k]);
                                                                     return (state >> 31) != 0 ? x.low : x.high;
                                                                 }),
                                                  c.plan);
            for (std::size_t r = 0; r < wide.size(); ++r) {
                INFO(c.names[r] << ": " << corner[r] << " in [" << wide[r].low << ", " << wide[r].high << "]");
                CHECK(wide[r].contains(corner[r]));
            }
        }
        // and of one input at a time, which leaves no other to hide behind
        for (std::size_t k = 0; k < c.inputs.size(); k += 7) {
            spread const x = spread_of(c.inputs[k]);
            auto const narrow = c.box([&](std::string const& path) { return path == c.inputs[k].path; });
            for (double const end : {x.low, x.high}) {
                auto const at = evaluated<double>(mapped<double>(c.d, [&](std::size_t i) { return i == k ? end : c.inputs[i].value; }), c.plan);
                for (std::size_t r = 0; r < at.size(); ++r) {
                    INFO(c.inputs[k].path << " -> " << c.names[r] << ": " << at[r] << " in [" << narrow[r].low << ", " << narrow[r].high << "]");
                    CHECK(narrow[r].contains(at[r]));
                }
            }
        }
    });
}

TEST_CASE("all inputs within 1 %: at most 1.5 times the first-order width") {
    scenarios::for_each([&](char const* scenario, auto const& deployed) {
        INFO(std::string(scenario));
        case_of<std::remove_cvref_t<decltype(deployed)>> const c(deployed);
        auto const wide = c.box(everything);
        auto const first = c.first_order(everything);
        for (std::size_t r = 0; r < wide.size(); ++r) {
            INFO(c.names[r] << ": width " << wide[r].width() << ", first order " << first[r]);
            if (c.names[r] == "time_of_training.throttle") continue;  // nothing is lost: a difference of equal times
            bool const trains = std::same_as<std::remove_cvref_t<decltype(deployed)>, training_deployment>;
            double const more = trains && (c.names[r].rfind("unit.", 0) == 0 || c.names[r] == "overhead.transformer") ? 1.2 : 1.0;  // by the step's time
            CHECK(wide[r].width() <= more * allowed_ratio(c.names[r]) * first[r] + 1e-12 * std::abs(c.point[r]));
        }
    });
}

TEST_CASE("one layer's inputs at a time") {
    constexpr char const* layers[] = {"service.", "cluster.server.accelerator.", "cluster.server.", "cluster.network.", "site.", "supply.", "finance.", "chips."};
    for (auto const& s : scenarios::all) {  // services: a step of training hides one thing beside another
        std::string const scenario = s.name;
        case_of<deployment> const c(s.make());
        auto const all = c.first_order(everything);
        for (char const* layer : layers) {
            auto const in_layer = [&](std::string const& path) { return path.rfind(layer, 0) == 0; };
            auto const wide = c.box(in_layer);
            auto const first = c.first_order(in_layer);
            for (std::size_t r = 0; r < wide.size(); ++r) {
                if (std::none_of(std::begin(headline), std::end(headline), [&](char const* h) { return c.names[r] == h; })) continue;
                INFO(scenario << ", " << std::string(layer) << " -> " << c.names[r] << ": width " << wide[r].width() << ", first order " << first[r] << ", of all inputs " << all[r]);
                // Where effects cancel to first order, 5 % of what all inputs together make.
                CHECK(wide[r].width() <= 1.5 * first[r] + 0.05 * all[r]);
            }
        }
    }
}
