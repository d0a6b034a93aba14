#pragma once
// The field lists of described structs at run time: what `each` says of a struct, with where each member lies in it. Made
// once for a type, on first use; whatever reads, writes or documents structs works on shapes and needs no template.
//
//   shape const& s = shape_of<accelerator>();
//   for (shape::member const& m : s.members) use(m.about.name, m.of().units, m.in(&a));
//
// Enumerators are named as they are spelled (of values below 32), read from the compiler's name of a template argument.

#include <tallywatt/io/dimension_of.hpp>
#include <tallywatt/io/plain_fields.hpp>
#include <tallywatt/io/unit_text.hpp>
#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace tallywatt {

enum class shape_kind : unsigned char {
    number,   ///< double or estimate, with or without unit
    integer,
    boolean,
    text,     ///< char const*
    choice,   ///< an enumeration
    object,   ///< a described struct
    list,     ///< std::array, or a struct that counts its elements
    variant,  ///< one of several; an optional member is one of nothing and its type
    reference ///< pointer to an object of the catalog
};

/// How a number is written.
enum class number_style : unsigned char { plain, share, quantity, temperature };

/// A type, as its readers and writers need it.
struct shape {
    struct member {
        field about{};
        std::size_t offset = 0;
        shape const& (*of)() = nullptr;
        [[nodiscard]] void* in(void* object) const { return static_cast<char*>(object) + offset; }
        [[nodiscard]] void const* in(void const* object) const { return static_cast<char const*>(object) + offset; }
    };
    /// What a variant may hold; `of` is null for nothing.
    struct alternative {
        shape const& (*of)() = nullptr;
    };

    shape_kind what = shape_kind::object;
    // number
    bool ranged = false; ///< an estimate
    bool per_power = false; ///< a charge for power over time: prices per energy are another thing of the same dimension
    number_style style = number_style::plain;
    dimension_exponents dimension{};
    std::span<unit_symbol const> units{};
    bounds allowed{}; ///< of the type itself
    // integer, choice
    long long lowest = 0, highest = 0;
    long long (*get_integer)(void const*) = nullptr;
    void (*set_integer)(void*, long long) = nullptr;
    std::span<std::string_view const> names{}; ///< by value; empty ones are no enumerators
    // object
    char const* kind = "";
    std::vector<member> members{};
    std::size_t without_count = 0; ///< members that count where the struct's count is 0
    bool gated = false;            ///< has such a count, and members that do not
    [[nodiscard]] std::span<member const> in_use(void const* object) const {
        bool const few = gated && *reinterpret_cast<int const*>(static_cast<char const*>(object) + used_offset) == 0;
        return {members.data(), few ? without_count : members.size()};
    }
    // list
    shape const& (*element)() = nullptr; ///< of a reference: what it refers to
    std::size_t count = 0, first = 0, stride = 0;
    bool counted = false; ///< a struct with a count of the elements in use: a list as long as that
    std::size_t used_offset = 0;
    bounds used_allowed{};
    [[nodiscard]] std::size_t used(void const* object) const {
        if (!counted)
            return count;
        int const n = *reinterpret_cast<int const*>(static_cast<char const*>(object) + used_offset);
        return n < 0 ? 0 : static_cast<std::size_t>(n) > count ? count : static_cast<std::size_t>(n);
    }
    void set_used(void* object, std::size_t n) const {
        if (counted)
            *reinterpret_cast<int*>(static_cast<char*>(object) + used_offset) = static_cast<int>(n);
    }
    [[nodiscard]] void* at(void* object, std::size_t i) const { return static_cast<char*>(object) + first + i * stride; }
    [[nodiscard]] void const* at(void const* object, std::size_t i) const {
        return static_cast<char const*>(object) + first + i * stride;
    }
    // variant
    std::vector<alternative> alternatives{};
    std::size_t (*index)(void const*) = nullptr;
    void* (*emplace)(void*, std::size_t) = nullptr; ///< holds a default of that alternative; null for nothing
    void const* (*held)(void const*) = nullptr;
    // all
    void const* initial = nullptr; ///< a default-constructed object
    void (*copy)(void* to, void const* from) = nullptr;

    [[nodiscard]] member const* find(std::string_view name) const {
        for (member const& m : members)
            if (name == m.about.name)
                return &m;
        return nullptr;
    }
};

template <class X>
shape const& shape_of();

namespace detail {

template <class>
inline constexpr bool is_optional = false;
template <class X>
inline constexpr bool is_optional<std::optional<X>> = true;

/// The spelling of an enumerator; empty where there is none of that value.
template <auto V>
constexpr std::string_view enumerator_text() {
    std::string_view text = __PRETTY_FUNCTION__; // "... [with auto V = ns::e::name; ...]", "... [V = ns::e::name]"
    std::size_t const start = text.find("V = ") + 4;
    text = text.substr(start, text.find_first_of(";]", start) - start);
    if (constexpr std::string_view unnamed = "(anonymous namespace)::"; text.substr(0, unnamed.size()) == unnamed) // clang's spelling
        text.remove_prefix(unnamed.size());
    if (text.empty() || text.front() == '(' || text.front() == '-' || (text.front() >= '0' && text.front() <= '9'))
        return {};
    std::size_t const colon = text.rfind(':');
    return colon == std::string_view::npos ? text : text.substr(colon + 1);
}

inline constexpr std::size_t most_enumerators = 32;
template <class E, std::size_t... I>
constexpr std::array<std::string_view, most_enumerators> enumerators(std::index_sequence<I...>) {
    return {enumerator_text<static_cast<E>(I)>()...};
}
template <class E>
inline constexpr auto enumerator_names = enumerators<E>(std::make_index_sequence<most_enumerators>{});

struct unnamed_dimension {};

template <class M>
shape const& shape_of_member() {
    return shape_of<M>();
}

template <class X>
X const& default_object() {
    static X const object{};
    return object;
}

template <class X>
void number_shape(shape& s) {
    s.what = shape_kind::number;
    using T = std::remove_cvref_t<decltype(number_in(std::declval<X&>()))>;
    static_assert(std::same_as<T, double> || std::same_as<T, estimate>, "a file holds numbers in double or as estimates");
    s.ranged = std::same_as<T, estimate>;
    s.units = unit_symbols<tallywatt::leaf_dimension<X>>();
    s.allowed = bounds_of_type<X>();
    if constexpr (is_temperature<X>) {
        s.style = number_style::temperature;
        s.dimension = exponents_of<dim::temperature>;
    } else if constexpr (is_strong<X>)
        s.style = number_style::share;
    else if constexpr (scalar<X>)
        s.style = number_style::plain;
    else {
        s.style = number_style::quantity;
        if constexpr (is_quantity<X>)
            s.dimension = exponents_of<typename X::dimension_type>;
        else
            s.dimension = exponents_of<typename decltype(X::value)::dimension_type>;
        if (std::string_view(s.units[0].text) == symbols_of<unnamed_dimension>[0].text) {
            static std::string const text = base_unit_text(s.dimension);
            static unit_symbol const base{text.c_str(), 1.0};
            s.units = {&base, 1};
        }
        s.per_power = std::same_as<tallywatt::leaf_dimension<X>, capacity_charge_units>;
    }
}

template <class X>
void integer_shape(shape& s) {
    s.get_integer = [](void const* x) { return static_cast<long long>(*static_cast<X const*>(x)); };
    s.set_integer = [](void* x, long long value) { *static_cast<X*>(x) = static_cast<X>(value); };
    if constexpr (std::is_enum_v<X>) {
        s.what = shape_kind::choice;
        s.names = enumerator_names<X>;
    } else if constexpr (std::same_as<X, bool>)
        s.what = shape_kind::boolean;
    else {
        s.what = shape_kind::integer;
        s.lowest = static_cast<long long>(std::numeric_limits<X>::lowest());
        s.highest = sizeof(X) < sizeof(long long) ? static_cast<long long>(std::numeric_limits<X>::max())
                                                  : std::numeric_limits<long long>::max();
    }
}

template <class X, std::size_t... I>
void variant_shape(shape& s, std::index_sequence<I...>) {
    s.what = shape_kind::variant;
    auto const alternative_of = [](auto index) {
        using A = std::variant_alternative_t<decltype(index)::value, X>;
        if constexpr (std::same_as<A, std::monostate>)
            return shape::alternative{};
        else
            return shape::alternative{&shape_of_member<A>};
    };
    s.alternatives = {alternative_of(std::integral_constant<std::size_t, I>{})...};
    s.index = [](void const* x) { return static_cast<X const*>(x)->index(); };
    s.emplace = [](void* x, std::size_t i) -> void* {
        X& v = *static_cast<X*>(x);
        void* held = nullptr;
        ((I == i ? void(held = &v.template emplace<I>()) : void()), ...);
        return held;
    };
    s.held = [](void const* x) {
        return std::visit([](auto const& a) -> void const* { return &a; }, *static_cast<X const*>(x));
    };
}

template <class X>
void optional_shape(shape& s) {
    s.what = shape_kind::variant;
    s.alternatives = {shape::alternative{}, shape::alternative{&shape_of_member<typename X::value_type>}};
    s.index = [](void const* x) { return std::size_t{static_cast<X const*>(x)->has_value()}; };
    s.emplace = [](void* x, std::size_t i) -> void* {
        X& o = *static_cast<X*>(x);
        if (i == 0) {
            o.reset();
            return nullptr;
        }
        return &o.emplace();
    };
    s.held = [](void const* x) -> void const* { return &**static_cast<X const*>(x); };
}

template <class X, class List>
void object_shape(shape& s) {
    s.kind = List::kind;
    X object{};
    char const* const start = reinterpret_cast<char const*>(&object);
    auto const member = [&](field const& f, auto const& m) {
        auto const offset = static_cast<std::size_t>(reinterpret_cast<char const*>(&m) - start);
        s.members.push_back({f, offset, &shape_of_member<std::remove_cvref_t<decltype(m)>>});
    };
    List::each(member, object);
    if constexpr (requires {
                      { object.count } -> std::same_as<int&>;
                  }) {
        if (object.count == 0) { // of a kind with a count of 0 the rest may not count
            s.without_count = s.members.size();
            s.used_offset = static_cast<std::size_t>(reinterpret_cast<char const*>(&object.count) - start);
            s.members.clear();
            object.count = 1;
            List::each(member, object);
            s.gated = s.without_count < s.members.size();
        }
    }
}

/// A struct that lists a count and the elements in use, as many as it counts.
template <class X>
concept counted_list = described<X> && requires(X x) {
    { X::capacity } -> std::convertible_to<int>;
    { x.count } -> std::same_as<int&>;
};

template <class X>
void counted_shape(shape& s) {
    s.what = shape_kind::list;
    s.kind = X::kind;
    s.counted = true;
    s.count = static_cast<std::size_t>(X::capacity);
    X full{};
    full.count = X::capacity;
    char const* const start = reinterpret_cast<char const*>(&full);
    std::size_t elements = 0;
    X::each(
        [&](field const& f, auto const& m) {
            using M = std::remove_cvref_t<decltype(m)>;
            auto const offset = static_cast<std::size_t>(reinterpret_cast<char const*>(&m) - start);
            if constexpr (std::same_as<M, int>) {
                s.used_offset = offset;
                s.used_allowed = f.allowed;
            } else {
                if (elements++ == 0) {
                    s.first = offset;
                    s.element = &shape_of_member<M>;
                    s.stride = sizeof(M);
                }
            }
        },
        full
    );
}

template <class X>
shape make_shape() {
    shape s;
    s.initial = &default_object<X>();
    s.copy = [](void* to, void const* from) { *static_cast<X*>(to) = *static_cast<X const*>(from); };
    if constexpr (counted_list<X>)
        counted_shape<X>(s);
    else if constexpr (described<X>)
        object_shape<X, X>(s);
    else if constexpr (requires { plain_fields<X>::kind; })
        object_shape<X, plain_fields<X>>(s);
    else if constexpr (std::same_as<X, bool> || std::is_integral_v<X> || std::is_enum_v<X>)
        integer_shape<X>(s);
    else if constexpr (numeric_leaf<X>)
        number_shape<X>(s);
    else if constexpr (std::same_as<X, char const*>)
        s.what = shape_kind::text;
    else if constexpr (is_array<X>) {
        s.what = shape_kind::list;
        s.element = &shape_of_member<typename X::value_type>;
        s.count = std::tuple_size_v<X>;
        s.stride = sizeof(typename X::value_type);
    } else if constexpr (is_variant<X>)
        variant_shape<X>(s, std::make_index_sequence<std::variant_size_v<X>>{});
    else if constexpr (is_optional<X>)
        optional_shape<X>(s);
    else {
        static_assert(std::is_pointer_v<X>, "a described struct has a member that no file can hold");
        s.what = shape_kind::reference;
        s.element = &shape_of_member<std::remove_cvref_t<std::remove_pointer_t<X>>>;
    }
    return s;
}

} // namespace detail

/// What X is made of.
template <class X>
shape const& shape_of() {
    static shape const s = detail::make_shape<X>();
    return s;
}

} // namespace tallywatt
