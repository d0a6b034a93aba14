// Storage tiers: blocks, plans and evaluations against hand calculations.
#include <tallywatt/catalog/storage.hpp>
#include <tallywatt/cluster/cluster.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

namespace {
using namespace tallywatt;

storage_device drive() {
    return {
        .capacity = 10.0 * TB,
        .read = 7.0 * GB_per_second,
        .write = 4.0 * GB_per_second,
        .price = 0.1 * USD / GB,
        .idle = 5.0 * watt,
        .busy = 15.0 * watt,
        .failures = 0.01 / year,
        .drive_writes = 1.0 / day,
        .embodied = 0.03 * kgCO2e / GB};
}
parallel_file_system files() {
    return {
        .name = "files",
        .device = drive(),
        .server =
            {.slots = 10,
             .read = 50.0 * GB_per_second,
             .write = 25.0 * GB_per_second,
             .price = 20e3 * USD,
             .idle = 400.0 * watt,
             .busy = 600.0 * watt,
             .failures = 0.05 / year,
             .embodied = 1000.0 * kgCO2e},
        .kept = {8, 2},
        .filled = fraction{0.8},
        .reached = fraction{0.5},
        .software = 0.01 * USD / GB};
}

TEST_CASE("redundancy: overhead of shares and of copies") {
    CHECK(redundancy{8, 2}.overhead() == 1.25);
    CHECK(redundancy{17, 3}.overhead() == near(20.0 / 17.0, 1e-15));
    CHECK(copies(3).overhead() == 3.0);
    CHECK(copies(3).parity == 2);
    CHECK(copies(1).width() == 1);
    CHECK_THROWS_AS(copies(0), invalid_input);
    CHECK_THROWS_AS(validate(redundancy{0, 2}), invalid_input);
}

TEST_CASE("redundancy: loss of data as Chen et al. have it for RAID 5 and RAID 6") {
    // mean time to loss: MTTF^2/(N (G-1) MTTR) and MTTF^3/(N (G-1) (G-2) MTTR^2), N disks in groups of G
    double const mttf = 100.0 * 8760.0, mttr = 24.0; // hours
    auto const failures = 1.0 / (mttf * hour);
    rate<> const five = loss_rate(redundancy{9, 1}, 100, failures, mttr * hour);
    CHECK(1.0 / five.in(1.0 / hour) == near(mttf * mttf / (100.0 * 9.0 * mttr), 1e-12));
    rate<> const six = loss_rate(redundancy{8, 2}, 100, failures, mttr * hour);
    CHECK(1.0 / six.in(1.0 / hour) == near(mttf * mttf * mttf / (100.0 * 9.0 * 8.0 * mttr * mttr), 1e-12));
    // without any, each failure loses data
    CHECK(loss_rate(redundancy{}, 100, failures, mttr * hour).base_value == near((100.0 * failures).base_value, 1e-14));
}

TEST_CASE("a file system's block: what one drive and one server give users") {
    storage_block const b = files().block();
    CHECK(b.usable.in(TB) == near(10.0 * 0.8 * 0.8, 1e-14)); // 8 of 10 shares, filled to 0.8
    CHECK(b.read.in(GB_per_second) == near(3.5, 1e-14));     // reached 0.5
    CHECK(b.write.in(GB_per_second) == near(4.0 * 0.5 * 0.8, 1e-14));
    CHECK(b.endurance.in(TB / day) == near(10.0 * 0.8, 1e-14)); // a drive write a day
    CHECK(b.device_price.in(USD) == near(1000.0, 1e-14));
    CHECK(b.server_write.in(GB_per_second) == near(12.5, 1e-14));
    CHECK(b.width == 10);
}

TEST_CASE("a plan takes the need that asks for most") {
    // capacity: 640 TB at 6.4 each are 100 drives in 10 servers
    storage_plan const hold = plan_storage(files(), {.hold = 640.0 * TB});
    CHECK(hold.devices == 100);
    CHECK(hold.servers == 10);
    // both ask for ten servers; capacity asks for more drives
    CHECK(hold.binding == storage_need::capacity);
    // written: 400 GB/s at 1.6 a drive are 250 drives, at 12.5 a server 32 servers
    storage_plan const write = plan_storage(files(), {.hold = 640.0 * TB, .write = 400.0 * GB_per_second});
    CHECK(write.devices == 250);
    CHECK(write.servers == 32);
    CHECK(write.binding == storage_need::write);
    CHECK(write.asked[0] == near(100.0, 1e-12));
    // endurance: 4 PB a day over 8 TB a day and drive are 500 drives in 50 servers
    storage_plan const worn = plan_storage(files(), {.hold = 640.0 * TB, .mean_write = 4.0 * PB / day});
    CHECK(worn.devices == 500);
    CHECK(worn.binding == storage_need::endurance);
    // nothing asked for: one stripe over servers of its own
    storage_plan const least = plan_storage(files(), {});
    CHECK(least.devices == 10);
    CHECK(least.servers == 10);
    CHECK(least.binding == storage_need::stripe);
    CHECK(std::string(text_of(write.binding)) == "write rate");
}

TEST_CASE("a plan evaluated: 250 drives in 32 servers") {
    storage_plan const p = plan_storage(files(), {.hold = 640.0 * TB, .write = 400.0 * GB_per_second});
    auto const r = perform(p, files(), storage_use<>{.write = 40.0 * GB_per_second});
    CHECK(r.usable.in(TB) == near(1600.0, 1e-14));
    CHECK(r.write.in(GB_per_second) == near(400.0, 1e-14)); // both drives and servers: 250 x 1.6 and 32 x 12.5
    CHECK(r.read.in(GB_per_second) == near(800.0, 1e-14));  // servers: 32 x 25; drives 875
    CHECK(r.duty.value == near(0.1, 1e-14));
    CHECK(r.cost.devices.in(USD) == near(250e3, 1e-14));
    CHECK(r.cost.servers.in(USD) == near(640e3, 1e-14));
    CHECK(r.cost.software.in(USD) == near(16e3, 1e-14)); // 1,600 TB at 10 USD/TB
    CHECK(r.cost.total().in(USD) == near(906e3, 1e-14));
    CHECK(r.draw.devices.value.in(watt) == near(250.0 * 6.0, 1e-14)); // 5 + 0.1 x 10
    CHECK(r.draw.servers.value.in(watt) == near(32.0 * 420.0, 1e-14));
    CHECK(r.embodied.total().in(kgCO2e) == near(250.0 * 300.0 + 32e3, 1e-14));
    CHECK(r.device_failures.in(1.0 / year) == near(2.5, 1e-14));
    CHECK(r.server_failures.in(1.0 / year) == near(1.6, 1e-14));
    // 40 GB/s are 3,456 TB a day, over the 2,000 that 250 drives are rated for: 1,456/8 drives use theirs up in five years
    CHECK(r.worn.in(1.0 / year) == near(1456.0 / 8.0 / 5.0, 1e-12));
    CHECK(r.replacements.in(USD / year) == near((2.5 + 36.4) * 1000.0, 1e-12));
    CHECK(r.price_of_capacity().in(USD / TB) == near(906e3 / 1600.0, 1e-14));
    CHECK(r.price_of_write().in(USD / GB_per_second) == near(906e3 / 400.0, 1e-14));
    CHECK(r.draw_of_capacity().in(watt / TB) == near((1'500.0 + 13'440.0) / 1600.0, 1e-14));
    CHECK(r.draw_of_write().in(watt / GB_per_second) == near((1'500.0 + 13'440.0) / 400.0, 1e-14));
    CHECK(r.carbon_of_write().in(kgCO2e / GB_per_second) == near(107e3 / 400.0, 1e-14));
    CHECK(r.carbon_of_capacity().in(kgCO2e / TB) == near(107e3 / 1600.0, 1e-14));
}

TEST_CASE("local drives: evenly in the hosts, and only as many as fit") {
    local_nvme const local{
        .name = "local",
        .device = drive(),
        .slots = 4,
        .host_read = 20.0 * GB_per_second,
        .host_write = 12.0 * GB_per_second};
    storage_plan const p = plan_storage(local, {.hold = 1.0 * PB, .hosts = 100}); // 9 TB usable each: 112 drives
    CHECK(p.devices == 200);
    CHECK(p.servers == 100);
    CHECK(p.fits);
    auto const r = perform(p, local, storage_use<>{});
    CHECK(r.read.in(TB_per_second) == near(1.4, 1e-14)); // 200 drives at 7; hosts would pass 2
    CHECK(r.write.in(TB_per_second) == near(0.8, 1e-14));
    CHECK(r.cost.servers.in(USD) == 0.0);
    CHECK_FALSE(plan_storage(local, {.hold = 3.7 * PB, .hosts = 100}).fits);             // 412 drives in 400 slots
    CHECK_FALSE(plan_storage(local, {.write = 1.3 * TB_per_second, .hosts = 100}).fits); // lanes of 100 hosts pass 1.2
    CHECK_THROWS_AS(plan_storage(local, {.hold = 1.0 * PB}), invalid_input);             // no hosts
    // a copy on another host halves what is left and what can be written
    local_nvme twice = local;
    twice.kept = copies(2);
    CHECK(perform(p, twice, storage_use<>{}).usable.in(TB) == near(r.usable.in(TB) / 2.0, 1e-14));
    CHECK(perform(p, twice, storage_use<>{}).write.in(TB_per_second) == near(0.4, 1e-14));
    CHECK(perform(p, twice, storage_use<>{}).read.in(TB_per_second) == near(1.4, 1e-14));
}

TEST_CASE("an object store waits for first bytes") {
    object_store s{.device = drive(), .server = files().server};
    s.server.slots = 60;
    s.reached = fraction{1.0};
    s.latency = 100.0 * millisecond;
    s.object = 1.0 * MB;
    s.streams = 100; // 100 MB each 0.1 s: 1 GB/s, of 50
    CHECK(s.block().server_read.in(GB_per_second) == near(1.0, 1e-14));
    s.object = 1.0 * GB;
    CHECK(s.block().server_read.in(GB_per_second) == near(50.0, 1e-14));
}

TEST_CASE("computational storage: compression helps until the interface is full") {
    computational_storage c{
        .device = drive(),
        .interface_read = 7.0 * GB_per_second,
        .interface_write = 7.0 * GB_per_second,
        .server = files().server,
        .kept = {1, 0},
        .filled = fraction{1.0},
        .reached = fraction{1.0},
        .compression = ratio{1.5}};
    CHECK(c.block().usable.in(TB) == near(15.0, 1e-14));
    CHECK(c.block().write.in(GB_per_second) == near(6.0, 1e-14)); // 4 x 1.5
    CHECK(c.block().read.in(GB_per_second) == near(7.0, 1e-14));
    CHECK(c.block().endurance.in(TB / day) == near(15.0, 1e-14));
    c.compression = ratio{4.0};
    CHECK(c.block().write.in(GB_per_second) == near(7.0, 1e-14));
    c.passed = fraction{0.1}; // a tenth leaves the drives: a server's interfaces serve ten times the data
    CHECK(c.block().server_read.in(GB_per_second) == near(500.0, 1e-14));
}

TEST_CASE("a tier chosen at run time is the tier") {
    data_store const held = files();
    storage_request const ask{.hold = 640.0 * TB, .write = 400.0 * GB_per_second};
    CHECK(plan_storage(held, ask).devices == 250);
    CHECK(perform(plan_storage(held, ask), held, storage_use<>{}).cost.total().in(USD) == near(906e3, 1e-14));
    CHECK(std::string(name_of_tier(held)) == "files");
}

/// A tier of one's own: a shelf of tapes, one drive of a server for a hundred of them.
template <class T = double>
struct tape_shelf {
    data_size<T> cartridge = 18.0 * TB;
    byte_rate<T> drive = 0.4 * GB_per_second;
    money<T> price = 90.0 * USD;

    static constexpr char const* kind = "tape_shelf";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"cartridge", positive}, self.cartridge...);
        visit(field{"drive", positive}, self.drive...);
        visit(field{"price", non_negative}, self.price...);
    }
    [[nodiscard]] constexpr basic_storage_block<T> block() const {
        basic_storage_block<T> b;
        b.usable = cartridge;
        b.read = b.write = drive / T(100.0);
        b.device_price = price;
        b.server_read = b.server_write = drive;
        b.server_price = money<T>(5e3 * USD);
        b.slots = 100;
        return b;
    }
};
static_assert(storage_tier<tape_shelf<>, double>);
static_assert(!storage_tier<storage_device, double>);

TEST_CASE("a tier of one's own is planned as the built-in ones, also in constant expressions") {
    constexpr storage_plan p = plan_storage(tape_shelf<>{}, {.hold = 3.6 * PB, .write = 1.0 * GB_per_second});
    static_assert(p.devices == 250 && p.servers == 3); // 200 for capacity, 2.5 drives for the rate
    static_assert(p.binding == storage_need::write);
    static_assert(perform(p, tape_shelf<>{}, storage_use<>{}).cost.total() == 250.0 * (90.0 * USD) + 3.0 * (5e3 * USD));
    std::variant<tape_shelf<>, parallel_file_system> const held = tape_shelf<>{};
    CHECK(plan_storage(held, {.hold = 3.6 * PB, .write = 1.0 * GB_per_second}).devices == 250);
}

TEST_CASE("a cluster's default is the flash file system of the catalog") {
    // 2 %: the default is that plan's price and power, rounded
    parallel_file_system const tier = catalog::flash_file_system;
    storage_plan const p = plan_storage(tier, {.hold = 2048.0 * 60.0 * TB});
    shared_storage const made = shared_storage_of(tier, p, 2048), held{};
    CHECK(held.capacity.value.in(TB) == near(made.capacity.value.in(TB), 0.02));
    CHECK(held.price.in(USD / TB) == near(made.price.in(USD / TB), 0.02));
    CHECK(held.draw.in(watt / TB) == near(made.draw.in(watt / TB), 0.02));
    // and what is planned is what the cluster pays
    storage_performance<> const r = perform(p, tier, storage_use<>{});
    CHECK(2048.0 * made.cost().value.in(USD) == near(r.cost.total().in(USD), 1e-12));
    CHECK(2048.0 * made.drawn().value.value.in(watt) == near(r.draw.total().value.in(watt), 1e-12));
    CHECK_THROWS_AS(shared_storage_of(tier, p, 0), invalid_input);
}

TEST_CASE("storage that makes no sense is refused by name") {
    parallel_file_system s = files();
    s.device.capacity = data_size<>{};
    CHECK_THROWS_WITH_AS(
        plan_storage(s, {.hold = 1.0 * PB}), doctest::Contains("parallel_file_system.device.capacity"), invalid_input
    );
    s = files();
    s.kept.data = 0;
    CHECK_THROWS_WITH_AS(plan_storage(s, {}), doctest::Contains("parallel_file_system.kept.data"), invalid_input);
    CHECK_THROWS_WITH_AS(
        plan_storage(files(), {.hold = -1.0 * PB}), doctest::Contains("storage_request.hold"), invalid_input
    );
    CHECK_THROWS_AS(plan_storage(files(), {.hold = 1e30 * PB}), invalid_input); // cannot be counted
}

} // namespace
