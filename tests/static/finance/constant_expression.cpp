// Schedules, payments and choices in constant expressions.

#include <tallywatt/finance.hpp>
#include <tallywatt/tco/lease.hpp>
#include <tallywatt/tco/rent_or_own.hpp>

using namespace tallywatt;

static_assert(accelerated_depreciation(5).share[0] == 0.2);
static_assert(straight_line_depreciation(4).book_value(3) == 0.25);

constexpr double two_years() {
    payments<> p{.years = 2};
    p.at[0] = -100.0 * USD;
    p.at[1] = p.at[2] = 60.0 * USD;
    return rate_of_return(p).value;
}
static_assert(two_years() > 0.1306 && two_years() < 0.1307);

static_assert(annual_cost(1e6 * USD, asset_kind::it, finance{}).total() > money_rate<>{});
static_assert(level_payment(120.0 * USD, nominal_discount_rate{0.0}, 12) == 10.0 * USD);

constexpr load_duration curve{.points = 2, .hours = {0.0, 1.0}, .load = {fraction{1.0}, fraction{0.0}}};
static_assert(owned_share(curve, 0.25).value == 0.75);

constexpr revenue_lease lease{.rent = per_month(80.0 * USD / kilowatt), .threshold = per_year(9.0 * USD / watt), .term = 14};
constexpr lessor owner{.capital = 12.5 * USD / watt, .discount = discount_rate{0.07}};
static_assert(share_that_makes_whole(lease, owner, per_year(14.0 * USD / watt)) > 0.0938);
static_assert(share_that_makes_whole(lease, owner, per_year(14.0 * USD / watt)) < 0.0940);
