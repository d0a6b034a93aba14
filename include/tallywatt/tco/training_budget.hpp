#pragma once
// What a model costs to develop, by category: the final run is the smaller part.
//
//   compute   final run + experiments + runs that fail, each a ratio to the final run
//   data      a ratio to the compute
//   people    a share s of the whole: people = (compute + data) s/(1 - s)
//
// The final run comes from workload/training_run.hpp. Ratios are published for few models and rough: catalog/training_budgets.hpp
// holds them as ranges with what contradicts them. Validity: one development, not an organisation's year. Reference: Cottier et
// al. 2024 (arXiv 2405.21015), section 3.2.
//
//   training_budget<> const b = budget_of(run.cost.total(), catalog::frontier_shares);

#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/number/monotone.hpp>

namespace tallywatt {

/// How the categories stand to each other.
template <class T = double>
struct basic_budget_shares {
    basic_ratio<T> experiments{}; ///< compute of experiments, over the final run
    basic_ratio<T> failed_runs{}; ///< compute of runs restarted or given up, over the final run
    basic_ratio<T> data{};        ///< bought, labelled and generated, over all compute
    basic_fraction<T> people{};   ///< of the whole

    static constexpr char const* kind = "budget_shares";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"experiments", non_negative}, self.experiments...);
        visit(field{"failed_runs", non_negative}, self.failed_runs...);
        visit(field{"data", non_negative}, self.data...);
        visit(field{"people", between(0.0, 0.99)}, self.people...);
    }
    constexpr operator basic_budget_shares<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using budget_shares = basic_budget_shares<>;

template <class T = double>
struct basic_training_budget {
    money<T> final_run{}, experiments{}, failed_runs{}, data{}, people{};
    [[nodiscard]] constexpr money<T> compute() const { return final_run + experiments + failed_runs; }
    [[nodiscard]] constexpr money<T> total() const { return detail::sum_of<money<T>>(*this); }

    static constexpr char const* kind = "training_budget";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"final_run"}, self.final_run...);
        visit(field{"experiments"}, self.experiments...);
        visit(field{"failed_runs"}, self.failed_runs...);
        visit(field{"data"}, self.data...);
        visit(field{"people"}, self.people...);
    }
};
template <class T = double>
using training_budget = basic_training_budget<T>;

template <class T>
constexpr basic_training_budget<T> budget_of(money<T> const& final_run, basic_budget_shares<T> const& s) {
    basic_training_budget<T> b;
    b.final_run = final_run;
    b.experiments = final_run * s.experiments.value;
    b.failed_runs = final_run * s.failed_runs.value;
    money<T> const compute = final_run * (T(1.0) + s.experiments.value + s.failed_runs.value);
    b.data = compute * s.data.value;
    // s/(1 - s) rises with s: an interval of it is taken at its ends
    T const per_rest = detail::monotone([](T const& p) { return p / (T(1.0) - p); }, s.people.value);
    b.people = compute * (T(1.0) + s.data.value) * per_rest;
    return b;
}

} // namespace tallywatt
