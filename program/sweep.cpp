#include "commands.hpp"

#include <tallywatt/io/csv.hpp>
#include <tallywatt/io/json_report.hpp>
#include <tallywatt/io/json_scenario.hpp>
#include <tallywatt/io/report.hpp>

#include <cstdio>

#include <unistd.h>

namespace program {

using namespace tallywatt;

namespace {

struct axis {
    std::string field{};
    std::vector<std::string> values{};
};

constexpr std::size_t most_points = 100'000;

std::string without_blanks(std::string const& text) {
    std::size_t const first = text.find_first_not_of(' '), last = text.find_last_not_of(' ');
    return first == std::string::npos ? std::string{} : text.substr(first, last - first + 1);
}

/// The parts of a text between signs that stand in no quotes and no brackets.
std::vector<std::string> parts_of(std::string const& text, char sign) {
    std::vector<std::string> parts(1);
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (quoted && c == '\\' && i + 1 < text.size())
            parts.back() += text[i++];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted)
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        if (c == sign && !quoted && depth == 0)
            parts.emplace_back();
        else
            parts.back() += text[i];
    }
    for (std::string& part : parts)
        part = without_blanks(part);
    return parts;
}

/// Values from low to high: "4%:12%:9". Both ends in one unit.
std::vector<std::string> spread(std::vector<std::string> const& parts, std::string const& option) {
    std::string const wanted = option + ": a range is wanted as low:high:count, both ends in one unit: 4%:12%:9";
    if (parts.size() != 3)
        throw bad_input(wanted);
    std::string_view low_unit = parts[0], high_unit = parts[1], rest = parts[2];
    auto const low = tallywatt::detail::leading_number(low_unit), high = tallywatt::detail::leading_number(high_unit);
    auto const count = tallywatt::detail::leading_number(rest);
    if (!low || !high || !count || !rest.empty() || (low_unit != high_unit && !low_unit.empty()) || *count < 2.0
        || *count > static_cast<double>(most_points) || *count != static_cast<double>(static_cast<long>(*count)))
        throw bad_input(wanted);
    if (!((*high - *low) * 0.0 == 0.0))
        throw bad_input(option + ": too large numbers");
    std::vector<std::string> values;
    auto const n = static_cast<std::size_t>(*count);
    for (std::size_t i = 0; i < n; ++i) {
        double const t = static_cast<double>(i) / static_cast<double>(n - 1);
        double const x = i + 1 == n ? *high : *low + t * (*high - *low);
        // twelve digits: 0.07, not 0.07000000000000001
        char buffer[40];
        std::snprintf(buffer, sizeof buffer, "%.12g", x);
        values.push_back(buffer + std::string(high_unit));
    }
    return values;
}

axis axis_of(std::string const& text) {
    std::string const option = "--vary " + text;
    std::size_t const equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
        throw bad_input(option + ": a field and its values are wanted: --vary site.cooling=air_contained,direct_to_chip");
    axis a{without_blanks(text.substr(0, equals)), {}};
    std::string const values = text.substr(equals + 1);
    if (std::vector<std::string> const range = parts_of(values, ':'); range.size() > 1) {
        a.values = spread(range, option);
        return a;
    }
    a.values = parts_of(values, ',');
    for (std::string const& value : a.values)
        if (value.empty())
            throw bad_input(option + ": a value between two commas is missing");
    return a;
}

/// The unit in which a column of numbers is read best: that of its largest.
unit_symbol column_unit(std::vector<report_row> const& column) {
    double largest = 0.0;
    for (report_row const& r : column)
        if (double const size = r.base < 0.0 ? -r.base : r.base; size * 0.0 == 0.0 && r.value * 0.0 == 0.0 && size > largest)
            largest = size;
    unit_symbol const as_is{column.front().unit.c_str(), 1.0};
    return column.front().units.empty() || largest == 0.0 ? as_is : fitting_unit(largest, column.front().units);
}

/// Points done, on a terminal only, and only where it takes long enough to be read.
class progress {
public:
    explicit progress(std::size_t all) : all_(all), shown_(all >= 50 && isatty(STDERR_FILENO) != 0) {}
    progress(progress const&) = delete;
    progress& operator=(progress const&) = delete;
    ~progress() {
        if (shown_)
            std::fputs("\r\033[K", stderr);
    }
    void at(std::size_t done) const {
        if (shown_ && done % (all_ / 100 + 1) == 0)
            std::fprintf(stderr, "\r%zu of %zu points", done, all_);
    }

private:
    std::size_t all_;
    bool shown_;
};

} // namespace

output sweep(std::string const& file, std::vector<std::string> const& vary, std::vector<std::string> const& show, form f) {
    document const base = load(file);
    std::vector<axis> axes;
    std::size_t points = 1;
    for (std::string const& v : vary) {
        axes.push_back(axis_of(v));
        for (std::size_t i = 0; i + 1 < axes.size(); ++i)
            if (axes[i].field == axes.back().field)
                throw bad_input("--vary " + v + ": " + axes.back().field + " varies twice");
        if (axes.back().values.size() > most_points / points)
            throw bad_input("a sweep of more than " + std::to_string(most_points) + " points");
        points *= axes.back().values.size();
    }
    if (axes.empty())
        throw bad_input("a sweep varies at least one field: --vary site.cooling=air_contained,direct_to_chip");
    std::vector<std::string> lines = show;
    if (lines.empty())
        lines = {"unit.blended", "unit.energy", "unit.carbon", "unit.water", "power.pue", "delivery.output", "capital.total",
                 "cost.total", "feasible", "binding_limit"};

    output o;
    std::vector<std::vector<std::string>> table;
    std::vector<std::string> header, units;
    std::vector<std::vector<report_row>> columns(lines.size());
    progress const shown(points);
    for (std::size_t p = 0; p < points; ++p) {
        shown.at(p);
        document d = base;
        std::vector<std::string> row;
        std::size_t rest = p;
        std::string where = file;
        std::size_t block = points;
        for (axis const& a : axes) { // the first field varies slowest
            block /= a.values.size();
            std::string const& value = a.values[rest / block];
            rest %= block;
            where += " with " + a.field + '=' + value;
            change(d, a.field, value, where);
            row.push_back(value);
        }
        scenario const s = scenario_in(d, where);
        report const r = report_of(s, where);
        o.feasible = o.feasible && r.feasible();
        std::vector<report_row> const rows = report_rows(r);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            std::string const& line = lines[i];
            report_row const* const found = find_row(rows, line);
            if (found == nullptr) {
                std::vector<std::string_view> names;
                for (report_row const& known : rows)
                    names.push_back(known.path);
                throw bad_input("--show: no line of the report is called \"" + line + '"' + tallywatt::detail::near_text(line, names, "the lines are") + "; evaluate --format csv names them all");
            }
            if (p == 0)
                units.push_back(found->unit);
            if (f == form::table)
                columns[i].push_back(*found);
            else if (f == form::csv)
                row.push_back(csv_cell(*found));
            else {
                std::string json;
                tallywatt::detail::append_row(json, *found);
                row.push_back(json);
            }
        }
        table.push_back(std::move(row));
    }

    if (f == form::table)
        for (std::size_t i = 0; i < lines.size(); ++i) {
            unit_symbol const unit = column_unit(columns[i]);
            units[i] = unit.text;
            for (std::size_t p = 0; p < points; ++p) {
                report_row const& r = columns[i][p];
                double const x = r.units.empty() ? r.value : r.base / unit.scale;
                table[p].push_back(r.is_text ? r.text : r.value * 0.0 == 0.0 ? tallywatt::detail::number_text(x) : "never");
            }
        }
    for (axis const& a : axes)
        header.push_back(a.field);
    for (std::size_t i = 0; i < lines.size(); ++i)
        header.push_back(units[i].empty() ? lines[i] : f == form::csv ? lines[i] + " (" + units[i] + ')' : lines[i]);
    if (f == form::csv) {
        for (std::size_t i = 0; i < header.size(); ++i)
            o.text += (i > 0 ? "," : "") + csv_cell(header[i]);
        o.text += '\n';
        for (auto const& row : table) {
            for (std::size_t i = 0; i < row.size(); ++i)
                o.text += (i > 0 ? "," : "") + (i < axes.size() ? csv_cell(row[i]) : row[i]);
            o.text += '\n';
        }
    } else if (f == form::json) {
        o.text = "[";
        for (std::size_t p = 0; p < table.size(); ++p) {
            o.text += p > 0 ? ",\n  {" : "\n  {";
            for (std::size_t i = 0; i < table[p].size(); ++i) {
                o.text += i > 0 ? ", " : "";
                tallywatt::detail::append_quoted(o.text, header[i]);
                o.text += ": ";
                if (i < axes.size())
                    tallywatt::detail::append_quoted(o.text, table[p][i]);
                else
                    o.text += table[p][i];
            }
            o.text += '}';
        }
        o.text += "\n]\n";
    } else {
        std::vector<std::size_t> width(header.size(), 0);
        std::vector<std::string> under(axes.size());
        under.insert(under.end(), units.begin(), units.end());
        for (std::size_t i = 0; i < header.size(); ++i) {
            width[i] = std::max(header[i].size(), under[i].size());
            for (auto const& row : table)
                width[i] = std::max(width[i], row[i].size());
        }
        auto const print = [&](std::vector<std::string> const& row) {
            std::string text;
            for (std::size_t i = 0; i < row.size(); ++i)
                text += i < axes.size() ? fmt::format("  {:<{}}", row[i], width[i]) : fmt::format("  {:>{}}", row[i], width[i]);
            text.erase(text.find_last_not_of(' ') + 1);
            o.text += text + '\n';
        };
        print(header);
        print(under);
        for (auto const& row : table)
            print(row);
    }
    return o;
}

} // namespace program
