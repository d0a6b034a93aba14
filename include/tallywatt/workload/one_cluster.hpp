#pragma once
// Are distant sites one cluster? The answer to claims such as "1 Tbit/s and 100 microseconds make distant sites one cluster",
// for one job and link:
//
//   distance       latency bounds it: (budget - equipment) c/(n route), 20.4 km of fibre at 100 us one way, half there and back
//   data parallel  gradients of one model once a step against the step: bandwidth decides, latency hardly matters
//   tensor groups  activations of every layer are summed, forward and backward, and the next product waits for the sum:
//                  V = 4 L D d 2 bytes a step for L layers, D tokens, hidden size d, of which 2 (S-1)/S leave each of S sites;
//                  t = V 2 (S-1)/S/B + n latency, nothing of it hidden, n exchanges of a device one after the other
//
// Sites reduce among themselves first, so the volume is that of one copy of the activations however many accelerators share
// them; an exchange waits for the latency once at least. The job is one cluster where the slowdown stays under `tolerance`;
// where only data parallel training does, sites have to hold whole replicas; where that does not either, the job has to
// communicate less (DiLoCo) or compress.
// Reference: Shoeybi et al. 2019 (arXiv 1909.08053), section 3: two all-reduces forward and two backward a layer.
//
//   cluster_claim<> c = examine(sites, step, link, 100.0 * microsecond, tensor_exchanges(job, layout));
//   verdict_of(c) == one_cluster::low_communication

#include <tallywatt/workload/multi_site.hpp>
#include <tallywatt/workload/training.hpp>

namespace tallywatt {

enum class one_cluster : unsigned char { any_layout, whole_replicas, low_communication };

constexpr char const* text_of(one_cluster v) {
    switch (v) {
        case one_cluster::any_layout: return "one cluster: groups of any kind may span the sites";
        case one_cluster::whole_replicas: return "one cluster for data parallel training only: each site holds whole replicas";
        case one_cluster::low_communication: break;
    }
    return "not one cluster: synchronous training waits for the link; exchange less often or compress";
}

/// What groups exchange within a step: a device waits `count` times, one after the other; `summed` is what all of the job's
/// groups sum up, one copy of each value.
struct blocking_exchanges {
    double count = 0.0;
    data_size<> summed{};
};

/// Tensor groups' all-reduces of a step under a layout: four a layer and micro-batch, two where blocks are parallel.
constexpr blocking_exchanges tensor_exchanges(training const& job, training_layout const& l) {
    double const layers = job.model.layers, each = job.model.parallel_blocks ? 2.0 : 4.0, tokens = double(job.batch) * job.sequence;
    double const micro_batches = double(job.batch) / (double(l.data) * l.micro_batch);
    return {each * layers / l.pipeline * micro_batches, each * layers * tokens * job.model.hidden * size_of(precision::bf16)};
}

template <class T = double>
struct cluster_claim {
    static constexpr char const* kind = "claim";
    length<T> fibre_one_way{};       ///< fibre that the latency allows if it counts one way, without equipment
    length<T> fibre_round_trip{};    ///< and if it counts there and back
    multi_site_performance<T> data_parallel{};
    data_size<T> crossing{};           ///< sent by a site in a step, one way, where groups span the sites
    duration<T> crossing_time{};       ///< the link's time for it, without latencies
    basic_ratio<T> spanning_groups{};  ///< slowdown where blocking exchanges inside a step span the sites

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"fibre_one_way"}, self.fibre_one_way...);
        visit(field{"fibre_round_trip"}, self.fibre_round_trip...);
        visit(field{"data_parallel"}, self.data_parallel...);
        visit(field{"crossing"}, self.crossing...);
        visit(field{"crossing_time"}, self.crossing_time...);
        visit(field{"spanning_groups"}, self.spanning_groups...);
    }
};

/// latency: as claimed, in place of the link's own distance; within: what groups that would span the sites exchange in a step.
template <class T>
constexpr cluster_claim<T> examine(basic_multi_site<T> const& job, duration<T> const& step, basic_wan_link<T> link, duration<T> const& latency, blocking_exchanges const& within) {
    link.distance = {};
    link.equipment = latency;
    cluster_claim<T> c;
    c.fibre_one_way = latency * speed_of_light / link.group_index.value;
    c.fibre_round_trip = c.fibre_one_way / T(2.0);
    c.data_parallel = perform(job, step, link);
    c.crossing = 2.0 * (job.sites - 1.0) / job.sites * within.summed * T(1.0);
    c.crossing_time = c.crossing / link.achieved();
    c.spanning_groups = basic_ratio<T>{T(1.0) + (c.crossing_time + T(within.count) * latency) / step};
    return c;
}

/// The verdict, at a slowdown that is still tolerated (0.05: 5 %).
constexpr one_cluster verdict_of(cluster_claim<> const& c, fraction const& tolerance = fraction{0.05}) {
    double const most = 1.0 + tolerance.value;
    if (c.data_parallel.slowdown.value > most) return one_cluster::low_communication;
    return c.spanning_groups.value > most ? one_cluster::whole_replicas : one_cluster::any_layout;
}

}  // namespace tallywatt
