#pragma once
// Storage tiers and links between sites by name, at run time or in a constant expression. How a name fits: catalog/names.hpp.
//
//   data_store const s = convert<double>(catalog::find_store("disk object store").tier);
//   wan_link const l = *catalog::find_wan("region").link;

#include <tallywatt/catalog/names.hpp>
#include <tallywatt/catalog/storage.hpp>
#include <tallywatt/catalog/wan.hpp>

namespace tallywatt::catalog {

struct store_entry {
    char const* id = "";
    basic_data_store<estimate> tier{};
    std::span<sourced_field const> sources{};
    std::array<char const*, 3> aliases{};
};
inline constexpr store_entry all_stores[] = {
    {"local_nvme_gen4", local_nvme_gen4, local_nvme_gen4_sources, {"NVMe gen4", "PCIe 4"}},
    {"local_nvme_gen5", local_nvme_gen5, local_nvme_gen5_sources, {"NVMe gen5", "PCIe 5"}},
    {"flash_file_system", flash_file_system, flash_file_system_sources, {"Lustre on flash", "flash file system"}},
    {"disk_object_store", disk_object_store, disk_object_store_sources, {"object store", "disks"}},
    {"compressing_file_system",
     compressing_file_system,
     compressing_file_system_sources,
     {"computational storage", "compressing drives"}}};

struct wan_entry {
    char const* id = "";
    basic_wan_link<estimate> const* link = nullptr;
    basic_fibre_route<estimate> const* route = nullptr; ///< what it costs
    std::span<sourced_field const> sources{};           ///< of the link
    std::array<char const*, 2> aliases{};
};
inline constexpr wan_entry all_wan_links[] = {
    {"campus_link", &campus_link, &campus_route, campus_link_sources, {"campus"}},
    {"region_link", &region_link, &region_route, region_link_sources, {"region", "metro"}},
    {"continent_link", &continent_link, &continent_route, continent_link_sources, {"continent", "long haul"}}};

constexpr named name_of(store_entry const& e) { return {{}, name_of_tier(e.tier), e.id, e.aliases}; }
constexpr named name_of(wan_entry const& e) { return {{}, e.link->name, e.id, e.aliases}; }

/// The tier of that name. Throws invalid_input where none has it (with near names) or several may (with all of them).
constexpr store_entry const& find_store(std::string_view name) {
    return find_by_name("storage", std::span<store_entry const>(all_stores), name);
}
/// The link of that name; throws as find_store does.
constexpr wan_entry const& find_wan(std::string_view name) {
    return find_by_name("link between sites", std::span<wan_entry const>(all_wan_links), name);
}

} // namespace tallywatt::catalog
