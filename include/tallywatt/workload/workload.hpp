#pragma once
// workload: what a deployment asks of the work its cluster does. A type that offers these composes like the built-in ones
// (basic_serving, basic_disaggregated):
//
//   w.traffic, w.targets, w.prices            what arrives, what is promised, what is paid (workload/traffic.hpp)
//   W::plan_type                              integers: instance (a layout), sequences, chunk, native_precision
//   plan_workload(w, cluster, coolant)        the plan, in double
//   perform(plan, w, cluster, coolant)        serving_performance<T> of one instance: iterations, latencies, power
//
// The last two are found beside the type (argument-dependent lookup). Iterations are of two kinds: those that carry a chunk
// of prompts and those that do not (workload/serving.hpp). A workload of another nature states what they take on these terms;
// one whose rate holds the prompts already gives both kinds alike and a chunk beyond any prompt.

#include <tallywatt/workload/plan_serving.hpp>

namespace tallywatt {

template <class W, class T>
concept workload = described<W> && requires(
    W const& w, typename W::plan_type const& p, basic_cluster<T> const& on, temperature<T> const& coolant
) {
    { w.traffic } -> std::convertible_to<basic_traffic<T> const&>;
    { w.targets } -> std::convertible_to<basic_targets<T> const&>;
    { w.prices } -> std::convertible_to<basic_token_prices<T> const&>;
    { p.instance } -> std::convertible_to<layout const&>;
    { p.sequences } -> std::convertible_to<int>;
    { p.chunk } -> std::convertible_to<int>;
    { p.native_precision } -> std::convertible_to<bool>;
    { perform(p, w, on, coolant) } -> std::same_as<serving_performance<T>>;
};

/// Colocated serving: prompts and outputs share iterations.
constexpr serving_plan plan_workload(serving const& service, cluster const& on, temperature<> const& coolant) {
    return plan_serving(service, on, coolant);
}

} // namespace tallywatt
