// Steps of random training jobs: never faster than the roofline, never faster for more work, and faster on a faster
// machine; the parts sum to the step; every number type.
#include <tallywatt/catalog/models.hpp>

#include <array>

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"
#include "property/workload/random_training.hpp"

using namespace tallywatt;

namespace {

// Everything that evaluating a step depends on.
template <class T = double>
struct basic_case {
    basic_training<T> job{};
    basic_cluster<T> on{};
    temperature<T> coolant = celsius(T(30.0));
    static constexpr char const* kind = "case";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"job"}, self.job...);
        visit(field{"on"}, self.on...);
        visit(field{"coolant"}, self.coolant...);
    }
};

basic_case<> dense_on_h100() {
    basic_case<> c;
    c.job = {.model = catalog::megatron_175b, .sequence = 2048, .batch = 512};
    c.on = {.server = catalog::hgx_h100, .network = catalog::infiniband_ndr};
    c.on.server.accelerator.package_known = false;
    c.on.server.accelerator.package = {};
    c.on.server.accelerator.tdp = 5000.0 * watt; // else a kink in every derivative
    c.job.stack.tensor_overlap = fraction{0.3}, c.job.stack.expert_overlap = fraction{0.3};
    return c;
}
basic_case<> mixture_on_h800() {
    basic_case<> c = dense_on_h100();
    c.job.model = catalog::deepseek_v3;
    c.job.formats.products = precision::fp8;
    c.job.formats.exchanged = precision::fp8;
    c.on.server = catalog::hgx_h800;
    c.on.server.accelerator.package_known = false;
    c.on.server.accelerator.package = {};
    c.on.server.accelerator.tdp = 5000.0 * watt;
    return c;
}

/// Leaves one kind of overlap, and nothing on the host: compute then hides one thing at a time.
void keep_one_overlap(random_training::job_case& c, int which) {
    auto& s = c.job.stack;
    fraction* const all[] = {
        &s.tensor_overlap, &s.data_overlap, &s.pipeline_overlap, &s.context_overlap, &s.expert_overlap};
    for (int i = 0; i < 5; ++i)
        if (i != which)
            *all[i] = fraction{0.0};
    c.layout.offload = {};
    if (c.layout.pipeline > 1)
        c.layout.zero = std::min(c.layout.zero, 1);
}

void check_step(basic_case<> const& c, training_layout const& l) {
    training_plan const plan = plan_training(c.job, c.on, l);
    arithmetics::check_all(c, [&]<class T>(basic_case<T> const& x) {
        auto const r = perform(plan, x.job, x.on, x.coolant);
        return std::array<T, 4>{
            r.step.base_value, r.draw.base_value, r.server_energy.value.base_value, r.tokens.base_value};
    });
}

} // namespace

TEST_CASE("no step beats the roofline, and parts sum to it") {
    random_service::source_of_cases random(11);
    double closest = 0.0;
    int of_schedule[3] = {}, mixtures = 0, throttled = 0;
    for (int n = 0; n < 3000; ++n) {
        auto const c = random_training::draw(random);
        auto const p = c.plan();
        auto const r = c.result();
        auto const& chip = c.on.server.accelerator;
        auto const& l = c.layout;
        INFO(
            "case " << n << ": T" << l.tensor << " C" << l.context << " P" << l.pipeline << " v" << l.interleave << " D"
                    << l.data << " ZeRO " << l.zero
        );
        auto const seconds = [&](training_kernels const& k) {
            return (k.narrow_useful / chip.engine(c.job.formats.products).peak.value
                    + k.wide_useful / chip.bf16.peak.value)
                .in(second);
        };
        auto const streams = [&](training_kernels const& k) {
            return ((k.moved + k.streamed) / chip.memory_bandwidth).in(second);
        };
        auto const both = [&](auto const& f) {
            auto const& q = p.layers;
            double const layer =
                (1.0 - q.mixture_share) * (f(q.dense.forward) + f(q.dense.backward))
                + (q.mixture_share > 0.0 ? q.mixture_share * (f(q.mixture.forward) + f(q.mixture.backward)) : 0.0);
            return p.outline.micro_batches * (c.job.model.layers * layer + f(q.head) + f(q.head_backward)) / l.pipeline;
        };
        double const time = r.step.in(second), compute = both(seconds), memory = both(streams);
        CHECK(time > compute);
        CHECK(time > memory);
        closest = std::max({closest, compute / time, memory / time});
        CHECK(r.split.total().in(second) == near(time, 1e-12));
        training_time<>::each(
            [&](field const& f, duration<> const& part) { CHECK_MESSAGE(part >= duration<>{}, f.name); }, r.split
        );
        CHECK(r.mfu.value > 0.0);
        CHECK(r.hfu.value < 1.0);
        CHECK(r.mfu.value <= r.hfu.value);
        CHECK(r.clock.value <= 1.0);
        CHECK(r.draw <= chip.tdp);
        double const operations = (r.model_operations * (double(c.job.batch) * c.job.sequence * token)).in(FLOP);
        CHECK(
            r.mfu.value * chip.engine(c.job.formats.products).peak.value.in(FLOP_per_second)*l.accelerators() * time
            == near(operations, 1e-12)
        );
        ++of_schedule[static_cast<int>(l.schedule)];
        mixtures += c.job.model.is_mixture();
        throttled += r.clock.value < 1.0;
    }
    MESSAGE(
        "closest to the roofline: " << closest << "; schedules " << of_schedule[0] << ", " << of_schedule[1] << ", "
                                    << of_schedule[2] << "; " << mixtures << " mixtures, " << throttled << " throttled"
    );
    CHECK(closest > 0.6); // the bound is not idle
    CHECK(of_schedule[1] > 100);
    CHECK(of_schedule[2] > 50);
    CHECK(mixtures > 500);
}

TEST_CASE("more work takes longer") {
    random_service::source_of_cases random(12);
    int compared = 0;
    for (int n = 0; n < 1000; ++n) {
        auto c = random_training::draw(random);
        keep_one_overlap(c, n % 5);
        // the fullest device may become another one, which exchanges other parameters
        double const trained = c.plan().outline.memory.trained;
        auto const same_device = [&](random_training::job_case const& x) {
            return x.plan().outline.memory.trained == trained;
        };
        double const before = c.seconds();
        INFO(
            "case " << n << ": T" << c.layout.tensor << " C" << c.layout.context << " P" << c.layout.pipeline << " v"
                    << c.layout.interleave << " D" << c.layout.data
        );
        auto t = c;
        t.job.batch *= 2;
        CHECK(t.seconds() > before);
        t = c;
        t.job.sequence *= 2;
        if (same_device(t))
            CHECK(t.seconds() > before);
        t = c;
        t.job.model.layers += c.layout.stages();
        CHECK(t.seconds() > before);
        t = c;
        double last = 0.0;
        for (auto const kind : {recompute_kind::none, recompute_kind::selective, recompute_kind::full}) {
            t.layout.recompute = kind;
            if (!same_device(t))
                break;
            CHECK(t.seconds() >= last * (1.0 - 1e-12));
            last = t.seconds();
            ++compared;
        }
    }
    CHECK(compared > 2000);
}

TEST_CASE("a faster chip, memory, link or network is never slower") {
    random_service::source_of_cases random(13);
    int faster[3] = {};
    for (int n = 0; n < 1000; ++n) {
        auto c = random_training::draw(random);
        keep_one_overlap(c, n % 5);
        c.on.server.accelerator.tdp = 1e6 * watt; // else a faster chip may meet its cap
        double const before = c.seconds();
        INFO(
            "case " << n << ": T" << c.layout.tensor << " C" << c.layout.context << " P" << c.layout.pipeline << " v"
                    << c.layout.interleave << " D" << c.layout.data
        );
        constexpr double rounding = 1.0 + 1e-12;
        auto t = c;
        t.on.server.accelerator.memory_bandwidth *= 1.3;
        CHECK(t.seconds() < before);
        t = c;
        t.on.server.accelerator.bf16.peak.value *= 1.3, t.on.server.accelerator.fp8.peak.value *= 1.3;
        CHECK(t.seconds() < before);
        t = c;
        t.on.server.accelerator.link_rate.value *= 1.3;
        t.on.server.scale_up.ring.bandwidth *= 1.3, t.on.server.scale_up.reduction.bandwidth *= 1.3;
        CHECK(t.seconds() <= before * rounding);
        faster[0] += t.seconds() < before;
        t = c;
        t.on.network.nic_rate.value *= 1.3;
        CHECK(t.seconds() <= before * rounding);
        faster[1] += t.seconds() < before;
        t = c;
        t.job.stack.kernel_gap *= 2.0;
        CHECK(t.seconds() > before);
        t = c;
        t.job.formats.products = precision::bf16;
        double const wide = t.seconds();
        t.job.formats.products = precision::fp8;
        t.job.stack.cast_traffic = data_size<>{};
        faster[2] += t.seconds() < wide;
    }
    CHECK(faster[0] > 300);
    CHECK(faster[1] > 300);
    CHECK(faster[2] > 750); // all but where attention and communication are most of it
}

TEST_CASE("a training step: derivatives, intervals, packs, float") {
    check_step(
        dense_on_h100(),
        {.tensor = 8, .pipeline = 8, .interleave = 3, .data = 4, .recompute = recompute_kind::selective}
    );
    basic_case<> gathering = dense_on_h100();
    gathering.job.stack.data_overlap = fraction{0.0}; // else more is gathered than compute hides: a difference of two intervals
    check_step(gathering, {.data = 64, .zero = 3});
    check_step(
        mixture_on_h800(), {.tensor = 2,
                            .context = 2,
                            .pipeline = 8,
                            .data = 8,
                            .expert = 8,
                            .recompute = recompute_kind::full,
                            .recompute_share = 0.5}
    );
    check_step(
        mixture_on_h800(), {.pipeline = 8,
                            .schedule = pipeline_schedule::dual_pipe,
                            .data = 32,
                            .expert = 32,
                            .offload = {.optimizer = true}}
    );
    check_step(mixture_on_h800(), {.pipeline = 4, .schedule = pipeline_schedule::zero_bubble, .data = 32, .expert = 8});
    // gradients of each micro-batch, groups of shards, stages of unequal size, weights that move in fp8
    check_step(dense_on_h100(), {.data = 64, .zero = 2, .shard_group = 8});
    check_step(dense_on_h100(), {.pipeline = 7, .data = 8});
    basic_case<> mixed = mixture_on_h800();
    mixed.job.formats.wide_layers = fraction{0.25};
    mixed.job.formats.weights = precision::fp8;
    mixed.job.stack.data_overlap = fraction{0.0}; // else more is gathered than compute hides: a difference of two intervals
    check_step(mixed, {.data = 64, .zero = 3, .shard_group = 8, .expert = 32});
    check_step(mixed, {.pipeline = 16, .data = 16, .zero = 1, .expert = 8, .offload = {.weights = true, .activations = true}});
}

TEST_CASE("layers that stay in bf16: a step lies between all narrow and all wide, and moves evenly") {
    random_service::source_of_cases random(14);
    int mixed = 0;
    for (int n = 0; n < 1000; ++n) {
        auto c = random_training::draw(random);
        c.job.formats.products = precision::fp8;
        c.job.formats.exchanged = precision::fp8;
        c.layout.offload = {};
        c.on.server.accelerator.tdp = 1e6 * watt;
        for (auto* overlap : {&c.job.stack.tensor_overlap, &c.job.stack.data_overlap, &c.job.stack.pipeline_overlap, &c.job.stack.context_overlap, &c.job.stack.expert_overlap})
            *overlap = fraction{0.0};
        if (c.layout.pipeline > 1 || !c.on.server.accelerator.has(precision::fp8))
            continue;
        // a share too small to show plans both kinds of layers
        auto const at = [&](double share) {
            c.job.formats.wide_layers = fraction{share};
            return c.seconds();
        };
        double const narrow = at(1e-15), wide = at(1.0);
        INFO("case " << n << ": T" << c.layout.tensor << " D" << c.layout.data << " ZeRO " << c.layout.zero);
        CHECK(at(0.0) == near(narrow, 1e-11));
        CHECK(at(0.5) == near(0.5 * (narrow + wide), 1e-9)); // nothing is hidden: each term is linear in the share
        ++mixed;
    }
    CHECK(mixed > 50);
}
