#pragma once
// facility: the building around the servers. Cooling technology, climate, electrical chain, prices.
//
// facility is the alias whose cooling is chosen at run time among the built-in technologies; a technology of your own is
// written basic_facility<my_cooling>. A facility is prepared once for its climate (prepare) and then evaluated for any
// IT load (perform, in performance.hpp); PUE and WUE are results.
//
//   facility const site{.cooling = catalog::direct_to_chip, .climate = catalog::ashburn,
//                       .it_capacity = at_it<power<>>{100.0 * megawatt}};
//   facility_performance const r = perform(prepare(site), at_it<power<>>{80.0 * megawatt});

#include <tallywatt/facility/air_cooling.hpp>
#include <tallywatt/facility/capacity_charge.hpp>
#include <tallywatt/facility/capital.hpp>
#include <tallywatt/facility/direct_to_chip.hpp>
#include <tallywatt/facility/electrical.hpp>
#include <tallywatt/facility/immersion.hpp>
#include <tallywatt/facility/outdoor_air.hpp>
#include <tallywatt/facility/rear_door.hpp>
#include <tallywatt/facility/site_kind.hpp>
#include <tallywatt/facility/two_phase_plates.hpp>

#include <variant>

namespace tallywatt {

/// The built-in cooling technologies, chosen at run time.
template <class T = double>
using basic_cooling = std::variant<
    basic_direct_to_chip<T>, basic_air_cooling<T>, basic_outdoor_air<T>, basic_rear_door<T>, basic_two_phase_plates<T>, basic_immersion<T>,
    basic_boiling_immersion<T>>;
using cooling = basic_cooling<>;

/// A data centre. Cooling is a cooling_technology, or a std::variant of several.
template <class Cooling = basic_cooling<double>, class T = double>
struct basic_facility {
    static constexpr char const* kind = "facility";
    char const* name = "";
    Cooling cooling{};
    basic_climate<T> climate{};
    basic_electrical_chain<T> electrical{};
    at_it<tallywatt::power<T>> it_capacity{100.0 * megawatt}; ///< design IT load
    basic_ratio<T> auxiliary{
        T(0.010)}; ///< lighting, controls, ventilation of electrical rooms: of IT capacity, at any load
    basic_facility_prices<T> prices{};
    money_per_volume<T> water_price = 2.0 * USD / cubic_metre;
    basic_capacity_charge<T> staff = per_year(20.0 * USD / kilowatt);        ///< per IT capacity
    basic_capacity_charge<T> maintenance = per_year(280.0 * USD / kilowatt); ///< per IT capacity, beyond the cooling technology's own upkeep; insurance and tax are finance's
    basic_site_kind<T> form{};              ///< new build, retrofit, modular shells, edge
    basic_site_terms<T> place{};            ///< land, tax, connection
    basic_module_availability<T> modules{}; ///< of the electrical chain

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"cooling"}, self.cooling...);
        visit(field{"climate"}, self.climate...);
        visit(field{"electrical"}, self.electrical...);
        visit(field{"it_capacity", {0.0, 1e11, true}}, self.it_capacity...);  // 100 GW: twice what the world's data centres draw
        visit(
            field{
                "auxiliary",
                between(0.0, 1.0),
                {"assumed: lighting, controls and room ventilation", "2026-11", confidence::assumed}},
            self.auxiliary...
        );
        visit(field{"prices"}, self.prices...);
        visit(
            field{
                "water_price",
                non_negative,
                {"assumed: US municipal industrial water, 1 to 4 USD/m3", "2026-11", confidence::assumed}},
            self.water_price...
        );
        visit(
            field{"staff", non_negative, {"planning practice, hyperscale staff", "2026-11", confidence::low}},
            self.staff...
        );
        visit(
            field{
                "maintenance",
                non_negative,
                {"planning practice, 2 to 5 % of building capital a year; this is 2.1 %", "2026-11", confidence::low}},
            self.maintenance...
        );
        visit(field{"form"}, self.form...);
        visit(field{"place"}, self.place...);
        visit(field{"modules"}, self.modules...);
    }
};
using facility = basic_facility<>;

namespace detail {
/// Calls f with the technology that is held.
template <class Cooling, class F>
constexpr decltype(auto) with_cooling(Cooling const& c, F&& f) {
    if constexpr (is_variant<Cooling>)
        return std::visit(f, c);
    else
        return f(c);
}
} // namespace detail

/// Throws invalid_input where fields contradict each other.
template <class C, class T>
constexpr void check(basic_facility<C, T> const& f) {
    check(f.climate);
    check(f.electrical);
    detail::with_cooling(f.cooling, [](auto const& c) {
        if constexpr (requires { check(c); })
            check(c);
    });
}

/// Upkeep of a facility: the building's maintenance and its cooling technology's own, for its IT capacity.
template <class C, class T>
constexpr money_rate<T> facility_upkeep_of(basic_facility<C, T> const& f) {
    basic_capacity_charge<T> own = f.maintenance;
    detail::with_cooling(f.cooling, [&](auto const& c) { own = own + c.profile().upkeep; });
    return f.it_capacity * own;
}
/// Staff of a facility in its form, less what the software that runs its cooling saves.
template <class C, class T>
constexpr money_rate<T> facility_staff_of(basic_facility<C, T> const& f) {
    basic_capacity_charge<T> staff = f.staff;
    detail::with_cooling(f.cooling, [&](auto const& c) {
        if constexpr (requires { c.staff_of(staff); })
            staff = c.staff_of(staff);
    });
    return f.form.staff * (f.it_capacity * staff);
}

/// What the facility costs to build, in its form and at its place; a conversion is in the shell.
template <class C, class T>
constexpr basic_facility_capital<T> facility_capital_of(basic_facility<C, T> const& f) {
    auto const n = f.it_capacity.value;
    money_per_power<T> const technology =
        detail::with_cooling(f.cooling, [](auto const& c) { return money_per_power<T>(c.profile().capital); });
    auto const& k = f.form;
    T const taxed = T(1.0) - f.place.tax_waived.value;
    basic_facility_capital<T> r{
        .shell = n * (k.shell * f.prices.shell + k.conversion),
        .electrical = taxed * (n * (k.electrical * f.prices.electrical)),
        .mechanical = taxed * (n * (k.mechanical * f.prices.mechanical)),
        .cooling = taxed * (n * technology),
        .network = n * f.prices.network,
        .land = n * (f.place.land_per_power * f.place.land_price),
        .engineering = n * (k.engineering * f.prices.engineering),
        .contingency = {}};
    r.contingency = f.prices.contingency * r.before_contingency();
    return r;
}

} // namespace tallywatt
