#pragma once
// The serving planner: the layout, batch and chunk with the most tokens per second and accelerator that fit in memory and
// keep both latencies. For a given layout and chunk it is branch and bound over the batch b in [low, high]. Step times,
// memory and the mixed share phi only grow with the batch, hence for every batch in the range
//
//   TPOT >= phi t_mixed(low) + (1 - phi) t_decode(low), phi at low or at high,   rate <= high/TPOT,   memory >= memory(low)
//   TTFT >= chunks t_mixed(low) (1 + phi/(1 - phi) t_mixed(low)/t_decode(high) (c_a^2 + c_s^2)/2),   phi at low
//
// so that a range is left out only where it holds nothing better: the result is exact (checked against brute force).
// A goal other than output divides it by power or cost, which are at least those at rest.
//
// Where no choice keeps the latencies, the planner takes the best within a quarter more than the least miss that one running
// sequence has; where none fits in memory, the one that comes nearest. The report says what is unmet.

#include <tallywatt/workload/serving.hpp>

namespace tallywatt {

/// Chunks the planner tries: powers of two, as engines are set. Small ones where tokens are urgent (128 to 512: Sarathi,
/// Agrawal et al., 2023; vLLM's first default, 512), 8,192 and more for throughput (vLLM, Optimization and Tuning), 16,384 in
/// the published DeepSeek profile.
inline constexpr int planned_chunks[] = {128, 256, 512, 1024, 2048, 4096, 8192, 16384};

/// How far a choice misses: 1 or less in all five is feasible.
struct plan_fit {
    double memory = 0.0, first_token = 0.0, output_token = 0.0, mixed_share = 0.0;
    double pause = 0.0;                  ///< longest between tokens
    double output_per_accelerator = 0.0; ///< tokens per second
    double wait = 0.0;                   ///< of a prompt for its turn, over the time it then takes
    duration<> mixed_step{}, decode_step{};
    power<> busy{}; ///< per accelerator
    [[nodiscard]] constexpr double worst() const {
        return math::max(math::max(math::max(memory, mixed_share), pause), math::max(first_token, output_token));
    }
    [[nodiscard]] constexpr bool feasible() const { return worst() <= 1.0; }
};

/// Largest share of iterations that may carry prompt tokens. Assumed: at 1 the queue of prompts never empties, and one
/// iteration in twenty is kept for the unevenness of a day's arrivals.
inline constexpr double highest_mixed_share = 0.95;

constexpr plan_fit
fit_of(serving_plan const& p, serving const& service, cluster const& on, temperature<> const& coolant) {
    auto const r = perform(p, service, on, coolant);
    double const phi =
        p.sequences * r.emitted * service.traffic.fresh().in(token) / (service.traffic.output.in(token)*p.chunk);
    return {
        .memory = r.memory.total() / on.server.accelerator.memory_capacity,
        .first_token = r.time_to_first_token / service.targets.time_to_first_token,
        .output_token = r.time_per_output_token / service.targets.time_per_output_token,
        .mixed_share = phi / highest_mixed_share,
        .pause = r.longest_pause / service.targets.longest_pause,
        .output_per_accelerator = r.output.in(token / second) / p.instance.accelerators(),
        .wait = r.wait.value,
        .mixed_step = r.mixed_step,
        .decode_step = r.decode_step,
        .busy = r.busy};
}

/// How far beyond the least possible miss of a latency the planner goes for a sensible batch. Assumed: whoever cannot have
/// the latency asked for gives another quarter of it for output rather than run one sequence at a time.
inline constexpr double miss_allowance = 1.25;

/// Whether a layout divides a model and servers of `in_server` accelerators: shards of whole heads, groups only where there are
/// experts to spread, no more stages than layers; instances that fill a server in whole numbers, or take a power of two of
/// whole servers (any number of them where layers lie in stages).
constexpr bool legal(transformer const& m, layout const& l, int largest, int in_server) {
    int const n = l.accelerators(), servers = n / in_server;
    bool const whole = in_server % n == 0 || (n % in_server == 0 && (l.pipeline > 1 || (servers & (servers - 1)) == 0));
    bool const spread = l.stage() % l.expert_ranks() == 0 && (!m.is_mixture() || l.expert_ranks() <= m.experts.routed);
    return whole && n <= largest && m.attention.heads % l.tensor == 0 && (l.data == 1 || m.is_mixture()) && spread
           && l.pipeline <= m.layers;
}

/// What a plan is the best in, among those that keep the latencies: output per accelerator, per dollar or per joule of the
/// accelerators, or the shortest time per output token.
enum class planning_aim : unsigned char { output, cost, energy, latency };
struct planning_goal {
    planning_aim aim = planning_aim::output;
    money_rate<> accelerator{};       ///< of one, with its share of all that is bought; for cost
    money_per_energy<> electricity{}; ///< for cost

    /// What output is divided by, for accelerators that draw `each`.
    [[nodiscard]] constexpr double divisor(power<> each) const {
        return aim == planning_aim::cost     ? (accelerator + each * electricity).base_value
               : aim == planning_aim::energy ? each.base_value
                                             : 1.0;
    }
};

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
    double const room = math::max(math::max(low.memory, low.mixed_share), low.pause);
    return math::max(room, math::max(low.output_token * least_time(low, high), service * (1.0 + wait)));
}

/// Best feasible batch in [low, high]; `best` and `best_score` are the incumbent. Rates go with b/time(b), time per output
/// token; a score is a rate over what it takes, at least that of accelerators at rest.
template <class Fit>
constexpr void best_batch(
    Fit const& fit, planning_goal const& goal, power<> rest, int low, plan_fit const& at_low, int high,
    plan_fit const& at_high, int& best, double& best_score
) {
    constexpr double rounding = 1.0 + 1e-12;
    if (least_miss(at_low, at_high) > rounding)
        return;
    if (at_low.output_per_accelerator * (double(high) / low) * rounding
        <= best_score * goal.divisor(rest) * least_time(at_low, at_high))
        return;
    if (high - low <= 1) {
        for (auto const& [b, f] : {std::pair<int, plan_fit const&>{high, at_high}, {low, at_low}}) {
            double const score = f.output_per_accelerator / goal.divisor(f.busy);
            if (f.feasible() && score > best_score)
                best_score = score, best = b;
        }
        return;
    }
    int const middle = low + (high - low) / 2;
    best_batch(fit, goal, rest, middle + 1, fit(middle + 1), high, at_high, best, best_score);
    best_batch(fit, goal, rest, low, at_low, middle, fit(middle), best, best_score);
}

/// Calls visit for every layout that a service may take on a server.
template <class Visit>
constexpr void each_layout(serving const& service, server const& on, Visit const& visit) {
    int const largest = service.largest_instance > 0 ? service.largest_instance : on.accelerators;
    for (int stages = 1; stages <= service.largest_pipeline && stages <= largest; ++stages)
        for (int tensor = 1; tensor * stages <= largest; ++tensor)
            for (int data = 1; tensor * data * stages <= largest; ++data) {
                layout const l{tensor, data, stages};
                if (legal(service.model, l, largest, on.accelerators))
                    visit(l);
            }
}

} // namespace detail

/// Plans a service on the servers of a cluster, for a coolant temperature (it sets leakage, hence how soon the power cap
/// binds). At most most_sequences run per attention group (and micro-batch).
constexpr serving_plan plan_serving(
    serving const& service, cluster const& on, temperature<> const& coolant = celsius(30.0), int most_sequences = 4096,
    planning_goal const& goal = {}
) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    step_setting const setting = setting_of(service, on);
    power<> const rest = static_power(on.server.accelerator, coolant, on.server.accelerator.idle);
    serving_plan best{}, nearest{};
    double best_score = 0.0, nearest_miss = infinity, latency_miss = infinity;
    detail::each_layout(service, on.server, [&](layout const& l) {
        for (int const chunk : planned_chunks) {
            auto const choice = [&](int b) { return plan_choice(service, on.server, l, b, chunk, setting); };
            auto const fit = [&](int b) { return fit_of(choice(b), service, on, coolant); };
            plan_fit const one = fit(1);
            int batch = 0;
            if (goal.aim == planning_aim::latency) { // more sequences never make a token come sooner
                double const score = 1.0 / one.output_token;
                if (one.feasible() && score > best_score)
                    best_score = score, batch = 1;
            } else
                detail::best_batch(fit, goal, rest, 1, one, most_sequences, fit(most_sequences), batch, best_score);
            if (batch > 0)
                best = choice(batch);
            else {
                if (one.worst() < nearest_miss)
                    nearest_miss = one.worst(), nearest = choice(1);
                if (one.memory <= 1.0 && one.mixed_share <= 1.0)
                    latency_miss = math::min(latency_miss, one.worst());
            }
        }
    });
    if (best_score > 0.0)
        return best;
    if (latency_miss < infinity && latency_miss > 1.0) {
        serving relaxed = service;
        relaxed.targets.time_to_first_token *= latency_miss * miss_allowance;
        relaxed.targets.time_per_output_token *= latency_miss * miss_allowance;
        relaxed.targets.longest_pause *= latency_miss * miss_allowance;
        return plan_serving(relaxed, on, coolant, most_sequences, goal);
    }
    return nearest;
}

/// The same layout and chunk at a share of the output: a load acts as a smaller batch, the smallest whose output is at least
/// that share of the plan's.
constexpr serving_plan plan_at_load(
    serving_plan const& full, serving const& service, cluster const& on, temperature<> const& coolant, double load
) {
    step_setting const setting = setting_of(service, on);
    auto const choice = [&](int b) { return plan_choice(service, on.server, full.instance, b, full.chunk, setting); };
    auto const output = [&](serving_plan const& p) { return perform(p, service, on, coolant).output; };
    auto const wanted = load * output(full);
    int low = 0, high = full.sequences;
    while (high - low > 1) {
        int const middle = low + (high - low) / 2;
        (output(choice(middle)) >= wanted ? high : low) = middle;
    }
    return choice(high);
}

} // namespace tallywatt
