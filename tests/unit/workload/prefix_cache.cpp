// Key-value caches beside the accelerators: reloading against computing, hits by capacity against a public trace, prices.
#include <tallywatt/catalog/cache_tiers.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/models/deepseek.hpp>
#include <tallywatt/catalog/models/llama.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/workload/disaggregated.hpp>
#include <tallywatt/workload/plan_serving.hpp>

#include <doctest/doctest.h>

#include <cmath>

#include "approx.hpp"

namespace {
using namespace tallywatt;

constexpr auto kv = 70'272.0 * byte / token; // DeepSeek-R1: 61 layers of 576 elements of two bytes

cache_tier drives() {
    return {
        .name = "drives",
        .capacity = 10.0 * TB,
        .read = 50.0 * GB_per_second,
        .latency = 1.0 * millisecond,
        .price = 0.1 * USD / GB,
        .draw = 1.0 * watt / TB};
}
/// 70 GFLOP a token and 2 MFLOP a token and key, at 3.5 PFLOP/s: 20 us and 0.571 ns.
prompt_work work() { return {70e9 * FLOP / token, 2e6 * FLOP / token, 3.5 * PFLOP_per_second}; }

TEST_CASE("reload and recompute by hand") {
    CHECK(reload_time(drives(), 1'000.0 * token, kv).in(millisecond) == near(1.0 + 70.272e6 / 50e9 * 1e3, 1e-13));
    CHECK(recompute_time(work(), 1'000.0 * token).in(millisecond) == near((70e12 + 1e12) / 3.5e15 * 1e3, 1e-13));
    cache_tier here = drives();
    here.in_place = true;
    CHECK(reload_time(here, 1'000.0 * token, kv).in(second) == 0.0);
    CHECK(break_even_length(here, work(), kv).in(token) == 0.0);
}

TEST_CASE("at the break-even length both take as long") {
    for (double const rate :
         {1.0, 5.0, 50.0, 500.0}) { // 1 GB/s: a token's cache takes longer than the token, attention decides
        cache_tier t = drives();
        t.read = rate * GB_per_second;
        token_count<> const n = break_even_length(t, work(), kv);
        CHECK(reload_time(t, n, kv).in(second) == near(recompute_time(work(), n).in(second), 1e-9));
        CHECK(reload_time(t, 1.01 * n, kv) < recompute_time(work(), 1.01 * n));
        CHECK(reload_time(t, 0.99 * n, kv) > recompute_time(work(), 0.99 * n));
    }
    // without attention: L/(a/F - kv/B) = 1 ms/(20 us - 1.405 us)
    prompt_work linear = work();
    linear.per_key = {};
    CHECK(break_even_length(drives(), linear, kv).in(token) == near(1e-3 / (20e-6 - 70'272.0 / 50e9), 1e-12));
    // and where a token's cache takes longer than the token, reloading never pays
    cache_tier slow = drives();
    slow.read = 1.0 * GB_per_second;
    CHECK(break_even_length(slow, linear, kv).in(token) == never_pays.in(token));
}

TEST_CASE("work of a model's prompts") {
    transformer const m = catalog::llama_3_1_70b;
    prompt_work const w = prompt_work_of(m, 1.0 * PFLOP_per_second);
    // mean of a causal sequence of s tokens, up to the own token: (s + 1)/2 keys against s/2
    double const s = 8'192.0;
    double const by_sum = sequence_operations(m, 8'192).in(FLOP)*s;
    CHECK((recompute_time(w, s * token) * (1.0 * PFLOP_per_second)).in(FLOP) == near(by_sum, 2e-4));
}

TEST_CASE("published transfers") {
    // Mooncake: the cache of 128 k tokens of LLaMA 3 70B is 40 GB (2^30), moved at 190 GB/s over eight of 400 Gb/s
    auto const cache = cache_per_token(catalog::llama_3_1_70b, 2.0 * byte);
    CHECK((131'072.0 * token * cache).in(GiB) == near(40.0, 1e-12));
    // its vLLM connector: 4.50 GB of a prompt of 32 k tokens at 142.25 GB/s take 31.65 ms, 4.2 % of the time to first token
    cache_tier const fabric{.read = 142.25 * GB_per_second};
    duration<> const moved = reload_time(fabric, 1.0 * token, 4.50e9 * byte / token);
    CHECK(moved.in(millisecond) == near(31.65, 1e-3));
    // so computing took 31.65/0.042 - 31.65 = 722 ms, and both at once would take 30.3
    CHECK(reload_or_recompute(moved, 722.0 * millisecond).in(millisecond) == near(30.3, 2e-3));
}

TEST_CASE("layers that load behind those that compute") {
    duration<> const reload = 100.0 * millisecond;
    CHECK(exposed_reload(reload, 0.0 * second, 50).in(millisecond) == near(100.0, 1e-13));
    CHECK(exposed_reload(reload, 50.0 * millisecond, 50).in(millisecond) == near(51.0, 1e-13)); // 100 - 0.98 x 50
    CHECK(exposed_reload(reload, 1.0 * second, 50).in(millisecond) == near(2.0, 1e-13));        // the first layer
    CHECK(exposed_reload(reload, 1.0 * second, 1).in(millisecond) == near(100.0, 1e-13));
}

/// Shares of blocks found by an LRU cache of so many blocks, counted over the public traces (FAST 2025 release): prefixes only, a
/// block counts where all before it were found.
struct counted {
    double blocks, found;
};
constexpr counted conversations[] = {{1'000, 0.0445},  {3'000, 0.0650},  {20'000, 0.2875},
                                     {30'000, 0.3257}, {50'000, 0.3546}, {100'000, 0.3637}};
constexpr counted synthetic[] = {{1'000, 0.0825},  {3'000, 0.1878},  {10'000, 0.4235},
                                 {20'000, 0.5715}, {30'000, 0.6242}, {50'000, 0.6396}};

TEST_CASE("hits by capacity against an LRU cache over public traces, nothing fitted") {
    auto const block = 1.0 * MB; // any size
    auto const compare = [&](prefix_reuse const& r, double blocks_a_second, auto const& rows, double small,
                             double large) {
        for (counted const& c : rows) {
            INFO("blocks: " << c.blocks);
            double const found = hit_share(r, c.blocks * block, blocks_a_second * block / second).value;
            CHECK(found == within(c.found, c.blocks < 10'000 ? small : large));
        }
    };
    // 288,500 blocks in 3,537 s and 121,877 in 1,022. Times until reuse are not exponential: conversations hardly come back within
    // seconds, the synthetic trace does more often
    compare(catalog::mooncake_conversations, 288'500.0 / 3'537.0, conversations, 0.035, 0.02);
    compare(catalog::mooncake_synthetic, 121'877.0 / 1'022.0, synthetic, 0.05, 0.025);
}

TEST_CASE("the share found solves its equation, and has its limits") {
    for (double const limit : {0.1, 0.5, 0.9, 0.999})
        for (double const hot : {0.0, 0.05})
            for (double const u : {0.0, 1e-3, 0.1, 1.0, 3.0, 10.0, 50.0}) {
                double const x = (1.0 - limit) * u + (limit - hot) * (1.0 - std::exp(-u));
                CHECK(detail::found_share(x, limit, hot) == near(limit - (limit - hot) * std::exp(-u), 1e-11));
            }
}

TEST_CASE("tiers in order, by hand") {
    cache_tier host = drives();
    host.capacity = 1.0 * TB, host.read = 200.0 * GB_per_second, host.price = 5.0 * USD / GB, host.latency = {};
    cache_tier const tiers[] = {host, drives()};
    cache_load const load{
        .input = 4'000.0 * token, .arriving = 10e3 * token / second, .cache = kv, .work = work(), .layers = 61};
    prefix_reuse const reuse{.hot = fraction{0.1}, .limit = fraction{0.5}, .again = 1.0 * hour};
    cache_terms const terms{.discount = discount_rate{0.0}, .life = 5, .power_price = 0.1 * USD / kilowatt_hour};
    cache_result<> const r = perform(reuse, load, std::span<cache_tier const>(tiers), terms);
    // 10,000 tokens of 70,272 bytes a second, over an hour: 2.53 TB. The share kept, by bisection
    auto const kept = [](double bytes) {
        double const x = bytes / (10e3 * 70'272.0 * 3'600.0);
        double low = 0.0, high = 100.0;
        for (int i = 0; i < 200; ++i) {
            double const u = 0.5 * (low + high);
            (0.5 * u + 0.4 * (1.0 - std::exp(-u)) < x ? low : high) = u;
        }
        return 0.5 - 0.4 * std::exp(-low);
    };
    double const first = kept(1e12), both = kept(11e12);
    CHECK(r.tiers[0].found.value == near(first, 1e-12));
    CHECK(r.tiers[1].found.value == near(both - first, 1e-12));
    CHECK(r.cached.value == near(both, 1e-12));
    CHECK(with_cache(traffic{.input = 4'000.0 * token, .output = 100.0 * token}, r).cached.value == r.cached.value);
    // 2,000 tokens come back: 0.7 ms from the host, 3.8 ms from the drives; computing them takes 41 ms
    double const from_host = 2'000.0 * 70'272.0 / 200e9, from_drives = 1e-3 + 2'000.0 * 70'272.0 / 50e9;
    CHECK(r.reload.in(second) == near((first * from_host + (both - first) * from_drives) / 0.5, 1e-12));
    CHECK(r.recompute.in(second) == near((2'000.0 * 70e9 + 2e12 * 2.0) / 3.5e15, 1e-12));
    CHECK(r.tiers[1].worth);
    CHECK(r.tiers[0].busy.value == near(10e3 * first * 70'272.0 / 200e9, 1e-12));
    // 5,000 USD over five years, 1 W at 876 USD/kW-year; over tokens found
    CHECK(r.tiers[0].yearly.in(USD / year) == near(1'000.0 + 0.876, 1e-12));
    CHECK(r.tiers[1].yearly.in(USD / year) == near(200.0 + 8.76, 1e-12));
    CHECK(
        r.price.in(1e-6 * USD / token) == near((1'000.876 + 208.76) / (10e3 * 8'760.0 * 3'600.0 * both) * 1e6, 1e-12)
    );
}

TEST_CASE("a cached token on memory and drives costs less than DeepSeek sells it for") {
    // 0.014 USD/Mtok (2024-08), which has to carry more than the cache; a server's 20,000 prompt tokens a second, prefixes that come
    // again within two hours. An upper bound only: the price is no measurement of the cost.
    cache_tier const tiers[] = {catalog::cache_in_hbm, catalog::cache_in_host, catalog::cache_on_nvme};
    cache_load const load{
        .input = 3'909.0 * token,
        .arriving = 20e3 * token / second,
        .cache = cache_per_token(catalog::deepseek_r1, 2.0 * byte),
        .work = prompt_work_of(transformer(catalog::deepseek_r1), 3.2 * PFLOP_per_second),
        .layers = 61};
    CHECK(load.cache.in(byte / token) == 70'272.0);
    prefix_reuse reuse = catalog::deepseek_reuse;
    reuse.again = 2.0 * hour;
    cache_result<> const r = perform(reuse, load, std::span<cache_tier const>(tiers), cache_terms{});
    CHECK(r.cached.value > 0.563); // what was found on that day
    CHECK(r.price.in(1e-6 * USD / token) < 0.014);
    CHECK(r.exposed < 0.01 * r.recompute);
}

TEST_CASE("the wait for a cache is in the time to first token") {
    serving service{
        .model = catalog::llama_3_1_70b,
        .weights = precision::fp8,
        .traffic = {.input = 2'000.0 * token, .output = 300.0 * token, .cached = fraction{0.4}},
        .stack = catalog::vllm_2025};
    cluster const on{.server = catalog::hgx_h200, .network = catalog::infiniband_ndr};
    auto const plan = plan_choice(service, on, layout{4, 1}, 32, 2'048);
    auto const none = perform(plan, service, on, celsius(30.0));
    cache_result<> found{};
    found.cached = fraction{0.4};
    found.exposed = 25.0 * millisecond;
    service.traffic = with_cache(service.traffic, found);
    auto const some = perform(plan, service, on, celsius(30.0));
    CHECK((some.time_to_first_token - none.time_to_first_token).in(millisecond) == near(25.0, 1e-10));
    CHECK(some.time_per_output_token == none.time_per_output_token);
    CHECK(some.requests == none.requests);

    disaggregated apart{
        .model = catalog::llama_3_1_70b,
        .weights = precision::fp8,
        .traffic = {.input = 2'000.0 * token, .output = 300.0 * token, .cached = fraction{0.4}},
        .stack = catalog::vllm_2025};
    auto const pools = plan_workload(apart, on, celsius(30.0));
    auto const before = perform(pools, apart, on, celsius(30.0));
    apart.traffic = with_cache(apart.traffic, found);
    auto const after = perform(pools, apart, on, celsius(30.0));
    CHECK((after.time_to_first_token - before.time_to_first_token).in(millisecond) == near(25.0, 1e-10));
}

TEST_CASE("caches that make no sense are refused by name") {
    cache_tier const one[] = {drives()};
    cache_load load{
        .input = 4'000.0 * token, .arriving = 10e3 * token / second, .cache = kv, .work = work(), .layers = 61};
    prefix_reuse wrong{.hot = fraction{0.6}, .limit = fraction{0.5}};
    CHECK_THROWS_WITH_AS(
        perform(wrong, load, std::span<cache_tier const>(one), cache_terms{}), doctest::Contains("prefix_reuse.hot"),
        invalid_input
    );
    CHECK_THROWS_WITH_AS(
        perform(prefix_reuse{}, load, std::span<cache_tier const>{}, cache_terms{}), doctest::Contains("cache.tiers"),
        invalid_input
    );
    load.layers = 0;
    CHECK_THROWS_WITH_AS(
        perform(prefix_reuse{}, load, std::span<cache_tier const>(one), cache_terms{}),
        doctest::Contains("cache.layers"), invalid_input
    );
    CHECK_THROWS_AS(validate(cache_tier{}), invalid_input); // nothing is read
}

} // namespace
