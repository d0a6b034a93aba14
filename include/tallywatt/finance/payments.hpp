#pragma once
// Flows of money: one for each year of operation, and what is spent in the months of construction before it.
//
//   NPV(r) = sum_k F_k v^k + sum_j B_j (1+r)^((j - 1/2)/12)    v = 1/(1+r); F_k at the end of year k, F_0 at the start of
//                                                              operation; B_j at the middle of the j-th month before it
//   IRR      the rate at which NPV is 0
//   payback  the time from the start of operation at which the running sum is no longer negative, straight within a year
//
// Flows are in prices of one year and rates are real. A rate of return is unique where the flows change sign once; with more
// changes there may be several or none, and rates_of_return lists them. Validity: rates from -90 % to 1,000 % a year, up to
// 60 years and 120 months. Reference: any text of engineering economics; Norstrom 1972 for uniqueness.
//
//   payments<> f{.years = 2};   f.at[0] = -100.0 * USD;   f.at[1] = f.at[2] = 60.0 * USD;
//   discount_rate const irr = rate_of_return(f);       // 13.07 %

#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/number/monotone.hpp>

#include <array>
#include <limits>

namespace tallywatt {

/// Payments by year and by month of construction; money received is positive.
template <class T = double>
struct basic_payments {
    static constexpr int longest = 60, longest_construction = 120;
    int years = 0;                      ///< of operation
    int months = 0;                     ///< of construction
    std::array<money<T>, 61> at{};      ///< at the start of operation, then at the end of each year
    std::array<money<T>, 120> before{}; ///< in each month before operation, the last one first

    static constexpr char const* kind = "payments";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"years", between(0.0, longest)}, self.years...);
        visit(field{"months", between(0.0, longest_construction)}, self.months...);
        visit(field{"at"}, self.at...);
        visit(field{"before"}, self.before...);
    }

    friend constexpr basic_payments operator+(basic_payments const& a, basic_payments const& b) {
        basic_payments r = a;
        r.years = a.years < b.years ? b.years : a.years;
        r.months = a.months < b.months ? b.months : a.months;
        for (std::size_t i = 0; i < r.at.size(); ++i)
            r.at[i] += b.at[i];
        for (std::size_t i = 0; i < r.before.size(); ++i)
            r.before[i] += b.before[i];
        return r;
    }
    constexpr basic_payments operator-() const {
        basic_payments r = *this;
        for (auto& x : r.at)
            x = -x;
        for (auto& x : r.before)
            x = -x;
        return r;
    }
};
template <class T = double>
using payments = basic_payments<T>;

/// (1 + r)^(1/12): growth of a month.
template <class T>
constexpr T monthly_growth(strong<discount_tag<real_terms>, T> const& r) {
    return math::exp(math::log(T(1.0) + r.value) * T(1.0 / 12.0));
}

namespace detail {
constexpr std::size_t place(int i) { return static_cast<std::size_t>(i); }

/// Worth at the start of operation of what was spent before it, by Horner.
template <class T>
constexpr T worth_of_construction(basic_payments<T> const& f, strong<discount_tag<real_terms>, T> const& r) {
    if (f.months == 0)
        return T(0.0);
    T const x = monthly_growth(r);
    T sum = T(0.0);
    for (int j = f.months - 1; j >= 0; --j)
        sum = sum * x + f.before[place(j)].base_value;
    return sum * math::sqrt(x);
}

/// dNPV/dr.
template <class T>
constexpr T slope_of_worth(basic_payments<T> const& f, T const& rate) {
    T const v = T(1.0) / (T(1.0) + rate);
    T sum = T(0.0), power = v * v;
    for (int k = 1; k <= f.years; ++k) {
        sum = sum - T(double(k)) * f.at[place(k)].base_value * power;
        power = power * v;
    }
    if (f.months > 0) {
        T const x = monthly_growth(basic_discount_rate<real_terms, T>{rate});
        T grown = math::sqrt(x);
        for (int j = 0; j < f.months; ++j) {
            sum = sum + T((j + 0.5) / 12.0) * f.before[place(j)].base_value * grown * v;
            grown = grown * x;
        }
    }
    return sum;
}

/// The flows with each number at its low or its high end.
template <class T>
constexpr basic_payments<double> end_of(basic_payments<T> const& f, bool high) {
    basic_payments<double> r;
    r.years = f.years;
    r.months = f.months;
    for (std::size_t i = 0; i < r.at.size(); ++i)
        r.at[i].base_value = high ? highest(f.at[i].base_value) : lowest(f.at[i].base_value);
    for (std::size_t i = 0; i < r.before.size(); ++i)
        r.before[i].base_value = high ? highest(f.before[i].base_value) : lowest(f.before[i].base_value);
    return r;
}
} // namespace detail

/// Worth of all flows at the start of operation.
template <class T>
constexpr money<T> net_present_value(basic_payments<T> const& f, strong<discount_tag<real_terms>, T> const& r) {
    T const v = discount_factor(r).value;
    T sum = T(0.0);
    for (int k = f.years; k >= 0; --k)
        sum = sum * v + f.at[detail::place(k)].base_value;
    return money<T>::from_base(sum + detail::worth_of_construction(f, r));
}

/// How often the flows change from one sign to the other in time, zeros left out.
constexpr int sign_changes(basic_payments<double> const& f) {
    int changes = 0, last = 0;
    auto const next = [&](double x) {
        int const sign = (x > 0.0) - (x < 0.0);
        if (sign != 0 && last != 0 && sign != last)
            ++changes;
        if (sign != 0)
            last = sign;
    };
    for (int j = f.months; j > 0; --j)
        next(f.before[detail::place(j - 1)].base_value);
    for (int k = 0; k <= f.years; ++k)
        next(f.at[detail::place(k)].base_value);
    return changes;
}

/// The rate of return of flows that have just one between -90 % and 1,000 % a year (rates_of_return tells). Where NPV has
/// the same sign at both ends the nearer end comes out, not a root.
template <class T>
constexpr basic_discount_rate<real_terms, T> rate_of_return(basic_payments<T> const& f) {
    using rate = basic_discount_rate<real_terms, T>;
    if constexpr (detail::has_ends<T>) { // more money at any time moves the rate one way
        return rate{
            hull(T(rate_of_return(detail::end_of(f, false)).value), T(rate_of_return(detail::end_of(f, true)).value))};
    } else {
        auto const worth = [&](T const& r) { return net_present_value(f, rate{r}).base_value; };
        T low = T(-0.9), high = T(10.0);
        T const turned = math::select(worth(low) < T(0.0), T(-1.0), T(1.0));
        for (int i = 0; i < 50; ++i) { // 10.9/2^50 is 1e-14
            T const middle = (low + high) * T(0.5);
            auto const above = turned * worth(middle) > T(0.0);
            low = math::select(above, middle, low);
            high = math::select(above, high, middle);
        }
        T const root = (low + high) * T(0.5), slope = detail::slope_of_worth(f, root);
        // a step of Newton's gives the last digits, and a derivative its way through the root
        T const safe = math::select(math::abs(slope) > T(0.0), slope, T(1.0));
        T const step = math::select(math::abs(slope) > T(0.0), worth(root) / safe, T(0.0));
        T const inside = math::select(math::abs(step) < T(1e-3), step, T(0.0));
        return rate{root - inside};
    }
}

/// All rates of return found on a grid of 1 % steps between -90 % and 1,000 %, and what to think of them.
struct rates_of_return_found {
    static constexpr int most = 8;
    std::array<double, most> rate{};
    int count = 0;        ///< 0: no rate makes these flows worth nothing
    int sign_changes = 0; ///< above 1: the rate need not be unique
    [[nodiscard]] constexpr bool unique() const { return count == 1; }
};
constexpr rates_of_return_found rates_of_return(basic_payments<double> const& f) {
    rates_of_return_found all;
    all.sign_changes = sign_changes(f);
    auto const worth = [&](double r) { return net_present_value(f, discount_rate{r}).base_value; };
    double at = -0.9, here = worth(at);
    for (int i = 1; i <= 1090; ++i) {
        double const next = -0.9 + 0.01 * i, there = worth(next);
        bool const crosses = (here < 0.0 && there >= 0.0) || (here > 0.0 && there <= 0.0);
        if (crosses && all.count < rates_of_return_found::most) {
            double low = at, high = next;
            for (int k = 0; k < 60; ++k) {
                double const middle = 0.5 * (low + high);
                ((worth(middle) > 0.0) == (here > 0.0) ? low : high) = middle;
            }
            all.rate[detail::place(all.count++)] = 0.5 * (low + high);
        }
        at = next;
        here = there;
    }
    return all;
}

/// Time from the start of operation until the flows so far, discounted at r, are no longer negative; infinite where the
/// years do not suffice. A later dip (a replacement) does not count again.
template <class T>
constexpr duration<T> payback(basic_payments<T> const& f, strong<discount_tag<real_terms>, T> const& r) {
    if constexpr (detail::has_ends<T>) {
        // later where less is received and where it is worth less
        auto const at = [&](bool high) {
            auto const rate = discount_rate{high ? lowest(r.value) : highest(r.value)};
            return payback(detail::end_of(f, high), rate).base_value;
        };
        return duration<T>::from_base(hull(T(at(true)), T(at(false))));
    } else {
        T const v = discount_factor(r).value;
        T sum = detail::worth_of_construction(f, r) + f.at[0].base_value;
        T open = math::select(sum < T(0.0), T(1.0), T(0.0)), years = T(0.0), worth = T(1.0);
        for (int k = 1; k <= f.years; ++k) {
            worth = worth * v;
            T const gain = f.at[detail::place(k)].base_value * worth, after = sum + gain;
            T const some = math::select(gain > T(0.0), gain, T(1.0));
            years = years + open * math::select(after < T(0.0), T(1.0), -sum / some);
            open = math::select(after < T(0.0), open, T(0.0));
            sum = after;
        }
        return math::select(open > T(0.5), T(std::numeric_limits<double>::infinity()), years) * year;
    }
}
/// Without interest.
template <class T>
constexpr duration<T> payback(basic_payments<T> const& f) {
    return payback(f, basic_discount_rate<real_terms, T>{T(0.0)});
}

} // namespace tallywatt
