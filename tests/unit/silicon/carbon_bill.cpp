#include <tallywatt/catalog/fab_grids.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/silicon/carbon_bill.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "approx.hpp"

using namespace tallywatt;

namespace {

constexpr auto g_per_GB = gCO2e / GB;
constexpr co2e<> per_chip = 150.0 * gCO2e; // ACT, one packaged chip
constexpr fraction act_yield{0.875};       // ACT, default

carbon_bill_line<> storage(
    char const* name, carbon_category c, int n, int chips, data_size<> size, double per_GB, fraction yield = act_yield
) {
    return {
        .name = name,
        .category = c,
        .quantity = n,
        .chips = chips,
        .part = carbon_storage<>{.capacity = size, .carbon = per_GB * g_per_GB, .yield = yield}};
}

// The bill of a Dell R740 that ACT ships: 28 nm processors on coal power, flash of 30 nm, DDR3 of 50 nm.
std::array<carbon_bill_line<>, 5> dell_r740() {
    carbon_die<> const cpu{
        .size = 6.98 * square_centimetre,
        .process = catalog::act_28nm,
        .site = {.name = "coal", .grid = 820.0 * gCO2e / kilowatt_hour},
        .abatement = fraction{0.95},
        .yield = act_yield};
    return {
        storage("main SSD", carbon_category::drives, 8, 13, 3840.0 * GB, 31.0),
        storage("second SSD", carbon_category::drives, 1, 13, 400.0 * GB, 31.0),
        storage("its DRAM", carbon_category::memory, 1, 19, 68.0 * GB, 600.0),
        storage("DRAM", carbon_category::memory, 12, 19, 36.0 * GB, 600.0),
        carbon_bill_line<>{.name = "CPU", .category = carbon_category::logic, .quantity = 2, .chips = 2, .part = cpu}};
}

} // namespace

TEST_CASE("ACT's bill of a Dell R740: total, fabrication, packaging, one processor, one memory module") {
    auto const bill = dell_r740();
    auto const t = bill_total<double>(bill, per_chip);
    // facebookresearch/ACT v2.0 (2025), run on the bill it ships; printed to ten digits
    CHECK(t.total().in(kgCO2e) == near(1523.1376914, 1e-9));
    CHECK(t.made.in(kgCO2e) == near(1467.9376914, 1e-9));
    CHECK(t.packaging.in(kgCO2e) == near(55.2, 1e-12));
    CHECK(part_carbon(bill[4]).in(kgCO2e) == near(11.2717029, 1e-8));
    CHECK(part_carbon(bill[3]).in(kgCO2e) == near(24.6857143, 1e-8));
    co2e<> sum{};
    for (auto const& line : bill)
        sum += line_carbon(line, per_chip);
    CHECK(sum.base_value == near(t.total().base_value, 1e-14));
    co2e<> categories{};
    for (auto const& c : t.by_category)
        categories += c;
    CHECK(categories.base_value == near(t.total().base_value, 1e-14));
    CHECK(t.of(carbon_category::network).base_value == 0.0);
}

TEST_CASE("ACT's test bill: capacitors, board, battery, steel, disk by their own forms") {
    // each by hand from its data files
    carbon_bill_line<> const lines[] = {
        {.name = "capacitors",
         .quantity = 2,
         .part =
             carbon_passive<>{
                 .weight = 0.03e-6 * kilogram,
                 .energy = 6862.0 * megajoule / kilogram,
                 .grid = 446.0 * gCO2e / kilowatt_hour}},
        {.name = "board",
         .category = carbon_category::board,
         .part = carbon_board<>{.size = 10.0 * square_centimetre, .carbon = 0.43 * kgCO2e / square_metre}},
        {.name = "battery",
         .category = carbon_category::power,
         .part = carbon_battery<>{.capacity = 5.0 * watt_hour, .carbon = 87.0 * kgCO2e / kilowatt_hour}},
        {.name = "fasteners",
         .category = carbon_category::enclosure,
         .part = carbon_material<>{.weight = 0.6e-3 * kilogram, .carbon = 1.89 * kgCO2e / kilogram}},
        {.name = "disk",
         .category = carbon_category::drives,
         .part = carbon_storage<>{.capacity = 1.0 * TB, .carbon = 4.57 * gCO2e / GB, .yield = fraction{0.92}}},
        {.name = "stated", .part = carbon_stated<>{.carbon = 2.0 * kgCO2e, .yield = fraction{0.8}}},
        {.name = "ship",
         .category = carbon_category::transport,
         .part = carbon_transport<>{
             .weight = 1.69 * kilogram,
             .distance = 19'000.0 * kilometre,
             .carbon = 1.33e-5 * kgCO2e / (kilogram * kilometre)}}};
    double const expected[] = {
        2 * 0.03e-6 * 6862.0 / 3.6 * 0.446, // MJ to kWh
        10e-4 * 0.43,
        5e-3 * 87.0,
        0.6e-3 * 1.89,
        1000.0 * 4.57e-3 / 0.92,
        2.0 / 0.8,
        1.69 * 19'000.0 * 1.33e-5};
    for (std::size_t i = 0; i < std::size(lines); ++i) {
        INFO(std::string(lines[i].name));
        CHECK(line_carbon(lines[i]).in(kgCO2e) == near(expected[i], 1e-12));
    }
}

TEST_CASE("bills over intervals enclose the likely bill; bad parts are named") {
    auto const bill = dell_r740();
    std::array<carbon_bill_line<interval>, 5> wide{};
    for (std::size_t i = 0; i < bill.size(); ++i)
        wide[i] = convert<interval>(bill[i]);
    auto const t = bill_total<interval>(wide, co2e<interval>(per_chip));
    CHECK(t.total().base_value.contains(bill_total<double>(bill, per_chip).total().base_value));
    CHECK(t.total().base_value.width() < 1e-9);
    carbon_bill_line<> bad = bill[0];
    std::get<carbon_storage<>>(bad.part).yield = fraction{0.0};
    CHECK_THROWS_WITH_AS(validate(bad), doctest::Contains("carbon_bill_line.part.yield"), invalid_input);
    CHECK_NOTHROW(validate(bill[4]));
    CHECK(std::string(name_of(carbon_category::thermal)) == "thermal");
}
