// The planner against brute force over every layout, chunk and batch.
#include "approx.hpp"
#include "property/workload/random_service.hpp"

#include <doctest/doctest.h>

using namespace tallywatt;

namespace {

constexpr auto coolant = celsius(30.0);

struct exhaustive {
    double best = 0.0;           // tokens per second and accelerator
    int feasible = 0, tried = 0;
    double least_miss = 1e300;
};

exhaustive every_choice(serving const& s, cluster const& on, int most_sequences) {
    exhaustive r;
    int const largest = s.largest_instance > 0 ? s.largest_instance : on.server.accelerators;
    for (int tensor = 1; tensor <= largest; tensor *= 2)
        for (int data = 1; tensor * data <= largest; data *= 2) {
            if (!legal(s.model, {tensor, data}, largest)) continue;
            for (int const chunk : planned_chunks)
                for (int b = 1; b <= most_sequences; ++b) {
                    plan_fit const f = fit_of(plan_choice(s, on.server, {tensor, data}, b, chunk), s, on, coolant);
                    ++r.tried;
                    if (f.feasible()) ++r.feasible, r.best = std::max(r.best, f.output_per_accelerator);
                    r.least_miss = std::min(r.least_miss, f.worst());
                }
        }
    return r;
}

}  // namespace

TEST_CASE("the planner finds what brute force finds") {
    random_service::source_of_cases random(20260);
    int none = 0, some = 0, all_latent = 0;
    for (int n = 0; n < 80; ++n) {
        serving s;
        s.model = random.model();
        s.stack = random.stack();
        s.weights = random.format();
        s.cache = random.format();
        s.traffic = {.input = random.logarithmic(50.0, 20000.0) * token, .output = random.logarithmic(5.0, 3000.0) * token, .cached = fraction{random.real(0.0, 0.9)}};
        s.targets = {.time_to_first_token = random.logarithmic(0.005, 10.0) * second, .time_per_output_token = random.logarithmic(0.3, 100.0) * millisecond};
        s.largest_instance = random.coin() ? 0 : 1 << random.integer(0, 5);
        s.redundant_experts = random.coin() ? 0 : 8;
        cluster const on = random.machine();
        int const most_sequences = random.integer(1, 100);

        auto const brute = every_choice(s, on, most_sequences);
        serving_plan const p = plan_serving(s, on, coolant, most_sequences);
        plan_fit const f = fit_of(p, s, on, coolant);
        INFO("case " << n << ": " << brute.feasible << " of " << brute.tried << " feasible, T" << p.instance.tensor << " D" << p.instance.data << " b" << p.sequences << " chunk " << p.chunk);
        CHECK(f.feasible() == (brute.feasible > 0));
        if (brute.feasible > 0) {
            ++some;
            CHECK(f.output_per_accelerator == brute.best);  // the same arithmetic on the same choice: equal, not nearly so
        } else {
            ++none;
            CHECK(f.worst() >= brute.least_miss);
        }
        CHECK(p.sequences <= most_sequences);
        if (s.model.attention.kind == attention_kind::latent) ++all_latent;
    }
    MESSAGE(some << " cases with a plan, " << none << " without, " << all_latent << " with latent attention");
    CHECK(some >= 40);  // or the check would be of little worth
    CHECK(none >= 15);
    CHECK(all_latent >= 10);
}

TEST_CASE("nothing fits: the nearest plan is returned and says by how much") {
    random_service::source_of_cases random(5);
    serving s;
    s.model = random.model();
    s.model.layers = 4000;  // no memory holds it
    s.traffic = {.input = 1000.0 * token, .output = 100.0 * token};
    cluster const on{.server = catalog::hgx_h100, .network = catalog::infiniband_ndr};
    serving_plan const p = plan_serving(s, on);
    plan_fit const f = fit_of(p, s, on, coolant);
    CHECK_FALSE(f.feasible());
    CHECK(f.memory > 1.0);
    CHECK(p.sequences == 1);
    CHECK(f.worst() == near(every_choice(s, on, 4).least_miss, 1e-12));
}

TEST_CASE("latencies out of reach: memory is not to blame") {
    serving s;
    s.model = {.layers = 32, .hidden = 4096, .vocabulary = 128000, .attention = {.heads = 32, .kv_heads = 8, .head_size = 128}, .ffn = {.width = 14336}};
    s.stack = catalog::vllm_2025;
    s.traffic = {.input = 1000.0 * token, .output = 100.0 * token};
    s.targets = {.time_to_first_token = 1.0 * second, .time_per_output_token = 0.1 * millisecond};
    cluster const on{.server = catalog::hgx_h100, .network = catalog::infiniband_ndr};
    plan_fit const f = fit_of(plan_serving(s, on), s, on, coolant);
    CHECK(f.output_token > 1.0);
    CHECK(f.memory < 1.0);
}

TEST_CASE("a looser target never costs output") {
    random_service::source_of_cases random(77);
    for (int n = 0; n < 20; ++n) {
        serving s;
        s.model = random.model();
        s.stack = random.stack();
        s.weights = random.format();
        s.traffic = {.input = random.logarithmic(50.0, 8000.0) * token, .output = random.logarithmic(20.0, 2000.0) * token};
        cluster const on = random.machine();
        double last = 0.0;
        for (double milliseconds = 2.0; milliseconds < 300.0; milliseconds *= 2.0) {
            s.targets = {.time_to_first_token = 100.0 * milliseconds * millisecond, .time_per_output_token = milliseconds * millisecond};
            plan_fit const f = fit_of(plan_serving(s, on), s, on, coolant);
            if (!f.feasible()) continue;
            CHECK(f.output_per_accelerator >= last);
            last = f.output_per_accelerator;
        }
    }
}
