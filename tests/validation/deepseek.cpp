// DeepSeek-V3/R1 on H800: the published profile of dedicated prefill and decode units, and the arithmetic of the published
// production day.
//
// Profile: DeepSeek profile data as summarised by LMSYS, throughput tables, 2025 (medium confidence: secondary
// transcription). Day: DeepSeek-V3/R1 Inference System Overview (open-infra-index, day 6), DeepSeek, 2025-03-01.

#include "approx.hpp"

#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/workload/phase.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace tallywatt;

namespace {

serving deepseek_service() {
    return {.model = catalog::deepseek_v3, .weights = precision::fp8, .stack = catalog::deepseek_2025};
}
// The profile was taken with routing that is balanced by force (deepseek-ai/profile-data, README).
serving profiled_service() {
    serving s = deepseek_service();
    s.routing.balanced = true;
    return s;
}
cluster h800_cluster() { return {.server = catalog::hgx_h800, .network = catalog::infiniband_ndr}; }

}  // namespace

// No constant is fitted to these figures: kernels, links and the exchange are each from their own measurements. 12 % leaves
// room for what the profile does not state (the share of steps with idle slots, exact software version).
constexpr double tolerance = 0.12;

TEST_CASE("published profile: prefill on 4 nodes, 16,384 tokens a GPU, prompts of 4,096") {
    auto const p = perform_prefill(profiled_service(), h800_cluster(), {.instance = {1, 32}, .batch = 16384, .length = 4096.0 * token, .redundant_experts = 32});
    double const predicted = p.tokens_per_server.value.in(token / second), published = 62713.0;
    MESSAGE("prefill: predicted " << predicted << ", published " << published << " tokens/s and node: " << 100.0 * (predicted / published - 1.0) << " %");
    CHECK(std::abs(predicted / published - 1.0) < tolerance);
    CHECK(p.memory.total() < h800_cluster().server.accelerator.memory_capacity);
}

TEST_CASE("published profile: decode on 16 nodes, 128 sequences a GPU at a context of 4,096") {
    auto const d = perform_decode(profiled_service(), h800_cluster(), {.instance = {1, 128}, .batch = 128, .length = 4096.0 * token});
    double const predicted = d.tokens_per_server.value.in(token / second), published = 18598.0;
    MESSAGE("decode: predicted " << predicted << ", published " << published << " tokens/s and node: " << 100.0 * (predicted / published - 1.0) << " %");
    CHECK(std::abs(predicted / published - 1.0) < tolerance);
    CHECK(d.memory.total() < h800_cluster().server.accelerator.memory_capacity);
}

TEST_CASE("large-scale expert parallelism on 96 H100: prefill and decode units") {
    // LMSYS and the SGLang team, Deploying DeepSeek with PD Disaggregation and Large-Scale Expert Parallelism on 96 H100 GPUs,
    // 2025-05-05, evaluation tables: 4 nodes of prefill, 16,384 tokens a device; 9 nodes of decode; 32 redundant experts. Two
    // batches in turns hide a share of what they might, rebalanced routing stays uneven, unless forced
    serving service = deepseek_service();
    service.stack = catalog::sglang_2025;
    service.stack.two_batch_overlap = true;
    cluster const on{.server = catalog::hgx_h100, .network = catalog::infiniband_ndr};
    auto const check_rate = [](char const* what, double predicted, double published) {
        MESSAGE(std::string(what) << ": predicted " << predicted << ", published " << published << " tokens/s and node: " << 100.0 * (predicted / published - 1.0) << " %");
        CHECK(std::abs(predicted / published - 1.0) < tolerance);
    };
    auto const prefill = [&](double length) {
        return perform_prefill(service, on, {.instance = {1, 32}, .batch = 16384, .length = length * token, .redundant_experts = 32}).tokens_per_server.value.in(token / second);
    };
    check_rate("prefill, 1,024 a prompt", prefill(1024.0), 57674.0);
    check_rate("prefill, 2,048 a prompt", prefill(2048.0), 54543.0);
    check_rate("prefill, 4,096 a prompt", prefill(4096.0), 50302.0);
    auto const decode = perform_decode(service, on, {.instance = {1, 72}, .batch = 256, .length = 2000.0 * token, .redundant_experts = 32});
    check_rate("decode, 256 sequences a device", decode.tokens_per_server.value.in(token / second), 22282.0);
    service.routing.balanced = true;
    check_rate("prefill, 4,096 a prompt, balanced by force", prefill(4096.0), 59337.0);
}

TEST_CASE("production day: decode units at the published speed per user and context") {
    // units of 18 nodes (EP144) with 32 redundant experts; 20 to 22 tokens/s per user; 14,800 tokens/s and node. The batch
    // is not published: it is the one at which a step takes 1/21 s.
    auto const at = [](int batch) {
        return perform_decode(deepseek_service(), h800_cluster(), {.instance = {1, 144}, .batch = batch, .length = 4989.0 * token, .redundant_experts = 32});
    };
    int batch = 1;
    while (at(batch + 1).step <= second / 21.0) ++batch;
    double const predicted = at(batch).tokens_per_server.value.in(token / second), published = 14800.0;
    MESSAGE("day: batch " << batch << ", predicted " << predicted << ", published " << published << " tokens/s and node: " << 100.0 * (predicted / published - 1.0) << " %");
    // the published figure is a mean over the day, at less than full batches: the prediction bounds it from above, and by
    // no more than the tolerance over the load of the mean hour (226.75 of 278 nodes)
    CHECK(predicted > published);
    CHECK(predicted * 226.75 / 278.0 < (1.0 + tolerance) * published);
}

TEST_CASE("production day: bookkeeping") {
    auto const hits = of_cached_input<token_count<>>{342e9 * token};
    auto const misses = of_input<token_count<>>{608e9 * token - hits.value};
    auto const output = of_output<token_count<>>{168e9 * token};
    CHECK(hits.value / (608e9 * token) == near(0.563, 0.001));  // published to three digits

    auto const node = 8.0 * accelerator_unit;
    money<> const cost = 226.75 * node * (2.0 * USD / accelerator_hour) * day;
    CHECK(cost.in(USD) == near(87072.0, 1e-12));

    token_prices const list{.input = of_input<money_per_token<>>{0.55 * USD / megatoken},
                            .cached_input = of_cached_input<money_per_token<>>{0.14 * USD / megatoken},
                            .output = of_output<money_per_token<>>{2.19 * USD / megatoken}};
    money<> const revenue = list.input * misses + list.cached_input * hits + list.output * output;
    CHECK(revenue.in(USD) == near(562027.0, 0.001));
    CHECK((revenue / cost - 1.0) * 100.0 == near(545.0, 0.002));  // cost profit margin, published in whole per cent

    // nodes in each role from the published rates per node; together they are the mean that was in use
    double const prefill_nodes = (misses.value + hits.value) / day / (73700.0 * token / second), decode_nodes = output.value / day / (14800.0 * token / second);
    CHECK(prefill_nodes == near(95.5, 0.001));
    CHECK(decode_nodes == near(131.4, 0.001));
    CHECK(prefill_nodes + decode_nodes == near(226.75, 0.001));
}
