#pragma once
// A report as JSON: every line as {"value": ..., "unit": ...}, nested as the report is, with its limits. The unit of a line is
// always the same (io/report_rows.hpp). A value that does not exist is null.
//
//   std::string s = report_json("one site", evaluate(d));

#include <tallywatt/io/report_rows.hpp>
#include <tallywatt/io/write_fields.hpp>

#include <string>
#include <vector>

namespace tallywatt {

namespace detail {

inline std::string json_number(double x) { return x * 0.0 == 0.0 ? shortest(x) : std::string("null"); }

inline void append_row(std::string& out, report_row const& r) {
    if (r.is_text)
        return r.text == "true" || r.text == "false" ? void(out += r.text) : append_quoted(out, r.text);
    if (r.unit.empty()) {
        out += json_number(r.value);
        return;
    }
    out += "{\"value\": " + json_number(r.value) + ", \"unit\": ";
    append_quoted(out, r.unit);
    out += '}';
}

/// Rows whose paths start with `above`, as the members of an object.
inline void append_rows(std::string& out, std::vector<report_row> const& rows, std::size_t& i, std::string const& above, int depth) {
    auto const line = [&](int d) { (out += '\n').append(static_cast<std::size_t>(2 * d), ' '); };
    out += '{';
    bool first = true;
    while (i < rows.size() && rows[i].path.compare(0, above.size(), above) == 0) {
        std::string const rest = rows[i].path.substr(above.size());
        std::size_t const dot = rest.find('.');
        if (!first)
            out += ',';
        first = false;
        line(depth + 1);
        append_quoted(out, rest.substr(0, dot));
        out += ": ";
        if (dot == std::string::npos)
            append_row(out, rows[i++]);
        else
            append_rows(out, rows, i, above + rest.substr(0, dot + 1), depth + 1);
    }
    line(depth);
    out += '}';
}

} // namespace detail

/// A report as a JSON object, without a line break at its end.
inline std::string report_json(std::string const& title, report const& r, int depth = 0) {
    auto const pad = std::string(static_cast<std::size_t>(2 * depth), ' ');
    std::vector<report_row> rows = report_rows(r);
    std::erase_if(rows, [](report_row const& row) {
        return row.path.compare(0, 7, "limits.") == 0 || row.path == "feasible" || row.path == "binding_limit";
    });
    std::string out = "{\n" + pad + "  \"title\": ";
    detail::append_quoted(out, title);
    out += ",\n" + pad + "  \"feasible\": " + (r.feasible() ? "true" : "false") + ",\n" + pad + "  \"binding_limit\": ";
    detail::append_quoted(out, r.binding_limit().name);
    out += ",\n" + pad + "  \"report\": ";
    std::size_t i = 0;
    detail::append_rows(out, rows, i, "", depth + 1);
    out += ",\n" + pad + "  \"limits\": [";
    bool first = true;
    for (auto const& l : r.limits) {
        if (l.name == nullptr || *l.name == '\0')
            continue;
        out += first ? "\n" : ",\n";
        first = false;
        out += pad + "    {\"name\": ";
        detail::append_quoted(out, l.name);
        if (!l.yes_no)
            out += ", \"used\": " + detail::json_number(l.used) + ", \"headroom\": " + detail::json_number(l.headroom());
        out += ", \"state\": \"" + std::string(tallywatt::name_of(l.state())) + "\"}";
    }
    return out + '\n' + pad + "  ]\n" + pad + '}';
}

} // namespace tallywatt
