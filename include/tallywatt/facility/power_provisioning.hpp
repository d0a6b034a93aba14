#pragma once
// power_provisioning: what is wired, what is drawn, and how many accelerators a utility megawatt carries.
//   peak of a server        = electrical design point peaks (EDPp) * its power limit, for milliseconds
//   provisioned per server  = limit * (1 + margin), or the peak where nothing smooths it
//   servers wired           = provisioned power * (1 + oversubscription)/per server; capping holds the sum below the feed
//   capped share of time    by the spread of the sum: normal about the mean draw, P(sum > feed)
//   stranded power          = provisioned - drawn on average
//   accelerators per utility power = wired/(feed * PUE on the design day)
// Fleet draw of many servers is near its mean, so some oversubscription costs nothing; beyond it capping costs output.
// Reference: Fan, Weber, Barroso, Power Provisioning for a Warehouse-sized Computer, ISCA 2007; Wu et al., Dynamo, ISCA 2016.
//
//   provisioned_fleet<> p = provision(power_policy{}, 10.0 * kilowatt, ratio{0.75}, 8, f);

#include <tallywatt/facility/performance.hpp>

namespace tallywatt {

template <class T = double>
struct basic_power_policy {
    static constexpr char const* kind = "power_policy";
    basic_ratio<T> design_peak{T(1.45)};     ///< EDPp over the power limit, of a server or rack
    basic_fraction<T> smoothed{T(0.67)};     ///< of the peak beyond the limit that capacitors and batteries in supplies cover
    basic_ratio<T> margin{T(0.05)};          ///< wired above the limit
    basic_ratio<T> oversubscription{};       ///< servers wired beyond what the feed carries at their limits
    basic_ratio<T> spread{T(0.25)};          ///< standard deviation of a server's draw over its mean
    basic_fraction<T> together{T(0.10)};     ///< correlation of servers' draws: one job raises many at once
    basic_fraction<T> capping_loss{T(0.15)}; ///< output lost while capped

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source assumption{"assumed: depends on the load", "2026-11", confidence::assumed};
        visit(field{"design_peak", at_least(1.0), {"GB200 NVL72: 192 kW peak for 132 kW, HPE QuickSpecs", "2025", confidence::high}}, self.design_peak...);
        visit(field{"smoothed", unit_interval, {"GB300 NVL72 supplies store energy: peaks of 155 kW for 135 kW (data sheets), 30 % off the peak (NVIDIA): 0.67 to 1", "2025-07", confidence::medium}}, self.smoothed...);
        visit(field{"margin", non_negative, assumption}, self.margin...);
        visit(field{"oversubscription", between(0.0, 4.0)}, self.oversubscription...);
        visit(field{"spread", non_negative, assumption}, self.spread...);
        visit(field{"together", unit_interval, assumption}, self.together...);
        visit(field{"capping_loss", unit_interval, assumption}, self.capping_loss...);
    }
};
using power_policy = basic_power_policy<>;

template <class T = double>
struct provisioned_fleet {
    power<T> per_server{};                  ///< wired
    power<T> peak{};                        ///< of a server, at its feed
    T servers{};                            ///< that the IT capacity feeds
    T accelerators{};
    at_it<tallywatt::power<T>> drawn{};     ///< on average
    at_it<tallywatt::power<T>> stranded{};  ///< held and not drawn
    basic_fraction<T> capped{};             ///< share of time in which the sum would exceed the feed
    basic_fraction<T> output{};             ///< of all servers' output that capping leaves
    at_facility<tallywatt::power<T>> feed{}; ///< of the design day with the IT capacity drawn
    /// Accelerators per power of the feed.
    [[nodiscard]] constexpr quantity<dim::per<dim::accelerator, dim::power>, T> accelerators_per_power() const {
        return accelerators * accelerator_unit / feed.value;
    }
    /// Output per power of the feed, of accelerators that give this much each.
    [[nodiscard]] constexpr auto output_per_power(per_accelerator<token_rate<T>> const& each) const {
        return accelerators * output.value * each.value / feed.value;
    }
};

namespace detail {
/// Share of a normal distribution above z standard deviations: Zelen & Severo 1964, absolute error below 7.5e-8 for z >= 0
/// and by symmetry below.
template <class T>
constexpr T share_above(T const& z) {
    T const a = math::abs(z), t = T(1.0) / (T(1.0) + T(0.2316419) * a);
    T const tail = T(0.3989422804014327) * math::exp(T(-0.5) * a * a) *
                   (t * (T(0.319381530) + t * (T(-0.356563782) + t * (T(1.781477937) + t * (T(-1.821255978) + t * T(1.330274429))))));
    return math::select(z < T(0.0), T(1.0) - tail, tail);
}
} // namespace detail

/// A facility's IT capacity wired for servers of this power limit whose mean draw is a share of it.
template <class T>
constexpr provisioned_fleet<T> provision(
    basic_power_policy<T> const& policy, std::type_identity_t<power<T>> const& limit, std::type_identity_t<basic_ratio<T>> const& mean_over_limit,
    int accelerators_per_server, basic_prepared_facility<T> const& site
) {
    provisioned_fleet<T> r;
    r.peak = (T(1.0) + (policy.design_peak.value - T(1.0)) * (T(1.0) - policy.smoothed.value)) * limit;
    r.per_server = math::max((T(1.0) + policy.margin.value) * limit, r.peak);
    at_it<power<T>> const capacity = site.it_capacity;
    r.servers = (T(1.0) + policy.oversubscription.value) * (capacity.value / r.per_server);
    r.accelerators = T(static_cast<double>(accelerators_per_server)) * r.servers;
    power<T> const mean = mean_over_limit * limit, wanted = r.servers * mean;
    // variance of a sum of n equal draws with pairwise correlation c: n s^2 (1 + (n - 1) c)
    power<T> const sigma = (policy.spread.value * math::sqrt((T(1.0) - policy.together.value) / r.servers + policy.together.value)) * wanted;
    power<T> const least = 1e-6 * capacity.value; // a fleet that never varies
    r.capped = basic_fraction<T>{detail::share_above((capacity.value - wanted) / math::max(sigma, least))};
    r.output = basic_fraction<T>{T(1.0) - policy.capping_loss.value * r.capped.value};
    r.drawn = at_it<power<T>>{math::min(wanted, capacity.value)};
    r.stranded = at_it<power<T>>{capacity.value - r.drawn.value};
    r.feed = design_day_power(site, capacity);
    return r;
}

} // namespace tallywatt
