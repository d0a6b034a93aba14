#include "approx.hpp"

#include <tallywatt/catalog/carrier_sizes.hpp>
#include <tallywatt/silicon/package_geometry.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

TEST_CASE("the largest carrier by year, and that sizes only grow") {
    CHECK(catalog::largest_carrier("CoWoS-S", 2015).base_value == 0.0);
    CHECK((catalog::largest_carrier("CoWoS-S", 2022) / reticle) == near(3.0, 1e-14));
    CHECK((catalog::largest_carrier("CoWoS-L", 2026) / reticle) == near(5.5, 1e-14));
    CHECK((catalog::largest_carrier("CoWoS-L", 2030) / reticle) == near(14.0, 1e-14));
    CHECK(catalog::largest_carrier("no such", 2026).base_value == 0.0);
    for (auto const& a : catalog::carrier_sizes) {
        CHECK(a.from.title != nullptr);
        for (auto const& b : catalog::carrier_sizes)
            if (std::string_view(a.technology) == b.technology && a.year < b.year)
                CHECK(a.exposures < b.exposures);
    }
}

TEST_CASE("the stacks shown on a square carrier of each size fit along its edges") {
    for (auto const& s : catalog::carrier_sizes) {
        if (s.stacks == 0)
            continue;
        INFO(s.technology << " " << s.year);
        package p;
        p.dies[0] = {.die = {.size = {10.0 * millimetre, 10.0 * millimetre}}, .count = 1};
        p.hbm = {.capacity = 24.0 * GB};
        p.hbm_count = s.stacks;
        length<> const side = math::sqrt(s.exposures * reticle);
        p.carrier = silicon_interposer{.size = {side, side}, .largest_area = s.exposures * reticle};
        auto const g = package_geometry(p);
        CHECK(g.carrier.value == near(1.0, 1e-12));
        CHECK(g.edges.value <= 1.25); // at 12 exposures stacks of 24 take more than two edges
    }
}
