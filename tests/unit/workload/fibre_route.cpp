// Fibre routes: counts and costs by hand, the link they make, links by name.
#include <tallywatt/catalog/find_storage.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

namespace {
using namespace tallywatt;

fibre_route plain() {
    return {
        .span = 80.0 * kilometre,
        .reach = 1'000.0 * kilometre,
        .channel = one_way(400.0 * gigabit_per_second),
        .channels = 64,
        .construction = 50e3 * USD / kilometre,
        .pair = 2e3 * USD / kilometre,
        .transponder = 5e3 * USD,
        .transponder_draw = 20.0 * watt,
        .amplifier = 30e3 * USD,
        .amplifier_draw = 150.0 * watt,
        .upkeep = 500.0 * USD / (kilometre * year),
        .lease = 2.0 * USD / (gigabit_per_second * kilometre * year),
        .amplifier_delay = 0.2 * microsecond,
        .life = 20,
        .equipment_life = 10};
}

TEST_CASE("counts of a route") {
    fibre_plan const p = plan_fibre(plain(), 200.0 * kilometre, one_way(100.0 * terabit_per_second));
    CHECK(p.channels == 250);
    CHECK(p.pairs == 4); // 64 a pair
    CHECK(p.sites == 2); // spans of 80, 80, 40
    CHECK(p.amplifiers == 8);
    CHECK(p.transponders == 500);
    // exactly one span, one channel and one pair: none more by rounding
    fibre_plan const one = plan_fibre(plain(), 80.0 * kilometre, one_way(400.0 * gigabit_per_second));
    CHECK(one.channels == 1);
    CHECK(one.sites == 0);
    // beyond the reach a channel is regenerated
    CHECK(plan_fibre(plain(), 2'500.0 * kilometre, one_way(400.0 * gigabit_per_second)).transponders == 6);
}

TEST_CASE("cost of a route in three ways, without interest") {
    fibre_plan const p = plan_fibre(plain(), 200.0 * kilometre, one_way(100.0 * terabit_per_second));
    auto const cost = [&](fibre_holding held) { return fibre_cost(p, plain(), held, discount_rate{0.0}); };
    auto const built = cost(fibre_holding::built);
    CHECK(built.construction.in(USD / year) == near(10e6 / 20.0, 1e-13));
    CHECK(built.transponders.in(USD / year) == near(2.5e6 / 10.0, 1e-13));
    CHECK(built.amplifiers.in(USD / year) == near(240e3 / 10.0, 1e-13));
    CHECK(built.upkeep.in(USD / year) == near(100e3, 1e-13));
    CHECK(built.total().in(USD / year) == near(500e3 + 250e3 + 24e3 + 100e3, 1e-13));
    CHECK(cost(fibre_holding::dark).fibre.in(USD / year) == near(4.0 * 400e3 / 20.0, 1e-13));
    CHECK(cost(fibre_holding::leased).total().in(USD / year) == near(2.0 * 100e3 * 200.0, 1e-13));
    CHECK(
        price_of_line(built, p).in(USD / (gigabit_per_second * kilometre * year))
        == near(874e3 / (100e3 * 200.0), 1e-13)
    );
    CHECK(fibre_power(p, plain()).in(watt) == near(500.0 * 20.0 + 8.0 * 150.0, 1e-13));
}

TEST_CASE("18 USD a foot is 59 kUSD a kilometre") {
    // Fiber Broadband Association, 2025; a foot is 0.3048 m
    CHECK(fibre_route{}.construction.in(USD / kilometre) == near(18.0 / 0.3048e-3, 2e-3));
}

TEST_CASE("the link a route makes") {
    fibre_plan const p = plan_fibre(plain(), 200.0 * kilometre, one_way(99.9 * terabit_per_second));
    auto const c = fibre_cost(p, plain(), fibre_holding::dark, discount_rate{0.05});
    wan_link const l = link_of(wan_link{.equipment = 10.0 * microsecond}, p, plain(), c);
    CHECK(l.rate.value.in(terabit_per_second) == near(100.0, 1e-13)); // whole channels
    // 200 km at 1.468: 979.3 us; two amplifiers
    CHECK(one_way_latency(l).in(microsecond) == near(200e3 * 1.468 / 299'792'458.0 * 1e6 + 10.4, 1e-12));
    CHECK(l.lease.in(USD / year) == near(c.total().in(USD / year), 1e-14));
}

TEST_CASE("distances of campus, region and continent take microseconds, under a millisecond, and milliseconds") {
    auto const latency = [](char const* name) { return one_way_latency(wan_link(*catalog::find_wan(name).link)); };
    CHECK(latency("campus") < 100.0 * microsecond);
    CHECK(latency("region") > 100.0 * microsecond);
    CHECK(latency("region") < 1.0 * millisecond);
    CHECK(latency("continent") > 10.0 * millisecond);
    for (catalog::wan_entry const& e : catalog::all_wan_links) {
        validate(*e.link);
        validate(*e.route);
        CHECK(std::string(e.link->name) == e.route->name);
    }
    CHECK_THROWS_WITH_AS(
        catalog::find_wan("moon"), doctest::Contains("no link between sites is called \"moon\""), invalid_input
    );
}

TEST_CASE("tiers by name") {
    CHECK(std::holds_alternative<basic_object_store<estimate>>(catalog::find_store("object store").tier));
    CHECK(std::string(catalog::find_store("local NVMe, PCIe 5").id) == "local_nvme_gen5");
    data_store const s = convert<double>(catalog::find_store("flash_file_system").tier);
    CHECK(plan_storage(s, {.hold = 1.0 * PB}).devices > 0);
    CHECK_THROWS_WITH_AS(catalog::find_store("local NVMe"), doctest::Contains("may be any of"), invalid_input);
    CHECK_THROWS_AS(catalog::find_store("tape"), invalid_input);
}

TEST_CASE("routes that make no sense are refused by name") {
    CHECK_THROWS_WITH_AS(
        plan_fibre(plain(), 0.0 * metre, one_way(1.0 * terabit_per_second)), doctest::Contains("fibre.length"),
        invalid_input
    );
    CHECK_THROWS_WITH_AS(
        plan_fibre(plain(), 5e7 * metre, one_way(1.0 * terabit_per_second)), doctest::Contains("fibre.length"),
        invalid_input
    );
    CHECK_THROWS_WITH_AS(
        plan_fibre(plain(), 1.0 * kilometre, one_way(byte_rate<>{})), doctest::Contains("fibre.rate"), invalid_input
    );
    fibre_route r = plain();
    r.channels = 0;
    CHECK_THROWS_WITH_AS(
        plan_fibre(r, 1.0 * kilometre, one_way(1.0 * terabit_per_second)), doctest::Contains("fibre_route.channels"),
        invalid_input
    );
}

} // namespace
