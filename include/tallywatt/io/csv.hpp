#pragma once
// Reports as comma-separated values (RFC 4180): a line of the report in each row with its unit, a report in each column.
// Numbers are written with all their digits; a value that does not exist (no payback) is an empty cell.
//
//   std::string s = report_csv({{"air", evaluate(a)}, {"liquid", evaluate(b)}});        line,label,unit,air,liquid

#include <tallywatt/io/report_rows.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tallywatt {

/// A cell: quoted where it has to be.
inline std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string out = "\"";
    for (char c : text)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}
inline std::string csv_number(double x) { return x * 0.0 == 0.0 ? detail::shortest(x) : std::string{}; }
inline std::string csv_cell(report_row const& r) { return r.is_text ? csv_cell(r.text) : csv_number(r.value); }

/// Reports side by side. Lines that a report does not have (a variant holds another part) are empty there.
inline std::string report_csv(std::vector<std::pair<std::string, report>> const& reports) {
    std::string out = "line,label,unit";
    std::vector<std::vector<report_row>> columns;
    for (auto const& [title, r] : reports) {
        out += ',' + csv_cell(title);
        columns.push_back(report_rows(r));
    }
    out += '\n';
    std::vector<report_row const*> lines; // the first report's, then what others have beside
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (report_row const& r : columns[i]) {
            bool had = false;
            for (std::size_t j = 0; j < i && !had; ++j)
                had = find_row(columns[j], r.path) != nullptr;
            if (!had)
                lines.push_back(&r);
        }
    for (report_row const* line : lines) {
        out += csv_cell(line->path) + ',' + csv_cell(line->label) + ',' + csv_cell(line->unit);
        for (auto const& column : columns) {
            report_row const* const r = find_row(column, line->path);
            out += ',' + (r == nullptr ? std::string{} : csv_cell(*r));
        }
        out += '\n';
    }
    return out;
}

} // namespace tallywatt
