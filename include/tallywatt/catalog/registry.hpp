#pragma once
// Every object of the catalog with its id and its sources, for tests and listings:
//
//   catalog::each_entry([](char const* id, auto const& object, std::span<sourced_field const> sources) { ... });

#include <tallywatt/catalog/a100.hpp>
#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/b300.hpp>
#include <tallywatt/catalog/chip_supply.hpp>
#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/gaudi2.hpp>
#include <tallywatt/catalog/gaudi3.hpp>
#include <tallywatt/catalog/gb200.hpp>
#include <tallywatt/catalog/gb300.hpp>
#include <tallywatt/catalog/generation.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/groq_lpu.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h20.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/hbm.hpp>
#include <tallywatt/catalog/mi250x.hpp>
#include <tallywatt/catalog/mi300x.hpp>
#include <tallywatt/catalog/mi325x.hpp>
#include <tallywatt/catalog/mi355x.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/catalog/post_training.hpp>
#include <tallywatt/catalog/process_nodes.hpp>
#include <tallywatt/catalog/racks.hpp>
#include <tallywatt/catalog/reliability.hpp>
#include <tallywatt/catalog/scale_out.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/catalog/tpu_v3.hpp>
#include <tallywatt/catalog/tpu_v4.hpp>
#include <tallywatt/catalog/tpu_v5e.hpp>
#include <tallywatt/catalog/tpu_v5p.hpp>
#include <tallywatt/catalog/tpu_v6e.hpp>
#include <tallywatt/catalog/tpu_v7.hpp>
#include <tallywatt/catalog/training_stacks.hpp>
#include <tallywatt/catalog/traffic.hpp>
#include <tallywatt/catalog/v100.hpp>
#include <tallywatt/catalog/wan.hpp>
#include <tallywatt/catalog/wse3.hpp>

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
    TALLYWATT_ENTRY(b300_package);
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
    TALLYWATT_ENTRY(b300);
    TALLYWATT_ENTRY(hgx_b300);
    TALLYWATT_ENTRY(gb300);
    TALLYWATT_ENTRY(gb300_nvl72);
    TALLYWATT_ENTRY(h20);
    TALLYWATT_ENTRY(hgx_h20);
    TALLYWATT_ENTRY(a100_80gb);
    TALLYWATT_ENTRY(hgx_a100_80gb);
    TALLYWATT_ENTRY(a100_40gb);
    TALLYWATT_ENTRY(hgx_a100_40gb);
    TALLYWATT_ENTRY(v100);
    TALLYWATT_ENTRY(hgx_v100);
    TALLYWATT_ENTRY(mi300x);
    TALLYWATT_ENTRY(mi300x_platform);
    TALLYWATT_ENTRY(mi325x);
    TALLYWATT_ENTRY(mi325x_platform);
    TALLYWATT_ENTRY(mi355x);
    TALLYWATT_ENTRY(mi355x_platform);
    TALLYWATT_ENTRY(xgmi_mi355x);
    TALLYWATT_ENTRY(mi250x);
    TALLYWATT_ENTRY(mi250x_node);
    TALLYWATT_ENTRY(xgmi_mi250x);
    TALLYWATT_ENTRY(slingshot_200g);
    TALLYWATT_ENTRY(tpu_v3);
    TALLYWATT_ENTRY(tpu_v3_tray);
    TALLYWATT_ENTRY(ici_v3);
    TALLYWATT_ENTRY(tpu_v4);
    TALLYWATT_ENTRY(tpu_v4_tray);
    TALLYWATT_ENTRY(ici_v4);
    TALLYWATT_ENTRY(tpu_v5e);
    TALLYWATT_ENTRY(tpu_v5e_tray);
    TALLYWATT_ENTRY(ici_v5e);
    TALLYWATT_ENTRY(tpu_v5p);
    TALLYWATT_ENTRY(tpu_v5p_tray);
    TALLYWATT_ENTRY(ici_v5p);
    TALLYWATT_ENTRY(tpu_v6e);
    TALLYWATT_ENTRY(tpu_v6e_tray);
    TALLYWATT_ENTRY(ici_v6e);
    TALLYWATT_ENTRY(tpu_v7);
    TALLYWATT_ENTRY(tpu_v7_tray);
    TALLYWATT_ENTRY(ici_v7);
    TALLYWATT_ENTRY(tpu_network_25g);
    TALLYWATT_ENTRY(tpu_network_50g);
    TALLYWATT_ENTRY(tpu_network_100g);
    TALLYWATT_ENTRY(gaudi2);
    TALLYWATT_ENTRY(gaudi2_server);
    TALLYWATT_ENTRY(roce_gaudi2);
    TALLYWATT_ENTRY(gaudi2_network);
    TALLYWATT_ENTRY(gaudi3);
    TALLYWATT_ENTRY(gaudi3_server);
    TALLYWATT_ENTRY(roce_gaudi3);
    TALLYWATT_ENTRY(gaudi3_network);
    TALLYWATT_ENTRY(groq_lpu);
    TALLYWATT_ENTRY(groq_node);
    TALLYWATT_ENTRY(c2c_groq_node);
    TALLYWATT_ENTRY(c2c_groq_global);
    TALLYWATT_ENTRY(wse3);
    TALLYWATT_ENTRY(cs3);
    TALLYWATT_ENTRY(single_wafer);
    TALLYWATT_ENTRY(swarmx);
    TALLYWATT_ENTRY(nvlink4_h100);
    TALLYWATT_ENTRY(nvlink4_h200);
    TALLYWATT_ENTRY(nvlink4_h800);
    TALLYWATT_ENTRY(nvlink5_hgx);
    TALLYWATT_ENTRY(nvlink5_nvl72);
    TALLYWATT_ENTRY(nvlink3_a100);
    TALLYWATT_ENTRY(nvlink2_v100);
    TALLYWATT_ENTRY(xgmi_mi300x);
    TALLYWATT_ENTRY(infiniband_ndr);
    TALLYWATT_ENTRY(roce_400g);
    TALLYWATT_ENTRY(infiniband_hdr);
    TALLYWATT_ENTRY(roce_200g);
    TALLYWATT_ENTRY(infiniband_xdr);
    TALLYWATT_ENTRY(roce_800g);
    TALLYWATT_ENTRY(cabinet_42u);
    TALLYWATT_ENTRY(nvl72_rack);
    TALLYWATT_ENTRY(sglang_2025);
    TALLYWATT_ENTRY(vllm_2025);
    TALLYWATT_ENTRY(chat);
    TALLYWATT_ENTRY(code_completion);
    TALLYWATT_ENTRY(long_input);
    TALLYWATT_ENTRY(agents);
    TALLYWATT_ENTRY(reasoning);
    TALLYWATT_ENTRY(deepseek_day);
    TALLYWATT_ENTRY(trtllm_2025);
    TALLYWATT_ENTRY(deepseek_2025);
    TALLYWATT_ENTRY(megatron_2021);
    TALLYWATT_ENTRY(megatron_2022);
    TALLYWATT_ENTRY(mosaic_2023);
    TALLYWATT_ENTRY(mosaic_2024);
    TALLYWATT_ENTRY(megatron_2024);
    TALLYWATT_ENTRY(nemo_2025);
    TALLYWATT_ENTRY(nemo_2026);
    TALLYWATT_ENTRY(llama3_2024);
    TALLYWATT_ENTRY(dualpipe_2024);
    TALLYWATT_ENTRY(palm_2022);
    TALLYWATT_ENTRY(llama3_cluster);
    TALLYWATT_ENTRY(rsc1_cluster);
    TALLYWATT_ENTRY(rsc2_cluster);
    TALLYWATT_ENTRY(opt_cluster);
    TALLYWATT_ENTRY(byterobust_cluster);
    TALLYWATT_ENTRY(file_system_checkpoints);
    TALLYWATT_ENTRY(in_memory_checkpoints);
    TALLYWATT_ENTRY(campus_link);
    TALLYWATT_ENTRY(region_link);
    TALLYWATT_ENTRY(continent_link);
    for (model_entry const& e : all_models)
        visit(e.id, *e.shape, e.sources);
    TALLYWATT_ENTRY(gpt_4);
    TALLYWATT_ENTRY(gemini_1_5_pro);
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
