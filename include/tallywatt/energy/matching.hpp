#pragma once
// matching: how much of a load's energy clean supply covers, counted by the year and by the hour (24/7), and the carbon that
// the ways of accounting give it.
//   annual share = min(1, sum clean / sum load)           hourly share = sum min(clean_t, load_t) / sum load
//   location-based = sum load_t i_t      market-based (annual) = (1 - annual share) residual sum load
//   hourly market-based = sum max(load_t - clean_t, 0) r_t, r the residual intensity of the hour
// The annual share is never below the hourly one; a claim of 100 % a year can leave every night to the grid.
// Reference: GHG Protocol Scope 2 Guidance (2015); Google, 24/7 carbon-free energy: methodologies and metrics (2021).
//
//   clean_shares const s = clean_shares_of(load, sun);   s.hourly < s.annual

#include <tallywatt/energy/dispatch.hpp>
#include <tallywatt/units/strong.hpp>

namespace tallywatt {

struct clean_shares {
    fraction annual{}, hourly{};
};

/// Of a load and a clean supply in the same unit; `scale` multiplies the supply. Series of one length.
constexpr clean_shares
clean_shares_of(std::span<double const> load, std::span<double const> clean, double scale = 1.0) {
    double all = 0.0, made = 0.0, matched = 0.0;
    for (std::size_t t = 0; t < load.size(); ++t) {
        double const g = scale * clean[t];
        all += load[t];
        made += g;
        matched += math::min(g, load[t]);
    }
    if (!(all > 0.0))
        return {fraction{1.0}, fraction{1.0}};
    return {fraction{math::min(made / all, 1.0)}, fraction{math::min(matched / all, 1.0)}};
}

/// Of a dispatched site whose firm sources are clean or not: what is served without import and without burning. Energy bought
/// to be stored counts as grid energy; what is curtailed or sold counts for the year but not for the hour.
constexpr clean_shares clean_shares_of(dispatch_result const& r, bool firm_is_clean = false) {
    energy<> firm{};
    for (auto const& f : r.firm)
        firm += f;
    energy<> const dirty = r.import() + (firm_is_clean ? energy<>{} : firm) + r.unserved;
    energy<> const made = r.generated - r.curtailed + (firm_is_clean ? firm : energy<>{});
    double const hourly = 1.0 - dirty / r.load, annual = made / r.load;
    return {
        fraction{math::min(math::max(annual, 0.0), 1.0)},
        fraction{math::min(math::max(hourly, 0.0), 1.0)}};
}

/// The smallest multiple of a clean supply with this hourly share of the load, or a negative number where none below
/// `most` has it (a supply with dark hours never covers them).
constexpr double
multiple_for(std::span<double const> load, std::span<double const> clean, fraction hourly, double most = 1e3) {
    auto const enough = [&](double m) { return clean_shares_of(load, clean, m).hourly.value >= hourly.value; };
    if (!enough(most))
        return -1.0;
    double low = 0.0, high = most;
    for (int i = 0; i < 60; ++i) {
        double const middle = 0.5 * (low + high);
        (enough(middle) ? high : low) = middle;
    }
    return high;
}

struct carbon_accounts {
    co2e<> location_based{}, market_based{}, hourly_market_based{};
};

/// A load's carbon under the three accounts: powers of load and contracted clean supply by hour (watts), the grid's
/// intensity by hour (empty: `average` throughout) and its residual mix (contracted energy taken out) by the year.
constexpr carbon_accounts carbon_of(
    std::span<double const> load, std::span<double const> clean, co2e_per_energy<> const& average,
    co2e_per_energy<> const& residual, std::span<double const> intensity_over_average = {}
) {
    carbon_accounts r;
    double all = 0.0, made = 0.0;
    for (std::size_t t = 0; t < load.size(); ++t) {
        double const shape = intensity_over_average.empty() ? 1.0 : intensity_over_average[t];
        energy<> const used = load[t] * watt * hour, left = math::max(load[t] - clean[t], 0.0) * watt * hour;
        r.location_based += used * average * shape;
        r.hourly_market_based += left * residual * shape;
        all += load[t];
        made += clean[t];
    }
    r.market_based = math::max(all - made, 0.0) * watt * hour * residual;
    return r;
}

} // namespace tallywatt
