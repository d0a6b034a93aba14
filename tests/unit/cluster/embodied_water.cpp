#include <tallywatt/catalog/boards.hpp>
#include <tallywatt/catalog/embodied_carbon.hpp>
#include <tallywatt/catalog/embodied_water.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/silicon/embodied.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

TEST_CASE("embodied water of a server and a rack by hand, line by line, and an accelerator's share") {
    part_water const w{
        .wafer = 12'000.0 * litre,
        .used = fraction{0.8},
        .memory = 4.0 * litre / GB,
        .flash = 0.6 * litre / GB,
        .board = 7'000.0 * litre / square_metre,
        .metal = 3.0 * litre / kilogram};
    server_bill const b{
        .processors = 2,
        .processor_die = 8.0 * square_centimetre,
        .memory = 1000.0 * GB,
        .flash = 10'000.0 * GB,
        .boards = 0.3 * square_metre,
        .heat_sinks = 3.0 * kilogram,
        .chassis = 50.0 * kilogram,
        .supplies = 10.0 * kilogram,
        .cables = 4.0 * kilogram};
    auto const s = embodied_water(b, w);
    // 16 cm2 of 706.858347 cm2, four fifths of it in good dies
    CHECK(s.processors.in(litre) == near(16.0 / 706.858347 * 12'000.0 / 0.8, 1e-9));
    CHECK(s.memory.in(litre) == near(4'000.0, 1e-14));
    CHECK(s.drives.in(litre) == near(6'000.0, 1e-14));
    CHECK(s.boards.in(litre) == near(2'100.0, 1e-14));
    CHECK(s.metal.in(litre) == near(67.0 * 3.0, 1e-14));
    CHECK(s.total().in(litre) == near((s.processors + s.memory + s.drives + s.boards + s.metal).in(litre), 1e-14));
    rack_bill const r{.frame = 150.0 * kilogram, .power = 20.0 * kilogram, .cables = 15.0 * kilogram};
    CHECK(embodied_water(r, w).in(litre) == near(185.0 * 3.0, 1e-14));
    auto const one = share_of(900.0 * litre, 16'000.0 * litre, 8, 640.0 * litre, 4);
    CHECK(one.package.in(litre) == 900.0);
    CHECK(one.server.in(litre) == near(2'000.0, 1e-14));
    CHECK(one.rack.in(litre) == near(20.0, 1e-14));
    CHECK(one.total().in(litre) == near(2'920.0, 1e-14));
}

// 2 TB of memory at 4.3 L/GB, 34.56 TB of flash at 0.605, 0.4 m2 of boards at 7.3 m3/m2, 84 kg of metal at 3.3 L/kg, and
// 31.42 cm2 of processors of 706.86, of which 0.7 are good, at 11,945 L
TEST_CASE("embodied water: a host's memory and drives take more than its accelerators") {
    auto const host = embodied_water(server_bill(catalog::hgx_h100_host_bill), part_water(catalog::server_parts_water));
    CHECK(host.processors.in(litre) == near(758.5, 1e-3));
    CHECK(host.memory.in(cubic_metre) == near(8.806, 1e-3));
    CHECK(host.drives.in(cubic_metre) == near(20.909, 1e-3));
    CHECK(host.boards.in(cubic_metre) == near(2.92, 1e-12));
    CHECK(host.metal.in(litre) == near(277.2, 1e-12));
    package const p = catalog::h100_package;
    volume<> const modules = 8.0 * embodied(p, plan_package(p)).water;
    CHECK(host.total() > modules);
    CHECK(modules.in(cubic_metre) > 1.0);
    // and the range of all of it holds both
    auto const wide = embodied_water(convert<interval>(catalog::hgx_h100_host_bill), convert<interval>(catalog::server_parts_water));
    CHECK(wide.total().base_value.contains(host.total().base_value));
}

TEST_CASE("the catalog's server carries what its bill gives, and its source says what is left out") {
    auto const& held = catalog::hgx_h100.embodied_host_water.base_value;  // to three digits
    part_water const w = catalog::server_parts_water;
    CHECK(held.likely == near(embodied_water(server_bill(catalog::hgx_h100_host_bill), w).total().base_value, 2e-3));
    auto const ends = embodied_water(convert<interval>(catalog::hgx_h100_host_bill), convert<interval>(catalog::server_parts_water)).total().base_value;
    CHECK(held.low == near(lowest(ends), 2e-3));
    CHECK(held.high == near(highest(ends), 2e-3));
    CHECK(embodied_water(server_bill(catalog::hgx_h100_baseboard), w).total().base_value == near(3.4, 0.02));
}
