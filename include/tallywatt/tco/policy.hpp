#pragma once
// policy: what a government or a contract asks of a deployment. Prices and reliefs become cost lines, mandates become
// limits of the report with their headroom.
//
//   carbon price   price x (electricity by location + share x fuel supply)  + embodied price x embodied emissions
//   sales tax      rate x price of IT equipment, recovered with it
//   grants         share of the price of IT or building, not recovered;    energy credit: per energy at the facility's busbar
//   mandates       PUE, WUE, emissions per energy (market-based), clean share, CO2e per computed token, availability of power: a
//                  mandate of zero is none
//
// A mandate that is in force from a year on, in a region, is an entry of a list: mandates_in_force picks those that hold.
//
//   deployment d{..., .policy = {.carbon_price = 80.0 * USD / tCO2e, .mandates = {.pue = ratio{1.3}}}};
//   d.policy.mandates = mandates_in_force(catalog::mandates, "Germany", 2027);

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/boundary.hpp>
#include <tallywatt/units/constants.hpp>

#include <span>
#include <string_view>

namespace tallywatt {

/// What must not be exceeded, or must be reached; zero: not asked.
template <class T = double>
struct basic_mandates {
    static constexpr char const* kind = "mandates";
    basic_ratio<T> pue{};                 ///< highest, over the year
    basic_wue<T> wue{};                   ///< highest, over the year
    co2e_per_energy<T> emissions{};       ///< highest, market-based, of a unit of energy at the busbar
    basic_fraction<T> clean{};            ///< lowest share of energy that is renewable or nuclear
    co2e_per_token<T> per_token{};        ///< highest, of a computed token, embodied included: a service level
    basic_availability<T> availability{T(0.0)};  ///< lowest, of supply and site: a service level

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"pue", between(0.0, 100.0)}, self.pue...);
        visit(field{"wue", non_negative}, self.wue...);
        visit(field{"emissions", non_negative}, self.emissions...);
        visit(field{"clean", any_value}, self.clean...);
        visit(field{"per_token", non_negative}, self.per_token...);
        visit(field{"availability", any_value}, self.availability...);
    }
    constexpr operator basic_mandates<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using mandate_terms = basic_mandates<>;

template <class T = double>
struct basic_policy {
    static constexpr char const* kind = "policy";
    money_per_co2e<T> carbon_price{};              ///< of operational emissions, by location
    basic_fraction<T> fuel_supply_covered{};       ///< share of fuel supply's emissions that is priced too
    money_per_co2e<T> embodied_price{};            ///< of embodied emissions
    basic_ratio<T> sales_tax{};                    ///< of the price of IT equipment
    basic_fraction<T> it_grant{}, building_grant{};///< of the price, paid by others
    money_per_energy<T> energy_credit{};           ///< per energy at the facility's busbar
    basic_mandates<T> mandates{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"carbon_price", non_negative}, self.carbon_price...);
        visit(field{"fuel_supply_covered", any_value}, self.fuel_supply_covered...);
        visit(field{"embodied_price", non_negative}, self.embodied_price...);
        visit(field{"sales_tax", between(0.0, 1.0)}, self.sales_tax...);
        visit(field{"it_grant", any_value}, self.it_grant...);
        visit(field{"building_grant", any_value}, self.building_grant...);
        visit(field{"energy_credit", non_negative}, self.energy_credit...);
        visit(field{"mandates"}, self.mandates...);
    }
    constexpr operator basic_policy<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using policy_terms = basic_policy<>;

/// A mandate with where and from when it holds.
struct dated_mandate {
    char const* region = "";
    int from_year = 0;
    mandate_terms asked{};
    source from{};
};

/// Of a list, what holds in a region in a year: of each kind the strictest.
constexpr mandate_terms mandates_in_force(std::span<dated_mandate const> list, std::string_view region, int in_year) {
    mandate_terms m;
    auto const least = [](auto& held, auto const& asked) {
        auto const &a = number_in(asked), &h = number_in(held);
        if (a > 0.0 && (h == 0.0 || a < h)) held = asked;
    };
    for (auto const& x : list) {
        if (x.region != region || in_year < x.from_year) continue;
        least(m.pue, x.asked.pue);
        least(m.wue, x.asked.wue);
        least(m.emissions, x.asked.emissions);
        if (x.asked.clean > m.clean) m.clean = x.asked.clean;
        least(m.per_token, x.asked.per_token);
        if (x.asked.availability > m.availability) m.availability = x.asked.availability;
    }
    return m;
}

/// Which mandates there are: decided in double, with the plan.
struct mandate_plan {
    bool pue = false, wue = false, emissions = false, clean = false, per_token = false, availability = false;
};
constexpr mandate_plan plan_mandates(mandate_terms const& m) {
    return {m.pue.value > 0.0, m.wue.value.base_value > 0.0, m.emissions.base_value > 0.0, m.clean.value > 0.0, m.per_token.base_value > 0.0, m.availability.value > 0.0};
}

}  // namespace tallywatt
