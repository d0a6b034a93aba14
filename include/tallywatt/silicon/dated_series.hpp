#pragma once
// A figure that changes with time, by dated points: straight lines between them, held before the first and after the
// last. A price at a date, or a capacity that ramps and what it makes in a window of time:
//
//   value(t)         = (1 - w) v_k + w v_(k+1),  w = (t - t_k)/(t_(k+1) - t_k)
//   amount(from, to) = integral of value(t - lead) dt from `from` to `to`: what is started a lead time earlier comes out
//
// The integral is exact for the straight lines. At most 12 points, in order of their dates (check).
//
//   basic_dated_series<rate<>> const ramp{.point = {{{{2024, 12}, 35'000.0 / month}, {{2025, 12}, 75'000.0 / month}}}, .count = 2};
//   double const wafers = amount_between(ramp, {2025, 1}, {2026, 1}, 2.0 * month);

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/monotone.hpp>
#include <tallywatt/silicon/calendar.hpp>

#include <array>

namespace tallywatt {

namespace detail {
template <class First, class... Rest>
constexpr int count_of(First const& first, Rest const&...) {
    return first.count;
}
template <class D, class T>
constexpr T const& base_of(quantity<D, T> const& q) {
    return q.base_value;
}
template <scalar T>
constexpr T const& base_of(T const& x) {
    return x;
}
} // namespace detail

/// A figure at the first day of a month.
template <class Q = money_per_data<>>
struct basic_dated_point {
    calendar_month at{};
    Q value{};

    static constexpr char const* kind = "dated_point";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"at"}, self.at...);
        visit(field{"value", non_negative}, self.value...);
    }
};

/// The points in use: the first `count`.
template <class Q = money_per_data<>>
struct basic_dated_series {
    using number_type = typename Q::number_type;
    static constexpr int capacity = 12;
    std::array<basic_dated_point<Q>, 12> point{};
    int count = 0;

    /// The figure at the first day of a month; zero without points.
    [[nodiscard]] constexpr Q at(calendar_month const& when) const {
        if (count < 1)
            return {};
        auto const p = [&](int i) -> basic_dated_point<Q> const& { return point[static_cast<std::size_t>(i)]; };
        int next = 0;
        while (next < count && !(when < p(next).at))
            ++next;
        if (next == 0 || next == count)
            return p(next == 0 ? 0 : count - 1).value;
        double const along = static_cast<double>(when - p(next - 1).at) / (p(next).at - p(next - 1).at);
        return math::mix(number_type(1.0 - along), p(next - 1).value, p(next).value);
    }

    static constexpr char const* kind = "dated_series";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr char const* names[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"};
        visit(field{"count", between(0.0, capacity)}, self.count...);
        int const used = detail::count_of(self...);
        for (int i = 0; i < used && i < capacity; ++i)
            visit(field{names[i]}, self.point[static_cast<std::size_t>(i)]...);
    }
    constexpr operator basic_dated_series<typename detail::rebind<Q, double>::type>(
    ) const requires std::same_as<number_type, estimate> {
        return convert<double>(*this);
    }
};

/// Throws invalid_input where the points are not in order of their dates.
template <class Q>
constexpr void check(basic_dated_series<Q> const& s) {
    for (int i = 1; i < s.count && i < s.capacity; ++i)
        if (!(s.point[static_cast<std::size_t>(i) - 1].at < s.point[static_cast<std::size_t>(i)].at))
            throw invalid_input(
                "dated_series.point", static_cast<double>(i), "", "the dates of its points are not in order"
            );
}

/// What a capacity makes from the first day of `from` to that of `to`, of what was started a lead time before.
template <class D, class T>
constexpr quantity_t<dim::times<D, dim::time>, T> amount_between(
    basic_dated_series<quantity<D, T>> const& s, calendar_month const& from, calendar_month const& to,
    duration<T> const& lead = {}
) {
    using R = quantity_t<dim::times<D, dim::time>, T>;
    if (s.count < 1)
        return R{};
    // times count from the first point, so that nothing large is subtracted
    duration<> const zero = s.point[0].at.start();
    auto const time_of = [&](int i) { return s.point[static_cast<std::size_t>(i)].at.start() - zero; };
    auto const value_of = [&](int i) { return s.point[static_cast<std::size_t>(i)].value; };
    auto const all = [&](T const& lag) {
        auto const earlier = duration<T>::from_base(lag);
        duration<T> const first = (from.start() - zero) - earlier, last = (to.start() - zero) - earlier;
        duration<> const end = time_of(s.count - 1);
        R made = (math::min(last, duration<>{}) - math::min(first, duration<>{})) * value_of(0)
                 + (math::max(last, end) - math::max(first, end)) * value_of(s.count - 1);
        for (int i = 0; i + 1 < s.count; ++i) {
            duration<> const length = time_of(i + 1) - time_of(i);
            duration<T> const a = math::clamp(first - time_of(i), duration<>{}, length),
                              b = math::clamp(last - time_of(i), duration<>{}, length);
            T const along = (a + b) / (2.0 * length);
            made = made + (b - a) * math::mix(T(1.0) - along, value_of(i), value_of(i + 1));
        }
        return detail::base_of(made);
    };
    return detail::quantity_or_number<dim::times<D, dim::time>, T>::make(detail::in_pieces(all, lead.base_value));
}

} // namespace tallywatt
