#pragma once
// Time, work and power of a planned step.
//
//   a layer's half    sum of its products, its streaming kernels, and the attention core
//     prefill core    operations c/(peak share s/(s + s_half)), c the mean context, s the prompt's length
//     decode core     launch + max(bytes c/(bandwidth share), operations c/(peak share))
//                     of contexts of the group that has the longest, (1 + sqrt(2 ln D/b) variation) c, where D groups wait
//                     for one another; layers with a window see min(c, w)
//   a layer           attention + feed-forward + all-reduces + dispatch + combine, or, with two half batches taking turns,
//                     max(A, D) + max(F, D) + max(F, C) + max(A, C) for the pair (A, F, D, C of a half batch), of whose
//                     gain over one after the other a share is achieved
//   a step            all layers, the logits and the sampler, handing on to the next stage; the host's time for the sequences
//                     beside it, as far as it may run there, and the rest that stays exposed
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
    friend constexpr time_split operator*(T const& k, time_split const& s) {
        return {k * s.compute, k * s.memory, k * s.network, k * s.latency};
    }
};

template <class T = double>
struct step_result {
    duration<T> time{};
    time_split<T> split{}; ///< sums to time (bounds on the sum are wider)
    work_counts<T> work{}; ///< per device
};

/// Share of a step that stretches when the clock falls.
template <class T>
constexpr basic_fraction<T> compute_share_of(step_result<T> const& s) {
    return basic_fraction<T>{
        T(1.0) / (T(1.0) + (s.split.memory + s.split.network + s.split.latency) / s.split.compute)};
}

/// Contexts a step is evaluated at.
template <class T = double>
struct step_context {
    token_count<T> decode{};  ///< mean context of running sequences
    token_count<T> prefill{}; ///< mean context of new prompt tokens
    token_count<T> prompt{};  ///< length of a prompt, for the attention kernel's efficiency
    T prefix_growth = T(1.0); ///< prompt tokens whose latent cache is expanded, over new ones
    token_count<T> prefix{};  ///< of a prompt, found in the cache
    token_count<T> fresh{};   ///< of a prompt, computed
    T variation = T(0.0);     ///< deviation of running sequences' contexts over their mean
};

/// Contexts of a step that carries whole prompts: each expands its cached prefix once, growth 1/(1 - h).
template <class T>
constexpr step_context<T> context_of(basic_traffic<T> const& t) {
    return {t.decode_context(), t.prefill_context(),  t.input, T(1.0) / complement(t.cached).value, t.input * t.cached,
            t.fresh(),          t.context_variation()};
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

/// Keys that layers with a window see: of running sequences min(c, w), chunks taken at their fullest; of new tokens the mean
/// of min(i, w) over their places i, a share x of which lies below w: x (first + last)/2 + (1 - x) w.
template <class T>
constexpr step_context<T> in_window(step_context<T> const& c, double window, bool chunked) {
    token_count<T> const w = T(window) * token;
    step_context<T> s = c;
    s.decode = math::min(c.decode, w);
    token_count<T> const fresh = math::max(c.fresh, T(1.0) * token);
    T const below = math::min(math::max((w - c.prefix) / fresh, T(0.0)), T(1.0));
    token_count<T> const growing = T(0.5) * (math::min(c.prefix, w) + math::min(c.prompt, w) + T(1.0) * token);
    s.prefill = math::mix(below, growing, chunked ? T(0.5) * (w + T(1.0) * token) : w);
    return s;
}

/// What every kernel of a step shares: rates of one chip under one software stack on its links.
template <class T = double>
struct step_rates {
    matmul_pace<T> narrow{}, attention{}, wide{}; ///< products of feed-forward halves, attention halves, and in bf16
    matmul_pace<T> experts{};                     ///< grouped products of feed-forward halves
    duration_per_data<T> stream{};
    duration<T> gap{};
    duration_per_operation<T> prefill_core{}, decode_core_compute{};
    duration_per_data<T> decode_core_read{};
    duration<T> decode_core_launch{}, host{}, host_per_sequence{};
    T host_exposed = T(1.0); ///< of the host's time per sequence, what never runs beside the device
    token_count<T> half_length{};
    one_way_rate<T> link_rate{};
    basic_scale_up<T> scale_up{};
    basic_scale_out<T> scale_out{};
    energy_per_operation<T> narrow_energy{}, attention_energy{}, wide_energy{};
    data_size<T> sampler_traffic{};
    T overlap = T(1.0);          ///< of what perfect turns of two half batches would hide
    T compute_slowdown = T(1.0); ///< of prefill while exchange kernels hold compute units
};

/// narrow, attention: formats that the products of either half multiply in (see product_format).
template <class T>
constexpr step_rates<T>
rates_of(basic_cluster<T> const& on, basic_software_stack<T> const& stack, precision narrow, precision attention) {
    auto const& chip = on.server.accelerator;
    step_rates<T> r;
    r.narrow = pace_of(chip.engine(narrow), chip.memory_bandwidth);
    r.attention = pace_of(chip.engine(attention), chip.memory_bandwidth);
    r.wide = pace_of(chip.bf16, chip.memory_bandwidth);
    r.experts = r.narrow;
    r.experts.per_operation = r.narrow.per_operation / stack.expert_compute_share.value;
    r.experts.per_byte = r.narrow.per_byte / stack.expert_memory_share.value;
    r.stream = T(1.0) / (chip.memory_bandwidth * chip.stream_share);
    r.gap = stack.kernel_gap;
    r.prefill_core = T(1.0) / (chip.bf16.peak.value * stack.prefill_attention_share);
    r.decode_core_compute = T(1.0) / (chip.bf16.peak.value * stack.decode_attention_compute_share);
    r.decode_core_read = T(1.0) / (chip.memory_bandwidth * stack.decode_attention_memory_share);
    r.decode_core_launch = stack.decode_attention_launch;
    r.half_length = stack.prefill_half_length;
    r.host = stack.host_step;
    r.host_per_sequence = stack.host_per_sequence;
    r.host_exposed = complement(stack.host_overlap).value;
    r.link_rate = chip.link_rate;
    r.scale_up = on.server.scale_up;
    r.scale_out = on.network;
    r.narrow_energy = chip.engine(narrow).energy;
    r.attention_energy = chip.engine(attention).energy;
    r.wide_energy = chip.bf16.energy;
    r.sampler_traffic = stack.sampler_traffic;
    r.overlap = stack.overlap_share.value;
    r.compute_slowdown = T(double(chip.compute_units) / double(chip.compute_units - stack.communication_units));
    return r;
}
/// One format throughout.
template <class T>
constexpr step_rates<T> rates_of(basic_cluster<T> const& on, basic_software_stack<T> const& stack, precision weights) {
    return rates_of(on, stack, weights, weights);
}

namespace detail {

/// Rates while exchange kernels hold compute units: operations take longer, bytes and launches do not.
template <class T>
constexpr step_rates<T> slowed(step_rates<T> r) {
    T const k = r.compute_slowdown;
    r.narrow.per_operation = k * r.narrow.per_operation;
    r.experts.per_operation = k * r.experts.per_operation;
    r.attention.per_operation = k * r.attention.per_operation;
    r.wide.per_operation = k * r.wide.per_operation;
    r.prefill_core = k * r.prefill_core;
    r.decode_core_compute = k * r.decode_core_compute;
    return r;
}

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
    friend constexpr timed operator+(timed a, timed const& b) { return a += b; }
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
constexpr timed<T> stage_time(stage_plan const& p, step_rates<T> const& r, matmul_pace<T> const& narrow) {
    timed<T> s;
    for (int i = 0; i < p.grouped; ++i)
        add_matmul(s, p.matmuls[static_cast<std::size_t>(i)], r.experts, T(1.0));
    for (int i = p.grouped; i < p.narrow; ++i)
        add_matmul(s, p.matmuls[static_cast<std::size_t>(i)], narrow, T(1.0));
    for (int i = p.narrow; i < p.narrow + p.wide; ++i)
        add_matmul(s, p.matmuls[static_cast<std::size_t>(i)], r.wide, T(1.0));
    s.add_memory(p.streamed * r.stream);
    s.add_latency(T(double(p.kernels)) * r.gap);
    return s;
}

/// The attention core of a layer.
template <class T>
constexpr timed<T> core_time(step_plan const& p, step_rates<T> const& r, step_context<T> const& c) {
    timed<T> s;
    if (p.batch.prefill > 0) {
        T const slower = T(1.0) + r.half_length / c.prompt;
        s.add_compute(p.prefill_core * c.prefill.in(token)*r.prefill_core * slower);
        s.add_memory(p.prefill_core_moved * r.stream);
        s.add_latency(r.gap);
    }
    if (p.batch.decode > 0) {
        // the group with the longest contexts is waited for
        token_count<T> const longest = c.decode * (T(1.0) + T(p.group_excess) * c.variation);
        duration<T> const read = p.decode_core_read * longest.in(token)*r.decode_core_read;
        duration<T> const compute = p.decode_core * longest.in(token)*r.decode_core_compute;
        s.time += math::max(read, compute);
        s.split.memory += read;
        s.split.compute += excess(compute, read);
        s.add_latency(r.decode_core_launch);
    }
    return s;
}

/// An attention half without its core.
template <class T>
constexpr timed<T> projection_time(layer_plan const& layer, step_rates<T> const& r, step_context<T> const& c) {
    timed<T> s = stage_time(layer.attention, r, r.attention);
    if (layer.has_prefix)
        add_matmul(s, layer.prefix, r.attention, c.prefix_growth);
    return s;
}
template <class T>
constexpr timed<T>
attention_time(layer_plan const& layer, step_plan const& p, step_rates<T> const& r, step_context<T> const& c) {
    return projection_time(layer, r, c) + core_time(p, r, c);
}

/// What lies between the halves of a layer.
template <class T>
struct layer_links {
    duration<T> reduce{}, dispatch{}, combine{};
};

template <class T>
constexpr layer_links<T> links_time(layer_plan const& layer, step_rates<T> const& r) {
    layer_links<T> t;
    if (layer.all_reduces > 0)
        t.reduce = T(double(layer.all_reduces)) * collective_time(r.scale_up, r.scale_out, layer.all_reduce);
    if (layer.exchanges) {
        t.dispatch = exchange_time(layer.dispatch, r.link_rate, r.scale_up, r.scale_out);
        t.combine = exchange_time(layer.combine, r.link_rate, r.scale_up, r.scale_out);
    }
    return t;
}

/// A layer from its halves; two half batches in turns where the step has them and the layer exchanges.
template <class T>
constexpr timed<T> join_halves(
    layer_plan const& layer, step_plan const& p, step_rates<T> const& r, timed<T> const& a, timed<T> const& f,
    layer_links<T> const& links
) {
    auto const& [reduce, d, x] = links;
    timed<T> all = a + f;
    if (!layer.exchanges || p.micro_batches == 1) {
        all.add_network(reduce + d + x);
        return all;
    }
    duration<T> const at = a.time + reduce, ft = f.time;
    timed<T> pair = T(2.0) * all;
    duration<T> const turns = math::max(at, d) + math::max(ft, d) + math::max(ft, x) + math::max(at, x);
    duration<T> const hidden = excess(d, at) + excess(d, ft) + excess(x, ft) + excess(x, at) + T(2.0) * reduce;
    duration<T> const moving = T(2.0) * (reduce + d + x);
    pair.time = math::mix(r.overlap, turns, pair.time + moving);
    pair.split.network += math::mix(r.overlap, hidden, moving);
    return pair;
}

template <class T>
constexpr timed<T>
layer_time(layer_plan const& layer, step_plan const& p, step_rates<T> const& r, step_context<T> const& c) {
    return join_halves(
        layer, p, r, attention_time(layer, p, r, c), stage_time(layer.ffn, r, r.narrow), links_time(layer, r)
    );
}

/// Time of handing a micro-batch on to the next stage.
template <class T>
constexpr duration<T> hand_on_time(step_plan const& p, step_rates<T> const& r) {
    if (p.stages < 2)
        return {};
    if (p.handed_out)
        return r.scale_out.hop + p.handed_on / rate_across(r.scale_out, r.scale_out.collective_share, p.handed_crossing);
    return r.scale_up.hop + p.handed_on / (r.link_rate.value * r.scale_up.exchange_share * T(p.hop_links));
}

} // namespace detail

/// Evaluates a planned step, of one stage where layers lie in several.
template <class T>
constexpr step_result<T> evaluate_step(step_plan const& p, step_rates<T> const& full, step_context<T> const& c) {
    step_result<T> out;
    detail::timed<T> all;
    T const half = T(double(p.micro_batches)), share = T(p.stage_share);
    bool const held = p.micro_batches > 1 && p.batch.prefill > 0; // compute units, by exchange kernels
    step_rates<T> const slow = held ? detail::slowed(full) : step_rates<T>{};
    step_rates<T> const& r = held ? slow : full;
    step_context<T> const windowed = p.window > 0.0 ? in_window(c, p.window, p.chunked) : c;
    detail::timed<T> const core = detail::core_time(p, r, c);
    detail::timed<T> const local_core = p.window > 0.0 ? detail::core_time(p, r, windowed) : core;
    auto const add = [&](layer_plan const& layer) {
        if (layer.layers == 0)
            return;
        // layers without exchange run their half batches one after the other
        T const turns = layer.exchanges ? T(1.0) : half;
        detail::timed<T> const projections = detail::projection_time(layer, r, c),
                               ffn = detail::stage_time(layer.ffn, r, r.narrow);
        auto const links = detail::links_time(layer, r);
        int const whole = layer.layers - layer.local;
        if (whole > 0)
            all +=
                (T(double(whole)) * share * turns) * detail::join_halves(layer, p, r, projections + core, ffn, links);
        if (layer.local > 0)
            all += (T(double(layer.local)) * share * turns)
                   * detail::join_halves(layer, p, r, projections + local_core, ffn, links);
    };
    add(p.dense);
    add(p.mixture);
    all += half * detail::stage_time(p.head, r, r.narrow);
    data_size<T> const sampled = half * T(p.logits) * r.sampler_traffic;
    all.add_memory(sampled * r.stream);
    if (p.gather.ranks > 1)
        all.add_network(half * collective_time(r.scale_up, r.scale_out, p.gather));
    all.add_network(half * detail::hand_on_time(p, r));
    out.time = all.time;
    out.split = all.split;
    if (p.hosted) {
        duration<T> const host = T(double(p.batch.decode)) * r.host_per_sequence;
        out.time = math::max(all.time + r.host_exposed * host, host) + r.host;
        out.split.latency += math::max(r.host_exposed * host, host - all.time) + r.host;
    }

    T const growth = c.prefix_growth;
    T const whole = half * share * T(double(p.layers() - p.local_layers())),
            local = half * share * T(double(p.local_layers()));
    token_count<T> const decoded = whole * c.decode + local * windowed.decode,
                         filled = whole * c.prefill + local * windowed.prefill;
    operation_count<T> const cores = p.prefill_core * filled.in(token) + p.decode_core * decoded.in(token);
    out.work.matrix = p.narrow_useful * r.narrow_energy
                      + (p.attention_useful + p.prefix_useful * growth) * r.attention_energy
                      + (p.wide_useful + cores) * r.wide_energy;
    out.work.hbm = p.moved + p.prefix_moved * growth + p.decode_core_read * decoded.in(token) + sampled;
    out.work.link = p.linked + data_size<T>{};
    return out;
}

} // namespace tallywatt
