#pragma once
// Described structs from and to JSON, through their field lists: units in text, names of the catalog, ranges. How each kind
// of field reads: io/read_fields.hpp.
//
//   deployment d = read_json<deployment>(text, catalog_names());       // invalid_input, with the place, for whatever is wrong
//   std::string s = write_json(d);                                     // reads back as the same deployment, bit for bit
//   document doc = read_document(text);                                // the JSON alone
//
// Numbers in double keep the likely value of a range or of a catalog object; read into a struct over estimates to keep all.
// Text is read by events: duplicate keys, deep nesting and enormous files are refused where they are met.

#include <tallywatt/io/read_fields.hpp>
#include <tallywatt/io/write_fields.hpp>

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tallywatt {

/// What a file may hold at most.
struct document_limits {
    std::size_t bytes = std::size_t{4} << 20;
    std::size_t depth = 32;
    std::size_t values = 200'000;
};

namespace detail {

/// Takes the parser's events and builds the document.
class document_builder {
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    document_builder(std::string_view text, document_limits const& limits) : text_(text), limits_(limits) {}
    [[nodiscard]] document take() { return std::move(root_); }

    bool null() { return add({}); }
    bool boolean(bool b) {
        document d;
        d.what = document::type::boolean, d.truth = b;
        return add(std::move(d));
    }
    bool number_integer(number_integer_t n) { return number(static_cast<double>(n), std::to_string(n)); }
    bool number_unsigned(number_unsigned_t n) { return number(static_cast<double>(n), std::to_string(n)); }
    bool number_float(number_float_t n, string_t const& text) { return number(n, text); }
    bool string(string_t& text) { return add(document::of_text(std::move(text))); }
    bool binary(binary_t&) { return false; }
    bool start_object(std::size_t) { return open(document::type::object); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(document::type::list); }
    bool end_array() { return close(); }
    bool key(string_t& name) {
        document& object = *stack_.back();
        for (document::member const& m : object.members) // files hold few keys in each object, and the limit of values holds
            if (m.first == name)
                fail("the key \"" + readable(name, 80) + "\" stands twice");
        if (object.members.size() >= most_keys)
            fail("more than " + std::to_string(most_keys) + " keys in one object");
        object.members.emplace_back(std::move(name), document{});
        return true;
    }
    bool parse_error(std::size_t position, std::string const& token, nlohmann::json::exception const& e) {
        std::size_t line = 1, column = 1;
        for (std::size_t i = 0; i + 1 < position && i < text_.size(); ++i)
            text_[i] == '\n' ? (++line, column = 1) : ++column;
        std::string reason = e.what();
        std::string what = "not JSON";
        if (reason.find("UTF-8") != std::string::npos || reason.find("ill-formed") != std::string::npos)
            what = "not UTF-8";
        else if (reason.find("overflow") != std::string::npos) {
            fail("line " + std::to_string(line) + ": " + printable(token) + " is too large a number");
        }
        std::size_t const start = reason.find("syntax error");
        reason = start == std::string::npos ? std::string{} : reason.substr(start);
        std::size_t const dash = reason.find(" - "), last = reason.find("; last read");
        reason = dash == std::string::npos ? std::string{} : reason.substr(dash + 3, last == std::string::npos || last < dash ? last : last - dash - 3);
        std::string text = what + ": line " + std::to_string(line) + ", column " + std::to_string(column);
        if (what == "not JSON" && !reason.empty())
            text += ": " + reason.substr(0, 100);
        if (std::string const near = printable(token); !near.empty())
            text += ", near " + near;
        fail(text);
    }

private:
    static constexpr std::size_t most_keys = 1000;

    std::string_view text_;
    document_limits limits_;
    document root_{};
    std::vector<document*> stack_{};
    std::size_t values_ = 0;

    static std::string printable(std::string const& text) {
        std::string out;
        constexpr std::size_t most = 40; // of what was read, its end
        std::size_t const from = text.size() > most ? text.size() - most : 0;
        for (char c : text.substr(from))
            out += static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7f ? '.' : c;
        out.erase(out.find_last_not_of(' ') + 1);
        return out;
    }
    bool number(double x, std::string text) {
        document d;
        d.what = document::type::number, d.number = x, d.text = std::move(text);
        if (!(x * 0.0 == 0.0))
            fail(d.text.substr(0, 40) + " is too large a number");
        return add(std::move(d));
    }
    document* place(document&& d) {
        if (++values_ > limits_.values)
            fail("more than " + std::to_string(limits_.values) + " values");
        if (stack_.empty()) {
            root_ = std::move(d);
            return &root_;
        }
        document& above = *stack_.back();
        if (above.is(document::type::object)) {
            above.members.back().second = std::move(d);
            return &above.members.back().second;
        }
        above.items.push_back(std::move(d));
        return &above.items.back();
    }
    bool add(document&& d) {
        place(std::move(d));
        return true;
    }
    bool open(document::type what) {
        if (stack_.size() >= limits_.depth)
            fail("nested more than " + std::to_string(limits_.depth) + " deep");
        document d;
        d.what = what;
        stack_.push_back(place(std::move(d)));
        return true;
    }
    bool close() {
        stack_.pop_back();
        return true;
    }
    [[noreturn]] void fail(std::string const& complaint) const {
        std::string path;
        for (document const* d : stack_) {
            if (d->is(document::type::object) && !d->members.empty()) {
                document_path const root{};
                path += document_path{&root, d->members.back().first}.text();
            } else if (!d->items.empty())
                path += '/' + std::to_string(d->items.size() - 1);
        }
        if (complaint.find("stands twice") != std::string::npos && !path.empty()) // of the object, not of the key before
            path.erase(path.rfind('/'));
        constexpr std::size_t longest = 1000; // of a file that is no scenario
        throw invalid_input(path.empty() ? "/" : readable(path, longest), 0.0, "", readable(complaint));
    }
};

} // namespace detail

/// The document that text holds. Throws invalid_input.
inline document read_document(std::string_view text, document_limits const& limits = {}) {
    if (text.size() > limits.bytes)
        throw invalid_input("/", static_cast<double>(text.size()), "B", std::to_string(text.size()) + " bytes; at most " + std::to_string(limits.bytes) + " are read");
    if (text.size() >= 2 && (text.substr(0, 2) == "\xff\xfe" || text.substr(0, 2) == "\xfe\xff"))
        throw invalid_input("/", 0.0, "", "not UTF-8: the file starts as UTF-16 does");
    detail::document_builder builder(text, limits);
    nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    return builder.take();
}

/// Reads a document into an object that holds its defaults, and keeps ranges where X is over estimates.
template <class X>
void read_into(X& x, document const& d, name_table const& names = no_names{}, std::span<std::string_view const> also = {}) {
    detail::fields_reader(names).read_root(d, shape_of<X>(), &x, also);
}

/// The struct that a document describes. Of catalog objects and ranges a struct in double keeps the likely values.
template <class X>
X from_document(document const& d, name_table const& names = no_names{}, std::span<std::string_view const> also = {}) {
    using Kept = rebind_t<X, estimate>;
    if constexpr (std::same_as<Kept, X>) {
        X x{};
        read_into(x, d, names, also);
        return x;
    } else {
        auto const kept = std::make_unique<Kept>();
        read_into(*kept, d, names, also);
        return convert<double>(*kept);
    }
}

/// The struct that a text describes. Throws invalid_input for whatever is wrong with it.
template <class X>
X read_json(std::string_view text, name_table const& names = no_names{}, document_limits const& limits = {}) {
    return from_document<X>(read_document(text, limits), names);
}

/// A described struct as JSON text.
template <class X>
std::string write_json(X const& x, json_style style = json_style::changes) {
    detail::fields_writer writer(style);
    shape const& s = shape_of<X>();
    writer.write(s, &x, style == json_style::changes ? s.initial : nullptr, 0);
    return writer.take() + '\n';
}

} // namespace tallywatt
