#pragma once
// Networks, switches, media and scale-up technologies by name, at run time or in a constant expression. How a name fits:
// catalog/names.hpp.
//
//   scale_out n = *catalog::find_network("InfiniBand NDR").object;
//   medium m = catalog::find_medium("lpo 800g").held();
//   scale_up_link l = *catalog::find_scale_up("nvlink 5").object;

#include <tallywatt/catalog/names.hpp>
#include <tallywatt/catalog/networks.hpp>
#include <tallywatt/catalog/scale_up_links.hpp>
#include <tallywatt/catalog/tpu_network.hpp>

namespace tallywatt::catalog {

/// An object of the catalog under its id and what else it answers to.
template <class X>
struct fabric_entry {
    char const* id = "";
    X const* object = nullptr;
    char const* aliases[2] = {};
};
using network_entry = fabric_entry<basic_scale_out<estimate>>;
using switch_entry = fabric_entry<basic_network_switch<estimate>>;
using scale_up_entry = fabric_entry<basic_scale_up_link<estimate>>;
template <class X>
constexpr named name_of(fabric_entry<X> const& e) {
    return {{}, e.object->name, e.id, e.aliases};
}

/// A medium of any family.
struct medium_entry {
    char const* id = "";
    char const* name = "";
    medium (*held)() = nullptr;
};
constexpr named name_of(medium_entry const& e) { return {{}, e.name, e.id}; }

inline constexpr network_entry all_networks[] = {
    {"infiniband_hdr", &infiniband_hdr, {"InfiniBand HDR"}},
    {"infiniband_ndr", &infiniband_ndr, {"InfiniBand NDR"}},
    {"infiniband_xdr", &infiniband_xdr, {"InfiniBand XDR"}},
    {"infiniband_xdr_photonics", &infiniband_xdr_photonics, {"Quantum-X Photonics"}},
    {"roce_100g", &roce_100g, {"Ethernet 100G"}},
    {"roce_200g", &roce_200g, {"Ethernet 200G"}},
    {"roce_400g", &roce_400g, {"Ethernet 400G"}},
    {"roce_400g_hashed", &roce_400g_hashed},
    {"roce_800g", &roce_800g, {"Ethernet 800G"}},
    {"roce_800g_hashed", &roce_800g_hashed},
    {"roce_800g_linear", &roce_800g_linear},
    {"roce_800g_photonics", &roce_800g_photonics, {"Spectrum-X Photonics"}},
    {"roce_1600g", &roce_1600g, {"Ethernet 1.6T"}},
    {"tpu_network_25g", &tpu_network_25g},
    {"tpu_network_50g", &tpu_network_50g},
    {"tpu_network_100g", &tpu_network_100g}};

inline constexpr switch_entry all_switches[] = {
    {"quantum", &quantum, {"QM8700"}},           {"quantum_2", &quantum_2, {"QM9700"}},
    {"quantum_x800", &quantum_x800, {"Q3400"}},  {"quantum_x_photonics", &quantum_x_photonics, {"Q3450"}},
    {"tomahawk_2", &tomahawk_2, {"Tomahawk 2"}}, {"tomahawk_3", &tomahawk_3, {"Tomahawk 3"}},
    {"tomahawk_4", &tomahawk_4, {"Tomahawk 4"}}, {"tomahawk_5", &tomahawk_5, {"Tomahawk 5"}},
    {"tomahawk_6", &tomahawk_6, {"Tomahawk 6"}}, {"spectrum_x_photonics", &spectrum_x_photonics, {"SN6810"}}};

inline constexpr scale_up_entry all_scale_ups[] = {
    {"nvlink3", &nvlink3},
    {"nvlink4", &nvlink4},
    {"nvlink5", &nvlink5},
    {"nvlink6", &nvlink6},
    {"infinity_fabric", &infinity_fabric, {"xGMI"}},
    {"gaudi_mesh", &gaudi_mesh},
    {"ici_3d", &ici_3d, {"ICI"}},
    {"neuronlink3", &neuronlink3},
    {"neuronlink4", &neuronlink4},
    {"unified_bus", &unified_bus, {"UB"}}};

namespace detail {
template <auto const& object>
medium held_medium() {
    return medium(convert<double>(object));
}
template <auto const& object>
inline constexpr medium_entry medium_entry_of(char const* id) {
    return {id, object.name, &held_medium<object>};
}
} // namespace detail

inline constexpr medium_entry all_media[] = {
    detail::medium_entry_of<dac_100g_lanes>("dac_100g_lanes"),
    detail::medium_entry_of<dac_200g_lanes>("dac_200g_lanes"),
    detail::medium_entry_of<acc_100g_lanes>("acc_100g_lanes"),
    detail::medium_entry_of<aec_100g_lanes>("aec_100g_lanes"),
    detail::medium_entry_of<copper_spine>("copper_spine"),
    detail::medium_entry_of<dsp_100g>("dsp_100g"),
    detail::medium_entry_of<dsp_200g>("dsp_200g"),
    detail::medium_entry_of<dsp_200g_infiniband>("dsp_200g_infiniband"),
    detail::medium_entry_of<dsp_400g>("dsp_400g"),
    detail::medium_entry_of<dsp_400g_infiniband>("dsp_400g_infiniband"),
    detail::medium_entry_of<dsp_800g>("dsp_800g"),
    detail::medium_entry_of<dsp_800g_infiniband>("dsp_800g_infiniband"),
    detail::medium_entry_of<dsp_800g_2km>("dsp_800g_2km"),
    detail::medium_entry_of<dsp_1600g>("dsp_1600g"),
    detail::medium_entry_of<lro_800g>("lro_800g"),
    detail::medium_entry_of<lpo_400g>("lpo_400g"),
    detail::medium_entry_of<lpo_800g>("lpo_800g"),
    detail::medium_entry_of<cpo_1600g>("cpo_1600g"),
    detail::medium_entry_of<chip_to_chip_photonics>("chip_to_chip_photonics")};

/// The network of that name. Throws invalid_input where none has it (with near names) or several may (with all of them).
constexpr network_entry const& find_network(std::string_view name) {
    return find_by_name("network", std::span<network_entry const>(all_networks), name);
}
/// The switch of that name; throws as find_network does.
constexpr switch_entry const& find_switch(std::string_view name) {
    return find_by_name("switch", std::span<switch_entry const>(all_switches), name);
}
/// The medium of that name; throws as find_network does.
constexpr medium_entry const& find_medium(std::string_view name) {
    return find_by_name("medium", std::span<medium_entry const>(all_media), name);
}
/// The scale-up technology of that name; throws as find_network does.
constexpr scale_up_entry const& find_scale_up(std::string_view name) {
    return find_by_name("scale-up technology", std::span<scale_up_entry const>(all_scale_ups), name);
}

} // namespace tallywatt::catalog
