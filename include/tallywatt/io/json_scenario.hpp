#pragma once
// Scenario files: a deployment as JSON, with a title. Names are the catalog's.
//
//   scenario const s = read_scenario(text);      report const r = evaluate(s.what);
//   set_at(document, "finance.discount", "8%");  // a change of one field, before it is read

#include <tallywatt/io/catalog_names.hpp>
#include <tallywatt/io/json.hpp>
#include <tallywatt/tco/any_deployment.hpp>

#include <string>
#include <string_view>

namespace tallywatt {

/// What a scenario file describes.
using scenario_deployment = any_deployment;

struct scenario {
    std::string title{};
    scenario_deployment what{};
};

namespace detail {
/// Keys of a scenario that are no fields: "$schema" for editors, a title, and notes for people.
inline constexpr std::string_view scenario_keys[] = {"$schema", "title", "notes"};
} // namespace detail

/// The scenario that a document describes. Throws invalid_input.
inline scenario scenario_of(document const& d, name_table const& names = catalog_names()) {
    scenario s;
    if (d.is(document::type::object))
        for (std::string_view const key : detail::scenario_keys)
            if (document const* const text = d.find(key); text != nullptr) {
                if (!text->is(document::type::text))
                    throw invalid_input('/' + std::string(key), 0.0, "", detail::found_text(*text) + " is found; a text is wanted");
                if (key == "title")
                    s.title = text->text;
            }
    s.what = from_document<scenario_deployment>(d, names, detail::scenario_keys);
    return s;
}
inline scenario read_scenario(std::string_view text, name_table const& names = catalog_names()) {
    return scenario_of(read_document(text), names);
}

/// A scenario as text.
inline std::string write_scenario(scenario const& s, json_style style = json_style::changes) {
    std::string text = write_json(s.what, style);
    if (s.title.empty())
        return text;
    std::string title = "{\n  \"title\": ";
    detail::append_quoted(title, s.title);
    return title + (text.size() > 3 ? "," : "\n") + text.substr(1);
}

/// Changes one value of a document, by the path of a field: "site.cooling", "cluster.server.accelerator.price", also as a
/// message names it ("/site/cooling") or a report ("dies[0].count"). What stood there as a name and gets members becomes an
/// object like the named one; a quantity that gets a low, likely or high becomes a range.
inline void set_at(document& root, std::string_view path, document value) {
    std::string plain(path);
    bool const is_pointer = !plain.empty() && plain.front() == '/';
    if (is_pointer)
        plain.erase(0, 1);
    for (char& c : plain)
        c = is_pointer ? (c == '/' ? '.' : c) : c == '[' ? '.' : c;
    if (!is_pointer)
        std::erase(plain, ']');
    path = plain;
    document* at = &root;
    std::string done;
    for (;;) {
        std::size_t const dot = path.find('.');
        std::string const key(path.substr(0, dot));
        if (key.empty())
            throw invalid_input("/" + detail::readable(done), 0.0, "", "a path of a field is names with dots between: \"site.it_capacity\"");
        std::string_view number = at->text;
        bool const is_quantity = (at->is(document::type::text) && detail::leading_number(number)) || at->is(document::type::number);
        if (is_quantity && (key == "low" || key == "likely" || key == "high")) {
            document range = document::empty_object();
            for (char const* const part : {"low", "likely", "high"})
                range.members.emplace_back(part, *at);
            *at = std::move(range);
        } else if (at->is(document::type::text)) {
            document like = document::empty_object();
            like.members.emplace_back("like", std::move(*at));
            *at = std::move(like);
        }
        if (at->is(document::type::list)) {
            std::size_t i = at->items.size();
            if (key.size() < 6 && key.find_first_not_of("0123456789") == std::string::npos)
                i = static_cast<std::size_t>(std::stoul(key));
            if (i >= at->items.size())
                throw invalid_input("/" + detail::readable(done), 0.0, "", "has no element " + detail::readable(key, 80));
            at = &at->items[i];
        } else {
            if (!at->is(document::type::object))
                throw invalid_input("/" + detail::readable(done), 0.0, "", detail::found_text(*at) + " has no field \"" + detail::readable(key, 80) + '"');
            document* found = at->find(key);
            if (found == nullptr)
                found = &at->members.emplace_back(key, document::empty_object()).second;
            at = found;
        }
        done += (done.empty() ? "" : "/") + key;
        if (dot == std::string_view::npos)
            break;
        path.remove_prefix(dot + 1);
    }
    *at = std::move(value);
}

/// A value as it is written on a command line: a number, true, false, null, JSON in brackets or quotes, else a text.
inline document value_of_text(std::string const& text) {
    if (!text.empty() && (text.front() == '{' || text.front() == '[' || text.front() == '"'))
        return read_document(text);
    document d;
    std::string_view rest = text;
    std::optional<double> const x = detail::leading_number(rest);
    if (x && rest.empty() && *x * 0.0 == 0.0)
        d.what = document::type::number, d.number = *x, d.text = text;
    else if (text == "true" || text == "false")
        d.what = document::type::boolean, d.truth = text == "true";
    else if (text != "null")
        d = document::of_text(text);
    return d;
}

} // namespace tallywatt
