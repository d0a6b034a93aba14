#include "approx.hpp"

#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/facility/performance.hpp>
#include <tallywatt/number/interval.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <span>
#include <string>

using namespace tallywatt;

namespace {
/// Paths of the fields that no key covers, one after the other.
template <class X>
std::string unsourced(X const& x, std::span<sourced_field const> sources) {
    std::string missing;
    walk(
        [&](field_path const& path, field const&, auto const&) {
            if (source_of(sources, path.text()).title == nullptr)
                missing += path.text() + ' ';
        },
        field_path{}, x
    );
    return missing;
}
// Stull 2011, wet bulb from dry bulb and relative humidity, sea level: an independent formula, good to 1 K.
double stull(double t, double rh) {
    return t * std::atan(0.151977 * std::sqrt(rh + 8.313659)) + std::atan(t + rh) - std::atan(rh - 1.676331)
           + 0.00391838 * std::pow(rh, 1.5) * std::atan(0.023101 * rh) - 4.686035;
}
} // namespace

TEST_CASE("catalog: every field of cooling and climate objects has a source") {
    CHECK(unsourced(catalog::air_contained, catalog::air_contained_sources).empty());
    CHECK(unsourced(catalog::direct_to_chip, catalog::direct_to_chip_sources).empty());
    CHECK(unsourced(catalog::direct_to_chip_tower, catalog::direct_to_chip_tower_sources).empty());
    CHECK(unsourced(catalog::air_cooled_chiller, catalog::air_cooled_chiller_sources).empty());
    CHECK(unsourced(catalog::water_cooled_chiller, catalog::water_cooled_chiller_sources).empty());
    CHECK(unsourced(catalog::dry_cooler, catalog::dry_cooler_sources).empty());
    CHECK(unsourced(catalog::cooling_tower, catalog::cooling_tower_sources).empty());
    CHECK(unsourced(catalog::ashburn, catalog::ashburn_sources).empty());
    CHECK(unsourced(catalog::dublin, catalog::dublin_sources).empty());
    CHECK(unsourced(catalog::lulea, catalog::lulea_sources).empty());
    CHECK(
        unsourced(catalog::ashburn, std::span(catalog::ashburn_sources).first(1)).find("bins.25.hours")
        != std::string::npos
    ); // the check can fail
}

TEST_CASE("catalog: objects are valid, ordered and inside their ranges") {
    CHECK_NOTHROW(validate(catalog::air_contained));
    CHECK_NOTHROW(validate(catalog::direct_to_chip));
    CHECK_NOTHROW(validate(catalog::direct_to_chip_tower));
    walk(
        [](field_path const& path, field const&, auto const& leaf) {
            if constexpr (numeric_leaf<decltype(leaf)>)
                if constexpr (requires { number_in(leaf).likely; }) {
                    INFO(path.text());
                    CHECK(number_in(leaf).low <= number_in(leaf).likely);
                    CHECK(number_in(leaf).likely <= number_in(leaf).high);
                }
        },
        field_path{}, catalog::direct_to_chip_tower
    );
}

TEST_CASE("catalog: climates are years with the means that the header states") {
    struct {
        climate c;
        double mean;
    } const sites[] = {{catalog::ashburn, 13.4}, {catalog::dublin, 9.6}, {catalog::lulea, 2.9}};
    for (auto const& s : sites) {
        CHECK_NOTHROW(validate(s.c));
        CHECK_NOTHROW(check(s.c));
        CHECK(total_hours(s.c).in(hour) == near(8760.0, 1e-9)); // rows are rounded to 0.1 h
        CHECK(std::abs(mean_dry_bulb(s.c).in_celsius() - s.mean) < 0.06);          // stated to 0.1 K
        for (int i = 1; i < s.c.bins.count; ++i)
            CHECK(
                s.c.bins.bin[static_cast<std::size_t>(i - 1)].dry_bulb.in_kelvin()
                < s.c.bins.bin[static_cast<std::size_t>(i)].dry_bulb.in_kelvin()
            );
    }
}

TEST_CASE("catalog: wet bulbs agree with an independent fit at plausible humidity") {
    // V21, the fit's own example and the reference values
    CHECK(stull(20.0, 50.0) == near(13.699, 1e-4));
    CHECK(stull(35.0, 60.0) == near(28.488, 1e-4));
    // Each bin's wet bulb lies between those of 35 and 100 % relative humidity (the fit holds above -20 C; 1 K slack is its error)
    for (climate const& c : {climate(catalog::ashburn), climate(catalog::dublin), climate(catalog::lulea)})
        for (auto const& b : c.bins) {
            double const t = b.dry_bulb.in_celsius(), w = b.wet_bulb.in_celsius();
            if (t < -10.0)
                continue;
            CHECK(w > stull(t, 35.0) - 1.0);
            CHECK(w < stull(t, 99.0) + 1.0);
        }
}

TEST_CASE("catalog: an interval PUE holds those of years 1 K colder and warmer") {
    using site = basic_facility<basic_direct_to_chip<interval>, interval>;
    auto const load = at_it<power<interval>>{100.0 * megawatt};
    site wide{.climate = convert<interval>(catalog::ashburn)};
    CHECK_NOTHROW(check(wide.climate)); // cold wet bulbs may lie above cold dry bulbs by their ranges, but need not
    interval const p = perform(prepare(wide), load).pue.value;
    CHECK(p.high - p.low > 0.005);
    CHECK(p.high - p.low < 0.05);
    for (double shift : {-1.0, 0.0, 1.0}) {
        basic_facility<direct_to_chip> shifted{.climate = catalog::ashburn};
        for (auto& b : shifted.climate.bins.bin)
            b.dry_bulb = b.dry_bulb + shift * kelvin, b.wet_bulb = b.wet_bulb + shift * kelvin;
        double const x = perform(prepare(shifted), at_it<power<>>{100.0 * megawatt}).pue.value;
        INFO(shift);
        CHECK(x >= p.low);
        CHECK(x <= p.high);
    }
}
