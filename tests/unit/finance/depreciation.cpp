#include <tallywatt/finance/depreciation.hpp>

#include <doctest/doctest.h>

#include <vector>

#include "approx.hpp"

using namespace tallywatt;

namespace {
double sum_of(depreciation_schedule const& s) {
    double sum = 0.0;
    for (int k = 0; k < s.years; ++k)
        sum += s.share[static_cast<std::size_t>(k)];
    return sum;
}
} // namespace

TEST_CASE("the tables of IRS Publication 946, half-year convention") {
    struct table {
        int years;
        std::vector<double> percent;
    };
    // table A-1, rounded there to 0.01 %, and from the fifth year on so that they add up: half a unit, and one more, of that
    table const tables[] = {
        {3, {33.33, 44.45, 14.81, 7.41}},
        {5, {20.00, 32.00, 19.20, 11.52, 11.52, 5.76}},
        {7, {14.29, 24.49, 17.49, 12.49, 8.93, 8.92, 8.93, 4.46}},
        {10, {10.00, 18.00, 14.40, 11.52, 9.22, 7.37, 6.55, 6.55, 6.56, 6.55, 3.28}},
        {15, {5.00, 9.50, 8.55, 7.70, 6.93, 6.23, 5.90, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 2.95}},
        {20, {3.750, 7.219, 6.677, 6.177, 5.713, 5.285, 4.888, 4.522, 4.462, 4.461, 4.462}},
    };
    for (auto const& t : tables) {
        auto const s = accelerated_depreciation(t.years);
        INFO(t.years << " years");
        CHECK(s.years == t.years + 1);
        for (std::size_t k = 0; k < t.percent.size(); ++k)
            CHECK(100.0 * s.share[k] == within(t.percent[k], 0.0151));
        CHECK(sum_of(s) == near(1.0, 1e-13));
    }
}

TEST_CASE("straight line, double declining and what is left") {
    auto const straight = straight_line_depreciation(4);
    CHECK(straight.share[3] == 0.25);
    CHECK(straight.book_value(1) == 0.75);
    CHECK(straight.book_value(9) == 0.0);
    // double declining over five years: 40 %, 24 %, 14.4 %, then 10.8 % twice, straight
    auto const declining = declining_depreciation(5);
    double const by_hand[] = {0.4, 0.24, 0.144, 0.108, 0.108};
    for (std::size_t k = 0; k < 5; ++k)
        CHECK(declining.share[k] == near(by_hand[k], 1e-12));
    CHECK(declining.book_value(2) == near(0.36, 1e-12));
}

TEST_CASE("an asset sold early deducts the rest of its price then") {
    auto const s = accelerated_depreciation(5).sold_after(3);
    CHECK(s.years == 3);
    CHECK(s.share[2] == near(0.192 + 0.2880, 1e-12));
    CHECK(sum_of(s) == near(1.0, 1e-13));
    auto const land = depreciation_schedule{}.sold_after(35);
    CHECK(land.share[34] == 1.0);
    CHECK(land.share[0] == 0.0);
    CHECK(accelerated_depreciation(3).sold_after(10).years == 4);
    CHECK(depreciation_schedule{}.sold_after(100).share[99] == 1.0); // the longest life
}

TEST_CASE("worth of a schedule, by hand at v = 0.8") {
    CHECK(present_worth(straight_line_depreciation(2), ratio{0.8}) == near(0.5 * 0.8 + 0.5 * 0.64, 1e-13));
}
