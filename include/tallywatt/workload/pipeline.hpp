#pragma once
// Pipeline schedules: how long a device idles while the pipeline fills and drains, and how many micro-batches it holds.
// T = F + B + W of one micro-batch on an interior device (forward; backward for inputs, for weights), e0 and e1 what the
// first and the last device do beyond that (embedding, logits, a layer less: negative), v stages a device, m micro-batches.
//
//   step = m (T + e) + bubble,  e the largest of e0, e1 and 0:  the slowest device is always busy but for the bubble
//   bubble, 1F1B   (p - 1) T/v + the lesser extras [+ (p - 1) min(e0, e1) if v > 1] [+ (v - 1)(p - m mod p) T/v if m mod p > 0 and v > 1]
//           ZB-H1  (p - 1)(F + B) - (min(m, p) - 1) W + the lesser extras
//           DualPipe  (p/2 - 1)(FB + B' - 3 W),  FB a forward overlapped with a backward, B' = B + W
//
// Where layers do not divide by the stages, the last stages hold one less; 1F1B and ZB-H1 count each interior device by what
// it holds: (p - 1) less `absent`, what these lack together of the fullest one's T.
//
// So with unequal devices the bubble is the sum of the other devices' times, not (p - 1) times the slowest's: a micro-batch
// passes each device once on its way in and once on its way out. Derivation: a device alternates F and B in order, so the
// step is the longest path through "F after the previous stage's F, B after the next stage's B, each device in its order".
// Every cycle of that graph over stages i to k takes their sum of T and advances k - i + 1 micro-batches: the pace is the
// slowest device's T. The path in and out adds every other device once. The form is exact where the last device is the
// slowest, or all are equal; otherwise it is not below the schedule, and above it by less than one micro-batch (two where
// the first device is the slowest), if a device's forward and backward are longer or shorter alike. A ragged last group
// (m mod p > 0) is exact for m < p, else too long by at most (v - 1)(p - m mod p) F/v.
//
// Reference: Narayanan et al., SC 2021 (interleaving); Qi et al., Zero bubble pipeline parallelism, ICLR 2024 (ZB-H1, "ZB1P"
// in DeepSeek's table); torchtitan (distributed/pipeline_parallel.py: layers over go to the first stages); DeepSeek-V3 technical report, 2024, table 2, and the DualPipe repository (published bubble, exact for
// F = B = W, else above its schedule's); Isaev et al., calculon, SC 2023 (ragged groups).
//
//   pipeline_plan const p = plan_pipeline({.stages = 8, .interleave = 3, .micro_batches = 64});
//   pipeline_time<> const t = time_of(p, stage_times<>{.forward = 10.0 * millisecond, .backward = 10.0 * millisecond,
//                                                      .weight = 10.0 * millisecond, .last = 2.0 * millisecond});

#include <tallywatt/workload/training_layout.hpp>

namespace tallywatt {

struct pipeline_shape {
    static constexpr char const* kind = "pipeline";
    int stages = 1;        ///< devices, p
    int interleave = 1;    ///< stages of a device, v
    int micro_batches = 1; ///< of a step, m
    pipeline_schedule schedule = pipeline_schedule::one_forward_one_backward;
    double absent = 0.0;   ///< time that interior devices need less, all together, over the fullest one's

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr bounds count = between(1, 1 << 20);
        visit(field{"stages", count}, self.stages...);
        visit(field{"interleave", between(1, 1000)}, self.interleave...);
        visit(field{"micro_batches", between(1, 1 << 28)}, self.micro_batches...);
        visit(field{"schedule"}, self.schedule...);
        visit(field{"absent", non_negative}, self.absent...);
    }
};

/// The pipeline of a layout for a step of so many sequences; what a data rank's share leaves over counts as a micro-batch.
constexpr pipeline_shape pipeline_of(training_layout const& l, int batch) {
    int const per_rank = l.data * l.micro_batch;
    return {l.pipeline, l.interleave, (batch + per_rank - 1) / per_rank, l.schedule};
}

/// Layers of every stage but those that hold less: with lean ends the first and the last stage have one less, and where the
/// layers do not divide by the stages, so have the last `short_stages` ones.
struct stage_layers {
    int each = 0, lean = 0, short_stages = 0;
    int short_rounds = 0, short_devices = 0; ///< of the short ones: whole rounds, and devices with one more
    /// Before a stage, counted from 0; before(stages) is all of them.
    [[nodiscard]] constexpr int before(int stage, int stages) const {
        int const missing = stage + short_stages - stages;
        return each * stage - (stage > 0 ? lean : 0) - (stage == stages ? lean : 0) - (missing > 0 ? missing : 0);
    }
    /// On a device, in all of its stages.
    [[nodiscard]] constexpr int on(int device, training_layout const& l) const {
        int const ends = (device == 0 ? lean : 0) + (device == l.pipeline - 1 ? lean : 0);
        return each * l.interleave - ends - short_rounds - (device >= l.pipeline - short_devices ? 1 : 0);
    }
};
constexpr stage_layers stages_of(training_layout const& l, int layers) {
    int const stages = l.stages(), lean = l.lean_ends && l.pipeline > 1 ? 1 : 0, places = layers + 2 * lean;
    int const each = (places + stages - 1) / stages;
    int const missing = each * stages - places;
    return {each, lean, missing, missing / l.pipeline, missing % l.pipeline};
}

/// Layers on the devices of a pipeline: the first, the last, and each between them (on the fullest of those). A device of
/// DualPipe has two stages, each for half of the micro-batches: of `inner` and `most` their mean.
struct device_layers {
    int first = 0, last = 0;
    double inner = 0.0;
    double most = 0.0;   ///< on any device
    double absent = 0.0; ///< what the devices between lack of `inner` each, all together
};
constexpr device_layers layers_of(training_layout const& l, int layers) {
    int const p = l.pipeline;
    if (p == 1)
        return {layers, layers, double(layers), double(layers)};
    stage_layers const s = stages_of(l, layers);
    device_layers d{.first = s.on(0, l), .last = s.on(p - 1, l)};
    d.inner = s.each * l.interleave; // two devices have none between them
    if (l.schedule == pipeline_schedule::dual_pipe) {
        if (p > 2)
            d.inner = 0.5 * math::max(double(s.on(1, l) + s.on(p - 2, l)), double(s.on(p / 2 - 1, l) + s.on(p / 2, l)));
        d.most = 0.5 * (d.first + d.last);
    } else {
        if (p > 2)
            d.inner = s.on(1, l);
        d.most = math::max(double(d.first), double(d.last));
    }
    if (p > 2) {
        d.most = math::max(d.most, d.inner);
        d.absent = (p - 2.0) * d.inner - (layers - d.first - d.last);
    }
    return d;
}

/// Why a schedule cannot run as it stands.
enum class pipeline_fault : unsigned char {
    none,
    no_micro_batch,  ///< a count below one
    single_stage,    ///< interleaved, but there is no pipeline
    not_interleaved, ///< zero bubble and DualPipe have one stage a device here
    ragged_groups, ///< interleaved, m not a multiple of p: Megatron-LM refuses; time_of counts the last group as padded
    odd_stages,    ///< DualPipe pairs the devices
    odd_micro_batches, ///< DualPipe feeds them from both ends
    few_micro_batches  ///< DualPipe needs 2 p of them, ZB-H1 p
};

constexpr char const* name_of(pipeline_fault f) {
    switch (f) {
    case pipeline_fault::none:
        return "none";
    case pipeline_fault::no_micro_batch:
        return "a count is below one";
    case pipeline_fault::single_stage:
        return "interleaved stages on a single device";
    case pipeline_fault::not_interleaved:
        return "this schedule does not interleave";
    case pipeline_fault::ragged_groups:
        return "micro-batches are no multiple of the pipeline's devices";
    case pipeline_fault::odd_stages:
        return "an odd number of devices cannot be paired";
    case pipeline_fault::odd_micro_batches:
        return "an odd number of micro-batches cannot be fed from both ends";
    default:
        return "too few micro-batches to fill the pipeline";
    }
}

/// What keeps a schedule from running; a planner that pads may take ragged_groups, whose cost time_of knows.
/// Source: Megatron-LM and DualPipe, checks at the head of their schedules.
constexpr pipeline_fault fault_of(pipeline_shape const& s) {
    if (s.stages < 1 || s.interleave < 1 || s.micro_batches < 1)
        return pipeline_fault::no_micro_batch;
    if (s.interleave > 1 && s.stages == 1)
        return pipeline_fault::single_stage;
    if (s.schedule == pipeline_schedule::one_forward_one_backward)
        return s.interleave > 1 && s.micro_batches % s.stages != 0 ? pipeline_fault::ragged_groups
                                                                   : pipeline_fault::none;
    if (s.interleave > 1)
        return pipeline_fault::not_interleaved;
    if (s.schedule == pipeline_schedule::zero_bubble)
        return s.micro_batches < s.stages ? pipeline_fault::few_micro_batches : pipeline_fault::none;
    if (s.stages % 2 != 0)
        return pipeline_fault::odd_stages;
    if (s.micro_batches % 2 != 0)
        return pipeline_fault::odd_micro_batches;
    return s.micro_batches < 2 * s.stages ? pipeline_fault::few_micro_batches : pipeline_fault::none;
}

/// Micro-batches whose activations a device (counted from 0) holds at once, in units of all of its layers' activations.
///
///   1F1B         min(m, p - i);  interleaved  min(m, p + (p - 1 - 2 i)/v): on the first device min(m, p)(1 + (p - 1)/(v p)), where m > p
///   zero bubble  min(m, p) on each device: what 1F1B frees, delayed weight gradients hold
///   DualPipe     p + 1 on each device, both directions together
constexpr double live_micro_batches(pipeline_shape const& s, int device = 0) {
    double const m = s.micro_batches, p = s.stages, v = s.interleave;
    switch (s.schedule) {
    case pipeline_schedule::zero_bubble:
        return math::min(m, p);
    case pipeline_schedule::dual_pipe:
        return math::min(m, p + 1.0);
    default:
        return math::min(m, s.interleave > 1 ? p + (p - 1.0 - 2.0 * device) / v : p - device);
    }
}

/// Copies of the parameters on each device.
constexpr int parameter_copies(pipeline_schedule s) { return s == pipeline_schedule::dual_pipe ? 2 : 1; }

/// A pipeline with everything discrete settled.
struct pipeline_plan {
    pipeline_schedule schedule = pipeline_schedule::one_forward_one_backward;
    int stages = 1;
    bool interleaved = false;
    double micro_batches = 1.0;
    double ramp = 0.0;       ///< times T that the bubble lasts: (p - 1)/v, with a ragged last group or ragged stages; 1F1B, zero bubble
    double edges = 0.0;      ///< p - 1
    double deferred = 0.0;   ///< weight gradients that fill the bubble, min(m, p) - 1; zero bubble
    double half = 0.0;       ///< p/2 - 1; DualPipe
    double overlapped = 0.0; ///< overlapped pairs on the longest path beside the bubble's, m - p - 1; DualPipe
};

constexpr pipeline_plan plan_pipeline(pipeline_shape const& s) {
    pipeline_plan p;
    double const n = s.stages, v = s.interleave;
    int const rest = s.micro_batches % s.stages;
    p.schedule = s.schedule;
    p.stages = s.stages;
    p.interleaved = s.interleave > 1;
    p.micro_batches = s.micro_batches;
    p.edges = n - 1.0;
    p.ramp = (p.edges + (p.interleaved && rest > 0 ? (v - 1.0) * (s.stages - rest) : 0.0)) / v;
    if (!p.interleaved) // of several stages the first ones, which are whole, make the ramp
        p.ramp -= s.absent;
    p.deferred = math::min(double(s.micro_batches), n) - 1.0;
    p.half = math::max(n / 2.0 - 1.0, 0.0);
    p.overlapped = math::max(s.micro_batches - n - 1.0, 0.0);
    return p;
}

/// One micro-batch on one device, all of its stages together, transfers between devices included as far as they stop it.
template <class T = double>
struct stage_times {
    static constexpr char const* kind = "stage";
    duration<T> forward{};
    duration<T> backward{};      ///< gradients of inputs, with what is computed again
    duration<T> weight{};        ///< gradients of weights
    duration<T> first{}, last{}; ///< what the first and the last device do more, forward and backward (less: negative)
    duration<T> hidden{};        ///< saved where a forward and a backward overlap; DualPipe only

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"forward", non_negative}, self.forward...);
        visit(field{"backward", non_negative}, self.backward...);
        visit(field{"weight", non_negative}, self.weight...);
        visit(field{"first"}, self.first...);
        visit(field{"last"}, self.last...);
        visit(field{"hidden", non_negative}, self.hidden...);
    }
};

/// A step's compute and transfers, before its gradients are reduced, and how much of it the slowest device idles.
template <class T = double>
struct pipeline_time {
    static constexpr char const* kind = "pipeline_time";
    duration<T> total{}, bubble{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"total", non_negative}, self.total...);
        visit(field{"bubble", non_negative}, self.bubble...);
    }
};

/// Time of a step under a plan.
template <class T>
constexpr pipeline_time<T> time_of(pipeline_plan const& p, stage_times<T> const& t) {
    duration<T> const none{}, both = t.first + t.last;
    duration<T> const least = math::min(t.first, t.last);
    duration<T> const whole = t.forward + t.backward + t.weight;
    // weight gradients fill the bubble as far as they are no longer than what they stand in for
    duration<T> const filling = math::min(t.weight, math::min(t.forward, t.backward));
    if (p.stages == 1)
        return {p.micro_batches * (whole + both), none};
    if (p.schedule == pipeline_schedule::dual_pipe) { // the ends are both on the first device, and both on the last
        duration<T> const ends = T(0.5) * both, extra = p.stages > 2 ? math::max(ends, none) : ends;
        duration<T> const bubble =
            math::max(p.half * (t.forward + 2.0 * (t.backward + t.weight) - 3.0 * filling - t.hidden), none);
        return {p.micro_batches * (whole + extra) - p.overlapped * t.hidden + bubble, bubble};
    }
    // the largest extra is the slowest device's; the others add theirs once
    duration<T> const most = math::max(t.first, t.last);
    duration<T> const slowest = p.stages > 2 ? math::max(most, none) : most;
    duration<T> const others = p.stages > 2 ? math::min(both, least) : least;
    duration<T> ramp = p.ramp * whole;
    // the first group of micro-batches reaches the last device at the first one's pace, and leaves it likewise
    if (p.interleaved)
        ramp += p.edges * math::max(least, none);
    if (p.schedule == pipeline_schedule::zero_bubble)
        ramp = p.ramp * (t.forward + t.backward) - p.deferred * filling;
    duration<T> const bubble = math::max(ramp + others, none);
    return {p.micro_batches * (whole + slowest) + bubble, bubble};
}

} // namespace tallywatt
