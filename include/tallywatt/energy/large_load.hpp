#pragma once
// large_load: the terms on which a utility connects a load of tens of megawatts and more: capacity by year of a ramp, a
// minimum take, a term, and a fee for leaving.
//   capacity in year y       C_y = ramp_y * contracted                        (the ramp's last entry holds to the end of the term)
//   billed power             B_y = max(drawn_y, take * C_y)                   drawn_y <= C_y
//   levelised charge         charge * sum B_y v^y / sum drawn_y v^y           per power drawn, over the term
//   fee for leaving          months of minimum bills, of the capacity then in force
// A site that fills slower than its ramp pays for power it does not draw; one that could fill faster waits: both are priced.
// Validity: up to six ramp years, terms of up to 60. Reference: AEP Ohio, schedule DCT (2025); Indiana Michigan Power, tariff
// I.P. large load settlement (2025); Dominion Energy Virginia, rate class GS-5 (2025).
//
//   large_load_contract const c = catalog::aep_ohio_data_centres;
//   large_load_bill<> b = bill_of(c, 500.0 * megawatt, demand_per_month(10.0 * USD / kilowatt), drawn, discount_rate{0.07});

#include <tallywatt/facility/capacity_charge.hpp>
#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/number/error.hpp>
#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

#include <array>
#include <span>
#include <type_traits>

namespace tallywatt {

inline constexpr int large_load_ramp_years = 6;

template <class T = double>
struct basic_large_load_contract {
    static constexpr char const* kind = "large_load_contract";
    char const* name = "";
    std::array<basic_fraction<T>, large_load_ramp_years> ramp{
        basic_fraction<T>{T(1.0)}, basic_fraction<T>{T(1.0)}, basic_fraction<T>{T(1.0)},
        basic_fraction<T>{T(1.0)}, basic_fraction<T>{T(1.0)}, basic_fraction<T>{T(1.0)}}; ///< of the contracted power, by year
    basic_fraction<T> minimum_take{};  ///< of the year's capacity, billed whether drawn or not
    int term_years = 12;               ///< ramp included
    duration<T> exit_fee{};            ///< of minimum bills
    power<T> threshold{};              ///< loads from this on come under it

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"ramp"}, self.ramp...);
        visit(field{"minimum_take", unit_interval}, self.minimum_take...);
        visit(field{"term_years", between(1, 60)}, self.term_years...);
        visit(field{"exit_fee", non_negative}, self.exit_fee...);
        visit(field{"threshold", non_negative}, self.threshold...);
    }
    constexpr operator basic_large_load_contract<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }

    /// Share of the contracted power in a year of the term, the first being 0.
    [[nodiscard]] constexpr basic_fraction<T> ramp_in(int year_of_term) const {
        int const last = large_load_ramp_years - 1;
        return ramp[static_cast<std::size_t>(year_of_term < last ? year_of_term : last)];
    }
};
using large_load_contract = basic_large_load_contract<>;

/// What a contract costs over its term, as present worth at its start; charges fall at each year's end.
template <class T = double>
struct large_load_bill {
    money<T> paid{};                      ///< all
    money<T> idle{};                      ///< of it, for power that was not drawn
    basic_capacity_charge<T> levelised{}; ///< per power drawn
    energy<T> unmet{};                    ///< wanted above the ramp's capacity, over the term
    basic_ratio<T> billed{};              ///< over drawn, levelised
};

/// For the power wanted in each year (the last entry holds on); what exceeds the year's capacity waits.
template <class T>
constexpr large_load_bill<T> bill_of(
    basic_large_load_contract<T> const& c, std::type_identity_t<power<T>> const& contracted, basic_demand_charge<T> const& charge,
    std::span<std::type_identity_t<power<T>> const> wanted, basic_discount_rate<real_terms, T> const& discount
) {
    if (wanted.empty())
        throw invalid_input("large_load.wanted", 0.0, "", "no year's power is given");
    T const v = discount_factor(discount).value;
    T weight = T(1.0);
    power<T> drawn_sum{}, billed_sum{};
    large_load_bill<T> r;
    for (int y = 0; y < c.term_years; ++y) {
        auto const at = static_cast<std::size_t>(y) < wanted.size() ? static_cast<std::size_t>(y) : wanted.size() - 1;
        power<T> const capacity = c.ramp_in(y) * contracted, drawn = math::min(wanted[at], capacity);
        weight = weight * v;
        drawn_sum += weight * drawn;
        billed_sum += weight * math::max(drawn, c.minimum_take * capacity);
        r.unmet += math::max(wanted[at] - capacity, power<T>{}) * (1.0 * year);
    }
    r.paid = billed_sum * charge.value * (1.0 * year);
    r.idle = (billed_sum - drawn_sum) * charge.value * (1.0 * year);
    r.billed = basic_ratio<T>{billed_sum / drawn_sum};
    r.levelised = held_at(r.billed.value * charge.value);
    return r;
}

/// What leaving in a year of the term costs.
template <class T>
constexpr money<T> exit_fee_of(
    basic_large_load_contract<T> const& c, std::type_identity_t<power<T>> const& contracted, basic_demand_charge<T> const& charge, int year_of_term
) {
    return c.minimum_take.value * (c.ramp_in(year_of_term) * contracted) * charge.value * c.exit_fee;
}

/// Whether a load comes under the contract at all.
template <class T>
constexpr bool applies(basic_large_load_contract<T> const& c, power<T> const& load) {
    return lowest(load.base_value) >= lowest(c.threshold.base_value);
}

} // namespace tallywatt
