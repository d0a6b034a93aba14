// perform, evaluate_step and the dedicated phases in every number type.
#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/workload/phase.hpp>
#include <tallywatt/workload/plan_serving.hpp>

#include <array>
#include <cmath>
#include <limits>

using namespace tallywatt;

namespace {

// Everything that evaluating a service depends on.
template <class T = double>
struct basic_case {
    basic_serving<T> service{};
    basic_cluster<T> cluster{};
    basic_phase<T> unit{};
    temperature<T> coolant = celsius(T(30.0));
    static constexpr char const* kind = "case";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"service"}, self.service...);
        visit(field{"cluster"}, self.cluster...);
        visit(field{"unit"}, self.unit...);
        visit(field{"coolant"}, self.coolant...);
    }
};

basic_case<> llama_on_h100() {
    basic_case<> c;
    c.service = {.model = catalog::llama_3_1_70b,
                 .weights = precision::bf16,
                 .traffic = {.input = 2000.0 * token, .output = 500.0 * token, .cached = fraction{0.3}},
                 .stack = catalog::vllm_2025};
    c.cluster = {.server = catalog::hgx_h100, .network = catalog::infiniband_ndr};
    c.cluster.server.accelerator.package_known = false;
    c.cluster.server.accelerator.package = {};
    c.unit = {.instance = {4, 1}, .batch = 64, .length = 2000.0 * token};
    return c;
}

basic_case<> deepseek_on_h800(int ranks) {
    basic_case<> c = llama_on_h100();
    c.service = {.model = catalog::deepseek_v3,
                 .weights = precision::fp8,
                 .traffic = {.input = 3909.0 * token, .output = 1080.0 * token, .cached = fraction{0.563}},
                 .stack = catalog::deepseek_2025};
    c.cluster.server = catalog::hgx_h800;
    c.cluster.server.accelerator.package_known = false;
    c.cluster.server.accelerator.package = {};
    c.unit = {.instance = {1, ranks}, .batch = 96, .length = 4000.0 * token, .cached = fraction{0.4}, .redundant_experts = 32};
    return c;
}

void check_service(basic_case<> const& c, layout const& l, int batch, int chunk) {
    serving_plan const plan = plan_choice(c.service, c.cluster, l, batch, chunk);
    arithmetics::check_all(c, [&]<class T>(basic_case<T> const& x) {
        auto const r = perform(plan, x.service, x.cluster, x.coolant);
        auto const m = r.memory;
        return std::array<T, 9>{r.output.base_value, r.requests.base_value, r.time_to_first_token.base_value, r.time_per_output_token.base_value,
                                r.mixed_step.base_value, r.decode_step.base_value, r.busy.base_value, r.resting.base_value, m.total().base_value};
    });
}

void check_phase(basic_case<> const& c) {
    step_plan const fill = plan_prefill(c.service, c.cluster.server, c.unit), run = plan_decode(c.service, c.cluster.server, c.unit);
    arithmetics::check_all(c, [&]<class T>(basic_case<T> const& x) {
        auto const p = perform_prefill(fill, x.service, x.cluster, x.unit, x.coolant);
        auto const d = perform_decode(run, x.service, x.cluster, x.unit, x.coolant);
        return std::array<T, 6>{p.tokens_per_server.value.base_value, d.tokens_per_server.value.base_value, p.step.base_value, d.step.base_value, p.draw.base_value, d.draw.base_value};
    });
}

}  // namespace

TEST_CASE("a dense service: derivatives, intervals, packs, floats") { check_service(llama_on_h100(), {4, 1}, 64, 512); }
TEST_CASE("a service whose every iteration is mixed") { check_service(llama_on_h100(), {8, 1}, 200, 512); }
TEST_CASE("a mixture across nodes with two half batches") { check_service(deepseek_on_h800(32), {1, 32}, 60, 1024); }
TEST_CASE("a mixture in one node, sharded and grouped") { check_service(deepseek_on_h800(8), {2, 4}, 33, 256); }
TEST_CASE("packs equal scalars to 4 units in the last place") {
    // equal without FMA; contraction moves them by one
    auto const c = deepseek_on_h800(32);
    serving_plan const plan = plan_choice(c.service, c.cluster, {1, 32}, 60, 1024);
    auto const lane_value = [](std::size_t lane, std::size_t k, double u) { return u * (1.0 + 0.002 * static_cast<double>((lane * 7 + k) % 5)); };
    auto const pack = arithmetics::mapped<simd>(c, [&](std::size_t k, double u) { return simd([&](auto lane) { return lane_value(lane, k, u); }); });
    auto const many = perform(plan, pack.service, pack.cluster, pack.coolant);
    for (std::size_t lane = 0; lane < simd::size(); ++lane) {
        auto const one = arithmetics::mapped<double>(c, [&](std::size_t k, double u) { return lane_value(lane, k, u); });
        auto const r = perform(plan, one.service, one.cluster, one.coolant);
        auto const same = [&](double a, double b) { CHECK(std::abs(a - b) <= 4 * std::numeric_limits<double>::epsilon() * std::abs(b)); };
        same(many.output.base_value[lane], r.output.base_value);
        same(many.time_to_first_token.base_value[lane], r.time_to_first_token.base_value);
        same(many.time_per_output_token.base_value[lane], r.time_per_output_token.base_value);
        same(many.busy.base_value[lane], r.busy.base_value);
        same(many.split.network.base_value[lane], r.split.network.base_value);
    }
}
TEST_CASE("phases in a constant expression") {
    constexpr serving s{.model = catalog::deepseek_v3, .weights = precision::fp8, .stack = catalog::deepseek_2025};
    constexpr cluster on{.server = catalog::hgx_h800, .network = catalog::infiniband_ndr};
    constexpr auto d = perform_decode(s, on, {.instance = {1, 128}, .batch = 128, .length = 4096.0 * token});
    auto const again = perform_decode(s, on, {.instance = {1, 128}, .batch = 128, .length = 4096.0 * token});
    CHECK(d.step.in(second) == near(again.step.in(second), 1e-12));  // series against the C library
}
TEST_CASE("a service held by its power cap") {
    auto c = llama_on_h100();
    c.cluster.server.accelerator.tdp = 400.0 * watt;
    auto const plan = plan_choice(c.service, c.cluster, {4, 1}, 200, 2048);
    CHECK(perform(plan, c.service, c.cluster, c.coolant).clock.value < 0.9);  // or it would test nothing
    check_service(c, {4, 1}, 200, 2048);
}
TEST_CASE("dedicated units of a dense model") { check_phase(llama_on_h100()); }
TEST_CASE("dedicated units of a mixture") { check_phase(deepseek_on_h800(64)); }
