#pragma once
// shifting: moving work to hours (and sites) where power is cheap or clean:
//   min sum_t p_t x_t    s.t.  sum_t x_t = W in each window,  0 <= x_t <= cap_t
// p is a price, a price of carbon times an intensity, or their sum. Within a window the hours are filled from the cheapest up,
// which is optimal: moving a unit from an hour taken to one not taken never lowers the sum. The baseline is the same work
// unshifted, so the objective never rises. Across sites the hours of all sites in the window compete; a place is an hour of
// a site. Savings count only net of the spare accelerators that make room to shift, and of restarts: see net_of_idle_capital.
// Reference: Dantzig, Oper. Res. 5 (1957) 266 (continuous knapsack); Radovanovic et al., IEEE Trans. Power Syst. 38 (2023) 1270.
//
//   shift_result const r = shift(price, baseline, capacity, 24, shifted);   r.before - r.after

#include <tallywatt/energy/dispatch.hpp>
#include <tallywatt/number/error.hpp>
#include <tallywatt/number/math.hpp>

#include <string>

namespace tallywatt {

inline constexpr std::size_t max_shift_places = 1024; ///< hours of a window times sites

struct shift_result {
    money<> before{}, after{};
    energy<> work{};   ///< all
    energy<> moved{};  ///< run elsewhere or at another hour than unshifted
    energy<> undone{}; ///< beyond the capacity of its window: the baseline has it, the shifted plan not
    int restarts = 0;  ///< places that start to work after one at rest, at the same site

    [[nodiscard]] constexpr money<> saved() const { return before - after; }
};

/// Shifts work within windows of `window` hours. Series hold the hours of the first site, then those of the next ...;
/// `shifted` is written. `load` and `capacity` are powers; a load above its capacity runs as far as it fits elsewhere.
constexpr shift_result shift(
    std::span<money_per_energy<> const> price, std::span<power<> const> load, std::span<power<> const> capacity,
    std::size_t window, std::span<power<>> shifted, std::size_t sites = 1
) {
    std::size_t const hours = sites == 0 ? 0 : price.size() / sites;
    if (load.size() != price.size() || capacity.size() != price.size() || shifted.size() != price.size()
        || hours * sites != price.size())
        throw invalid_input(
            "shift.load", static_cast<double>(load.size()), "", "price, load, capacity and result differ in length"
        );
    if (window == 0 || window * sites > max_shift_places)
        throw invalid_input(
            "shift.window", static_cast<double>(window), "h",
            "a window of " + std::to_string(window) + " h at " + std::to_string(sites) + " sites is not 1 to "
                + std::to_string(max_shift_places) + " places"
        );
    shift_result r;
    std::array<std::size_t, max_shift_places> order{};
    for (std::size_t from = 0; from < hours; from += window) {
        std::size_t const to = from + window < hours ? from + window : hours;
        std::size_t n = 0;
        power<> work{};
        for (std::size_t s = 0; s < sites; ++s)
            for (std::size_t t = from; t < to; ++t) {
                std::size_t const place = s * hours + t;
                work += load[place];
                std::size_t at = n++; // insertion, stable: of two equal prices the earlier place first
                for (; at > 0 && price[place] < price[order[at - 1]]; --at)
                    order[at] = order[at - 1];
                order[at] = place;
            }
        power<> left = work;
        money_rate<> before{}, after{};
        for (std::size_t i = 0; i < n; ++i) {
            std::size_t const place = order[i];
            power<> const run = math::min(left, capacity[place]);
            shifted[place] = run;
            left -= run;
            before += load[place] * price[place];
            after += run * price[place];
        }
        // equal sums may differ by rounding: then nothing is gained and the work stays
        if (!(after < before) && left.base_value <= 1e-12 * work.base_value) {
            after = before;
            for (std::size_t i = 0; i < n; ++i)
                shifted[order[i]] = load[order[i]];
            left = 0.0 * watt;
        }
        for (std::size_t i = 0; i < n; ++i)
            r.moved += math::max(shifted[order[i]] - load[order[i]], 0.0 * watt) * hour;
        r.work += work * hour;
        r.undone += left * hour;
        r.before += before * hour;
        r.after += after * hour;
    }
    for (std::size_t s = 0; s < sites; ++s)
        for (std::size_t t = 1; t < hours; ++t) {
            std::size_t const place = s * hours + t;
            if (shifted[place].base_value > 0.0 && !(shifted[place - 1].base_value > 0.0))
                ++r.restarts;
        }
    return r;
}

/// Price of power with its carbon in it.
constexpr money_per_energy<>
blended(money_per_energy<> const& price, co2e_per_energy<> const& intensity, money_per_co2e<> const& carbon) {
    return price + intensity * carbon;
}

/// What shifting is worth after what it takes: spare capacity (per power, a year) for the period of the study, and restarts.
/// Usually negative for accelerators, whose capital is dearer than their power.
constexpr money<> net_of_idle_capital(
    shift_result const& r, power<> const& spare, money_per_power_time<> const& yearly, duration<> const& studied,
    money<> const& per_restart
) {
    return r.saved() - spare * yearly * studied - per_restart * static_cast<double>(r.restarts);
}

/// The capital per power and time at which shifting just pays for the spare capacity it needs.
constexpr money_per_power_time<>
break_even_capital(shift_result const& r, power<> const& spare, duration<> const& studied, money<> const& per_restart) {
    return (r.saved() - per_restart * static_cast<double>(r.restarts)) / (spare * studied);
}

} // namespace tallywatt
