#pragma once
// A described struct as JSON text, from its field list: as io/read_fields.hpp reads it, back to the last bit. Fields that
// hold their defaults are left out, or not (json_style::all).

#include <tallywatt/io/quantity_text.hpp>

#include <string>
#include <string_view>

namespace tallywatt {

enum class json_style : unsigned char {
    changes, ///< what differs from the defaults
    all      ///< every field
};

namespace detail {

inline void append_quoted(std::string& out, std::string_view text) {
    constexpr char const* hex = "0123456789abcdef";
    out += '"';
    for (char c : text) {
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (static_cast<unsigned char>(c) < 0x20)
            ((out += "\\u00") += hex[static_cast<unsigned char>(c) >> 4]) += hex[static_cast<unsigned char>(c) & 15];
        else
            out += c;
    }
    out += '"';
}

/// Whether two objects of a shape hold the same.
inline bool equal(shape const& s, void const* a, void const* b) {
    switch (s.what) {
        case shape_kind::number:
            if (s.ranged)
                return *static_cast<estimate const*>(a) == *static_cast<estimate const*>(b);
            return *static_cast<double const*>(a) == *static_cast<double const*>(b);
        case shape_kind::integer:
        case shape_kind::boolean:
        case shape_kind::choice: return s.get_integer(a) == s.get_integer(b);
        case shape_kind::text: {
            char const* const x = *static_cast<char const* const*>(a);
            char const* const y = *static_cast<char const* const*>(b);
            return x == y || (x != nullptr && y != nullptr && std::string_view(x) == y);
        }
        case shape_kind::reference: return *static_cast<void const* const*>(a) == *static_cast<void const* const*>(b);
        case shape_kind::object:
            if (s.in_use(a).size() != s.in_use(b).size())
                return false;
            for (shape::member const& m : s.in_use(a))
                if (!equal(m.of(), m.in(a), m.in(b)))
                    return false;
            return true;
        case shape_kind::list:
            if (s.used(a) != s.used(b))
                return false;
            for (std::size_t i = 0; i < s.used(a); ++i)
                if (!equal(s.element(), s.at(a, i), s.at(b, i)))
                    return false;
            return true;
        case shape_kind::variant: {
            std::size_t const i = s.index(a);
            return i == s.index(b) && (s.alternatives[i].of == nullptr || equal(s.alternatives[i].of(), s.held(a), s.held(b)));
        }
    }
    return false;
}

class fields_writer {
public:
    explicit fields_writer(json_style style) : style_(style) {}

    /// The object; `from` holds what need not be written, where it is not null.
    void write(shape const& s, void const* object, void const* from, int depth) {
        switch (s.what) {
            case shape_kind::number: return write_number(s, object, depth);
            case shape_kind::integer: out_ += std::to_string(s.get_integer(object)); return;
            case shape_kind::boolean: out_ += s.get_integer(object) != 0 ? "true" : "false"; return;
            case shape_kind::text: {
                char const* const text = *static_cast<char const* const*>(object);
                return text == nullptr ? void(out_ += "null") : append_quoted(out_, text);
            }
            case shape_kind::choice: return write_choice(s, object);
            case shape_kind::object: return write_object(s, object, from, depth, nullptr);
            case shape_kind::list: return write_list(s, object, depth);
            case shape_kind::variant: return write_variant(s, object, depth);
            case shape_kind::reference: return write_reference(s, object);
        }
    }
    std::string take() { return std::move(out_); }

private:
    std::string out_;
    json_style style_;

    void line(int depth) { (out_ += '\n').append(static_cast<std::size_t>(2 * depth), ' '); }

    void write_value(shape const& s, double x) {
        if (s.style == number_style::quantity || s.style == number_style::temperature)
            append_quoted(out_, quantity_text(x, s));
        else
            out_ += shortest(x);
    }
    void write_number(shape const& s, void const* object, int depth) {
        if (!s.ranged)
            return write_value(s, *static_cast<double const*>(object));
        auto const& e = *static_cast<estimate const*>(object);
        if (e.low == e.likely && e.likely == e.high)
            return write_value(s, e.likely);
        static_cast<void>(depth);
        out_ += "{\"low\": ";
        write_value(s, e.low);
        out_ += ", \"likely\": ";
        write_value(s, e.likely);
        out_ += ", \"high\": ";
        write_value(s, e.high);
        out_ += '}';
    }
    void write_choice(shape const& s, void const* object) {
        long long const i = s.get_integer(object);
        append_quoted(out_, i >= 0 && static_cast<std::size_t>(i) < s.names.size() ? s.names[static_cast<std::size_t>(i)] : std::string_view{});
    }
    void write_object(shape const& s, void const* object, void const* from, int depth, char const* kind) {
        bool first = true;
        out_ += '{';
        auto const key = [&](char const* name) {
            if (!first)
                out_ += ',';
            line(depth + 1);
            append_quoted(out_, name);
            out_ += ": ";
            first = false;
        };
        if (kind != nullptr) {
            key("kind");
            append_quoted(out_, kind);
        }
        for (shape::member const& m : s.in_use(object)) {
            void const* const initial = from == nullptr ? nullptr : m.in(from);
            if (style_ == json_style::changes && initial != nullptr && equal(m.of(), m.in(object), initial))
                continue;
            key(m.about.name);
            write(m.of(), m.in(object), initial, depth + 1);
        }
        if (!first)
            line(depth);
        out_ += '}';
    }
    void write_list(shape const& s, void const* object, int depth) {
        shape const& e = s.element();
        auto const at = [&](std::size_t i) { return s.at(object, i); };
        std::size_t count = s.used(object); // what follows is default, and left out
        while (!s.counted && count > 0 && equal(e, at(count - 1), e.initial))
            --count;
        bool const long_ones = e.what == shape_kind::object || e.what == shape_kind::variant || e.what == shape_kind::list;
        out_ += '[';
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0)
                out_ += long_ones ? "," : ", ";
            if (long_ones)
                line(depth + 1);
            write(e, at(i), e.initial, depth + 1);
        }
        if (long_ones && count > 0)
            line(depth);
        out_ += ']';
    }
    void write_variant(shape const& s, void const* object, int depth) {
        shape::alternative const& a = s.alternatives[s.index(object)];
        if (a.of == nullptr) {
            out_ += "null";
            return;
        }
        shape const& one = a.of();
        if (one.what == shape_kind::object)
            write_object(one, s.held(object), one.initial, depth, one.kind);
        else
            write(one, s.held(object), nullptr, depth);
    }
    void write_reference(shape const& s, void const* object) {
        void const* const to = *static_cast<void const* const*>(object);
        shape::member const* const name = to == nullptr ? nullptr : s.element().find("name");
        if (name == nullptr)
            out_ += "null";
        else
            append_quoted(out_, *static_cast<char const* const*>(name->in(to)));
    }
};

} // namespace detail
} // namespace tallywatt
