#pragma once
// Data sheets: Amazon's Inferentia and Trainium. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/datasheets/printed.hpp>
#include <tallywatt/catalog/packages/own_silicon.hpp>
#include <tallywatt/catalog/sheet_sources.hpp>

namespace tallywatt::catalog {

inline constexpr basic_datasheet<estimate> inferentia2_sheet = {
    .vendor = "AWS",
    .name = "Inferentia2",
    .form_factor = "Inf2 card",
    .year = 2023,
    .silicon = {.node = "7 nm class (unconfirmed)", .foundry = "TSMC", .compute_dies = 1},
    .peak =
        {.fp32 = dense(known(47.5) * TFLOP_per_second),
         .tf32 = dense(known(190.0) * TFLOP_per_second),
         .bf16 = dense(known(190.0) * TFLOP_per_second),
         .fp16 = dense(known(190.0) * TFLOP_per_second),
         .fp8 = dense(known(190.0) * TFLOP_per_second),
         .int8 = dense(known(380.0) * TFLOP_per_second)},
    .memory = {.type = "HBM2e", .capacity = known(32.0) * GiB, .bandwidth = known(0.82) * TB_per_second, .stacks = 2},
    .sram = {.total = known(54.5) * MB, .distributed = known(54.5) * MB},
    .power = {.tdp = range(130.0, 175.0, 250.0) * watt, .term = "estimate"},
    .scale_up =
        {.technology = "NeuronLink-v2 ring", .rate = one_way(range(96.0, 96.0, 192.0) * GB_per_second), .domain = 12},
    .scale_out = one_way(known(8.3) * gigabit_per_second),
    .package = "CoWoS-S (unconfirmed)",
    .cooling = "air",
    .rent = known(1.08) * USD / accelerator_hour,
    .note = "Memory of 820 GB/s or 820 GiB/s. INT8 of 380 in new documents, 420 in old. The links carry no direction "
            "in the documents: taken as both ways, perhaps one way. Power is an estimate."};
inline constexpr sourced_field inferentia2_sheet_sources[] = {
    {"name", {"AWS Neuron docs, Inferentia2 architecture", "2026", confidence::high}},
    {"silicon", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"peak", {"AWS Neuron docs, Inferentia2 architecture", "2026", confidence::high}},
    {"memory", {"AWS Neuron docs, Inferentia2 architecture", "2026", confidence::high}},
    {"sram", {"AWS Neuron docs, Inferentia2 architecture", "2026", confidence::medium}},
    {"power", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"scale_up", {"AWS Neuron docs, Inferentia2 architecture", "2026", confidence::medium}},
    {"scale_up.rate", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"scale_out", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"rent", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}}};
inline constexpr stand_ins inferentia2_assumed = {
    .price = range(1500.0, 3000.0, 6000.0) * USD,
    .from = {"assumed: not sold; by its memory and rate beside Trainium2", "2026", confidence::assumed}};
inline constexpr basic_accelerator<estimate> inferentia2 = accelerator_of(inferentia2_sheet, inferentia2_assumed);
inline constexpr auto& inferentia2_sources =
    detail::model_sources<inferentia2_sheet, inferentia2_sheet_sources, inferentia2_assumed>;

inline constexpr basic_datasheet<estimate> trainium1_sheet = {
    .vendor = "AWS",
    .name = "Trainium1",
    .form_factor = "Trn1 card",
    .year = 2022,
    .silicon = {.node = "TSMC N7", .foundry = "TSMC", .compute_dies = 1, .transistors = known(55.0e9)},
    .peak =
        {.fp32 = dense(known(47.5) * TFLOP_per_second),
         .tf32 = dense(known(190.0) * TFLOP_per_second),
         .bf16 = dense(known(190.0) * TFLOP_per_second),
         .fp16 = dense(known(190.0) * TFLOP_per_second),
         .fp8 = dense(known(190.0) * TFLOP_per_second),
         .int8 = dense(known(380.0) * TFLOP_per_second)},
    .memory = {.type = "HBM2e", .capacity = known(32.0) * GiB, .bandwidth = known(0.82) * TB_per_second, .stacks = 2},
    .sram = {.total = known(54.5) * MB, .distributed = known(54.5) * MB},
    .power = {.tdp = range(240.0, 300.0, 360.0) * watt, .term = "estimate"},
    .scale_up =
        {.technology = "NeuronLink-v2 2D torus",
         .rate = one_way(range(192.0, 192.0, 384.0) * GB_per_second),
         .domain = 16},
    .scale_out = one_way(known(50.0) * gigabit_per_second),
    .package = "CoWoS-S (unconfirmed)",
    .cooling = "air",
    .rent = known(1.34) * USD / accelerator_hour,
    .note = "INT8 of 380 in new documents, 420 in old. Direction of the links not stated."};
inline constexpr sourced_field trainium1_sheet_sources[] = {
    {"name", {"AWS Neuron docs, Trainium architecture", "2026", confidence::high}},
    {"silicon", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"peak", {"AWS Neuron docs, Trainium architecture", "2026", confidence::high}},
    {"memory", {"AWS Neuron docs, Trainium architecture", "2026", confidence::high}},
    {"sram", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"power", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::low}},
    {"scale_up", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"scale_out", {"AWS EC2 Capacity Blocks prices to January 2025", "2025-01-01", confidence::medium}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"rent", {"AWS EC2 Capacity Blocks prices to January 2025", "2025-01-01", confidence::high}}};
inline constexpr stand_ins trainium1_assumed = {
    .price = range(2000.0, 3500.0, 6000.0) * USD,
    .from = {"assumed: not sold; by its memory and rate beside Trainium2", "2026", confidence::assumed}};
inline constexpr basic_accelerator<estimate> trainium1 = accelerator_of(trainium1_sheet, trainium1_assumed);
inline constexpr auto& trainium1_sources =
    detail::model_sources<trainium1_sheet, trainium1_sheet_sources, trainium1_assumed>;

inline constexpr basic_datasheet<estimate> trainium2_sheet = {
    .vendor = "AWS",
    .name = "Trainium2",
    .form_factor = "Trn2 board (2 chips per sled)",
    .year = 2024,
    .silicon =
        {.node = "TSMC N5 class (reported)",
         .foundry = "TSMC",
         .compute_dies = 2,
         .other_dies = "two static (dummy) chiplets"},
    .peak =
        {.fp32 = dense(known(181.0) * TFLOP_per_second),
         .tf32 = dense(known(667.0) * TFLOP_per_second),
         .bf16 = dense(known(667.0) * TFLOP_per_second),
         .fp16 = dense(known(667.0) * TFLOP_per_second),
         .fp8 = dense(known(1299.0) * TFLOP_per_second)},
    .memory = {.type = "HBM3", .capacity = known(96.0) * GiB, .bandwidth = known(2.9) * TB_per_second, .stacks = 4},
    .sram = {.total = known(224.0) * MB, .distributed = known(224.0) * MB},
    .power = {.tdp = range(450.0, 500.0, 550.0) * watt, .term = "estimate (widely reported)"},
    .scale_up =
        {.technology = "NeuronLink-v3 torus",
         .rate = one_way(range(640.0, 640.0, 1280.0) * GB_per_second),
         .domain = 64},
    .scale_out = one_way(known(200.0) * gigabit_per_second),
    .package = "CoWoS-S/R (reported)",
    .cooling = "air",
    .quotes = {{{.amount = range(4000.0, 4250.0, 4500.0) * USD, .how = price_kind::estimate, .date = "2024-12"}}},
    .note =
        "BF16 of 650, 660, 667 and 740 TFLOP/s in the press; the documents say 667. HBM3 or HBM3e. 1,280 GB/s of links "
        "without a direction: taken as both ways, perhaps one way. 2,563 TFLOP/s is sparse. Power as widely reported."};
inline constexpr sourced_field trainium2_sheet_sources[] = {
    {"name",
     {"AWS Neuron docs, Trainium2 architecture (v2.29) and NKI guide; glennklockwood.com/garden/processors/trainium2",
      "2026", confidence::high}},
    {"silicon",
     {"Tom's Hardware, Trainium2 (two compute tiles, four stacks, static chiplets); latitudeds.com, Trainium2 "
      "architecture (CoWoS-S/R, two compute chiplets, about $4 k)",
      "2026", confidence::medium}},
    {"peak",
     {"AWS Neuron docs, Trainium2 architecture (v2.29) and NKI guide; Machine Learning Engineering open book, "
      "accelerator chapter (dense tables that cite vendor pages)",
      "2026", confidence::high}},
    {"memory", {"AWS Neuron docs, Trainium2 architecture (v2.29) and NKI guide", "2026", confidence::high}},
    {"sram", {"AWS Neuron docs, NeuronCore-v3 (28 MB SRAM per core)", "2026", confidence::high}},
    {"power", {"Epoch AI chip counts: price ranges, power limits, 8-bit rates", "2026-04-22", confidence::medium}},
    {"scale_up",
     {"Machine Learning Engineering open book, network chapter (one-way and both-way link rates); "
      "glennklockwood.com/garden/processors/trainium2",
      "2026-08-22", confidence::medium}},
    {"scale_out", {"glennklockwood.com/garden/processors/trainium2", "2026", confidence::high}},
    {"package",
     {"latitudeds.com, Trainium2 architecture (CoWoS-S/R, two compute chiplets, about $4 k)", "2026",
      confidence::medium}},
    {"quotes",
     {"latitudeds.com, Trainium2 architecture (CoWoS-S/R, two compute chiplets, about $4 k)", "2026",
      confidence::low}}};
inline constexpr stand_ins trainium2_made = {.package = &trainium2_package};
inline constexpr basic_accelerator<estimate> trainium2 = accelerator_of(trainium2_sheet, trainium2_made);
inline constexpr auto& trainium2_sources = detail::model_sources<trainium2_sheet, trainium2_sheet_sources, trainium2_made>;

inline constexpr basic_datasheet<estimate> trainium3_sheet = {
    .vendor = "AWS",
    .name = "Trainium3",
    .form_factor = "Trn3 board (4 chips per tray)",
    .year = 2025,
    .silicon = {.node = "TSMC N3P (N3E in one source)", .foundry = "TSMC", .compute_dies = 2},
    .peak =
        {.fp32 = dense(known(183.0) * TFLOP_per_second),
         .tf32 = dense(known(671.0) * TFLOP_per_second),
         .bf16 = dense(known(671.0) * TFLOP_per_second),
         .fp16 = dense(known(671.0) * TFLOP_per_second),
         .fp8 = dense(known(2517.0) * TFLOP_per_second),
         .fp4 = dense(known(2517.0) * TFLOP_per_second)},
    .memory = {.type = "HBM3e", .capacity = known(144.0) * GiB, .bandwidth = known(4.9) * TB_per_second, .stacks = 4},
    .sram = {.total = known(268.4) * MB, .distributed = known(268.4) * MB},
    .scale_up =
        {.technology = "NeuronLink-v4 + NeuronSwitch-v1",
         .rate = one_way(range(1000.0, 1280.0, 2560.0) * GB_per_second),
         .domain = 144},
    .package = "CoWoS-R (unconfirmed)",
    .cooling = "air (Gen1) or liquid (Gen2)",
    .note = "Links of 2.56 TB/s (documents) or 2 TB/s (press), direction not stated. N3E or N3P. FP8 is 3.75 times "
            "BF16: tables that double BF16 are wrong. No limit published; analysts assume about 1 kW."};
inline constexpr sourced_field trainium3_sheet_sources[] = {
    {"name",
     {"AWS Neuron docs, Trainium3 architecture (2025-12); tomshardware.com, Trainium3 launch (two chiplets, four HBM3E "
      "stacks)",
      "2025-12", confidence::high}},
    {"silicon", {"tomshardware.com, Trainium3 launch (two chiplets, four HBM3E stacks)", "2026", confidence::medium}},
    {"peak", {"AWS Neuron docs, Trainium3 architecture (2025-12)", "2025-12", confidence::high}},
    {"memory",
     {"AWS Neuron docs, Trainium3 architecture (2025-12); tomshardware.com, Trainium3 launch (two chiplets, four HBM3E "
      "stacks)",
      "2025-12", confidence::high}},
    {"sram",
     {"tomshardware.com, Trainium3 launch (two chiplets, four HBM3E stacks); buzzbytech.com (AIwire), Trn3 UltraServer "
      "144 chips, 362 PF, 706 TB/s",
      "2026", confidence::medium}},
    {"scale_up", {"AWS Neuron docs, Trainium3 architecture (2025-12)", "2025-12", confidence::high}},
    {"package", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}}};
inline constexpr stand_ins trainium3_assumed = {
    .tdp = range(700.0, 1000.0, 1200.0) * watt,
    .price = range(5000.0, 7500.0, 12'000.0) * USD,
    .from = {
        "assumed: limit about 1 kW as analysts do; not sold, price above the 4,000 to 4,500 USD of a Trainium2", "2026",
        confidence::assumed}};
inline constexpr basic_accelerator<estimate> trainium3 = accelerator_of(trainium3_sheet, trainium3_assumed);
inline constexpr auto& trainium3_sources =
    detail::model_sources<trainium3_sheet, trainium3_sheet_sources, trainium3_assumed>;

} // namespace tallywatt::catalog
