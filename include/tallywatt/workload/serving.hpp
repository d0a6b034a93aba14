#pragma once
// Serving a model by continuous batching: every iteration carries one token of each running sequence, and a share phi of
// the iterations also a chunk of new prompt tokens, so that prompts keep up with outputs:
//
//   phi = b n_new/(n_out chunk)            b running sequences per attention group
//   TPOT = phi t_mixed + (1 - phi) t_decode     X = b data/(n_out TPOT) requests per second and instance
//   TTFT = chunks t_mixed (1 + rho/(1 - rho) (c_a^2 + c_s^2)/2)   (Allen-Cunneen, one server per group)
//   rho = phi t_mixed/TPOT    the share of time, not of iterations, in which prompts are worked on; at most 0.99
//
// With chunk = b n_new/n_out every iteration is mixed (phi = 1). A mixed iteration reads the weights once.

#include <tallywatt/workload/memory.hpp>
#include <tallywatt/workload/step.hpp>

namespace tallywatt {

/// A model and how it is to be served.
template <class T = double>
struct basic_serving {
    static constexpr char const* kind = "service";
    using plan_type = struct serving_plan;
    transformer model{};
    precision weights = precision::bf16;
    precision cache = precision::bf16;
    basic_traffic<T> traffic{};
    basic_targets<T> targets{};
    basic_software_stack<T> stack{};
    basic_token_prices<T> prices{};
    basic_fraction<T> memory_reserve{T(0.1)};  ///< of HBM, for collectives, graphs and workspace
    int page = 64;                             ///< tokens per cache page; half a page per sequence is wasted
    int redundant_experts = 0;
    int largest_instance = 0;                  ///< accelerators; 0: one server's

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"model"}, self.model...);
        visit(field{"weights"}, self.weights...);
        visit(field{"cache"}, self.cache...);
        visit(field{"traffic"}, self.traffic...);
        visit(field{"targets"}, self.targets...);
        visit(field{"stack"}, self.stack...);
        visit(field{"prices"}, self.prices...);
        visit(field{"memory_reserve", any_value, {"vLLM's default of 0.9 of memory for the engine", "2025", confidence::high}}, self.memory_reserve...);
        visit(field{"page", between(1, 1024), {"FlashMLA page size", "2025", confidence::high}}, self.page...);
        visit(field{"redundant_experts", non_negative}, self.redundant_experts...);
        visit(field{"largest_instance", non_negative}, self.largest_instance...);
    }
};
using serving = basic_serving<>;

/// What the planner decided.
struct serving_plan {
    layout instance{};
    int sequences = 1;      ///< running per attention group
    int chunk = 1;          ///< new prompt tokens in a mixed iteration, per attention group
    double chunk_slack = 0.0;  ///< chunks per prompt beyond n_new/chunk, from the incomplete last one
    step_plan decode{}, mixed{};
    data_size<> weights{};  ///< per device
    data_per_token<> cache{};  ///< per device, sequence and token
    int page = 64;
    bool native_precision = true;  ///< the chip multiplies in the weights' format
};

/// Rates, latencies and power of one instance under a plan.
template <class T = double>
struct serving_performance {
    token_rate<T> output{};           ///< generated, per instance
    rate<T> requests{};
    duration<T> time_to_first_token{}, time_per_output_token{};
    duration<T> mixed_step{}, decode_step{};
    basic_fraction<T> mixed_share{};  ///< phi
    basic_ratio<T> wait{};            ///< of a prompt for its turn, over the time it then takes
    basic_fraction<T> prefill_share{};  ///< of iteration time, what prompts add to it
    time_split<T> split{};            ///< of the mean iteration
    power<T> busy{};                  ///< mean per accelerator while serving
    power<T> static_part{};           ///< of it, with leakage
    energy<T> mixed_dynamic{}, decode_dynamic{};  ///< the rest, of a step
    power<T> resting{};               ///< per accelerator while idle
    basic_fraction<T> clock{};        ///< of a mixed iteration
    memory_use<T> memory{};
    operation_per_token<T> useful_output{}, useful_prompt{};  ///< the model's operations for a token
    flop_rate<T> peak{};              ///< of an accelerator, dense, in the weights' format
    T context_used{};                 ///< of the longest context the model takes; 0 where it sets none
};

/// Share of time with prompts at work beyond which queues are not looked at: the formula for the wait has a pole at 1, and
/// at 0.99 a prompt of exponential length already waits for 99 others, which no target survives.
inline constexpr double highest_prompt_occupancy = 0.99;

/// Discrete facts of a chip, a server and a service that planning a step needs.
template <class T>
constexpr step_setting setting_of(basic_serving<T> const& service, basic_server<T> const& on) {
    return {.weights = service.weights,
            .cache = service.cache,
            .compute_units = on.accelerator.compute_units,
            .links = convert<double>(on.scale_up),
            .redundant_experts = service.redundant_experts,
            .attention_kernels = service.stack.attention_kernels,
            .ffn_kernels = service.stack.ffn_kernels,
            .expert_kernels = service.stack.expert_kernels,
            .two_batch_overlap = service.stack.two_batch_overlap};
}

/// The plan of one choice of layout, batch and chunk.
constexpr serving_plan plan_choice(serving const& service, server const& on, layout const& l, int sequences, int chunk) {
    auto setting = setting_of(service, on);
    serving_plan p;
    p.instance = l;
    p.sequences = sequences;
    p.chunk = chunk;
    double const chunks = service.traffic.fresh().in(token) / chunk;
    p.chunk_slack = math::ceil(chunks) - chunks;
    p.mixed = plan_step(service.model, l, {sequences, chunk}, setting);
    // across nodes, pure decode steps use the kernels made for few tokens, which graphs can replay
    if (l.accelerators() > on.scale_up.domain) setting.exchange = exchange_mode::low_latency;
    p.decode = plan_step(service.model, l, {sequences, 0}, setting);
    p.weights = weights_per_device(service.model, l, service.weights, service.redundant_experts);
    p.cache = cache_per_device(service.model, l.tensor, service.cache);
    p.page = service.page;
    p.native_precision = on.accelerator.has(service.weights);
    return p;
}

template <class T>
constexpr memory_use<T> memory_of(serving_plan const& p, basic_serving<T> const& service, basic_accelerator<T> const& chip) {
    token_count<T> const held = service.traffic.decode_context() + 0.5 * double(p.page) * token;
    return {p.weights, double(p.sequences) * p.cache * held, chip.hbm_capacity * service.memory_reserve};
}

namespace detail {
/// What the model does for a token, whatever serves it.
template <class T>
constexpr void set_model(serving_performance<T>& r, basic_serving<T> const& service, basic_accelerator<T> const& chip) {
    auto const& load = service.traffic;
    auto const useful = [&](token_count<T> const& keys) {
        return (T(1.0) * matmul_operations(service.model) + attention_operations_per_key(service.model) * keys.in(token)) / token;
    };
    r.useful_output = useful(load.decode_context());
    r.useful_prompt = useful(load.prefill_context());
    r.peak = chip.engine(service.weights).peak.value;
    if (service.model.context_limit > 0) r.context_used = (load.input + load.output).in(token) / T(double(service.model.context_limit));
}
}  // namespace detail

/// Evaluates a plan at a coolant temperature.
template <class T>
constexpr serving_performance<T> perform(serving_plan const& p, basic_serving<T> const& service, basic_cluster<T> const& on,
                                         temperature<T> const& coolant) {
    auto const& chip = on.server.accelerator;
    auto const& load = service.traffic;
    step_rates<T> const rates = rates_of(on, service.stack, service.weights);
    step_context<T> const context = context_of(load, p.chunk);
    step_result<T> const decode = evaluate_step(p.decode, rates, context), mixed = evaluate_step(p.mixed, rates, context);
    power_state<T> const pd = step_power(chip, decode.work, decode.time, compute_share_of(decode), coolant);
    power_state<T> const pm = step_power(chip, mixed.work, mixed.time, compute_share_of(mixed), coolant);

    T const b = T(double(p.sequences));
    T const wanted = b * (load.fresh().in(token) / T(double(p.chunk))), outputs = load.output.in(token);  // mixed iterations while b requests run, and all
    T const phi = wanted / outputs;
    T const mixed_share = math::min(phi, T(1.0)), crowding = math::max(phi, T(1.0));  // beyond 1 a token waits for more than one iteration
    duration<T> const iteration = math::mix(mixed_share, pm.time, pd.time);
    serving_performance<T> r;
    r.mixed_share = basic_fraction<T>{mixed_share};
    r.time_per_output_token = crowding * iteration;
    r.prefill_share = basic_fraction<T>{math::max(T(1.0) - pd.time / r.time_per_output_token, T(0.0))};
    r.output = T(double(p.instance.data)) * b * token / r.time_per_output_token;
    r.requests = T(double(p.instance.data)) * b / (math::max(wanted, outputs) * iteration);
    r.mixed_step = pm.time;
    r.decode_step = pd.time;
    T const pure = math::max(T(1.0) / phi - T(1.0), T(0.0));  // iterations without prompts to one with them
    T const free = math::max(pure * (pd.time / pm.time), T(1.0 / highest_prompt_occupancy - 1.0));  // (1 - rho)/rho
    r.wait = basic_ratio<T>{T(0.5) * (load.arrival_variation.value + load.prompt_variation.value) / free};
    r.time_to_first_token = (load.fresh().in(token) / T(double(p.chunk)) + T(p.chunk_slack)) * pm.time * (T(1.0) + r.wait.value);
    auto const mean = [&](duration<T> const& m, duration<T> const& d) { return math::mix(mixed_share, m, d); };
    r.split = {mean(mixed.split.compute, decode.split.compute), mean(mixed.split.memory, decode.split.memory),
               mean(mixed.split.network, decode.split.network), mean(mixed.split.latency, decode.split.latency)};
    // by the shares of time
    T const mixed_time_share = T(1.0) / (T(1.0) + pure * (pd.time / pm.time));
    r.busy = math::mix(mixed_time_share, pm.draw, pd.draw);
    r.static_part = math::mix(mixed_time_share, pm.fixed, pd.fixed);
    r.mixed_dynamic = pm.dynamic;
    r.decode_dynamic = pd.dynamic;
    r.resting = static_power(chip, coolant, chip.idle);
    r.clock = pm.clock;
    r.memory = memory_of(p, service, chip);
    detail::set_model(r, service, chip);
    return r;
}

}  // namespace tallywatt
