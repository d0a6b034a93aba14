// What the planner may choose, and what it decides where the answer can be counted.
#include "approx.hpp"

#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/gb200.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/workload/plan_serving.hpp>

#include <doctest/doctest.h>

#include <vector>

using namespace tallywatt;

namespace {

/// Sizes of instances of one shard and any number of groups that a server admits.
std::vector<int> sizes(transformer const& m, int largest, int in_server) {
    std::vector<int> all;
    for (int data = 1; data <= largest; ++data)
        if (legal(m, {1, data}, largest, in_server)) all.push_back(data);
    return all;
}

serving deepseek() {
    return {.model = catalog::deepseek_v3,
            .weights = precision::fp8,
            .traffic = {.input = 2000.0 * token, .output = 500.0 * token},
            .targets = {.time_to_first_token = 5.0 * second, .time_per_output_token = 100.0 * millisecond},
            .stack = catalog::sglang_2025};
}

}  // namespace

TEST_CASE("instances fill servers in whole numbers or take a power of two of whole servers") {
    transformer const& m = catalog::deepseek_v3;  // 128 heads, 256 experts
    CHECK(sizes(m, 32, 8) == std::vector<int>{1, 2, 4, 8, 16, 32});
    CHECK(sizes(m, 48, 6) == std::vector<int>{1, 2, 3, 6, 12, 24, 48});  // not 4, which would leave two idle, nor 18
    CHECK(sizes(m, 72, 72) == std::vector<int>{1, 2, 3, 4, 6, 8, 9, 12, 18, 24, 36, 72});
    CHECK(sizes(m, 64, 72) == std::vector<int>{1, 2, 3, 4, 6, 8, 9, 12, 18, 24, 36});  // 64 would leave eight idle
    CHECK(sizes(m, 300, 72) == std::vector<int>{1, 2, 3, 4, 6, 8, 9, 12, 18, 24, 36, 72, 144});  // 288 has no expert for each
    CHECK(sizes(m, 9, 1) == std::vector<int>{1, 2, 4, 8});
    CHECK(sizes(catalog::llama_3_1_70b, 8, 8) == std::vector<int>{1});  // groups of a dense model are instances of their own
}

TEST_CASE("shards are of whole heads") {
    transformer m = catalog::llama_3_1_70b;
    m.attention.heads = 96;
    for (int const shards : {1, 2, 3, 6, 12}) CHECK(legal(m, {shards, 1}, 12, 6));
    for (int const shards : {4, 5, 8, 9, 18}) CHECK_FALSE(legal(m, {shards, 1}, 18, 6));
    m.attention.heads = 64;
    for (int const shards : {3, 6, 12}) CHECK_FALSE(legal(m, {shards, 1}, 12, 6));
    CHECK_FALSE(legal(m, {8, 1}, 4, 8));  // larger than allowed
}

TEST_CASE("a dense model on servers of six: the shards that divide both") {
    cluster on{.server = catalog::hgx_h100, .network = catalog::infiniband_ndr};
    on.server.accelerators = on.server.scale_up.domain = 6;
    serving s{.model = catalog::llama_3_1_70b, .traffic = {.input = 1000.0 * token, .output = 200.0 * token}, .stack = catalog::sglang_2025};
    // 141 GB of weights in 72 GB each: at least two; of 1, 2, 3 and 6 only 1 and 2 divide 64 heads
    auto const p = plan_serving(s, on);
    CHECK(p.instance == layout{2, 1});
    CHECK(fit_of(p, s, on, celsius(30.0)).memory <= 1.0);
    // 96 heads divide by three too, and three hold more sequences; in bf16 a shard of three has 47 GB of weights
    s.model.attention.heads = 96;
    s.model.attention.kv_heads = 12;
    s.targets.time_to_first_token = 10.0 * second;
    auto const q = plan_serving(s, on);
    CHECK(q.instance.tensor % 3 == 0);
    CHECK(fit_of(q, s, on, celsius(30.0)).feasible());
}

TEST_CASE("a mixture over whole servers") {
    cluster const on{.server = catalog::hgx_h100, .network = catalog::infiniband_ndr};
    serving s = deepseek();
    s.largest_instance = 32;
    // 671 GB of weights and the cache do not fit into 8 x 72 GB
    auto const p = plan_serving(s, on);
    CHECK((p.instance.accelerators() == 16 || p.instance.accelerators() == 32));
    CHECK(fit_of(p, s, on, celsius(30.0)).feasible());
    s.largest_instance = 31;  // three servers are no power of two, and four too many
    CHECK(plan_serving(s, on).instance.accelerators() == 16);
    s.largest_instance = 0;
    CHECK(fit_of(plan_serving(s, on), s, on, celsius(30.0)).memory > 1.0);
}

TEST_CASE("one iteration in twenty carries no prompt, however patient the user") {
    cluster const on{.server = catalog::hgx_h100, .network = catalog::infiniband_ndr};
    transformer const eight_billion{
        .layers = 32, .hidden = 4096, .vocabulary = 128000, .attention = {.heads = 32, .kv_heads = 8, .head_size = 128}, .ffn = {.width = 14336}};
    // 10 new tokens for each generated: b sequences need 10 b/chunk of the iterations
    serving s{.model = eight_billion, .traffic = {.input = 1000.0 * token, .output = 100.0 * token}, .stack = catalog::sglang_2025};
    s.targets = {.time_to_first_token = 1.0 * day, .time_per_output_token = 1.0 * hour};
    auto const fit = [&](int sequences) { return fit_of(plan_choice(s, on, {1, 1}, sequences, 2000), s, on, celsius(30.0)); };
    CHECK(fit(190).feasible());  // 1,900 of 2,000
    CHECK_FALSE(fit(191).feasible());
    CHECK(fit(191).mixed_share == near(191.0 / 190.0, 1e-14));
    CHECK(math::max(fit(191).memory, math::max(fit(191).first_token, fit(191).output_token)) < 1.0);  // which fits in every other respect
    auto const p = plan_serving(s, on);
    CHECK(p.sequences * 10.0 / p.chunk <= 0.95);
}

TEST_CASE("latencies out of reach are missed by a quarter more than the least, for output") {
    cluster const on{.server = catalog::hgx_h100, .network = catalog::infiniband_ndr};
    serving s{.model = catalog::llama_3_1_70b, .traffic = {.input = 1000.0 * token, .output = 200.0 * token}, .stack = catalog::sglang_2025};
    s.targets.time_per_output_token = 2.0 * millisecond;
    // the least: one sequence on some layout and chunk
    double least = 1e300;
    for (int const tensor : {2, 4, 8})
        for (int const chunk : planned_chunks) {
            auto const f = fit_of(plan_choice(s, on, {tensor, 1}, 1, chunk), s, on, celsius(30.0));
            if (f.memory <= 1.0 && f.mixed_share <= 1.0) least = math::min(least, f.worst());
        }
    CHECK(least > 2.0);  // 141 GB over 8 x 3.35 TB/s are 5.3 ms
    auto const p = plan_serving(s, on);
    auto const f = fit_of(p, s, on, celsius(30.0));
    CHECK(p.sequences > 1);
    CHECK(f.worst() <= 1.25 * least);
    // the plan is that of a service which asks for no more
    s.targets.time_per_output_token *= 1.25 * least;
    s.targets.time_to_first_token *= 1.25 * least;
    auto const asked = plan_serving(s, on);
    CHECK(asked.instance == p.instance);
    CHECK(asked.sequences == p.sequences);
    CHECK(asked.chunk == p.chunk);
}
