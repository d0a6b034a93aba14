#pragma once
// A JSON document as values: what the reader of io/json.hpp makes of text, and what fields are read from. Members keep their
// order and numbers their text.

#include <tallywatt/io/readable.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tallywatt {

struct document {
    enum class type : unsigned char { null, boolean, number, text, list, object };
    using member = std::pair<std::string, document>;

    type what = type::null;
    bool truth = false;
    double number = 0.0;
    std::string text{}; ///< of a text, or a number as it was written
    std::vector<document> items{};
    std::vector<member> members{};

    [[nodiscard]] bool is(type t) const { return what == t; }
    [[nodiscard]] document const* find(std::string_view key) const {
        for (member const& m : members)
            if (m.first == key)
                return &m.second;
        return nullptr;
    }
    [[nodiscard]] document* find(std::string_view key) {
        return const_cast<document*>(std::as_const(*this).find(key));
    }
    static document of_text(std::string t) {
        document d;
        d.what = type::text, d.text = std::move(t);
        return d;
    }
    static document empty_object() {
        document d;
        d.what = type::object;
        return d;
    }
};

namespace detail {

/// What was found, in a message: shortened, and readable.
inline std::string found_text(document const& d) {
    switch (d.what) {
        case document::type::null: return "null";
        case document::type::boolean: return d.truth ? "true" : "false";
        case document::type::number: return readable(d.text, 40);
        case document::type::text: return '"' + readable(d.text, 60) + '"';
        case document::type::list: return "a list";
        default: return "an object";
    }
}

/// A place in a document: a chain of keys on the stack, printed as a JSON pointer.
struct document_path {
    document_path const* parent = nullptr;
    std::string_view key{};
    std::size_t index = 0;
    bool is_index = false;

    [[nodiscard]] std::string text() const {
        if (parent == nullptr)
            return {};
        std::string t = parent->text() + '/';
        if (is_index)
            return t + std::to_string(index);
        std::size_t const most = 80; // a key of a file that is no scenario may be anything
        for (char c : readable(key, most))
            c == '~' ? t += "~0" : c == '/' ? t += "~1" : t += c;
        return t;
    }
};

} // namespace detail
} // namespace tallywatt
