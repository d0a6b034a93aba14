#pragma once
// Names that stand for objects in a file. A reader asks for an object of a shape by name; io/catalog_names.hpp answers from
// the catalog. How names fit: catalog/names.hpp.

#include <tallywatt/catalog/names.hpp>
#include <tallywatt/io/shape.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace tallywatt {

struct sourced_field;

/// An object that a name stands for.
struct named_object {
    catalog::named answers{}; ///< what it answers to
    shape const* of = nullptr;
    void const* object = nullptr;
    std::span<sourced_field const> sources{};
};
inline catalog::named name_of(named_object const& o) { return o.answers; }

/// Objects by name, in groups of one shape.
class name_table {
public:
    virtual ~name_table() = default;
    /// Every object of that shape.
    [[nodiscard]] virtual std::span<named_object const> of(shape const& s) const = 0;
};

/// Knows no names.
class no_names final : public name_table {
public:
    [[nodiscard]] std::span<named_object const> of(shape const&) const override { return {}; }
};

namespace detail {

/// Every object that may stand for a value of that shape: of a variant, those of its alternatives.
inline std::vector<named_object> objects_for(name_table const& names, shape const& s) {
    std::vector<named_object> all;
    auto const add = [&](shape const& of) {
        auto const some = names.of(of);
        all.insert(all.end(), some.begin(), some.end());
    };
    if (s.what == shape_kind::variant) {
        for (shape::alternative const& a : s.alternatives)
            if (a.of != nullptr && a.of().what == shape_kind::object)
                add(a.of());
    } else if (s.what == shape_kind::reference)
        add(s.element());
    else
        add(s);
    return all;
}

} // namespace detail
} // namespace tallywatt
