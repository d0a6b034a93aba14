#pragma once
// Time, power and energy of a planned training step.
//
//   a layer        products + attention core + streaming kernels + communication that compute does not hide
//   a stage        its layers, and embedding or logits at the ends
//   the pipeline   m x (slowest device) + what it waits while the pipeline fills and drains (workload/pipeline.hpp)
//   a step         pipeline + gradients and parameters among data ranks + optimiser + host, on the slowest rank
//   hidden         communication c with an overlap share o, beside compute w: min(o c, w) is hidden, and costs
//                  overlap_slowdown of its length; c - min(o c, w) is exposed
//   wide layers    every term of a layer is (1 - w) of it in the job's format and w of it in bf16
//
// Energy counts the layers that there are; time follows the device with most of them.
//
// Reference: the parts are those of Narayanan et al. (SC 2021) and Korthikanti et al. (MLSys 2023).

#include <tallywatt/chip/power.hpp>
#include <tallywatt/workload/training_plan.hpp>

namespace tallywatt {

/// What every kernel of a training step shares. Context ranks attend in `parts` of a sequence at a time.
template <class T = double>
struct training_rates {
    matmul_pace<T> narrow{}, wide{};
    duration_per_data<T> forward_stream{}, backward_stream{}, plain_stream{};
    duration_per_operation<T> core{}, core_back{};
    duration<T> gap{};
};

template <class T>
constexpr training_rates<T> training_rates_of(basic_training<T> const& job, basic_accelerator<T> const& chip, int parts = 1) {
    auto const& s = job.stack;
    training_rates<T> r;
    r.narrow = pace_of(chip.engine(job.formats.products), chip.memory_bandwidth);
    r.wide = pace_of(chip.bf16, chip.memory_bandwidth);
    r.narrow.per_operation = r.narrow.per_operation / s.product_share.value;
    r.wide.per_operation = r.wide.per_operation / s.product_share.value;
    r.plain_stream = T(1.0) / (chip.memory_bandwidth * chip.stream_share);
    r.forward_stream = s.streaming_traffic.value * r.plain_stream;
    r.backward_stream = s.backward_streaming_traffic.value * r.plain_stream;
    T const length = T(double(job.sequence) / parts);
    duration_per_operation<T> const peak = T(1.0) / chip.bf16.peak.value;
    r.core = peak / s.attention_share * (T(1.0) + s.half_length.in(token) / length);
    r.core_back = peak / s.backward_attention_share * (T(1.0) + s.backward_half_length.in(token) / length);
    r.gap = s.kernel_gap;
    return r;
}

/// One direction of a layer's compute.
template <class T>
struct training_compute {
    duration<T> products{}, weights{}, attention{}, streaming{}, bound{};  ///< bound: the part that stretches with a slower clock
    [[nodiscard]] constexpr duration<T> total() const { return products + weights + attention + streaming; }
    constexpr training_compute& operator+=(training_compute const& o) {
        products += o.products, weights += o.weights, attention += o.attention, streaming += o.streaming, bound += o.bound;
        return *this;
    }
    friend constexpr training_compute operator*(T const& k, training_compute const& c) {
        return {k * c.products, k * c.weights, k * c.attention, k * c.streaming, k * c.bound};
    }
};

namespace detail {

template <class T>
constexpr void add_product(duration<T>& time, duration<T>& bound, matmul_plan const& k, matmul_pace<T> const& pace) {
    matmul_split<T> const s = split_matmul(k, pace);
    time += s.time + pace.launch;
    bound += s.compute;
}
template <class T, std::size_t N>
constexpr void add_products(duration<T>& time, duration<T>& bound, std::array<matmul_plan, N> const& ks, int count, matmul_pace<T> const& pace) {
    for (int i = 0; i < count; ++i) add_product(time, bound, ks[static_cast<std::size_t>(i)], pace);
}
/// With operands in bf16, which are larger.
constexpr matmul_plan widened(matmul_plan k, data_size<> more) {
    k.traffic += more;
    return k;
}

/// wide: of a layer that stays in bf16.
template <class T>
constexpr training_compute<T> compute_of(training_kernels const& k, training_rates<T> const& r, duration_per_operation<T> const& core, duration_per_data<T> const& stream,
                                         data_size<T> const& per_score, data_size<T> const& per_cast, bool wide_layer = false) {
    training_compute<T> c;
    if (wide_layer) {
        for (std::size_t i = 0; i < static_cast<std::size_t>(k.narrows); ++i) add_product(c.products, c.bound, widened(k.narrow[i], k.narrow_more[i]), r.wide);
        for (std::size_t i = 0; i < static_cast<std::size_t>(k.weights); ++i) add_product(c.weights, c.bound, widened(k.weight[i], k.weight_more[i]), r.wide);
    } else {
        add_products(c.products, c.bound, k.narrow, k.narrows, r.narrow);
        add_products(c.weights, c.bound, k.weight, k.weights, r.narrow);
    }
    duration<T> wide{};
    add_products(wide, c.bound, k.wide, k.wides, r.wide);
    bool const scores = k.scores > data_size<>{};
    if (scores) {
        c.attention = wide + (k.scores / byte) * per_score * r.plain_stream;
    } else {
        c.products += wide;
        duration<T> const core_time = k.core * core;
        c.attention = core_time;
        c.bound += core_time;
    }
    c.streaming = k.streamed * stream + T(wide_layer ? 0.0 : k.cast) * per_cast * r.plain_stream + T(double(k.kernels)) * r.gap;
    return c;
}

/// What selective recomputation makes again of a layer.
template <class T>
constexpr training_compute<T> selective_again(training_layer const& y, training_compute<T> const& forward, training_rates<T> const& r, bool fused, bool wide) {
    training_compute<T> c;
    if (!fused) {
        c.attention = forward.attention;
        return c;
    }
    auto const& f = y.forward;
    for (std::size_t i = 0; i < f.narrow.size(); ++i) {
        if ((y.expansions >> i & 1u) == 0) continue;
        add_product(c.products, c.bound, widened(f.narrow[i], wide ? f.narrow_more[i] : data_size<>{}), wide ? r.wide : r.narrow);
    }
    c.streaming = y.cheap * r.forward_stream + T(double(y.cheap_kernels)) * r.gap;
    return c;
}

}  // namespace detail

/// A layer's communication, and what of it stays beside compute.
template <class T>
struct training_links {
    duration<T> tensor{}, context{}, expert{}, hidden{};
    duration<T> free{};  ///< compute that hides nothing yet
    friend constexpr training_links operator*(T const& k, training_links const& c) { return {k * c.tensor, k * c.context, k * c.expert, k * c.hidden, k * c.free}; }
    constexpr training_links& operator+=(training_links const& o) {
        tensor += o.tensor, context += o.context, expert += o.expert, hidden += o.hidden, free += o.free;
        return *this;
    }
};

namespace detail {

/// What of c shows beside compute that hides `share` of it as far as it lasts; `beside` is left with the rest of it. Compute
/// hides one thing at a time, so that more of it never shortens a step.
template <class T>
constexpr duration<T> hide(duration<T> const& c, basic_fraction<T> const& share, duration<T>& beside, duration<T>& hidden) {
    duration<T> const shown = math::max(complement(share) * c, c - beside);
    hidden += math::min(share * c, beside);
    beside = math::max(beside - share * c, duration<T>{});
    return shown;
}

}  // namespace detail

/// One direction of a layer.
template <class T>
struct training_pass {
    training_compute<T> compute{};
    training_links<T> links{};
    duration<T> launches{};  ///< of kernels that the device waits for
    constexpr training_pass& operator+=(training_pass const& o) {
        compute += o.compute, links += o.links, launches += o.launches;
        return *this;
    }
    friend constexpr training_pass operator*(T const& k, training_pass const& p) { return {k * p.compute, k * p.links, k * p.launches}; }
    /// Length with the price of what runs beside it; gradients of weights apart.
    [[nodiscard]] constexpr duration<T> without_weights(basic_fraction<T> const& slowdown) const {
        return compute.products + compute.attention + compute.streaming + links.tensor + links.context + links.expert + slowdown * links.hidden + launches;
    }
    [[nodiscard]] constexpr duration<T> total(basic_fraction<T> const& slowdown) const { return without_weights(slowdown) + compute.weights; }
};

namespace detail {

/// What is dispatched: of a layer that stays in bf16, as much as is combined.
constexpr exchange_plan const& dispatch_of(training_layer const& y, bool wide) { return wide ? y.combine : y.dispatch; }

template <class T>
constexpr training_links<T> links_of(training_layer const& y, bool backward, bool wide, training_compute<T> const& c, basic_training<T> const& job, basic_cluster<T> const& on) {
    auto const& st = job.stack;
    auto const& up = on.server.scale_up;
    training_links<T> k;
    duration<T> products = c.products, attention = c.attention;
    if (y.reduces > 0 || y.gathers > 0) {
        duration<T> t = T(double(y.reduces)) * collective_time(up, on.network, y.reduce, launch_kind::host);
        duration<T> const gather = y.gathers + y.regathers > 0 ? collective_time(up, on.network, y.gather, launch_kind::host) : duration<T>{};
        t += T(double(y.gathers)) * gather;
        k.tensor = hide(t, st.tensor_overlap, products, k.hidden);
        // inputs are gathered again while their gradients are computed
        if (backward && y.regathers > 0) k.tensor += hide(T(double(y.regathers)) * gather, basic_fraction<T>{T(1.0)}, products, k.hidden);
    }
    if (y.hops > 0) {
        // one neighbour after the other; the gradients of keys and values go round with them
        bool const near = y.ring_near;
        byte_rate<T> const rate = near ? on.server.accelerator.link_rate.value * up.exchange_share : rate_across(on.network, on.network.collective_share, y.ring_crossing);
        duration<T> const t = T(backward ? 2.0 : 1.0) * (y.ring / rate) + T(double(y.hops)) * (near ? up.ring.alpha : on.network.alpha);
        k.context = hide(t, st.context_overlap, attention, k.hidden);
    }
    k.free = products + attention + c.weights + c.streaming;
    if (y.exchanges) {
        auto const& rate = on.server.accelerator.link_rate;
        duration<T> const t = exchange_time(dispatch_of(y, wide), rate, up, on.network) + exchange_time(y.combine, rate, up, on.network);
        k.expert = hide(t, st.expert_overlap, k.free, k.hidden);
    }
    return k;
}

}  // namespace detail

/// What a layer and the ends of the model cost a device for a micro-batch.
template <class T = double>
struct training_costs {
    training_rates<T> rates{};
    training_pass<T> forward{}, backward{};  ///< of the mean layer
    training_compute<T> selective{};         ///< what selective recomputation of the mean layer makes again
    training_compute<T> embedding{}, head{}, head_backward{};
    work_counts<T> forward_work{}, backward_work{}, head_work{};
    T predictions = T(0.0);                  ///< of further tokens, a layer and logits each
};

template <class T>
constexpr training_costs<T> costs_of(training_layers const& p, basic_training<T> const& job, basic_cluster<T> const& on) {
    auto const& st = job.stack;
    auto const& chip = on.server.accelerator;
    training_costs<T> c;
    c.predictions = T(double(p.predictions));
    auto& r = c.rates = training_rates_of(job, chip, p.parts);
    data_size<T> const none{};
    energy_per_operation<T> const narrow = chip.engine(job.formats.products).energy, wide = chip.bf16.energy;
    auto const work = [&](training_kernels const& k, data_size<T> const& per_score, bool wide_layer) {
        work_counts<T> w;
        w.matrix = k.narrow_useful * (wide_layer ? wide : narrow) + (k.wide_useful - k.core) * wide + k.core * (st.core_energy.value * wide);
        w.hbm = (k.moved + (wide_layer ? k.moved_more : data_size<>{}) + k.streamed) + (k.scores / byte) * per_score + T(wide_layer ? 0.0 : k.cast) * st.cast_traffic;
        return w;
    };
    auto const add = [](work_counts<T>& to, T const& share, work_counts<T> const& w, data_size<> link) {
        to.matrix += share * w.matrix, to.hbm += share * w.hbm, to.link += share * link;
    };
    auto const layer = [&](training_layer const& y, T const& share, bool wide_layer) {
        training_pass<T> f, b;
        f.compute = detail::compute_of(y.forward, r, r.core, r.forward_stream, st.score_traffic, st.cast_traffic, wide_layer);
        b.compute = detail::compute_of(y.backward, r, r.core_back, r.backward_stream, st.backward_score_traffic, st.cast_traffic, wide_layer);
        f.links = detail::links_of(y, false, wide_layer, f.compute, job, on);
        b.links = detail::links_of(y, true, wide_layer, b.compute, job, on);
        double const casts = wide_layer ? y.cast_launches : 0.0;
        f.launches = T(y.forward_launches - casts) * st.host_launch;
        b.launches = T(y.backward_launches - casts) * st.host_launch;
        c.forward += share * f;
        c.backward += share * b;
        c.selective += share * detail::selective_again(y, f.compute, r, job.stack.fused_attention, wide_layer);
        data_size<> const tensor = double(y.reduces) * (y.reduce.up + y.reduce.out), gathered = y.gather.up + y.gather.out;
        auto const& dispatch = detail::dispatch_of(y, wide_layer);
        data_size<> const exchanged = y.exchanges ? dispatch.up + dispatch.out + y.combine.up + y.combine.out : data_size<>{};
        add(c.forward_work, share, work(y.forward, st.score_traffic, wide_layer), tensor + double(y.gathers) * gathered + exchanged + y.ring);
        add(c.backward_work, share, work(y.backward, st.backward_score_traffic, wide_layer), tensor + double(y.gathers + y.regathers) * gathered + exchanged + 2.0 * y.ring);
    };
    T const w = job.formats.wide_layers.value;
    for (int pass = 0; pass < (p.widens ? 2 : 1); ++pass) {
        T const share = !p.widens ? T(1.0) : pass == 0 ? T(1.0) - w : w;
        if (p.mixture_share < 1.0) layer(p.dense, T(1.0 - p.mixture_share) * share, pass == 1);
        if (p.mixture_share > 0.0) layer(p.mixture, T(p.mixture_share) * share, pass == 1);
    }
    c.head = detail::compute_of(p.head, r, r.core, r.forward_stream, none, none);
    c.head_backward = detail::compute_of(p.head_backward, r, r.core_back, r.backward_stream, none, none);
    c.embedding = detail::compute_of(p.embedding, r, r.core, r.forward_stream, none, none);
    add(c.head_work, T(1.0), work(p.head, none, false), data_size<>{});
    add(c.head_work, T(1.0), work(p.head_backward, none, false), data_size<>{});
    return c;
}

/// Evaluates a planned step at a coolant temperature.
template <class T>
constexpr training_performance<T> perform(training_outline const& p, training_costs<T> const& costs, basic_training<T> const& job, basic_cluster<T> const& on,
                                          temperature<T> const& coolant) {
    auto const& st = job.stack;
    auto const& chip = on.server.accelerator;
    auto const& l = p.layout;
    training_rates<T> const& r = costs.rates;
    basic_fraction<T> const slow = st.overlap_slowdown;
    auto const& forward = costs.forward;
    auto const& backward = costs.backward;
    auto const& head = costs.head;
    auto const& head_back = costs.head_backward;
    auto const& embedding = costs.embedding;

    // recomputation, of a layer
    T const again = T(l.recompute_share);
    training_pass<T> repeated{};
    if (l.recompute == recompute_kind::full) repeated = again * forward;
    if (l.recompute == recompute_kind::selective) repeated.compute = again * costs.selective;
    duration<T> const ft = forward.total(slow), bt = backward.total(slow), rt = repeated.total(slow);
    duration<T> const layer = ft + bt + rt, weights = backward.compute.weights;

    // stages
    duration<T> const ends_first = T(2.0) * embedding.total(), ends_last = (T(1.0) + costs.predictions) * (head.total() + head_back.total()) + costs.predictions * layer;
    T const m = T(double(p.micro_batches)), v = T(double(l.interleave)), inner = T(p.held.inner);
    // DualPipe: the exchange of a forward pass lies beside the compute of a backward pass, and the other way round
    duration<T> const exchanged = forward.links.expert + backward.links.expert;
    duration<T> const paired = l.schedule == pipeline_schedule::dual_pipe ? inner * ((T(1.0) - slow.value) * st.paired_overlap.value) * exchanged : duration<T>{};
    stage_times<T> const stage{.forward = inner * ft, .backward = inner * (backward.without_weights(slow) + rt), .weight = inner * weights,
                               .first = T(p.held.first - p.held.inner) * layer + ends_first, .last = T(p.held.last - p.held.inner) * layer + ends_last, .hidden = paired};
    pipeline_time<T> const running = time_of(p.pipeline, stage);
    duration<T> const saved = p.pipeline.overlapped * paired;
    // of the device whose parts are shown: the one with most layers, which also waits for a slower end
    T const layers = T(p.held.most);
    duration<T> const bubble = l.pipeline > 1 ? math::max(running.total + saved - m * (layers * layer), duration<T>{}) : duration<T>{};

    // between stages: two sends each way a micro-batch and chunk
    duration<T> const send = l.pipeline > 1 ? send_time(on.server.scale_up, on.network, p.send, launch_kind::host) : duration<T>{};
    duration<T> const sends = T(2.0) * m * v * send + T(2.0 * (l.pipeline - 1)) * send;

    // gradients and parameters among data ranks
    auto const& up = on.server.scale_up;
    T const held = layers;
    T const w = job.formats.wide_layers.value;
    duration<T> reduce{}, gather{}, across{};
    for (data_exchange const* x : {&p.shared, &p.experts}) {
        reduce += collective_time(up, on.network, x->reduce, launch_kind::host);
        duration<T> const narrow = collective_time(up, on.network, x->gather, launch_kind::host);
        gather += p.widens ? math::mix(w, collective_time(up, on.network, x->wide_gather, launch_kind::host), narrow) : narrow;
        if (x->across.ranks > 1) across += collective_time(up, on.network, x->across, launch_kind::host);
    }
    duration<T> hidden{}, data_shown{}, free_forward = forward.links.free, free_backward = backward.links.free + rt, free{};
    if (l.zero == 3) {
        // every layer, every micro-batch: gathered forward and backward, reduced backward; each beside its neighbour's compute
        duration<T> once{};
        duration<T> const f = detail::hide(gather, st.data_overlap, free_forward, once), b = detail::hide(gather + reduce, st.data_overlap, free_backward, once);
        // over groups beside the last micro-batch's
        duration<T> last = free_backward, beside{};
        duration<T> const a = detail::hide(across, st.data_overlap, last, beside);
        data_shown = m * held * (f + b) + gather + held * a;
        hidden = m * held * once + held * beside;
        free = held * (m * free_forward + (m - T(1.0)) * free_backward + last);
    } else {  // gradients beside a micro-batch's backward pass, the last one's too; parameters beside the next step's first
        T const times = T(p.reductions), rest = T(p.micro_batches - p.reductions);
        duration<T> once{}, back = held * free_backward, first = held * free_forward;
        duration<T> const reduced = detail::hide(reduce, st.data_overlap, back, once);
        duration<T> last = back;
        hidden = times * once;
        data_shown = times * reduced + detail::hide(across, st.data_overlap, last, hidden) + detail::hide(gather, st.data_overlap, first, hidden);
        free = held * ((m - T(1.0)) * free_forward + rest * free_backward) + T(p.reductions - 1.0) * back + last + first;
    }
    duration<T> const sends_shown = detail::hide(sends, st.pipeline_overlap, free, hidden);

    // optimiser
    double const updated = p.memory.updated;
    duration<T> optimizer = updated * st.optimizer_traffic * r.plain_stream;
    duration<T> offload{};
    if (l.offload.optimizer) {  // gradients out, parameters in, over the host's link; states stay there
        optimizer = updated * (size_of(job.formats.gradients) + size_of(precision::bf16)) / job.host_link;
    }
    duration<T> offload_hidden{};
    if (l.offload.activations) offload += detail::hide(T(2.0) * m * held * ((p.memory.layer_kept + w * p.memory.wide_layer_kept) / job.host_link), basic_fraction<T>{T(1.0)}, free, offload_hidden);
    if (l.offload.weights) {
        // the layers' weights as they are kept, forward and backward; of a shard of them its own part
        data_size<> const kept = size_of(job.formats.weights), more = p.widens ? math::max(size_of(precision::bf16) - kept, data_size<>{}) : data_size<>{};
        duration<T> const t = p.memory.layer_weights * (kept + w * more) / job.host_link;
        offload += detail::hide(T(2.0) * m * t, basic_fraction<T>{T(1.0)}, free, offload_hidden);
    }

    // the slowest stage's parts
    T const per_device = m * layers;
    training_performance<T> out;
    auto& s = out.split;
    auto const body = forward.compute, back = backward.compute;
    s.products = per_device * (body.products + back.products + back.weights);
    s.attention = per_device * (body.attention + back.attention);
    s.streaming = per_device * (body.streaming + back.streaming) + slow * hidden + per_device * slow * (forward.links.hidden + backward.links.hidden);
    s.recompute = per_device * rt;
    s.tensor = per_device * (forward.links.tensor + backward.links.tensor);
    s.context = per_device * (forward.links.context + backward.links.context);
    s.expert = math::max(per_device * exchanged - saved, duration<T>{});
    if (l.pipeline == 1) {
        T const logits = m * (T(1.0) + costs.predictions);
        s.products += logits * (head.products + head_back.products + head_back.weights) + m * costs.predictions * layer;
        s.streaming += logits * (head.streaming + head_back.streaming) + m * (T(2.0) * embedding.streaming);
    }
    s.pipeline = sends_shown;
    s.data = data_shown;
    s.bubble = bubble;
    s.host = per_device * (forward.launches + backward.launches) + st.host_step;
    s.offload = offload;
    s.optimizer = optimizer;
    // the sum of the parts, with the pipeline's time as one term: tight over intervals
    duration<T> const smooth = running.total + slow * hidden + s.pipeline + s.data + s.offload + s.optimizer + st.host_step;
    // the slowest of N ranks: the straggler share is that of 1,024, and the maximum of N deviates grows with sqrt(ln N)
    double const ranks = l.accelerators();
    T const late = st.straggler.value * T(math::sqrt(math::log(math::max(ranks, 1.0)) / math::log(1024.0)));
    s.stragglers = late * smooth;
    duration<T> const unthrottled = (T(1.0) + late) * smooth;

    // power, from the counts of the mean device
    double const devices_layers = double(p.layers) / l.pipeline, mean_share = devices_layers / p.held.most;
    T const runs = m * T(devices_layers);
    work_counts<T> work;
    T const ends = m / T(double(l.pipeline)), backwards = runs + ends * costs.predictions;
    T const forwards = backwards * (l.recompute == recompute_kind::full ? T(1.0) + again : T(1.0));
    work.matrix = forwards * costs.forward_work.matrix + backwards * costs.backward_work.matrix + ends * (T(1.0) + costs.predictions) * costs.head_work.matrix;
    work.hbm = forwards * costs.forward_work.hbm + backwards * costs.backward_work.hbm + ends * (T(1.0) + costs.predictions) * costs.head_work.hbm + mean_share * updated * st.optimizer_traffic;
    work.link = forwards * costs.forward_work.link + backwards * costs.backward_work.link;
    for (data_exchange const* x : {&p.shared, &p.experts}) {
        T const layer_times = l.zero == 3 ? held : T(1.0), reductions = T(p.reductions), gathers = l.zero == 3 ? T(2.0) * m : T(1.0);
        auto const wire = [](collective_plan const& c) { return c.up + c.out; };
        data_size<T> gathered = wire(x->gather) * T(1.0);
        if (p.widens) gathered = math::mix(w, wire(x->wide_gather) * T(1.0), gathered);
        work.link += T(mean_share) * layer_times * (reductions * wire(x->reduce) + gathers * gathered + T(1.0) * wire(x->across));
    }
    duration<T> const bound = runs * (forward.compute.bound + backward.compute.bound + repeated.compute.bound) + ends * (head.bound + head_back.bound);
    basic_fraction<T> const stretches{math::min(bound / unthrottled, T(1.0))};
    power_state<T> const at = step_power(chip, work, unthrottled, stretches, coolant);
    s.throttle = math::max(at.time - unthrottled, duration<T>{});
    out.step = at.time;
    out.draw = at.draw;
    out.fixed = at.fixed;
    out.dynamic = at.dynamic;
    out.clock = at.clock;
    // of whole servers
    per_accelerator<energy<T>> const each{at.fixed * at.time + at.dynamic};
    out.server_energy = (T(double(p.servers)) * server_energy(on.server, each, at.time, basic_fraction<T>{T(0.0)})).value;

    T const n = T(double(l.accelerators()));
    out.memory = memory_of(p.memory, job, chip);
    out.tokens = p.tokens * token / at.time;
    out.tokens_per_accelerator.value = out.tokens / n;
    out.model_operations = p.model_operations / token * T(1.0);
    out.model_rate = out.model_operations * out.tokens_per_accelerator.value;
    flop_rate<T> const peak = chip.engine(job.formats.products).peak.value;
    out.mfu = basic_fraction<T>{out.model_rate / peak};
    out.hfu = basic_fraction<T>{((p.model_operations + p.recomputed + p.core_extra) / token) * out.tokens_per_accelerator.value / peak};
    return out;
}

template <class T>
constexpr training_performance<T> perform(training_plan const& p, basic_training<T> const& job, basic_cluster<T> const& on, temperature<T> const& coolant) {
    return perform(p.outline, costs_of(p.layers, job, on), job, on, coolant);
}

}  // namespace tallywatt
