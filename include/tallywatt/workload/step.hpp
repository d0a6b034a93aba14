#pragma once
// Time, work and power of a planned step.
//
//   a layer's half    sum of its products, its streaming kernels, and the attention core
//     prefill core    operations c/(peak share s/(s + s_half)), c the mean context, s the prompt's length
//     decode core     launch + max(bytes c/(bandwidth share), operations c/(peak share))
//   a layer           attention + feed-forward + all-reduces + dispatch + combine, or, with two half batches taking turns,
//                     max(A, D) + max(F, D) + max(F, C) + max(A, C) for the pair (A, F, D, C of a half batch)
//   a step            all layers, the logits, and the host time that stays exposed
//
// Where the time goes is split by the share each side has in a product's p-norm.

#include <tallywatt/chip/power.hpp>
#include <tallywatt/cluster/cluster.hpp>
#include <tallywatt/workload/step_plan.hpp>
#include <tallywatt/workload/traffic.hpp>

namespace tallywatt {

/// Where a step's time goes on one device.
template <class T = double>
struct time_split {
    static constexpr char const* kind = "time_split";
    duration<T> compute{}, memory{}, network{}, latency{};
    [[nodiscard]] constexpr duration<T> total() const { return compute + memory + network + latency; }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"compute"}, self.compute...);
        visit(field{"memory"}, self.memory...);
        visit(field{"network"}, self.network...);
        visit(field{"latency"}, self.latency...);
    }
    constexpr time_split& operator+=(time_split const& o) {
        compute += o.compute, memory += o.memory, network += o.network, latency += o.latency;
        return *this;
    }
    friend constexpr time_split operator*(T const& k, time_split const& s) { return {k * s.compute, k * s.memory, k * s.network, k * s.latency}; }
};

template <class T = double>
struct step_result {
    duration<T> time{};
    time_split<T> split{};      ///< sums to time (bounds on the sum are wider)
    work_counts<T> work{};      ///< per device
};

/// Share of a step that stretches when the clock falls.
template <class T>
constexpr basic_fraction<T> compute_share_of(step_result<T> const& s) {
    return basic_fraction<T>{T(1.0) / (T(1.0) + (s.split.memory + s.split.network + s.split.latency) / s.split.compute)};
}

/// Contexts a step is evaluated at.
template <class T = double>
struct step_context {
    token_count<T> decode{};    ///< mean context of running sequences
    token_count<T> prefill{};   ///< mean context of new prompt tokens
    token_count<T> prompt{};    ///< length of a prompt, for the attention kernel's efficiency
    T prefix_growth = T(1.0);   ///< prompt tokens whose latent cache is expanded, over new ones
};

/// Contexts of a step that carries whole prompts: each expands its cached prefix once, growth 1/(1 - h).
template <class T>
constexpr step_context<T> context_of(basic_traffic<T> const& t) {
    return {t.decode_context(), t.prefill_context(), t.input, T(1.0) / complement(t.cached).value};
}
/// Contexts of a step that carries `chunk` tokens of a prompt: every chunk expands all that comes before it too, in the mean
/// growth n (1 + h)/(2 chunk) + 1/2 over the (1 - h) n/chunk chunks of a prompt.
template <class T>
constexpr step_context<T> context_of(basic_traffic<T> const& t, int chunk) {
    step_context<T> c = context_of(t);
    T const chunked = t.input.in(token) * (T(1.0) + t.cached.value) / T(2.0 * chunk) + T(0.5);
    c.prefix_growth = math::max(c.prefix_growth, chunked);
    return c;
}

/// What every kernel of a step shares: rates of one chip under one software stack on its links.
template <class T = double>
struct step_rates {
    matmul_pace<T> narrow{}, wide{};
    duration_per_data<T> stream{};
    duration<T> gap{};
    duration_per_operation<T> prefill_core{}, decode_core_compute{};
    duration_per_data<T> decode_core_read{};
    duration<T> decode_core_launch{}, host{}, host_per_sequence{};
    token_count<T> half_length{};
    one_way_rate<T> link_rate{};
    basic_scale_up<T> scale_up{};
    basic_scale_out<T> scale_out{};
    energy_per_operation<T> narrow_energy{}, wide_energy{};
    T compute_slowdown = T(1.0);  ///< of prefill while exchange kernels hold compute units
};

template <class T>
constexpr step_rates<T> rates_of(basic_cluster<T> const& on, basic_software_stack<T> const& stack, precision weights) {
    auto const& chip = on.server.accelerator;
    step_rates<T> r;
    r.narrow = pace_of(chip.engine(weights), chip.hbm_bandwidth);
    r.wide = pace_of(chip.bf16, chip.hbm_bandwidth);
    r.stream = T(1.0) / (chip.hbm_bandwidth * chip.hbm_stream_share);
    r.gap = stack.kernel_gap;
    r.prefill_core = T(1.0) / (chip.bf16.peak.value * stack.prefill_attention_share);
    r.decode_core_compute = T(1.0) / (chip.bf16.peak.value * stack.decode_attention_compute_share);
    r.decode_core_read = T(1.0) / (chip.hbm_bandwidth * stack.decode_attention_memory_share);
    r.decode_core_launch = stack.decode_attention_launch;
    r.half_length = stack.prefill_half_length;
    r.host = stack.host_step;
    r.host_per_sequence = stack.host_per_sequence;
    r.link_rate = chip.link_rate;
    r.scale_up = on.server.scale_up;
    r.scale_out = on.network;
    r.narrow_energy = chip.engine(weights).energy;
    r.wide_energy = chip.bf16.energy;
    r.compute_slowdown = T(double(chip.compute_units) / double(chip.compute_units - stack.communication_units));
    return r;
}

namespace detail {

// A time beside its split: the parts of a p-norm or a maximum depend on each other, so bounds on their sum are wider than
// those on the time itself.
template <class T>
struct timed {
    duration<T> time{};
    time_split<T> split{};
    constexpr timed& operator+=(timed const& o) {
        time += o.time, split += o.split;
        return *this;
    }
    friend constexpr timed operator*(T const& k, timed const& s) { return {k * s.time, k * s.split}; }
    constexpr void add_memory(duration<T> const& t) { time += t, split.memory += t; }
    constexpr void add_compute(duration<T> const& t) { time += t, split.compute += t; }
    constexpr void add_latency(duration<T> const& t) { time += t, split.latency += t; }
    constexpr void add_network(duration<T> const& t) { time += t, split.network += t; }
};

template <class T>
constexpr void add_matmul(timed<T>& s, matmul_plan const& k, matmul_pace<T> const& pace, T const& times) {
    matmul_split<T> const product = split_matmul(k, pace);
    s.time += times * product.time;
    s.split.compute += times * product.compute;
    s.split.memory += times * (product.time - product.compute);
    s.add_latency(times * pace.launch);
}

/// What of a does not hide behind b.
template <class T>
constexpr duration<T> excess(duration<T> const& a, duration<T> const& b) {
    return math::max(a - b, duration<T>{});
}

template <class T>
constexpr timed<T> stage_time(stage_plan const& p, step_rates<T> const& r) {
    timed<T> s;
    for (int i = 0; i < p.narrow; ++i) add_matmul(s, p.matmuls[static_cast<std::size_t>(i)], r.narrow, T(1.0));
    for (int i = p.narrow; i < p.narrow + p.wide; ++i) add_matmul(s, p.matmuls[static_cast<std::size_t>(i)], r.wide, T(1.0));
    s.add_memory(p.streamed * r.stream);
    s.add_latency(T(double(p.kernels)) * r.gap);
    return s;
}

template <class T>
constexpr timed<T> attention_time(layer_plan const& layer, step_plan const& p, step_rates<T> const& r, step_context<T> const& c) {
    timed<T> s = stage_time(layer.attention, r);
    if (layer.has_prefix) add_matmul(s, layer.prefix, r.narrow, c.prefix_growth);
    if (p.batch.prefill > 0) {
        T const slower = T(1.0) + r.half_length / c.prompt;
        s.add_compute(p.prefill_core * c.prefill.in(token) * r.prefill_core * slower);
        s.add_memory(p.prefill_core_moved * r.stream);
        s.add_latency(r.gap);
    }
    if (p.batch.decode > 0) {
        duration<T> const read = p.decode_core_read * c.decode.in(token) * r.decode_core_read;
        duration<T> const compute = p.decode_core * c.decode.in(token) * r.decode_core_compute;
        s.time += math::max(read, compute);
        s.split.memory += read;
        s.split.compute += excess(compute, read);
        s.add_latency(r.decode_core_launch);
    }
    return s;
}

template <class T>
constexpr timed<T> layer_time(layer_plan const& layer, step_plan const& p, step_rates<T> const& r, step_context<T> const& c) {
    timed<T> a = attention_time(layer, p, r, c), f = stage_time(layer.ffn, r);
    duration<T> const reduce = layer.all_reduces > 0 ? T(double(layer.all_reduces)) * collective_time(r.scale_up, r.scale_out, layer.all_reduce) : duration<T>{};
    if (!layer.exchanges) {
        a += f;
        a.add_network(reduce);
        return a;
    }
    duration<T> const d = exchange_time(layer.dispatch, r.link_rate, r.scale_up, r.scale_out);
    duration<T> const x = exchange_time(layer.combine, r.link_rate, r.scale_up, r.scale_out);
    if (p.micro_batches == 1) {
        a += f;
        a.add_network(reduce + d + x);
        return a;
    }
    if (p.batch.prefill > 0) {
        a = r.compute_slowdown * a;
        f = r.compute_slowdown * f;
    }
    duration<T> const at = a.time + reduce, ft = f.time;
    timed<T> pair = T(2.0) * a;
    pair += T(2.0) * f;
    pair.split.network += T(2.0) * reduce + excess(d, at) + excess(d, ft) + excess(x, ft) + excess(x, at);
    pair.time = math::max(at, d) + math::max(ft, d) + math::max(ft, x) + math::max(at, x);
    return pair;
}

}  // namespace detail

/// Evaluates a planned step.
template <class T>
constexpr step_result<T> evaluate_step(step_plan const& p, step_rates<T> const& r, step_context<T> const& c) {
    step_result<T> out;
    detail::timed<T> all;
    T const half = T(double(p.micro_batches));
    auto const add = [&](layer_plan const& layer) {
        if (layer.layers == 0) return;
        T const n = T(double(layer.layers));
        // layers without exchange run their half batches one after the other
        T const turns = layer.exchanges ? T(1.0) : half;
        all += n * turns * detail::layer_time(layer, p, r, c);
    };
    add(p.dense);
    add(p.mixture);
    all += half * detail::stage_time(p.head, r);
    all.add_latency(r.host + T(double(p.batch.decode)) * r.host_per_sequence);
    out.time = all.time;
    out.split = all.split;

    T const growth = c.prefix_growth;
    T const core_layers = half * T(double(p.dense.layers + p.mixture.layers));
    operation_count<T> const core = core_layers * (p.prefill_core * c.prefill.in(token) + p.decode_core * c.decode.in(token));
    out.work.matrix = (p.narrow_useful + p.prefix_useful * growth) * r.narrow_energy + (p.wide_useful + core) * r.wide_energy;
    out.work.hbm = p.moved + p.prefix_moved * growth + core_layers * (p.decode_core_read * c.decode.in(token));
    out.work.link = p.linked + data_size<T>{};
    return out;
}

}  // namespace tallywatt
