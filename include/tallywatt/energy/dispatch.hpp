#pragma once
// dispatch: an hourly year of a site that is fed by variable generation, a storage, firm sources and a grid. Each hour:
//   1. variable generation serves the load; what is left over charges the storage, then is sold, then is curtailed
//   2. the storage gives what is short: e' = e (1 - sigma) + eta_c c - d/eta_d, within its power and energy limits
//   3. firm sources and the grid serve the rest in order of marginal cost in that hour
//   4. what remains is unserved
// `rules` change step 2 by tariff period: the storage may hold back, and fill up from the grid (see storage_rule). A
// `reserve` is what the storage keeps, and is filled up to by firm sources, for hours in which firm power will not do.
// Powers are in watts at the busbar and hold for an hour each; no allocation, one pass, state only in the storage.
// Every hour balances: generation + firm + import + discharge + unserved = load + charge + sold + curtailed.
// Reference: NREL REopt, load-balance and storage constraints; Billinton & Allan (1996), LOLE and EUE.
//
//   dispatch_result const r = dispatch(year, site);     r.unserved, r.curtailed, r.cycles ...

#include <tallywatt/number/math.hpp>
#include <tallywatt/units/boundary.hpp>
#include <tallywatt/units/constants.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

namespace tallywatt {

inline constexpr std::size_t hours_a_year = 8760;
inline constexpr std::size_t hours_a_month = 730;
inline constexpr int max_firm_sources = 4; ///< of which the last one built can be the grid
inline constexpr int max_variable_sources = 3;
inline constexpr int max_tariff_periods = 8;

/// Hourly series, all of one length (8,760, or any other for a shorter study); an empty series is a constant 1.
struct hourly_inputs {
    std::span<double const> load{};                                        ///< share of load_peak
    std::array<std::span<double const>, max_variable_sources> available{}; ///< share of nameplate; empty: not there
    std::span<std::uint8_t const> period{};                                ///< tariff period of the hour; empty: 0
    [[nodiscard]] constexpr std::size_t hours() const {
        std::size_t n = load.size();
        for (auto const& a : available)
            n = n > a.size() ? n : a.size();
        return n != 0 ? n : hours_a_year;
    }
};

/// What the storage does in a tariff period. By default it gives all that is short and buys nothing.
struct storage_rule {
    power<> give_above = 0.0 * watt; ///< it serves only what is short beyond this (and what nothing else can serve)
    power<> fill_up_to = 0.0 * watt; ///< it charges from the grid while the site's import stays below this
};
inline constexpr power<> without_limit = power<>::from_base(1e30);

/// What stands at the site, at the busbar.
struct dispatch_site {
    power<> load_peak{};
    std::array<power<>, max_variable_sources> variable{}; ///< nameplate, losses taken off
    struct {
        energy<> store{};
        power<> charger{}, discharger{};
        double charging = 1.0, discharging = 1.0; ///< efficiencies
        double self_discharge = 0.0;              ///< per hour
        double start = 0.5;                       ///< filled to this share at the first hour
    } storage{};
    int firm_sources = 0;
    std::array<power<>, max_firm_sources> firm{};
    std::array<money_per_energy<>, max_firm_sources> firm_cost{}; ///< marginal: fuel and variable operation
    power<> import{};                                             ///< what the grid connection can carry
    std::array<money_per_energy<>, max_tariff_periods> import_price{};
    power<> export_limit{};
    money_per_energy<> export_price{};
    std::array<storage_rule, max_tariff_periods> rules{};
    /// Watt-hours to keep and to fill up to at each hour's start (reserve_for_shortage), one more than hours; empty: none.
    std::span<double const> reserve{}, refill{};
};

/// A year's energies at the busbar.
struct dispatch_result {
    energy<> load{}, generated{}, charged{}, discharged{}, import_to_load{}, import_to_store{}, sold{}, curtailed{},
        unserved{};
    energy<> store_change{}, store_loss{};
    std::array<energy<>, max_firm_sources> firm{};
    std::array<energy<>, max_variable_sources> variable{};
    std::array<power<>, 12> peak_import{}; ///< by month of 730 hours
    std::array<power<>, max_firm_sources> firm_peak{};
    power<> load_peak{};
    money<> firm_cost{}, import_cost{}, export_revenue{};
    int hours = 0, unserved_hours = 0;
    double cycles = 0.0; ///< full discharges of the store

    [[nodiscard]] constexpr energy<> import() const { return import_to_load + import_to_store; }
    /// What comes in less what goes out over all hours; rounding of the sums is all that is left.
    [[nodiscard]] constexpr energy<> imbalance() const {
        energy<> in = generated + import() + discharged + unserved;
        for (auto const& f : firm)
            in += f;
        return in - (load + charged + sold + curtailed);
    }
};

/// Powers of one hour at the busbar, in watts.
struct dispatch_hour {
    double load = 0, generated = 0, charge = 0, discharge = 0, import_to_load = 0, import_to_store = 0, sold = 0,
           curtailed = 0, unserved = 0, stored_before = 0, stored = 0;
    std::array<double, max_firm_sources> firm{};
};

namespace detail {

struct no_visit {
    constexpr void operator()(std::size_t, dispatch_hour const&) const {}
};

// Power of the sources that come before source i at the prices of a period; index firm_sources is the grid.
constexpr double power_before(dispatch_site const& s, int i, int period) {
    auto const k = [](int n) { return static_cast<std::size_t>(n); };
    auto const cost = [&](int n) { return n < s.firm_sources ? s.firm_cost[k(n)] : s.import_price[k(period)]; };
    power<> sum{};
    for (int n = 0; n <= s.firm_sources; ++n)
        if (n != i && (cost(n) < cost(i) || (!(cost(i) < cost(n)) && n < i)))
            sum += n < s.firm_sources ? s.firm[k(n)] : s.import;
    return sum.base_value;
}

} // namespace detail

/// Runs the hours; visit(hour, dispatch_hour) sees each.
template <class Visit = detail::no_visit>
constexpr dispatch_result dispatch(hourly_inputs const& in, dispatch_site const& s, Visit&& visit = {}) {
    std::size_t const hours = in.hours();
    auto const at_meter = static_cast<std::size_t>(s.firm_sources); // the grid comes after the firm sources
    std::array<std::array<double, max_firm_sources + 1>, max_tariff_periods> ahead{}; // by merit order
    std::array<double, max_tariff_periods> above{}, fill{}, price{};
    bool buys = false;
    for (int p = 0; p < max_tariff_periods; ++p) {
        auto const k = static_cast<std::size_t>(p);
        for (int i = 0; i <= s.firm_sources; ++i)
            ahead[k][static_cast<std::size_t>(i)] = detail::power_before(s, i, p);
        above[k] = s.rules[k].give_above.base_value;
        fill[k] = s.rules[k].fill_up_to.base_value;
        buys = buys || fill[k] > 0.0;
        price[k] = s.import_price[k].base_value * hour.base_value;
    }
    std::array<double, max_firm_sources + 1> limit{};
    double firm_total = 0.0;
    for (std::size_t k = 0; k <= at_meter; ++k) {
        limit[k] = k == at_meter ? s.import.base_value : s.firm[k].base_value;
        firm_total += limit[k];
    }
    double const peak = s.load_peak.base_value, v0 = s.variable[0].base_value, v1 = s.variable[1].base_value,
                 v2 = s.variable[2].base_value;
    double const* const load = in.load.empty() ? nullptr : in.load.data();
    double const* const a0 = in.available[0].empty() ? nullptr : in.available[0].data();
    double const* const a1 = in.available[1].empty() ? nullptr : in.available[1].data();
    double const* const a2 = in.available[2].empty() ? nullptr : in.available[2].data();
    std::uint8_t const* const period = in.period.empty() ? nullptr : in.period.data();
    double const* const reserve = s.reserve.size() > hours ? s.reserve.data() : nullptr;
    double const* const refill = s.refill.size() > hours ? s.refill.data() : nullptr;

    double const store = s.storage.store.base_value / hour.base_value; // watt-hours
    double const keep = 1.0 - s.storage.self_discharge, in_rate = s.storage.charging, out_rate = s.storage.discharging;
    double const per_in = 1.0 / in_rate, per_out = 1.0 / out_rate;
    double const charger = s.storage.charger.base_value, discharger = s.storage.discharger.base_value;
    double const sale_limit = s.export_limit.base_value;
    double const start = s.storage.start * store;

    double stored = start, leaked = 0.0, load_sum = 0.0, charged = 0.0, discharged = 0.0, to_load = 0.0, to_store = 0.0,
           sold = 0.0, curtailed = 0.0, unserved = 0.0, import_cost = 0.0, sum0 = 0.0, sum1 = 0.0, sum2 = 0.0;
    std::array<double, max_firm_sources> firm{}, firm_peak{};
    int dark_hours = 0;
    dispatch_result r{};
    for (std::size_t from = 0, m = 0; from < hours; from += hours_a_month, ++m) {
        std::size_t const to = from + hours_a_month < hours ? from + hours_a_month : hours;
        double highest = 0.0;
        for (std::size_t t = from; t < to; ++t) {
            double const demand = load != nullptr ? peak * load[t] : peak;
            double const g0 = a0 != nullptr ? v0 * a0[t] : 0.0, g1 = a1 != nullptr ? v1 * a1[t] : 0.0,
                         g2 = a2 != nullptr ? v2 * a2[t] : 0.0;
            double const net = (g0 + g1 + g2) - demand;
            double const surplus = math::max(net, 0.0), deficit = math::max(-net, 0.0);
            std::size_t const p = period != nullptr ? period[t] : 0;
            double const before = stored * keep;
            // in stored energy, so that what is left of the chain from hour to hour is short
            double const vacant = math::max(store - before, 0.0);
            double const gain = math::min(in_rate * math::min(surplus, charger), vacant);
            // what only the storage can serve it serves; beyond that it keeps its reserve
            double const must = per_out * math::min(math::max(deficit - firm_total, 0.0), discharger);
            double const may = per_out * math::min(math::max(deficit - above[p], 0.0), discharger);
            double const spare = reserve != nullptr ? math::max(before - reserve[t + 1], 0.0) : before;
            double const drain = math::min(math::max(math::min(may, spare), must), before);
            double const charge = per_in * gain, give = out_rate * drain;
            double rest = deficit - give, top_up = 0.0;
            if (refill != nullptr) { // idle firm power goes into the store ahead of a shortage
                double const missing = math::min(refill[t + 1] - (before + gain - drain), in_rate * (charger - charge));
                top_up = math::max(math::min(missing, in_rate * (firm_total - rest)), 0.0);
                rest += per_in * top_up;
            }
            auto const part = [&](std::size_t k) { return math::min(math::max(rest - ahead[p][k], 0.0), limit[k]); };
            double const drawn = part(at_meter), dark = math::max(rest - firm_total, 0.0);
            for (std::size_t k = 0; k < at_meter; ++k) {
                double const taken = part(k);
                firm[k] += taken;
                firm_peak[k] = math::max(firm_peak[k], taken);
            }
            double bought = 0.0;
            if (buys
                && !(drain > 0.0)) // up to the meter's limit, the charger's and the room left; never while it gives
                bought = math::max(
                    math::min(
                        in_rate * math::min(math::min(fill[p], limit[at_meter]) - drawn, charger - charge - per_in * top_up),
                        vacant - gain - top_up
                    ),
                    0.0
                );
            double const buy = per_in * bought;
            double const over = math::max(surplus - charge, 0.0), sale = math::min(over, sale_limit);
            leaked += stored - before;
            stored = before + (gain + top_up + bought) - drain;
            load_sum += demand;
            sum0 += g0;
            sum1 += g1;
            sum2 += g2;
            charged += charge + per_in * top_up + buy;
            discharged += give;
            to_load += drawn;
            to_store += buy;
            sold += sale;
            curtailed += over - sale;
            unserved += dark;
            dark_hours += dark > 1e-9 * demand ? 1 : 0; // a watt in a gigawatt is rounding, not a shortage
            import_cost += (drawn + buy) * price[p];
            highest = math::max(highest, drawn + buy);
            if constexpr (!std::is_same_v<std::remove_cvref_t<Visit>, detail::no_visit>) {
                dispatch_hour h{demand, g0 + g1 + g2, charge + per_in * top_up + buy,
                                give,   drawn,        buy,
                                sale,   over - sale,  dark,
                                before, stored,       {}};
                for (std::size_t k = 0; k < at_meter; ++k)
                    h.firm[k] = part(k);
                visit(t, h);
            }
        }
        r.peak_import[m < 12 ? m : 11] =
            power<>::from_base(math::max(r.peak_import[m < 12 ? m : 11].base_value, highest));
    }
    auto const wh = [](double x) { return energy<>::from_base(x * hour.base_value); };
    r.load = wh(load_sum);
    r.generated = wh(sum0 + sum1 + sum2);
    r.variable = {wh(sum0), wh(sum1), wh(sum2)};
    r.charged = wh(charged);
    r.discharged = wh(discharged);
    r.import_to_load = wh(to_load);
    r.import_to_store = wh(to_store);
    r.sold = wh(sold);
    r.curtailed = wh(curtailed);
    r.unserved = wh(unserved);
    r.store_change = wh(stored - start);
    r.store_loss = wh(leaked + (1.0 - in_rate) * charged + (per_out - 1.0) * discharged);
    for (std::size_t k = 0; k < at_meter; ++k) {
        r.firm[k] = wh(firm[k]);
        r.firm_peak[k] = power<>::from_base(firm_peak[k]);
        r.firm_cost += r.firm[k] * s.firm_cost[k];
    }
    r.load_peak = s.load_peak;
    r.import_cost = money<>::from_base(import_cost);
    r.export_revenue = r.sold * s.export_price;
    r.hours = static_cast<int>(hours);
    r.unserved_hours = dark_hours;
    r.cycles = store > 0.0 ? discharged * per_out / store : 0.0;
    return r;
}

/// Fills `reserve` with the stored watt-hours that must be there at the start of each hour so that storage and firm
/// sources together serve every later hour, as far as that can be done, and `refill` with the same where idle firm power
/// may fill the store before the shortage (both one longer than the hours). `at_end` of the store is left. It looks ahead
/// perfectly: a forecast can only do worse. With both set, no dispatch leaves less unserved, or then burns less.
constexpr void reserve_for_shortage(
    hourly_inputs const& in, dispatch_site const& s, std::span<double> reserve, std::span<double> refill,
    double at_end = 0.0
) {
    std::size_t const hours = in.hours();
    double firm_total = s.import.base_value;
    for (int i = 0; i < s.firm_sources; ++i)
        firm_total += s.firm[static_cast<std::size_t>(i)].base_value;
    double const store = s.storage.store.base_value / hour.base_value,
                 per_keep = 1.0 / (1.0 - s.storage.self_discharge);
    double const charger = s.storage.charger.base_value, discharger = s.storage.discharger.base_value;
    double need = at_end * store, fill = need;
    reserve[hours] = need;
    refill[hours] = fill;
    for (std::size_t t = hours; t-- > 0;) {
        double net = -s.load_peak.base_value * (in.load.empty() ? 1.0 : in.load[t]);
        for (std::size_t k = 0; k < in.available.size(); ++k)
            if (!in.available[k].empty())
                net += s.variable[k].base_value * in.available[k][t];
        double const gain = s.storage.charging * math::min(math::max(net, 0.0), charger);
        double const most = s.storage.charging * math::min(math::max(net + firm_total, 0.0), charger);
        double const drain = math::min(math::max(-net - firm_total, 0.0), discharger) / s.storage.discharging;
        need = math::min(math::max(need - gain + drain, 0.0) * per_keep, store);
        fill = math::min(math::max(fill - most + drain, 0.0) * per_keep, store);
        reserve[t] = need;
        refill[t] = fill;
    }
}

} // namespace tallywatt
