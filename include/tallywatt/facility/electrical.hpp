#pragma once
// electrical_chain: transformer, UPS and distribution (PDU or busbar) in series from the facility's busbar to the server
// inlets; power supplies are in the server. Each stage loses
//   (no_load + proportional u + quadratic u^2) of its rated power,  u = load over rating,
// spread over `installed` equal modules of which `need` carry the design load: N+1 of 4 is need 4, installed 5; 2N is
// need 1, installed 2. Redundancy therefore sets the load point of every module and pays no-load losses for all.
// UPS and distribution carry the IT load, the transformer everything. Power reaches the racks while every stage has its
// modules: A = product of k-of-n, with a common cause (number/availability.hpp).
// Reference: IEC 62040-3 (UPS efficiency by load), IEC 60076-1 (no-load and load losses).
//
//   power_stage const ups{.no_load = ratio{0.008}, .proportional = ratio{0.010}, .quadratic = ratio{0.015}, .need = 1, .installed = 2};
//   ratio w = loss_per_load(ups, ratio{0.8});   // at 80 % of design load, each module at 40 %

#include <tallywatt/number/availability.hpp>
#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

namespace tallywatt {

template <class T = double>
struct basic_power_stage {
    static constexpr char const* kind = "power_stage";
    basic_ratio<T> no_load{};      ///< of rated power, always
    basic_ratio<T> proportional{}; ///< of rated power at full load, proportional to load
    basic_ratio<T> quadratic{};    ///< of rated power at full load, with the square of load
    int need = 1;                  ///< modules that together carry the design load
    int installed = 1;             ///< modules that share the load

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"no_load", between(0.0, 0.5)}, self.no_load...);
        visit(field{"proportional", between(0.0, 1.0)}, self.proportional...);
        visit(field{"quadratic", between(0.0, 0.5)}, self.quadratic...);
        visit(field{"need", between(1, 1000)}, self.need...);
        visit(field{"installed", between(1, 2000)}, self.installed...);
    }
};
using power_stage = basic_power_stage<>;

template <class T = double>
struct basic_electrical_chain {
    static constexpr char const* kind = "electrical_chain";
    basic_power_stage<T> transformer{
        .no_load = basic_ratio<T>{T(0.0015)}, .quadratic = basic_ratio<T>{T(0.0110)}, .need = 1, .installed = 2};
    basic_power_stage<T> ups{
        .no_load = basic_ratio<T>{T(0.0080)},
        .proportional = basic_ratio<T>{T(0.0100)},
        .quadratic = basic_ratio<T>{T(0.0150)},
        .need = 4,
        .installed = 5};
    basic_power_stage<T> distribution{.quadratic = basic_ratio<T>{T(0.0050)}, .need = 1, .installed = 1};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(
            field{
                "transformer",
                {},
                {"KVRM, data centre power distribution: full-load loss 1.0 to 1.5 %", "2025-07", confidence::medium}},
            self.transformer...
        );
        visit(
            field{
                "ups",
                {},
                {"double-conversion UPS data sheets: 96 to 97 % between 30 and 100 % load", "2026-11",
                 confidence::low}},
            self.ups...
        );
        visit(
            field{"distribution", {}, {"busway data sheets: 99.5 % at full load", "2026-11", confidence::low}},
            self.distribution...
        );
    }
    constexpr operator basic_electrical_chain<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using electrical_chain = basic_electrical_chain<>;

/// Throws invalid_input where fewer modules are installed than needed.
template <class T>
constexpr void check(basic_power_stage<T> const& s, char const* name = "power_stage") {
    if (s.installed < s.need)
        throw invalid_input(std::string(name) + ".installed", s.installed, "", "fewer modules installed than needed");
}
template <class T>
constexpr void check(basic_electrical_chain<T> const& c) {
    check(c.transformer, "electrical.transformer");
    check(c.ups, "electrical.ups");
    check(c.distribution, "electrical.distribution");
}

/// A stage with its redundancy worked in, for loads in units of a reference power: with x the power it passes on per
/// reference and u the share of the design reference, loss per reference = constant/u + linear x + square x^2 u.
template <class T = double>
struct basic_prepared_stage {
    basic_ratio<T> constant{}, linear{}, square{};
    [[nodiscard]] constexpr basic_ratio<T> loss(basic_ratio<T> const& x, T const& u) const {
        return basic_ratio<T>{constant.value / u + (linear.value + square.value * (x.value * u)) * x.value};
    }
    /// The same as power: `passed` on by a stage of a facility with this reference power.
    [[nodiscard]] constexpr power<T> loss(power<T> const& passed, power<T> const& reference) const {
        return constant * reference + (linear.value + square.value * (passed / reference)) * passed;
    }
};

/// The stage rated for `full` of what it passes on, per design reference power.
template <class T>
constexpr basic_prepared_stage<T>
prepare(basic_power_stage<T> const& s, basic_ratio<T> const& full = basic_ratio<T>{T(1.0)}) {
    T const share =
        T(static_cast<double>(s.need) / static_cast<double>(s.installed)); // load point of each module at design load
    return {
        basic_ratio<T>{s.no_load.value * full.value / share}, s.proportional,
        basic_ratio<T>{s.quadratic.value * share / full.value}};
}

/// Loss per load of a stage at u (above 0) of its design load.
template <class T>
constexpr basic_ratio<T> loss_per_load(basic_power_stage<T> const& s, basic_ratio<T> const& u) {
    return prepare(s).loss(basic_ratio<T>{T(1.0)}, u.value);
}

/// How available each module of the chain's stages is, and what strikes all modules of a stage at once.
template <class T = double>
struct basic_module_availability {
    static constexpr char const* kind = "module_availability";
    basic_availability<T> transformer{T(0.99995)};
    basic_availability<T> ups{T(0.9998)};
    basic_availability<T> distribution{T(0.99998)};
    basic_fraction<T> common{T(0.02)}; ///< of a module's outages

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source surveys{"IEEE Std 493 (Gold Book) surveys of equipment: hours a year by class, rounded; maintenance apart", "2007", confidence::low};
        visit(field{"transformer", unit_interval, surveys}, self.transformer...);
        visit(field{"ups", unit_interval, surveys}, self.ups...);
        visit(field{"distribution", unit_interval, surveys}, self.distribution...);
        visit(field{"common", unit_interval, {"beta factors of redundant equipment, 1 to 10 %", "1990", confidence::low}}, self.common...);
    }
};
using module_availability = basic_module_availability<>;

/// Availability of power at the racks: the stages are in series, each a k-of-n of its modules.
template <class T>
constexpr basic_availability<T> availability_of(basic_electrical_chain<T> const& c, basic_module_availability<T> const& m) {
    auto const stage = [&](basic_power_stage<T> const& s, basic_availability<T> const& unit) {
        return k_of_n(s.need, s.installed, unit, m.common).value;
    };
    return basic_availability<T>{stage(c.transformer, m.transformer) * stage(c.ups, m.ups) * stage(c.distribution, m.distribution)};
}

} // namespace tallywatt
