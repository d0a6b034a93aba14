#include <tallywatt/catalog/datasheets/graphcore.hpp>
#include <tallywatt/catalog/export_limits.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h20.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/mi325x.hpp>
#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/number/interval.hpp>

#include <doctest/doctest.h>

#include "approx.hpp"

using namespace tallywatt;

namespace {

constexpr area<> gh100_area = 814.0 * square_millimetre;

// A800 SXM: A100's peaks, 400 GB/s both ways; Ascend 910B: 320 TFLOP/s and 640 TOPS, 392 GB/s both ways (public data sheets).
accelerator like(double bf16, double int8, double both_ways) {
    accelerator a;
    a.bf16.peak = dense(bf16 * TFLOP_per_second);
    a.int8_peak = dense(int8 * TFLOP_per_second);
    a.link_rate = one_way(0.5 * both_ways * GB_per_second);
    a.memory_bandwidth = 2.0 * TB_per_second;
    return a;
}
double left(export_limit const& l, accelerator const& a, area<> size) {
    return headroom(l, rate_for_export(a, size)).least;
}

} // namespace

TEST_CASE("total processing performance: dense operations times bits") {
    auto const tpp = [](accelerator const& a) { return processing_performance(a).in(TFLOP_per_second); };
    CHECK(tpp(catalog::h20) == near(148.0 * 16.0, 1e-12));        // 2,368
    CHECK(tpp(catalog::h800) == near(15'832.0, 1e-3));            // 989.4 * 16 or 1,979 * 8
    CHECK(tpp(catalog::h200) == near(15'832.0, 1e-3));            // as reported with the rule of 2026
    CHECK(tpp(catalog::mi325x) == near(20'800.0, 0.01));          // as reported, of 1,300 TFLOP/s rounded
    CHECK(tpp(like(312.0, 624.0, 400.0)) == near(4992.0, 1e-14)); // A800
    CHECK(tpp(like(320.0, 640.0, 392.0)) == near(5120.0, 1e-14)); // 910B
}

TEST_CASE("October 2022: H800 and A800 stay under it by their links, H20 by its performance, H100 does not") {
    CHECK(left(catalog::bis_2022, catalog::h100, gh100_area) <= 0.0);
    CHECK(left(catalog::bis_2022, catalog::h800, gh100_area) == near(1.0 - 400.0 / 600.0, 1e-12));
    CHECK(
        left(catalog::bis_2022, like(312.0, 624.0, 400.0), 826.0 * square_millimetre)
        == near(1.0 - 400.0 / 600.0, 1e-12)
    );
    CHECK(
        left(catalog::bis_2022, like(312.0, 624.0, 600.0), 826.0 * square_millimetre) <= 0.0
    ); // A100: at the threshold
    CHECK(left(catalog::bis_2022, catalog::h20, gh100_area) == near(1.0 - 2368.0 / 4800.0, 1e-12));
    CHECK(left(catalog::bis_2022, like(320.0, 640.0, 392.0), 665.0 * square_millimetre) > 0.0);
    // the host interface counts among the links
    auto const r = rate_for_export(accelerator(catalog::h800), gh100_area, duplex_rate<>{200.0 * GB_per_second});
    CHECK(headroom(catalog::bis_2022, r).reached());
}

TEST_CASE("October 2023: H800, A800 and 910B are in it, H20 is 1.3 % below a band's performance") {
    for (accelerator const& a : {accelerator(catalog::h800), like(312.0, 624.0, 400.0), like(320.0, 640.0, 392.0)})
        CHECK(headroom(catalog::bis_2023, rate_for_export(a, 814.0 * square_millimetre)).reached());
    auto const h = headroom(catalog::bis_2023, rate_for_export(accelerator(catalog::h20), gh100_area));
    CHECK_FALSE(h.reached());
    CHECK(h.least == near(1.0 - 2368.0 / 2400.0, 1e-12));
    CHECK(h.nearest() == 2);
    // 2,368 over 814 mm2 is 2.909: 9 % below 3.2
    CHECK(h.bands[3] == near(1.0 - 2368.0 / 814.0 / 3.2, 1e-12));
    // the same chip on half the area is denser than 3.2, and in the last band
    CHECK(headroom(catalog::bis_2023, rate_for_export(accelerator(catalog::h20), 0.5 * gh100_area)).reached());
}

TEST_CASE("die area from the package: all dies of all kinds") {
    // 26.0 mm x 31.31 mm; two of them per B200 are larger; MI300X has eight compute and four base dies
    CHECK(die_area(package(catalog::h100_package)).in(square_millimetre) == near(26.0 * 31.31, 1e-12));
    CHECK(die_area(package(catalog::mi300x_package)).in(square_millimetre) > 8 * 100.0 + 4 * 300.0);
    auto const r = rate_for_export(accelerator(catalog::h100));
    CHECK(
        (r.density * (814.06 * square_millimetre)).in(TFLOP_per_second)
        == near(r.performance.in(TFLOP_per_second), 1e-12)
    );
    CHECK(headroom(catalog::bis_2023, r).reached());
}

// Bow: 823 mm2 of N7 on a power delivery die without transistors, which rules leave out
TEST_CASE("dies on planar transistors do not count") {
    accelerator const bow = catalog::bow_ipu;
    CHECK(bow.package.dies[1].count == 1);
    CHECK(die_area(bow.package).in(square_millimetre) == near(823.0, 1e-12));
    package two = bow.package;
    two.dies[1].die.node.planar = false;
    CHECK(die_area(two).in(square_millimetre) == near(1646.0, 1e-12));
}

TEST_CASE("January 2026: H200 and MI325X are below both ends of the case-by-case review") {
    CHECK(left(catalog::bis_2026_review, catalog::h200, gh100_area) > 0.0);
    CHECK(left(catalog::bis_2026_review, catalog::mi325x, 2000.0 * square_millimetre) > 0.0);
    accelerator more = catalog::h200;
    more.memory_bandwidth = 8.0 * TB_per_second;
    CHECK(left(catalog::bis_2026_review, more, gh100_area) == near(1.0 - 8000.0 / 6500.0, 1e-12));
}

TEST_CASE("a limit of one's own; none stated leaves everything; nothing throws") {
    export_limit const none{.name = "none"};
    CHECK(left(none, catalog::h100, gh100_area) == 1.0);
    export_limit const own{.name = "memory", .bands = {export_band{.memory = 4.0 * TB_per_second}}};
    CHECK(left(own, catalog::h100, gh100_area) == near(1.0 - 3.35 / 4.0, 1e-2));
    auto const wide =
        headroom(catalog::bis_2023, rate_for_export(convert<interval>(catalog::h20), area<interval>(gh100_area)));
    CHECK(wide.least.contains(1.0 - 2368.0 / 2400.0));
}
