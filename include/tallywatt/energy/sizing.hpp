#pragma once
// sizing: the cheapest plant for a load that leaves at most a share of its energy unserved:
//   min  sum_i a_i x_i + a_E E + a_F F + f burnt(x, E, F)     s.t.  unserved(x, E, F) <= epsilon load
// over nameplates x_i of variable sources, stored energy E (its converters at a fixed ratio) and firm power F, with the
// yearly prices a and the fuel price f. For given sizes the dispatch with reserve and refill is the best one there is, so
// cost and unserved energy are (up to shedding on purpose) the value of a linear program and convex in the sizes. They
// are minimised by cutting planes: each dispatch gives value and slopes, six sizes at a time, hence one plane below each
// function; the planes' minimum is a lower bound and the next point lies between it and the best found. `bound` is that lower
// bound: (cost - bound)/cost proves how near the optimum is.
// Reference: Kelley, J. SIAM 8 (1960) 703; Ben-Ameur & Neto, Networks 49 (2007) 3, for the in-out step.
//
//   sizing_result const r = size_for_least_cost(problem);   r.variable[0], r.store, r.firm, r.cost

#include <tallywatt/energy/dispatch.hpp>
#include <tallywatt/number/error.hpp>
#include <tallywatt/units/strong.hpp>

#include <vector>

namespace tallywatt {

template <class T = double>
using money_per_energy_time = quantity<dim::per<dim::money, dim::times<dim::energy, dim::time>>, T>;

struct sizing_problem {
    hourly_inputs hours{};
    power<> load_peak{};
    struct {
        money_per_power_time<> yearly{}; ///< capital recovery and upkeep per nameplate at the busbar
        power<> most{};                  ///< 0: not allowed
    } variable[max_variable_sources]{};
    struct {
        money_per_energy_time<> yearly{}; ///< per stored energy, converters included
        energy<> most{};
        duration<> discharge_time = 4.0 * hour; ///< store over discharging power
        ratio charger{1.0};                     ///< charging over discharging power
        fraction charging{0.92}, discharging{0.92}, self_discharge{0.0};
        fraction start{0.5}; ///< filled to this at the first and the last hour
    } storage{};
    struct {
        money_per_power_time<> yearly{};
        money_per_energy<> fuel{}; ///< fuel and variable operation
        power<> most{};
    } firm{};
    fraction unserved{0.0};   ///< of the load's energy
    double tolerance = 0.002; ///< stop where (cost - bound)/cost is below it
    int most_dispatches = 160;
};

struct sizing_result {
    std::array<power<>, max_variable_sources> variable{};
    energy<> store{};
    power<> firm{};
    money_rate<> cost{};
    money_rate<> bound{};  ///< no plant that sheds only where it must costs less
    fraction unserved{};   ///< of the load's energy
    energy<> burnt{};      ///< firm energy a year
    bool feasible = false; ///< false: even all that is allowed leaves more unserved; the sizes are then all of it
    int dispatches = 0;    ///< each of six sizes at a time

    [[nodiscard]] constexpr double gap() const { return 1.0 - bound / cost; }
};

/// The smallest sun and store that serve a flat load when the sun is full for `hours` of each day and dark for the rest:
///   store = load (24 h - s)/eta_d,   sun = load (s + (24 h - s)/(eta_c eta_d))/s
struct square_sun_sizes {
    power<> solar{};
    energy<> store{};
};
constexpr square_sun_sizes firm_from_square_sun(
    power<> const& load, duration<> const& hours, fraction const& charging, fraction const& discharging
) {
    duration<> const dark = 1.0 * day - hours;
    return {load * ((hours + dark / (charging * discharging)) / hours), load * dark / discharging};
}

namespace detail {

inline constexpr std::size_t sizing_lanes = 6; // a point, and a step in each of its five sizes
using sizing_pack = std::array<double, sizing_lanes>;

struct sizing_year {
    sizing_pack unserved{}, burnt{};
};

// Dispatch of six plants side by side, per unit of peak load: sizes[i][lane], i: three variable sources, store in hours, firm.
class sizing_kernel {
public:
    explicit sizing_kernel(sizing_problem const& p) : p_(p), hours_(p.hours.hours()), plans_(hours_ + 1) {}

    sizing_year operator()(std::array<sizing_pack, 5> const& x) {
        auto const& st = p_.storage;
        double const in_rate = st.charging.value, per_in = 1.0 / in_rate, out_rate = st.discharging.value,
                     per_out = 1.0 / out_rate;
        double const keep = 1.0 - st.self_discharge.value, per_keep = 1.0 / keep, per_hours = hour / st.discharge_time;
        sizing_pack give_limit{}, take_limit{};
        for (std::size_t k = 0; k < sizing_lanes; ++k) {
            give_limit[k] = per_out * x[3][k] * per_hours;
            take_limit[k] = in_rate * x[3][k] * per_hours * st.charger.value;
        }
        sizing_pack need{}, fill{};
        for (std::size_t k = 0; k < sizing_lanes; ++k)
            need[k] = fill[k] = st.start.value * x[3][k];
        plans_[hours_] = {need, fill};
        for (std::size_t t = hours_; t-- > 0;) {
            auto const [load, a0, a1, a2] = hour_at(t);
            for (std::size_t k = 0; k < sizing_lanes; ++k) {
                double const net = a0 * x[0][k] + a1 * x[1][k] + a2 * x[2][k] - load;
                double const both = net + x[4][k];
                double const gain = math::min(in_rate * math::max(net, 0.0), take_limit[k]);
                double const most = math::min(in_rate * math::max(both, 0.0), take_limit[k]);
                double const drain = math::min(per_out * math::max(-both, 0.0), give_limit[k]);
                need[k] = math::min(math::max(need[k] - gain + drain, 0.0) * per_keep, x[3][k]);
                fill[k] = math::min(math::max(fill[k] - most + drain, 0.0) * per_keep, x[3][k]);
            }
            plans_[t] = {need, fill};
        }
        sizing_year r{};
        sizing_pack stored{};
        for (std::size_t k = 0; k < sizing_lanes; ++k)
            stored[k] = st.start.value * x[3][k];
        for (std::size_t t = 0; t < hours_; ++t) {
            auto const [load, a0, a1, a2] = hour_at(t);
            plan const& next = plans_[t + 1];
            for (std::size_t k = 0; k < sizing_lanes; ++k) {
                double const net = a0 * x[0][k] + a1 * x[1][k] + a2 * x[2][k] - load;
                double const deficit = math::max(-net, 0.0), before = stored[k] * keep;
                double const take = math::min(in_rate * math::max(net, 0.0), take_limit[k]);
                double const gain = math::min(take, math::max(x[3][k] - before, 0.0));
                double const must = math::min(per_out * math::max(deficit - x[4][k], 0.0), give_limit[k]);
                double const may = math::min(per_out * deficit, give_limit[k]);
                double const drain = math::min(math::max(math::min(may, math::max(before - next.need[k], 0.0)), must), before);
                double const rest = deficit - out_rate * drain;
                double const after = before + gain - drain;
                double const idle = in_rate * math::max(x[4][k] - rest, 0.0);
                double const top_up = math::max(math::min(math::min(next.fill[k] - after, take_limit[k] - gain), idle), 0.0);
                stored[k] = after + top_up;
                r.burnt[k] += math::min(math::max(rest, 0.0), x[4][k]) + per_in * top_up;
                r.unserved[k] += math::max(rest - x[4][k], 0.0);
            }
        }
        return r;
    }

private:
    struct plan {
        sizing_pack need, fill;
    };
    struct hour_values {
        double load, a0, a1, a2;
    };
    [[nodiscard]] hour_values hour_at(std::size_t t) const {
        auto const& h = p_.hours;
        auto const at = [t](std::span<double const> s) { return s.empty() ? 0.0 : s[t]; };
        return {h.load.empty() ? 1.0 : h.load[t], at(h.available[0]), at(h.available[1]), at(h.available[2])};
    }

    sizing_problem const& p_;
    std::size_t hours_;
    std::vector<plan> plans_;
};

// min c x, A x >= b, x >= 0 for six unknowns (five sizes and the cost) and rows added one by one, by the simplex method on
// the dual: a row is a column there and the optimum stays a basis when one is added.
class cutting_planes {
public:
    static constexpr std::size_t n = 6;
    using row = std::array<double, n>;

    explicit cutting_planes(row const& c) {
        for (std::size_t i = 0; i < n; ++i) {
            inverse_[i] = {};
            inverse_[i][i] = 1.0;
            basis_[i] = i; // slack of dual row i
            beta_[i] = c[i];
        }
    }
    void add(row const& a, double b) {
        rows_.push_back(a);
        right_.push_back(b);
    }
    /// The optimum; false where the rows contradict each other.
    bool solve(row& x) {
        for (int step = 0; step < 2000; ++step) {
            for (std::size_t i = 0; i < n; ++i) {
                x[i] = 0.0;
                for (std::size_t j = 0; j < n; ++j)
                    x[i] += basis_[j] < n ? 0.0 : right_[basis_[j] - n] * inverse_[j][i];
            }
            // the most violated row, or unknown below zero, enters
            std::size_t enter = 0;
            double worst = 1e-10;
            for (std::size_t i = 0; i < n; ++i)
                if (-x[i] > worst)
                    worst = -x[i], enter = i + 1;
            for (std::size_t r = 0; r < rows_.size(); ++r) {
                double size = 0.0, short_by = right_[r];
                for (std::size_t i = 0; i < n; ++i)
                    short_by -= rows_[r][i] * x[i], size += rows_[r][i] * rows_[r][i];
                short_by /= std::sqrt(size) + 1e-300;
                if (short_by > worst)
                    worst = short_by, enter = n + r + 1;
            }
            if (enter == 0)
                return true;
            std::size_t const column = enter - 1;
            row d{};
            for (std::size_t j = 0; j < n; ++j)
                for (std::size_t i = 0; i < n; ++i)
                    d[j] += inverse_[j][i] * (column < n ? (i == column ? 1.0 : 0.0) : rows_[column - n][i]);
            std::size_t leave = n;
            double least = 0.0;
            for (std::size_t j = 0; j < n; ++j)
                if (d[j] > 1e-12 && (leave == n || beta_[j] / d[j] < least))
                    least = beta_[j] / d[j], leave = j;
            if (leave == n)
                return false;
            double const pivot = 1.0 / d[leave];
            for (std::size_t i = 0; i < n; ++i)
                inverse_[leave][i] *= pivot;
            beta_[leave] *= pivot;
            for (std::size_t j = 0; j < n; ++j)
                if (j != leave) {
                    for (std::size_t i = 0; i < n; ++i)
                        inverse_[j][i] -= d[j] * inverse_[leave][i];
                    beta_[j] -= d[j] * beta_[leave];
                }
            basis_[leave] = column;
        }
        return true; // as good as it got: the bound it gives still holds for the rows so far
    }

private:
    std::array<row, n> inverse_{};
    std::array<std::size_t, n> basis_{};
    row beta_{};
    std::vector<row> rows_;
    std::vector<double> right_;
};

} // namespace detail

/// The cheapest sizes. Throws invalid_input for a problem without load.
inline sizing_result size_for_least_cost(sizing_problem const& p) {
    constexpr std::size_t n = 5;
    if (!(p.load_peak.base_value > 0.0))
        throw invalid_input("sizing.load_peak", p.load_peak.base_value, "W", "no load to serve");
    std::size_t const hours = p.hours.hours();
    double load = 0.0;
    for (std::size_t t = 0; t < hours; ++t)
        load += p.hours.load.empty() ? 1.0 : p.hours.load[t];
    // per unit of peak load and in hours; money in dollars a year per watt of peak, for a study as long as the inputs
    double const share_of_year = static_cast<double>(hours) / static_cast<double>(hours_a_year),
                 peak = p.load_peak.base_value;
    using point = std::array<double, n>;
    point most{}, yearly{};
    for (std::size_t i = 0; i < max_variable_sources; ++i) {
        bool const there = !p.hours.available[i].empty();
        most[i] = there ? p.variable[i].most.base_value / peak : 0.0;
        yearly[i] = (p.variable[i].yearly * year).base_value;
    }
    most[3] = p.storage.most.base_value / (peak * hour.base_value);
    yearly[3] = (p.storage.yearly * (hour * year)).base_value;
    most[4] = p.firm.most.base_value / peak;
    yearly[4] = (p.firm.yearly * year).base_value;
    double const fuel = (p.firm.fuel * hour).base_value / share_of_year; // per watt-hour of the study, for a year
    double const allowed = p.unserved.value * load, slack = 1e-9 * load;

    detail::sizing_kernel kernel(p);
    // a touch of cost on each size keeps the dual from degenerating; far below the tolerance
    detail::cutting_planes planes({1e-9, 1.1e-9, 1.2e-9, 1.3e-9, 1.4e-9, 1.0});
    for (std::size_t i = 0; i < n; ++i) {
        detail::cutting_planes::row r{};
        r[i] = -1.0;
        planes.add(r, -most[i]);
    }
    sizing_result best;
    point best_at = most;
    double least = 0.0, bound = 0.0;
    auto const look = [&](point const& at) { // dispatches, adds planes, keeps the best
        constexpr double step = 1e-6;
        std::array<detail::sizing_pack, n> x{};
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t k = 0; k < detail::sizing_lanes; ++k)
                x[i][k] = at[i] + (k == i + 1 ? step : 0.0);
        auto const r = kernel(x);
        ++best.dispatches;
        double cost = fuel * r.burnt[0];
        detail::cutting_planes::row up{}, dark{};
        up[n] = 1.0;
        double above = r.unserved[0] - allowed, level = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            double const slope = most[i] > 0.0 ? yearly[i] + fuel * (r.burnt[i + 1] - r.burnt[0]) / step : 0.0;
            double const fewer = most[i] > 0.0 ? (r.unserved[i + 1] - r.unserved[0]) / step : 0.0;
            cost += yearly[i] * at[i];
            up[i] = -slope;
            level -= slope * at[i];
            dark[i] = -fewer;
            above -= fewer * at[i];
        }
        planes.add(up, cost + level);
        bool const fits = r.unserved[0] <= allowed + slack;
        if (!fits)
            planes.add(dark, above);
        if (fits && (!best.feasible || cost < least)) {
            best.feasible = true;
            least = cost;
            best_at = at;
            best.unserved = fraction{r.unserved[0] / load};
            best.burnt = energy<>::from_base(r.burnt[0] * peak * hour.base_value / share_of_year);
        }
        return fits;
    };
    if (!look(most)) {
        best.variable = {p.variable[0].most, p.variable[1].most, p.variable[2].most};
        best.store = p.storage.most;
        best.firm = p.firm.most;
        return best;
    }
    double toward = 0.5; // how far from the best found towards the planes' minimum
    while (best.dispatches < p.most_dispatches) {
        detail::cutting_planes::row lowest_point{};
        if (!planes.solve(lowest_point))
            break;
        bound = lowest_point[n] > bound ? lowest_point[n] : bound;
        if (least - bound <= p.tolerance * least)
            break;
        point at{};
        for (std::size_t i = 0; i < n; ++i) {
            double const aim = lowest_point[i] < 0.0 ? 0.0 : (lowest_point[i] > most[i] ? most[i] : lowest_point[i]);
            at[i] = best_at[i] + toward * (aim - best_at[i]);
        }
        double const before = least;
        look(at);
        toward = least < before ? 0.5 : (toward < 0.9 ? toward : 0.9);
    }
    // a point between two others keeps a touch of what the best plant does without
    for (std::size_t i = 0; i < n; ++i)
        if (best_at[i] > 0.0 && best_at[i] < 0.02 * (i == 3 ? 8.0 : 1.0)) {
            point without = best_at;
            without[i] = 0.0;
            if (i < 4 && most[4] > 0.0) // firm power makes good for it
                without[4] = best_at[4] + best_at[i] < most[4] ? best_at[4] + best_at[i] : most[4];
            look(without);
        }
    for (std::size_t i = 0; i < max_variable_sources; ++i)
        best.variable[i] = p.load_peak * best_at[i];
    best.store = p.load_peak * (best_at[3] * hour);
    best.firm = p.load_peak * best_at[4];
    best.cost = p.load_peak * (least * USD / watt / year);
    best.bound = p.load_peak * (bound * USD / watt / year);
    return best;
}

} // namespace tallywatt
