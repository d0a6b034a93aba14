// Goodput of training jobs: hand calculations, published interruptions and effective shares.

#include "approx.hpp"

#include <tallywatt/catalog/reliability.hpp>
#include <tallywatt/number/availability.hpp>

#include <doctest/doctest.h>

#include <cmath>

using namespace tallywatt;

namespace {

constexpr std::int64_t llama_405b = 405'853'388'800;

/// Loss at any interval, straight from Daly's equation 20: 1 - tau/(mu e^(r/mu) (e^((tau + d)/mu) - 1)).
double useful_at(double tau, double d, double r, double mu) { return tau / (mu * std::exp(r / mu) * std::expm1((tau + d) / mu)); }

goodput of(basic_reliability<estimate> const& failures, basic_checkpointing<estimate> const& how, std::int64_t parameters, int accelerators) {
    auto const c = cost_of(how, parameters, accelerators);
    return perform(plan_goodput(failures, c, {.accelerators = accelerators}), reliability(failures), c);
}

}  // namespace

TEST_CASE("intervals of Young and of Daly") {
    auto const d = 1.0 * minute, mu = 180.0 * minute;
    // sqrt(2 x 1 x 180) = 18.97366596
    CHECK(young_interval(d, mu).in(minute) == near(18.97366596, 1e-9));
    // 18.97366596 (1 + 0.05270463/3 + 0.00277778/9) - 1 = 18.31285446
    CHECK(daly_interval(d, mu).in(minute) == near(18.3128545, 1e-7));
    CHECK(daly_interval(400.0 * minute, mu).in(minute) == 180.0);  // d >= 2 mu
}

TEST_CASE("shares: the useful one is Daly's exact wall time, and all sum to one") {
    reliability const r{.between_interruptions = 16'384.0 * 3.0 * accelerator_hour, .node_lost = fraction{0.0}, .detection = 2.0 * minute, .restart = 8.0 * minute};
    checkpoint_cost<> const c{.stall = 20.0 * second, .write = 60.0 * second, .load = 30.0 * second};
    goodput_plan const p{.accelerators = 16'384, .nodes = 2'048, .interval = 15.0 * minute};
    auto const g = perform(p, r, c);
    // a checkpoint is safe 40 s after its stall: who fails before goes back to the one before
    CHECK(g.useful.value == near(useful_at(900.0, 20.0, 630.0 + 40.0, 3.0 * 3600.0), 1e-13));
    CHECK(g.total() == near(1.0, 1e-14));
    CHECK(g.waiting.value == 0.0);  // no node is ever lost
    CHECK(g.planned.value == 0.0);
    // interruptions during restarts, too: 1 - e^(-630/10800)
    CHECK(g.restarts.value == near(1.0 - std::exp(-630.0 / 10'800.0), 1e-12));
    CHECK(g.checkpoints.value == near(g.useful.value * 20.0 / 900.0, 1e-13));

    reliability planned = r;
    planned.planned = 1.0 / day;
    planned.planned_stop = 1.0 * hour;
    auto const h = perform(p, planned, c);
    CHECK(h.useful.value == near(g.useful.value * 24.0 / 25.0, 1e-13));  // an hour after every 24 h of work
    CHECK(h.planned.value == near(1.0 / 25.0, 1e-13));
    CHECK(h.total() == near(1.0, 1e-14));
}

TEST_CASE("x/(e^x - 1) is smooth where its two forms meet, and right at both ends") {
    for (double x : {1e-12, 1e-6, 0.01, 0.0499999, 0.0500001, 0.5, 3.0, 40.0})
        CHECK(detail::bernoulli_share(x) == near(x / std::expm1(x), 2e-14));  // e^x - 1 loses 1.3 digits at 0.05
    CHECK(detail::bernoulli_share(0.0) == 1.0);
    CHECK(detail::bernoulli_share(1e6) < 1e-200);
}

TEST_CASE("spare nodes: binomial, for a few nodes by hand and for thousands") {
    // 2 of 3 at 0.9: 0.729 + 3 x 0.081
    CHECK(enough_nodes(2, 1, availability{0.9}).value == near(0.972, 1e-14));
    CHECK(enough_nodes(10, 2, availability{0.99}).value == near(k_of_n(10, 12, availability{0.99}).value, 1e-14));
    CHECK(enough_nodes(7, 0, availability{0.98}).value == near(std::pow(0.98, 7), 1e-14));
    // 8 x 24 h x 0.78/50,675.6 h = 0.002955: 6.07 of 2,055 nodes out on the mean, Poisson P(<= 15) = 0.99943
    reliability const r = catalog::llama3_cluster;
    CHECK(node_availability(r).value == near(1.0 / 1.0029553, 1e-6));
    int const spare = spare_nodes_for(2'048, node_availability(r), 0.999);
    CHECK(spare == 15);
    CHECK(enough_nodes(2'048, spare, node_availability(r)).value == within(0.99943, 3e-5));  // Poisson for binomial
    CHECK(enough_nodes(2'048, spare - 1, node_availability(r)).value < 0.999);
    CHECK(enough_nodes(16'384, 400, availability{0.98}).value > 0.99);  // 328 out on the mean, no overflow
}

TEST_CASE("cost of a checkpoint") {
    // 405.85 G parameters x 14 B = 5.682 TB; 346.8 MB of an accelerator
    checkpointing how{.storage_write = 2.0 * TB_per_second, .storage_read = 4.0 * TB_per_second, .host = per_accelerator<byte_rate<>>{20.0 * GB_per_second}, .pause = 1.0 * second};
    auto const staged = cost_of(how, llama_405b, 16'384);
    CHECK(staged.size.in(TB) == near(5.6819474, 1e-7));
    CHECK(staged.stall.in(second) == near(1.0 + 0.0173399, 1e-6));
    CHECK(staged.write.in(second) == near(1.0173399 + 2.8409737, 1e-6));
    CHECK(staged.load.in(second) == near(1.4204869, 1e-6));
    how.form = checkpoint_form::blocking;
    CHECK(cost_of(how, llama_405b, 16'384).stall.in(second) == near(3.8409737, 1e-7));
    how.form = checkpoint_form::in_memory;
    auto const copied = cost_of(how, llama_405b, 16'384);
    CHECK(copied.stall.in(second) == near(1.0173399, 1e-6));
    CHECK(copied.load.in(second) == near(0.0138719, 1e-5));  // 346.8 MB at 25 GB/s
}

TEST_CASE("a plan: whole steps, and no interval shorter than writing") {
    reliability const r = catalog::llama3_cluster;
    checkpoint_cost<> const quick{.stall = 1.0 * second, .write = 4.0 * second, .load = 3.0 * second};
    auto const p = plan_goodput(r, quick, {.accelerators = 16'384, .step = 6.3 * second});
    CHECK_FALSE(p.write_bound);
    // Daly: 148.2 s (mu 11,134 s), 23.53 steps
    CHECK(p.interval.in(second) == near(24 * 6.3, 1e-12));
    checkpoint_cost<> const slow{.stall = 1.0 * second, .write = 20.0 * minute, .load = 3.0 * second};
    auto const q = plan_goodput(r, slow, {.accelerators = 16'384, .step = 6.3 * second});
    CHECK(q.write_bound);
    CHECK(q.interval >= 1'199.0 * second);
    CHECK(q.interval < 1'206.0 * second);
    CHECK(q.held() == (2'048 + 15) * 8);
    CHECK(plan_goodput(r, quick, {.accelerators = 9}).nodes == 2);
    CHECK(plan_goodput(r, quick, {.accelerators = 16'384, .spare_nodes = 0}).spare_nodes == 0);
    CHECK_THROWS_WITH_AS(plan_goodput({}, quick, {.accelerators = 8}), "reliability.between_interruptions: 0 accelerator-hours is not above 0 accelerator-hours", invalid_input);
    CHECK_THROWS_WITH_AS(plan_goodput(r, quick, {}), "goodput.accelerators: a job and its nodes need accelerators", invalid_input);
}

TEST_CASE("Llama 3 405B: 3.1 h between unplanned interruptions, more than 90 % of the time useful") {
    reliability const r = catalog::llama3_cluster;
    CHECK(between_interruptions(r, 16'384).in(hour) == near(54.0 * 24.0 / 419.0, 1e-12));  // 3.093 h
    CHECK(r.between_interruptions.in(accelerator_hour) == near(50'680.0, 2e-4));           // as derived beside the case
    auto const g = of(catalog::llama3_cluster, catalog::file_system_checkpoints, llama_405b, 16'384);
    CHECK(g.useful.value > 0.90);  // the report's bound
    CHECK(g.useful.value < 0.95);
    // at 17 minutes from failure to first new step, the most that the report leaves room for, it is just that
    reliability slow = r;
    slow.restart = 15.0 * minute;
    auto const c = cost_of(catalog::file_system_checkpoints, llama_405b, 16'384);
    CHECK(perform(plan_goodput(slow, c, {.accelerators = 16'384}), slow, c).useful.value == within(0.895, 0.01));
}

TEST_CASE("RSC-1: mean time to failure at 16,384 and 131,072 accelerators as published") {
    reliability const r = catalog::rsc1_cluster;
    CHECK(between_interruptions(r, 16'384).in(hour) == near(1.8, 0.005));     // 1.80 h; printed to two digits
    CHECK(between_interruptions(r, 131'072).in(hour) == near(0.23, 0.025));  // 0.225 h, printed 0.23
}

TEST_CASE("OPT-175B: restarts by hand of nearly four hours explain 59 %; automatic ones would have left 95 %") {
    reliability by_hand = catalog::opt_cluster;
    CHECK(between_interruptions(by_hand, 992).in(hour) == near(7.5, 1e-12));
    CHECK(of(catalog::opt_cluster, catalog::file_system_checkpoints, 175'000'000'000, 992).useful.value == within(0.59, 0.02));
    reliability automatic = by_hand;
    automatic.detection = reliability(catalog::llama3_cluster).detection;
    automatic.restart = reliability(catalog::llama3_cluster).restart;
    auto const c = cost_of(catalog::file_system_checkpoints, 175'000'000'000, 992);
    CHECK(perform(plan_goodput(automatic, c, {.accelerators = 992}), automatic, c).useful.value > 0.95);
}

TEST_CASE("Gemini: from 85 to 97 % by state in memory, at one rate of interruptions") {
    // The rate is not published: it is set here so that storage and slow restarts give 85 %; copies in memory and restarts of
    // four minutes in all then have to give what the report states.
    auto const share = [](double between_hours, checkpoint_form form, duration<> restart) {
        reliability const r{.between_interruptions = 4'096.0 * between_hours * accelerator_hour, .node_lost = fraction{0.0}, .detection = 1.0 * minute, .restart = restart};
        checkpointing const how{.form = form, .storage_write = 0.2 * TB_per_second, .storage_read = 0.2 * TB_per_second};
        auto const c = cost_of(how, 400'000'000'000, 4'096);
        return perform(plan_goodput(r, c, {.accelerators = 4'096}), r, c).useful.value;
    };
    double low = 0.5, high = 50.0;
    while (high - low > 1e-6) (share(0.5 * (low + high), checkpoint_form::blocking, 15.0 * minute) < 0.85 ? low : high) = 0.5 * (low + high);
    CHECK(low > 2.0);
    CHECK(low < 6.0);
    CHECK(share(low, checkpoint_form::in_memory, 3.0 * minute) == within(0.97, 0.01));
}

TEST_CASE("ByteRobust: 97 % on 9,600 accelerators at others' rate of interruptions") {
    CHECK(of(catalog::byterobust_cluster, catalog::in_memory_checkpoints, llama_405b, 9'600).useful.value == within(0.97, 0.01));
}

TEST_CASE("every figure of these catalog objects has a source and a valid value") {
    auto const sourced = []<class X>(X const& object, std::span<sourced_field const> sources) {
        CHECK_NOTHROW(validate(object));
        walk(
            [&](field_path const& path, field const& f, auto const& leaf) {
                if constexpr (numeric_leaf<decltype(leaf)>) {
                    INFO(object.name, ": ", path.text());
                    CHECK((source_of(sources, path.text()).title != nullptr || f.default_from.title != nullptr));
                }
            },
            field_path{}, object);
    };
    sourced(catalog::llama3_cluster, catalog::llama3_cluster_sources);
    sourced(catalog::rsc1_cluster, catalog::rsc1_cluster_sources);
    sourced(catalog::rsc2_cluster, catalog::rsc2_cluster_sources);
    sourced(catalog::opt_cluster, catalog::opt_cluster_sources);
    sourced(catalog::byterobust_cluster, catalog::byterobust_cluster_sources);
    sourced(catalog::file_system_checkpoints, catalog::file_system_checkpoints_sources);
    sourced(catalog::in_memory_checkpoints, catalog::in_memory_checkpoints_sources);
}
