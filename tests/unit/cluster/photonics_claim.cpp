#include "approx.hpp"

#include <tallywatt/catalog/networks.hpp>
#include <tallywatt/cluster/photonics_claim.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

TEST_CASE("savings by hand, boundary by boundary") {
    scale_out before{.nic_rate = one_way(100.0 * GB_per_second)};
    before.network_switch = {.ports = 64, .port_rate = one_way(100.0 * GB_per_second), .draw = 1000.0 * watt};
    before.host_link = before.switch_link = {.end_power = 15.0 * watt};
    scale_out after = before;
    after.switch_link.end_power = 5.0 * watt;
    after.host_link.end_power = 10.0 * watt; // a module of 15 W at the server, 5 W at the switch
    // 2,048 endpoints: 96 switches, 2,048 links to hosts, 2,048 between: 96 kW + 122.88 kW; after 96 + 61.44
    auto const v = photonics_saving(before, after, 256, 8, 25.0 * watt, 2.0 * megawatt);
    CHECK(v.optics == near(2.0 / 3.0, 1e-12));
    CHECK(v.fabric == near(61'440.0 / 218'880.0, 1e-12));
    CHECK(v.network == near(61'440.0 / (218'880.0 + 51'200.0), 1e-12));
    CHECK(v.cluster == near(61'440.0 / (218'880.0 + 51'200.0 + 2e6), 1e-12));
}

// NVIDIA's 30 W to 9 W for 1.6 Tb/s are 70 % at the optics, and so the catalog has it; of the fabric it is a fifth to a
// third, of the cluster a few per cent
TEST_CASE("3.5 times at the optics is not 3.5 times of the network") {
    double const optics = 1.0 - end_energy(co_packaged(catalog::cpo_1600g)) / end_energy(pluggable(catalog::dsp_1600g));
    CHECK(optics == near(0.70, 1e-9));
    auto const v = photonics_saving(
        scale_out(catalog::infiniband_xdr), scale_out(catalog::infiniband_xdr_photonics), 2048, 8, 30.0 * watt, 18.0 * megawatt
    );
    CHECK(v.optics > 0.65);
    CHECK(v.fabric < 0.4);
    CHECK(v.fabric > 0.15);
    CHECK(v.network < v.fabric);
    CHECK(v.cluster < 0.05);
    CHECK(v.cluster > 0.0);
}

// Lambda on the Q3450-LD: 3.95 kW against 7.0 kW with modules. The photonic switch with its engines at the high end of
// their range (9 W for each of 144 ports) is that; the saving by it, 44 %, is the most that a switch gains
TEST_CASE("the published power of the photonic switch") {
    network_switch const s = catalog::quantum_x_photonics;
    auto const engine = end_energy(catalog::cpo_1600g) * (known(100.0) * GB_per_second);
    CHECK(s.draw.in(watt) + 144 * engine.base_value.high == near(3950.0, 0.01));
    CHECK(1.0 - 3.95 / 7.0 < 0.45);
}
