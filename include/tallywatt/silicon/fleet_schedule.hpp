#pragma once
// A fleet's deliveries under supply, month by month, and what waiting for them costs.
//
//   backlog_m   = max(0, backlog_(m-1) + wanted_m - supply_m)           what is not wanted yet goes to others
//   delivered_m = supply_m where there is a backlog, else all that waits
//   waiting     = sum over months of backlog_m (idle + margin) month v^(m/12), v = 1/(1 + r)
//   mean wait   = sum of backlog_m month/all wanted
//
// idle: what the shell, power and staff that stand ready cost per accelerator and time; margin: what the accelerator would have
// earned over its running costs. A month's backlog waits that month. Discounting is to the first month, at each month's start.
//
//   fleet_schedule<> const s = schedule_deliveries<double>({2026, 1}, wanted, supply);
//   waiting_cost<> const c = cost_of_waiting(s, {.idle = 0.2 * USD / accelerator_hour, .margin = 1.0 * USD / accelerator_hour});

#include <tallywatt/silicon/calendar.hpp>
#include <tallywatt/units/strong.hpp>

#include <array>
#include <span>

namespace tallywatt {

/// A month of a schedule.
template <class T = double>
struct basic_delivery_month {
    accelerator_count<T> wanted{}; ///< new in this month
    accelerator_count<T> supply{}; ///< offered in this month
    accelerator_count<T> delivered{};
    accelerator_count<T> cumulative{}; ///< delivered so far
    accelerator_count<T> backlog{};    ///< wanted and not delivered at the month's end
};

/// Deliveries of a fleet, over at most ten years.
template <class T = double>
struct fleet_schedule {
    static constexpr int capacity = 120;
    calendar_month from{};
    int months = 0;
    std::array<basic_delivery_month<T>, 120> line{};

    [[nodiscard]] constexpr accelerator_count<T> wanted() const {
        accelerator_count<T> sum{};
        for (int m = 0; m < months; ++m)
            sum += line[static_cast<std::size_t>(m)].wanted;
        return sum;
    }
    /// Accelerator-months of waiting.
    [[nodiscard]] constexpr accelerator_time<T> waited() const {
        accelerator_time<T> sum{};
        for (int m = 0; m < months; ++m)
            sum += line[static_cast<std::size_t>(m)].backlog * month;
        return sum;
    }
    /// Mean wait of an accelerator; those not delivered in the schedule's months wait to its end.
    [[nodiscard]] constexpr duration<T> mean_wait() const { return waited() / wanted(); }
    /// Months until nothing is left to deliver, at the schedule's worst; -1 where its months do not suffice.
    [[nodiscard]] constexpr int months_to_complete() const {
        double const trace = 1e-9 * highest(wanted().base_value); // rounding of the backlog
        int m = months;
        while (m > 0 && !(highest(line[static_cast<std::size_t>(m) - 1].backlog.base_value) > trace))
            --m;
        return m == months && months > 0 ? -1 : m + (months > 0 ? 1 : 0);
    }
};

/// Deliveries by month. wanted and offered: by month from `from`; the shorter one ends the schedule.
template <class T>
constexpr fleet_schedule<T> schedule_deliveries(
    calendar_month const& from, std::span<accelerator_count<T> const> wanted,
    std::span<accelerator_count<T> const> offered
) {
    fleet_schedule<T> s;
    s.from = from;
    accelerator_count<T> backlog{}, cumulative{};
    for (std::size_t m = 0; m < wanted.size() && m < offered.size() && m < s.line.size(); ++m) {
        auto& l = s.line[m];
        l.wanted = wanted[m];
        l.supply = offered[m];
        l.delivered = math::min(backlog + wanted[m], offered[m]);
        backlog = math::max(backlog + wanted[m] - offered[m], accelerator_count<>{});
        l.backlog = backlog;
        cumulative += l.delivered;
        l.cumulative = cumulative;
        s.months = static_cast<int>(m) + 1;
    }
    return s;
}

/// What waiting costs per accelerator and time.
template <class T = double>
struct basic_waiting_terms {
    money_per_accelerator_time<T> idle{};          ///< shell, power connection and staff that stand ready
    money_per_accelerator_time<T> margin{};        ///< earned over running costs, once it runs
    basic_discount_rate<real_terms, T> discount{}; ///< per year, real

    static constexpr char const* kind = "waiting_terms";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"idle", non_negative}, self.idle...);
        visit(field{"margin", non_negative}, self.margin...);
        visit(field{"discount"}, self.discount...);
    }
};
using waiting_terms = basic_waiting_terms<>;

/// Present worth of waiting, by line.
template <class T = double>
struct waiting_cost {
    money<T> idle{};
    money<T> margin{};
    [[nodiscard]] constexpr money<T> total() const { return idle + margin; }
};

/// The price of waiting for a schedule's deliveries.
template <class T>
constexpr waiting_cost<T> cost_of_waiting(fleet_schedule<T> const& s, basic_waiting_terms<T> const& terms) {
    T const monthly = math::exp(math::log(T(1.0) + terms.discount.value) * T(-1.0 / 12.0));
    accelerator_time<T> waited{};
    T worth = T(1.0);
    for (int m = 0; m < s.months; ++m) {
        waited += s.line[static_cast<std::size_t>(m)].backlog * month * worth;
        worth = worth * monthly;
    }
    return {waited * terms.idle, waited * terms.margin};
}

} // namespace tallywatt
