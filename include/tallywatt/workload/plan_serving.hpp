#pragma once
// The serving planner: the layout, batch and chunk with the most tokens per second and accelerator that fit in memory and
// keep both latencies. For a given layout and chunk every constraint is monotone in the batch (iteration time, memory and
// utilisation only grow with it), so the largest feasible batch is found by bisection, and the best one below it by
// branch and bound: no batch in [low, high] yields more than high at low's iteration time. The result is exact.
//
// When nothing fits, the plan that comes nearest is returned and the report says what is unmet.

#include <tallywatt/workload/serving.hpp>

namespace tallywatt {

/// Chunks the planner tries beside the steady one (every iteration mixed).
inline constexpr int planned_chunks[] = {128, 256, 512, 1024, 2048, 4096, 8192, 16384};

/// How far a choice misses: 1 or less in all three is feasible.
struct plan_fit {
    double memory = 0.0, first_token = 0.0, output_token = 0.0, mixed_share = 0.0;
    double output_per_accelerator = 0.0;  ///< tokens per second
    [[nodiscard]] constexpr double worst() const { return math::max(math::max(memory, mixed_share), math::max(first_token, output_token)); }
    [[nodiscard]] constexpr bool feasible() const { return worst() <= 1.0; }
};

/// Largest share of iterations that may carry prompt tokens, so that queues stay finite.
inline constexpr double highest_mixed_share = 0.95;

constexpr plan_fit fit_of(serving_plan const& p, serving const& service, cluster const& on, temperature<> const& coolant) {
    auto const r = perform(p, service, on, coolant);
    double const phi = p.sequences * service.traffic.fresh().in(token) / (service.traffic.output.in(token) * p.chunk);
    return {r.memory.total() / on.server.accelerator.hbm_capacity, r.time_to_first_token / service.targets.time_to_first_token,
            r.time_per_output_token / service.targets.time_per_output_token, phi / highest_mixed_share,
            r.output.in(token / second) / p.instance.accelerators()};
}

/// Whether a layout divides a model: shards of whole heads, groups only where there are experts to spread.
constexpr bool legal(transformer const& m, layout const& l, int largest) {
    return l.accelerators() <= largest && m.attention.heads % l.tensor == 0 && (l.data == 1 || m.is_mixture()) &&
           (!m.is_mixture() || l.accelerators() <= m.experts.routed);
}

namespace detail {

// Best batch in [low, high] by branch and bound; `best` is the incumbent.
template <class Fit>
constexpr void best_batch(Fit const& fit, int low, int high, double low_time, int& best, double& best_rate) {
    while (low <= high) {
        if (double(high) / low_time <= best_rate * (1.0 + 1e-15)) return;
        if (low == high) {
            double const r = double(low) / low_time;
            if (r > best_rate) best_rate = r, best = low;
            return;
        }
        int const middle = low + (high - low) / 2;
        double const t = fit(middle + 1);
        best_batch(fit, middle + 1, high, t, best, best_rate);
        high = middle;
    }
}

}  // namespace detail

/// Plans a service on the servers of a cluster, for a coolant temperature (it sets leakage, hence how soon the power cap binds).
constexpr serving_plan plan_serving(serving const& service, cluster const& on, temperature<> const& coolant = celsius(30.0)) {
    int const largest = service.largest_instance > 0 ? service.largest_instance : on.server.accelerators;
    constexpr int most_sequences = 4096;
    serving_plan best{}, nearest{};
    double best_rate = 0.0, nearest_miss = 1e300;
    for (int tensor = 1; tensor <= largest; tensor *= 2)
        for (int data = 1; tensor * data <= largest; data *= 2) {
            layout const l{tensor, data};
            if (!legal(service.model, l, largest)) continue;
            for (int const chunk : planned_chunks) {
                auto const choice = [&](int b) { return plan_choice(service, on.server, l, b, chunk); };
                auto const fit = [&](int b) { return fit_of(choice(b), service, on, coolant); };
                auto const first = fit(1);
                if (!first.feasible()) {
                    if (first.worst() < nearest_miss) nearest_miss = first.worst(), nearest = choice(1);
                    continue;
                }
                int low = 1, high = most_sequences;
                while (low < high) {  // largest feasible batch
                    int const middle = low + (high - low + 1) / 2;
                    if (fit(middle).feasible())
                        low = middle;
                    else
                        high = middle - 1;
                }
                auto const time = [&](int b) { return double(b) / fit(b).output_per_accelerator; };
                int batch = 0;
                double rate = best_rate;
                detail::best_batch(time, 1, low, time(1), batch, rate);
                if (batch > 0) best_rate = rate, best = choice(batch);
            }
        }
    return best_rate > 0.0 ? best : nearest;
}

}  // namespace tallywatt
