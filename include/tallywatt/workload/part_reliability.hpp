#pragma once
// How often a job is interrupted, from the parts of its cluster: what cluster/failures.hpp adds up, as goodput takes it.
//
//   between interruptions = accelerators/(sum of rates)      nodes lost = (accelerators + hosts + interfaces)/(sum of rates)
//
//   reliability const r = reliability_of(catalog::llama3_cluster, cluster_failures(parts, c, plan), plan.accelerators);
//   goodput_plan const p = plan_goodput(r, cost, {.accelerators = plan.accelerators});

#include <tallywatt/cluster/failures.hpp>
#include <tallywatt/workload/goodput.hpp>

namespace tallywatt {

/// Repair, detection and restart are those of `like`; how often, and how often a node is lost, follows from the parts.
template <class T>
constexpr basic_reliability<T>
reliability_of(basic_reliability<T> const& like, failure_lines<T> const& f, int accelerators) {
    basic_reliability<T> r = like;
    r.between_interruptions = between_failures(f, accelerators);
    r.node_lost = basic_fraction<T>{f.of_nodes() / f.total()};
    return r;
}

} // namespace tallywatt
