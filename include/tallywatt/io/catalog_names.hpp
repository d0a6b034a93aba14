#pragma once
// The catalog's objects by name, for files and listings: every object of catalog::each_entry, in groups of its type. Names
// are the object's own, its id, and what the tables of accelerators and models add (vendor, aliases).
//
//   read_json<deployment>(text, catalog_names())        "server": "hgx_h200", "model": "DeepSeek-R1"

#include <tallywatt/catalog/find.hpp>
#include <tallywatt/catalog/find_model.hpp>
#include <tallywatt/catalog/registry.hpp>
#include <tallywatt/io/names.hpp>

#include <map>
#include <span>
#include <vector>

namespace tallywatt {

namespace detail {

class catalog_table final : public name_table {
public:
    catalog_table() {
        std::map<void const*, catalog::named> known;
        for (catalog::accelerator_entry const& e : catalog::all_accelerators) {
            known.emplace(e.sheet, name_of(e));
            if (e.model != nullptr)
                known.emplace(e.model, name_of(e));
        }
        for (catalog::system_entry const& e : catalog::all_systems)
            known.emplace(e.sheet, name_of(e));
        catalog::each_entry([&](char const* id, auto const& object, std::span<sourced_field const> sources) {
            shape const& s = shape_of<std::remove_cvref_t<decltype(object)>>();
            named_object o{{{}, {}, id}, &s, &object, sources};
            if (auto const found = known.find(&object); found != known.end())
                o.answers = found->second;
            else if (shape::member const* const name = s.find("name"); name != nullptr && name->of().what == shape_kind::text)
                if (char const* const text = *static_cast<char const* const*>(name->in(static_cast<void const*>(&object))); text != nullptr)
                    o.answers.name = text;
            o.answers.id = id; // a data sheet has its own beside its product's names
            if (o.answers.name.empty())
                o.answers.name = o.answers.id;
            groups_[&s].push_back(o);
        });
    }
    [[nodiscard]] std::span<named_object const> of(shape const& s) const override {
        auto const found = groups_.find(&s);
        return found == groups_.end() ? std::span<named_object const>{} : std::span<named_object const>(found->second);
    }
    [[nodiscard]] auto const& groups() const { return groups_; }

private:
    std::map<shape const*, std::vector<named_object>> groups_;
};

inline catalog_table const& catalog_objects() {
    static catalog_table const table;
    return table;
}

} // namespace detail

/// Every object of the catalog by name.
inline name_table const& catalog_names() { return detail::catalog_objects(); }

/// Calls visit(object) for every object of the catalog.
template <class F>
void for_each_catalog_object(F&& visit) {
    for (auto const& [s, group] : detail::catalog_objects().groups())
        for (named_object const& o : group)
            visit(o);
}

} // namespace tallywatt
