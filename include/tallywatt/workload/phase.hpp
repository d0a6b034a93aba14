#pragma once
// A unit dedicated to one phase of serving: disaggregated prefill, where a step carries whole prompts, or decode, where it
// carries one token of each running sequence.
//
//   prefill   tokens/s = data batch/t_step,  batch new prompt tokens per attention group, mean context ((1 + h) n + 1)/2
//   decode    tokens/s = data batch/t_step,  batch running sequences per attention group at their mean context
//
// n is the prompt's length, h the share of it found in the prefix cache; a hit costs reading and, for a latent cache, its
// expansion. Reference: the DeepSeek profile (tests/validation/deepseek.cpp), prefill EP32 and decode EP128 on H800.
//
//   auto const p = perform_prefill(service, on, {.instance = {1, 32}, .batch = 16384, .length = 4096.0 * token,
//                                                .redundant_experts = 32});
//   auto const d = perform_decode(service, on, {.instance = {1, 128}, .batch = 128, .length = 4096.0 * token});
//   p.tokens_per_server.value.in(token / second);

#include <tallywatt/workload/serving.hpp>

namespace tallywatt {

/// The layout and the load of a dedicated unit.
template <class T = double>
struct basic_phase {
    static constexpr char const* kind = "phase";
    layout instance{};
    int batch = 1;              ///< per attention group: new prompt tokens of a step, or running sequences
    token_count<T> length{};    ///< of a prompt, cached part included; or the mean context of the running sequences
    basic_fraction<T> cached{}; ///< share of a prompt found in the prefix cache; prefill only
    int redundant_experts = 0;  ///< of this unit; the service's own figure is that of a colocated instance
    basic_ratio<T> variation{}; ///< deviation of the running sequences' contexts over their mean; decode only

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"instance"}, self.instance...);
        visit(field{"batch", at_least(1)}, self.batch...);
        visit(field{"length", at_least(1.0)}, self.length...);
        visit(field{"cached", between(0.0, 0.999)}, self.cached...);
        visit(field{"redundant_experts", non_negative}, self.redundant_experts...);
        visit(field{"variation", non_negative}, self.variation...);
    }
};
using phase = basic_phase<>;

/// What a dedicated unit does.
template <class T = double>
struct phase_performance {
    per_accelerator<token_rate<T>> tokens_per_accelerator{};
    per_server<token_rate<T>> tokens_per_server{}; ///< of whole servers in this role
    duration<T> step{};                            ///< with the power cap: what a running sequence waits for each token
    time_split<T> split{};                         ///< sums to the step before the power cap
    power<T> draw{};                               ///< mean per accelerator
    basic_fraction<T> clock{};
    memory_use<T> memory{}; ///< per device
};

/// A prefill step of a dedicated unit; its exchange sends one copy per node.
/// `on`: a cluster, or a server where the network between them does not matter.
template <class T, template <class> class System>
constexpr step_plan plan_prefill(basic_serving<T> const& service, System<T> const& on, basic_phase<T> const& unit) {
    step_setting setting = setting_of(service, on);
    setting.redundant_experts = unit.redundant_experts;
    setting.exchange = exchange_mode::normal;
    return plan_step(service.model, unit.instance, {0, unit.batch}, setting);
}

/// A decode step of a dedicated unit; its exchange sends every copy straight to its rank.
template <class T, template <class> class System>
constexpr step_plan plan_decode(basic_serving<T> const& service, System<T> const& on, basic_phase<T> const& unit) {
    step_setting setting = setting_of(service, on);
    setting.redundant_experts = unit.redundant_experts;
    setting.exchange = exchange_mode::low_latency;
    return plan_step(service.model, unit.instance, {unit.batch, 0}, setting);
}

namespace detail {

template <class T>
constexpr phase_performance<T> perform_phase(
    step_plan const& p, basic_serving<T> const& service, basic_cluster<T> const& on, basic_phase<T> const& unit,
    step_context<T> const& context, data_size<T> const& held, temperature<T> const& coolant
) {
    auto const& chip = on.server.accelerator;
    product_formats const formats = formats_of(service, chip);
    step_result<T> const s = evaluate_step(p, rates_of(on, service.stack, formats.ffn, formats.attention), context);
    power_state<T> const at = step_power(chip, s.work, s.time, compute_share_of(s), coolant);
    // each stage works on one of as many micro-batches
    T const each = T(double(unit.instance.data) * unit.batch / unit.instance.stage());
    T const turns = T(double(unit.instance.pipeline));
    phase_performance<T> r;
    r.step = turns * at.time;
    r.tokens_per_accelerator.value = each / turns * token / at.time;
    r.tokens_per_server.value = T(double(on.server.accelerators)) * r.tokens_per_accelerator.value;
    r.split = s.split;
    r.draw = at.draw;
    r.clock = at.clock;
    precision const attention = service.attention_weights.value_or(service.weights);
    r.memory = {
        weights_per_device(service.model, unit.instance, service.weights, attention, unit.redundant_experts)
            + data_size<T>{},
        turns * held, chip.memory_capacity * service.memory_reserve};
    return r;
}

} // namespace detail

/// A planned prefill unit: new prompt tokens per second.
template <class T>
constexpr phase_performance<T> perform_prefill(
    step_plan const& p, basic_serving<T> const& service, basic_cluster<T> const& on, basic_phase<T> const& unit,
    temperature<T> const& coolant
) {
    basic_traffic<T> const prompts{.input = unit.length, .cached = unit.cached};
    // the cache of a step's prompts, with their cached parts
    T const count = T(double(unit.batch)) / prompts.fresh().in(token);
    data_size<T> const held = count * plan_cache(service.model, unit.instance, service.cache).at(unit.length);
    return detail::perform_phase(p, service, on, unit, context_of(prompts), held, coolant);
}

/// A planned decode unit: generated tokens per second.
template <class T>
constexpr phase_performance<T> perform_decode(
    step_plan const& p, basic_serving<T> const& service, basic_cluster<T> const& on, basic_phase<T> const& unit,
    temperature<T> const& coolant
) {
    step_context<T> context;
    context.decode = unit.length;
    context.prompt = unit.length;
    context.variation = unit.variation.value;
    token_count<T> const each = unit.length + 0.5 * double(service.page) * token;
    data_size<T> const held = T(double(unit.batch)) * plan_cache(service.model, unit.instance, service.cache).at(each);
    return detail::perform_phase(p, service, on, unit, context, held, coolant);
}

/// Plans and evaluates a prefill unit.
constexpr phase_performance<> perform_prefill(
    serving const& service, cluster const& on, phase const& unit, temperature<> const& coolant = celsius(30.0)
) {
    return perform_prefill(plan_prefill(service, on, unit), service, on, unit, coolant);
}

/// Plans and evaluates a decode unit.
constexpr phase_performance<> perform_decode(
    serving const& service, cluster const& on, phase const& unit, temperature<> const& coolant = celsius(30.0)
) {
    return perform_decode(plan_decode(service, on, unit), service, on, unit, coolant);
}

/// Where the search for a batch ends: 64 times the 128 sequences a GPU of the published decode profile.
inline constexpr int most_decode_sequences = 8192;

/// The most sequences per attention group with which a decode unit fits in memory and keeps a time per token; 0 if none.
/// Step time and memory only grow with the batch.
constexpr int largest_decode_batch(
    serving const& service, cluster const& on, phase unit, duration<> target,
    temperature<> const& coolant = celsius(30.0)
) {
    auto const fits = [&](int batch) {
        unit.batch = batch;
        auto const r = perform_decode(service, on, unit, coolant);
        return r.step <= target && r.memory.total() <= on.server.accelerator.memory_capacity;
    };
    int low = 0, high = most_decode_sequences;
    while (low < high) {
        int const middle = low + (high - low + 1) / 2;
        if (fits(middle))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

} // namespace tallywatt
