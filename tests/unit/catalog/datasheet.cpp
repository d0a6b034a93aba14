// Data sheets against what is published, product by product; unknown figures stay unknown.
#include <tallywatt/catalog/find.hpp>
#include <tallywatt/number/interval.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "approx.hpp"

namespace {
using namespace tallywatt;

constexpr double unknown = -1.0;
enum link_rate { both_ways, each_way, unstated }; // how a vendor counts it

/// As published: the rate at 16 bits and in FP8 (TFLOP/s, dense), memory (TB/s, GB), limit (W), links as printed (GB/s).
/// `has` names what else is published: die area, transistors, dies, stacks of memory, FP64, FP32, FP4, INT8, SRAM,
/// scale-up domain, scale-out, a price, rent on demand, a manufacturing cost that others modelled.
struct published {
    char const* id;
    int year;
    double sixteen, fp8, bandwidth, capacity, tdp, link;
    link_rate counted;
    char const* has;
};
constexpr published products[] = {
    {"a100_80gb", 2020, 312.0, unknown, 2.039, 80.0, 400.0, 600.0, both_ways, "atds63-iruoqh-"},
    {"h100", 2022, 989.4, 1978.9, 3.35, 80.0, 700.0, 900.0, both_ways, "atds63-iruoqhm"},
    {"h100_pcie", 2022, 756.5, 1513.0, 2.0, 80.0, 350.0, 600.0, both_ways, "atds63-iru-qh-"},
    {"h800", 2023, 989.4, 1978.9, 3.35, 80.0, 700.0, 400.0, both_ways, "atds63-iruoq--"},
    {"h20", 2024, 148.0, 296.0, 4.0, 96.0, 400.0, 900.0, both_ways, "atds63-iruoq--"},
    {"h200", 2024, 989.4, 1978.9, 4.8, 141.0, 700.0, 900.0, both_ways, "atds63-iruoqh-"},
    {"b200", 2025, 2250.0, 4500.0, 8.0, 180.0, 1000.0, 1800.0, both_ways, "atds634iruoqhm"},
    {"gb200", 2025, 2500.0, 5000.0, 8.0, 186.0, 1200.0, 1800.0, both_ways, "atds634iruoqh-"},
    {"b300", 2025, 2250.0, 4500.0, 8.0, 288.0, 1100.0, 1800.0, both_ways, "atds634iruoq--"},
    {"gb300", 2025, 2500.0, 5000.0, 8.0, 288.0, 1400.0, 1800.0, both_ways, "atds634iruoq--"},
    {"rubin", 2026, 4000.0, 17500.0, 22.0, 288.0, 1800.0, 3600.0, both_ways, "-tds634i-uo---"},
    {"l40s", 2023, 362.05, 733.0, 0.864, 48.0, 350.0, unknown, both_ways, "atd-63-iru-qh-"},
    {"rtx_4090", 2022, 165.2, 330.3, 1.008, 24.0, 450.0, unknown, both_ways, "atd-63-iru-qh-"},
    {"mi250x", 2021, 383.0, unknown, 3.277, 128.0, 560.0, 800.0, both_ways, "atds63-iruoq--"},
    {"mi300x", 2023, 1307.4, 2614.9, 5.3, 192.0, 750.0, 896.0, both_ways, "atds63-iruoqh-"},
    {"mi325x", 2024, 1307.4, 2614.9, 6.0, 256.0, 1000.0, 896.0, both_ways, "atds63-iruoqh-"},
    {"mi355x", 2025, 2516.6, 5033.0, 8.0, 288.0, 1400.0, 1075.0, both_ways, "atds634iruoq--"},
    {"tpu_v4", 2021, 275.0, unknown, 1.2, 32.0, 192.0, 600.0, both_ways, "atds---iru-qhm"},
    {"tpu_v5e", 2023, 197.0, unknown, 0.819, 16.0, 225.0, 400.0, both_ways, "--ds---iruoqhm"},
    {"tpu_v5p", 2023, 459.0, 459.0, 2.765, 95.0, 540.0, 1200.0, both_ways, "--ds---i-uoqhm"},
    {"tpu_v6e", 2024, 918.0, 918.0, 1.638, 32.0, 380.0, 800.0, both_ways, "--ds---iruoqhm"},
    {"tpu_v7", 2025, 2307.0, 4614.0, 7.37, 192.0, 960.0, 1200.0, both_ways, "--ds-----uoqhm"},
    {"inferentia2", 2023, 190.0, 190.0, 0.82, 32.0, 175.0, 192.0, unstated, "--ds-3-iruo-h-"},
    {"trainium1", 2022, 190.0, 190.0, 0.82, 32.0, 300.0, 384.0, unstated, "-tds-3-iruo-h-"},
    {"trainium2", 2024, 667.0, 1299.0, 2.9, 96.0, 500.0, 1280.0, unstated, "--ds-3--ruoq--"},
    {"trainium3", 2025, 671.0, 2517.0, 4.9, 144.0, unknown, 2560.0, unstated, "--ds-34-ru----"},
    {"maia_100", 2023, 800.0, unknown, 1.8, 64.0, 700.0, 600.0, each_way, "atds----ruo---"},
    {"mtia_v1", 2023, 51.2, unknown, 0.176, 64.0, 25.0, unknown, both_ways, "a-d----iru----"},
    {"mtia_v2", 2024, 177.0, unknown, 0.2048, 128.0, 90.0, unknown, both_ways, "a-d--3-iru----"},
    {"gaudi2", 2022, 432.0, 865.0, 2.45, 96.0, 600.0, 262.5, each_way, "--ds----ruoq--"},
    {"gaudi3", 2024, 1835.0, 1835.0, 3.67, 128.0, 900.0, 525.0, each_way, "--ds----ruoq--"},
    {"m4_max", 2024, 18.4, unknown, 0.546, 128.0, 95.0, unknown, both_ways, "--d--3-i-u-q--"},
    {"dojo_d1", 2021, 362.0, 362.0, unknown, 0.44, 400.0, 8000.0, both_ways, "atd--3--ru----"},
    {"wse2", 2021, 7500.0, unknown, 20000.0, 40.0, 23000.0, 150.0, each_way, "atd-----ruoq--"},
    {"wse3", 2024, 15800.0, unknown, 21000.0, 44.0, 23000.0, 150.0, each_way, "atd-----ruoq--"},
    {"groq_lpu", 2020, 188.0, unknown, 80.0, 0.23, 215.0, 480.0, both_ways, "atd----iru-q--"},
    {"bow_ipu", 2022, 350.0, unknown, 65.4, 0.9, 310.0, 320.0, both_ways, "atd--3--ruoq--"},
    {"sn40l", 2023, 638.0, unknown, 1.6, 64.0, unknown, unknown, unstated, "-td-----ru----"},
    {"wormhole", 2024, 131.0, 466.0, 0.576, 24.0, 300.0, 100.0, each_way, "a-d-----ru-q--"},
    {"blackhole", 2025, 166.0, 664.0, 0.512, 32.0, 300.0, 400.0, each_way, "a-d-----ru-q--"},
    {"ascend_910b", 2023, 320.0, unknown, 1.6, 64.0, 400.0, 392.0, both_ways, "a-ds---i-uoq--"},
    {"ascend_910c", 2025, 752.0, unknown, 3.2, 128.0, unknown, 784.0, both_ways, "a-ds---i-uoq--"},
    {"mlu370_x8", 2022, 96.0, unknown, 0.6144, 48.0, 250.0, 200.0, both_ways, "-td--3-i-u----"},
    {"mlu590", 2023, 314.0, unknown, 2.0, 80.0, 350.0, 372.0, both_ways, "--d------u-q--"},
    {"br100", 2022, 1024.0, unknown, 1.64, 64.0, 550.0, 512.0, both_ways, "atds-3-iru----"},
    {"br104", 2022, 512.0, unknown, 0.819, 32.0, 300.0, 192.0, both_ways, "a-ds-3-iru----"},
    {"mtt_s4000", 2023, 100.0, unknown, 0.768, 48.0, 450.0, 240.0, unstated, "--d--3-i-u----"},
    {"dcu_z100", 2021, unknown, unknown, 1.0, 32.0, 300.0, 184.0, unstated, "--ds6----u----"},
    {"dcu_k100_ai", 2023, 192.0, unknown, 0.896, 64.0, 400.0, unknown, unstated, "--d--3-i-u----"},
    {"kunlun_r200", 2021, 128.0, unknown, 0.512, 32.0, 160.0, 200.0, both_ways, "--d--3-i-u----"},
    {"kunlun_p800", 2024, 345.0, unknown, unknown, 96.0, unknown, unknown, unstated, "---------u----"},
    {"hanguang_800", 2019, unknown, unknown, unknown, 0.192, 280.0, unknown, both_ways, "atd----iru----"},
    {"sunrise_s2", 2024, unknown, unknown, unknown, 64.0, 400.0, unknown, unstated, "--------------"},
    {"sunrise_s3", 2026, unknown, unknown, unknown, unknown, unknown, unknown, unstated, "--------------"},
    {"alveo_v80", 2024, unknown, unknown, 0.82, 32.0, 190.0, 100.0, each_way, "--ds-3-i-uoq--"},
};

/// Whether a figure is what was published: both unknown, or published within the sheet's range. A hundredth of room, for
/// figures that the publication rounds (2.4 of 2.45, 1.2 of 1.228 TB/s).
template <class Q>
bool agrees(std::optional<Q> const& sheet, double value, double unit, double room = 0.025) {
    if (value == unknown || !sheet.has_value())
        return (value == unknown) == !sheet.has_value();
    estimate const e = number_in(*sheet);
    return e.low <= value * unit * (1.0 + room) && e.high >= value * unit * (1.0 - room);
}

basic_datasheet<estimate> const& sheet_of(char const* id) { return *catalog::find_accelerator(id).sheet; }

TEST_CASE("data sheets: the published figures of 55 products") {
    CHECK(std::size(products) == 55);
    for (published const& p : products) {
        INFO(std::string(p.id));
        auto const& s = sheet_of(p.id);
        CHECK(s.year == p.year);
        CHECK(agrees(s.peak.sixteen_bits(), p.sixteen, 1e12));
        CHECK(agrees(s.peak.fp8, p.fp8, 1e12));
        CHECK(agrees(s.memory.bandwidth, p.bandwidth, 1e12, 0.045)
        ); // B200's 8 TB/s are 7.67 by the width of its memory
        CHECK(agrees(s.power.tdp, p.tdp, 1.0));
        if (p.capacity == unknown)
            CHECK_FALSE(s.memory.capacity.has_value());
        else { // a printed GB is a GB or a GiB
            REQUIRE(s.memory.capacity.has_value());
            double const bytes = number_in(*s.memory.capacity).likely;
            CHECK(bytes >= p.capacity * 1e9 * (1.0 - 1e-9));
            CHECK(bytes <= p.capacity * 1073741824.0 * (1.0 + 0.03)); // 141 GB of 144 GiB fitted
        }
    }
}

TEST_CASE("data sheets: links are one way, whichever way a vendor counts") {
    for (published const& p : products) {
        INFO(std::string(p.id));
        auto const& rate = sheet_of(p.id).scale_up.rate;
        CHECK(rate.has_value() == (p.link != unknown));
        if (!rate.has_value())
            continue;
        double const one_way = p.counted == each_way ? p.link : p.link / 2.0;
        CHECK(agrees(rate, one_way, 1e9));
        if (p.counted == unstated) // it may be one way
            CHECK(number_in(*rate).high == near(p.link * 1e9, 1e-12));
        else // a weak figure may be a fifth higher, but not twice
            CHECK(number_in(*rate).high <= one_way * 1e9 * 1.21);
    }
}

TEST_CASE("data sheets: what is not published is empty, never zero") {
    for (published const& p : products) {
        INFO(std::string(p.id));
        auto const& s = sheet_of(p.id);
        std::string has;
        auto const say = [&](bool known, char letter) { has += known ? letter : '-'; };
        say(s.silicon.die_area.has_value(), 'a');
        say(s.silicon.transistors.has_value(), 't');
        say(s.silicon.compute_dies.has_value(), 'd');
        say(s.memory.stacks.has_value(), 's');
        say(s.peak.fp64.has_value(), '6');
        say(s.peak.fp32.has_value(), '3');
        say(s.peak.fp4.has_value(), '4');
        say(s.peak.int8.has_value(), 'i');
        say(s.sram.total.has_value(), 'r');
        say(s.scale_up.domain.has_value(), 'u');
        say(s.scale_out.has_value(), 'o');
        say(s.quotes[0].amount.has_value(), 'q');
        say(s.rent.has_value(), 'h');
        say(s.manufacturing_cost.has_value(), 'm');
        CHECK(has == std::string(p.has));
        int numbers = 0;
        walk(
            [&](field_path const& path, field const&, auto const& leaf) {
                using L = std::remove_cvref_t<decltype(leaf)>;
                if constexpr (numeric_leaf<L> && !std::same_as<L, bool>) {
                    INFO(path.text());
                    CHECK(lowest(number_in(leaf)) > 0);
                    ++numbers;
                }
            },
            field_path{}, s
        );
        CHECK(numbers >= 1); // the year at least
    }
}

// By hand, from the publications themselves.
TEST_CASE("data sheets: some figures in their own units") {
    using catalog::h100_sheet, catalog::l40s_sheet, catalog::trainium2_sheet, catalog::wormhole_sheet;
    CHECK(h100_sheet.silicon.die_area->in(square_millimetre).likely == near(814.0, 1e-12));
    CHECK(*h100_sheet.silicon.transistors == known(80e9));
    CHECK(number_in(*h100_sheet.peak.fp64_matrix).likely == near(66.9e12, 1e-12));
    CHECK(number_in(*h100_sheet.scale_out).likely == near(50e9, 1e-12));              // 400 Gb/s
    CHECK(number_in(*catalog::rtx_4090_sheet.host_link).likely == near(32e9, 1e-12)); // 16 lanes of 16 GT/s
    CHECK(number_in(*catalog::wse2_sheet.memory.capacity).likely == near(40e9, 1e-12));
    CHECK(number_in(*catalog::b300_sheet.peak.int8).likely == near(150e12, 1e-12)); // cut to a thirtieth
    CHECK(*l40s_sheet.peak.units == 142);
    CHECK(number_in(*trainium2_sheet.quotes[0].amount) == range(4000.0, 4250.0, 4500.0));
    CHECK(number_in(*catalog::h100_sheet.rent).high == near(12.29 / 3600.0, 1e-12)); // a second
    CHECK(*wormhole_sheet.silicon.compute_dies == 2);
}

TEST_CASE("data sheets: what a model holds, its sheet takes from there") {
    int models = 0, made = 0, none = 0;
    for (catalog::accelerator_entry const& e : catalog::all_accelerators) {
        INFO(std::string(e.id));
        if (e.model == nullptr) {
            ++none;
            continue;
        }
        (e.from_sheet ? made : models)++;
        CHECK(number_in(*e.sheet->memory.capacity) == number_in(e.model->memory_capacity));
        auto const sixteen = e.sheet->peak.sixteen_bits();
        REQUIRE(sixteen.has_value());
        CHECK(number_in(*sixteen) == number_in(e.model->bf16.peak));
        CHECK(e.sheet->peak.fp8.has_value() == e.model->has(precision::fp8));
        if (e.from_sheet)
            CHECK(std::string(e.model->name) == e.sheet->name);
        else {
            CHECK(number_in(*e.sheet->power.tdp) == number_in(e.model->tdp));
            CHECK(number_in(*e.sheet->scale_up.rate) == number_in(e.model->link_rate));
            // and so does the source
            CHECK(
                std::string(source_of(e.sheet_sources, "power.tdp").title) == source_of(e.model_sources, "tdp").title
            );
        }
    }
    CHECK(models == 25); // 22 of the 55, and three earlier ones
    CHECK(made == 27);
    CHECK(none == 6);
}

TEST_CASE("data sheets: a figure of low confidence is a range, also in arrays; and every figure has a source") {
    int weak = 0;
    auto const check = [&](auto const& sheet, std::span<sourced_field const> sources) {
        walk(
            [&](field_path const& path, field const&, auto const& leaf) {
                using L = std::remove_cvref_t<decltype(leaf)>;
                if constexpr (numeric_leaf<L>)
                    if constexpr (std::same_as<std::remove_cvref_t<decltype(number_in(leaf))>, estimate>) {
                        INFO(path.text());
                        source const from = source_of(sources, path.text());
                        REQUIRE(from.title != nullptr);
                        if (from.trust == confidence::low || from.trust == confidence::assumed) {
                            CHECK(number_in(leaf).low < number_in(leaf).high);
                            ++weak;
                        }
                    }
            },
            field_path{}, sheet
        );
    };
    for (catalog::accelerator_entry const& e : catalog::all_accelerators) {
        INFO(std::string(e.id));
        check(*e.sheet, e.sheet_sources);
    }
    for (catalog::system_entry const& e : catalog::all_systems) {
        INFO(std::string(e.id));
        check(*e.sheet, e.sources);
    }
    CHECK(weak > 100);
}

TEST_CASE("data sheets: converted to another number type, what is unknown stays so") {
    constexpr datasheet d = convert<double>(catalog::trainium3_sheet);
    static_assert(!d.power.tdp.has_value() && d.peak.fp8.has_value());
    CHECK(d.peak.fp8->value.in(TFLOP_per_second) == near(2517.0, 1e-12));
    auto const i = convert<interval>(catalog::ascend_910b_sheet);
    CHECK(lowest(number_in(*i.peak.bf16)) == near(280e12, 1e-12));
    CHECK(highest(number_in(*i.peak.bf16)) == near(414e12, 1e-12));
}

/// As published: accelerators, domain, PFLOP/s dense (BF16, FP8), memory (GB, TB/s), kW at most, CPUs, network (Gb/s), racks, USD.
struct published_system {
    char const* id;
    int year, accelerators, domain;
    double bf16, fp8, memory, bandwidth, power;
    int cpus;
    double network;
    int racks;
    double price;
};
constexpr int none = -1;
constexpr published_system systems[] = {
    {"dgx_a100_system", 2020, 8, 8, 2.5, unknown, 640.0, 16.3, 6.5, 2, 1600.0, none, 199000.0},
    {"dgx_h100_system", 2022, 8, 8, 7.92, 15.83, 640.0, 26.8, 10.2, 2, 3200.0, none, 300000.0},
    {"dgx_h200_system", 2024, 8, 8, 7.92, 15.83, 1128.0, 38.4, 10.2, 2, 3200.0, none, 300000.0},
    {"dgx_b200_system", 2025, 8, 8, 18.0, 36.0, 1440.0, 64.0, 14.3, 2, 3200.0, none, 400000.0},
    {"gb200_nvl72_system", 2025, 72, 72, 180.0, 360.0, 13392.0, 576.0, 132.0, 36, 28800.0, 1, 3400000.0},
    {"gb300_nvl72_system", 2025, 72, 72, 180.0, 360.0, 20736.0, 576.0, 142.0, 36, 57600.0, 1, 3700000.0},
    {"rubin_nvl72_system", 2026, 72, 72, 288.0, 1260.0, 20736.0, 1584.0, 230.0, 36, 115200.0, 1, unknown},
    {"mi300x_system", 2024, 8, 8, 10.46, 20.92, 1536.0, 42.4, 10.5, 2, 3200.0, none, unknown},
    {"cloudmatrix_384_system", 2025, 384, 384, 288.8, unknown, 49152.0, 1229.0, 559.0, 192, 153600.0, 16, 8200000.0},
    {"tpu_v4_pod_system", 2021, 4096, 4096, 1126.0, unknown, 131072.0, 4915.0, unknown, 1024, unknown, 64, unknown},
    {"tpu_v5p_pod_system", 2023, 8960, 8960, 4113.0, 4113.0, 851200.0, 24774.0, unknown, 2240, 448000.0, 140, unknown},
    {"tpu_v7_pod_system", 2025, 9216, 9216, 21261.0, 42523.0, 1769472.0, 67922.0, 10000.0, 2304, unknown, 144, unknown},
    {"trn2_ultraserver_system", 2024, 64, 64, 42.7, 83.1, 6144.0, 185.6, unknown, 8, 12800.0, 2, unknown},
    {"trn3_ultraserver_system", 2025, 144, 144, 96.6, 362.4, 20736.0, 705.6, unknown, none, unknown, 2, unknown},
    {"cs3_system", 2024, 1, 2048, unknown, unknown, 44.0, 21000.0, 23.0, none, 1200.0, none, 2000000.0},
};

TEST_CASE("systems: the published totals are those of their accelerators") {
    CHECK(std::size(systems) == 15);
    CHECK(std::size(catalog::all_systems) == 15);
    for (published_system const& p : systems) {
        INFO(std::string(p.id));
        auto const& e = catalog::find_system(p.id);
        auto const& s = *e.sheet;
        auto const& a = *e.accelerator;
        CHECK(std::string(s.accelerator) + "_sheet" == std::string(catalog::find_accelerator(s.accelerator).sheet_id));
        CHECK(catalog::find_accelerator(s.accelerator).sheet == e.accelerator);
        CHECK(s.year == p.year);
        CHECK(s.accelerators == p.accelerators);
        CHECK(s.scale_up_domain.value_or(none) == p.domain);
        // 2 %: publications round to three digits (2.5 PFLOP/s of 2.496)
        if (p.bf16 != unknown)
            CHECK(agrees(total(s, a.peak.bf16), p.bf16, 1e15, 0.02));
        if (p.fp8 != unknown)
            CHECK(agrees(total(s, a.peak.fp8), p.fp8, 1e15, 0.02));
        CHECK(agrees(total(s, a.memory.bandwidth), p.bandwidth, 1e12, 0.045));
        auto const memory = total(s, a.memory.capacity);
        REQUIRE(memory.has_value());
        double const bytes = number_in(*memory).likely;
        CHECK(bytes >= p.memory * 1e9 * (1.0 - 0.01));
        CHECK(bytes <= p.memory * 1073741824.0 * (1.0 + 0.03));
        CHECK(agrees(s.power_max, p.power, 1e3, 0.0));
        CHECK(s.cpus.value_or(none) == p.cpus);
        CHECK(s.racks.value_or(none) == p.racks);
        CHECK(agrees(s.quotes[0].amount, p.price, 1.0, 0.0));
        double network = unknown;
        if (s.network.has_value())
            network = number_in(*s.network).likely * 8e-9;
        else if (s.nics.has_value() && s.nic_rate.has_value())
            network = number_in(*s.nic_rate).likely * 8e-9 * *s.nics;
        CHECK(network == near(p.network, 1e-9));
    }
}

TEST_CASE("systems: a rack with a model takes its weight from there") {
    CHECK(number_in(*catalog::gb200_nvl72_system.weight) == number_in(catalog::gb200_nvl72.weight));
    CHECK(catalog::gb200_nvl72_system.weight->in(kilogram).likely == near(1360.0, 1e-12));
    CHECK_FALSE(catalog::trn2_ultraserver_system.power_max.has_value()
    ); // unpublished: 32 kW of chips is no system's power
    CHECK_FALSE(catalog::tpu_v5p_pod_system.power_max.has_value());
}

} // namespace
