#include "approx.hpp"

#include <tallywatt/catalog/a100.hpp>
#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/b300.hpp>
#include <tallywatt/catalog/gb200.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/mi300x.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/number/error.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <string_view>

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
    CHECK(accelerator(catalog::h100).memory_capacity.in(GB) == near(85.9, 1e-3));
    CHECK(accelerator(catalog::mi300x).memory_capacity.in(GiB) == near(192.0, 1e-12));
    // 7,680 bits at 3,996 MHz, two transfers a cycle
    CHECK(
        accelerator(catalog::b200).memory_bandwidth.in(TB_per_second)
        == near(7680.0 / 8.0 * 3.996e9 * 2.0 / 1e12, 0.001)
    );
}

// Marlin, TC-FPx and vLLM's "weight-only FP4 compression": such weights are widened to 16 bits as they are read
TEST_CASE("weights in a format that a chip does not multiply in are widened to bf16") {
    accelerator const h = catalog::h100, b = catalog::b200, a = catalog::a100_80gb;
    for (auto const p : {precision::int4, precision::mxfp4, precision::fp4, precision::fp6}) {
        CAPTURE(name_of(p));
        CHECK_FALSE(h.has(p));
        CHECK(h.widens(p));
        CHECK(h.engine(p).peak == h.bf16.peak);
        CHECK(h.engine(p).compute_share == h.bf16.compute_share);
        CHECK(h.engine(p).energy == h.bf16.energy);
    }
    CHECK(h.engine(precision::fp8).peak == h.fp8.peak);
    CHECK(h.engine(precision::bf16).peak == h.bf16.peak);
    CHECK(b.engine(precision::fp4).peak == b.fp4.peak);
    CHECK(b.widens(precision::int4));
    CHECK_FALSE(b.widens(precision::fp4));
    CHECK(a.engine(precision::fp8).peak == a.bf16.peak);
    CHECK(a.widens(precision::fp8));
    CHECK_FALSE(a.widens(precision::int8));
    for (auto const p : {precision::fp16, precision::bf16, precision::fp32})
        CHECK_FALSE(h.widens(p));
}

TEST_CASE("bytes per element with their block scales") {
    CHECK(size_of(precision::bf16) == 2.0 * byte);
    CHECK(size_of(precision::fp8) == 1.0 * byte);
    CHECK(size_of(precision::fp4) == (0.5 + 1.0 / 16.0) * byte); // NVFP4: an 8-bit scale per 16 elements
}

// GPTQ and AWQ: a 16-bit scale per 128 elements; OCP Microscaling: an 8-bit scale per 32
TEST_CASE("from 32 to 4 bits") {
    CHECK(size_of(precision::fp32) == 4.0 * byte);
    CHECK(size_of(precision::fp16) == 2.0 * byte);
    CHECK(size_of(precision::int8) == 1.0 * byte);
    CHECK(size_of(precision::fp6) == (6.0 / 8.0 + 1.0 / 32.0) * byte);
    CHECK(size_of(precision::mxfp4) == (0.5 + 1.0 / 32.0) * byte);
    CHECK(size_of(precision::int4) == (0.5 + 2.0 / 128.0) * byte);
    CHECK(std::string_view(name_of(precision::mxfp4)) == "mxfp4");
}

TEST_CASE("formats without an engine of their own borrow a kin's at its power") {
    accelerator const a = catalog::a100_80gb, h = catalog::h100, b = catalog::b300;
    CHECK(a.has(precision::int8));
    CHECK_FALSE(a.has(precision::fp8));
    CHECK(a.engine(precision::int8).peak.value.in(TFLOP_per_second) == near(624.0, 1e-12));
    CHECK(a.engine(precision::int8).compute_share == a.bf16.compute_share);
    CHECK(h.engine(precision::int8).compute_share == h.fp8.compute_share);
    // the same power at peak
    CHECK((a.engine(precision::int8).energy * a.int8_peak.value) / (a.bf16.energy * a.bf16.peak.value) == near(1.0, 1e-12));
    CHECK(h.engine(precision::fp32).energy / h.bf16.energy == near(2.0, 1e-3));
    CHECK_FALSE(b.has(precision::int8));  // cut on Blackwell Ultra
    CHECK(b.engine(precision::int8).peak == b.bf16.peak);
    CHECK(b.engine(precision::mxfp4).peak == b.fp4.peak);
    CHECK(b.engine(precision::fp6).peak == b.fp8.peak);
    CHECK(h.engine(precision::fp16).peak == h.bf16.peak);
}

TEST_CASE("an absurd chip is refused by name") {
    accelerator c = catalog::h100;
    c.memory_bandwidth = -1.0 * TB_per_second;
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
