#pragma once
// Serving a model by continuous batching: every iteration carries one token of each running sequence (under speculation its
// drafts too, and e tokens come of it), and a share phi of the iterations also a chunk of new prompt tokens, so that prompts
// keep up with outputs:
//
//   phi = b n_new e/(n_out chunk)          b running sequences per attention group
//   TPOT = (phi t_mixed + (1 - phi) t_decode)/e     X = b data/(n_out TPOT) requests per second and instance
//   TTFT = chunks t_mixed (1 + rho/(1 - rho) (c_a^2 + c_s^2)/2)   (Allen-Cunneen, one server per group)
//   rho = phi t_mixed/(phi t_mixed + (1 - phi) t_decode)    the share of time in which prompts are worked on; at most 0.99
//
// With chunk = b n_new e/n_out every iteration is mixed (phi = 1); a chunk is at most b n_new. A mixed iteration reads the
// weights once.
//
// Layers in p stages: p micro-batches are under way, each with b sequences per group; a stage works on one after another. An
// iteration is a round of p slots of the slowest stage, in which all p b data sequences have their turn; a prompt of several
// chunks takes chunks + p - 1 slots.

#include <tallywatt/workload/memory.hpp>
#include <tallywatt/workload/speculation.hpp>
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
    basic_fraction<T> memory_reserve{T(0.1)}; ///< of HBM, for collectives, graphs and workspace
    int page = 64;                            ///< tokens per cache page; half a page per sequence is wasted
    int redundant_experts = 0;
    int largest_instance = 0;                     ///< accelerators; 0: one server's
    int largest_pipeline = 1;                     ///< stages
    std::optional<precision> attention_weights{}; ///< of the attention halves' products; none: as `weights`
    std::optional<precision>
        activations{}; ///< inputs of quantised products; none: as their weights, in what the chip multiplies
    std::optional<precision> dispatch{}; ///< of tokens sent to experts; none: as the products' inputs
    expert_routing routing{};
    basic_speculation<T> speculation{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"model"}, self.model...);
        visit(field{"weights"}, self.weights...);
        visit(field{"cache"}, self.cache...);
        visit(field{"traffic"}, self.traffic...);
        visit(field{"targets"}, self.targets...);
        visit(field{"stack"}, self.stack...);
        visit(field{"prices"}, self.prices...);
        visit(
            field{
                "memory_reserve",
                any_value,
                {"vLLM's default of 0.9 of memory for the engine", "2025", confidence::high}},
            self.memory_reserve...
        );
        visit(field{"page", between(1, 1024), {"FlashMLA page size", "2025", confidence::high}}, self.page...);
        visit(field{"redundant_experts", non_negative}, self.redundant_experts...);
        visit(field{"largest_instance", non_negative}, self.largest_instance...);
        visit(field{"largest_pipeline", at_least(1)}, self.largest_pipeline...);
        visit(field{"attention_weights"}, self.attention_weights...);
        visit(field{"activations"}, self.activations...);
        visit(field{"dispatch"}, self.dispatch...);
        visit(field{"routing"}, self.routing...);
        visit(field{"speculation"}, self.speculation...);
    }
};
using serving = basic_serving<>;

/// Throws invalid_input where a service contradicts itself.
template <class T>
constexpr void check(basic_serving<T> const& s) {
    check(s.routing, "service.routing");
    if (s.speculation.draft != nullptr)
        check(*s.speculation.draft);
    else if (s.speculation.drafts > 0 && s.model.prediction_modules < 1)
        throw invalid_input(
            "service.speculation.drafts", s.speculation.drafts, "",
            "nothing drafts: no drafting model, and the model has no prediction module"
        );
}

/// Formats that a chip computes a service's products in: inputs, and the engine that multiplies them (the wider of both sides).
struct product_formats {
    precision ffn_inputs = precision::bf16, attention_inputs = precision::bf16, dispatch = precision::bf16;
    precision ffn = precision::bf16, attention = precision::bf16;
};

template <class T>
constexpr product_formats formats_of(basic_serving<T> const& service, basic_accelerator<T> const& chip) {
    auto const multiplied = [&](precision p) { return chip.has(p) ? p : precision::bf16; };
    auto const wider = [](precision a, precision b) { return a < b ? b : a; };
    auto const inputs = [&](precision weights) {
        if (weights >= precision::bf16)
            return precision::bf16;
        return multiplied(service.activations.value_or(weights));
    };
    precision const attention = service.attention_weights.value_or(service.weights);
    product_formats f;
    f.ffn_inputs = inputs(service.weights);
    f.attention_inputs = inputs(attention);
    f.dispatch = service.dispatch.value_or(f.ffn_inputs);
    f.ffn = wider(service.weights, f.ffn_inputs);
    f.attention = wider(attention, f.attention_inputs);
    if (f.ffn > precision::bf16)
        f.ffn = precision::bf16;
    if (f.attention > precision::bf16)
        f.attention = precision::bf16;
    return f;
}

/// What the planner decided.
struct serving_plan {
    layout instance{};
    int sequences = 1;        ///< running per attention group, of each micro-batch where layers lie in stages
    int chunk = 1;            ///< new prompt tokens in a mixed iteration, per attention group
    double chunk_slack = 0.0; ///< chunks per prompt beyond n_new/chunk, from the incomplete last one
    step_plan decode{}, mixed{};
    int drafts = 0;
    step_plan draft{};                 ///< one pass of the drafting model
    data_size<> weights{};             ///< per device, drafting included
    cache_plan cache{}, draft_cache{}; ///< per device and sequence
    int page = 64;
    bool native_precision = true; ///< the chip multiplies in the weights' format
};

/// Rates, latencies and power of one instance under a plan.
template <class T = double>
struct serving_performance {
    token_rate<T> output{}; ///< generated, per instance
    rate<T> requests{};
    duration<T> time_to_first_token{}, time_per_output_token{};
    duration<T> mixed_step{}, decode_step{};     ///< iterations, of all stages' turns
    T emitted = T(1.0);                          ///< tokens of a sequence in an iteration
    duration<T> longest_pause{};                 ///< between tokens, of a sequence whose iteration carries prompts
    basic_fraction<T> mixed_share{};             ///< phi
    basic_ratio<T> wait{};                       ///< of a prompt for its turn, over the time it then takes
    basic_fraction<T> prefill_share{};           ///< of iteration time, what prompts add to it
    time_split<T> split{};                       ///< of the mean iteration
    power<T> busy{};                             ///< mean per accelerator while serving
    power<T> static_part{};                      ///< of it, with leakage
    energy<T> mixed_dynamic{}, decode_dynamic{}; ///< the rest, of an iteration
    power<T> resting{};                          ///< per accelerator while idle
    basic_fraction<T> clock{};                   ///< of a mixed iteration
    memory_use<T> memory{};
    operation_per_token<T> useful_output{}, useful_prompt{}; ///< the model's operations for a token
    flop_rate<T> peak{};                                     ///< of an accelerator, dense, in the weights' format
    T context_used{}; ///< of the longest context the model takes; 0 where it sets none
};

/// Share of time with prompts at work beyond which queues are not looked at: the formula for the wait has a pole at 1, and
/// at 0.99 a prompt of exponential length already waits for 99 others, which no target survives.
inline constexpr double highest_prompt_occupancy = 0.99;

/// Discrete facts of a chip, a server and a service that planning a step needs.
template <class T>
constexpr step_setting setting_of(basic_serving<T> const& service, basic_server<T> const& on) {
    product_formats const f = formats_of(service, on.accelerator);
    step_setting s{
        .weights = service.weights,
        .cache = service.cache,
        .compute_units = on.accelerator.compute_units,
        .links = convert<double>(on.scale_up),
        .redundant_experts = service.redundant_experts,
        .attention_kernels = service.stack.attention_kernels,
        .ffn_kernels = service.stack.ffn_kernels,
        .expert_kernels = service.stack.expert_kernels,
        .two_batch_overlap = service.stack.two_batch_overlap};
    s.attention_weights = service.attention_weights;
    s.activations = f.ffn_inputs;
    s.attention_activations = f.attention_inputs;
    s.dispatch = f.dispatch;
    if (service.model.is_mixture())
        s.routing = plan_routing(service.model.experts.routed, service.model.experts.per_token, service.routing);
    return s;
}

/// The same with the network between servers, by which collectives across them are chosen.
template <class T>
constexpr step_setting setting_of(basic_serving<T> const& service, basic_cluster<T> const& on) {
    step_setting s = setting_of(service, on.server);
    s.network = convert<double>(on.network);
    return s;
}

/// The plan of one choice of layout, batch and chunk; setting as of setting_of.
constexpr serving_plan
plan_choice(serving const& service, server const& on, layout const& l, int sequences, int chunk, step_setting setting) {
    serving_plan p;
    auto const& guess = service.speculation;
    p.instance = l;
    p.sequences = sequences;
    // no more than the prompts of all its sequences
    double const prompts = math::ceil(sequences * service.traffic.fresh().in(token));
    p.chunk = prompts < chunk ? static_cast<int>(math::max(prompts, 1.0)) : chunk;
    p.drafts = guess.drafts;
    int const verified = 1 + guess.drafts;
    double const chunks = service.traffic.fresh().in(token) / p.chunk;
    p.chunk_slack = math::ceil(chunks) - chunks;
    p.mixed = plan_step(service.model, l, {sequences, p.chunk, verified}, setting);
    // across nodes, pure decode steps use the kernels made for few tokens, which graphs can replay
    if (l.stage() > on.scale_up.domain)
        setting.exchange = exchange_mode::low_latency;
    p.decode = plan_step(service.model, l, {sequences, 0, verified}, setting);
    precision const attention = service.attention_weights.value_or(service.weights);
    p.weights = weights_per_device(service.model, l, service.weights, attention, service.redundant_experts);
    p.cache = plan_cache(service.model, l, service.cache);
    if (guess.drafts > 0) {
        transformer const drafter = drafting_model(service.model, guess);
        layout alone = l; // on the last stage
        alone.pipeline = 1;
        if (drafter.is_mixture() && guess.draft != nullptr)
            setting.routing = plan_routing(drafter.experts.routed, drafter.experts.per_token, service.routing);
        p.draft = plan_step(drafter, alone, {sequences, 0}, setting);
        p.draft.hosted = false;
        p.draft.logits = 0.0;         // the best one is taken
        if (guess.draft == nullptr) { // embedding and head are the model's; two hidden vectors become one
            double const d = service.model.hidden;
            p.draft.head.add(
                plan_matmul(
                    1, sequences, d, 2.0 * d, size_of(precision::bf16), size_of(precision::bf16), setting.compute_units
                ),
                true
            );
            double const shared =
                double(embedding_parameters(service.model)) * (service.model.tied_embeddings ? 1.0 : 2.0) / l.tensor;
            double const modules = math::min(double(guess.drafts), double(service.model.prediction_modules));
            p.weights += modules
                         * (weights_per_device(drafter, alone, service.weights, attention, service.redundant_experts)
                            + (2.0 * d * d - shared) * size_of(precision::bf16));
        } else
            p.weights += weights_per_device(drafter, alone, service.weights, attention, service.redundant_experts);
        p.draft_cache = plan_cache(drafter, alone, service.cache);
    }
    p.page = service.page;
    p.native_precision = on.accelerator.has(service.weights);
    return p;
}
constexpr serving_plan
plan_choice(serving const& service, cluster const& on, layout const& l, int sequences, int chunk) {
    return plan_choice(service, on.server, l, sequences, chunk, setting_of(service, on));
}

template <class T>
constexpr memory_use<T>
memory_of(serving_plan const& p, basic_serving<T> const& service, basic_accelerator<T> const& chip) {
    token_count<T> const held = service.traffic.decode_context() + 0.5 * double(p.page) * token;
    T const sequences = T(double(p.sequences) * p.instance.pipeline);
    return {
        p.weights + data_size<T>{}, sequences * (p.cache.at(held) + p.draft_cache.at(held)),
        chip.memory_capacity * service.memory_reserve};
}

namespace detail {
/// What the model does for a token, whatever serves it.
template <class T>
constexpr void set_model(serving_performance<T>& r, basic_serving<T> const& service, basic_accelerator<T> const& chip) {
    auto const& load = service.traffic;
    auto const& m = service.model;
    step_context<T> const all = context_of(load);
    step_context<T> const local =
        m.local_layers() > 0 ? in_window(all, m.attention.window.size, m.attention.window.form == window_form::chunked)
                             : all;
    auto const useful = [&](token_count<T> const& keys, token_count<T> const& in_windows) {
        T const seen =
            T(double(m.global_layers())) * keys.in(token) + T(double(m.local_layers())) * in_windows.in(token);
        return (T(1.0) * matmul_operations(m) + layer_attention_operations(m) * seen) / token;
    };
    r.useful_output = useful(all.decode, local.decode);
    r.useful_prompt = useful(all.prefill, local.prefill);
    r.peak = chip.engine(service.weights).peak.value;
    if (m.context_limit > 0)
        r.context_used = (load.input + load.output).in(token) / T(double(m.context_limit));
}

/// A step and its drafts.
template <class T>
constexpr step_result<T> with_drafts(step_result<T> s, step_result<T> const& draft, int drafts) {
    T const n = T(double(drafts));
    s.time += n * draft.time;
    s.split += n * draft.split;
    s.work.matrix += n * draft.work.matrix;
    s.work.hbm += n * draft.work.hbm;
    s.work.link += n * draft.work.link;
    return s;
}
} // namespace detail

/// Evaluates a plan at a coolant temperature.
template <class T>
constexpr serving_performance<T> perform(
    serving_plan const& p, basic_serving<T> const& service, basic_cluster<T> const& on, temperature<T> const& coolant
) {
    auto const& chip = on.server.accelerator;
    auto const& load = service.traffic;
    product_formats const formats = formats_of(service, chip);
    step_rates<T> const rates = rates_of(on, service.stack, formats.ffn, formats.attention);
    step_context<T> const context = context_of(load, p.chunk);
    step_result<T> decode = evaluate_step(p.decode, rates, context), mixed = evaluate_step(p.mixed, rates, context);
    if (p.drafts > 0) {
        step_result<T> const draft = evaluate_step(p.draft, rates, context);
        decode = detail::with_drafts(decode, draft, p.drafts);
        mixed = detail::with_drafts(mixed, draft, p.drafts);
    }
    power_state<T> const pd = step_power(chip, decode.work, decode.time, compute_share_of(decode), coolant);
    power_state<T> const pm = step_power(chip, mixed.work, mixed.time, compute_share_of(mixed), coolant);

    T const turns = T(double(p.instance.pipeline)), emitted = service.speculation.emitted();
    T const b = T(double(p.sequences)), groups = T(double(p.instance.data)) * turns;
    // mixed iterations while b requests run, and all
    T const wanted = b * (load.fresh().in(token) / T(double(p.chunk))), outputs = load.output.in(token) / emitted;
    T const phi = wanted / outputs;
    T const mixed_share = math::min(phi, T(1.0)),
            crowding = math::max(phi, T(1.0)); // beyond 1 a token waits for more than one iteration
    duration<T> const iteration = turns * math::mix(mixed_share, pm.time, pd.time);
    serving_performance<T> r;
    r.emitted = emitted;
    r.mixed_share = basic_fraction<T>{mixed_share};
    r.time_per_output_token = crowding / emitted * iteration;
    r.prefill_share =
        basic_fraction<T>{math::max(T(1.0) - turns * pd.time / (emitted * r.time_per_output_token), T(0.0))};
    r.output = groups * b * token / r.time_per_output_token;
    r.requests = groups * b / (math::max(wanted, outputs) * iteration);
    r.mixed_step = turns * pm.time;
    r.decode_step = turns * pd.time;
    r.longest_pause = r.mixed_step;
    T const pure = math::max(T(1.0) / phi - T(1.0), T(0.0)); // iterations without prompts to one with them
    T const free = math::max(pure * (pd.time / pm.time), T(1.0 / highest_prompt_occupancy - 1.0)); // (1 - rho)/rho
    r.wait = basic_ratio<T>{T(0.5) * (load.arrival_variation.value + load.prompt_variation.value) / free};
    r.time_to_first_token = (load.fresh().in(token) / T(double(p.chunk)) + T(p.chunk_slack + p.instance.pipeline - 1.0))
                            * pm.time * (T(1.0) + r.wait.value) + load.reload;
    auto const mean = [&](duration<T> const& m, duration<T> const& d) { return turns * math::mix(mixed_share, m, d); };
    r.split = {
        mean(mixed.split.compute, decode.split.compute), mean(mixed.split.memory, decode.split.memory),
        mean(mixed.split.network, decode.split.network), mean(mixed.split.latency, decode.split.latency)};
    // by the shares of time
    T const mixed_time_share = T(1.0) / (T(1.0) + pure * (pd.time / pm.time));
    r.busy = math::mix(mixed_time_share, pm.draw, pd.draw);
    r.static_part = math::mix(mixed_time_share, pm.fixed, pd.fixed);
    r.mixed_dynamic = turns * pm.dynamic;
    r.decode_dynamic = turns * pd.dynamic;
    r.resting = static_power(chip, coolant, chip.idle);
    r.clock = pm.clock;
    r.memory = memory_of(p, service, chip);
    detail::set_model(r, service, chip);
    return r;
}

} // namespace tallywatt
