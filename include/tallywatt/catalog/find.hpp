#pragma once
// Accelerators and systems by name, at run time or in a constant expression. How a name fits: catalog/names.hpp.
//
//   catalog::find_accelerator("nvidia h100")            // catalog::all_accelerators' entry: sheet, model, sources
//   accelerator a = catalog::model_of(catalog::find_accelerator("trn2"));
//   catalog::find_accelerator("Intel Gaudi")            // invalid_input: "Intel Gaudi" may be any of: Intel Gaudi 2, ...
//   catalog::find_accelerator("H1000")                  // invalid_input: no accelerator is called "H1000"; near it: ...
//   catalog::for_each_accelerator("ascend", [](catalog::accelerator_entry const& e) { ... });
//   catalog::find_system("GB200 NVL72").sheet->power_max

#include <tallywatt/catalog/names.hpp>
#include <tallywatt/catalog/systems.hpp>

namespace tallywatt::catalog {

constexpr named name_of(accelerator_entry const& e) { return {e.sheet->vendor, e.sheet->name, e.id, e.aliases}; }
constexpr named name_of(system_entry const& e) { return {e.sheet->vendor, e.sheet->name, e.id, e.aliases}; }

/// The accelerator of that name. Throws invalid_input where none has it (with near names) or several may (with all of them).
constexpr accelerator_entry const& find_accelerator(std::string_view name) {
    return find_by_name("accelerator", std::span<accelerator_entry const>(all_accelerators), name);
}
/// Calls visit(entry) for each accelerator that the name may mean: a product, a family, a vendor's all.
template <class F>
constexpr void for_each_accelerator(std::string_view name, F&& visit) {
    for_each_by_name(std::span<accelerator_entry const>(all_accelerators), name, visit);
}
/// The system of that name; throws as find_accelerator does.
constexpr system_entry const& find_system(std::string_view name) {
    return find_by_name("system", std::span<system_entry const>(all_systems), name);
}
template <class F>
constexpr void for_each_system(std::string_view name, F&& visit) {
    for_each_by_name(std::span<system_entry const>(all_systems), name, visit);
}

/// The accelerator to compute with. Throws invalid_input, naming what is unknown, where the sheet does not suffice.
constexpr basic_accelerator<estimate> model_of(accelerator_entry const& e) {
    return e.model != nullptr ? *e.model : accelerator_of(*e.sheet);
}

} // namespace tallywatt::catalog
