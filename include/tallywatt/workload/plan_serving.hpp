#pragma once
// The serving planner: the layout, batch and chunk with the most tokens per second and accelerator that fit in memory and
// keep both latencies. For a given layout and chunk it is branch and bound over the batch b in [low, high]. Step times,
// memory and the mixed share phi only grow with the batch, hence for every batch in the range
//
//   TPOT >= phi t_mixed(low) + (1 - phi) t_decode(low), phi at low or at high,   rate <= high/TPOT,   memory >= memory(low)
//   TTFT >= chunks t_mixed(low) (1 + phi/(1 - phi) t_mixed(low)/t_decode(high) (c_a^2 + c_s^2)/2),   phi at low
//
// so that a range is left out only where it holds nothing better: the result is exact (checked against brute force).
//
// Where no choice keeps the latencies, the planner takes the best within a quarter more than the least miss that one running
// sequence has; where none fits in memory, the one that comes nearest. The report says what is unmet.

#include <tallywatt/workload/serving.hpp>

namespace tallywatt {

/// Chunks the planner tries: powers of two, as engines are set. Small ones where tokens are urgent (128 to 512: Sarathi,
/// Agrawal et al., 2023; vLLM's first default, 512), 8,192 and more for throughput (vLLM, Optimization and Tuning), 16,384 in
/// the published DeepSeek profile.
inline constexpr int planned_chunks[] = {128, 256, 512, 1024, 2048, 4096, 8192, 16384};

/// How far a choice misses: 1 or less in all four is feasible.
struct plan_fit {
    double memory = 0.0, first_token = 0.0, output_token = 0.0, mixed_share = 0.0;
    double output_per_accelerator = 0.0;  ///< tokens per second
    double wait = 0.0;                    ///< of a prompt for its turn, over the time it then takes
    duration<> mixed_step{}, decode_step{};
    [[nodiscard]] constexpr double worst() const { return math::max(math::max(memory, mixed_share), math::max(first_token, output_token)); }
    [[nodiscard]] constexpr bool feasible() const { return worst() <= 1.0; }
};

/// Largest share of iterations that may carry prompt tokens. Assumed: at 1 the queue of prompts never empties, and one
/// iteration in twenty is kept for the unevenness of a day's arrivals.
inline constexpr double highest_mixed_share = 0.95;

constexpr plan_fit fit_of(serving_plan const& p, serving const& service, cluster const& on, temperature<> const& coolant) {
    auto const r = perform(p, service, on, coolant);
    double const phi = p.sequences * service.traffic.fresh().in(token) / (service.traffic.output.in(token) * p.chunk);
    return {r.memory.total() / on.server.accelerator.hbm_capacity, r.time_to_first_token / service.targets.time_to_first_token,
            r.time_per_output_token / service.targets.time_per_output_token, phi / highest_mixed_share,
            r.output.in(token / second) / p.instance.accelerators(), r.wait.value, r.mixed_step, r.decode_step};
}

/// How far beyond the least possible miss of a latency the planner goes for a sensible batch. Assumed: whoever cannot have
/// the latency asked for gives another quarter of it for output rather than run one sequence at a time.
inline constexpr double miss_allowance = 1.25;

/// Whether a layout divides a model and servers of `in_server` accelerators: shards of whole heads, groups only where there are
/// experts to spread, instances that fill a server in whole numbers or take a power of two of whole servers.
constexpr bool legal(transformer const& m, layout const& l, int largest, int in_server) {
    int const n = l.accelerators(), servers = n / in_server;
    bool const whole = in_server % n == 0 || (n % in_server == 0 && (servers & (servers - 1)) == 0);
    return whole && n <= largest && m.attention.heads % l.tensor == 0 && (l.data == 1 || m.is_mixture()) &&
           (!m.is_mixture() || n <= m.experts.routed);
}

namespace detail {

/// Least time per output token that any batch from low's to high's can have, over low's. A mixed step is shorter than a
/// decode step where their exchanges differ, so either end may hold the least.
constexpr double least_time(plan_fit const& low, plan_fit const& high) {
    auto const at = [&](plan_fit const& end) {
        return math::mix(math::min(end.mixed_share * highest_mixed_share, 1.0), low.mixed_step, low.decode_step);
    };
    return math::min(math::min(at(low), at(high)) / at(low), 1.0);
}
/// Least miss that any batch from low's to high's can have.
constexpr double least_miss(plan_fit const& low, plan_fit const& high) {
    // the wait shrinks at most as far as decode steps grow
    double const service = low.first_token / (1.0 + low.wait), wait = low.wait * (low.decode_step / high.decode_step);
    return math::max(math::max(low.memory, low.mixed_share), math::max(low.output_token * least_time(low, high), service * (1.0 + wait)));
}

/// Best feasible batch in [low, high]; `best` and `best_rate` are the incumbent. Rates go with b/time(b), time per output token.
template <class Fit>
constexpr void best_batch(Fit const& fit, int low, plan_fit const& at_low, int high, plan_fit const& at_high, int& best, double& best_rate) {
    constexpr double rounding = 1.0 + 1e-12;
    if (least_miss(at_low, at_high) > rounding) return;
    if (at_low.output_per_accelerator * (double(high) / low) * rounding <= best_rate * least_time(at_low, at_high)) return;
    if (high - low <= 1) {
        for (auto const& [b, f] : {std::pair<int, plan_fit const&>{high, at_high}, {low, at_low}})
            if (f.feasible() && f.output_per_accelerator > best_rate) best_rate = f.output_per_accelerator, best = b;
        return;
    }
    int const middle = low + (high - low) / 2;
    best_batch(fit, middle + 1, fit(middle + 1), high, at_high, best, best_rate);
    best_batch(fit, low, at_low, middle, fit(middle), best, best_rate);
}

}  // namespace detail

/// Plans a service on the servers of a cluster, for a coolant temperature (it sets leakage, hence how soon the power cap
/// binds). At most most_sequences run per attention group.
constexpr serving_plan plan_serving(serving const& service, cluster const& on, temperature<> const& coolant = celsius(30.0), int most_sequences = 4096) {
    int const largest = service.largest_instance > 0 ? service.largest_instance : on.server.accelerators;
    serving_plan best{}, nearest{};
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double best_rate = 0.0, nearest_miss = infinity, latency_miss = infinity;
    for (int tensor = 1; tensor <= largest; ++tensor)
        for (int data = 1; tensor * data <= largest; ++data) {
            layout const l{tensor, data};
            if (!legal(service.model, l, largest, on.server.accelerators)) continue;
            for (int const chunk : planned_chunks) {
                auto const choice = [&](int b) { return plan_choice(service, on.server, l, b, chunk); };
                auto const fit = [&](int b) { return fit_of(choice(b), service, on, coolant); };
                plan_fit const one = fit(1);
                int batch = 0;
                detail::best_batch(fit, 1, one, most_sequences, fit(most_sequences), batch, best_rate);
                if (batch > 0)
                    best = choice(batch);
                else {
                    if (one.worst() < nearest_miss) nearest_miss = one.worst(), nearest = choice(1);
                    if (one.memory <= 1.0 && one.mixed_share <= 1.0) latency_miss = math::min(latency_miss, one.worst());
                }
            }
        }
    if (best_rate > 0.0) return best;
    if (latency_miss < infinity && latency_miss > 1.0) {
        serving relaxed = service;
        relaxed.targets.time_to_first_token *= latency_miss * miss_allowance;
        relaxed.targets.time_per_output_token *= latency_miss * miss_allowance;
        return plan_serving(relaxed, on, coolant, most_sequences);
    }
    return nearest;
}

}  // namespace tallywatt
