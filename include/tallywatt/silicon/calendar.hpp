#pragma once
// A month of the calendar, for figures that change with time: capacities that ramp, prices that swing, deliveries.
//
// Time runs in months of 730 h, twelve to the year of 8,760 h, as everywhere in the library; leap days and the lengths of
// months are not in it. Months before year 0 have no meaning here.
//
//   calendar_month const m{2025, 12};
//   bool const later = m + 1 == calendar_month{2026, 1};    // true
//   int const apart = m - calendar_month{2025, 1};          // 11

#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

/// A month of a year. A date given by month stands for its first day.
struct calendar_month {
    int year = 2025;
    int number = 1; ///< 1 is January

    /// Months since January of year 0.
    [[nodiscard]] constexpr int index() const { return 12 * year + number - 1; }
    /// Its first day on the time axis of January of year 0.
    [[nodiscard]] constexpr duration<> start() const { return static_cast<double>(index()) * month; }

    friend constexpr calendar_month operator+(calendar_month const& m, int months) {
        int const i = m.index() + months;
        return {i / 12, i % 12 + 1};
    }
    friend constexpr int operator-(calendar_month const& a, calendar_month const& b) { return a.index() - b.index(); }
    friend constexpr bool operator==(calendar_month const& a, calendar_month const& b) {
        return a.index() == b.index();
    }
    friend constexpr bool operator<(calendar_month const& a, calendar_month const& b) { return a.index() < b.index(); }

    static constexpr char const* kind = "calendar_month";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"year", between(0.0, 9999.0)}, self.year...);
        visit(field{"number", between(1.0, 12.0)}, self.number...);
    }
};

/// January of a year, and the year's end: January of the next.
constexpr calendar_month start_of(int in_year) { return {in_year, 1}; }
constexpr calendar_month end_of(int in_year) { return {in_year + 1, 1}; }

} // namespace tallywatt
