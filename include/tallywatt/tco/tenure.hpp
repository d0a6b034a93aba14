#pragma once
// tenure: how a deployment's accelerators and building are held. What is not owned is in no capital line, and a rent line
// stands for what it would have cost.
//
//   owned       nothing is rented
//   rented      accelerators by the hour, all in: building, energy, staff and upkeep are the lessor's
//               rent = accelerators x rent x share of the hours that is billed
//   colocated   IT is owned; space, cooling and operation are rented per IT capacity; energy and water are passed through
//   leased      IT is owned; the building is let bare: rent = yield x what it cost to build, and staff, upkeep, tax and
//               utilities are the tenant's (triple net)
//
// Rents that rise are levelised at the real discount rate r over a term of n years: with x = (1 + g)/(1 + r), v = 1/(1 + r)
//   rent (x + ... + x^n)/((1 + g)(v + ... + v^n))     g real growth, the first year's rent being the stated one
// Reference: levelisation as EPRI TAG (finance/annuity.hpp); rents with their sources in the field lists.
//
//   deployment d{..., .tenure = basic_rented<>{.rent = 2.0 * USD / accelerator_hour}};

#include <tallywatt/facility/capacity_charge.hpp>
#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/number/error.hpp>
#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

#include <variant>

namespace tallywatt {

struct owned_terms {
    static constexpr char const* kind = "owned";
    template <class V, class... S>
    static constexpr void each(V&&, S&&...) {}
};

template <class T = double>
struct basic_rented {
    static constexpr char const* kind = "rented";
    money_per_accelerator_time<T> rent{};   ///< of a provisioned accelerator, all in
    basic_fraction<T> billed{T(1.0)};       ///< of the year's hours; all where capacity is reserved

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"rent", positive}, self.rent...);
        visit(field{"billed", any_value, {"assumed: reserved capacity is paid for whether it is used or not", "2026", confidence::assumed}}, self.billed...);
    }
    constexpr operator basic_rented<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using rented_terms = basic_rented<>;

template <class T = double>
struct basic_colocated {
    static constexpr char const* kind = "colocated";
    basic_capacity_charge<T> rent = per_month(184.06 * USD / kilowatt);  ///< of the site's IT capacity, used or not
    money_per_power<T> fit_out = 0.5 * USD / watt;                       ///< cages, feeds and cabling, paid once by the tenant
    basic_growth_rate<T> escalation{T(1.03 / 1.025 - 1.0)};              ///< of the rent, real
    int term = 5;                                                        ///< years

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"rent", non_negative, {"North America Data Center Trends H2 2024, CBRE: primary markets, 250 to 500 kW (large tenants pay 100 to 150)", "2025-02", confidence::high}}, self.rent...);
        visit(field{"fit_out", non_negative, {"assumed", "2026", confidence::assumed}}, self.fit_out...);
        visit(field{"escalation", between(-0.5, 0.5), {"leases escalate 2 to 4 % a year, market practice; less 2.5 % inflation", "2025", confidence::low}}, self.escalation...);
        visit(field{"term", between(1, 100), {"leases of 3 to 10 years, market practice", "2025", confidence::low}}, self.term...);
    }
    constexpr operator basic_colocated<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using colocated_terms = basic_colocated<>;

template <class T = double>
struct basic_leased {
    static constexpr char const* kind = "leased";
    basic_ratio<T> yield{T(0.10)};                           ///< first year's rent over what the building cost
    basic_growth_rate<T> escalation{T(1.03 / 1.025 - 1.0)};  ///< of the rent, real
    int term = 15;                                           ///< years

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"yield", between(0.0, 1.0), {"assumed: landlords of large tenants state yields on cost of 7 to 12 %", "2025", confidence::assumed}}, self.yield...);
        visit(field{"escalation", between(-0.5, 0.5), {"leases escalate 2 to 4 % a year, market practice; less 2.5 % inflation", "2025", confidence::low}}, self.escalation...);
        visit(field{"term", between(1, 100), {"assumed: leases of whole buildings of 10 to 20 years", "2026", confidence::assumed}}, self.term...);
    }
    constexpr operator basic_leased<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using leased_terms = basic_leased<>;

/// How a deployment is held, chosen at run time.
template <class T = double>
using basic_tenure_terms = std::variant<owned_terms, basic_rented<T>, basic_colocated<T>, basic_leased<T>>;
using tenure_terms = basic_tenure_terms<>;

/// Mean of a rent over its term that starts at 1 and grows, at a real discount rate.
template <class T>
constexpr basic_ratio<T> levelised_rent(basic_growth_rate<T> const& growth, basic_discount_rate<real_terms, T> const& r, int years) {
    // sum of ((1 + g) v)^k weighed by v, over the sum of v: at g = 0 exactly one
    T const v = discount_factor(r).value, x = (T(1.0) + growth.value) * v;
    return basic_ratio<T>{(T(1.0) + detail::geometric_sum(x, years - 1)) / (T(1.0) + detail::geometric_sum(v, years - 1))};
}

/// What tenure makes of a deployment: owned parts by 1 and 0, and the rents.
template <class T = double>
struct basic_prepared_tenure {
    T it = T(1.0), building = T(1.0);     ///< capital
    T upkeep = T(1.0);                    ///< staff, maintenance, insurance and tax of the building
    T utilities = T(1.0);                 ///< electricity, fuel, own generation, water
    money_per_accelerator_time<T> accelerator_rent{};
    money_rate<T> building_rent{};
    money<T> fit_out{};
    int fit_out_life = 1;
};

/// For a building of this IT capacity that cost so much.
template <class T>
constexpr basic_prepared_tenure<T> prepare(
    basic_tenure_terms<T> const& t, at_it<power<T>> const& capacity, money<T> const& building, basic_discount_rate<real_terms, T> const& discount
) {
    basic_prepared_tenure<T> p;
    if (auto const* hours = std::get_if<basic_rented<T>>(&t)) {
        p.it = p.building = p.upkeep = p.utilities = T(0.0);
        p.accelerator_rent = hours->rent * hours->billed;
    } else if (auto const* space = std::get_if<basic_colocated<T>>(&t)) {
        p.building = p.upkeep = T(0.0);
        p.building_rent = (capacity * space->rent) * levelised_rent(space->escalation, discount, space->term);
        p.fit_out = capacity.value * space->fit_out;
        p.fit_out_life = space->term;
    } else if (auto const* bare = std::get_if<basic_leased<T>>(&t)) {
        p.building = T(0.0);
        p.building_rent = building * bare->yield * levelised_rent(bare->escalation, discount, bare->term) / (1.0 * year);
    }
    return p;
}

}  // namespace tallywatt
