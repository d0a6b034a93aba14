#pragma once
// A report as rows: the path of each line, its value and the unit that lines of its dimension are given in, whatever their
// size, so that reports compare. Totals and limits stand among them. What io/csv.hpp and the program write.
//
//   for (report_row const& r : report_rows(evaluate(d))) use(r.path, r.value, r.unit);      // "unit.blended", 0.31, "USD/Mtok"

#include <tallywatt/io/quantity_text.hpp>
#include <tallywatt/tco/accelerator_hour.hpp>
#include <tallywatt/tco/report.hpp>

#include <algorithm>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace tallywatt {

struct report_row {
    std::string path{};  ///< "cost.electricity"
    std::string label{}; ///< "electricity"
    std::string unit{};
    double value = 0.0;  ///< in that unit; not finite where there is none
    double base = 0.0;   ///< in house base units
    std::string text{};  ///< of what is no number
    bool is_text = false;
    std::span<unit_symbol const> units{}; ///< that its dimension is printed in; empty where there is no choice
};

namespace detail {

/// The unit that reports give a dimension in: the house base unit where it is printed, else the smallest that is; kWh.
inline unit_symbol report_unit(shape const& s) {
    if (s.style == number_style::temperature)
        return {"degC", 1.0};
    if (s.dimension == d_energy)
        return {"kWh", kwh};
    unit_symbol const* first = nullptr;
    for (unit_symbol const& u : s.units) {
        if (u.printed && u.scale == 1.0)
            return u;
        if (u.printed && first == nullptr)
            first = &u;
    }
    return first != nullptr ? *first : s.units.empty() ? unit_symbol{"", 1.0} : s.units.front();
}

inline std::string row_label(field const& f) {
    std::string label = f.label != nullptr ? f.label : f.name;
    if (f.label == nullptr)
        for (char& c : label)
            c = c == '_' ? ' ' : c;
    return label;
}

inline report_row number_row(std::string path, std::string label, shape const& s, double base) {
    unit_symbol const u = report_unit(s);
    double shown = s.style == number_style::temperature ? base - 273.15 : base / u.scale;
    if (s.dimension == d_time && base > 1000.0 * yr) // never, as the table says
        shown = std::numeric_limits<double>::infinity();
    std::span<unit_symbol const> const units = s.style == number_style::quantity ? s.units : std::span<unit_symbol const>{};
    return {std::move(path), std::move(label), u.text, shown, base, {}, false, units};
}
inline report_row text_row(std::string path, std::string label, std::string text) {
    return {std::move(path), std::move(label), {}, 0.0, 0.0, std::move(text), true, {}};
}

inline void rows_of(std::vector<report_row>& rows, std::string const& path, std::string const& label, shape const& s, void const* object) {
    auto const below = [&](std::string const& name) { return path.empty() ? name : path + '.' + name; };
    switch (s.what) {
        case shape_kind::number:
            rows.push_back(number_row(path, label, s, s.ranged ? static_cast<estimate const*>(object)->likely : *static_cast<double const*>(object)));
            return;
        case shape_kind::integer: {
            auto const x = static_cast<double>(s.get_integer(object));
            rows.push_back({path, label, {}, x, x, {}, false, {}});
            return;
        }
        case shape_kind::boolean: rows.push_back(text_row(path, label, s.get_integer(object) != 0 ? "true" : "false")); return;
        case shape_kind::choice: {
            auto const i = static_cast<std::size_t>(s.get_integer(object));
            rows.push_back(text_row(path, label, i < s.names.size() ? std::string(s.names[i]) : std::string{}));
            return;
        }
        case shape_kind::object:
            for (shape::member const& m : s.in_use(object))
                rows_of(rows, below(m.about.name), row_label(m.about), m.of(), m.in(object));
            return;
        case shape_kind::list:
            for (std::size_t i = 0; i < s.used(object); ++i)
                rows_of(rows, path + '[' + std::to_string(i) + ']', label, s.element(), s.at(object, i));
            return;
        case shape_kind::variant:
            if (shape::alternative const& a = s.alternatives[s.index(object)]; a.of != nullptr)
                rows_of(rows, path, label, a.of(), s.held(object));
            return;
        case shape_kind::text:
            if (char const* const text = *static_cast<char const* const*>(object); text != nullptr)
                rows.push_back(text_row(path, label, text));
            return;
        case shape_kind::reference: return;
    }
}

/// The total of a struct of lines, beside them.
template <class Lines>
void total_row(std::vector<report_row>& rows, std::string const& path, Lines const& lines) {
    if constexpr (requires { lines.total(); }) {
        auto const total = lines.total();
        auto const after = std::find_if(rows.rbegin(), rows.rend(), [&](report_row const& r) {
            return r.path.size() > path.size() && r.path.compare(0, path.size(), path) == 0 && r.path[path.size()] == '.';
        });
        rows.insert(after.base(), number_row(path + ".total", "total", shape_of<std::remove_cvref_t<decltype(total)>>(), number_in(total)));
    }
}

} // namespace detail

/// Every line of a report, its totals, and its limits.
inline std::vector<report_row> report_rows(report const& r) {
    std::vector<report_row> rows;
    report::each(
        [&](field const& f, auto const& part) {
            using P = std::remove_cvref_t<decltype(part)>;
            detail::rows_of(rows, f.name, detail::row_label(f), shape_of<P>(), &part);
            detail::total_row(rows, f.name, part);
            if constexpr (described<P>)
                P::each(
                    [&](field const& below, auto const& lines) {
                        detail::total_row(rows, std::string(f.name) + '.' + below.name, lines);
                    },
                    part
                );
        },
        r
    );
    accelerator_hour_lines const of_hour = per_accelerator_hour(r);
    detail::rows_of(rows, accelerator_hour_lines::kind, accelerator_hour_lines::kind, shape_of<accelerator_hour_lines>(), &of_hour);
    for (auto const& l : r.limits) {
        if (l.name == nullptr || *l.name == '\0')
            continue;
        std::string path = "limits.";
        for (char const* c = l.name; *c != '\0'; ++c)
            path += *c == ' ' ? '_' : *c;
        if (!l.yes_no)
            rows.push_back({path, l.name, {}, l.used, l.used, {}, false, {}});
        rows.push_back(detail::text_row(path + ".state", std::string(l.name) + ", state", tallywatt::name_of(l.state())));
    }
    rows.push_back(detail::text_row("feasible", "feasible", r.feasible() ? "true" : "false"));
    rows.push_back(detail::text_row("binding_limit", "binding limit", r.binding_limit().name));
    return rows;
}

/// The row of that path, or null.
inline report_row const* find_row(std::vector<report_row> const& rows, std::string_view path) {
    for (report_row const& r : rows)
        if (r.path == path)
            return &r;
    return nullptr;
}

} // namespace tallywatt
