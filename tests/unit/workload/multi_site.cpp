// Training over several sites: latency of fibre, exchanges by hand, published low-communication runs, and the claim that a fast
// link makes distant sites one cluster.

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/wan.hpp>
#include <tallywatt/workload/one_cluster.hpp>
#include <tallywatt/workload/operations.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace tallywatt;

namespace {

constexpr wan_link tbps(double rate, length<> distance = 100.0 * kilometre) {
    return {.distance = distance, .route = ratio{1.3}, .group_index = ratio{1.468}, .equipment = 20.0 * microsecond, .rate = one_way(rate * terabit_per_second), .share = fraction{0.9}};
}
constexpr double llama_405b = 405'853'388'800.0;

}  // namespace

TEST_CASE("light in fibre: 4.9 us per km, and back to the distance") {
    wan_link const bare{.distance = 1.0 * kilometre, .route = ratio{1.0}, .equipment = {}, .rate = one_way(1.0 * terabit_per_second)};
    CHECK(one_way_latency(bare).in(microsecond) == within(4.897, 0.001));  // 1.468/299,792.458 km/s
    // 100 x 1.3 x 4.8967 + 20 = 656.6 us
    CHECK(one_way_latency(tbps(1.0)).in(microsecond) == near(656.57, 1e-5));
    CHECK(reach(tbps(1.0), one_way_latency(tbps(1.0))).in(kilometre) == near(100.0, 1e-12));
    CHECK(reach(bare, 100.0 * microsecond).in(kilometre) == near(20.42, 1e-3));
    CHECK(reach(tbps(1.0), 10.0 * microsecond).in(kilometre) == 0.0);  // equipment takes it all
}

TEST_CASE("synchronous: all-reduce of one model over the sites' links") {
    // two sites: 2 (1/2) 811.7 GB = 811.7 GB at 112.5 GB/s = 7.215 s, 2 latencies of 656.6 us; half of 6 s hides
    multi_site m{.sites = 2, .gradients = 2.0 * llama_405b * byte, .hidden = fraction{0.5}};
    auto const r = perform(m, 6.0 * second, tbps(1.0));
    CHECK(r.sent.in(GB) == near(811.7068, 1e-6));
    CHECK(r.transfer.in(second) == near(7.215171, 1e-6));
    CHECK(r.latency.in(microsecond) == near(2.0 * 656.57, 1e-5));
    CHECK(r.exposed.in(second) == near(7.215171 + 0.001313 - 3.0, 1e-6));
    CHECK(r.slowdown.value == near(1.0 + r.exposed.in(second) / 6.0, 1e-14));
    CHECK(r.traffic.in(GB_per_second) == near(811.7068 / r.step.in(second), 1e-6));
    // just hidden at the rate it says it needs
    auto exact = tbps(1.0);
    exact.rate = one_way(r.needed / 0.9);
    CHECK(perform(m, 6.0 * second, exact).exposed.in(second) < 1e-12);
    exact.rate = one_way(r.needed * 0.99 / 0.9);
    CHECK(perform(m, 6.0 * second, exact).exposed > 0.0 * second);
    // four sites: 2 (3/4) of it and six latencies; compression divides
    m.sites = 4;
    m.compression = ratio{4.0};
    auto const four = perform(m, 6.0 * second, tbps(1.0));
    CHECK(four.sent.in(GB) == near(1.5 * 811.7068 / 4.0, 1e-6));
    CHECK(four.latency.in(microsecond) == near(6.0 * 656.57, 1e-5));
    m.sites = 1;
    CHECK(perform(m, 6.0 * second, tbps(1.0)).slowdown.value == 1.0);
}

TEST_CASE("pipelined, low communication, asynchronous") {
    // 16.78 M tokens x 16,384 x 2 B = 549.8 GB over a border each way
    multi_site const pipe{.sites = 2, .method = site_method::pipelined, .activations = 16'777'216.0 * 16'384.0 * 2.0 * byte, .hidden = fraction{1.0}};
    auto const p = perform(pipe, 6.0 * second, tbps(1.0));
    CHECK(p.transfer.in(second) == near(549.7558 / 112.5, 1e-6));
    CHECK(p.exposed.in(second) == 0.0);
    multi_site low{.sites = 2, .method = site_method::low_communication, .inner_steps = 100, .gradients = 2.0 * llama_405b * byte, .token_factor = ratio{1.03}};
    auto const d = perform(low, 6.0 * second, tbps(1.0));
    CHECK(d.exposed.in(second) == near((7.215171 + 0.001313) / 100.0, 1e-6));
    CHECK(d.slowdown.value == near((1.0 + d.exposed.in(second) / 6.0) * 1.03, 1e-13));
    low.method = site_method::asynchronous;
    low.token_factor = ratio{1.1};
    auto const a = perform(low, 6.0 * second, tbps(1.0));
    CHECK(a.exposed.in(second) == 0.0);
    CHECK(a.slowdown.value == near(1.1, 1e-14));
    // unless the link cannot even carry one exchange in the time of its steps
    low.inner_steps = 1;
    CHECK(perform(low, 6.0 * second, tbps(1.0)).exposed.in(second) == near(7.216484 - 6.0, 1e-5));
}

TEST_CASE("INTELLECT-1: 400 times less traffic, and 96 and 83 % of the time computing") {
    // 10 G parameters in int8 once in 100 steps, against fp32 gradients every step
    multi_site const full{.sites = 14, .gradients = 40e9 * byte};
    multi_site const low{.sites = 14, .method = site_method::low_communication, .inner_steps = 100, .gradients = 10e9 * byte};
    auto const link = tbps(0.001, 2'000.0 * kilometre);
    auto const f = perform(full, 22.8 * second, link), l = perform(low, 22.8 * second, link);
    CHECK(f.sent / (l.sent / 100.0) == near(400.0, 1e-12));
    // 38 min of inner steps and all-reduces of 103 s (United States) and 469 s (world): recalled, shares as published
    auto const share = [&](duration<> exchange) {
        auto own = link;
        own.distance = {};
        own.equipment = {};
        own.rate = one_way(l.sent / exchange / 0.9);
        return 1.0 / perform(low, 22.8 * second, own).slowdown.value;
    };
    CHECK(share(103.0 * second) == within(0.96, 0.005));
    CHECK(share(469.0 * second) == within(0.83, 0.005));
}

TEST_CASE("what tensor groups exchange in a step") {
    // 126 layers over 16 devices, 2,048/128 micro-batches, four all-reduces each: 504; 126 layers x 4 x 16.78 M tokens x
    // 16,384 in two bytes: 277.1 TB
    training const job{.model = catalog::llama_3_1_405b, .sequence = 8192, .batch = 2048};
    training_layout const l{.tensor = 8, .pipeline = 16, .lean_ends = true, .data = 128};
    auto const e = tensor_exchanges(job, l);
    CHECK(e.count == 504.0);
    CHECK(e.summed.in(TB) == near(504.0 * 16'777'216.0 * 16'384.0 * 2.0 / 1e12, 1e-14));
    CHECK(e.summed.in(TB) == within(277.1, 0.1));
    // larger micro-batches wait less often, and sum up the same
    auto const larger = tensor_exchanges(job, {.tensor = 8, .pipeline = 16, .lean_ends = true, .data = 128, .micro_batch = 4});
    CHECK(larger.count == 126.0);
    CHECK(larger.summed == e.summed);
    // attention and feed-forward side by side share their sums
    training parallel = job;
    parallel.model.parallel_blocks = true;
    CHECK(tensor_exchanges(parallel, l).count == 252.0);
    CHECK(tensor_exchanges(parallel, l).summed.in(TB) == near(0.5 * e.summed.in(TB), 1e-14));
}

TEST_CASE("the claim: 1 Tbit/s and 100 us make distant sites one cluster") {
    // Llama 3.1 405B on 16,384 accelerators in two sites: 16.8 M tokens per step at 400 TFLOP/s, gradients in bf16, half of
    // the step to hide them behind.
    auto const& m = catalog::llama_3_1_405b;
    duration<> const step = training_operations(m, 8192) * 16'777'216.0 / (16'384.0 * 400.0 * TFLOP_per_second);
    CHECK(step.in(second) == within(6.5, 0.3));
    multi_site job{.sites = 2, .gradients = 2.0 * double(total_parameters(m)) * byte, .hidden = fraction{0.5}};
    blocking_exchanges const groups =
        tensor_exchanges({.model = m, .sequence = 8192, .batch = 2048}, {.tensor = 8, .pipeline = 16, .lean_ends = true, .data = 128});
    auto const c = examine(job, step, tbps(1.0), 100.0 * microsecond, groups);
    CHECK(c.fibre_one_way.in(kilometre) == near(20.42, 1e-3));     // a campus or a town, nothing distant
    CHECK(c.fibre_round_trip.in(kilometre) == near(10.21, 1e-3));
    CHECK(c.data_parallel.latency < 0.001 * c.data_parallel.transfer);  // bandwidth decides
    CHECK(c.data_parallel.slowdown.value == within(1.6, 0.05));
    CHECK(c.data_parallel.needed.in(terabit_per_second) == within(2.0, 0.1));
    // two sites: each sends 2 (1/2) 277.1 TB at 112.5 GB/s, 2,463 s, and waits 504 x 100 us
    CHECK(c.crossing == groups.summed);
    CHECK(c.crossing_time.in(second) == near(277.077 / 0.1125, 1e-5));
    CHECK(c.spanning_groups.value == near(1.0 + (c.crossing_time.in(second) + 0.0504) / step.in(second), 1e-12));
    CHECK(c.spanning_groups.value == within(380.0, 20.0));
    CHECK(verdict_of(c) == one_cluster::low_communication);
    // ten times the rate carries whole replicas, at any distance on land, but no groups that span: the volume decides
    CHECK(verdict_of(examine(job, step, tbps(10.0), 100.0 * microsecond, groups)) == one_cluster::whole_replicas);
    CHECK(verdict_of(examine(job, step, tbps(10.0), 25.0 * millisecond, groups)) == one_cluster::whole_replicas);
    CHECK(verdict_of(examine(job, step, tbps(10.0), 0.0 * second, groups)) == one_cluster::whole_replicas);
    // groups would need 277.1 TB in 5 % of a step, less the latency: 8 Pbit/s
    double const room = 0.05 * step.in(second) - 0.0504, petabits = 277.077 * 8.0 / room / 0.9 / 1000.0;
    CHECK(petabits == within(8.7, 1.0));
    CHECK(verdict_of(examine(job, step, tbps(1000.0 * petabits * 1.001), 100.0 * microsecond, groups)) == one_cluster::any_layout);
    CHECK(verdict_of(examine(job, step, tbps(1000.0 * petabits * 0.999), 100.0 * microsecond, groups)) == one_cluster::whole_replicas);
    // and however wide the link, 504 waits of a millisecond are too long
    CHECK(verdict_of(examine(job, step, tbps(1e6), 1.0 * millisecond, groups)) == one_cluster::whole_replicas);
    // four sites: 2 (3/4) of it leaves each
    job.sites = 4;
    CHECK(examine(job, step, tbps(1.0), 100.0 * microsecond, groups).crossing.in(TB) == near(1.5 * 277.077, 1e-5));
    // once in 100 steps the claimed link is plenty
    job.sites = 2;
    job.method = site_method::low_communication;
    job.inner_steps = 100;
    CHECK(examine(job, step, tbps(1.0), 100.0 * microsecond, {}).data_parallel.slowdown.value < 1.05);
    CHECK(std::string(text_of(one_cluster::low_communication)).substr(0, 15) == "not one cluster");
}

TEST_CASE("tokens that make up for a gap in loss") {
    CHECK(tokens_for_gap(0.0, 0.4, 0.28).value == 1.0);
    // 0.415 - 0.022 = 0.393: (0.415/0.393)^(1/0.28) = 1.2148
    CHECK(tokens_for_gap(0.022, 0.415, 0.28).value == near(1.2148, 1e-4));
    CHECK(tokens_for_gap(-0.004, 0.415, 0.28).value < 1.0);
    CHECK(catalog::low_communication_tokens.value.high >= tokens_for_gap(0.022, 0.415, 0.28).value);
}

TEST_CASE("sites: N, N+1, N+2, and means of price and carbon") {
    auto const a = availability_of(3, availability{0.99});
    CHECK(a.all.value == near(0.970299, 1e-12));
    CHECK(a.one_spare.value == near(0.99940797, 1e-9));  // 0.99^4 + 4 x 0.01 x 0.99^3
    CHECK(a.two_spare.value == near(0.9999901494, 1e-10));
    CHECK(a.elastic.value == 0.99);
    std::array<training_site, 2> const sites{
        training_site{.name = "a", .share = fraction{0.25}, .price = 2.0 * USD / accelerator_hour, .pue = pue{1.2}, .carbon = 400.0 * gCO2e / kilowatt_hour},
        training_site{.name = "b", .share = fraction{0.75}, .price = 3.0 * USD / accelerator_hour, .pue = pue{1.1}, .carbon = 40.0 * gCO2e / kilowatt_hour}};
    auto const mean = means_of(std::span<training_site const>(sites));
    CHECK(mean.price.in(USD / accelerator_hour) == near(2.75, 1e-14));
    CHECK(mean.carbon.in(gCO2e / kilowatt_hour) == near(0.25 * 480.0 + 0.75 * 44.0, 1e-13));
}

TEST_CASE("a method is not given what belongs to another") {
    CHECK_NOTHROW(check(multi_site{.gradients = 1.0 * GB}));
    CHECK_THROWS_WITH_AS(check(multi_site{.inner_steps = 10, .gradients = 1.0 * GB}), "multi_site.inner_steps: synchronous and pipelined training exchange every step", invalid_input);
    CHECK_THROWS_WITH_AS(check(multi_site{}), "multi_site.gradients: nothing is exchanged between sites", invalid_input);
    CHECK_THROWS_AS(check(multi_site{.method = site_method::pipelined, .gradients = 1.0 * GB}), invalid_input);
    // and is not evaluated with it either
    CHECK_THROWS_WITH_AS(perform(multi_site{}, 6.0 * second, tbps(1.0)), "multi_site.gradients: nothing is exchanged between sites", invalid_input);
    CHECK_NOTHROW(perform(multi_site{.sites = 1}, 6.0 * second, tbps(1.0)));
}

namespace {
template <class T = double>
struct basic_setting {
    static constexpr char const* kind = "setting";
    basic_multi_site<T> job{};
    basic_wan_link<T> link{.distance = 100.0 * kilometre, .rate = one_way(byte_rate<T>(1.0 * terabit_per_second))};
    duration<T> step = 6.5 * second;
    basic_availability<T> site{T(0.9)};
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"job"}, self.job...);
        visit(field{"link"}, self.link...);
        visit(field{"step"}, self.step...);
        visit(field{"site"}, self.site...);
    }
};
}  // namespace

TEST_CASE("multi-site: derivatives, intervals, packs and float") {
    for (auto const method : {site_method::synchronous, site_method::pipelined, site_method::low_communication, site_method::asynchronous}) {
        bool const often = method == site_method::synchronous || method == site_method::pipelined;
        basic_setting<> const s{
            .job = {.sites = 3, .method = method, .inner_steps = often ? 1 : 20, .gradients = 2.0 * TB, .activations = 2.0 * TB, .compression = ratio{1.5}, .hidden = fraction{0.3}, .token_factor = ratio{1.05}}};
        arithmetics::check_all(s, []<class T>(basic_setting<T> const& x) {
            auto const r = perform(x.job, x.step, x.link);
            auto const a = availability_of(3, x.site);
            return std::array<T, 7>{r.sent.in(TB), r.transfer.in(second), r.latency.in(millisecond), r.step.in(second), r.slowdown.value, a.one_spare.value, a.two_spare.value};
        });
    }
}

TEST_CASE("links of the catalog are valid and sourced") {
    for (auto const* link : {&catalog::campus_link, &catalog::region_link, &catalog::continent_link}) {
        CHECK_NOTHROW(validate(*link));
        walk(
            [&](field_path const& path, field const& f, auto const& leaf) {
                if constexpr (numeric_leaf<decltype(leaf)>)
                    CHECK((source_of(catalog::campus_link_sources, path.text()).title != nullptr || f.default_from.title != nullptr));
            },
            field_path{}, *link);
    }
}
