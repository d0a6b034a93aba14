#pragma once
// Every object of the catalog with its id and its sources, for tests and listings:
//
//   catalog::each_entry([](char const* id, auto const& object, std::span<sourced_field const> sources) { ... });

#include <tallywatt/catalog/a100.hpp>
#include <tallywatt/catalog/accelerators.hpp>
#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/b300.hpp>
#include <tallywatt/catalog/boards.hpp>
#include <tallywatt/catalog/cache_tiers.hpp>
#include <tallywatt/catalog/chip_supply.hpp>
#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/data_loading.hpp>
#include <tallywatt/catalog/electrical.hpp>
#include <tallywatt/catalog/embodied_carbon.hpp>
#include <tallywatt/catalog/embodied_water.hpp>
#include <tallywatt/catalog/export_limits.hpp>
#include <tallywatt/catalog/fab_grids.hpp>
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
#include <tallywatt/catalog/hbm_generations.hpp>
#include <tallywatt/catalog/memory_pools.hpp>
#include <tallywatt/catalog/mi250x.hpp>
#include <tallywatt/catalog/mi300x.hpp>
#include <tallywatt/catalog/mi325x.hpp>
#include <tallywatt/catalog/mi355x.hpp>
#include <tallywatt/catalog/media.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/networks.hpp>
#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/catalog/packages/amd.hpp>
#include <tallywatt/catalog/packages/china.hpp>
#include <tallywatt/catalog/packages/nvidia.hpp>
#include <tallywatt/catalog/packages/own_silicon.hpp>
#include <tallywatt/catalog/packages/sram.hpp>
#include <tallywatt/catalog/packages/wafer_scale.hpp>
#include <tallywatt/catalog/part_failures.hpp>
#include <tallywatt/catalog/post_training.hpp>
#include <tallywatt/catalog/process_nodes.hpp>
#include <tallywatt/catalog/racks.hpp>
#include <tallywatt/catalog/reliability.hpp>
#include <tallywatt/catalog/rents.hpp>
#include <tallywatt/catalog/residuals.hpp>
#include <tallywatt/catalog/scale_out.hpp>
#include <tallywatt/catalog/scale_up_links.hpp>
#include <tallywatt/catalog/sources.hpp>
#include <tallywatt/catalog/sites.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/catalog/storage.hpp>
#include <tallywatt/catalog/supply.hpp>
#include <tallywatt/catalog/switches.hpp>
#include <tallywatt/catalog/systems.hpp>
#include <tallywatt/catalog/tariffs.hpp>
#include <tallywatt/catalog/training_budgets.hpp>
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
    TALLYWATT_ENTRY(tsmc_n5);
    TALLYWATT_ENTRY(tsmc_n3);
    TALLYWATT_ENTRY(tsmc_n2);
    TALLYWATT_ENTRY(tsmc_a16);
    TALLYWATT_ENTRY(tsmc_n10);
    TALLYWATT_ENTRY(tsmc_n12);
    TALLYWATT_ENTRY(tsmc_n28);
    TALLYWATT_ENTRY(globalfoundries_14);
    TALLYWATT_ENTRY(smic_n2);
    TALLYWATT_ENTRY(interposer_65nm);
    TALLYWATT_ENTRY(cowos_l_layers);
    TALLYWATT_ENTRY(hbm2_8);
    TALLYWATT_ENTRY(hbm2e_8);
    TALLYWATT_ENTRY(hbm2e_16);
    TALLYWATT_ENTRY(hbm3_16);
    TALLYWATT_ENTRY(hbm3_24);
    TALLYWATT_ENTRY(hbm3e_24);
    TALLYWATT_ENTRY(hbm3e_36);
    TALLYWATT_ENTRY(hbm4_36);
    TALLYWATT_ENTRY(hbm2);
    TALLYWATT_ENTRY(hbm2e);
    TALLYWATT_ENTRY(hbm3);
    TALLYWATT_ENTRY(hbm3e);
    TALLYWATT_ENTRY(hbm4);
    TALLYWATT_ENTRY(hbm4e);
    TALLYWATT_ENTRY(hbm3e_assembly);
    TALLYWATT_ENTRY(hbm3e_assembly_2024);
    TALLYWATT_ENTRY(industry);
    TALLYWATT_ENTRY(accelerators_2025);
    TALLYWATT_ENTRY(cowos_buyers_2025);
    TALLYWATT_ENTRY(cowos_buyers_2026);
    TALLYWATT_ENTRY(cowos_kinds_2025);
    TALLYWATT_ENTRY(hbm_makers_2025);
    TALLYWATT_ENTRY(euv_scanner);
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
    TALLYWATT_ENTRY(gv100);
    TALLYWATT_ENTRY(v100_package);
    TALLYWATT_ENTRY(ga100);
    TALLYWATT_ENTRY(a100_80gb_package);
    TALLYWATT_ENTRY(a100_40gb_package);
    TALLYWATT_ENTRY(h20_package);
    TALLYWATT_ENTRY(gh100_pcie);
    TALLYWATT_ENTRY(h100_pcie_package);
    TALLYWATT_ENTRY(ad102_l40s);
    TALLYWATT_ENTRY(ad102_rtx_4090);
    TALLYWATT_ENTRY(l40s_package);
    TALLYWATT_ENTRY(rtx_4090_package);
    TALLYWATT_ENTRY(rubin_die);
    TALLYWATT_ENTRY(rubin_package);
    TALLYWATT_ENTRY(mi250x_die);
    TALLYWATT_ENTRY(mi250x_package);
    TALLYWATT_ENTRY(mi325x_package);
    TALLYWATT_ENTRY(mi355x_xcd);
    TALLYWATT_ENTRY(mi355x_iod);
    TALLYWATT_ENTRY(mi355x_package);
    TALLYWATT_ENTRY(tpu_v4_die);
    TALLYWATT_ENTRY(tpu_v4_package);
    TALLYWATT_ENTRY(trainium2_die);
    TALLYWATT_ENTRY(trainium2_package);
    TALLYWATT_ENTRY(maia_100_die);
    TALLYWATT_ENTRY(maia_100_package);
    TALLYWATT_ENTRY(mtia_v1_die);
    TALLYWATT_ENTRY(mtia_v1_package);
    TALLYWATT_ENTRY(mtia_v2_die);
    TALLYWATT_ENTRY(mtia_v2_package);
    TALLYWATT_ENTRY(dojo_d1_die);
    TALLYWATT_ENTRY(dojo_tile_package);
    TALLYWATT_ENTRY(dojo_d1_package);
    TALLYWATT_ENTRY(gaudi2_die);
    TALLYWATT_ENTRY(gaudi2_package);
    TALLYWATT_ENTRY(gaudi3_die);
    TALLYWATT_ENTRY(gaudi3_package);
    TALLYWATT_ENTRY(groq_lpu_die);
    TALLYWATT_ENTRY(groq_lpu_package);
    TALLYWATT_ENTRY(wse2_wafer);
    TALLYWATT_ENTRY(wse2_package);
    TALLYWATT_ENTRY(wse3_wafer);
    TALLYWATT_ENTRY(wse3_package);
    TALLYWATT_ENTRY(bow_die);
    TALLYWATT_ENTRY(bow_power_die);
    TALLYWATT_ENTRY(bow_package);
    TALLYWATT_ENTRY(hanguang_800_die);
    TALLYWATT_ENTRY(hanguang_800_package);
    TALLYWATT_ENTRY(wormhole_die);
    TALLYWATT_ENTRY(wormhole_package);
    TALLYWATT_ENTRY(wormhole_n300_packages);
    TALLYWATT_ENTRY(blackhole_die);
    TALLYWATT_ENTRY(blackhole_package);
    TALLYWATT_ENTRY(ascend_910b_die);
    TALLYWATT_ENTRY(ascend_io_die);
    TALLYWATT_ENTRY(ascend_910b_package);
    TALLYWATT_ENTRY(ascend_910c_package);
    TALLYWATT_ENTRY(br100_die);
    TALLYWATT_ENTRY(br100_package);
    TALLYWATT_ENTRY(br104_package);
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
    TALLYWATT_ENTRY(quantum);
    TALLYWATT_ENTRY(quantum_2);
    TALLYWATT_ENTRY(quantum_x800);
    TALLYWATT_ENTRY(quantum_x_photonics);
    TALLYWATT_ENTRY(tomahawk_2);
    TALLYWATT_ENTRY(tomahawk_3);
    TALLYWATT_ENTRY(tomahawk_4);
    TALLYWATT_ENTRY(tomahawk_5);
    TALLYWATT_ENTRY(tomahawk_6);
    TALLYWATT_ENTRY(spectrum_x_photonics);
    TALLYWATT_ENTRY(dac_100g_lanes);
    TALLYWATT_ENTRY(dac_200g_lanes);
    TALLYWATT_ENTRY(acc_100g_lanes);
    TALLYWATT_ENTRY(aec_100g_lanes);
    TALLYWATT_ENTRY(copper_spine);
    TALLYWATT_ENTRY(dsp_100g);
    TALLYWATT_ENTRY(dsp_200g_infiniband);
    TALLYWATT_ENTRY(dsp_200g);
    TALLYWATT_ENTRY(dsp_400g_infiniband);
    TALLYWATT_ENTRY(dsp_400g);
    TALLYWATT_ENTRY(dsp_800g_infiniband);
    TALLYWATT_ENTRY(dsp_800g);
    TALLYWATT_ENTRY(dsp_800g_2km);
    TALLYWATT_ENTRY(dsp_1600g);
    TALLYWATT_ENTRY(lro_800g);
    TALLYWATT_ENTRY(lpo_800g);
    TALLYWATT_ENTRY(lpo_400g);
    TALLYWATT_ENTRY(cpo_1600g);
    TALLYWATT_ENTRY(chip_to_chip_photonics);
    TALLYWATT_ENTRY(roce_100g);
    TALLYWATT_ENTRY(roce_1600g);
    TALLYWATT_ENTRY(roce_400g_hashed);
    TALLYWATT_ENTRY(roce_800g_hashed);
    TALLYWATT_ENTRY(roce_800g_linear);
    TALLYWATT_ENTRY(infiniband_xdr_photonics);
    TALLYWATT_ENTRY(roce_800g_photonics);
    TALLYWATT_ENTRY(nvlink3);
    TALLYWATT_ENTRY(nvlink4);
    TALLYWATT_ENTRY(nvlink5);
    TALLYWATT_ENTRY(nvlink6);
    TALLYWATT_ENTRY(infinity_fabric);
    TALLYWATT_ENTRY(gaudi_mesh);
    TALLYWATT_ENTRY(ici_3d);
    TALLYWATT_ENTRY(neuronlink3);
    TALLYWATT_ENTRY(neuronlink4);
    TALLYWATT_ENTRY(unified_bus);
    TALLYWATT_ENTRY(tpu_v4_torus);
    TALLYWATT_ENTRY(tpu_v7_torus);
    TALLYWATT_ENTRY(llama3_parts);
    TALLYWATT_ENTRY(cabinet_42u);
    TALLYWATT_ENTRY(fab_taiwan);
    TALLYWATT_ENTRY(fab_korea);
    TALLYWATT_ENTRY(fab_japan);
    TALLYWATT_ENTRY(fab_arizona);
    TALLYWATT_ENTRY(fab_ireland);
    TALLYWATT_ENTRY(fab_singapore);
    TALLYWATT_ENTRY(fab_china);
    TALLYWATT_ENTRY(act_28nm);
    TALLYWATT_ENTRY(act_20nm);
    TALLYWATT_ENTRY(act_14nm);
    TALLYWATT_ENTRY(act_10nm);
    TALLYWATT_ENTRY(act_8nm);
    TALLYWATT_ENTRY(act_7nm);
    TALLYWATT_ENTRY(act_5nm);
    TALLYWATT_ENTRY(act_3nm);
    TALLYWATT_ENTRY(server_parts);
    TALLYWATT_ENTRY(server_parts_water);
    TALLYWATT_ENTRY(hgx_h100_host_bill);
    TALLYWATT_ENTRY(hgx_h100_baseboard);
    TALLYWATT_ENTRY(hgx_b200_baseboard);
    TALLYWATT_ENTRY(cabinet_bill);
    TALLYWATT_ENTRY(cluster_parts);
    TALLYWATT_ENTRY(bis_2022);
    TALLYWATT_ENTRY(bis_2023);
    TALLYWATT_ENTRY(bis_2026_review);
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
    TALLYWATT_ENTRY(nvme_gen4);
    TALLYWATT_ENTRY(nvme_gen5);
    TALLYWATT_ENTRY(nvme_large);
    TALLYWATT_ENTRY(nearline_disk);
    TALLYWATT_ENTRY(flash_server);
    TALLYWATT_ENTRY(disk_server);
    TALLYWATT_ENTRY(local_nvme_gen4);
    TALLYWATT_ENTRY(local_nvme_gen5);
    TALLYWATT_ENTRY(flash_file_system);
    TALLYWATT_ENTRY(disk_object_store);
    TALLYWATT_ENTRY(compressing_file_system);
    TALLYWATT_ENTRY(mlperf_volumes);
    TALLYWATT_ENTRY(mlperf_pictures);
    TALLYWATT_ENTRY(text_tokens);
    TALLYWATT_ENTRY(cxl_pool);
    TALLYWATT_ENTRY(cache_in_hbm);
    TALLYWATT_ENTRY(cache_in_host);
    TALLYWATT_ENTRY(cache_in_pool);
    TALLYWATT_ENTRY(cache_on_nvme);
    TALLYWATT_ENTRY(cache_on_network);
    TALLYWATT_ENTRY(deepseek_reuse);
    TALLYWATT_ENTRY(mooncake_conversations);
    TALLYWATT_ENTRY(mooncake_synthetic);
    TALLYWATT_ENTRY(campus_route);
    TALLYWATT_ENTRY(region_route);
    TALLYWATT_ENTRY(continent_route);
    TALLYWATT_ENTRY(sub_terahertz_radio);
    TALLYWATT_ENTRY(campus_link);
    TALLYWATT_ENTRY(region_link);
    TALLYWATT_ENTRY(continent_link);
    for (model_entry const& e : all_models)
        visit(e.id, *e.shape, e.sources);
    for (accelerator_entry const& e : all_accelerators) {
        visit(e.sheet_id, *e.sheet, e.sheet_sources);
        if (e.from_sheet && e.model != nullptr)
            visit(e.id, *e.model, e.model_sources);
    }
    for (system_entry const& e : all_systems)
        visit(e.id, *e.sheet, e.sources);
    TALLYWATT_ENTRY(gpt_4);
    TALLYWATT_ENTRY(gemini_1_5_pro);
    TALLYWATT_ENTRY(ashburn);
    TALLYWATT_ENTRY(dublin);
    TALLYWATT_ENTRY(lulea);
    TALLYWATT_ENTRY(dallas);
    TALLYWATT_ENTRY(phoenix);
    TALLYWATT_ENTRY(council_bluffs);
    TALLYWATT_ENTRY(the_dalles);
    TALLYWATT_ENTRY(golden);
    TALLYWATT_ENTRY(las_vegas);
    TALLYWATT_ENTRY(charleston);
    TALLYWATT_ENTRY(sao_paulo);
    TALLYWATT_ENTRY(quilicura);
    TALLYWATT_ENTRY(frankfurt);
    TALLYWATT_ENTRY(amsterdam);
    TALLYWATT_ENTRY(eemshaven);
    TALLYWATT_ENTRY(saint_ghislain);
    TALLYWATT_ENTRY(london);
    TALLYWATT_ENTRY(paris);
    TALLYWATT_ENTRY(stockholm);
    TALLYWATT_ENTRY(hamina);
    TALLYWATT_ENTRY(mumbai);
    TALLYWATT_ENTRY(chennai);
    TALLYWATT_ENTRY(singapore);
    TALLYWATT_ENTRY(changhua);
    TALLYWATT_ENTRY(tokyo);
    TALLYWATT_ENTRY(dubai);
    TALLYWATT_ENTRY(sydney);
    TALLYWATT_ENTRY(melbourne);
    TALLYWATT_ENTRY(zhangbei);
    TALLYWATT_ENTRY(guian);
    TALLYWATT_ENTRY(ulanqab);
    TALLYWATT_ENTRY(zhongwei);
    TALLYWATT_ENTRY(air_cooled_chiller);
    TALLYWATT_ENTRY(water_cooled_chiller);
    TALLYWATT_ENTRY(dry_cooler);
    TALLYWATT_ENTRY(cooling_tower);
    TALLYWATT_ENTRY(adiabatic_cooler);
    TALLYWATT_ENTRY(condenser_only);
    TALLYWATT_ENTRY(air_contained);
    TALLYWATT_ENTRY(direct_to_chip);
    TALLYWATT_ENTRY(direct_to_chip_tower);
    TALLYWATT_ENTRY(air_room);
    TALLYWATT_ENTRY(air_contained_tower);
    TALLYWATT_ENTRY(air_outdoor);
    TALLYWATT_ENTRY(rear_door);
    TALLYWATT_ENTRY(direct_to_chip_adiabatic);
    TALLYWATT_ENTRY(direct_to_chip_two_phase);
    TALLYWATT_ENTRY(immersion_one_phase);
    TALLYWATT_ENTRY(immersion_two_phase);
    TALLYWATT_ENTRY(chain_legacy);
    TALLYWATT_ENTRY(chain_silicon);
    TALLYWATT_ENTRY(chain_carbide);
    TALLYWATT_ENTRY(chain_rack_battery);
    TALLYWATT_ENTRY(path_48v);
    TALLYWATT_ENTRY(path_48v_gallium);
    TALLYWATT_ENTRY(path_400v);
    TALLYWATT_ENTRY(path_800v);
    TALLYWATT_ENTRY(new_build);
    TALLYWATT_ENTRY(retrofit);
    TALLYWATT_ENTRY(modular_shell);
    TALLYWATT_ENTRY(edge_site);
    TALLYWATT_ENTRY(northern_virginia_terms);
    TALLYWATT_ENTRY(rural_terms);
    TALLYWATT_ENTRY(colocation_retail);
    TALLYWATT_ENTRY(colocation_wholesale);
    TALLYWATT_ENTRY(rack_scale_plates);
    TALLYWATT_ENTRY(accelerator_plates);
    TALLYWATT_ENTRY(combined_cycle);
    TALLYWATT_ENTRY(pjm_virginia);
    TALLYWATT_ENTRY(ercot_texas);
    TALLYWATT_ENTRY(sweden);
    TALLYWATT_ENTRY(miso_iowa);
    TALLYWATT_ENTRY(pjm_ohio);
    TALLYWATT_ENTRY(georgia);
    TALLYWATT_ENTRY(arizona);
    TALLYWATT_ENTRY(california);
    TALLYWATT_ENTRY(oregon);
    TALLYWATT_ENTRY(washington);
    TALLYWATT_ENTRY(quebec);
    TALLYWATT_ENTRY(brazil);
    TALLYWATT_ENTRY(ireland);
    TALLYWATT_ENTRY(germany);
    TALLYWATT_ENTRY(france);
    TALLYWATT_ENTRY(norway);
    TALLYWATT_ENTRY(finland);
    TALLYWATT_ENTRY(denmark);
    TALLYWATT_ENTRY(poland);
    TALLYWATT_ENTRY(great_britain);
    TALLYWATT_ENTRY(iceland);
    TALLYWATT_ENTRY(japan);
    TALLYWATT_ENTRY(singapore_grid);
    TALLYWATT_ENTRY(india_maharashtra);
    TALLYWATT_ENTRY(uae);
    TALLYWATT_ENTRY(saudi_arabia);
    TALLYWATT_ENTRY(korea);
    TALLYWATT_ENTRY(taiwan);
    TALLYWATT_ENTRY(malaysia_johor);
    TALLYWATT_ENTRY(australia_nsw);
    TALLYWATT_ENTRY(china_average);
    TALLYWATT_ENTRY(china_inner_mongolia);
    TALLYWATT_ENTRY(china_guizhou);
    TALLYWATT_ENTRY(china_zhangbei);
    TALLYWATT_ENTRY(china_ningxia);
    TALLYWATT_ENTRY(china_yunnan);
    TALLYWATT_ENTRY(china_sichuan);
    TALLYWATT_ENTRY(china_guangdong);
    TALLYWATT_ENTRY(simple_cycle);
    TALLYWATT_ENTRY(reciprocating_engines);
    TALLYWATT_ENTRY(fuel_cells_gas);
    TALLYWATT_ENTRY(fuel_cells_hydrogen);
    TALLYWATT_ENTRY(flare_gas);
    TALLYWATT_ENTRY(nuclear_large);
    TALLYWATT_ENTRY(small_modular_reactors);
    TALLYWATT_ENTRY(microreactors);
    TALLYWATT_ENTRY(fusion);
    TALLYWATT_ENTRY(haleu_2026);
    TALLYWATT_ENTRY(triso_2028);
    TALLYWATT_ENTRY(geothermal);
    TALLYWATT_ENTRY(hydro);
    TALLYWATT_ENTRY(solar);
    TALLYWATT_ENTRY(onshore_wind);
    TALLYWATT_ENTRY(offshore_wind);
    TALLYWATT_ENTRY(lithium_battery);
    TALLYWATT_ENTRY(hydrogen_storage);
    TALLYWATT_ENTRY(molten_salt);
    TALLYWATT_ENTRY(pumped_hydro);
    TALLYWATT_ENTRY(texas_solar_contract);
    TALLYWATT_ENTRY(iowa_wind_contract);
    TALLYWATT_ENTRY(pjm_nuclear_contract);
    TALLYWATT_ENTRY(us_time_of_use);
    TALLYWATT_ENTRY(china_two_part);
    TALLYWATT_ENTRY(aep_ohio_data_centres);
    TALLYWATT_ENTRY(indiana_michigan_large_load);
    TALLYWATT_ENTRY(dominion_high_load);
    TALLYWATT_ENTRY(h100_on_demand);
    TALLYWATT_ENTRY(h100_reserved_1_year);
    TALLYWATT_ENTRY(h100_reserved_3_years);
    TALLYWATT_ENTRY(h100_spot);
    TALLYWATT_ENTRY(h200_on_demand);
    TALLYWATT_ENTRY(a100_80gb_on_demand);
    TALLYWATT_ENTRY(b200_spot);
    TALLYWATT_ENTRY(b200_reserved_3_years);
    TALLYWATT_ENTRY(mi300x_reserved_3_years);
    TALLYWATT_ENTRY(h100_resale);
    TALLYWATT_ENTRY(frontier_shares);
#undef TALLYWATT_ENTRY
}

} // namespace tallywatt::catalog
