#pragma once
// Storage: drives, storage servers, and the tiers built of them. Drives by data sheets; prices of flash more than tripled between the
// middle of 2025 and the start of 2026, so they are ranges over both, likely those of 2025 as the accelerators' are.
//
//   storage_plan p = plan_storage(parallel_file_system(catalog::flash_file_system), {.hold = 10.0 * PB});

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/cluster/data_store.hpp>

namespace tallywatt::catalog {

namespace detail {
inline constexpr auto drive_writes_a_day = 1.0 / day;
inline constexpr auto flash_price = range(0.08, 0.10, 0.36) * USD / GB;
inline constexpr auto flash_carbon = range(0.0063, 0.03, 0.16) * kgCO2e / GB;
inline constexpr source flash_price_from{
    "VDURA in CIO: a 30 TB TLC drive rose from 3,062 USD (Q2 2025) to 10,950 USD (Q1 2026); low end contract prices, "
    "assumed",
    "2026-04", confidence::medium};
inline constexpr source flash_carbon_from{
    "ACT v2.0, TLC 6.3 g/GB; Tannu and Nair, The Dirty Secret of SSDs (arXiv 2207.10793), 160 g/GB of drives of 2017; "
    "likely between, "
    "by Seagate's and Pure Storage's accounts of drives of 2021",
    "2025-06", confidence::low};
inline constexpr source flash_failures_from{
    "low end the drives' rating (2.5 million hours), high end field studies of enterprise flash, about 1 % a year; "
    "recalled",
    "2025", confidence::low};
} // namespace detail

/// PCIe 4 x4, TLC (Samsung PM9A3 class).
inline constexpr basic_storage_device<estimate> nvme_gen4 = {
    .capacity = known(7.68) * TB,
    .read = range(6.5, 6.8, 7.1) * GB_per_second,
    .write = range(3.5, 4.0, 4.2) * GB_per_second,
    .price = detail::flash_price,
    .idle = range(3.5, 5.0, 8.0) * watt,
    .busy = range(11.0, 13.5, 20.0) * watt,
    .failures = range(0.0035, 0.007, 0.012) / year,
    .drive_writes = range(1.0, 1.0, 1.3) * detail::drive_writes_a_day,
    .embodied = detail::flash_carbon};
inline constexpr sourced_field nvme_gen4_sources[] = {
    {"capacity", {"Samsung PM9A3, U.2", "2020-05", confidence::high}},
    {"read",
     {"Samsung PM9A3, 6.5 to 6.9 GB/s by capacity; Solidigm P5520, 7.1 (recalled)", "2020-05", confidence::medium}},
    {"write",
     {"Samsung PM9A3, 3.5 GB/s at its presentation, 4.1 GB/s in the later sheet; Solidigm P5520, 4.2 (recalled)",
      "2021", confidence::medium}},
    {"price", detail::flash_price_from},
    {"idle",
     {"data sheets of PCIe 4 drives, 3.5 to 8 W (ScaleFlux CSD 3000: under 5 W); recalled", "2023", confidence::low}},
    {"busy", {"data sheets of PCIe 4 drives, 11 to 20 W; recalled", "2023", confidence::low}},
    {"failures", detail::flash_failures_from},
    {"drive_writes", {"Samsung PM9A3: 1 to 1.3 drive writes a day", "2020-05", confidence::high}},
    {"rated_life", {"warranty of five years", "2020", confidence::high}},
    {"embodied", detail::flash_carbon_from}};

/// PCIe 5 x4, TLC (Micron 9550 class).
inline constexpr basic_storage_device<estimate> nvme_gen5 = {
    .capacity = known(15.36) * TB,
    .read = known(14.0) * GB_per_second,
    .write = range(7.0, 10.0, 11.2) * GB_per_second,
    .price = detail::flash_price,
    .idle = range(4.0, 5.0, 8.0) * watt,
    .busy = range(15.0, 18.0, 25.0) * watt,
    .failures = range(0.0035, 0.007, 0.012) / year,
    .drive_writes = known(1.0) * detail::drive_writes_a_day,
    .embodied = detail::flash_carbon};
inline constexpr sourced_field nvme_gen5_sources[] = {
    {"capacity", {"Micron 9550 PRO, one of its sizes", "2024-07", confidence::high}},
    {"read", {"Micron 9550", "2024-07", confidence::high}},
    {"write",
     {"Micron 9550, 10 GB/s; 7 GB/s of others of its class (Kioxia CM7, recalled); 11.2 GB/s measured by TweakTown",
      "2026-02", confidence::medium}},
    {"price", detail::flash_price_from},
    {"idle", {"data sheets, 4 to 8 W; recalled", "2024", confidence::low}},
    {"busy",
     {"Micron 9550, at most 18 W in sequential reads and writes; form factor's 25 W", "2025", confidence::high}},
    {"failures", detail::flash_failures_from},
    {"drive_writes", {"Micron 9550 PRO: 1 drive write a day", "2024-07", confidence::high}},
    {"rated_life", {"warranty of five years", "2024-07", confidence::high}},
    {"embodied", detail::flash_carbon_from}};

/// Large flash drive (QLC, 30 to 61 TB) of shared file systems.
inline constexpr basic_storage_device<estimate> nvme_large = {
    .capacity = known(30.72) * TB,
    .read = range(6.8, 7.0, 14.0) * GB_per_second,
    .write = range(2.8, 3.2, 7.0) * GB_per_second,
    .price = range(0.06, 0.09, 0.30) * USD / GB,
    .idle = range(5.0, 5.0, 8.0) * watt,
    .busy = range(15.0, 22.0, 25.0) * watt,
    .failures = range(0.0035, 0.007, 0.012) / year,
    .drive_writes = range(0.3, 0.5, 1.0) * detail::drive_writes_a_day,
    .embodied = detail::flash_carbon};
inline constexpr sourced_field nvme_large_sources[] = {
    {"capacity", {"a usual size of large drives", "2025", confidence::high}},
    {"read", {"Solidigm D5-P5336 class, 7 GB/s; PCIe 5 drives 14; recalled", "2024", confidence::low}},
    {"write", {"Solidigm D5-P5336 class, 3 GB/s; recalled", "2024", confidence::low}},
    {"price", {"assumed a tenth below TLC drives", "2026", confidence::assumed}},
    {"idle", {"data sheets, 5 W; recalled", "2024", confidence::low}},
    {"busy", {"data sheets, up to 25 W; recalled", "2024", confidence::low}},
    {"failures", detail::flash_failures_from},
    {"drive_writes", {"about 0.5 of sequential writes; recalled", "2024", confidence::low}},
    {"rated_life", {"warranty of five years", "2024", confidence::high}},
    {"embodied", detail::flash_carbon_from}};

/// Disk of 24 TB.
inline constexpr basic_storage_device<estimate> nearline_disk = {
    .capacity = known(24.0) * TB,
    .read = range(0.20, 0.26, 0.285) * GB_per_second,
    .write = range(0.20, 0.26, 0.285) * GB_per_second,
    .price = range(0.013, 0.016, 0.030) * USD / GB,
    .idle = range(5.0, 6.0, 7.0) * watt,
    .busy = range(8.0, 9.0, 10.0) * watt,
    .failures = range(0.0085, 0.0157, 0.0228) / year,
    .drive_writes = range(0.06, 0.063, 0.063) * detail::drive_writes_a_day,
    .embodied = range(0.0008, 0.0015, 0.02) * kgCO2e / GB};
inline constexpr sourced_field nearline_disk_sources[] = {
    {"capacity", {"Backblaze's newest disks of 2024", "2024-12", confidence::high}},
    {"read", {"data sheets, 285 MB/s on outer tracks and half on inner ones; recalled", "2024", confidence::low}},
    {"write", {"as reading", "2024", confidence::low}},
    {"price",
     {"assumed 16 USD/TB in 2025; VDURA in CIO: 35 % more by Q1 2026; high end small orders", "2026-04",
      confidence::low}},
    {"idle", {"data sheets, 5 to 7 W; recalled", "2024", confidence::low}},
    {"busy", {"data sheets, 8 to 10 W; recalled", "2024", confidence::low}},
    {"failures",
     {"Backblaze Drive Stats: 1.57 % in 2024, quarters from 1.36 to 2.28 %; 0.86 % of its best old model", "2025",
      confidence::high}},
    {"drive_writes", {"550 TB a year, reads counted, of 24 TB; recalled", "2024", confidence::low}},
    {"rated_life", {"warranty of five years", "2024", confidence::high}},
    {"embodied",
     {"Seagate Exos X20, 1.3 kg/TB (by Pure Storage, 2023); Tannu and Nair: 20 kg/TB", "2023", confidence::low}}};

/// Server of a flash file system: 24 drives, two interfaces of 400 Gb/s.
inline constexpr basic_storage_server<estimate> flash_server = {
    .slots = 24,
    .read = range(40.0, 75.0, 90.0) * GB_per_second,
    .write = range(15.0, 35.0, 60.0) * GB_per_second,
    .price = range(10'000.0, 18'000.0, 35'000.0) * USD,
    .idle = range(300.0, 400.0, 500.0) * watt,
    .busy = range(500.0, 700.0, 1'000.0) * watt,
    .failures = range(0.02, 0.05, 0.10) / year,
    .embodied = range(600.0, 1'000.0, 1'500.0) * kgCO2e};
inline constexpr sourced_field flash_server_sources[] = {
    {"slots", {"usual of 2U servers", "2025", confidence::high}},
    {"read",
     {"two 400 Gb/s interfaces carry 100 GB/s; published appliances of that class read 40 to 90 GB/s; recalled", "2025",
      confidence::low}},
    {"write",
     {"published appliances of that class write a third to two thirds of what they read; recalled", "2025",
      confidence::low}},
    {"price", {"assumed: two-socket server with interfaces, without drives", "2026", confidence::assumed}},
    {"idle", {"assumed", "2026", confidence::assumed}},
    {"busy", {"assumed from the parts: processors, interfaces, fans", "2026", confidence::assumed}},
    {"failures", {"assumed: servers fail a few per cent a year", "2026", confidence::assumed}},
    {"embodied",
     {"Dell PowerEdge R740 LCA (2019): 909 kg without its drives; range assumed", "2019", confidence::low}}};

/// Server of an object store: 60 disks, an interface of 100 or 200 Gb/s.
inline constexpr basic_storage_server<estimate> disk_server = {
    .slots = 60,
    .read = range(8.0, 11.0, 22.0) * GB_per_second,
    .write = range(5.0, 8.0, 15.0) * GB_per_second,
    .price = range(5'000.0, 9'000.0, 15'000.0) * USD,
    .idle = range(150.0, 200.0, 300.0) * watt,
    .busy = range(250.0, 350.0, 500.0) * watt,
    .failures = range(0.02, 0.05, 0.10) / year,
    .embodied = range(500.0, 900.0, 1'300.0) * kgCO2e};
inline constexpr sourced_field disk_server_sources[] = {
    {"slots", {"Backblaze: pods of 60 disks, vaults of 20 pods", "2024", confidence::high}},
    {"read",
     {"of an interface of 100 Gb/s, 12.5 GB/s; high end 200 Gb/s; shares assumed", "2026", confidence::assumed}},
    {"write", {"assumed: erasure codes on its processors", "2026", confidence::assumed}},
    {"price", {"assumed: one-socket server with a 4U chassis, without disks", "2026", confidence::assumed}},
    {"idle", {"assumed", "2026", confidence::assumed}},
    {"busy", {"assumed", "2026", confidence::assumed}},
    {"failures", {"assumed: servers fail a few per cent a year", "2026", confidence::assumed}},
    {"embodied",
     {"Dell PowerEdge R740 LCA (2019): 909 kg without its drives; range assumed", "2019", confidence::low}}};

inline constexpr basic_local_nvme<estimate> local_nvme_gen4 = {
    .name = "local NVMe, PCIe 4",
    .device = nvme_gen4,
    .host_read = range(9.3, 40.0, 54.0) * GB_per_second,
    .host_write = range(8.2, 25.0, 31.0) * GB_per_second,
    .latency = range(70.0, 90.0, 150.0) * microsecond,
    .filled = share{range(0.80, 0.90, 0.95)}};
inline constexpr sourced_field local_nvme_gen4_sources[] = {
    {"slots", {"eight drives of a host", "2023", confidence::high}},
    {"host_read",
     {"Azure AI benchmarking guide: 9.3 GB/s (A100 host), high end eight drives; likely assumed", "2024",
      confidence::low}},
    {"host_write",
     {"Azure AI benchmarking guide: 8.2 GB/s (A100 host), high end eight drives; likely assumed", "2024",
      confidence::low}},
    {"latency", {"data sheets, 80 us; range assumed", "2023", confidence::low}},
    {"kept", {"none: as good as its host", "2026", confidence::high}},
    {"filled", {"assumed", "2026", confidence::assumed}},
    {"device.capacity", {"Samsung PM9A3, U.2", "2020-05", confidence::high}},
    {"device.read", nvme_gen4_sources[1].from},
    {"device.write", nvme_gen4_sources[2].from},
    {"device.price", detail::flash_price_from},
    {"device.idle", nvme_gen4_sources[4].from},
    {"device.busy", nvme_gen4_sources[5].from},
    {"device.failures", detail::flash_failures_from},
    {"device.drive_writes", nvme_gen4_sources[7].from},
    {"device.rated_life", nvme_gen4_sources[8].from},
    {"device.embodied", detail::flash_carbon_from}};

inline constexpr basic_local_nvme<estimate> local_nvme_gen5 = {
    .name = "local NVMe, PCIe 5",
    .device = nvme_gen5,
    .host_read = range(55.0, 100.0, 112.0) * GB_per_second,
    .host_write = range(33.8, 60.0, 80.0) * GB_per_second,
    .latency = range(60.0, 80.0, 150.0) * microsecond,
    .filled = share{range(0.80, 0.90, 0.95)}};
inline constexpr sourced_field local_nvme_gen5_sources[] = {
    {"slots", {"eight drives of a host", "2023", confidence::high}},
    {"host_read",
     {"Azure AI benchmarking guide: 55.3 GB/s (H100 host, PCIe 4 drives), high end eight drives; likely assumed",
      "2024", confidence::low}},
    {"host_write",
     {"Azure AI benchmarking guide: 33.8 to 52.1 GB/s, high end eight drives; likely assumed", "2024",
      confidence::low}},
    {"latency", {"Micron 9550, 60 us typical; range assumed", "2025", confidence::low}},
    {"kept", {"none: as good as its host", "2026", confidence::high}},
    {"filled", {"assumed", "2026", confidence::assumed}},
    {"device.capacity", nvme_gen5_sources[0].from},
    {"device.read", nvme_gen5_sources[1].from},
    {"device.write", nvme_gen5_sources[2].from},
    {"device.price", detail::flash_price_from},
    {"device.idle", nvme_gen5_sources[4].from},
    {"device.busy", nvme_gen5_sources[5].from},
    {"device.failures", detail::flash_failures_from},
    {"device.drive_writes", nvme_gen5_sources[7].from},
    {"device.rated_life", nvme_gen5_sources[8].from},
    {"device.embodied", detail::flash_carbon_from}};

inline constexpr basic_parallel_file_system<estimate> flash_file_system = {
    .name = "parallel file system on flash",
    .device = nvme_large,
    .server = flash_server,
    .kept = {8, 2},
    .filled = share{range(0.80, 0.85, 0.95)},
    .reached = share{range(0.60, 0.75, 0.90)},
    .latency = range(150.0, 300.0, 1'000.0) * microsecond,
    .software = range(0.0, 0.02, 0.15) * USD / GB};
inline constexpr sourced_field flash_file_system_sources[] = {
    {"kept", {"usual of such systems: 8 + 2; VAST and others write wider stripes", "2025", confidence::medium}},
    {"filled", {"planning practice", "2026", confidence::low}},
    {"reached", {"assumed", "2026", confidence::assumed}},
    {"latency", {"assumed, vendors' figures of 150 us and more", "2026", confidence::low}},
    {"software",
     {"assumed: nothing for Lustre of one's own, up to the price of the drives for commercial systems", "2026",
      confidence::assumed}},
    {"device.capacity", nvme_large_sources[0].from},
    {"device.read", nvme_large_sources[1].from},
    {"device.write", nvme_large_sources[2].from},
    {"device.price", nvme_large_sources[3].from},
    {"device.idle", nvme_large_sources[4].from},
    {"device.busy", nvme_large_sources[5].from},
    {"device.failures", detail::flash_failures_from},
    {"device.drive_writes", nvme_large_sources[7].from},
    {"device.rated_life", nvme_large_sources[8].from},
    {"device.embodied", detail::flash_carbon_from},
    {"server.slots", flash_server_sources[0].from},
    {"server.read", flash_server_sources[1].from},
    {"server.write", flash_server_sources[2].from},
    {"server.price", flash_server_sources[3].from},
    {"server.idle", flash_server_sources[4].from},
    {"server.busy", flash_server_sources[5].from},
    {"server.failures", flash_server_sources[6].from},
    {"server.embodied", flash_server_sources[7].from}};

inline constexpr basic_object_store<estimate> disk_object_store = {
    .name = "object store on disks",
    .device = nearline_disk,
    .server = disk_server,
    .kept = {17, 3},
    .filled = share{range(0.80, 0.85, 0.95)},
    .reached = share{range(0.30, 0.60, 0.80)},
    .latency = range(10.0, 30.0, 100.0) * millisecond,
    .object = range(8.0, 64.0, 256.0) * MB};
inline constexpr sourced_field disk_object_store_sources[] = {
    {"kept", {"Backblaze vaults, 17 + 3", "2024", confidence::high}},
    {"filled", {"planning practice", "2026", confidence::low}},
    {"reached", {"assumed: disks seek between requests", "2026", confidence::assumed}},
    {"latency", {"assumed: 10 to 100 ms to the first byte", "2026", confidence::assumed}},
    {"object", {"assumed: shards of data sets", "2026", confidence::assumed}},
    {"streams", {"assumed, two for each disk", "2026", confidence::assumed}},
    {"software", {"none: open-source stores", "2026", confidence::medium}},
    {"device.capacity", nearline_disk_sources[0].from},
    {"device.read", nearline_disk_sources[1].from},
    {"device.write", nearline_disk_sources[2].from},
    {"device.price", nearline_disk_sources[3].from},
    {"device.idle", nearline_disk_sources[4].from},
    {"device.busy", nearline_disk_sources[5].from},
    {"device.failures", nearline_disk_sources[6].from},
    {"device.drive_writes", nearline_disk_sources[7].from},
    {"device.rated_life", nearline_disk_sources[8].from},
    {"device.embodied", nearline_disk_sources[9].from},
    {"server.slots", disk_server_sources[0].from},
    {"server.read", disk_server_sources[1].from},
    {"server.write", disk_server_sources[2].from},
    {"server.price", disk_server_sources[3].from},
    {"server.idle", disk_server_sources[4].from},
    {"server.busy", disk_server_sources[5].from},
    {"server.failures", disk_server_sources[6].from},
    {"server.embodied", disk_server_sources[7].from}};

/// A flash file system whose drives compress (ScaleFlux CSD 3000 class).
inline constexpr basic_computational_storage<estimate> compressing_file_system = {
    .name = "computational storage, compressing",
    .device =
        {.capacity = known(7.68) * TB,
         .read = range(6.5, 7.0, 7.1) * GB_per_second,
         .write = range(3.5, 4.0, 4.8) * GB_per_second,
         .price = range(0.09, 0.12, 0.40) * USD / GB,
         .idle = range(4.0, 5.0, 5.0) * watt,
         .busy = range(15.0, 18.0, 20.0) * watt,
         .failures = range(0.0035, 0.007, 0.012) / year,
         .drive_writes = range(1.0, 1.0, 3.0) * detail::drive_writes_a_day,
         .embodied = detail::flash_carbon},
    .interface_read = range(6.5, 7.0, 7.3) * GB_per_second,
    .interface_write = range(5.0, 6.5, 7.0) * GB_per_second,
    .server = flash_server,
    .kept = {8, 2},
    .filled = share{range(0.80, 0.85, 0.95)},
    .reached = share{range(0.60, 0.75, 0.90)},
    .compression = basic_ratio<estimate>{range(1.0, 1.15, 4.0)},
    .passed = share{known(1.0)},
    .latency = range(150.0, 300.0, 1'000.0) * microsecond,
    .software = range(0.0, 0.02, 0.15) * USD / GB};
inline constexpr sourced_field compressing_file_system_sources[] = {
    {"interface_read", {"ScaleFlux CSD 3000, PCIe 4 x4, 7 GB/s", "2022", confidence::medium}},
    {"interface_write",
     {"ScaleFlux CSD 3000: writes twice as fast at 2:1, within its interface; range assumed", "2022", confidence::low}},
    {"kept", {"as of a parallel file system", "2026", confidence::medium}},
    {"filled", {"planning practice", "2026", confidence::low}},
    {"reached", {"assumed as of a parallel file system", "2026", confidence::assumed}},
    {"compression",
     {"checkpoints: a seventh is bf16 weights that shrink by a third (ZipNN, arXiv 2411.05239), the rest hardly; "
      "ScaleFlux claims up to 4:1",
      "2024-11", confidence::low}},
    {"passed", {"nothing is selected in the drive", "2026", confidence::high}},
    {"latency", {"assumed as of a parallel file system", "2026", confidence::low}},
    {"software", {"assumed as of a parallel file system", "2026", confidence::assumed}},
    {"device.capacity", {"ScaleFlux CSD 3000, largest", "2022", confidence::high}},
    {"device.read", {"ScaleFlux CSD 3000 class", "2022", confidence::medium}},
    {"device.write", {"flash of its class, uncompressed; assumed", "2022", confidence::low}},
    {"device.price", {"assumed a fifth above flash of its class", "2026", confidence::assumed}},
    {"device.idle", {"ScaleFlux CSD 3000, under 5 W", "2022", confidence::high}},
    {"device.busy", {"ScaleFlux CSD 3000, under 20 W typical", "2022", confidence::high}},
    {"device.failures", detail::flash_failures_from},
    {"device.drive_writes",
     {"assumed as of flash of its class; compression comes on top", "2026", confidence::assumed}},
    {"device.rated_life", {"warranty of five years", "2022", confidence::high}},
    {"device.embodied", detail::flash_carbon_from},
    {"server.slots", flash_server_sources[0].from},
    {"server.read", flash_server_sources[1].from},
    {"server.write", flash_server_sources[2].from},
    {"server.price", flash_server_sources[3].from},
    {"server.idle", flash_server_sources[4].from},
    {"server.busy", flash_server_sources[5].from},
    {"server.failures", flash_server_sources[6].from},
    {"server.embodied", flash_server_sources[7].from}};

} // namespace tallywatt::catalog
