#pragma once
// Disaggregated serving: prompts are computed by units of their own, which hand the cache over the network to decode units.
// The pools are sized so that they balance; per decode unit of n_d accelerators with S sequences and step t_d, prompts take
// n_p t_p/(B u) accelerator-seconds a token, B new tokens a prefill step of t_p on n_p accelerators, kept busy to u.
//
//   iterations   decode t_d;  "mixed": t_d + (chunk/B) t_p n_p/(n_d u), the accelerator time of a chunk added
//   TPOT = t_d   TTFT = t_p (1 + u/(1 - u) (c_a^2 + c_s^2)/2) + cache of the prompt/(interface rate share)
//
// Reference: DistServe (OSDI 2024) for the split, DeepSeek's production system for a published one; queue by Allen-Cunneen.
//
//   basic_deployment<cooling, supply, double, disaggregated> const d{.service = {.model = catalog::deepseek_r1, ...}, ...};

#include <tallywatt/workload/phase.hpp>
#include <tallywatt/workload/workload.hpp>

namespace tallywatt {

/// What was decided about both pools.
struct disaggregated_plan {
    layout instance{}; ///< of a decode unit
    int sequences = 1; ///< per attention group of a decode unit
    int chunk = 1;     ///< new prompt tokens per attention group of a decode unit that a "mixed" iteration stands for
    bool native_precision = true;
    layout prefill_unit{};
    int prefill_batch = 1; ///< new tokens of a prefill step per attention group
    step_plan decode{}, prefill{};
};

template <class T = double>
struct basic_disaggregated {
    static constexpr char const* kind = "disaggregated";
    using plan_type = disaggregated_plan;
    transformer model{};
    precision weights = precision::bf16;
    precision cache = precision::bf16;
    basic_traffic<T> traffic{};
    basic_targets<T> targets{};
    basic_software_stack<T> stack{};
    basic_token_prices<T> prices{};
    basic_fraction<T> memory_reserve{T(0.1)};
    int page = 64;
    int redundant_experts = 0;
    int largest_unit = 0;                          ///< accelerators of a unit; 0: one server's
    basic_fraction<T> prefill_utilisation{T(0.8)}; ///< of prefill units at full load
    std::optional<precision> attention_weights{}, activations{}, dispatch{}; ///< as of a colocated service
    expert_routing routing{};

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
        visit(field{"largest_unit", non_negative}, self.largest_unit...);
        visit(
            field{
                "prefill_utilisation",
                between(0.01, 0.99),
                {"assumed: queues of prompts stay a few steps long", "2026", confidence::assumed}},
            self.prefill_utilisation...
        );
        visit(field{"attention_weights"}, self.attention_weights...);
        visit(field{"activations"}, self.activations...);
        visit(field{"dispatch"}, self.dispatch...);
        visit(field{"routing"}, self.routing...);
    }

    /// The same service, colocated.
    [[nodiscard]] constexpr basic_serving<T> colocated() const {
        return {
            .model = model,
            .weights = weights,
            .cache = cache,
            .traffic = traffic,
            .targets = targets,
            .stack = stack,
            .prices = prices,
            .memory_reserve = memory_reserve,
            .page = page,
            .redundant_experts = redundant_experts,
            .largest_instance = largest_unit,
            .attention_weights = attention_weights,
            .activations = activations,
            .dispatch = dispatch,
            .routing = routing};
    }
};
using disaggregated = basic_disaggregated<>;

/// Evaluates both pools.
template <class T>
constexpr serving_performance<T> perform(
    disaggregated_plan const& p, basic_disaggregated<T> const& w, basic_cluster<T> const& on,
    temperature<T> const& coolant
) {
    auto const service = w.colocated();
    auto const& chip = on.server.accelerator;
    basic_phase<T> const outputs{
        .instance = p.instance,
        .batch = p.sequences,
        .length = w.traffic.decode_context(),
        .redundant_experts = w.redundant_experts,
        .variation = basic_ratio<T>{w.traffic.context_variation()}};
    basic_phase<T> const prompts{
        .instance = p.prefill_unit,
        .batch = p.prefill_batch,
        .length = w.traffic.input,
        .cached = w.traffic.cached,
        .redundant_experts = w.redundant_experts};
    auto const d = perform_decode(p.decode, service, on, outputs, coolant);
    auto const f = perform_prefill(p.prefill, service, on, prompts, coolant);

    // a chunk of every group's prompts, in prefill steps, and those in time of a decode unit's accelerators
    double const steps = double(p.chunk) * p.instance.data / (double(p.prefill_batch) * p.prefill_unit.data);
    T const turn = T(steps * p.prefill_unit.accelerators() / p.instance.accelerators()) / w.prefill_utilisation.value;
    serving_performance<T> r;
    r.decode_step = d.step;
    r.mixed_step = d.step + turn * f.step;
    T const phi = T(double(p.sequences) / p.chunk) * (w.traffic.fresh() / w.traffic.output); // planned below one
    duration<T> const iteration = d.step + phi * (turn * f.step);
    r.mixed_share = basic_fraction<T>{phi};
    r.time_per_output_token = d.step;
    r.output = T(double(p.instance.data) * p.sequences) * token / iteration;
    r.requests = r.output / w.traffic.output;
    r.prefill_share = basic_fraction<T>{T(1.0) / (T(1.0) + d.step / (phi * (turn * f.step)))};
    r.wait = basic_ratio<T>{
        T(0.5) * (w.traffic.arrival_variation.value + w.traffic.prompt_variation.value)
        / (T(1.0) / w.prefill_utilisation.value - T(1.0))};
    duration<T> const handed_over = plan_cache(w.model, p.prefill_unit, w.cache).at(w.traffic.input)
                                    / (on.network.nic_rate.value * on.network.collective_share);
    r.time_to_first_token = f.step * (T(1.0) + r.wait.value) + handed_over + w.traffic.reload;
    T const of_prompts = r.prefill_share.value;
    auto const mean = [&](duration<T> const& prefill, duration<T> const& decode) {
        return decode + phi * turn * prefill;
    };
    r.split = {
        mean(f.split.compute, d.split.compute), mean(f.split.memory, d.split.memory),
        mean(f.split.network, d.split.network), mean(f.split.latency, d.split.latency)};
    // a prefill unit rests what it is not used
    power<T> const rest = static_power(chip, coolant, chip.idle);
    power<T> const prefill_draw = math::mix(w.prefill_utilisation.value, f.draw, rest);
    r.busy = math::mix(of_prompts, prefill_draw, d.draw);
    r.static_part = rest;
    r.decode_dynamic = math::max(d.draw - rest, power<T>{}) * d.step;
    r.mixed_dynamic = r.decode_dynamic + turn * math::max(prefill_draw - rest, power<T>{}) * f.step;
    r.resting = rest;
    r.clock = f.clock;
    r.memory = d.memory; // a decode unit's; prefill units hold a step's prompts only
    detail::set_model(r, service, chip);
    return r;
}

namespace detail {
constexpr disaggregated_plan plan_pools(disaggregated const& w, cluster const& on, temperature<> const& coolant) {
    auto const service = w.colocated();
    int const server = on.server.accelerators, largest = w.largest_unit > 0 ? w.largest_unit : server;
    auto const& hbm = on.server.accelerator.memory_capacity;
    disaggregated_plan p;
    p.native_precision = on.server.accelerator.has(w.weights);
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double best_decode = 0.0, best_prefill = 0.0, least_miss = infinity, least_decode_miss = infinity;
    double const queue = 1.0
                         + 0.5 * (w.traffic.arrival_variation.value + w.traffic.prompt_variation.value)
                               / (1.0 / w.prefill_utilisation.value - 1.0);
    for (int tensor = 1; tensor <= largest; tensor *= 2)
        for (int data = 1; tensor * data <= largest; ++data) {
            layout const l{tensor, data};
            if (!legal(w.model, l, largest, server))
                continue;
            phase decode{
                .instance = l,
                .length = w.traffic.decode_context(),
                .redundant_experts = w.redundant_experts,
                .variation = ratio{w.traffic.context_variation()}};
            decode.batch = largest_decode_batch(service, on, decode, w.targets.time_per_output_token, coolant);
            if (decode.batch > 0) {
                double const rate =
                    perform_decode(service, on, decode, coolant).tokens_per_accelerator.value.in(token / second);
                if (rate > best_decode)
                    best_decode = rate, p.instance = l, p.sequences = decode.batch;
            } else if (best_decode == 0.0) {
                decode.batch = 1;
                auto const r = perform_decode(service, on, decode, coolant);
                double const miss = math::max(r.memory.total() / hbm, r.step / w.targets.time_per_output_token);
                if (miss < least_decode_miss)
                    least_decode_miss = miss, p.instance = l, p.sequences = 1;
            }
            for (int const batch : planned_chunks) {
                phase const prefill{
                    .instance = l,
                    .batch = batch,
                    .length = w.traffic.input,
                    .cached = w.traffic.cached,
                    .redundant_experts = w.redundant_experts};
                auto const r = perform_prefill(service, on, prefill, coolant);
                double const miss = math::max(r.memory.total() / hbm, (r.step * queue + w.traffic.reload) / w.targets.time_to_first_token);
                double const rate = r.tokens_per_accelerator.value.in(token / second);
                if (miss <= 1.0 ? rate > best_prefill : best_prefill == 0.0 && miss < least_miss) {
                    if (miss <= 1.0)
                        best_prefill = rate;
                    least_miss = miss;
                    p.prefill_unit = l, p.prefill_batch = batch;
                }
            }
        }
    return p;
}
} // namespace detail

namespace detail {
/// The same pools with so many sequences per attention group of a decode unit.
constexpr disaggregated_plan
with_sequences(disaggregated_plan p, disaggregated const& w, cluster const& on, int sequences) {
    p.sequences = sequences;
    p.decode = plan_decode(
        w.colocated(), on,
        phase{
            .instance = p.instance,
            .batch = sequences,
            .length = w.traffic.decode_context(),
            .redundant_experts = w.redundant_experts}
    );
    // a chunk so large that half of the iterations at most stand for one
    p.chunk = static_cast<int>(math::ceil(2.0 * sequences * (w.traffic.fresh() / w.traffic.output)));
    return p;
}
} // namespace detail

/// The fastest decode unit and the fastest prefill unit per accelerator that fit in memory and keep their latency; each is
/// chosen by itself, since the pools' sizes follow from them.
constexpr disaggregated_plan plan_workload(disaggregated const& w, cluster const& on, temperature<> const& coolant) {
    disaggregated_plan p = detail::plan_pools(w, on, coolant);
    p.prefill = plan_prefill(
        w.colocated(), on,
        phase{
            .instance = p.prefill_unit,
            .batch = p.prefill_batch,
            .length = w.traffic.input,
            .cached = w.traffic.cached,
            .redundant_experts = w.redundant_experts}
    );
    return detail::with_sequences(p, w, on, p.sequences);
}

/// The same pools at a share of the output: fewer sequences on the decode units, the fewest whose output is that share.
constexpr disaggregated_plan plan_at_load(
    disaggregated_plan const& full, disaggregated const& w, cluster const& on, temperature<> const& coolant, double load
) {
    auto const output = [&](disaggregated_plan const& p) { return perform(p, w, on, coolant).output; };
    auto const wanted = load * output(full);
    int low = 0, high = full.sequences;
    while (high - low > 1) {
        int const middle = low + (high - low) / 2;
        (output(detail::with_sequences(full, w, on, middle)) >= wanted ? high : low) = middle;
    }
    return detail::with_sequences(full, w, on, high);
}

} // namespace tallywatt
