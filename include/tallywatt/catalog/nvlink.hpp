#pragma once
// Scale-up domains of earlier and later NVLink generations; those of H100, H200, B200 and GB200 are in fabrics.hpp.
// alpha is device time, `launch` the rest of what host-launched sweeps print for small payloads.

#include <tallywatt/catalog/fabrics.hpp>

namespace tallywatt::catalog {

/// NVLink 3 through NVSwitch, 8 x A100: a ring for everything, the switches add nothing up.
inline constexpr basic_scale_up<estimate> nvlink3_a100 = {
    .name = "NVLink 3, 8 x A100",
    .reduction =
        {.alpha = range(9.0, 15.0, 20.0) * microsecond,
         .launch = range(20.0, 25.0, 32.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(range(11.5, 14.0, 21.8)),
         .bandwidth = range(238.1, 243.0, 248.8) * GB_per_second},
    .ring =
        {.alpha = range(8.0, 12.0, 20.0) * microsecond,
         .launch = range(6.0, 15.0, 32.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(range(4.5, 8.0, 14.0)),
         .bandwidth = range(225.0, 231.0, 243.0) * GB_per_second},
    .reduction_ranks = 9,
    .exchange_share = share{range(0.67, 0.70, 0.72)},
    .exchange_alpha = range(22.0, 30.0, 45.0) * microsecond,
    .domain = 8};
inline constexpr sourced_field nvlink3_a100_sources[] = {
    {"name", detail::fabric::link_up},
    {"reduction",
     {"all-reduce sweeps on 8 x A100, 1 KiB to 16 GiB, fitted: Azure AI benchmarking guide (40.7 us with launch, 238 GB/s, "
      "11.5; mean error 7.2 %) and Machine Learning Engineering open book (40.4 us, 249 GB/s, 21.8; 7.9 %); 67 MB in 675 us "
      "(Vidur network profile) lies between",
      "2026-08-22", confidence::high}},
    {"reduction.alpha",
     {"assumed: device time of a 40 us call, as the rings of H100 with two hops more of latency", "2026", confidence::assumed}},
    {"reduction.launch", {"40 us of the sweeps less the device's share", "2026-08-22", confidence::medium}},
    {"ring", {"NVLink 4's ring kernels by link rate, taken over for lack of a table", "2026", confidence::low}},
    {"ring.bandwidth", {"NVIDIA GTC slides, 232 of 300 GB/s", "2025-03", confidence::high}},
    {"reduction_ranks", {"NVSwitch of this generation does not add up: never", "2020", confidence::high}},
    {"exchange_share", {"NVIDIA GTC slides: all-to-all 210 of 300 GB/s", "2025-03", confidence::high}},
    {"exchange_alpha", {"DeepEP V1 on H800, a little more assumed", "2025-04", confidence::low}},
    {"domain", detail::fabric::link_up}};

/// NVLink 2 in a hybrid cube mesh, 8 x V100. Pairs without a link of their own go through a neighbour; rings do not.
inline constexpr basic_scale_up<estimate> nvlink2_v100 = {
    .name = "NVLink 2, 8 x V100",
    .reduction =
        {.alpha = range(9.0, 18.0, 25.0) * microsecond,
         .launch = range(15.0, 25.0, 40.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(range(11.5, 18.0, 30.0)),
         .bandwidth = range(115.0, 122.0, 130.0) * GB_per_second},
    .ring =
        {.alpha = range(8.0, 15.0, 25.0) * microsecond,
         .launch = range(6.0, 20.0, 40.0) * microsecond,
         .size_latency = microseconds_per_root_megabyte(range(8.0, 14.0, 30.0)),
         .bandwidth = range(115.0, 122.0, 130.0) * GB_per_second},
    .reduction_ranks = 9,
    .exchange_share = share{range(0.3, 0.45, 0.6)},
    .exchange_alpha = range(22.0, 35.0, 60.0) * microsecond,
    .domain = 8};
inline constexpr sourced_field nvlink2_v100_sources[] = {
    {"name", detail::fabric::own},
    {"reduction", {"assumed from NVLink 3 by link rate; no sweep located", "2026", confidence::assumed}},
    {"reduction.bandwidth", {"NVIDIA GTC slides, 122 of 150 GB/s", "2025-03", confidence::medium}},
    {"ring", {"assumed from NVLink 3 by link rate; no sweep located", "2026", confidence::assumed}},
    {"ring.bandwidth", {"NVIDIA GTC slides, 122 of 150 GB/s", "2025-03", confidence::medium}},
    {"reduction_ranks", {"no switches: never", "2017", confidence::high}},
    {"exchange_share", {"assumed: half of the pairs are two links apart", "2026", confidence::assumed}},
    {"exchange_alpha", {"assumed from DeepEP V1 on H800", "2026", confidence::assumed}},
    {"domain", detail::fabric::own}};

} // namespace tallywatt::catalog
