// Pipeline schedules, against a simulator that runs them operation by operation.
#include <tallywatt/workload/pipeline.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "approx.hpp"

using namespace tallywatt;

namespace {

// A schedule by hand: what each device does, in order. A pair is a forward and a backward run as one.
enum class kind_of_work : unsigned char { forward, backward, weight };
struct work {
    kind_of_work kind;
    int stage, micro_batch;
    int direction = 0;      // DualPipe's micro-batches enter at either end
    bool with_next = false; // starts and ends with the next operation of this device
};
struct schedule {
    int devices, stages, micro_batches;
    std::vector<std::vector<work>> order;
};
struct outcome {
    int total = 0;
    std::vector<int> busy, live; // per device: time at work, most micro-batches (of one stage) held at once
    bool complete = false;
};

// Starts each operation as soon as its device is free and what it needs is there. A micro-batch is held from its forward
// to its last operation here, the weight gradient where there is one.
template <class Duration>
outcome run(schedule const& s, Duration const& duration, int saved_by_pair = 0) {
    auto const index = [&](kind_of_work k, int direction, int stage, int j) {
        return static_cast<std::size_t>(
            ((static_cast<int>(k) * 2 + direction) * s.stages + stage) * s.micro_batches + j
        );
    };
    std::vector<int> end(static_cast<std::size_t>(6 * s.stages * s.micro_batches), -1);
    auto const ready = [&](work const& w) { // -1: not yet
        auto const at = [&](kind_of_work k, int stage) { return end[index(k, w.direction, stage, w.micro_batch)]; };
        switch (w.kind) {
        case kind_of_work::forward:
            return w.stage == 0 ? 0 : at(kind_of_work::forward, w.stage - 1);
        case kind_of_work::backward: {
            int const own = at(kind_of_work::forward, w.stage);
            if (w.stage == s.stages - 1 || own < 0)
                return own;
            int const next = at(kind_of_work::backward, w.stage + 1);
            return next < 0 ? -1 : std::max(own, next);
        }
        default:
            return at(kind_of_work::backward, w.stage);
        }
    };
    outcome o;
    auto const n = static_cast<std::size_t>(s.devices);
    std::vector<std::size_t> next(n, 0);
    std::vector<int> free(n, 0);
    o.busy.assign(n, 0);
    for (bool moved = true; moved;) {
        moved = false;
        for (std::size_t d = 0; d < n; ++d)
            while (next[d] < s.order[d].size()) {
                std::size_t last = next[d];
                while (s.order[d][last].with_next)
                    ++last;
                int start = free[d], length = last > next[d] ? -saved_by_pair : 0;
                bool all = true;
                for (std::size_t i = next[d]; i <= last; ++i) {
                    int const r = s.order[d][i].kind == kind_of_work::weight && i > next[d] ? 0 : ready(s.order[d][i]);
                    all = all && r >= 0;
                    start = std::max(start, r);
                    length += duration(s.order[d][i]);
                }
                if (!all)
                    break;
                for (std::size_t i = next[d]; i <= last; ++i) {
                    auto const& w = s.order[d][i];
                    end[index(w.kind, w.direction, w.stage, w.micro_batch)] = start + length;
                }
                free[d] = start + length;
                o.busy[d] += length;
                next[d] = last + 1;
                moved = true;
            }
    }
    o.total = *std::max_element(free.begin(), free.end());
    o.complete = true;
    bool const split =
        std::any_of(s.order[0].begin(), s.order[0].end(), [](work const& w) { return w.kind == kind_of_work::weight; });
    for (std::size_t d = 0; d < n; ++d) {
        o.complete = o.complete && next[d] == s.order[d].size();
        int held = 0, most = 0;
        for (auto const& w : s.order[d]) {
            if (w.kind == kind_of_work::forward)
                most = std::max(most, ++held);
            if (w.kind == (split ? kind_of_work::weight : kind_of_work::backward))
                --held;
        }
        o.live.push_back(most);
    }
    return o;
}

// 1F1B, interleaved (Narayanan et al. 2021): micro-batches go in groups of p through the stages of a device; warm-up is
// p - 1 - i forwards, or 2 (p - 1 - i) + (v - 1) p; then forwards and backwards in turn. A ragged last group is filled up.
schedule one_forward_one_backward(int p, int v, int m) {
    int const padded = v > 1 ? (m + p - 1) / p * p : m;
    schedule s{p, p * v, padded, {}};
    std::vector<work> forwards, backwards;
    int const group = v > 1 ? p : 1;
    for (int first = 0; first < padded; first += group)
        for (int chunk = 0; chunk < v; ++chunk)
            for (int j = first; j < first + group; ++j) {
                forwards.push_back({kind_of_work::forward, chunk * p, j});
                backwards.push_back({kind_of_work::backward, (v - 1 - chunk) * p, j});
            }
    int const all = v * padded;
    for (int i = 0; i < p; ++i) {
        int const warm_up = std::min(v > 1 ? 2 * (p - 1 - i) + (v - 1) * p : p - 1 - i, all);
        std::vector<work> order;
        auto const add = [&](std::vector<work> const& from, int n) {
            order.push_back(from[static_cast<std::size_t>(n)]);
            order.back().stage += i;
        };
        for (int n = 0; n < warm_up; ++n)
            add(forwards, n);
        for (int n = 0; n < all; ++n) {
            if (warm_up + n < all)
                add(forwards, warm_up + n);
            add(backwards, n);
        }
        s.order.push_back(order);
    }
    return s;
}

// ZB-H1 (Qi et al. 2024): 1F1B, the weight gradient of a micro-batch on device i once i more backwards are done; what is
// left fills the cool-down.
schedule zero_bubble(int p, int m) {
    schedule s{p, p, m, {}};
    for (int i = 0; i < p; ++i) {
        std::vector<work> order;
        int const warm_up = std::min(p - 1 - i, m);
        int weights = 0;
        auto const weight = [&] { order.push_back({kind_of_work::weight, i, weights++}); };
        for (int n = 0; n < warm_up; ++n)
            order.push_back({kind_of_work::forward, i, n});
        for (int n = 0; n < m; ++n) {
            bool const steady = warm_up + n < m;
            if (steady)
                order.push_back({kind_of_work::forward, i, warm_up + n});
            order.push_back({kind_of_work::backward, i, n});
            if (steady ? n + 1 - weights > i : weights <= n)
                weight();
        }
        while (weights < m)
            weight();
        s.order.push_back(order);
    }
    return s;
}

// DualPipe (DeepSeek-V3 technical report, figure 5): m/2 micro-batches from either end; device i holds stage i of one
// direction and stage p - 1 - i of the other. "Near" enters at the end closer to the device.
schedule dual_pipe(int p, int m) {
    schedule s{p, p, m / 2, {}};
    for (int device = 0; device < p; ++device) {
        int const half = p / 2, r = std::min(device, p - 1 - device), near = device < half ? 0 : 1;
        std::vector<work> order, late;
        int forwards[2] = {0, 0}, backwards[2] = {0, 0};
        auto const stage = [&](int direction) { return direction == 0 ? device : p - 1 - device; };
        auto const forward = [&](int d) { order.push_back({kind_of_work::forward, stage(d), forwards[d]++, d}); };
        auto const backward = [&](int d, bool whole) {
            work const b{kind_of_work::backward, stage(d), backwards[d]++, d};
            work const w{kind_of_work::weight, b.stage, b.micro_batch, d};
            order.push_back(b);
            if (whole)
                order.push_back(w);
            else
                late.push_back(w);
        };
        auto const weight = [&] {
            order.push_back(late.front());
            late.erase(late.begin());
        };
        auto const pair = [&](int f, int b) {
            forward(f);
            order.back().with_next = true;
            backward(b, true);
            order[order.size() - 2].with_next = true; // the backward with its weight gradient
        };
        int const far = 1 - near;
        for (int n = 0; n < 2 * (half - r - 1); ++n)
            forward(near);
        for (int n = 0; n < r + 1; ++n)
            forward(near), forward(far);
        for (int n = 0; n < half - r - 1; ++n)
            backward(far, false), weight(), forward(far);
        for (int n = 0; n < m / 2 - p + r + 1; ++n) {
            if (n == 0 && r == half - 1)
                forward(near), backward(far, true);
            else
                pair(near, far);
            pair(far, near);
        }
        for (int n = 0; n < half - r - 1; ++n)
            backward(far, true), pair(far, near);
        for (int n = 0; n < r + 1; ++n) { // of these 2 (r + 1) backwards, weights of the second half wait
            backward(far, 2 * n < r + 1);
            backward(near, 2 * n + 1 < r + 1);
        }
        for (int n = 0; n < half - r - 1; ++n)
            weight(), backward(near, false);
        while (!late.empty())
            weight();
        s.order.push_back(order);
    }
    return s;
}

stage_times<> in_seconds(int forward, int backward, int weight, int first = 0, int last = 0) {
    return {
        .forward = double(forward) * second,
        .backward = double(backward) * second,
        .weight = double(weight) * second,
        .first = double(first) * second,
        .last = double(last) * second};
}

// forward and backward times of a stage: interior, and more on the first and the last
struct durations {
    int forward, backward, weight = 0, first_forward = 0, first_backward = 0, last_forward = 0, last_backward = 0;
    int stages = 0, micro_batches = 1 << 30;
    int operator()(work const& w) const {
        if (w.micro_batch >= micro_batches)
            return 0; // filled up
        int const first = w.stage == 0, last = w.stage == stages - 1;
        switch (w.kind) {
        case kind_of_work::forward:
            return forward + first * first_forward + last * last_forward;
        case kind_of_work::backward:
            return backward + first * first_backward + last * last_backward;
        default:
            return weight;
        }
    }
};

pipeline_time<> planned(pipeline_shape const& s, stage_times<> const& t) { return time_of(plan_pipeline(s), t); }

std::string in_words(int p, int v, int m) {
    return "p " + std::to_string(p) + ", v " + std::to_string(v) + ", m " + std::to_string(m);
}

} // namespace

TEST_CASE("1F1B, interleaved or not, takes what its schedule takes and holds what it holds") {
    for (int p = 1; p <= 6; ++p)
        for (int v = 1; v <= 3; ++v)
            for (int m = 1; m <= 16; ++m) {
                pipeline_shape const shape{p, v, m};
                if (fault_of(shape) != pipeline_fault::none)
                    continue;
                INFO(in_words(p, v, m));
                outcome const o = run(one_forward_one_backward(p, v, m), durations{3, 5});
                REQUIRE(o.complete);
                auto const t = planned(shape, in_seconds(3 * v, 5 * v, 0));
                CHECK(t.total.in(second) == near(o.total, 1e-14));
                CHECK(t.bubble.in(second) == near(o.total - o.busy[0], 1e-14));
                for (int i = 0; i < p; ++i)
                    CHECK(live_micro_batches(shape, i) * v == near(o.live[static_cast<std::size_t>(i)], 1e-14));
            }
}

TEST_CASE("a ragged last group is never taken as shorter than its padded schedule") {
    int exact = 0;
    for (int p = 2; p <= 6; ++p)
        for (int v = 2; v <= 3; ++v)
            for (int m = 1; m <= 16; ++m) {
                if (m % p == 0)
                    continue;
                INFO(in_words(p, v, m));
                pipeline_shape const shape{p, v, m};
                CHECK(fault_of(shape) == pipeline_fault::ragged_groups);
                outcome const o =
                    run(one_forward_one_backward(p, v, m), durations{.forward = 3, .backward = 5, .micro_batches = m});
                REQUIRE(o.complete);
                double const t = planned(shape, in_seconds(3 * v, 5 * v, 0)).total.in(second);
                CHECK(t >= o.total);
                CHECK(t <= o.total + (v - 1) * (p - m % p) * 3);
                if (m < p)
                    CHECK(t == o.total);
                exact += t == o.total;
            }
    CHECK(exact > 0);
}

TEST_CASE("unequal devices: exact where the last is the slowest") {
    unsigned state = 7; // any fixed seed
    auto const upto = [&](int n) {
        state = state * 1664525u + 1013904223u;
        return static_cast<int>((state >> 16) % static_cast<unsigned>(n + 1));
    };
    for (int n = 0; n < 3000; ++n) {
        int const p = 2 + upto(4), v = 1 + upto(2), m = v > 1 ? p * (1 + upto(3)) : 1 + upto(19);
        int const f = 10 + upto(10), b = 15 + upto(25), first = upto(6);
        durations const d{
            .forward = f,
            .backward = b,
            .first_forward = first / 3,
            .first_backward = first - first / 3,
            .last_forward = first + upto(8),
            .last_backward = first + upto(8),
            .stages = p * v};
        INFO(
            in_words(p, v, m) << ", F " << f << ", B " << b << ", first " << first << ", last " << d.last_forward
                              << " and " << d.last_backward
        );
        outcome const o = run(one_forward_one_backward(p, v, m), d);
        auto const t = planned({p, v, m}, in_seconds(f * v, b * v, 0, first, d.last_forward + d.last_backward));
        CHECK(t.total.in(second) == near(o.total, 1e-14));
        CHECK(t.bubble.in(second) == near(o.total - o.busy.back(), 1e-12));
    }
}

TEST_CASE("unequal devices: never below the schedule, and close to it") {
    unsigned state = 11;
    auto const upto = [&](int n) {
        state = state * 1664525u + 1013904223u;
        return static_cast<int>((state >> 16) % static_cast<unsigned>(n + 1));
    };
    for (int n = 0; n < 3000; ++n) {
        int const p = 2 + upto(4), v = 1 + upto(2), m = v > 1 ? p * (1 + upto(3)) : 1 + upto(19);
        int const f = 10 + upto(10), b = 15 + upto(25);
        // an embedding, a layer less, logits: up to a third of a stage either way, forward and backward alike
        int const first = upto(1) * 2 - 1, last = upto(1) * 2 - 1;
        durations const d{
            .forward = f,
            .backward = b,
            .first_forward = first * upto(3),
            .first_backward = first * upto(5),
            .last_forward = last * upto(3),
            .last_backward = last * upto(5),
            .stages = p * v};
        INFO(in_words(p, v, m) << ", F " << f << ", B " << b);
        outcome const o = run(one_forward_one_backward(p, v, m), d);
        REQUIRE(o.complete);
        double const t =
            planned(
                {p, v, m},
                in_seconds(f * v, b * v, 0, d.first_forward + d.first_backward, d.last_forward + d.last_backward)
            )
                .total.in(second);
        CHECK(t >= o.total * (1.0 - 1e-14));
        int const e0 = d.first_forward + d.first_backward, e1 = d.last_forward + d.last_backward;
        CHECK(t <= o.total + (e0 > std::max(e1, 0) ? 2.0 : 0.7) * v * (f + b));
    }
}

TEST_CASE("ragged stages: never below the schedule, and close to it") {
    int exact = 0, all = 0;
    for (int p = 2; p <= 6; ++p)
        for (int layers = 2; layers <= 5; ++layers)
            for (int absent = 0; absent < std::min(p, layers); ++absent) // else fewer stages would hold them all
                for (int m = 1; m <= 16; ++m) {
                    // the last `absent` stages have a layer less
                    auto const on = [&](int stage) { return layers - (stage >= p - absent ? 1 : 0); };
                    auto const time = [&](work const& w) { return (w.kind == kind_of_work::forward ? 3 : 5) * on(w.stage); };
                    INFO(in_words(p, 1, m) << ", " << layers << " layers, less one on " << absent);
                    outcome const o = run(one_forward_one_backward(p, 1, m), time);
                    REQUIRE(o.complete);
                    // seen from the second device, as a step is
                    int const inner = p > 2 ? on(1) : layers;
                    double missing = 0.0;
                    for (int i = 1; i + 1 < p; ++i)
                        missing += double(inner - on(i)) / inner;
                    auto const t = planned({.stages = p, .micro_batches = m, .absent = missing},
                                           in_seconds(3 * inner, 5 * inner, 0, 8 * (on(0) - inner), 8 * (on(p - 1) - inner)));
                    CHECK(t.total.in(second) >= o.total * (1.0 - 1e-14));
                    CHECK(t.total.in(second) <= o.total + 8.0 * layers);
                    exact += t.total.in(second) <= o.total * (1.0 + 1e-14);
                    ++all;
                }
    CHECK(exact > all / 3);
    CHECK(exact < all);
}

TEST_CASE("zero bubble takes what ZB-H1 takes, whatever the weight gradient's share") {
    for (int const times : {111, 443, 352, 213, 132, 115}) // digits: forward, backward, weight
        for (int p = 1; p <= 6; ++p)
            for (int m = p; m <= 16; ++m) {
                int const f = times / 100, b = times / 10 % 10, w = times % 10;
                pipeline_shape const shape{p, 1, m, pipeline_schedule::zero_bubble};
                INFO(in_words(p, 1, m) << ", times " << times);
                CHECK(fault_of(shape) == pipeline_fault::none);
                outcome const o = run(zero_bubble(p, m), durations{f, b, w});
                REQUIRE(o.complete);
                auto const t = planned(shape, in_seconds(f, b, w));
                CHECK(t.total.in(second) == near(o.total, 1e-14));
                CHECK(t.bubble.in(second) == near(o.total - o.busy[0], 1e-14));
                for (int i = 0; i < p; ++i)
                    CHECK(live_micro_batches(shape, i) == o.live[static_cast<std::size_t>(i)]);
            }
    // a slow last device: the others' times count once each
    durations const d{.forward = 9, .backward = 10, .weight = 8, .last_forward = 2, .last_backward = 4, .stages = 4};
    outcome const o = run(zero_bubble(4, 12), d);
    CHECK(
        planned({4, 1, 12, pipeline_schedule::zero_bubble}, in_seconds(9, 10, 8, 0, 6)).total.in(second)
        == near(o.total, 1e-14)
    );
}

TEST_CASE("DualPipe: the published bubble is its schedule's for F = B = W, else no less") {
    for (int const times : {111, 221, 342, 332})
        for (int p = 2; p <= 8; p += 2)
            for (int m = 2 * p; m <= 2 * p + 8; m += 2)
                for (int const saved : {0, 1}) {
                    int const f = times / 100, b = times / 10 % 10, w = times % 10;
                    pipeline_shape const shape{p, 1, m, pipeline_schedule::dual_pipe};
                    INFO(in_words(p, 1, m) << ", times " << times << ", saved " << saved);
                    CHECK(fault_of(shape) == pipeline_fault::none);
                    outcome const o = run(dual_pipe(p, m), durations{f, b, w}, saved);
                    REQUIRE(o.complete);
                    auto t = in_seconds(f, b, w);
                    t.hidden = double(saved) * second;
                    auto const planned_time = planned(shape, t);
                    if (times == 111)
                        CHECK(planned_time.total.in(second) == near(o.total, 1e-14));
                    CHECK(planned_time.total.in(second) >= o.total);
                    CHECK(planned_time.bubble.in(second) <= o.total - o.busy[0] + (p / 2 - 1) * b);
                    for (int const live : o.live)
                        CHECK(live_micro_batches(shape) == live);
                }
}

TEST_CASE("the table of the DeepSeek-V3 report") {
    // Table 2, with F, B (whole backward), W and F&B; 16 devices: 1F1B 15 (F + B), ZB1P 15 (F + B - 2 W), DualPipe
    // 7 (F&B + B - 3 W); activations 16, 16 and 17; parameters once, once and twice
    double const f = 10.0, input = 12.0, w = 9.0, whole = input + w, hidden = 4.0, both = f + whole - hidden;
    stage_times<> t{.forward = f * second, .backward = input * second, .weight = w * second};
    auto const bubble = [&](pipeline_schedule s) { return planned({16, 1, 64, s}, t).bubble.in(second); };
    CHECK(bubble(pipeline_schedule::one_forward_one_backward) == near(15.0 * (f + whole), 1e-14));
    CHECK(bubble(pipeline_schedule::zero_bubble) == near(15.0 * (f + whole - 2.0 * w), 1e-14));
    t.hidden = hidden * second;
    CHECK(bubble(pipeline_schedule::dual_pipe) == near(7.0 * (both + whole - 3.0 * w), 1e-14));
    CHECK(live_micro_batches({16, 1, 64}) == 16.0);
    CHECK(live_micro_batches({16, 1, 64, pipeline_schedule::zero_bubble}) == 16.0);
    CHECK(live_micro_batches({16, 1, 64, pipeline_schedule::dual_pipe}) == 17.0);
    CHECK(parameter_copies(pipeline_schedule::zero_bubble) == 1);
    CHECK(parameter_copies(pipeline_schedule::dual_pipe) == 2);
}

TEST_CASE("interleaved stages: the published increase of activations and fall of the bubble") {
    // Korthikanti et al. 2023, section 4.2.3: 1 + (p - 1)/(p m_interleave) times as many activations; Megatron-LM 2021: the
    // bubble falls by v. GPT-3 175B of the former: p = 8, v = 3, 64 micro-batches
    CHECK(live_micro_batches({8, 3, 64}) == near(8.0 * (1.0 + 7.0 / 24.0), 1e-14));
    CHECK(live_micro_batches({35, 3, 280}) == near(35.0 * (1.0 + 34.0 / 105.0), 1e-14));
    auto const bubble = [](int v) { return planned({8, v, 64}, in_seconds(10, 20, 0)).bubble.in(second); };
    CHECK(bubble(1) == near(210.0, 1e-14));
    CHECK(bubble(3) == near(70.0, 1e-14));
    // as many micro-batches as devices: no more than all of them can be held
    CHECK(live_micro_batches({8, 3, 8}) == 8.0);
}

TEST_CASE("one device has no bubble, and does what the first and the last do") {
    auto const t = planned({1, 1, 5}, in_seconds(2, 2, 2, 1, 3));
    CHECK(t.total.in(second) == 50.0);
    CHECK(t.bubble.in(second) == 0.0);
}

TEST_CASE("DualPipe's ends share the first and the last device") {
    // device 0 has the first and the last stage, of half the micro-batches each: 12 (6 + (1 + 3)/2), and (4/2 - 1) 4 idle
    auto const t = planned({4, 1, 12, pipeline_schedule::dual_pipe}, in_seconds(2, 2, 2, 1, 3));
    CHECK(t.total.in(second) == 12.0 * 8.0 + 4.0);
}

TEST_CASE("what cannot run is named") {
    auto const fault = [](int p, int v, int m, pipeline_schedule s = pipeline_schedule::one_forward_one_backward) {
        return fault_of({p, v, m, s});
    };
    using enum pipeline_schedule;
    CHECK(fault(8, 1, 3) == pipeline_fault::none);
    CHECK(fault(8, 2, 16) == pipeline_fault::none);
    CHECK(fault(0, 1, 3) == pipeline_fault::no_micro_batch);
    CHECK(fault(8, 1, 0) == pipeline_fault::no_micro_batch);
    CHECK(fault(1, 2, 4) == pipeline_fault::single_stage);
    CHECK(fault(8, 2, 17) == pipeline_fault::ragged_groups);
    CHECK(fault(8, 2, 16, zero_bubble) == pipeline_fault::not_interleaved);
    CHECK(fault(8, 1, 7, zero_bubble) == pipeline_fault::few_micro_batches);
    CHECK(fault(7, 1, 14, dual_pipe) == pipeline_fault::odd_stages);
    CHECK(fault(8, 1, 17, dual_pipe) == pipeline_fault::odd_micro_batches);
    CHECK(fault(8, 1, 14, dual_pipe) == pipeline_fault::few_micro_batches);
    CHECK(fault(8, 1, 16, dual_pipe) == pipeline_fault::none);
    for (int f = 0; f <= int(pipeline_fault::few_micro_batches); ++f)
        CHECK(std::string(name_of(static_cast<pipeline_fault>(f))).size() > 3);
}

TEST_CASE("a layout's pipeline") {
    training_layout const l{.pipeline = 8, .interleave = 3, .data = 4, .micro_batch = 2};
    pipeline_shape const s = pipeline_of(l, 1536);
    CHECK(s.micro_batches == 192);
    CHECK(s.stages == 8);
    CHECK(s.interleave == 3);
    CHECK(pipeline_of(l, 1537).micro_batches == 193);
    validate(s);
}
