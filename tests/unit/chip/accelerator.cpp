#include "approx.hpp"

#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/gb200.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/mi300x.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/number/error.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace tallywatt;

// NVIDIA H100: 528 tensor cores x 512 multiply-adds x 2 x 1.83 GHz, dense
TEST_CASE("peaks are dense") {
    accelerator const h = catalog::h100;
    CHECK(
        h.bf16.peak.value.in(TFLOP_per_second)
        == near(528.0 * 512.0 * 2.0 * 1.83e9 / 1e12, 0.001)
    );
    CHECK(h.fp8.peak / h.bf16.peak == near(2.0, 0.001));
    accelerator const b = catalog::b200;
    CHECK(b.fp4.peak / b.bf16.peak == near(4.0, 1e-12));
}

TEST_CASE("what NVIDIA quotes both ways is held one way, and capacity as it is usable") {
    CHECK(accelerator(catalog::h100).link_rate.value.in(GB_per_second) == 450.0);
    CHECK(accelerator(catalog::h800).link_rate.value.in(GB_per_second) == 200.0);
    CHECK(accelerator(catalog::b200).link_rate.value.in(GB_per_second) == 900.0);
    CHECK(accelerator(catalog::h100).hbm_capacity.in(GB) == near(85.9, 1e-3));
    CHECK(accelerator(catalog::mi300x).hbm_capacity.in(GiB) == near(192.0, 1e-12));
    // 7,680 bits at 3,996 MHz, two transfers a cycle
    CHECK(
        accelerator(catalog::b200).hbm_bandwidth.in(TB_per_second)
        == near(7680.0 / 8.0 * 3.996e9 * 2.0 / 1e12, 0.001)
    );
}

TEST_CASE("a chip without a format takes the next wider engine") {
    accelerator const h = catalog::h100, b = catalog::b200;
    CHECK_FALSE(h.has(precision::fp4));
    CHECK(h.engine(precision::fp4).peak == h.fp8.peak);
    CHECK(h.engine(precision::fp8).peak == h.fp8.peak);
    CHECK(h.engine(precision::bf16).peak == h.bf16.peak);
    CHECK(b.engine(precision::fp4).peak == b.fp4.peak);
    accelerator old = h;
    old.fp8 = {};
    CHECK(old.engine(precision::fp8).peak == h.bf16.peak);
}

TEST_CASE("bytes per element with their block scales") {
    CHECK(size_of(precision::bf16) == 2.0 * byte);
    CHECK(size_of(precision::fp8) == 1.0 * byte);
    CHECK(size_of(precision::fp4) == (0.5 + 1.0 / 16.0) * byte); // NVFP4: an 8-bit scale per 16 elements
}

TEST_CASE("an absurd chip is refused by name") {
    accelerator c = catalog::h100;
    c.hbm_bandwidth = -1.0 * TB_per_second;
    CHECK_THROWS_AS(validate(c), invalid_input);
    c = catalog::h100;
    c.price = std::numeric_limits<double>::quiet_NaN() * USD;
    CHECK_THROWS_AS(validate(c), invalid_input);
    CHECK_NOTHROW(validate(accelerator(catalog::h100)));
}

// DeepSeek-V3 technical report: 20 of 132 compute units serve communication in prefill
TEST_CASE("stacks differ where their sources do") {
    software_stack const d = catalog::deepseek_2025, s = catalog::sglang_2025;
    CHECK(d.two_batch_overlap);
    CHECK(d.communication_units == 20);
    CHECK_FALSE(s.two_batch_overlap);
    CHECK(s.communication_units == 0);
    CHECK_NOTHROW(validate(d));
}
