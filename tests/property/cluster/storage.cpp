// Laws of storage tiers and memory pools, over all number types.
#include <tallywatt/catalog/memory_pools.hpp>
#include <tallywatt/catalog/storage.hpp>
#include <tallywatt/cluster/shared_storage.hpp>

#include <doctest/doctest.h>

#include <array>

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

namespace {
using namespace tallywatt;

constexpr storage_plan some{.devices = 240, .servers = 12};

/// All results of a plan, under reads and writes that the tier gives.
template <class Tier>
auto results(Tier const& tier) {
    auto const b = tier.block();
    using T = typename decltype(b.usable)::number_type;
    auto const r = perform(
        some, tier,
        storage_use<T>{.read = byte_rate<T>(20.0 * GB_per_second), .write = byte_rate<T>(5.0 * GB_per_second)}
    );
    std::array<T, 16> all{};
    std::size_t n = 0;
    storage_performance<T>::each(
        [&](field const&, auto const& x) {
            if constexpr (numeric_leaf<decltype(x)>)
                all[n++] = number_in(x);
        },
        r
    );
    all[n++] = r.cost.total().base_value;
    all[n++] = r.draw.total().value.base_value;
    all[n++] = r.embodied.total().base_value;
    all[n++] = r.price_of_write().base_value;
    all[n++] = b.server_read.base_value;
    for (; n < all.size(); ++n)
        all[n] = T(1.0);
    return all;
}
struct of_tier {
    template <class Tier>
    auto operator()(Tier const& tier) const {
        return results(tier);
    }
};

TEST_CASE("every number type evaluates every tier, and each agrees with the others") {
    SUBCASE("file system") { arithmetics::check_all(parallel_file_system(catalog::flash_file_system), of_tier{}); }
    SUBCASE("local drives") { arithmetics::check_all(local_nvme(catalog::local_nvme_gen5), of_tier{}); }
    SUBCASE("object store") { arithmetics::check_all(object_store(catalog::disk_object_store), of_tier{}); }
    SUBCASE("computational storage") {
        computational_storage c = catalog::compressing_file_system;
        c.passed = fraction{0.5}; // off the end of its range
        arithmetics::check_all(c, of_tier{});
    }
    SUBCASE("memory pool") {
        memory_pool p = catalog::cxl_pool;
        arithmetics::check_all(p, [](auto const& x) {
            using T = std::remove_cvref_t<decltype(x.stranded.value)>;
            auto const r = perform(x, data_size<T>(2.0 * TB), money<T>(20e3 * USD));
            return std::array<T, 5>{
                r.saved.value, r.memory.value.base_value, r.memory_worth.value.base_value, r.pool.value.base_value,
                r.slowdown.value.base_value};
        });
    }
}

/// Every field moves some result.
template <class Tier>
void no_dead_fields(Tier const& tier) {
    auto const fields = arithmetics::real_fields(tier);
    auto const before = results(tier);
    for (std::size_t k = 0; k < fields.size(); ++k) {
        bool moves = false;
        for (double const by : {0.3, 0.9, 1.05, 3.0}) {
            auto const changed =
                arithmetics::mapped<double>(tier, [&](std::size_t i, double v) { return i == k ? v * by : v; });
            try {
                validate(changed);
            } catch (invalid_input const&) {
                continue; // out of its range that way
            }
            moves = moves || results(changed) != before;
            // rates and endurance beyond what servers pass matter to the plan
            auto const a = plan_storage(
                tier, {.read = 3.0 * TB_per_second,
                       .write = 1.0 * TB_per_second,
                       .mean_write = 1.0 * TB_per_second,
                       .hosts = 4096}
            );
            auto const b = plan_storage(
                changed, {.read = 3.0 * TB_per_second,
                          .write = 1.0 * TB_per_second,
                          .mean_write = 1.0 * TB_per_second,
                          .hosts = 4096}
            );
            moves = moves || a.asked != b.asked || a.asked_servers != b.asked_servers;
            // wear above the rating is spread over the rated life
            auto const heavy = storage_use<>{.write = 5.0 * TB_per_second};
            moves = moves || perform(a, tier, heavy).worn.base_value != perform(a, changed, heavy).worn.base_value;
        }
        INFO(fields[k].path);
        CHECK(moves);
    }
}
TEST_CASE("no field of a tier is dead") {
    parallel_file_system f = catalog::flash_file_system;
    no_dead_fields(f);
    no_dead_fields(local_nvme(catalog::local_nvme_gen5));
    object_store o = catalog::disk_object_store;
    o.software = 0.01 * USD / GB; // free of charge, a factor moves nothing
    o.object = 2.0 * MB;          // so small that servers wait for requests
    no_dead_fields(o);
    computational_storage c = catalog::compressing_file_system;
    c.passed = fraction{0.5};
    no_dead_fields(c);
}

TEST_CASE("more asked for is never fewer devices, and what is planned gives what was asked for") {
    auto const check = [](auto const& tier) {
        int before = 0;
        for (double const k : {0.0, 0.01, 0.1, 0.5, 1.0, 2.0, 7.3}) {
            storage_request const ask{
                .hold = k * 20.0 * PB,
                .read = k * 900.0 * GB_per_second,
                .write = k * 700.0 * GB_per_second,
                .mean_write = k * 10.0 * GB_per_second,
                .hosts = 4000};
            storage_plan const p = plan_storage(tier, ask);
            CHECK(p.devices >= before);
            before = p.devices;
            auto const r = perform(p, tier, storage_use<>{});
            double const rounding = 1.0 - 1e-11; // a whole number of devices may miss by its own rounding
            CHECK(r.usable >= rounding * ask.hold);
            CHECK(r.read >= rounding * ask.read);
            CHECK(r.write >= rounding * ask.write);
            CHECK(p.fits);
            // nothing fewer would do: one device less misses the need that binds, unless stripes or hosts set the number
            if (p.binding == storage_need::capacity && k > 0.5 && !tier.block().in_hosts) {
                storage_plan less = p;
                --less.devices;
                CHECK(perform(less, tier, storage_use<>{}).usable < ask.hold);
            }
        }
    };
    check(parallel_file_system(catalog::flash_file_system));
    check(local_nvme(catalog::local_nvme_gen5));
    check(object_store(catalog::disk_object_store));
    check(computational_storage(catalog::compressing_file_system));
}

TEST_CASE("redundancy conserves: what users hold and write times its overhead is what devices hold and write") {
    for (redundancy const kept :
         {redundancy{1, 0}, redundancy{1, 2}, redundancy{4, 1}, redundancy{8, 2}, redundancy{17, 3}}) {
        parallel_file_system s = catalog::flash_file_system;
        s.kept = {1, 0};
        auto const bare = s.block();
        s.kept = kept;
        auto const b = s.block();
        CHECK((kept.overhead() * b.usable).base_value == near(bare.usable.base_value, 1e-14));
        CHECK((kept.overhead() * b.write).base_value == near(bare.write.base_value, 1e-14));
        CHECK((kept.overhead() * b.endurance).base_value == near(bare.endurance.base_value, 1e-14));
        CHECK(b.read == bare.read);
    }
}

TEST_CASE("more parity loses less data; repairs that take longer lose more") {
    auto const failures = 0.01 / year;
    for (int k : {1, 4, 8, 16})
        for (int m = 0; m < 4; ++m) {
            CHECK(
                loss_rate(redundancy{k, m + 1}, 1000, failures, 12.0 * hour)
                < loss_rate(redundancy{k, m}, 1000, failures, 12.0 * hour)
            );
            if (m > 0)
                CHECK(
                    loss_rate(redundancy{k, m}, 1000, failures, 12.0 * hour)
                    < loss_rate(redundancy{k, m}, 1000, failures, 24.0 * hour)
                );
        }
}

TEST_CASE("the lines of cost, power and carbon add up") {
    auto const tier = parallel_file_system(catalog::flash_file_system);
    auto const r = perform(some, tier, storage_use<>{.write = 3.0 * GB_per_second});
    CHECK(r.cost.total().base_value == near((r.cost.devices + r.cost.servers + r.cost.software).base_value, 1e-15));
    CHECK(r.draw.total().value.base_value == near((r.draw.devices + r.draw.servers).value.base_value, 1e-15));
    CHECK(r.embodied.total().base_value == near((r.embodied.devices + r.embodied.servers).base_value, 1e-15));
}

TEST_CASE("a larger pool saves more, correlation less") {
    double before = -1.0;
    for (int n : {1, 2, 4, 8, 16, 64, 256}) {
        memory_pool p{.servers = n, .stranded = fraction{0.2}, .correlation = fraction{0.1}, .pooled = fraction{0.9}};
        double const saved = perform(p, 1.0 * TB).saved.value;
        CHECK(saved > before);
        CHECK(saved < 0.2);
        before = saved;
        p.correlation = fraction{0.3};
        CHECK(perform(p, 1.0 * TB).saved.value <= saved);
    }
}

} // namespace
