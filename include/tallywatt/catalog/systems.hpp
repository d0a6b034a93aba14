#pragma once
// Every system of the catalog as it is sold: servers, racks, pods.
//
//   for (catalog::system_entry const& e : catalog::all_systems) use(e.id, *e.sheet, *e.accelerator);

#include <tallywatt/catalog/accelerators.hpp>
#include <tallywatt/catalog/datasheets/nvidia_systems.hpp>
#include <tallywatt/catalog/datasheets/other_systems.hpp>

namespace tallywatt::catalog {

struct system_entry {
    char const* id = "";
    basic_system_sheet<estimate> const* sheet = nullptr;
    std::span<sourced_field const> sources{};
    basic_datasheet<estimate> const* accelerator = nullptr;
    std::array<char const*, 4> aliases{};
};

inline constexpr system_entry all_systems[] = {
    {"dgx_a100_system", &dgx_a100_system, dgx_a100_system_sources, &a100_80gb_sheet, {"DGX A100", "HGX A100"}},
    {"dgx_h100_system", &dgx_h100_system, dgx_h100_system_sources, &h100_sheet, {"DGX H100", "HGX H100"}},
    {"dgx_h200_system", &dgx_h200_system, dgx_h200_system_sources, &h200_sheet, {"DGX H200", "HGX H200"}},
    {"dgx_b200_system", &dgx_b200_system, dgx_b200_system_sources, &b200_sheet, {"DGX B200", "HGX B200"}},
    {"gb200_nvl72_system", &gb200_nvl72_system, gb200_nvl72_system_sources, &gb200_sheet, {"GB200 NVL72", "NVL72"}},
    {"gb300_nvl72_system", &gb300_nvl72_system, gb300_nvl72_system_sources, &gb300_sheet, {"GB300 NVL72"}},
    {"rubin_nvl72_system",
     &rubin_nvl72_system,
     rubin_nvl72_system_sources,
     &rubin_sheet,
     {"Vera Rubin NVL72", "VR200 NVL72", "Rubin NVL72"}},
    {"mi300x_system", &mi300x_system, mi300x_system_sources, &mi300x_sheet, {"MI300X server", "MI300X platform"}},
    {"cloudmatrix_384_system",
     &cloudmatrix_384_system,
     cloudmatrix_384_system_sources,
     &ascend_910c_sheet,
     {"CloudMatrix 384", "CloudMatrix"}},
    {"tpu_v4_pod_system", &tpu_v4_pod_system, tpu_v4_pod_system_sources, &tpu_v4_sheet, {"TPU v4 pod"}},
    {"tpu_v5p_pod_system", &tpu_v5p_pod_system, tpu_v5p_pod_system_sources, &tpu_v5p_sheet, {"TPU v5p pod"}},
    {"tpu_v7_pod_system",
     &tpu_v7_pod_system,
     tpu_v7_pod_system_sources,
     &tpu_v7_sheet,
     {"TPU7x pod", "Ironwood pod", "TPU v7 pod"}},
    {"trn2_ultraserver_system",
     &trn2_ultraserver_system,
     trn2_ultraserver_system_sources,
     &trainium2_sheet,
     {"Trn2 UltraServer", "Trainium2 UltraServer"}},
    {"trn3_ultraserver_system",
     &trn3_ultraserver_system,
     trn3_ultraserver_system_sources,
     &trainium3_sheet,
     {"Trn3 UltraServer", "Trainium3 UltraServer", "Trn3 UltraServer Gen2"}},
    {"cs3_system", &cs3_system, cs3_system_sources, &wse3_sheet, {"CS-3", "Cerebras CS-3"}}};

} // namespace tallywatt::catalog
