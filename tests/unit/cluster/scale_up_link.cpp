#include "approx.hpp"

#include <tallywatt/catalog/nvlink.hpp>
#include <tallywatt/catalog/scale_up_links.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

// Switch chips of NVIDIA's systems as sold (system sheets): 6, 4 and 2 on baseboards; 18 in 9 trays of a GB200 NVL72, whose
// spine is 5,184 pairs of copper
TEST_CASE("NVLink: switches, trays and copper of the systems as sold") {
    CHECK(plan_scale_up(catalog::nvlink3, 8).switches() == 6);
    CHECK(plan_scale_up(catalog::nvlink4, 8).switches() == 4);
    CHECK(plan_scale_up(catalog::nvlink5, 8).switches() == 2);
    scale_up_plan const p = plan_scale_up(catalog::nvlink5, 72);
    CHECK(p.switches() == 18);
    CHECK(p.trays == 9);
    CHECK(p.links == 1296);
    CHECK(p.pairs == 5184);
    CHECK(p.reached);
    // 3.6 kW of switch trays in a rack
    CHECK(scale_up_total(scale_up_link(catalog::nvlink5), p).draw().in(kilowatt) == near(3.6, 1e-9));
}

// Pairs of conductors by lane: 12 links of four pairs each way, 18 of two, of an accelerator; seven of sixteen lanes
TEST_CASE("pairs of conductors are lanes both ways") {
    CHECK(plan_scale_up(catalog::nvlink3, 8).pairs == 8 * 12 * 2 * 4);
    CHECK(plan_scale_up(catalog::nvlink4, 8).pairs == 8 * 18 * 2 * 2);
    CHECK(plan_scale_up(catalog::infinity_fabric, 8).pairs == 28 * 2 * 16);
}

// Vera Rubin NVL72: four switches in each of nine trays, the 5,184 cables of the rack before, 3.6 TB/s both ways an accelerator
// and 260 TB/s in all
TEST_CASE("NVLink 6: twice the switches over the same spine") {
    scale_up_link const l = catalog::nvlink6;
    scale_up_plan const p = plan_scale_up(l, 72);
    CHECK(p.switches() == 36);
    CHECK(p.trays == 9);
    CHECK(p.pairs == 5184);
    CHECK(p.reached);
    CHECK(2.0 * rate_of(l).value.in(TB_per_second) == near(3.6, 1e-12));
    CHECK(72.0 * 2.0 * rate_of(l).value.in(TB_per_second) == near(260.0, 0.005)); // as rounded there
}

// NVLink Switch System of DGX GH200 (NVIDIA, 2023): 256 accelerators, chassis of eight behind three trays of two chips each, 96
// trays of the first level and 36 of the second
TEST_CASE("NVLink 4 in two levels: 96 and 36 trays") {
    scale_up_link l = catalog::nvlink4;
    l.domain_limit = 256;
    l.links_per_switch = 3;
    l.board = 8;
    l.switches_per_tray = 2;
    scale_up_plan const p = plan_scale_up(l, 256);
    CHECK(p.first == 2 * 96);
    CHECK(p.second == 2 * 36);
    CHECK(p.trays == 132);
    CHECK(p.trunks == 256 * 18);
    CHECK(p.reached);
}

// CloudMatrix 384: 336 switches of the first level (seven on each of 48 boards) and 112 of the second
TEST_CASE("Unified Bus: two levels") {
    scale_up_plan const p = plan_scale_up(catalog::unified_bus, 384);
    CHECK(p.first == 336);
    CHECK(p.second == 112);
    CHECK(p.trunks == p.links); // as many up as down
    CHECK(p.reached);
}

// NVIDIA, GTC 2024: optics instead of the spine of an NVL72 would draw 20 kW. Retimed 800G modules at both ends: within a
// quarter, as module powers of 2024 are a range of 12 to 17 W
TEST_CASE("copper spine against optics") {
    scale_up_link l = catalog::nvlink5;
    auto const p = plan_scale_up(l, 72);
    double const copper = scale_up_total(l, p).link_draw.in(kilowatt);
    l.wire = link_of(pluggable(catalog::dsp_800g), l.link_rate, 20.0 * metre);
    double const optics = scale_up_total(l, p).link_draw.in(kilowatt);
    CHECK(copper < 0.1);
    CHECK(optics == near(20.0, 0.25));
}

TEST_CASE("a domain beyond the technology is a plan that does not reach") {
    CHECK_FALSE(plan_scale_up(catalog::nvlink5, 73).reached);
    CHECK_FALSE(plan_scale_up(catalog::infinity_fabric, 9).reached); // seven links reach seven others
    CHECK(plan_scale_up(catalog::infinity_fabric, 8).reached);
    CHECK(plan_scale_up(catalog::infinity_fabric, 8).links == 28);
    CHECK(plan_scale_up(catalog::ici_3d, 4096).links == 3 * 4096);
    CHECK(plan_scale_up(catalog::nvlink5, 1).links == 18);
    CHECK_THROWS_WITH_AS(plan_scale_up(catalog::nvlink5, 0), "scale_up_link.domain: 0 is below 1", invalid_input);
    CHECK_THROWS_AS(plan_scale_up(scale_up_link{.switch_ports = 0}, 8), invalid_input);
}

// Domains made of the technology against those with measured constants: rates within 3 %
TEST_CASE("the domain that a technology makes is the measured one") {
    auto const same = [](scale_up const& made, scale_up const& measured) {
        INFO(std::string(measured.name));
        CHECK(made.ring.bandwidth.in(GB_per_second) == near(measured.ring.bandwidth.in(GB_per_second), 0.03));
        CHECK(made.reduction.bandwidth.in(GB_per_second) == near(measured.reduction.bandwidth.in(GB_per_second), 0.03));
        CHECK(made.exchange_share.value == near(measured.exchange_share.value, 0.03));
        CHECK(made.domain == measured.domain);
        CHECK(made.shape == measured.shape);
        CHECK(made.reduction_ranks == measured.reduction_ranks);
    };
    same(scale_up_of(scale_up_link(catalog::nvlink3), 8), catalog::nvlink3_a100);
    same(scale_up_of(scale_up_link(catalog::nvlink4), 8), catalog::nvlink4_h100);
    same(scale_up_of(scale_up_link(catalog::nvlink5), 8), catalog::nvlink5_hgx);
    same(scale_up_of(scale_up_link(catalog::nvlink5), 72), catalog::nvlink5_nvl72);
    same(scale_up_of(scale_up_link(catalog::infinity_fabric), 8), catalog::xgmi_mi300x);
    scale_up const torus = scale_up_of(scale_up_link(catalog::ici_3d), 4096, {16, 16, 16});
    CHECK_NOTHROW(check(torus));
    CHECK_THROWS_AS(check(scale_up_of(scale_up_link(catalog::ici_3d), 4095, {16, 16, 16})), invalid_input);
}
