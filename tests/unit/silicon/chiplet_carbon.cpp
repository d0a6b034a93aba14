#include <tallywatt/number/interval.hpp>
#include <tallywatt/silicon/chiplet_carbon.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <vector>

#include "approx.hpp"

using namespace tallywatt;

// ECO-CHIP's test cases (ASU-VDA-Lab/ECO-CHIP, 2025-03), with its parameters: 450 mm wafer, clustering 10, bond yield 0.99.
namespace {

constexpr auto g_per_mm2 = gCO2e / square_millimetre;
constexpr auto per_cm2 = 1.0 / square_centimetre;
// the program's wafer: no edge exclusion, no street
wafer const eco_wafer{.diameter = 450.0 * millimetre, .edge_exclusion = {}, .street = {}};

outline square(double mm2) { return {math::sqrt(mm2) * millimetre, math::sqrt(mm2) * millimetre}; }

struct eco_die {
    double mm2, carbon, defects;
    [[nodiscard]] fraction yield() const { return clustered{10}.yield(defects * per_cm2, mm2 * square_millimetre); }
    [[nodiscard]] co2e<> made() const {
        ratio const n = dies_per_wafer_classic(eco_wafer, square(mm2));
        return die_and_waste_carbon(
            carbon * g_per_mm2, mm2 * square_millimetre, yield(), eco_wafer.area(), static_cast<int>(n.value), n
        );
    }
};

design_effort design(double transistors_per_mm2, double iterations) {
    return {
        .transistors = transistors_per_mm2 / square_millimetre,
        .gates_per_core = 3645.8333 / hour,
        .core_power = 10.0 * watt,
        .grid = 700.0 * gCO2e / kilowatt_hour,
        .iterations = ratio{iterations},
        .volume = ratio{1e5}};
}

// Passive 65 nm silicon; chiplet packages take its defect density undivided.
constexpr carrier_process silicon_65{
    .carbon = 8.0 * g_per_mm2,
    .defect_density = 0.05 * per_cm2,
    .back_end_share = fraction{0.5675},
    .bond_yield = fraction{0.99}};

} // namespace

TEST_CASE("monolithic: yield, area term, waste of the wafer, design, operation") {
    eco_die const cpu{148.0, 26.13, 0.2};
    CHECK(cpu.yield().value == near(0.74699, 1e-6)); // printed to five digits
    CHECK(carbon_of_area(26.13 * g_per_mm2, 148.0 * square_millimetre, cpu.yield()).in(kgCO2e) == near(5.177099, 2e-7));
    ratio const n = dies_per_wafer_classic(eco_wafer, square(148.0));
    CHECK(
        edge_waste_carbon(26.13 * g_per_mm2, 148.0 * square_millimetre, eco_wafer.area(), static_cast<int>(n.value), n)
            .in(kgCO2e)
        == near(0.321927, 2e-6)
    );
    CHECK(cpu.made().in(kgCO2e) == near(5.499026, 2e-7));
    co2e<> const designed = design_carbon(design(82.86e6, 90.0), 148.0 * square_millimetre);
    CHECK(designed.in(kgCO2e) == near(2.648869, 2e-7));
    co2e<> const run = operational_carbon(
        6.0 * watt, duty{.dynamic = fraction{0.164167}}, 700.0 * gCO2e / kilowatt_hour, 17'520.0 * hour
    );
    CHECK(run.in(kgCO2e) == near(4.263461, 2e-7));
    CHECK((cpu.made() + designed + run).in(kgCO2e) == near(12.411355, 2e-7));
}

TEST_CASE("two chiplets of 74 mm2: floorplan, and every kind of package") {
    // expected: the program's equations evaluated apart from this library, to nine digits
    CHECK(eco_die{74.0, 26.13, 0.2}.made().in(kgCO2e) == near(2.350175433, 1e-9));
    std::array<area<>, 2> const two{74.0 * square_millimetre, 74.0 * square_millimetre};
    auto const plan = arrange(two);
    CHECK(plan.width.in(millimetre) == near(12.665525061, 1e-9));
    CHECK(plan.height.in(millimetre) == near(12.165525061, 1e-9));
    CHECK(plan.bridges == 2);

    carrier_process rdl = silicon_65;
    rdl.layers = fraction{6.0 / 8.0};
    CHECK(carrier_carbon(rdl, plan.area()).in(kgCO2e) == near(0.5722244334, 1e-9));
    CHECK(carrier_carbon(silicon_65, plan.area()).in(kgCO2e) == near(0.7629659112, 1e-9));
    area<> const routers = 2.0 * 4.47 * square_millimetre;
    CHECK(
        carrier_carbon(silicon_65, plan.area(), routers).in(kgCO2e) == near(0.7967030963, 1e-9)
    ); // package and routers
    // bridges of 25 mm2 at 22 nm and a quarter of its defect density; the program yields all of them as one die
    carrier_process const bridge{
        .carbon = 16.74 * g_per_mm2,
        .defect_density = 0.02 * per_cm2,
        .back_end_share = fraction{0.4855},
        .bond_yield = fraction{0.99}};
    CHECK(carrier_carbon(bridge, 2.0 * 25.0 * square_millimetre).in(kgCO2e) == near(0.414591384, 1e-9));
    CHECK(bridges_carbon(bridge, 25.0 * square_millimetre, 2) < carrier_carbon(bridge, 2.0 * 25.0 * square_millimetre));
    // 3D: vias on a 25 um pitch, 5 um wide
    area<> const vias = via_area(two[0], 25.0 * micrometre, 5.0 * micrometre);
    co2e<> const stacked = 2.0 * via_carbon(26.13 * g_per_mm2, 0.2 * per_cm2, 10, two[0], vias) / 0.99 / 0.99;
    CHECK(stacked.in(kgCO2e) == near(0.2104939397, 1e-8));
    CHECK(design_carbon(design(82.86e6, 90.0), two[0]).in(kgCO2e) == near(1.3244342521, 1e-9));
}

TEST_CASE("GA102 in three chiplets of three nodes") {
    // areas scaled by node and kind: logic 7 nm 425.01, analog 10 nm 92.03, SRAM 14 nm 58.78 * 1.902779873
    double const memory = 58.78 * 1.902779873;
    CHECK(eco_die{425.01, 26.13, 0.2}.made().in(kgCO2e) == near(26.78767499, 1e-9));
    CHECK(eco_die{92.03, 19.49, 0.11}.made().in(kgCO2e) == near(2.09989768, 1e-9));
    CHECK(eco_die{memory, 16.84, 0.09}.made().in(kgCO2e) == near(2.216669198, 1e-9));
    std::array<area<>, 3> const parts{
        425.01 * square_millimetre, 92.03 * square_millimetre, memory * square_millimetre};
    auto const plan = arrange(parts);
    CHECK(plan.width.in(millimetre) == near(37.133250667, 1e-9));
    CHECK(plan.height.in(millimetre) == near(21.860986942, 1e-9));
    CHECK(plan.bridges == 4);
    carrier_process rdl = silicon_65;
    rdl.layers = fraction{0.75};
    CHECK(carrier_carbon(rdl, plan.area()).in(kgCO2e) == near(4.1562797683, 1e-9));
    // the largest dealt first: it fills one half (14.577 x 29.155), the others stand on each other (14.956 wide)
    auto const other = arrange(parts, 0.5 * millimetre, 10.0 * millimetre, dealing::largest_first);
    CHECK(other.width.in(millimetre) == near(std::sqrt(425.01 / 2.0) + 0.5 + 2.0 * std::sqrt(memory / 2.0), 1e-12));
    CHECK(other.height.in(millimetre) == near(2.0 * std::sqrt(425.01 / 2.0), 1e-12));
}

TEST_CASE("floorplans: none, one, order of the list does not matter, too many") {
    CHECK(arrange({}).area().base_value == 0.0);
    std::array<area<>, 1> const one{50.0 * square_millimetre};
    CHECK(arrange(one).width.in(millimetre) == near(10.0, 1e-14));
    CHECK(arrange(one).height.in(millimetre) == near(5.0, 1e-14));
    std::array<area<>, 3> const a{10.0 * square_millimetre, 30.0 * square_millimetre, 20.0 * square_millimetre};
    std::array<area<>, 3> const b{30.0 * square_millimetre, 20.0 * square_millimetre, 10.0 * square_millimetre};
    CHECK(arrange(a).area().base_value == arrange(b).area().base_value);
    CHECK(arrange(a).area() > 60.0 * square_millimetre);
    std::vector<area<>> const many(33, 10.0 * square_millimetre);
    CHECK_THROWS_AS((void)arrange(many), invalid_input);
}
