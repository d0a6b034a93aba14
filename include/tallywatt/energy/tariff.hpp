#pragma once
// tariff: prices of a grid by season, hour and day, and a demand charge. Up to four periods (say off-peak, shoulder, peak,
// super-peak), told apart by two clocks of 24 hours (winter and summer weekdays); weekends and nights fall to the first.
// Years start on a Monday, the first of January. mean_price weighs the periods by a load.
//
//   tariff const t = catalog::two_part_tariff;   fill_periods(t, periods);   price_at(t, periods[h])

#include <tallywatt/energy/dispatch.hpp>
#include <tallywatt/energy/grid.hpp>

namespace tallywatt {

/// Period (0 to 3) of each hour of a weekday.
struct tariff_clock {
    std::array<std::uint8_t, 24> winter{}, summer{};
    int summer_from = 6, summer_to = 9; ///< months, both included
    bool weekends_as_weekdays = false;
    friend constexpr bool operator==(tariff_clock const&, tariff_clock const&) = default;

    [[nodiscard]] constexpr std::uint8_t at(std::size_t t) const {
        bool const weekend = t / 24 % 7 >= 5;
        if (weekend && !weekends_as_weekdays)
            return 0;
        auto const month_of_year = static_cast<int>(t % hours_a_year / hours_a_month) + 1;
        bool const warm = month_of_year >= summer_from && month_of_year <= summer_to;
        return (warm ? summer : winter)[t % 24];
    }
};

template <class T = double>
struct basic_tariff {
    static constexpr char const* kind = "tariff";
    char const* name = "";
    std::array<money_per_energy<T>, 4> price{}; ///< by period, at the meter
    basic_demand_charge<T> demand{};            ///< of each month's highest power
    money_per_energy<T> export_price{};         ///< paid for what is sold
    tariff_clock clock{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"price", non_negative}, self.price...);
        visit(field{"demand", non_negative}, self.demand...);
        visit(field{"export_price", non_negative}, self.export_price...);
        visit(field{"clock"}, self.clock...);
    }
    constexpr operator basic_tariff<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using tariff = basic_tariff<>;

/// The period of every hour.
template <class T>
constexpr void fill_periods(basic_tariff<T> const& t, std::span<std::uint8_t> out) {
    for (std::size_t h = 0; h < out.size(); ++h)
        out[h] = t.clock.at(h);
}

/// Mean price of a load's energy at the meter, without the demand charge.
template <class T>
constexpr money_per_energy<T> mean_price(basic_tariff<T> const& t, std::span<double const> load = {}) {
    std::size_t const hours = load.empty() ? hours_a_year : load.size();
    std::array<double, 4> share{};
    double all = 0.0;
    for (std::size_t h = 0; h < hours; ++h) {
        double const x = load.empty() ? 1.0 : load[h];
        share[t.clock.at(h)] += x;
        all += x;
    }
    money_per_energy<T> sum{};
    for (std::size_t p = 0; p < 4; ++p)
        sum += T(share[p] / all) * t.price[p];
    return sum;
}

/// A grid that charges by the tariff a load of this shape: the mean price and the demand charge.
template <class T>
constexpr basic_grid<T> with_tariff(basic_grid<T> g, basic_tariff<T> const& t, std::span<double const> load = {}) {
    g.energy_price = mean_price(t, load);
    g.demand = t.demand;
    return g;
}

/// Puts a tariff on the grid connection of a site: import prices by period and what is paid for sales, brought to the
/// busbar by the losses between meter and busbar.
constexpr void set_tariff(dispatch_site& s, tariff const& t, fraction const& losses = fraction{0.0}) {
    for (std::size_t p = 0; p < t.price.size(); ++p)
        s.import_price[p] = t.price[p] / (1.0 - losses.value);
    s.export_price = t.export_price * (1.0 - losses.value);
}

/// A year's bill at the busbar: energy, demand by month, less sales.
constexpr money<> bill(dispatch_result const& r, tariff const& t, fraction const& losses = fraction{0.0}) {
    power<> peaks{};
    for (auto const& p : r.peak_import)
        peaks += p;
    return r.import_cost - r.export_revenue + (peaks * t.demand.value) * (730.0 * hour) / (1.0 - losses.value);
}

/// Rules of the storage that make a year cheapest, of those tried: leave prices alone; hold the import at one of 17 heights from
/// 1.2 to 0.4 of its peak; buy in the periods below a price and hold back in those up to another; both. Never dearer than leaving prices
/// alone, which is among them. Sets s.rules and returns the year.
constexpr dispatch_result
follow_prices(hourly_inputs const& in, dispatch_site& s, tariff const& t, fraction const& losses = fraction{0.0}) {
    auto const cost = [&](dispatch_result const& r) {
        // what is worn or left in the store at the end counts at the mean price, and firm fuel as it is
        money_per_energy<> const mean = mean_price(t);
        return bill(r, t, losses) + r.firm_cost - r.store_change * mean * s.storage.discharging
               + r.unserved * (1e3 * USD / kilowatt_hour); // far above any price: no rule may cause a shortage
    };
    s.rules = {};
    dispatch_result best = dispatch(in, s);
    money<> least = cost(best);
    auto best_rules = s.rules;
    auto const try_it = [&] {
        dispatch_result const r = dispatch(in, s);
        money<> const c = cost(r);
        if (c < least)
            best = r, least = c, best_rules = s.rules;
    };
    power<> highest{};
    for (auto const& p : best.peak_import)
        highest = math::max(highest, p);
    auto const thresholds = [&](auto const& each_pair) {
        each_pair(-1, -1);
        for (int low = 0; low < 4; ++low)
            for (int high = 0; high < 4; ++high)
                if (t.price[static_cast<std::size_t>(low)] * (1.0 / (s.storage.charging * s.storage.discharging))
                    < t.price[static_cast<std::size_t>(high)])
                    each_pair(low, high);
    };
    for (int height = 0; height <= 17; ++height) // 0: no limit
        thresholds([&](int low, int high) {
            power<> const target = height == 0 ? without_limit : highest * (1.25 - 0.05 * height);
            for (std::size_t p = 0; p < 4; ++p) {
                storage_rule& rule = s.rules[p];
                rule = {};
                if (height > 0)
                    rule = {.give_above = target, .fill_up_to = target};
                if (low >= 0) {
                    bool const cheap = !(t.price[static_cast<std::size_t>(low)] < t.price[p]);
                    bool const dear = !(t.price[p] < t.price[static_cast<std::size_t>(high)]);
                    rule.fill_up_to = cheap ? target : 0.0 * watt;
                    rule.give_above = dear ? 0.0 * watt : target;
                }
            }
            if (height > 0 || low >= 0)
                try_it();
        });
    s.rules = best_rules;
    return best;
}

} // namespace tallywatt
