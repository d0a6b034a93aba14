#pragma once
// Systems as they are sold: NVIDIA's servers and racks. Figures that are unknown stay empty; rates are dense, links one way.

#include <tallywatt/catalog/a100.hpp>
#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/gb200.hpp>
#include <tallywatt/catalog/gb300.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/system_sheet.hpp>

namespace tallywatt::catalog {

inline constexpr basic_system_sheet<estimate> dgx_a100_system = system_sheet_of(
    hgx_a100_80gb, {.vendor = "NVIDIA",
                    .name = "DGX A100 (8 x A100-80GB)",
                    .year = 2020,
                    .accelerator = "a100_80gb",
                    .scale_up_domain = 8,
                    .scale_up_switches = "6 NVSwitch gen 2",
                    .cpu = "AMD EPYC 7742",
                    .cpus = 2,
                    .cpu_power = known(225.0) * watt,
                    .host_memory = known(2048.0) * GB,
                    .nic_rate = one_way(known(200.0) * gigabit_per_second),
                    .power_max = known(6.5) * kilowatt,
                    .cooling = "air",
                    .quotes =
                        {{{.amount = known(199'000.0) * USD,
                           .how = price_kind::list,
                           .date = "2020-05",
                           .basis = "system with 40 GB chips"}}},
                    .note = "The price is that of the version with 40 GB."}
);
inline constexpr sourced_field dgx_a100_system_sources[] = {
    {"", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"nic_rate", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"power_max", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"weight", source_of(std::span<sourced_field const>(hgx_a100_80gb_sources), "weight")}};

inline constexpr basic_system_sheet<estimate> dgx_h100_system = system_sheet_of(
    hgx_h100, {.vendor = "NVIDIA",
               .name = "DGX H100 / HGX H100 server (8 x H100 SXM)",
               .year = 2022,
               .accelerator = "h100",
               .scale_up_domain = 8,
               .scale_up_switches = "4 NVSwitch gen 3",
               .cpu = "Intel Xeon Platinum 8480C",
               .cpus = 2,
               .cpu_power = known(350.0) * watt,
               .host_memory = known(2048.0) * GB,
               .nic_rate = one_way(known(400.0) * gigabit_per_second),
               .power_max = known(10.2) * kilowatt,
               .power_typical = known(8.5) * kilowatt,
               .cooling = "air",
               .quotes =
                   {{{.amount = range(300'000.0, 375'000.0, 450'000.0) * USD,
                      .how = price_kind::street,
                      .date = "2023",
                      .basis = "system"},
                     {.amount = range(230'000.0, 275'000.0, 320'000.0) * USD,
                      .how = price_kind::street,
                      .date = "2025-2026",
                      .basis = "system"}}},
               .note = "8 U; other makers' are 6 to 10 U with air, 4 U with liquid. 32 PFLOP/s in FP8 is sparse. Two "
                       "more interfaces for storage."}
);
inline constexpr sourced_field dgx_h100_system_sources[] = {
    {"",
     {"MLPerf inference v5.1 system descriptions; unanswered.io DGX guide (10.2 kW max, six 3.3 kW supplies) citing "
      "NVIDIA user guide",
      "2025", confidence::high}},
    {"nic_rate",
     {"MLPerf inference v5.1 system descriptions; Machine Learning Engineering open book, network chapter (one-way and "
      "both-way link rates)",
      "2025", confidence::high}},
    {"power_max",
     {"unanswered.io DGX guide (10.2 kW max, six 3.3 kW supplies) citing NVIDIA user guide", "2026",
      confidence::medium}},
    {"power_typical", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"quotes", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"weight", source_of(std::span<sourced_field const>(hgx_h100_sources), "weight")}};

inline constexpr basic_system_sheet<estimate> dgx_h200_system = system_sheet_of(
    hgx_h200, {.vendor = "NVIDIA",
               .name = "DGX H200 (8 x H200 SXM)",
               .year = 2024,
               .accelerator = "h200",
               .scale_up_domain = 8,
               .scale_up_switches = "4 NVSwitch gen 3",
               .cpu = "Intel Xeon Platinum 8480C",
               .cpus = 2,
               .cpu_power = known(350.0) * watt,
               .host_memory = known(2048.0) * GB,
               .nic_rate = one_way(known(400.0) * gigabit_per_second),
               .power_max = known(10.2) * kilowatt,
               .cooling = "air",
               .quotes =
                   {{{.amount = range(300'000.0, 350'000.0, 400'000.0) * USD,
                      .how = price_kind::street,
                      .date = "2025",
                      .basis = "system"}}}}
);
inline constexpr sourced_field dgx_h200_system_sources[] = {
    {"", {"MLPerf inference v5.1 system descriptions", "2025", confidence::high}},
    {"nic_rate", {"MLPerf inference v5.1 system descriptions", "2025", confidence::high}},
    {"power_max",
     {"unanswered.io DGX guide (10.2 kW max, six 3.3 kW supplies) citing NVIDIA user guide", "2026",
      confidence::medium}},
    {"quotes", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"weight", source_of(std::span<sourced_field const>(hgx_h200_sources), "weight")}};

inline constexpr basic_system_sheet<estimate> dgx_b200_system = system_sheet_of(
    hgx_b200, {.vendor = "NVIDIA",
               .name = "DGX B200 / HGX B200 server (8 x B200)",
               .year = 2025,
               .accelerator = "b200",
               .scale_up_domain = 8,
               .scale_up_switches = "2 NVSwitch gen 4",
               .cpu = "Intel Xeon Platinum 8570",
               .cpus = 2,
               .cpu_power = known(350.0) * watt,
               .host_memory = known(2048.0) * GB,
               .nic_rate = one_way(known(400.0) * gigabit_per_second),
               .power_max = known(14.3) * kilowatt,
               .cooling = "air (liquid HGX builds in 4U)",
               .quotes =
                   {{{.amount = range(400'000.0, 457'500.0, 515'000.0) * USD,
                      .how = price_kind::street,
                      .date = "2025",
                      .basis = "system"}}},
               .note = "144 PFLOP/s in FP4 and 72 in FP8 are sparse."}
);
inline constexpr sourced_field dgx_b200_system_sources[] = {
    {"",
     {"MLPerf inference v5.1 system descriptions; Machine Learning Engineering open book, accelerator chapter (dense "
      "tables that cite vendor pages)",
      "2025", confidence::high}},
    {"nic_rate", {"MLPerf inference v5.1 system descriptions", "2025", confidence::high}},
    {"power_max", {"madcoolstuff.com datacenter blueprint (DGX B200 10U, 14.3 kW)", "2026", confidence::medium}},
    {"quotes", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"weight", source_of(std::span<sourced_field const>(hgx_b200_sources), "weight")}};

inline constexpr basic_system_sheet<estimate> gb200_nvl72_system = system_sheet_of(
    gb200_nvl72,
    {.vendor = "NVIDIA",
     .name = "GB200 NVL72 rack",
     .year = 2025,
     .accelerator = "gb200",
     .scale_up_domain = 72,
     .scale_up_switches = "9 trays, 18 NVLink switch chips",
     .cpu = "NVIDIA Grace",
     .cpus = 36,
     .cpu_power = known(300.0) * watt,
     .host_memory = known(17'280.0) * GB,
     .nic_rate = one_way(known(400.0) * gigabit_per_second),
     .racks = 1,
     .power_max = known(132.0) * kilowatt,
     .power_typical = known(120.0) * kilowatt,
     .cooling = "liquid (GPU, CPU, switch) plus air",
     .quotes =
         {{{.amount = range(3'400'000.0, 3'750'000.0, 4'100'000.0) * USD,
            .how = price_kind::estimate,
            .date = "2025",
            .basis = "rack with network and storage"},
           {.amount = known(3'000'000.0) * USD, .how = price_kind::estimate, .date = "2024-2025", .basis = "rack"}}},
     .note = "120, 132 and 145 kW count different things. 1.44 EFLOP/s in FP4 is sparse. 13.4 or 13.8 TB of HBM."}
);
inline constexpr sourced_field gb200_nvl72_system_sources[] = {
    {"",
     {"xatakaon.com GB200 NVL72 ($3 M, 1.36 t, 18 nodes); MLPerf inference v5.1 system descriptions", "2026",
      confidence::high}},
    {"nic_rate", {"MLPerf inference v5.1 system descriptions", "2025", confidence::high}},
    {"power_max",
     {"docs.nvidia.com Base Command Manager, power shelf chapter (8 shelves x 33 kW, 9 switch trays)", "2026",
      confidence::high}},
    {"power_typical",
     {"docs.nvidia.com Base Command Manager, power shelf chapter (8 shelves x 33 kW, 9 switch trays)", "2026",
      confidence::high}},
    {"quotes", {"xatakaon.com GB200 NVL72 ($3 M, 1.36 t, 18 nodes)", "2026", confidence::high}},
    {"weight", source_of(std::span<sourced_field const>(gb200_nvl72_sources), "weight")}};

inline constexpr basic_system_sheet<estimate> gb300_nvl72_system = system_sheet_of(
    gb300_nvl72, {.vendor = "NVIDIA",
                  .name = "GB300 NVL72 rack",
                  .year = 2025,
                  .accelerator = "gb300",
                  .scale_up_domain = 72,
                  .scale_up_switches = "9 trays, 18 NVLink switch chips",
                  .cpu = "NVIDIA Grace",
                  .cpus = 36,
                  .cpu_power = known(300.0) * watt,
                  .host_memory = known(17'280.0) * GB,
                  .nic_rate = one_way(known(800.0) * gigabit_per_second),
                  .racks = 1,
                  .power_max = known(142.0) * kilowatt,
                  .power_typical = known(135.0) * kilowatt,
                  .cooling = "liquid (100% of GPU tray)",
                  .quotes =
                      {{{.amount = range(3'700'000.0, 4'100'000.0, 4'500'000.0) * USD,
                         .how = price_kind::estimate,
                         .date = "2025",
                         .basis = "rack"}}},
                  .note = "120 to 155 kW are printed. Cooling parts are priced near 50,000 USD a rack."}
);
inline constexpr sourced_field gb300_nvl72_system_sources[] = {
    {"",
     {"MLPerf inference v5.1 system descriptions; glennklockwood.com/garden/processors/B300", "2025",
      confidence::high}},
    {"nic_rate", {"glennklockwood.com/garden/processors/B300", "2026", confidence::high}},
    {"power_max",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"power_typical",
     {"Machine Learning Engineering open book, accelerator chapter (dense tables that cite vendor pages)", "2026-08-22",
      confidence::high}},
    {"quotes", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"weight", source_of(std::span<sourced_field const>(gb300_nvl72_sources), "weight")}};

inline constexpr basic_system_sheet<estimate> rubin_nvl72_system = {
    .vendor = "NVIDIA",
    .name = "Vera Rubin NVL72 rack",
    .year = 2026,
    .status = "ramping, preliminary",
    .accelerator = "rubin",
    .accelerators = 72,
    .scale_up_domain = 72,
    .scale_up_switches = "9 trays, NVLink 6",
    .cpu = "NVIDIA Vera (88 cores)",
    .cpus = 36,
    .nics = 144,
    .nic_rate = one_way(known(800.0) * gigabit_per_second),
    .rack_units = 48,
    .racks = 1,
    .power_max = range(190.0, 230.0, 230.0) * kilowatt,
    .power_typical = range(190.0, 190.0, 230.0) * kilowatt,
    .cooling = "liquid",
    .note = "Preliminary. 3.6 EFLOP/s of NVFP4 for inference is no dense rate."};
inline constexpr sourced_field rubin_nvl72_system_sources[] = {
    {"",
     {"awesomeagents.ai Rubin R200 page (N3P, 336 B, NVFP4 35 PF training / 50 PF inference); regantih.github.io NVL72 "
      "drill (190-230 kW rack, Max-Q to Max-P)",
      "2026", confidence::medium}},
    {"nic_rate", {"own knowledge, not confirmed by a look-up", "2026", confidence::medium}},
    {"power_max", {"regantih.github.io NVL72 drill (190-230 kW rack, Max-Q to Max-P)", "2026", confidence::low}},
    {"power_typical", {"regantih.github.io NVL72 drill (190-230 kW rack, Max-Q to Max-P)", "2026", confidence::low}}};

} // namespace tallywatt::catalog
