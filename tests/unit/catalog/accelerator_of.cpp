// Accelerators made of data sheets: the fallbacks by hand, what is missing, and that such chips serve in a deployment.
#include <tallywatt/catalog/find.hpp>
#include <tallywatt/number/interval.hpp>

#include <doctest/doctest.h>

#include <string>

#include "approx.hpp"
#include "scenarios.hpp"

namespace {
using namespace tallywatt;

// 667 TFLOP/s, 2.9 TB/s, 450 to 550 W.
TEST_CASE("accelerator_of: Trainium2 by hand") {
    constexpr auto a = catalog::trainium2;
    CHECK(std::string(a.name) == "Trainium2");
    CHECK(number_in(a.bf16.peak) == known(667e12));
    CHECK(number_in(a.fp8.peak) == known(1299e12));
    CHECK_FALSE(a.has(precision::fp4));
    CHECK_FALSE(a.has(precision::int8));                                // not published
    CHECK(number_in(a.bf16.compute_share).likely == near(0.68, 1e-12)); // 0.90 x 0.755
    // 0.8 x 500 W at 0.75 x 667 TFLOP/s; at most 0.9 x 550 W at 0.55 of peak
    CHECK(number_in(a.bf16.energy).likely == near(400.0 / 500.25e12, 1e-12));
    CHECK(number_in(a.bf16.energy).high == near(495.0 / 366.85e12, 1e-12));
    CHECK(number_in(a.bf16.energy).low == near(225.0 / 633.65e12, 1e-12));
    CHECK(number_in(a.fp8.energy).likely == near(400.0 / 974.25e12, 1e-12));
    CHECK(a.idle.in(watt).likely == near(70.0, 1e-12));
    CHECK(a.idle.in(watt).high == near(137.5, 1e-12));
    CHECK(number_in(a.link_rate) == range(640e9, 640e9, 1280e9)); // 1,280 GB/s without a direction
    CHECK(a.price == range(4000.0, 4250.0, 4500.0) * USD);
    CHECK(number_in(a.memory_energy).likely == near(90e-12, 1e-12));
    CHECK(number_in(a.junction_to_coolant).likely == near(35.0 / 500.0, 1e-12));
}

TEST_CASE("accelerator_of: memory on the chip takes a share of the power limit") {
    // 0.3 x 310 W at 65.4 TB/s, a picojoule and a half, not the 90 of memory beside the chip (which would be 5.9 kW)
    CHECK(number_in(catalog::bow_ipu.memory_energy).likely == near(0.3 * 310.0 / 65.4e12, 1e-12));
    for (catalog::accelerator_entry const& e : catalog::all_accelerators)
        if (e.from_sheet && e.model != nullptr) {
            INFO(std::string(e.id));
            accelerator const a = *e.model;
            double const streaming = (a.memory_energy * a.memory_bandwidth).in(watt) + a.idle.in(watt);
            CHECK(streaming < a.tdp.in(watt));
        }
}

TEST_CASE("accelerator_of: what a sheet lacks is named, all of it") {
    basic_datasheet<estimate> s{
        .vendor = "Any", .name = "X1", .peak = {.int8 = dense(known(100.0) * TFLOP_per_second)}};
    CHECK_THROWS_WITH_AS(
        catalog::accelerator_of(s),
        "datasheet: Any X1 makes no accelerator; unknown: a matrix rate at 16 bits, memory capacity, memory bandwidth, "
        "power "
        "limit, rate of a link (scale-up or host), price (fill a copy of the sheet, or pass stand_ins)",
        invalid_input
    );
    s.peak.fp16 = dense(known(50.0) * TFLOP_per_second); // serves where there is no BF16
    s.memory = {.type = "GDDR6", .capacity = known(16.0) * GiB, .bandwidth = known(0.5) * TB_per_second};
    s.host_link = one_way(known(32.0) * GB_per_second); // serves where there is no scale-up
    CHECK_THROWS_WITH(
        catalog::accelerator_of(s), "datasheet: Any X1 makes no accelerator; unknown: power limit, price (fill a copy "
                                    "of the sheet, or pass stand_ins)"
    );
    // what is assumed fills the gaps, and only those
    catalog::stand_ins const assumed{
        .tdp = known(100.0) * watt, .link_rate = one_way(known(64.0) * GB_per_second), .price = known(500.0) * USD};
    auto const a = catalog::accelerator_of(s, assumed);
    CHECK(a.tdp.in(watt).likely == near(100.0, 1e-12));
    CHECK(number_in(a.bf16.peak).likely == near(50e12, 1e-12));
    CHECK(number_in(a.int8_peak).likely == near(100e12, 1e-12));
    CHECK(number_in(a.link_rate).likely == near(64e9, 1e-12)); // scale-up, assumed, before the host's
    s.power.tdp = known(120.0) * watt;
    CHECK(catalog::accelerator_of(s, assumed).tdp.in(watt).likely == near(120.0, 1e-12));
}

TEST_CASE("accelerator_of: six sheets know too little, and say what") {
    struct {
        char const* id;
        char const* lacks;
    } const without[] = {{"dcu_z100", "a matrix rate at 16 bits"}, {"kunlun_p800", "memory bandwidth"},
                         {"hanguang_800", "memory bandwidth"},     {"sunrise_s2", "memory bandwidth"},
                         {"sunrise_s3", "memory capacity"},        {"alveo_v80", "a matrix rate at 16 bits"}};
    for (auto const& w : without) {
        INFO(std::string(w.id));
        auto const& e = catalog::find_accelerator(w.id);
        CHECK(e.model == nullptr);
        try {
            static_cast<void>(catalog::model_of(e));
            FAIL_CHECK("made of too little");
        } catch (invalid_input const& x) {
            CHECK(std::string(x.what()).find(w.lacks) != std::string::npos);
        }
    }
}

// The fallback against chips that were measured, as if only their sheets were known: the measured value lies in its range.
TEST_CASE("accelerator_of: its ranges hold what was measured on other chips") {
    int within_range = 0, of = 0;
    for (catalog::accelerator_entry const& e : catalog::all_accelerators) {
        if (e.from_sheet || e.model == nullptr || e.sheet->memory.on_chip || !e.sheet->quotes[0].amount.has_value())
            continue;
        INFO(std::string(e.id));
        auto const guess = catalog::accelerator_of(*e.sheet);
        auto const& m = *e.model;
        auto const holds = [&](estimate const& range, estimate const& x) {
            within_range += range.low <= x.likely && x.likely <= range.high ? 1 : 0;
            ++of;
        };
        holds(number_in(guess.bf16.compute_share), number_in(m.bf16.compute_share));
        holds(number_in(guess.bf16.memory_share), number_in(m.bf16.memory_share));
        holds(number_in(guess.bf16.energy), number_in(m.bf16.energy));
        holds(number_in(guess.stream_share), number_in(m.stream_share));
        holds(number_in(guess.memory_energy), number_in(m.memory_energy));
    }
    REQUIRE(of >= 100);
    CHECK(within_range >= of * 9 / 10);
}

TEST_CASE("accelerator_of: each chip made of its sheet serves a model that fits it") {
    int served = 0;
    for (catalog::accelerator_entry const& e : catalog::all_accelerators) {
        if (!e.from_sheet || e.model == nullptr || e.model->memory_capacity.in(GiB).low < 8.0)
            continue;
        INFO(std::string(e.id));
        CHECK_NOTHROW(validate(*e.model));
        accelerator const a = *e.model;
        CHECK_NOTHROW(check(a));
        auto d = scenarios::llama70b_h100_texas_air();
        d.service.model = catalog::llama_3_1_8b;
        d.cluster.server.accelerator = a;
        auto const r = evaluate(d);
        double const energy = number_in(r.delivery.output);
        CHECK(energy > 0.0);
        ++served;
    }
    CHECK(served == 25); // all but Dojo D1 and the Bow IPU, which hold less than a gigabyte
}

} // namespace
