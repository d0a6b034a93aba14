// Checkpoints on tiers: loss against goodput and against Young's approximation, plans against their limits.
#include <tallywatt/catalog/data_loading.hpp>
#include <tallywatt/catalog/reliability.hpp>
#include <tallywatt/catalog/storage.hpp>
#include <tallywatt/workload/checkpoint_storage.hpp>
#include <tallywatt/workload/data_loading.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace {
using namespace tallywatt;

checkpoint_job llama(checkpoint_form form) {
    checkpoint_job job{
        .form = catalog::file_system_checkpoints,
        .failures = catalog::llama3_cluster,
        .parameters = 405'853'388'800,
        .accelerators = 16'384};
    job.form.form = form;
    return job;
}

TEST_CASE("the loss is goodput's useful share against a job without checkpoints") {
    checkpoint_job const job = llama(checkpoint_form::blocking);
    checkpoint_cost<> const c = cost_of(job.form, job.parameters, job.accelerators);
    goodput_plan const p = plan_goodput(job.failures, c, {.accelerators = job.accelerators});
    goodput const g = perform(p, job.failures, c);
    duration<> const between = between_interruptions(job.failures, job.accelerators);
    // without checkpoints: enough nodes, no planned stop, restarts without loading
    double const others = (1.0 - g.waiting.value) * (1.0 - g.planned.value / (1.0 - g.waiting.value));
    double const without = others * std::exp(-((job.failures.detection + job.failures.restart) / between));
    CHECK(1.0 - checkpoint_loss(c, p.interval, between).value == near(g.useful.value / without, 1e-13));
}

TEST_CASE("first order: the least loss is the root of twice the stall over the time between interruptions") {
    // Young 1974; at d/mu of 1e-6 the next order is below 1e-3 of it
    duration<> const between = 10.0 * hour, stall = 1e-6 * between;
    checkpoint_cost<> const c{.stall = stall, .write = stall};
    CHECK(checkpoint_loss(c, young_interval(stall, between), between).value == near(std::sqrt(2e-6), 2e-3));
    // loading adds its share of the time between interruptions
    checkpoint_cost<> const loaded{.stall = stall, .write = stall, .load = 0.01 * between};
    CHECK(
        checkpoint_loss(loaded, young_interval(stall, between), between).value
        == near(1.0 - std::exp(-0.01) * (1.0 - std::sqrt(2e-6)), 1e-4)
    );
}

// Walks through 200,000 interruptions: steps of work and stalls one after another, a checkpoint counts once it is written.
// Nothing of the formula is used.
TEST_CASE("the loss of a checkpoint that is safe only later, against a walk through interruptions") {
    struct timing {
        double stall, write, load, interval;
    };
    double const mu = 11'000.0;
    for (auto const& t :
         {timing{9.0, 9.0, 9.0, 440.0}, timing{1.0, 280.0, 120.0, 296.0}, timing{1.0, 900.0, 0.0, 900.0},
          timing{20.0, 400.0, 60.0, 600.0}}) {
        CAPTURE(t.write);
        std::uint64_t state = 42;
        auto const exponential = [&] {
            state = state * 6364136223846793005u + 1442695040888963407u;
            return -mu * std::log((static_cast<double>(state >> 11) + 0.5) * 0x1p-53);
        };
        double kept = 0.0, wall = 0.0;
        double until = exponential(); // of the next interruption
        for (int failures = 0; failures < 200'000;) {
            // loading, then work; an interruption while loading starts it again
            double now = 0.0, work = 0.0, safe = 0.0;
            bool loaded = until > t.load;
            now = loaded ? t.load : until;
            double pending = -1.0, pending_at = 0.0; // work in the checkpoint that is being written, and when it is safe
            while (loaded) {
                double const next_stall = now + t.interval;
                if (pending >= 0.0 && pending_at <= std::min(next_stall, until))
                    safe = pending, pending = -1.0;
                if (next_stall >= until)
                    break;
                work += t.interval;
                now = next_stall + t.stall;
                pending = work;
                pending_at = next_stall + t.write;
                if (pending_at <= std::min(now, until))
                    safe = pending, pending = -1.0;
                if (now >= until)
                    break;
            }
            kept += safe;
            wall += until;
            until = exponential();
            ++failures;
        }
        checkpoint_cost<> const c{
            .stall = t.stall * second, .write = t.write * second, .load = t.load * second};
        double const loss = checkpoint_loss(c, t.interval * second, mu * second).value;
        // what an interruption loses and the time between two vary by no more than their means: three deviations of
        // sqrt(2/200,000) are 0.95 %
        CHECK(1.0 - kept / wall == near(loss, 0.01));
        CHECK(c.lag().in(second) == near(t.write - t.stall, 1e-12));
    }
}

TEST_CASE("the cheapest amount of a tier: more or less of it costs more") {
    parallel_file_system const tier = catalog::flash_file_system;
    auto const price = 2.0 * USD / accelerator_hour;
    auto const yearly = [](storage_performance<> const& r) { return r.cost.total() * (0.3 / year) + r.replacements; };
    for (checkpoint_form const form : {checkpoint_form::blocking, checkpoint_form::staged}) {
        checkpoint_job const job = llama(form);
        checkpoint_limits const limits{.allowed_loss = fraction{0.5}};
        auto const spent = [&](checkpoint_storage const& s) {
            auto const r = perform(s.store, tier, use_of(s));
            return spending_of(s.loss, job.accelerators, price, yearly(r)).total();
        };
        checkpoint_storage const s = cheapest_checkpoint_storage(tier, job, limits, price, yearly);
        CHECK(s.meets);
        for (double const k : {0.25, 0.5, 0.8, 1.25, 2.0, 4.0}) {
            CAPTURE(k);
            CHECK(spent(detail::checkpoints_at(tier, job, limits, k * s.asked.write)) > 0.9999 * spent(s));
        }
        // limits hold where they can: the least that meets them is no cheaper than the cheapest that does
        checkpoint_limits const strict{.allowed_loss = fraction{0.03}};
        checkpoint_storage const tight = cheapest_checkpoint_storage(tier, job, strict, price, yearly);
        CHECK(tight.meets);
        CHECK(tight.loss.value <= 0.03);
        CHECK(spent(tight) >= 0.9999 * spent(s));
        CHECK(spent(plan_checkpoint_storage(tier, job, strict)) >= 0.99 * spent(tight)); // whole steps of a twentieth
    }
    CHECK_THROWS_AS(
        cheapest_checkpoint_storage(tier, llama(checkpoint_form::staged), {.kept = 0}, price, yearly), invalid_input
    );
}

TEST_CASE("what checkpoints cost per time: the time lost at the accelerators' price, and the storage") {
    auto const s = spending_of(fraction{0.02}, 5'000, 2.0 * USD / accelerator_hour, 87'600.0 * USD / year);
    CHECK(s.lost.in(USD / hour) == near(200.0, 1e-13));
    CHECK(s.storage.in(USD / hour) == near(10.0, 1e-13));
    CHECK(s.total().in(USD / hour) == near(210.0, 1e-13));
}

TEST_CASE("a tier is bought until the limit is met, and no further") {
    parallel_file_system const tier = catalog::flash_file_system;
    checkpoint_job const job = llama(checkpoint_form::blocking);
    checkpoint_limits const limits{.allowed_loss = fraction{0.04}};
    checkpoint_storage const s = plan_checkpoint_storage(tier, job, limits);
    CHECK(s.meets);
    CHECK(s.loss.value <= 0.04);
    CHECK(s.asked.hold.in(TB) == near(2.0 * 405.853 * 14.0 / 1000.0, 1e-4)); // two of 5.68 TB
    CHECK(s.store.binding == storage_need::write);
    // 2 % less of the write rate loses more than is allowed; counts are whole, so 1 % might not
    checkpoint_storage const less = detail::checkpoints_at(tier, job, limits, 0.98 * s.asked.write);
    CHECK(less.loss.value > 0.04);
    // the stall is what the plan's rate makes of it
    auto const r = perform(s.store, tier, storage_use<>{});
    CHECK(s.cost.stall.in(second) == near((job.form.pause + job.size() / r.write).in(second), 1e-12));
    CHECK(
        s.times.interval.in(second)
        == near(daly_interval(s.cost.stall, between_interruptions(job.failures, 16'384)).in(second), 1e-12)
    );
}

TEST_CASE("what binds: checkpoints, loaders or the data set") {
    parallel_file_system const tier = catalog::flash_file_system;
    checkpoint_job const job = llama(checkpoint_form::blocking);
    auto const binding = [&](storage_request const& beside) {
        checkpoint_storage const s =
            plan_checkpoint_storage(tier, job, {.allowed_loss = fraction{0.04}, .beside = beside});
        CHECK(s.meets);
        CHECK(s.asked.hold == beside.hold + 2.0 * job.size());
        return s.store.binding;
    };
    CHECK(binding({.hold = 1.0 * PB}) == storage_need::write);
    CHECK(
        binding({.hold = 1.0 * PB, .read = reading(data_loading{.sample = 146.6 * MB}, 3.0 * 16'384.0 / second)})
        == storage_need::read
    );
    CHECK(binding({.hold = 100.0 * PB}) == storage_need::capacity);
    CHECK(binding({.mean_write = 100.0 * GB_per_second}) == storage_need::endurance);
}

TEST_CASE("a longest stall binds where it is stricter") {
    parallel_file_system const tier = catalog::flash_file_system;
    checkpoint_storage const s = plan_checkpoint_storage(
        tier, llama(checkpoint_form::blocking), {.allowed_loss = fraction{0.2}, .longest_stall = 5.0 * second}
    );
    CHECK(s.meets);
    CHECK(s.cost.stall.in(second) == near(5.0, 0.01)); // whole drives and servers
}

TEST_CASE("what no storage can meet is planned and marked") {
    checkpoint_job job = llama(checkpoint_form::blocking);
    job.form.pause = 60.0 * second;
    checkpoint_storage const s = plan_checkpoint_storage(
        parallel_file_system(catalog::flash_file_system), job, {.allowed_loss = fraction{0.01}}
    );
    CHECK_FALSE(s.meets);
    CHECK(s.loss.value > 0.01);
    CHECK(s.store.devices > 0);
}

TEST_CASE("local drives without a copy go with their host") {
    local_nvme tier = catalog::local_nvme_gen5;
    checkpoint_storage const alone = plan_checkpoint_storage(tier, llama(checkpoint_form::blocking), {});
    CHECK_FALSE(alone.survives_host);
    CHECK_FALSE(alone.meets);
    tier.kept = copies(2);
    checkpoint_storage const twice = plan_checkpoint_storage(tier, llama(checkpoint_form::blocking), {});
    CHECK(twice.meets);
    CHECK(twice.store.servers == 2048);
    CHECK(
        plan_checkpoint_storage(data_store{tier}, llama(checkpoint_form::blocking), {}).store.devices
        == twice.store.devices
    );
}

TEST_CASE("a checkpoint's price: accelerators that wait, and storage until the next") {
    checkpoint_cost<> const c{.stall = 10.0 * second, .write = 10.0 * second};
    auto const p = price_of(c, 590.0 * second, 3'600, 2.0 * USD / accelerator_hour, 876.0 * 60.0 * USD / year);
    CHECK(p.standing.in(USD) == near(20.0, 1e-13)); // 10 accelerator-hours
    CHECK(p.storage.in(USD) == near(1.0, 1e-13));   // ten minutes of 6 USD an hour
    CHECK(p.total().in(USD) == near(21.0, 1e-13));
}

TEST_CASE("checkpoint sizes of MLPerf Storage v2.0") {
    // its Llama 3 of 8 and 405 G parameters: 105 GB and 5.29 TB, both by 2^30 (and 1,000 of them a TB): 14 bytes a parameter
    CHECK((8'030'261'248.0 * checkpointing{}.state).in(GiB) == near(105.0, 0.005)); // 0.5 %: three digits are printed
    CHECK((405'853'388'800.0 * checkpointing{}.state).in(GiB) == near(5'290.0, 0.001)); // 0.1 %
}

TEST_CASE("100,000 accelerators are interrupted every half hour") {
    // MLCommons (2025-08): 50,000 h each; Llama 3's cluster has 50,700
    CHECK(between_interruptions(reliability(catalog::llama3_cluster), 100'000).in(hour) == near(0.5, 0.02));
}

TEST_CASE("data loaders: what MLPerf Storage's loads ask of one H100") {
    // 7 volumes of 146.6 MB in 0.323 s, 400 pictures of 114.66 kB in 0.224 s
    CHECK(
        reading(data_loading(catalog::mlperf_volumes), 7.0 / (0.323 * second)).in(GB_per_second) == near(3.177, 1e-4)
    );
    CHECK(
        reading(data_loading(catalog::mlperf_pictures), 400.0 / (0.224 * second)).in(GB_per_second)
        == near(0.20475, 1e-4)
    );
    // tokens: 4 bytes each, of samples of 8,192
    data_loading const text{.sample = 8'192.0 * 4.0 * byte, .amplification = ratio{1.25}, .cached = fraction{0.2}};
    CHECK(reading(text, 2e6 * token / second, 8'192.0 * token).in(MB / second) == near(8.0, 1e-12));
}

TEST_CASE("jobs that make no sense are refused by name") {
    auto const tier = parallel_file_system(catalog::flash_file_system);
    checkpoint_job job = llama(checkpoint_form::staged);
    job.parameters = 0;
    CHECK_THROWS_WITH_AS(
        plan_checkpoint_storage(tier, job, {}), doctest::Contains("checkpoint_job.parameters"), invalid_input
    );
    job = llama(checkpoint_form::staged);
    job.accelerators = 0;
    CHECK_THROWS_WITH_AS(
        plan_checkpoint_storage(tier, job, {}), doctest::Contains("checkpoint_job.accelerators"), invalid_input
    );
    job = llama(checkpoint_form::staged);
    CHECK_THROWS_WITH_AS(
        plan_checkpoint_storage(tier, job, {.allowed_loss = fraction{0.0}}), doctest::Contains("allowed_loss"),
        invalid_input
    );
    CHECK_THROWS_WITH_AS(plan_checkpoint_storage(tier, job, {.kept = 0}), doctest::Contains("kept"), invalid_input);
}

} // namespace
