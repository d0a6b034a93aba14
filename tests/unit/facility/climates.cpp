// Catalog climates against their own means, and against published figures of the same stations that did not go into them.
#include "approx.hpp"

#include <tallywatt/catalog/climates.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace tallywatt;

namespace {

struct site {
    monthly_climate means;
    climate stored;
    double cold, hot, heating, cooling; // of the station's TMYx file: 99 % and 1 % dry bulb, HDD18 and CDD10
};
#define SITE(name, cold, hot, heating, cooling) \
    site { catalog::name##_monthly, catalog::name, cold, hot, heating, cooling }

std::vector<site> sites() {
    return {
        SITE(dallas, -2.5, 37.3, 1217, 3594),      SITE(phoenix, 5.5, 42.5, 549, 4815),        SITE(council_bluffs, -16.9, 33.4, 3119, 2075),
        SITE(the_dalles, -5.9, 34.6, 2643, 1691),  SITE(golden, -14.1, 34.1, 2743, 1784),      SITE(las_vegas, 1.9, 41.5, 1126, 3949),
        SITE(charleston, 0.1, 32.9, 871, 3591),    SITE(sao_paulo, 9.1, 31.2, 182, 3673),      SITE(quilicura, 0.1, 30.8, 1513, 1870),
        SITE(frankfurt, -5.9, 30.0, 2971, 1216),   SITE(amsterdam, -3.9, 25.9, 2840, 941),     SITE(eemshaven, -5.6, 26.3, 3180, 840),
        SITE(saint_ghislain, -4.0, 27.5, 2832, 978), SITE(london, -1.1, 26.5, 2574, 1046),     SITE(paris, -3.0, 29.3, 2532, 1275),
        SITE(stockholm, -13.2, 25.6, 4122, 712),   SITE(hamina, -20.8, 25.7, 4773, 665),       SITE(mumbai, 18.8, 35.0, 0, 6331),
        SITE(chennai, 20.9, 37.9, 0, 6717),        SITE(singapore, 23.8, 33.0, 0, 6393),       SITE(changhua, 11.3, 33.0, 149, 4893),
        SITE(tokyo, 1.5, 32.6, 1565, 2682),        SITE(dubai, 14.8, 42.1, 1, 6613),           SITE(sydney, 4.4, 32.0, 907, 2627),
        SITE(melbourne, -1.0, 34.1, 1734, 1596),   SITE(zhangbei, -23.1, 27.5, 5428, 940),     SITE(guian, -1.9, 29.5, 1629, 2454),
        SITE(ulanqab, -20.7, 27.9, 4858, 1024),    SITE(zhongwei, -13.9, 31.7, 3496, 1746)};
}
#undef SITE

/// The dry bulb that this share of the year lies below, within the bin by its hours.
double quantile(climate const& c, double share) {
    double below = 0.0;
    for (auto const& b : c.bins) {
        double const h = b.hours.in(hour) / 8760.0;
        if (below + h >= share)
            return b.dry_bulb.in_celsius() + 2.0 * ((share - below) / h - 0.5); // bins are 2 K wide
        below += h;
    }
    return c.bins.bin[static_cast<std::size_t>(c.bins.count - 1)].dry_bulb.in_celsius();
}

} // namespace

TEST_CASE("climates: every row is what the generator makes of the stated means") {
    for (auto const& s : sites()) {
        INFO(std::string(s.means.name));
        climate const made = synthesise(s.means);
        CHECK(std::string(made.name) == s.stored.name);
        CHECK(made.elevation == s.stored.elevation);
        REQUIRE(made.bins.count == s.stored.bins.count);
        for (std::size_t i = 0; i < static_cast<std::size_t>(made.bins.count); ++i) {
            auto const &a = made.bins.bin[i], &b = s.stored.bins.bin[i];
            // rows are rounded to 0.1; the fullest takes up what rounding leaves of the year
            CHECK(std::abs((a.dry_bulb - b.dry_bulb).in(kelvin)) < 0.0501);
            CHECK(std::abs((a.wet_bulb - b.wet_bulb).in(kelvin)) < 0.0501);
            CHECK(std::abs((a.hours - b.hours).in(hour)) < 1.0);
        }
    }
}

TEST_CASE("climates: years that hold together, with the means that they were made of") {
    CHECK(sites().size() + 3 >= 20);
    for (auto const& s : sites()) {
        INFO(std::string(s.means.name));
        CHECK_NOTHROW(validate(s.stored));
        CHECK_NOTHROW(check(s.stored));
        CHECK(s.stored.bins.count <= 64);
        CHECK(total_hours(s.stored).in(hour) == near(8760.0, 1e-6));
        double mean = 0.0;
        for (double m : s.means.mean)
            mean += m / 12.0;
        CHECK(std::abs(mean_dry_bulb(s.stored).in_celsius() - mean) < 0.06); // rows to 0.1 K, ends joined
    }
}

TEST_CASE("climates: published extremes and degree days of the stations") {
    for (auto const& s : sites()) {
        INFO(std::string(s.means.name));
        // Extremes set the day-to-day deviations: they are met to half a bin and the rounding of deviations. Where a station lies
        // apart from the site (Hamina's is inland) or its files differ (Golden's by 7 K) less is asked.
        bool const apart = s.stored.name == std::string("Hamina, Finland") || s.stored.name == std::string("Golden, Colorado");
        CHECK(std::abs(quantile(s.stored, 0.01) - s.cold) < (apart ? 3.5 : 1.3));
        CHECK(std::abs(quantile(s.stored, 0.99) - s.hot) < 1.3);
        // Degree days did not go into the rows: an annual mean off by 1 K moves each by up to 365; the files' records begin in
        // the 1970s, the normals in 1991. Daily means are not in bins: bins overstate both by the day's swing about the base.
        double heating = 0.0, cooling = 0.0;
        for (auto const& b : s.stored.bins) {
            heating += std::max(18.0 - b.dry_bulb.in_celsius(), 0.0) * b.hours.in(day);
            cooling += std::max(b.dry_bulb.in_celsius() - 10.0, 0.0) * b.hours.in(day);
        }
        double const off = heating - cooling - (s.heating - s.cooling); // the swing cancels, but for what lies between the bases
        CHECK(std::abs(off) < (apart ? 2.2 : 1.5) * 365.0);
    }
}

TEST_CASE("climates: physics of the places") {
    auto const hottest_wet = [](climate const& c) {
        double w = -100.0;
        for (auto const& b : c.bins)
            w = std::max(w, b.wet_bulb.in_celsius());
        return w;
    };
    CHECK(hottest_wet(catalog::phoenix) < hottest_wet(catalog::mumbai)); // dry heat and damp heat
    CHECK(hottest_wet(catalog::golden) < 19.5);                          // high and dry: design wet bulbs of 18 to 19 C
    CHECK(hottest_wet(catalog::singapore) > 25.0);
    CHECK(mean_dry_bulb(climate(catalog::lulea)) < mean_dry_bulb(climate(catalog::ulanqab)));
    CHECK(climate(catalog::golden).elevation == 1730.0 * metre);
}
