#pragma once
// Own the base, rent the peak: which part of a load to own, by screening curves on a load-duration curve.
//
//   h(x)      share of the hours in which the load is at least x (a share of the peak): the load-duration curve, here piecewise
//             linear and falling
//   an option costs F per accelerator and hour held, used or not, and V more per hour used: F + V h for a unit used a share h
//   owning against renting: unit x is owned where F_own + V_own h(x) <= V_rent h(x)
//
//     threshold  u = F_own/(V_rent - V_own)           own what is used more than a share u of the hours
//     owned      x = L(u)                             L the load exceeded for a share u of the hours
//     cost       F_own x + V_own A(x) + V_rent (A(1) - A(x)),   A(x) = integral_0^1 min(L(h), x) dh
//
// With several options (owned, reserved, on demand, spot) the cheapest at each h is the lower envelope of their lines, and each
// takes the slice of load between the thresholds of its neighbours. Everything is closed form; which options lie on the
// envelope, and in which order, is decided in double (plan_tenures). Per unit of peak; multiply by the peak's accelerators.
// Spot: what is interrupted is done again, so an hour of work takes more than an hour (`overhead`). Validity: units are alike
// and divisible, load moves between owned and rented ones for nothing. Reference: Phillips et al. 1969 and the screening curves
// of power system planning.
//
//   load_duration const day{.points = 2, .hours = {0.0, 1.0}, .load = {fraction{1.0}, fraction{0.2}}};
//   tenure_option const own{.fixed = 1.6 * USD / accelerator_hour};
//   fraction const owned = owned_share(day, owning_threshold(own, 4.0 * USD / accelerator_hour));   // 0.68

#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

#include <array>

namespace tallywatt {

/// A load-duration curve: the load, as a share of the peak, that is exceeded for a share of the hours; straight between points.
template <class T = double>
struct basic_load_duration {
    static constexpr int most = 16;
    int points = 2;
    std::array<T, 16> hours{T(0.0), T(1.0)}; ///< shares of the hours, rising from 0 to 1
    std::array<basic_fraction<T>, 16> load{
        basic_fraction<T>{T(1.0)}, basic_fraction<T>{T(1.0)}}; ///< falling, the peak first

    static constexpr char const* kind = "load_duration";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"points", between(2.0, most)}, self.points...);
        visit(field{"hours", unit_interval}, self.hours...);
        visit(field{"load", unit_interval}, self.load...);
    }
};
using load_duration = basic_load_duration<>;

/// Throws invalid_input where the points are out of order.
template <class T>
constexpr void check(basic_load_duration<T> const& c) {
    auto const complain = [](char const* array, int i, double v, char const* what) {
        throw invalid_input(std::string("load_duration.") + array + '[' + std::to_string(i) + ']', v, "", what);
    };
    auto const at = [](int i) { return static_cast<std::size_t>(i); };
    if (highest(c.hours[0]) != 0.0)
        complain("hours", 0, highest(c.hours[0]), "the first point is not at 0 hours");
    if (lowest(c.hours[at(c.points - 1)]) != 1.0)
        complain("hours", c.points - 1, lowest(c.hours[at(c.points - 1)]), "the last point is not at all hours");
    for (int i = 1; i < c.points; ++i) {
        if (highest(c.hours[at(i)]) < highest(c.hours[at(i - 1)]))
            complain("hours", i, highest(c.hours[at(i)]), "the hours fall");
        if (highest(c.load[at(i)].value) > highest(c.load[at(i - 1)].value))
            complain("load", i, highest(c.load[at(i)].value), "the load rises");
    }
}

/// The curve of hourly loads of a year, sorted from the highest down: `points` of them, at even shares of the hours.
template <class Range>
constexpr load_duration load_duration_of(Range const& falling, int points = 16) {
    load_duration c;
    c.points = points;
    double const last = static_cast<double>(falling.size() - 1), peak = falling[0];
    for (int i = 0; i < points; ++i) {
        auto const k = static_cast<std::size_t>(i);
        c.hours[k] = double(i) / (points - 1);
        c.load[k] = fraction{falling[static_cast<std::size_t>(c.hours[k] * last + 0.5)] / peak};
    }
    return c;
}

/// The load exceeded for a share u of the hours.
template <class T>
constexpr basic_fraction<T> load_at(basic_load_duration<T> const& c, T const& u) {
    T x = c.load[0].value;
    for (int i = 1; i < c.points; ++i) {
        auto const k = static_cast<std::size_t>(i);
        // a step straight down is taken where u is beyond it
        T const width = math::max(c.hours[k] - c.hours[k - 1], T(1e-12));
        T const passed = math::clamp((u - c.hours[k - 1]) / width, T(0.0), T(1.0));
        x = math::mix(passed, c.load[k].value, x);
    }
    return basic_fraction<T>{x};
}

/// A(x): the mean load carried by the first x of the peak.
template <class T>
constexpr basic_fraction<T> load_under(basic_load_duration<T> const& c, basic_fraction<T> const& x) {
    T sum = T(0.0);
    for (int i = 1; i < c.points; ++i) {
        auto const k = static_cast<std::size_t>(i);
        T const high = c.load[k - 1].value, low = c.load[k].value, top = math::clamp(x.value, low, high),
                drop = high - low;
        // the straight piece cut off at x: a rectangle up to x or the piece's top, less the triangle above the line
        T const triangle = (top - low) * (top - low) / (T(2.0) * math::max(drop, T(1e-12)));
        sum = sum + (c.hours[k] - c.hours[k - 1]) * (math::min(x.value, top) - triangle);
    }
    return basic_fraction<T>{sum};
}
/// The mean load over the peak.
template <class T>
constexpr basic_fraction<T> mean_load(basic_load_duration<T> const& c) {
    T sum = T(0.0);
    for (int i = 1; i < c.points; ++i) {
        auto const k = static_cast<std::size_t>(i);
        sum = sum + T(0.5) * (c.hours[k] - c.hours[k - 1]) * (c.load[k - 1].value + c.load[k].value);
    }
    return basic_fraction<T>{sum};
}

/// What a way of having an accelerator costs.
template <class T = double>
struct basic_tenure_option {
    char const* name = "";
    money_per_accelerator_time<T> fixed{}; ///< for each hour held, used or not: owned cost, a reservation
    money_per_accelerator_time<T> used{};  ///< more for each hour used: energy, rent on demand
    basic_ratio<T> overhead{T(1.0)};       ///< hours taken by an hour of work: above 1 where work is interrupted

    static constexpr char const* kind = "tenure_option";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"fixed", non_negative}, self.fixed...);
        visit(field{"used", non_negative}, self.used...);
        visit(field{"overhead", at_least(1.0)}, self.overhead...);
    }
    /// For an hour of work.
    [[nodiscard]] constexpr money_per_accelerator_time<T> per_work() const { return used * overhead; }
};
using tenure_option = basic_tenure_option<>;

/// Share of the hours above which owning is cheaper than renting; above 1 where it never is.
template <class T>
constexpr T owning_threshold(basic_tenure_option<T> const& own, money_per_accelerator_time<T> const& rent) {
    // held above nothing: rent below the running cost of owned accelerators leaves nothing to own
    T const least = T(1e-12) * (T(1.0) + own.fixed.base_value);
    return own.fixed.base_value / math::max((rent - own.per_work()).base_value, least);
}
/// The share of the peak to own: what is used more than `threshold` of the hours.
template <class T>
constexpr basic_fraction<T> owned_share(basic_load_duration<T> const& c, T const& threshold) {
    T const inside = math::min(threshold, T(1.0));
    return basic_fraction<T>{math::select(threshold > T(1.0), T(0.0), load_at(c, inside).value)};
}

/// A rent as somebody asks it.
template <class T = double>
struct basic_rent_offer {
    char const* name = "";
    money_per_accelerator_time<T> rent{}; ///< all in, energy too
    int commitment = 0;                   ///< months paid for, used or not; 0: by the hour

    static constexpr char const* kind = "rent_offer";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"rent", non_negative}, self.rent...);
        visit(field{"commitment", between(0.0, 120.0)}, self.commitment...);
    }
    /// As an option: what is committed is held, what is not is paid by use.
    [[nodiscard]] constexpr basic_tenure_option<T> option() const {
        basic_tenure_option<T> o;
        o.name = name;
        (commitment > 0 ? o.fixed : o.used) = rent;
        return o;
    }
    constexpr operator basic_rent_offer<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using rent_offer = basic_rent_offer<>;

/// Which options lie on the lower envelope, from the highest fixed cost (the base of the load) down.
struct tenure_plan {
    static constexpr int most = 6;
    int count = 0;
    std::array<int, 6> order{};
};

/// Decided in double; at most six options.
template <std::size_t N>
constexpr tenure_plan plan_tenures(std::array<tenure_option, N> const& options) {
    static_assert(N >= 1 && N <= 6);
    tenure_plan p;
    // from h = 1 down to 0: at each turn the line that crosses the present one next
    auto const cost = [&](std::size_t i, double h) {
        return options[i].fixed.base_value + options[i].per_work().base_value * h;
    };
    // of two that cost the same there, the one with less to hold is cheaper from there down
    auto const less_held = [&](std::size_t i, std::size_t j) { return options[i].fixed < options[j].fixed; };
    std::size_t now = 0;
    for (std::size_t i = 1; i < N; ++i) {
        double const a = cost(i, 1.0), b = cost(now, 1.0);
        if (a < b || (a == b && less_held(i, now)))
            now = i;
    }
    double h = 1.0;
    for (;;) {
        p.order[static_cast<std::size_t>(p.count++)] = static_cast<int>(now);
        std::size_t next = N;
        double at = 0.0;
        for (std::size_t i = 0; i < N; ++i) {
            double const saved = options[now].fixed.base_value - options[i].fixed.base_value;
            double const more = (options[i].per_work() - options[now].per_work()).base_value;
            if (!(saved > 0.0 && more > 0.0 && saved <= more * h))
                continue;
            double const crosses = saved / more;
            if (next == N || crosses > at || (crosses == at && less_held(i, next)))
                at = crosses, next = i;
        }
        if (next == N)
            return p;
        now = next;
        h = at;
    }
}

/// A slice of the load, from the bottom up.
template <class T = double>
struct basic_tenure_slice {
    int option = -1;
    basic_fraction<T> capacity{};         ///< of the peak
    basic_fraction<T> work{};             ///< mean load carried, of the peak
    money_per_accelerator_time<T> cost{}; ///< per accelerator of the peak and hour
};
/// The slices of a load and what they cost together.
template <class T = double>
struct basic_tenure_mix {
    int count = 0;
    std::array<basic_tenure_slice<T>, 6> slice{};
    [[nodiscard]] constexpr money_per_accelerator_time<T> total() const {
        money_per_accelerator_time<T> sum{};
        for (int i = 0; i < count; ++i)
            sum += slice[static_cast<std::size_t>(i)].cost;
        return sum;
    }
    /// The share of the peak held by an option.
    [[nodiscard]] constexpr basic_fraction<T> share_of(int option) const {
        T sum = T(0.0);
        for (int i = 0; i < count; ++i)
            if (slice[static_cast<std::size_t>(i)].option == option)
                sum = sum + slice[static_cast<std::size_t>(i)].capacity.value;
        return basic_fraction<T>{sum};
    }
};

/// Slices the load among planned options.
template <class T, std::size_t N>
constexpr basic_tenure_mix<T> mix_tenures(
    std::array<basic_tenure_option<T>, N> const& options, tenure_plan const& plan, basic_load_duration<T> const& c
) {
    basic_tenure_mix<T> m;
    m.count = plan.count;
    basic_fraction<T> below{T(0.0)}, worked{T(0.0)};
    for (int i = 0; i < plan.count; ++i) {
        auto const k = static_cast<std::size_t>(i);
        auto const& o = options[static_cast<std::size_t>(plan.order[k])];
        basic_fraction<T> top{T(1.0)}, under = mean_load(c);
        if (i + 1 < plan.count) {
            auto const& next = options[static_cast<std::size_t>(plan.order[k + 1])];
            T const u = (o.fixed - next.fixed) / (next.per_work() - o.per_work());
            top = load_at(c, math::clamp(u, T(0.0), T(1.0)));
            under = load_under(c, top);
        }
        auto& s = m.slice[k];
        s.option = plan.order[k];
        s.capacity = basic_fraction<T>{top.value - below.value};
        s.work = basic_fraction<T>{under.value - worked.value};
        s.cost = o.fixed * s.capacity.value + o.per_work() * s.work.value;
        below = top;
        worked = under;
    }
    return m;
}
template <std::size_t N>
constexpr basic_tenure_mix<double> mix_tenures(std::array<tenure_option, N> const& options, load_duration const& c) {
    return mix_tenures(options, plan_tenures(options), c);
}

/// Cost per accelerator of the peak and hour where a share of the peak is owned and the rest rented: least at owned_share.
template <class T>
constexpr money_per_accelerator_time<T> cost_of_owning(
    basic_load_duration<T> const& c, basic_tenure_option<T> const& own, money_per_accelerator_time<T> const& rent,
    basic_fraction<T> const& owned
) {
    T const inside = load_under(c, owned).value, all = mean_load(c).value;
    return own.fixed * owned.value + own.per_work() * inside + rent * (all - inside);
}

} // namespace tallywatt
