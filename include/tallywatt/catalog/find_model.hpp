#pragma once
// Models by name, at run time or in a constant expression. How a name fits: catalog/names.hpp.
//
//   transformer m = *catalog::find_model("Llama 3.1 70B").shape;
//   catalog::find_model("llama")      // invalid_input: "llama" may be any of: ...

#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/names.hpp>

namespace tallywatt::catalog {

constexpr named name_of(model_entry const& e) { return {{}, e.shape->name, e.id}; }

/// The model of that name. Throws invalid_input where none has it (with near names) or several may (with all of them).
constexpr model_entry const& find_model(std::string_view name) {
    return find_by_name("model", std::span<model_entry const>(all_models), name);
}
template <class F>
constexpr void for_each_model(std::string_view name, F&& visit) {
    for_each_by_name(std::span<model_entry const>(all_models), name, visit);
}

} // namespace tallywatt::catalog
