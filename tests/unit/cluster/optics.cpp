#include "approx.hpp"

#include <tallywatt/catalog/find_network.hpp>
#include <tallywatt/cluster/optics.hpp>

#include <doctest/doctest.h>

#include <vector>

using namespace tallywatt;

namespace {
template <class M>
double picojoules_per_bit(M const& m) {
    return end_energy(m).in(picojoule / bit);
}
one_way_rate<> gigabits(double x) { return one_way(x * gigabit_per_second); }

/// A medium of a user's own.
struct string_and_cans {
    static constexpr char const* kind = "string";
    char const* name = "string and cans";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
    }
    friend energy_per_data<> end_energy(string_and_cans const&) { return 1.0 * picojoule / bit; }
    friend money_per_byte_rate<> end_price(string_and_cans const&) { return USD_per_gigabit_per_second(0.01); }
    friend money<> cable_base(string_and_cans const&) { return 1.0 * USD; }
    friend money_per_length<> cable_metre(string_and_cans const&) { return 2.0 * USD / metre; }
    friend length<> reach_of(string_and_cans const&) { return 10.0 * metre; }
    friend rate<> end_failures(string_and_cans const&) { return 0.5 / year; }
    friend rate<> cable_failures(string_and_cans const&) { return 1.0 / year; }
    friend duration<> end_latency(string_and_cans const&) { return 1.0 * nanosecond; }
    friend fraction light_share(string_and_cans const&) { return fraction{0.5}; }
    friend int modules_of(string_and_cans const&) { return 0; }
};
static_assert(link_medium<string_and_cans>);
static_assert(link_medium<copper_cable> && link_medium<backplane> && link_medium<pluggable> && link_medium<co_packaged> && link_medium<chip_photonics>);
static_assert(link_medium<basic_pluggable<estimate>>);
static_assert(!link_medium<fabric_link>);
} // namespace

// 9 W at 400 Gb/s are 22.5 pJ/bit; 30 W at 1.6 Tb/s are 18.75; co-packaged 9 W at 1.6 Tb/s 5.625 (NVIDIA, March 2025)
TEST_CASE("power and price of an end at a rate") {
    CHECK(picojoules_per_bit(pluggable(catalog::dsp_1600g)) == near(18.75, 1e-12));
    CHECK(picojoules_per_bit(co_packaged(catalog::cpo_1600g)) == near(5.625, 1e-12));
    fabric_link const l = link_of(pluggable(catalog::dsp_400g_infiniband), gigabits(400.0), 30.0 * metre);
    CHECK(l.end_power.in(watt) == near(9.0, 1e-12));
    CHECK(l.end_price.in(USD) == near(575.0, 1e-12));
    CHECK(l.cable_price.in(USD) == near(30.0 + 30.0, 1e-12));
    CHECK(l.modules == 2);
    // 30 m of fibre at 1/1.468 of light: 146.9 ns; a retimer of 100 ns at either end
    CHECK(l.latency.in(nanosecond) == near(30.0 / (0.681 * 0.299792458) + 200.0, 1e-12));
}

TEST_CASE("a linear module drops its retimer, the host works more; linear receive is half way") {
    pluggable m{.front_end = 9.0 * picojoule / bit, .retimer = 8.0 * picojoule / bit, .host = 2.0 * picojoule / bit,
                .optics = USD_per_gigabit_per_second(0.6), .retimer_price = USD_per_gigabit_per_second(0.2),
                .retimer_latency = 100.0 * nanosecond};
    CHECK(picojoules_per_bit(m) == near(17.0, 1e-12));
    CHECK((end_price(m) * (1.0 * gigabit_per_second)).in(USD) == near(0.8, 1e-12));
    m.retimed = retiming::transmit;
    CHECK(picojoules_per_bit(m) == near(14.0, 1e-12));
    CHECK(end_latency(m).in(nanosecond) == near(50.0, 1e-12));
    m.retimed = retiming::none;
    CHECK(picojoules_per_bit(m) == near(11.0, 1e-12));
    CHECK((end_price(m) * (1.0 * gigabit_per_second)).in(USD) == near(0.6, 1e-12));
    CHECK(end_latency(m).in(nanosecond) == 0.0);
    // the LPO MSA's half, less what the host adds
    double const saved = 1.0 - end_energy(pluggable(catalog::lpo_800g)) / end_energy(pluggable(catalog::dsp_800g));
    CHECK(saved > 0.35);
    CHECK(saved < 0.5);
}

TEST_CASE("ports share a laser module's failures") {
    co_packaged const m{.engine_failures = 0.0004 / year, .laser_failures = 0.008 / year, .ports_per_laser = 8};
    CHECK((end_failures(m) * year) == near(0.0014, 1e-12));
}

TEST_CASE("reach decides: copper in the rack, along the row what is retimed, optics across the hall") {
    std::vector<medium> const all = {
        copper_cable(catalog::dac_100g_lanes), copper_cable(catalog::acc_100g_lanes), copper_cable(catalog::aec_100g_lanes), pluggable(catalog::dsp_800g)};
    auto const at = gigabits(800.0);
    CHECK(choose_medium(all, at, 1.5 * metre) == 0);
    CHECK(choose_medium(all, at, 4.0 * metre) == 1);
    CHECK(choose_medium(all, at, 6.0 * metre) == 2);
    CHECK(choose_medium(all, at, 30.0 * metre) == 3);
    // out of all reach: the farthest, and its link says so
    std::size_t const far = choose_medium(all, at, 2.0 * kilometre);
    CHECK(far == 3);
    CHECK(reach_used(link_of(all[far], at, 2.0 * kilometre)) == near(4.0, 1e-12));
    CHECK_THROWS_AS(choose_medium(std::vector<medium>{}, at, 1.0 * metre), invalid_input);
}

TEST_CASE("dear power turns the choice to what draws less") {
    std::vector<medium> const all = {pluggable{.name = "cheap", .front_end = 20.0 * picojoule / bit, .optics = USD_per_gigabit_per_second(0.5), .run = {.reach = 500.0 * metre}},
                                     co_packaged{.name = "frugal", .engine = 5.0 * picojoule / bit, .optics = USD_per_gigabit_per_second(0.6), .run = {.reach = 500.0 * metre}}};
    auto const at = gigabits(1000.0); // 20 and 5 W an end, 500 and 600 USD
    CHECK(choose_medium(all, at, 30.0 * metre) == 0);
    CHECK(choose_medium(all, at, 30.0 * metre, 6.0 * USD / watt) == 0); // 15 W at 6 USD are 90
    CHECK(choose_medium(all, at, 30.0 * metre, 7.0 * USD / watt) == 1);
}

TEST_CASE("a user's own medium composes") {
    fabric_link const l = link_of(string_and_cans{}, gigabits(100.0), 4.0 * metre);
    CHECK(l.end_power.in(watt) == near(0.1, 1e-12));
    CHECK(l.end_price.in(USD) == near(1.0, 1e-12));
    CHECK(l.cable_price.in(USD) == near(9.0, 1e-12));
    CHECK((link_failures(l) * year) == near(2.0, 1e-12));
}

TEST_CASE("media of the catalog: every one reaches somewhere and is no better than free") {
    for (auto const& e : catalog::all_media) {
        INFO(std::string(e.id));
        medium const m = e.held();
        fabric_link const l = link_of(m, gigabits(400.0), 1.0 * metre);
        CHECK(std::string(l.name) == e.name);
        CHECK(l.reach > 0.5 * metre);
        CHECK(link_price(l) > 0.0 * USD);
        CHECK(l.end_failures > 0.0 / year);
        CHECK_NOTHROW(validate(l));
    }
}
