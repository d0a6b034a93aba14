#pragma once
// A fleet over time, by quarter: several generations of accelerators in one shell, delivered by a schedule, ramped, refreshed and
// shared between training and serving.
//
//   installed_q = sum of deliveries still within their life and not retired early
//   in use      = installed, each delivery ramped straight over its first quarters, as far as the shell's power goes: the cohorts
//                 in their order, so the first one listed is the last to be switched off
//   tokens      = in use (1 - training share) output of each;   training = in use x training share x time
//   power       = in use (training share P_train + the rest P_serve), energy = power x quarter
//   money       = purchases less resale (finance/residual.hpp) + energy + upkeep + staff + the shell's phases, as paid
//   carbon      = made (when bought) + energy x grid factor, which moves by a rate a year
//
// A quarter is a fourth of a year. Deliveries count from their quarter's start. Validity: 40 quarters, 6 cohorts; figures of a
// cohort are those of a report of it (cohort_of). Reference: bookkeeping.
//
//   phased_fleet<> f{.cohorts = 2};
//   f.cohort[0] = cohort_of(evaluate(h100s), h100s.finance);
//   f.cohort[0].delivered[0] = 16'384.0 * accelerator_unit;
//   fleet_history<> const h = run(f);   h.quarter[7].tokens

#include <tallywatt/finance/finance.hpp>
#include <tallywatt/finance/payments.hpp>
#include <tallywatt/finance/residual.hpp>
#include <tallywatt/silicon/fleet_schedule.hpp>
#include <tallywatt/tco/report.hpp>

namespace tallywatt {

inline constexpr int most_quarters = 40;
inline constexpr auto quarter_year = 0.25 * year;

/// Accelerators of one kind: what each does, draws and costs, and when they come.
template <class T = double>
struct basic_cohort {
    char const* name = "";
    std::array<accelerator_count<T>, 40> delivered{}; ///< by quarter
    int life = 20;                                    ///< quarters from delivery
    int retired = 0;                             ///< quarter in which all that is left is sold; 0: at the end of life
    int ramp = 0;                                ///< quarters from delivery to full use
    per_accelerator<token_rate<T>> output{};     ///< while serving
    at_facility<power<T>> serving{}, training{}; ///< of each, with its share of host, network and cooling
    basic_fraction<T> training_share{};          ///< of the time in use
    per_accelerator<money<T>> price{};           ///< with its share of servers, network and storage
    money_per_accelerator_time<T> upkeep{};      ///< of installed ones: maintenance, insurance
    per_accelerator<co2e<T>> made{};
    basic_residual_curve<T> resale{}; ///< nothing unless given

    static constexpr char const* kind = "cohort";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"delivered", non_negative}, self.delivered...);
        visit(field{"life", between(1.0, 40.0)}, self.life...);
        visit(field{"retired", between(0.0, 40.0)}, self.retired...);
        visit(field{"ramp", between(0.0, 40.0)}, self.ramp...);
        visit(field{"output", non_negative}, self.output...);
        visit(field{"serving", non_negative}, self.serving...);
        visit(field{"training", non_negative}, self.training...);
        visit(field{"training_share", unit_interval}, self.training_share...);
        visit(field{"price", non_negative}, self.price...);
        visit(field{"upkeep", non_negative}, self.upkeep...);
        visit(field{"made", non_negative}, self.made...);
        visit(field{"resale"}, self.resale...);
    }
};
using cohort = basic_cohort<>;

/// A phase of the shell: power that comes into use in a quarter, and what it costs.
template <class T = double>
struct basic_shell_phase {
    int from = 0; ///< quarter
    at_facility<power<T>> added{};
    money<T> capital{}; ///< paid in that quarter

    static constexpr char const* kind = "shell_phase";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"from", between(0.0, most_quarters)}, self.from...);
        visit(field{"added", non_negative}, self.added...);
        visit(field{"capital", non_negative}, self.capital...);
    }
};
using shell_phase = basic_shell_phase<>;

template <class T = double>
struct basic_phased_fleet {
    int quarters = 20;
    int cohorts = 0, phases = 0;
    std::array<basic_cohort<T>, 6> cohort{};
    std::array<basic_shell_phase<T>, 6> phase{};
    money_per_energy<T> energy_price{};
    basic_growth_rate<T> energy_price_drift{}; ///< real, per year
    co2e_per_energy<T> grid_carbon{};
    basic_growth_rate<T> grid_carbon_drift{}; ///< per year
    basic_growth_rate<T> hardware_price{};    ///< of what is bought, per year: a falling price
    money_rate<T> staff{};                    ///< of the shell, from its first phase on

    static constexpr char const* kind = "phased_fleet";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"quarters", between(1.0, most_quarters)}, self.quarters...);
        visit(field{"cohorts", between(0.0, 6.0)}, self.cohorts...);
        visit(field{"phases", between(0.0, 6.0)}, self.phases...);
        visit(field{"cohort"}, self.cohort...);
        visit(field{"phase"}, self.phase...);
        visit(field{"energy_price", non_negative}, self.energy_price...);
        visit(field{"energy_price_drift", between(-0.99, 1.0)}, self.energy_price_drift...);
        visit(field{"grid_carbon", non_negative}, self.grid_carbon...);
        visit(field{"grid_carbon_drift", between(-0.99, 1.0)}, self.grid_carbon_drift...);
        visit(field{"hardware_price", between(-0.99, 1.0)}, self.hardware_price...);
        visit(field{"staff", non_negative}, self.staff...);
    }
};
template <class T = double>
using phased_fleet = basic_phased_fleet<T>;

/// What a quarter costs, as paid.
template <class T = double>
struct basic_fleet_cost {
    money<T> hardware{}, resale{}, shell{}, energy{}, upkeep{}, staff{}; ///< resale is negative
    [[nodiscard]] constexpr money<T> total() const { return detail::sum_of<money<T>>(*this); }

    static constexpr char const* kind = "fleet_cost";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"hardware"}, self.hardware...);
        visit(field{"resale"}, self.resale...);
        visit(field{"shell"}, self.shell...);
        visit(field{"energy"}, self.energy...);
        visit(field{"upkeep"}, self.upkeep...);
        visit(field{"staff"}, self.staff...);
    }
};

template <class T = double>
struct basic_fleet_quarter {
    accelerator_count<T> installed{}, in_use{};
    std::array<accelerator_count<T>, 6> of_cohort{}; ///< in use, by cohort
    of_output<token_count<T>> tokens{};
    accelerator_time<T> training{};
    at_facility<power<T>> drawn{}, limit{};
    at_facility<energy<T>> used{};
    co2e<T> made{}, emitted{}; ///< of what is bought; of energy
    basic_fleet_cost<T> cost{};

    static constexpr char const* kind = "fleet_quarter";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"installed"}, self.installed...);
        visit(field{"in_use"}, self.in_use...);
        visit(field{"of_cohort"}, self.of_cohort...);
        visit(field{"tokens"}, self.tokens...);
        visit(field{"training"}, self.training...);
        visit(field{"drawn"}, self.drawn...);
        visit(field{"limit"}, self.limit...);
        visit(field{"used"}, self.used...);
        visit(field{"made"}, self.made...);
        visit(field{"emitted"}, self.emitted...);
        visit(field{"cost"}, self.cost...);
    }
};

template <class T = double>
struct basic_fleet_history {
    int quarters = 0;
    std::array<basic_fleet_quarter<T>, 40> quarter{};

    /// The sum over the four quarters of a year, counted from 0; stocks are those of its last quarter.
    [[nodiscard]] constexpr basic_fleet_quarter<T> of_year(int y) const {
        basic_fleet_quarter<T> s;
        for (int q = 4 * y; q < 4 * y + 4 && q < quarters; ++q) {
            auto const& x = quarter[detail::place(q)];
            s.installed = x.installed;
            s.in_use = x.in_use;
            s.of_cohort = x.of_cohort;
            s.drawn = x.drawn;
            s.limit = x.limit;
            s.tokens += x.tokens;
            s.training += x.training;
            s.used += x.used;
            s.made += x.made;
            s.emitted += x.emitted;
            s.cost = {s.cost.hardware + x.cost.hardware, s.cost.resale + x.cost.resale, s.cost.shell + x.cost.shell,
                      s.cost.energy + x.cost.energy,     s.cost.upkeep + x.cost.upkeep, s.cost.staff + x.cost.staff};
        }
        return s;
    }
    /// Worth of all costs at the start, each paid at the middle of its quarter.
    [[nodiscard]] constexpr money<T> present_cost(basic_discount_rate<real_terms, T> const& r) const {
        T const v = math::exp(math::log(T(1.0) + r.value) * T(-0.25));
        T sum = T(0.0);
        for (int q = quarters - 1; q >= 0; --q)
            sum = sum * v + quarter[detail::place(q)].cost.total().base_value;
        return money<T>::from_base(sum * math::sqrt(v));
    }
};
template <class T = double>
using fleet_history = basic_fleet_history<T>;

/// What each accelerator of a report does and costs, for the life of IT in its finance. Training draws what serving does.
template <class T>
constexpr basic_cohort<T> cohort_of(basic_report<T> const& r, basic_finance<T> const& f) {
    basic_cohort<T> c;
    T const n = r.delivery.accelerators / accelerator_unit;
    c.life = 4 * f.it.life;
    c.output = per_accelerator<token_rate<T>>{r.delivery.output.value / n};
    c.serving = c.training = at_facility<power<T>>{r.power.facility.value / n};
    auto const& k = r.capital;
    c.price = per_accelerator<money<T>>{(k.accelerators + k.servers + k.network + k.storage + k.racks) / n};
    c.upkeep = (r.cost.it_maintenance + r.cost.it_insurance + r.cost.it_property_tax + r.cost.software) / r.delivery.accelerators;
    // a report spreads what was made over each part's own life
    auto const& e = r.carbon;
    auto const over = [](co2e_rate<T> const& yearly, int life) { return yearly * (double(life) * year); };
    c.made = per_accelerator<co2e<T>>{
        (over(e.accelerators + e.hosts + e.racks, f.it.life) + over(e.switches + e.transceivers, f.network.life)
         + over(e.storage, f.storage.life))
        / n};
    return c;
}
/// The same where `trained` is a report of training on the same accelerators: while they train they draw what it says.
template <class T>
constexpr basic_cohort<T>
cohort_of(basic_report<T> const& served, basic_report<T> const& trained, basic_finance<T> const& f) {
    auto c = cohort_of(served, f);
    c.training = at_facility<power<T>>{trained.power.facility.value / (trained.delivery.accelerators / accelerator_unit)};
    return c;
}

/// Puts a schedule's deliveries into a cohort's quarters: three months each.
template <class T>
constexpr void deliver(basic_cohort<T>& c, fleet_schedule<T> const& s) {
    for (int m = 0; m < s.months && m / 3 < most_quarters; ++m)
        c.delivered[detail::place(m / 3)] += s.line[detail::place(m)].delivered;
}

template <class T>
constexpr basic_fleet_history<T> run(basic_phased_fleet<T> const& f) {
    basic_fleet_history<T> h;
    h.quarters = f.quarters;
    auto const by_quarter = [](basic_growth_rate<T> const& g) {
        return math::exp(math::log(T(1.0) + g.value) * T(0.25));
    };
    T const dearer = by_quarter(f.energy_price_drift), cleaner = by_quarter(f.grid_carbon_drift),
            hardware = by_quarter(f.hardware_price);
    T energy_price = T(1.0), carbon = T(1.0), price = T(1.0);
    std::array<T, 41> price_of{}; // of each quarter's purchases
    for (int q = 0; q < f.quarters; ++q) {
        auto& x = h.quarter[detail::place(q)];
        price_of[detail::place(q)] = price;
        bool open = false;
        for (int i = 0; i < f.phases; ++i) {
            auto const& p = f.phase[detail::place(i)];
            if (p.from <= q) {
                x.limit += p.added;
                open = true;
            }
            if (p.from == q)
                x.cost.shell += p.capital;
        }
        at_facility<power<T>> left = x.limit;
        for (int i = 0; i < f.cohorts; ++i) {
            auto const& c = f.cohort[detail::place(i)];
            accelerator_count<T> installed{}, wanted{};
            for (int j = 0; j <= q; ++j) {
                auto const& n = c.delivered[detail::place(j)];
                int const age = q - j;
                bool const sold = c.retired > 0 && q >= c.retired;
                if (age < c.life && !sold) {
                    installed += n;
                    wanted += n * T(age < c.ramp ? (age + 1.0) / (c.ramp + 1.0) : 1.0);
                }
                // sold in the quarter after its last, or when all are
                bool const leaves =
                    c.retired > 0 && c.retired <= j + c.life ? q == c.retired && j < c.retired : age == c.life;
                if (leaves) {
                    auto const worth = age == 0 ? basic_fraction<T>{T(1.0)}
                                                : residual_at(c.resale, duration<T>{double(age) * quarter_year});
                    bool const given = highest(c.resale.share[1].value) > 0.0; // no curve: nothing comes back
                    if (given)
                        x.cost.resale -=
                            n / accelerator_unit * c.price.value * (worth.value * price_of[detail::place(j)]);
                }
            }
            T const t = c.training_share.value;
            at_facility<power<T>> const each = c.training * t + c.serving * (T(1.0) - t);
            // as many as the power that is left takes
            T const fits = left.value / math::max(each.value, power<T>{1e-9 * watt});
            accelerator_count<T> const on = math::min(wanted, fits * accelerator_unit);
            x.installed += installed;
            x.in_use += on;
            x.of_cohort[detail::place(i)] = on;
            T const running = on / accelerator_unit;
            x.tokens += of_output<token_count<T>>{c.output.value * (running * (T(1.0) - t)) * quarter_year};
            x.training += on * t * quarter_year;
            x.drawn += each * running;
            left = math::max(left - each * running, at_facility<power<T>>{});
            auto const& bought = c.delivered[detail::place(q)];
            bool const late = c.retired > 0 && q >= c.retired; // nothing is taken once the cohort is gone
            if (!late) {
                x.cost.hardware += bought / accelerator_unit * c.price.value * price;
                x.made += bought / accelerator_unit * c.made.value;
            }
            x.cost.upkeep += installed * c.upkeep * quarter_year;
        }
        x.used = x.drawn * quarter_year;
        x.emitted = x.used.value * f.grid_carbon * carbon;
        x.cost.energy = x.used.value * f.energy_price * energy_price;
        if (open)
            x.cost.staff = f.staff * quarter_year;
        energy_price = energy_price * dearer;
        carbon = carbon * cleaner;
        price = price * hardware;
    }
    return h;
}

} // namespace tallywatt
