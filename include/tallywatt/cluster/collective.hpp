#pragma once
// Collectives inside one fabric: T = alpha + g sqrt(w) + w/B, w the data each rank's link carries,
//
//   all-reduce                               w = S 2(n - 1)/n   (S the payload of one rank)
//   all-gather, reduce-scatter, all-to-all   w = S (n - 1)/n    (S the whole buffer of one rank)
//   broadcast                                w = S              (a chain, in chunks)
//
// Where the switches add up an all-reduce (NVLink SHARP), a rank sends S and a share S/n of the sums: w = 14/9 S (1 + 1/n),
// which is a ring's w for the 8 ranks of the published sweeps. B then exceeds the wire rate: keep one set of constants for it
// and one for the ring. alpha is the device's share of the latency, what a step replayed from a
// graph pays; a launch from the host adds `launch`. Published sweeps hold both together.
//
// Reference: form and constants fitted to published sweeps (Azure AI benchmarking guide, Machine Learning Engineering
// open book), mean error 3 to 8 %; device latency from one-shot kernels and kernel times. Payloads 1 KiB to 16 GiB.
//
//   duration<> t = all_reduce_time(server.scale_up.reduction, 8, 2.0 * MiB);

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

namespace tallywatt {

enum class collective_kind : unsigned char { all_reduce, all_gather, reduce_scatter, all_to_all, broadcast };
/// Ranks of a collective, `stride` apart: every rank of t tensor shards has its data-parallel peers {ranks, t}.
struct rank_group {
    int ranks = 1;
    int stride = 1;
};
/// Whether a step's kernels are replayed from a graph or launched one by one.
enum class launch_kind : unsigned char { graph, host };

template <class T = double>
struct basic_collective {
    static constexpr char const* kind = "collective";
    duration<T> alpha = 9.0 * microsecond;    ///< on the device, replayed from a graph
    duration<T> launch = 20.0 * microsecond;  ///< more where the host launches
    duration_per_root_data<T> size_latency{}; ///< g
    byte_rate<T> bandwidth{};                 ///< B

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(
            field{
                "alpha",
                non_negative,
                {"one-shot and symmetric-memory kernels on Hopper, 7 to 11 us", "2026-07", confidence::medium}},
            self.alpha...
        );
        visit(
            field{
                "launch",
                non_negative,
                {"small payloads of published sweeps less the device's share", "2025", confidence::medium}},
            self.launch...
        );
        visit(field{"size_latency", non_negative}, self.size_latency...);
        visit(field{"bandwidth", positive}, self.bandwidth...);
    }
};
using collective = basic_collective<>;

/// g from its usual unit, microseconds per square root of a megabyte.
template <class T>
constexpr duration_per_root_data<T> microseconds_per_root_megabyte(T const& x) {
    return duration_per_root_data<T>::from_base(x * T(1e-9)); // 1e-6 s / sqrt(1e6 B)
}

/// w: what each rank's link carries of a payload.
constexpr data_size<> wire_data(collective_kind kind, int ranks, data_size<> payload) {
    double const n = ranks;
    if (kind == collective_kind::broadcast)
        return payload;
    return (kind == collective_kind::all_reduce ? 2.0 : 1.0) * (n - 1.0) / n * payload;
}

/// The same of an all-reduce that the switches add up, over a ring's for the ranks that B is quoted for.
constexpr data_size<> reduced_data(int ranks, data_size<> payload) {
    constexpr double quoted = 8.0, ring = 2.0 * (quoted - 1.0) / quoted, sums = 1.0 + 1.0 / quoted;
    return (1.0 + 1.0 / ranks) * (ring / sums) * payload;
}

/// Time for w on the wire.
template <class T>
constexpr duration<T> wire_time(basic_collective<T> const& c, data_size<> wire, launch_kind how = launch_kind::graph) {
    auto const root = math::sqrt(wire); // plan data, in double
    duration<T> const t = c.alpha + c.size_latency * root + wire / c.bandwidth;
    return how == launch_kind::host ? t + c.launch : t;
}

/// Time of a collective among `ranks` of one fabric; none for a single rank.
template <class T>
constexpr duration<T> collective_time(
    basic_collective<T> const& c, collective_kind kind, int ranks, data_size<> payload,
    launch_kind how = launch_kind::graph
) {
    if (ranks < 2)
        return {};
    return wire_time(c, wire_data(kind, ranks, payload), how);
}

template <class T>
constexpr duration<T>
all_reduce_time(basic_collective<T> const& c, int ranks, data_size<> payload, launch_kind how = launch_kind::graph) {
    return collective_time(c, collective_kind::all_reduce, ranks, payload, how);
}
template <class T>
constexpr duration<T>
all_gather_time(basic_collective<T> const& c, int ranks, data_size<> buffer, launch_kind how = launch_kind::graph) {
    return collective_time(c, collective_kind::all_gather, ranks, buffer, how);
}
template <class T>
constexpr duration<T>
reduce_scatter_time(basic_collective<T> const& c, int ranks, data_size<> buffer, launch_kind how = launch_kind::graph) {
    return collective_time(c, collective_kind::reduce_scatter, ranks, buffer, how);
}
template <class T>
constexpr duration<T>
all_to_all_time(basic_collective<T> const& c, int ranks, data_size<> buffer, launch_kind how = launch_kind::graph) {
    return collective_time(c, collective_kind::all_to_all, ranks, buffer, how);
}
template <class T>
constexpr duration<T>
broadcast_time(basic_collective<T> const& c, int ranks, data_size<> payload, launch_kind how = launch_kind::graph) {
    return collective_time(c, collective_kind::broadcast, ranks, payload, how);
}

} // namespace tallywatt
