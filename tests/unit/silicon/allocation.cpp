#include <tallywatt/number.hpp>
#include <tallywatt/silicon/allocation.hpp>

#include <doctest/doctest.h>

#include <array>

#include "approx.hpp"

using namespace tallywatt;

namespace {
constexpr auto unit = accelerator_unit;
competitor asks(double demand, double carriers, double hbm_gb, double margin) {
    return {
        .needs = {.carrier_wafers = carriers / unit, .hbm = hbm_gb * GB / unit},
        .demand = demand * unit,
        .margin = margin * USD / unit};
}
input_amounts of(double carriers, double hbm_gb) {
    input_amounts a;
    a.carrier_wafers = carriers;
    a.hbm = hbm_gb * GB;
    a.stated[4] = a.stated[5] = true;
    return a;
}
using given = std::array<accelerator_count<>, 3>;
} // namespace

TEST_CASE("in proportion: what is short is cut alike for all that use it") {
    // 100 and 300 wafers wanted, 200 there: half of each. The third uses memory only, of which there is enough.
    std::array const p{asks(1000, 0.1, 100, 1), asks(1500, 0.2, 100, 1), asks(50, 0.0, 100, 1)};
    given n{};
    allocate_in_proportion<double>(p, of(200.0, 1e9), n);
    CHECK(n[0].base_value == near(500.0, 1e-12));
    CHECK(n[1].base_value == near(750.0, 1e-12));
    CHECK(n[2].base_value == near(50.0, 1e-12));
    // memory at a quarter of 255,000 GB binds all three harder
    allocate_in_proportion<double>(p, of(200.0, 63'750.0), n);
    CHECK(n[0].base_value == near(250.0, 1e-12));
    CHECK(n[2].base_value == near(12.5, 1e-12));
    // ample: all get what they ask for
    allocate_in_proportion<double>(p, of(400.0, 255'000.0), n);
    CHECK(n[1].base_value == near(1500.0, 1e-12));
}

TEST_CASE("by margin: the most margin per wafer first") {
    // margin per wafer: 10,000/0.1 = 100,000; 30,000/0.2 = 150,000; the third needs no wafer and comes before both
    std::array const p{asks(1000, 0.1, 100, 10'000), asks(1500, 0.2, 100, 30'000), asks(50, 0.0, 100, 1)};
    auto const order = order_by_margin<double>(p, industry_input::carrier_wafers);
    REQUIRE(order.count == 3);
    CHECK(order.product[0] == 2);
    CHECK(order.product[1] == 1);
    CHECK(order.product[2] == 0);
    given n{};
    allocate_by_margin<double>(p, of(320.0, 1e9), industry_input::carrier_wafers, n);
    CHECK(n[1].base_value == near(1500.0, 1e-12)); // 300 wafers
    CHECK(n[0].base_value == near(200.0, 1e-12));  // the other 20
    CHECK(n[2].base_value == near(50.0, 1e-12));
    // another scarce input turns the order: margin per GB is the same as per unit here
    allocate_by_margin<double>(p, of(1e9, 110'000.0), industry_input::hbm, n);
    CHECK(n[1].base_value == near(1100.0, 1e-12));
    CHECK(n[0].base_value == near(0.0, 1e-12));
}

TEST_CASE("no demand gets nothing, and an input that is not stated limits nothing") {
    std::array const p{asks(0, 0.1, 100, 1), asks(10, 0.1, 100, 1)};
    std::array<accelerator_count<>, 2> n{};
    allocate_in_proportion<double>(p, of(0.5, 1e9), n);
    CHECK(n[0].base_value == 0.0);
    CHECK(n[1].base_value == near(5.0, 1e-12));
    allocate_in_proportion<double>(p, input_amounts{}, n);
    CHECK(n[1].base_value == near(10.0, 1e-12));
}
