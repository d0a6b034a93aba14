#pragma once
// A building let for a rent per power and a share of the tenant's revenue, seen from both sides.
//
//   lessor   pays C per power at the start and O a year, receives 12 R + s max(rev - H, 0) a year, and S at the end
//   lessee   pays that, its own capital and its other costs, and receives rev; machines that the term cuts short bring what a
//            straight line from their price to their salvage leaves of them
//
//   the share that makes the lessor whole:  s = (PV(C, O, S) - PV(12 R))/PV(max(rev - H, 0))
//
// R rent per month, rev the tenant's revenue per power and year, H the threshold above which revenue is shared. Payments fall at
// the ends of years, in prices of one year; rates are real. What share the market will bear is not said here: a share above one
// is printed as it comes. Validity: revenue that grows or falls by a constant rate; 1 to 60 years. Reference: the algebra; the
// example of 12.5 USD/W at 7 % over 14 years needs 119.1 USD/kW-month, and 9.39 % of revenue 5 USD/W-yr above H at 80.
//
//   revenue_lease const l{.rent = per_month(80.0 * USD / kilowatt), .threshold = per_year(9.0 * USD / watt), .term = 14};
//   lessor const owner{.capital = 12.5 * USD / watt, .discount = discount_rate{0.07}};
//   double const s = share_that_makes_whole(l, owner, per_year(14.0 * USD / watt));   // 0.0939

#include <tallywatt/facility/capacity_charge.hpp>
#include <tallywatt/finance/payments.hpp>

namespace tallywatt {

/// The contract.
template <class T = double>
struct basic_revenue_lease {
    basic_capacity_charge<T> rent{};      ///< per power held
    basic_ratio<T> share{};               ///< of the tenant's revenue above the threshold
    basic_capacity_charge<T> threshold{}; ///< revenue per power and year
    int term = 14;                        ///< years

    static constexpr char const* kind = "revenue_lease";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"rent", non_negative}, self.rent...);
        visit(field{"share", non_negative}, self.share...);
        visit(field{"threshold", non_negative}, self.threshold...);
        visit(field{"term", between(1.0, basic_payments<T>::longest)}, self.term...);
    }
};
using revenue_lease = basic_revenue_lease<>;

/// What the building costs its owner.
template <class T = double>
struct basic_lessor {
    money_per_power<T> capital{};
    basic_capacity_charge<T> operation{}; ///< upkeep, tax, insurance
    basic_fraction<T> salvage{};          ///< of capital, at the end of the term
    basic_discount_rate<real_terms, T> discount{T(0.07)};

    static constexpr char const* kind = "lessor";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"capital", non_negative}, self.capital...);
        visit(field{"operation", non_negative}, self.operation...);
        visit(field{"salvage", unit_interval}, self.salvage...);
        visit(field{"discount", between(-0.9, 10.0)}, self.discount...);
    }
};
using lessor = basic_lessor<>;

/// What the tenant brings and earns, per power.
template <class T = double>
struct basic_lessee {
    money_per_power<T> capital{}; ///< machines; bought anew every `life` years
    int life = 5;
    basic_fraction<T> salvage{};           ///< of the price of machines, at the end of their life
    basic_growth_rate<T> hardware_price{}; ///< of machines bought anew, real per year
    basic_capacity_charge<T> operation{};  ///< energy, staff, upkeep: all but rent
    basic_capacity_charge<T> revenue{};    ///< in the first year
    basic_growth_rate<T> revenue_growth{}; ///< real per year
    accelerator_count<T> per_megawatt{};   ///< accelerators in a megawatt
    basic_discount_rate<real_terms, T> discount{T(0.10)};

    static constexpr char const* kind = "lessee";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"capital", non_negative}, self.capital...);
        visit(field{"life", between(1.0, 60.0)}, self.life...);
        visit(field{"salvage", unit_interval}, self.salvage...);
        visit(field{"hardware_price", between(-0.99, 1.0)}, self.hardware_price...);
        visit(field{"operation", non_negative}, self.operation...);
        visit(field{"revenue", non_negative}, self.revenue...);
        visit(field{"revenue_growth", between(-0.99, 1.0)}, self.revenue_growth...);
        visit(field{"per_megawatt", non_negative}, self.per_megawatt...);
        visit(field{"discount", between(-0.9, 10.0)}, self.discount...);
    }
};
using lessee = basic_lessee<>;

namespace detail {
template <class T>
constexpr money<T> yearly(basic_capacity_charge<T> const& c, power<> const& p) {
    return c.value * p * year;
}
template <class T>
constexpr money<T> shared_revenue(basic_revenue_lease<T> const& l, money<T> const& revenue, power<> const& p) {
    return math::max(revenue - yearly(l.threshold, p), money<T>{});
}
} // namespace detail

/// Revenue of year k, from 1, per `p`.
template <class T>
constexpr money<T> revenue_in(basic_lessee<T> const& x, int k, power<> const& p) {
    return detail::yearly(x.revenue, p) * math::pow(T(1.0) + x.revenue_growth.value, k - 1);
}
/// What the lessee pays in year k, per `p`.
template <class T>
constexpr money<T> rent_in(basic_revenue_lease<T> const& l, basic_lessee<T> const& x, int k, power<> const& p) {
    return detail::yearly(l.rent, p) + detail::shared_revenue(l, revenue_in(x, k, p), p) * l.share.value;
}

/// The lessor's flows, per `p` of power let.
template <class T>
constexpr basic_payments<T> flows_of(
    basic_revenue_lease<T> const& l, basic_lessor<T> const& owner, basic_lessee<T> const& tenant,
    power<> const& p = kilowatt
) {
    basic_payments<T> f;
    f.years = l.term;
    f.at[0] = -(owner.capital * p);
    for (int k = 1; k <= l.term; ++k)
        f.at[detail::place(k)] = rent_in(l, tenant, k, p) - detail::yearly(owner.operation, p);
    f.at[detail::place(l.term)] += owner.capital * owner.salvage.value * p;
    return f;
}
/// The lessee's flows, per `p` of power held.
template <class T>
constexpr basic_payments<T>
flows_of(basic_revenue_lease<T> const& l, basic_lessee<T> const& tenant, power<> const& p = kilowatt) {
    basic_payments<T> f;
    f.years = l.term;
    for (int bought = 0; bought < l.term; bought += tenant.life) {
        money<T> const paid = tenant.capital * p * math::pow(T(1.0) + tenant.hardware_price.value, bought);
        int const held = tenant.life < l.term - bought ? tenant.life : l.term - bought;
        f.at[detail::place(bought)] -= paid;
        f.at[detail::place(bought + held)] += paid * math::mix(T(double(held) / tenant.life), tenant.salvage.value, T(1.0));
    }
    for (int k = 1; k <= l.term; ++k)
        f.at[detail::place(k)] +=
            revenue_in(tenant, k, p) - detail::yearly(tenant.operation, p) - rent_in(l, tenant, k, p);
    return f;
}

/// The rent per power that pays for the building without a share.
template <class T>
constexpr basic_capacity_charge<T> rent_that_makes_whole(basic_lessor<T> const& o, int term) {
    T const v = discount_factor(o.discount).value, sum = detail::geometric_sum(v, term);
    money_per_power<T> const yearly = o.capital * ((T(1.0) - o.salvage.value * math::pow(v, term)) / sum);
    return per_year(yearly) + o.operation;
}

/// The share of the revenue above the threshold that pays for what the rent leaves. Negative where the rent is enough.
template <class T>
constexpr T
share_that_makes_whole(basic_revenue_lease<T> const& l, basic_lessor<T> const& o, basic_lessee<T> const& tenant) {
    basic_payments<T> short_of, above;
    short_of.years = above.years = l.term;
    short_of.at[0] = o.capital * kilowatt;
    for (int k = 1; k <= l.term; ++k) {
        short_of.at[detail::place(k)] = detail::yearly(o.operation, kilowatt) - detail::yearly(l.rent, kilowatt);
        above.at[detail::place(k)] = detail::shared_revenue(l, revenue_in(tenant, k, kilowatt), kilowatt);
    }
    short_of.at[detail::place(l.term)] -= o.capital * o.salvage.value * kilowatt;
    // held above a trace: without revenue above the threshold no share suffices
    T const pool = math::max(net_present_value(above, o.discount).base_value, T(1e-9));
    return net_present_value(short_of, o.discount).base_value / pool;
}
/// The same at a constant revenue.
template <class T>
constexpr T share_that_makes_whole(
    basic_revenue_lease<T> const& l, basic_lessor<T> const& o, basic_capacity_charge<T> const& revenue
) {
    return share_that_makes_whole(l, o, basic_lessee<T>{.revenue = revenue});
}

/// Both sides of a lease.
template <class T = double>
struct basic_lease_outcome {
    money_per_power<T> lessor_worth{}, lessee_worth{};
    basic_discount_rate<real_terms, T> lessor_rate{}, lessee_rate{}; ///< of return
    basic_capacity_charge<T> paid{};                                 ///< by the lessee, levelised: rent and share
    money_per_accelerator_time<T> per_accelerator_hour{};            ///< all the lessee's costs, levelised at its rate

    static constexpr char const* kind = "lease_outcome";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{.name = "lessor_worth", .label = "lessor, net present value"}, self.lessor_worth...);
        visit(field{.name = "lessee_worth", .label = "lessee, net present value"}, self.lessee_worth...);
        visit(field{.name = "lessor_rate", .label = "lessor, rate of return"}, self.lessor_rate...);
        visit(field{.name = "lessee_rate", .label = "lessee, rate of return"}, self.lessee_rate...);
        visit(field{.name = "paid", .label = "rent and share, levelised"}, self.paid...);
        visit(
            field{.name = "per_accelerator_hour", .label = "lessee's cost per accelerator-hour"},
            self.per_accelerator_hour...
        );
    }
};
using lease_outcome = basic_lease_outcome<>;

template <class T>
constexpr basic_lease_outcome<T>
evaluate(basic_revenue_lease<T> const& l, basic_lessor<T> const& owner, basic_lessee<T> const& tenant) {
    basic_lease_outcome<T> r;
    auto const lessor_flows = flows_of(l, owner, tenant), lessee_flows = flows_of(l, tenant);
    r.lessor_worth = net_present_value(lessor_flows, owner.discount) / kilowatt;
    r.lessee_worth = net_present_value(lessee_flows, tenant.discount) / kilowatt;
    r.lessor_rate = rate_of_return(lessor_flows);
    r.lessee_rate = rate_of_return(lessee_flows);
    basic_payments<T> paid, spent = lessee_flows; // spent: all but revenue
    paid.years = l.term;
    for (int k = 1; k <= l.term; ++k) {
        paid.at[detail::place(k)] = rent_in(l, tenant, k, kilowatt);
        spent.at[detail::place(k)] -= revenue_in(tenant, k, kilowatt);
    }
    T const years = detail::geometric_sum(discount_factor(tenant.discount).value, l.term);
    r.paid = per_year(net_present_value(paid, tenant.discount) / (years * kilowatt));
    r.per_accelerator_hour =
        -(net_present_value(spent, tenant.discount) / kilowatt) * megawatt
        / (years * year * math::max(tenant.per_megawatt, accelerator_count<T>{1e-9 * accelerator_unit}));
    return r;
}

} // namespace tallywatt
