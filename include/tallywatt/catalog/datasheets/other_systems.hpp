#pragma once
// Systems as they are sold: Servers, racks and pods of others. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/mi300x.hpp>
#include <tallywatt/catalog/system_sheet.hpp>
#include <tallywatt/catalog/wse3.hpp>

namespace tallywatt::catalog {

inline constexpr basic_system_sheet<estimate> mi300x_system = system_sheet_of(
    mi300x_platform, {.vendor = "AMD",
                      .name = "MI300X 8-OAM server (Azure ND MI300X v5 shape)",
                      .year = 2024,
                      .accelerator = "mi300x",
                      .scale_up_domain = 8,
                      .scale_up_switches = "none (full mesh)",
                      .cpu = "Intel Xeon Sapphire Rapids or AMD EPYC 9004/9005",
                      .cpus = 2,
                      .cpu_power = known(350.0) * watt,
                      .host_memory = known(1987.0) * GB,
                      .nic_rate = one_way(known(400.0) * gigabit_per_second),
                      .power_max = range(9.0, 10.5, 12.0) * kilowatt,
                      .cooling = "air",
                      .note = "Power is an estimate: 6 kW of accelerators, and host, fans and interfaces."}
);
inline constexpr sourced_field mi300x_system_sources[] = {
    {"",
     {"Azure documentation, ND MI300X v5; glennklockwood.com, MI250X, MI300X, MI325X (cites CDNA white papers)",
      "2024-05", confidence::high}},
    {"nic_rate", {"Azure documentation, ND MI300X v5", "2024-05", confidence::high}},
    {"power_max", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"weight", source_of(std::span<sourced_field const>(mi300x_platform_sources), "weight")}};

inline constexpr basic_system_sheet<estimate> cloudmatrix_384_system = {
    .vendor = "Huawei",
    .name = "CloudMatrix 384 supernode",
    .year = 2025,
    .accelerator = "ascend_910c",
    .accelerators = 384,
    .scale_up_domain = 384,
    .scale_up_switches = "336 L1 and 112 L2 UB switch chips",
    .cpu = "Kunpeng 920 class",
    .cpus = 192,
    .nics = 384,
    .nic_rate = one_way(known(400.0) * gigabit_per_second),
    .racks = 16,
    .power_max = known(559.0) * kilowatt,
    .cooling = "liquid and air",
    .quotes = {{{.amount = known(8'200'000.0) * USD, .how = price_kind::street, .date = "2025", .basis = "system"}}},
    .note = "300 or 289 PFLOP/s in BF16, by the chip's rate. The network between systems: 77 (each way) or 154 Tb/s. "
            "Power by analysts. 12 racks of computers, 4 of switches."};
inline constexpr sourced_field cloudmatrix_384_system_sources[] = {
    {"",
     {"TechForge (12 and 4 racks, 6,912 transceivers, HBM2E); chinaresearchcollective note (48 nodes x 8 NPU, 196 GB/s "
      "per NPU figure)",
      "2026", confidence::high}},
    {"nic_rate",
     {"TechForge (12 and 4 racks, 6,912 transceivers, HBM2E); chinaresearchcollective note (48 nodes x 8 NPU, 196 GB/s "
      "per NPU figure)",
      "2026", confidence::medium}},
    {"power_max",
     {"SemiAnalysis on CloudMatrix 384, and summaries (780 TFLOP/s, 559 kW, 145 kW for NVL72)", "2026",
      confidence::medium}},
    {"quotes",
     {"Benzinga/webull summary of the Financial Times (2025-04-30) and capacitymedia.com (2025-07-28): CloudMatrix 384 "
      "about 60 M RMB, NVL72 about 3 M USD",
      "2025-04-30", confidence::high}}};

inline constexpr basic_system_sheet<estimate> tpu_v4_pod_system = {
    .vendor = "Google",
    .name = "TPU v4 pod",
    .year = 2021,
    .accelerator = "tpu_v4",
    .accelerators = 4096,
    .scale_up_domain = 4096,
    .scale_up_switches = "48 optical circuit switches (paper)",
    .cpu = "x86 host per 4 chips",
    .cpus = 1024,
    .racks = 64,
    .cooling = "liquid",
    .note = "Power of the system unpublished; 0.79 MW of chips at their highest."};
inline constexpr sourced_field tpu_v4_pod_system_sources[] = {
    {"", {"cloud.google.com/tpu/docs/v4", "2026", confidence::high}}};

inline constexpr basic_system_sheet<estimate> tpu_v5p_pod_system = {
    .vendor = "Google",
    .name = "TPU v5p pod",
    .year = 2023,
    .accelerator = "tpu_v5p",
    .accelerators = 8960,
    .scale_up_domain = 8960,
    .cpu = "x86 host per 4 chips (208 vCPU, 448 GB)",
    .cpus = 2240,
    .host_memory = known(1'003'520.0) * GB,
    .network = one_way(known(448'000.0) * gigabit_per_second),
    .racks = 140,
    .cooling = "liquid",
    .note = "The largest job takes 6,144 chips. Power of the system unpublished."};
inline constexpr sourced_field tpu_v5p_pod_system_sources[] = {
    {"", {"docs.cloud.google.com/tpu/docs/v5p", "2026", confidence::high}},
    {"network", {"docs.cloud.google.com/tpu/docs/v5p", "2026", confidence::high}}};

inline constexpr basic_system_sheet<estimate> tpu_v7_pod_system = {
    .vendor = "Google",
    .name = "TPU7x Ironwood pod",
    .year = 2025,
    .accelerator = "tpu_v7",
    .accelerators = 9216,
    .scale_up_domain = 9216,
    .cpu = "host per 4 chips",
    .cpus = 2304,
    .racks = 144,
    .power_max = known(10'000.0) * kilowatt,
    .cooling = "liquid",
    .note = "About 10 MW, a remark at launch."};
inline constexpr sourced_field tpu_v7_pod_system_sources[] = {
    {"", {"docs.cloud.google.com/tpu/docs/tpu7x", "2026", confidence::high}},
    {"power_max", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}}};

inline constexpr basic_system_sheet<estimate> trn2_ultraserver_system = {
    .vendor = "AWS",
    .name = "Trn2 UltraServer (64 x Trainium2)",
    .year = 2024,
    .accelerator = "trainium2",
    .accelerators = 64,
    .scale_up_domain = 64,
    .scale_up_switches = "none (torus plus ring)",
    .cpu = "x86 head node per 16 chips (192 vCPU)",
    .cpus = 8,
    .host_memory = known(8192.0) * GB,
    .network = one_way(known(12'800.0) * gigabit_per_second),
    .racks = 2,
    .cooling = "air",
    .note = "Power of the system unpublished: 32 kW of chips; 48 kW is a planning value."};
inline constexpr sourced_field trn2_ultraserver_system_sources[] = {
    {"",
     {"glennklockwood.com/garden/processors/trainium2; AWS Neuron docs, Trainium2 architecture (v2.29) and NKI guide",
      "2026", confidence::high}},
    {"network", {"glennklockwood.com/garden/processors/trainium2", "2026", confidence::high}}};

inline constexpr basic_system_sheet<estimate> trn3_ultraserver_system = {
    .vendor = "AWS",
    .name = "Trn3 UltraServer Gen2 (144 x Trainium3)",
    .year = 2025,
    .accelerator = "trainium3",
    .accelerators = 144,
    .scale_up_domain = 144,
    .scale_up_switches = "NeuronSwitch-v1",
    .cpu = "Graviton/x86 trays",
    .racks = 2,
    .cooling = "liquid",
    .note = "One rack in the press, two in analysts' drawings. Power unpublished."};
inline constexpr sourced_field trn3_ultraserver_system_sources[] = {
    {"",
     {"buzzbytech.com (AIwire), Trn3 UltraServer 144 chips, 362 PF, 706 TB/s; AWS Neuron docs, Trainium3 architecture "
      "(2025-12)",
      "2026", confidence::high}}};

inline constexpr basic_system_sheet<estimate> cs3_system = system_sheet_of(
    cs3, {.vendor = "Cerebras",
          .name = "CS-3",
          .year = 2024,
          .accelerator = "wse3",
          .scale_up_domain = 2048,
          .cpu = "external MemoryX and SwarmX nodes",
          .nics = 12,
          .nic_rate = one_way(known(100.0) * gigabit_per_second),
          .power_max = known(23.0) * kilowatt,
          .cooling = "liquid (internal loop)",
          .quotes =
              {{{.amount = range(2'000'000.0, 2'500'000.0, 3'000'000.0) * USD,
                 .how = price_kind::estimate,
                 .date = "2024",
                 .basis = "system"}}},
          .note = "125 PFLOP/s is sparse FP16."}
);
inline constexpr sourced_field cs3_system_sources[] = {
    {"",
     {"tomshardware.com and nextplatform.com 2024-03, WSE-3 (46,225 mm2, 4 T, 44 GB, 21 PB/s, eight-wide SIMD)",
      "2024-03", confidence::high}},
    {"nic_rate", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"power_max", {"awesomeagents.ai WSE-3 (CS-3 about 23 kW, $2-3 M)", "2026", confidence::medium}},
    {"quotes", {"awesomeagents.ai WSE-3 (CS-3 about 23 kW, $2-3 M)", "2026", confidence::low}},
    {"weight", source_of(std::span<sourced_field const>(cs3_sources), "weight")}};

} // namespace tallywatt::catalog
