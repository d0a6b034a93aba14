#pragma once
// Every object of the catalog with its id and its sources, for tests and listings:
//
//   catalog::each_entry([](char const* id, auto const& object, std::span<sourced_field const> sources) { ... });

#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/chip_supply.hpp>
#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/gb200.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/hbm.hpp>
#include <tallywatt/catalog/mi300x.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/catalog/process_nodes.hpp>
#include <tallywatt/catalog/racks.hpp>
#include <tallywatt/catalog/generation.hpp>
#include <tallywatt/catalog/stacks.hpp>

namespace tallywatt::catalog {

/// Calls visit(id, object, sources) for every object of the catalog.
template <class V>
constexpr void each_entry(V&& visit) {
#define TALLYWATT_ENTRY(name) visit(#name, name, std::span<sourced_field const>(name##_sources))
    TALLYWATT_ENTRY(tsmc_4n);
    TALLYWATT_ENTRY(tsmc_n7);
    TALLYWATT_ENTRY(tsmc_n6);
    TALLYWATT_ENTRY(interposer_65nm);
    TALLYWATT_ENTRY(hbm3_16);
    TALLYWATT_ENTRY(hbm3_24);
    TALLYWATT_ENTRY(hbm3e_24);
    TALLYWATT_ENTRY(hbm3e_36);
    TALLYWATT_ENTRY(gh100);
    TALLYWATT_ENTRY(blackwell_die);
    TALLYWATT_ENTRY(mi300x_xcd);
    TALLYWATT_ENTRY(mi300x_iod);
    TALLYWATT_ENTRY(h100_package);
    TALLYWATT_ENTRY(h800_package);
    TALLYWATT_ENTRY(h200_package);
    TALLYWATT_ENTRY(b200_package);
    TALLYWATT_ENTRY(mi300x_package);
    TALLYWATT_ENTRY(nvidia_2025);
    TALLYWATT_ENTRY(h100);
    TALLYWATT_ENTRY(hgx_h100);
    TALLYWATT_ENTRY(h800);
    TALLYWATT_ENTRY(hgx_h800);
    TALLYWATT_ENTRY(h200);
    TALLYWATT_ENTRY(hgx_h200);
    TALLYWATT_ENTRY(b200);
    TALLYWATT_ENTRY(hgx_b200);
    TALLYWATT_ENTRY(gb200);
    TALLYWATT_ENTRY(gb200_nvl72);
    TALLYWATT_ENTRY(mi300x);
    TALLYWATT_ENTRY(mi300x_platform);
    TALLYWATT_ENTRY(nvlink4_h100);
    TALLYWATT_ENTRY(nvlink4_h200);
    TALLYWATT_ENTRY(nvlink4_h800);
    TALLYWATT_ENTRY(nvlink5_hgx);
    TALLYWATT_ENTRY(nvlink5_nvl72);
    TALLYWATT_ENTRY(xgmi_mi300x);
    TALLYWATT_ENTRY(infiniband_ndr);
    TALLYWATT_ENTRY(roce_400g);
    TALLYWATT_ENTRY(cabinet_42u);
    TALLYWATT_ENTRY(nvl72_rack);
    TALLYWATT_ENTRY(sglang_2025);
    TALLYWATT_ENTRY(vllm_2025);
    TALLYWATT_ENTRY(trtllm_2025);
    TALLYWATT_ENTRY(deepseek_2025);
    TALLYWATT_ENTRY(deepseek_v3);
    TALLYWATT_ENTRY(deepseek_r1);
    TALLYWATT_ENTRY(llama_3_1_70b);
    TALLYWATT_ENTRY(llama_3_1_405b);
    TALLYWATT_ENTRY(mixtral_8x22b);
    TALLYWATT_ENTRY(ashburn);
    TALLYWATT_ENTRY(dublin);
    TALLYWATT_ENTRY(lulea);
    TALLYWATT_ENTRY(air_cooled_chiller);
    TALLYWATT_ENTRY(water_cooled_chiller);
    TALLYWATT_ENTRY(dry_cooler);
    TALLYWATT_ENTRY(cooling_tower);
    TALLYWATT_ENTRY(air_contained);
    TALLYWATT_ENTRY(direct_to_chip);
    TALLYWATT_ENTRY(direct_to_chip_tower);
    TALLYWATT_ENTRY(combined_cycle);
    TALLYWATT_ENTRY(pjm_virginia);
    TALLYWATT_ENTRY(ercot_texas);
    TALLYWATT_ENTRY(sweden);
#undef TALLYWATT_ENTRY
}

} // namespace tallywatt::catalog
