// Steps of random models on catalog machines: never faster than the roofline, never faster for more work, and faster on
// a faster chip.
#include "approx.hpp"
#include "property/workload/random_service.hpp"

#include <tallywatt/workload/phase.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

namespace {

struct random_step {
    transformer model{};
    cluster on{};
    software_stack stack{};
    step_setting setting{};
    layout instance{};
    step_batch batch{};
    step_context<> context{};

    [[nodiscard]] step_plan plan() const { return plan_step(model, instance, batch, setting); }
    [[nodiscard]] step_result<> result() const { return evaluate_step(plan(), rates_of(on, stack, setting.weights), context); }
    [[nodiscard]] double seconds() const { return result().time.in(second); }
};

random_step draw(random_service::source_of_cases& random) {
    random_step s;
    s.model = random.model();
    s.on = random.machine();
    s.stack = random.stack();
    s.setting = setting_of(serving{.weights = random.format(), .cache = random.format(), .stack = s.stack}, s.on.server);
    s.setting.exchange = random.coin() ? exchange_mode::normal : exchange_mode::low_latency;
    s.setting.redundant_experts = random.coin() ? 0 : 16;
    if (s.model.is_mixture()) s.setting.routing = plan_routing(s.model.experts.routed, s.model.experts.per_token, {.skew = random.real(0.0, 1.2)});
    do s.instance = {1 << random.integer(0, 4), 1 << random.integer(0, 5)};
    while (!legal(s.model, s.instance, 64, 1));
    int const kind = random.integer(0, 2);
    s.batch.decode = kind == 1 ? 0 : static_cast<int>(random.logarithmic(1.0, 500.0));
    s.batch.prefill = kind == 0 ? 0 : static_cast<int>(random.logarithmic(1.0, 20000.0));
    s.context.decode = random.logarithmic(10.0, 100000.0) * token;
    s.context.prompt = random.logarithmic(10.0, 100000.0) * token;
    s.context.prefill = 0.5 * s.context.prompt;
    s.context.prefix_growth = random.real(1.0, 5.0);
    s.context.variation = random.real(0.0, 1.0);
    return s;
}

}  // namespace

TEST_CASE("no step beats the roofline") {
    random_service::source_of_cases random(1);
    double closest = 0.0;
    for (int n = 0; n < 3000; ++n) {
        random_step const s = draw(random);
        step_plan const p = s.plan();
        step_result<> const r = s.result();
        auto const& chip = s.on.server.accelerator;
        INFO("case " << n << ": T" << s.instance.tensor << " D" << s.instance.data << ", " << s.batch.decode << " + " << s.batch.prefill);
        double const layers = static_cast<double>(p.micro_batches) * (p.dense.layers + p.mixture.layers);
        operation_count<> const core = layers * (p.prefill_core * s.context.prefill.in(token) + p.decode_core * s.context.decode.in(token));
        double const compute = ((p.narrow_useful + p.attention_useful + s.context.prefix_growth * p.prefix_useful) / chip.engine(s.setting.weights).peak.value + (p.wide_useful + core) / chip.bf16.peak.value).in(second);
        data_size<> const moved = p.moved + s.context.prefix_growth * p.prefix_moved + layers * s.context.decode.in(token) * p.decode_core_read +
                                  static_cast<double>(p.micro_batches) * p.logits * s.stack.sampler_traffic;
        double const memory = (moved / chip.memory_bandwidth).in(second);
        CHECK(r.work.hbm.in(byte) == near(moved.in(byte), 1e-12));
        // links: exchange on both fabrics at once; an all-reduce added up by switches sends each rank's payload once
        double links = 0.0;
        auto const one_way = s.on.server.accelerator.link_rate.value;
        for (auto const* l : {&p.dense, &p.mixture}) {
            double const times = static_cast<double>(l->layers) * p.micro_batches;
            if (l->all_reduces > 0) {
                double const once = l->all_reduce.reduced ? 0.5 * l->all_reduce.ranks / (l->all_reduce.ranks - 1.0) : 1.0;
                links += times * l->all_reduces * std::max(once * (l->all_reduce.up / one_way).in(second), (l->all_reduce.out / s.on.network.nic_rate.value).in(second));
            }
            if (l->exchanges)
                for (auto const* e : {&l->dispatch, &l->combine}) links += times * std::max((e->up / one_way).in(second), (e->out / s.on.network.nic_rate.value).in(second));
        }
        double const time = r.time.in(second);
        CHECK(time > compute);
        CHECK(time > memory);
        CHECK(time > links);
        closest = std::max({closest, compute / time, memory / time, links / time});
        CHECK(r.split.total().in(second) == near(time, 1e-12));
        for (auto const& part : {r.split.compute, r.split.memory, r.split.network, r.split.latency}) CHECK(part >= 0.0 * second);
    }
    MESSAGE("closest to the roofline: " << closest);
    CHECK(closest > 0.7);  // the bound is not idle
}

TEST_CASE("more work takes longer") {
    random_service::source_of_cases random(2);
    for (int n = 0; n < 3000; ++n) {
        random_step const s = draw(random);
        double const before = s.seconds();
        INFO("case " << n << ": T" << s.instance.tensor << " D" << s.instance.data << ", " << s.batch.decode << " + " << s.batch.prefill);
        constexpr double rounding = 1.0 - 1e-12;
        for (int const more : {1, 2, 63, 1000}) {
            random_step t = s;
            t.batch.decode += more;
            CHECK(t.seconds() >= before * rounding);
            t = s;
            t.batch.prefill += more;
            CHECK(t.seconds() >= before * rounding);
        }
        random_step t = s;
        t.context.decode = 1.5 * s.context.decode;
        CHECK(t.seconds() >= before * rounding);
        t = s;
        t.context.prefill = 1.5 * s.context.prefill;
        CHECK(t.seconds() >= before * rounding);
    }
}

TEST_CASE("a faster chip, memory or link is never slower") {
    random_service::source_of_cases random(3);
    int faster[4] = {};
    for (int n = 0; n < 1000; ++n) {
        random_step s = draw(random);
        s.stack.host_per_sequence = 0.0 * second;  // a host that is the slower one hides the rest
        double const before = s.seconds();
        constexpr double rounding = 1.0 + 1e-12;
        random_step t = s;
        auto& chip = t.on.server.accelerator;
        chip.memory_bandwidth = 1.3 * chip.memory_bandwidth;
        CHECK(t.seconds() < before);  // something is always read
        t = s;
        chip.bf16.peak.value = 1.3 * chip.bf16.peak.value, chip.fp8.peak.value = 1.3 * chip.fp8.peak.value;
        CHECK(t.seconds() < before);  // and computed
        t = s;
        chip.link_rate.value = 1.3 * chip.link_rate.value;
        t.on.server.scale_up.ring.bandwidth = 1.3 * t.on.server.scale_up.ring.bandwidth;
        t.on.server.scale_up.reduction.bandwidth = 1.3 * t.on.server.scale_up.reduction.bandwidth;
        CHECK(t.seconds() <= before * rounding);
        faster[0] += t.seconds() < before;
        t = s;
        t.on.network.nic_rate = 1.3 * t.on.network.nic_rate;
        CHECK(t.seconds() <= before * rounding);
        faster[1] += t.seconds() < before;
        t = s;
        t.stack.kernel_gap = 2.0 * t.stack.kernel_gap;
        CHECK(t.seconds() > before);
    }
    CHECK(faster[0] > 100);
    CHECK(faster[1] > 100);
}

TEST_CASE("units of one phase: output grows with the batch, steps do too") {
    random_service::source_of_cases random(4);
    for (int n = 0; n < 200; ++n) {
        random_step const s = draw(random);
        serving const service{.model = s.model, .weights = s.setting.weights, .stack = s.stack};
        duration<> last{};
        for (int b = 1; b < 400; b = b * 3 / 2 + 1) {
            auto const d = perform_decode(service, s.on, {.instance = s.instance, .batch = b, .length = s.context.decode});
            CHECK(d.step >= 0.999 * last);  // a fall of the clock may shift a step by a hair
            last = d.step;
            CHECK((d.tokens_per_accelerator.value * d.step).in(token) == near(static_cast<double>(b) / s.instance.tensor, 1e-12));
            CHECK(d.draw <= s.on.server.accelerator.tdp * (1.0 + 1e-12));
        }
    }
}
