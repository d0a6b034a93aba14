#pragma once
// What training samples weigh: MLPerf Storage's loads and text.
//
//   byte_rate<> r = reading(data_loading(catalog::mlperf_volumes), 7.0 / (0.323 * second));   // of one H100

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/workload/data_loading.hpp>

namespace tallywatt::catalog {

/// 3D U-Net: whole volumes. MLPerf Storage has an H100 take seven in 0.323 s.
inline constexpr basic_data_loading<estimate> mlperf_volumes = {
    .sample = known(146'600'628.0) * byte, .amplification = basic_ratio<estimate>{known(1.0)}};
inline constexpr sourced_field mlperf_volumes_sources[] = {
    {"sample", {"MLPerf Storage v2.0, workload unet3d_h100: mean record", "2025-06", confidence::high}},
    {"amplification", {"by the benchmark: each record is read once", "2025-06", confidence::high}},
    {"cached", {"by the benchmark: data sets exceed the hosts' memory five times", "2025-06", confidence::high}}};

/// ResNet-50: pictures. MLPerf Storage has an H100 take 400 in 0.224 s.
inline constexpr basic_data_loading<estimate> mlperf_pictures = {
    .sample = known(114'660.07) * byte, .amplification = basic_ratio<estimate>{known(1.0)}};
inline constexpr sourced_field mlperf_pictures_sources[] = {
    {"sample", {"MLPerf Storage v2.0, workload resnet50_h100: mean record", "2025-06", confidence::high}},
    {"amplification", {"by the benchmark: each record is read once", "2025-06", confidence::high}},
    {"cached", {"by the benchmark: data sets exceed the hosts' memory five times", "2025-06", confidence::high}}};

/// One token of text, as an id.
inline constexpr basic_data_loading<estimate> text_tokens = {
    .sample = range(2.0, 4.0, 8.0) * byte, .amplification = basic_ratio<estimate>{range(1.0, 1.1, 2.0)}};
inline constexpr sourced_field text_tokens_sources[] = {
    {"sample",
     {"ids of 16 bits (vocabularies below 65,536) or 32; 64 where frameworks store them so", "2025",
      confidence::medium}},
    {"amplification", {"assumed: shards are read whole, some is dropped or read again", "2026", confidence::assumed}},
    {"cached", {"none: each token is read once", "2026", confidence::high}}};

} // namespace tallywatt::catalog
