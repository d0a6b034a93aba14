#pragma once
// time to power: a source that is cheap but late against one that is dear but soon. A site that waits loses a sum per time (idle
// accelerators and margin), which a wait of t charges to the energy of n years of service:
//   price with wait = price + lost * t / (PWF(r, n) mean power)
//   the sources cost the same at   lost* = (price_soon - price_late) mean power PWF(r, n) / (t_late - t_soon)
// and a dear source that bridges the wait for a cheap one costs what it costs more until then, plus what of it is not recovered.
// Both lead times are counted from the same day. The lost sum is in prices of the day of decision, without discount.
//
//   money_per_energy<> p = price_with_wait(perform(prepare(s, r), mean, peak), mean, 50e6 * USD / month, r, 20);

#include <tallywatt/energy/power_source.hpp>
#include <tallywatt/finance/annuity.hpp>

namespace tallywatt {

/// Levelised price at the busbar with the wait for the source in it, over `years` of service.
template <class T>
constexpr money_per_energy<T> price_with_wait(
    basic_supply_performance<T> const& s, std::type_identity_t<at_facility<power<T>>> const& mean,
    std::type_identity_t<money_rate<T>> const& lost, basic_discount_rate<real_terms, T> const& discount, int years
) {
    return s.price + lost * s.lead_time / (mean.value * present_worth_factor(discount, years));
}

/// The loss per time of waiting above which the dear, soon source is the better one. Negative where the soon one is the
/// cheaper one anyway. The lead times must differ.
template <class T>
constexpr money_rate<T> break_even_loss(
    basic_supply_performance<T> const& soon, basic_supply_performance<T> const& late,
    std::type_identity_t<at_facility<power<T>>> const& mean, basic_discount_rate<real_terms, T> const& discount,
    int years
) {
    return (soon.price - late.price) * (mean.value * present_worth_factor(discount, years))
           / (late.lead_time - soon.lead_time);
}

/// What bridging the wait for `late` with `soon` costs, in all, against waiting: running it until then instead of buying at
/// late's price (which the lost margin is net of), and the part of its capital that is not sold on; less what waiting would
/// have lost. Below zero: bridging pays.
template <class T>
constexpr money<T> cost_of_bridging(
    basic_supply_performance<T> const& soon, basic_supply_performance<T> const& late,
    std::type_identity_t<at_facility<power<T>>> const& mean, std::type_identity_t<money_rate<T>> const& lost,
    std::type_identity_t<basic_fraction<T>> const& resale
) {
    duration<T> const gained = late.lead_time - soon.lead_time;
    money_rate<T> const dearer =
        mean.value * (soon.price - late.price) - soon.cost.capital; // its capital counts in full below
    return dearer * gained + soon.up_front * (T(1.0) - resale.value) - lost * gained;
}

/// What a site loses while it waits: the capital charge of what stands idle, and the margin that is not earned.
template <class T>
constexpr money_rate<T>
loss_of_waiting(money_rate<T> const& idle_capital, std::type_identity_t<money_rate<T>> const& margin) {
    return idle_capital + margin;
}

} // namespace tallywatt
