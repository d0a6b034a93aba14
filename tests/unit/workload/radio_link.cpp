// Radio links above 100 GHz: Friis and Shannon by hand, published demonstrations, claims.
#include <tallywatt/catalog/wan.hpp>
#include <tallywatt/workload/multi_site.hpp>

#include <doctest/doctest.h>

#include <cmath>

#include "approx.hpp"

namespace {
using namespace tallywatt;

TEST_CASE("path loss and noise by hand") {
    radio_link const l{
        .carrier = 300e9 / second,
        .bandwidth = 10e9 / second,
        .sent = 0.1 * watt,
        .antenna = ratio{1e5},
        .noise = ratio{10.0},
        .losses = ratio{1.0},
        .most_signal = ratio{1e9},
        .streams = 1,
        .air = 0.0 * decibel_per_kilometre};
    // free space: 92.45 + 20 log10(km) + 20 log10(GHz) dB: 141.99 dB at 1 km (ITU-R P.525)
    double const loss = 92.45 + 20.0 * std::log10(300.0);
    // 20 dBm sent, twice 50 dB, noise -173.98 dBm/Hz + 100 dB + 10 dB
    double const signal = 20.0 + 100.0 - loss, floor = -173.975 + 100.0 + 10.0;
    CHECK(
        10.0 * std::log10(signal_to_noise(l, 1.0 * kilometre).value) == within(signal - floor, 0.01)
    ); // P.525's constant has two decimals
    CHECK(
        carried(l, 1.0 * kilometre).in(gigabit_per_second)
        == near(10.0 * std::log2(1.0 + signal_to_noise(l, 1.0 * kilometre).value), 1e-12)
    );
    // twice the distance is a quarter of the signal; ten decibels a kilometre a tenth more
    CHECK(signal_to_noise(l, 2.0 * kilometre).value == near(signal_to_noise(l, 1.0 * kilometre).value / 4.0, 1e-12));
    radio_link damp = l;
    damp.rain = 10.0 * decibel_per_kilometre;
    CHECK(
        signal_to_noise(damp, 1.0 * kilometre).value == near(signal_to_noise(l, 1.0 * kilometre).value / 10.0, 1e-12)
    );
    CHECK(one_way_latency(l, 299'792.458 * metre).in(microsecond) == near(1'020.0, 1e-12));
}

TEST_CASE("reach is where the rate is carried") {
    radio_link const l = catalog::sub_terahertz_radio;
    length<> const d = reach_of(l, 100.0 * gigabit_per_second);
    CHECK(carried(l, d).in(gigabit_per_second) == near(100.0, 1e-9));
    CHECK(reach_of(l, 100.0 * terabit_per_second) == length<>{});
}

TEST_CASE("demonstrations are within what the link can carry") {
    radio_link const l = catalog::sub_terahertz_radio;
    // NTT DOCOMO, NTT, NEC, Fujitsu (2024): 100 Gb/s over 100 m at 100 and 300 GHz
    CHECK(carried(l, 100.0 * metre) > 100.0 * gigabit_per_second);
    // Fudan University (Micromachines 16, 828, 2025): 1.05 Tb/s between 330 and 500 GHz in the laboratory, with four times the band of
    // one channel; at the band of IEEE 802.15.3d's widest channel the link carries it over metres and not over ten kilometres
    radio_link wide = l;
    wide.bandwidth = 69e9 / second;
    CHECK(carried(wide, 10.0 * metre) > 1.05 * terabit_per_second);
    CHECK(carried(wide, 10.0 * kilometre) < 1.0 * gigabit_per_second);
}

TEST_CASE("claims of 6G against what training across sites needs") {
    radio_link const l = catalog::sub_terahertz_radio;
    // gradients of 405 G parameters in two bytes between two sites, hidden behind nothing but done within a step of 5 s
    multi_site const job{.sites = 2, .gradients = 811.7e9 * byte, .hidden = fraction{1.0}};
    auto const r = perform(job, 5.0 * second, wan_link{.rate = one_way(1.0 * terabit_per_second)});
    CHECK(r.needed.in(gigabit_per_second) == near(811.7 * 8.0 / 5.0, 1e-3));
    radio_claim const roof = examine(l, 100.0 * gigabit_per_second, 1.0 * kilometre, 100.0 * microsecond, r.needed);
    CHECK(roof.rate_holds());
    CHECK(roof.latency_holds());
    CHECK(roof.hops == 1);
    CHECK(roof.parallel == 13);
    // across a region the claim of 100 us fails whatever the rate: light takes 334 us
    radio_claim const region = examine(l, 100.0 * gigabit_per_second, 100.0 * kilometre, 100.0 * microsecond, r.needed);
    CHECK_FALSE(region.rate_holds());
    CHECK_FALSE(region.latency_holds());
    CHECK(region.least_latency > 334.0 * microsecond);
    CHECK(region.hops > 10);
    // no chain of hops carries what one metre does not
    radio_claim const none = examine(l, 100.0 * terabit_per_second, 1.0 * kilometre, 1.0 * second, r.needed);
    CHECK(none.hops == 0);
    CHECK_FALSE(none.latency_holds());
    // as a link between sites
    wan_link const w = link_of(l, 1.0 * kilometre, 13);
    CHECK(
        w.rate.value.in(gigabit_per_second) == near(13.0 * carried(l, 1.0 * kilometre).in(gigabit_per_second), 1e-13)
    );
    CHECK(one_way_latency(w).in(microsecond) == near(one_way_latency(l, 1.0 * kilometre).in(microsecond), 1e-13));
}

TEST_CASE("radio that makes no sense is refused by name") {
    radio_link l{};
    CHECK_THROWS_WITH_AS(
        examine(l, byte_rate<>{}, 1.0 * kilometre, 1.0 * second, {}), doctest::Contains("radio.rate"), invalid_input
    );
    CHECK_THROWS_WITH_AS(
        examine(l, 1.0 * gigabit_per_second, 0.0 * metre, 1.0 * second, {}), doctest::Contains("radio.distance"),
        invalid_input
    );
    l.noise = ratio{0.5};
    CHECK_THROWS_WITH_AS(
        examine(l, 1.0 * gigabit_per_second, 1.0 * metre, 1.0 * second, {}), doctest::Contains("radio_link.noise"),
        invalid_input
    );
}

} // namespace
