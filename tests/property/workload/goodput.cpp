// Properties of goodput: the least loss lies at Daly's interval, it falls with size and with failures, and every number type
// agrees.

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

#include <tallywatt/catalog/reliability.hpp>

#include <array>
#include <cmath>

using namespace tallywatt;

namespace {

template <class T = double>
struct basic_failing_job {
    static constexpr char const* kind = "failing_job";
    basic_reliability<T> failures = {.between_interruptions = 50'000.0 * accelerator_hour, .planned = 0.9 / day};
    checkpoint_cost<T> checkpoint{.size = 5.7 * TB, .stall = 4.0 * second, .write = 9.0 * second, .load = 3.0 * second};
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"failures"}, self.failures...);
        visit(field{"checkpoint"}, self.checkpoint...);
    }
};

double useful_at(goodput_plan p, reliability const& r, checkpoint_cost<> const& c, duration<> interval) {
    p.interval = interval;
    return perform(p, r, c).useful.value;
}

}  // namespace

TEST_CASE("goodput: derivatives, intervals, packs and float") {
    basic_failing_job<> const job{};
    goodput_plan const p = plan_goodput(job.failures, job.checkpoint, {.accelerators = 16'384, .enough = 0.99});
    arithmetics::check_all(job, [&]<class T>(basic_failing_job<T> const& j) {
        auto const g = perform(p, j.failures, j.checkpoint);
        return std::array<T, 4>{g.useful.value, g.redone.value, g.restarts.value, g.planned.value};
    });
}

TEST_CASE("cost of a checkpoint: derivatives, intervals, packs and float") {
    for (auto const form : {checkpoint_form::blocking, checkpoint_form::staged, checkpoint_form::in_memory})
        arithmetics::check_all(checkpointing{.form = form}, []<class T>(basic_checkpointing<T> const& how) {
            auto const c = cost_of(how, 405'853'388'800, 16'384);
            return std::array<T, 4>{c.size.in(TB), c.stall.in(second), c.write.in(second), c.load.in(second)};
        });
}

TEST_CASE("Daly's interval loses at most 0.1 % of the time more than the best one, Young's more than it") {
    for (double const stall : {0.1, 1.0, 10.0, 100.0, 1'000.0, 5'000.0})
        for (double const restart : {0.0, 600.0}) {
            duration<> const between = 10'000.0 * second;
            reliability const r{.between_interruptions = 8.0 * accelerator_unit * between, .node_lost = fraction{0.0}, .detection = {}, .restart = restart * second};
            checkpoint_cost<> const c{.stall = stall * second};
            goodput_plan const p{.accelerators = 8, .nodes = 1};
            double best = 0.0, at = 0.0;
            for (double tau = 1.0; tau < 60'000.0; tau *= 1.002) {
                double const g = useful_at(p, r, c, tau * second);
                if (g > best) best = g, at = tau;
            }
            INFO("stall ", stall, " s, best at ", at, " s");
            double const daly = useful_at(p, r, c, daly_interval(c.stall, between)), young = useful_at(p, r, c, young_interval(c.stall, between));
            CHECK(daly > best * 0.999);
            CHECK(young <= best * (1.0 + 1e-5));  // the search's own step
            if (stall >= 10.0) CHECK(daly >= young);
        }
}

TEST_CASE("goodput falls with the number of accelerators, with failures, stalls and restarts; shares always sum to one") {
    reliability const r = catalog::llama3_cluster;
    double last = 1.0;
    for (int n = 64; n <= 1 << 20; n *= 2) {
        auto const c = cost_of(catalog::file_system_checkpoints, 405'853'388'800, n);
        auto const p = plan_goodput(r, c, {.accelerators = n});
        auto const g = perform(p, r, c);
        INFO(n, " accelerators");
        // more spares than the share asked for can leave a little more than for the size before
        CHECK(g.useful.value < last + (1.0 - 0.999));
        CHECK(g.total() == near(1.0, 1e-13));
        CHECK(g.busy().value <= 1.0);
        last = g.useful.value;

        reliability worse = r;
        worse.between_interruptions = 0.5 * r.between_interruptions;
        CHECK(perform(plan_goodput(worse, c, {.accelerators = n, .spare_nodes = p.spare_nodes}), worse, c).useful.value < g.useful.value);
        worse = r;
        worse.restart = 2.0 * r.restart;
        CHECK(perform(p, worse, c).useful.value < g.useful.value);
        auto stalls = c;
        stalls.stall = 2.0 * c.stall;
        CHECK(perform(plan_goodput(r, stalls, {.accelerators = n}), r, stalls).useful.value < g.useful.value);
        CHECK(perform(p, r, stalls).useful.value < g.useful.value);
    }
}

TEST_CASE("first order: loss is sqrt(2 d N/M) + r N/M where failures are rare") {
    reliability const r{.between_interruptions = 1e6 * accelerator_hour, .node_lost = fraction{0.0}, .detection = {}, .restart = 10.0 * minute};
    checkpoint_cost<> const c{.stall = 1.0 * second};
    auto const p = plan_goodput(r, c, {.accelerators = 1'024});
    double const per_second = 1'024.0 / 3.6e9, loss = std::sqrt(2.0 * per_second) + 600.0 * per_second;
    CHECK(1.0 - perform(p, r, c).useful.value == near(loss, 0.002));  // the next order is a hundredth of its square root
}

TEST_CASE("a catalog object as an interval holds its likely value") {
    auto const wide = convert<interval>(catalog::llama3_cluster);
    auto const how = convert<interval>(catalog::file_system_checkpoints);
    auto const c = cost_of(catalog::file_system_checkpoints, 405'853'388'800, 16'384);
    auto const p = plan_goodput(catalog::llama3_cluster, c, {.accelerators = 16'384});
    auto const g = perform(p, wide, cost_of(how, 405'853'388'800, 16'384));
    CHECK(g.useful.value.contains(perform(p, reliability(catalog::llama3_cluster), c).useful.value));
    CHECK(g.useful.value.high < 1.0);
    CHECK(g.useful.value.low > 0.0);
}
