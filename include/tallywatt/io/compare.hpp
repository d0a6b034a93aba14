#pragma once
// Deployments side by side as tables, and what drives the difference between two of them.
//
//   fmt::print("{}", comparison{{{"H100", evaluate(a)}, {"B200", evaluate(b)}}});
//   fmt::print("{}", explained(attribute(a, b, m), m));
//   fmt::print("{}", text_of(break_even(...), find_field(d, path)->units));

#include <tallywatt/explore/break_even.hpp>
#include <tallywatt/io/report.hpp>
#include <tallywatt/tco/compare.hpp>

#include <string>
#include <utility>
#include <vector>

namespace tallywatt {

/// Reports under the names of their columns. With two of them a last column holds the second less the first.
struct comparison {
    std::vector<std::pair<std::string, report>> columns{};
};

/// An attribution with the figure it is of.
struct explanation {
    attribution of{};
    std::string figure{};
    std::span<unit_symbol const> units{};
};
inline explanation explained(attribution a, metric const& m) { return {std::move(a), m.path(), m.units()}; }

namespace detail {

inline std::string in_units(double base, std::span<unit_symbol const> units) {
    auto const unit = fitting_unit(base, units);
    std::string const text = number_text(base / unit.scale);
    return unit.text[0] == '\0' ? text : text + ' ' + unit.text;
}

template <class Q>
double base_of(Q const& q) {
    return static_cast<double>(number_in(q));
}

// A cell: long units in short, so that columns stay narrow.
template <class Q>
std::string cell_of(Q const& q) {
    std::string text = shown(q);
    for (char const* const long_unit : {"accelerator-hours", "accelerator-hour", "accelerators"})
        if (auto const at = text.find(long_unit); at != std::string::npos) text.replace(at, std::string_view(long_unit).size(), long_unit[11] == 's' ? "acc." : "acc.-h");
    return text;
}

// One section of every report: a member of report and its lines, zero in all columns left out.
template <class Section>
void compare_section(sink out, std::string const& title, comparison const& c, Section const& section, bool with_total) {
    constexpr std::size_t wide = 34;
    heading(out, title);
    bool const two = c.columns.size() == 2;
    bool mixed = false;
    for (auto const& [n, r] : c.columns) mixed = mixed || r.work != c.columns.front().second.work;
    auto const row = [&](std::string const& name, auto const& get) {
        using Q = std::remove_cvref_t<decltype(get(c.columns.front().second))>;
        bool any = false;
        for (auto const& [n, r] : c.columns) any = any || base_of(get(r)) != 0.0;
        if (!any) return;
        fmt::format_to(out, "  {:<{}}", name, wide);
        for (auto const& [n, r] : c.columns) {
            bool const is_absent = mixed && base_of(get(r)) == 0.0;  // a line of another kind of work
            fmt::format_to(out, " {:>22}", is_absent ? std::string("-") : cell_of(get(r)));
        }
        if (two) {
            double const a = base_of(get(c.columns[0].second)), b = base_of(get(c.columns[1].second));
            bool const absent = mixed && (a == 0.0 || b == 0.0);
            bool const never = cell_of(get(c.columns[0].second)) == "never" || cell_of(get(c.columns[1].second)) == "never";
            if (absent || never || (a < 0.0) != (b < 0.0)) {  // a share of it says nothing
                fmt::format_to(out, "\n");
                return;
            }
            if constexpr (is_temperature<Q>)
                fmt::format_to(out, " {:>22}", fmt::format("{:+.4g} K", b - a));
            else if (a == b)
                fmt::format_to(out, " {:>22}", "same");
            else
                fmt::format_to(out, " {:>22}", a != 0.0 ? fmt::format("{:+.1f} %", 100.0 * (b / a - 1.0)) : std::string("new"));
        }
        fmt::format_to(out, "\n");
    };
    std::size_t index = 0;
    using S = std::remove_cvref_t<decltype(section(c.columns.front().second))>;
    S::each(
        [&](field const& f, auto const& value) {
            using M = std::remove_cvref_t<decltype(value)>;
            if constexpr (numeric_leaf<M>) {
                std::size_t const mine = index;
                row(label_of(f), [&](report const& r) {
                    M found{};
                    std::size_t k = 0;
                    S::each(
                        [&](field const&, auto const& other) {
                            if constexpr (std::same_as<std::remove_cvref_t<decltype(other)>, M>)
                                if (k == mine) found = other;
                            ++k;
                        },
                        section(r));
                    return found;
                });
            }
            ++index;
        },
        section(c.columns.front().second));
    if constexpr (requires(S const& s) { s.total(); })
        if (with_total) row("total", [&](report const& r) { return section(r).total(); });
}

inline std::string comparison_text(comparison const& c) {
    std::string s;
    if (c.columns.empty()) return s;
    sink const out(s);
    fmt::format_to(out, "  {:<34}", "");
    for (auto const& [name, r] : c.columns) fmt::format_to(out, " {:>22}", name.size() > 22 ? name.substr(0, 22) : name);
    if (c.columns.size() == 2) fmt::format_to(out, " {:>22}", "second over first");
    fmt::format_to(out, "\n");
    compare_section(out, "Delivery", c, [](report const& r) -> auto const& { return r.delivery; }, false);
    bool training = false;
    for (auto const& [name, r] : c.columns) training = training || r.work == work_kind::runs;
    if (training) compare_section(out, "Runs", c, [](report const& r) -> auto const& { return r.training; }, false);
    compare_section(out, "Per token and per accelerator-hour", c, [](report const& r) -> auto const& { return r.unit; }, false);
    compare_section(out, "Power and energy", c, [](report const& r) -> auto const& { return r.power; }, false);
    compare_section(out, "Capital", c, [](report const& r) -> auto const& { return r.capital; }, true);
    compare_section(out, "Cost of a year", c, [](report const& r) -> auto const& { return r.cost; }, true);
    compare_section(out, "Greenhouse gases", c, [](report const& r) -> auto const& { return r.carbon; }, true);
    compare_section(out, "Water consumed", c, [](report const& r) -> auto const& { return r.water; }, true);
    heading(out, "Limits");
    fmt::format_to(out, "  {:<34}", "binding");
    for (auto const& [name, r] : c.columns) fmt::format_to(out, " {:>22}", std::string_view(r.binding_limit().name).substr(0, 22));
    fmt::format_to(out, "\n  {:<34}", "all met");
    for (auto const& [name, r] : c.columns) fmt::format_to(out, " {:>22}", r.feasible() ? "yes" : "no");
    fmt::format_to(out, "\n");
    return s;
}

inline std::string explanation_text(explanation const& e) {
    std::string s;
    sink const out(s);
    auto const& a = e.of;
    heading(out, fmt::format("What drives {}: {} to {}", e.figure, in_units(a.from, e.units), in_units(a.to, e.units)));
    double const whole = a.difference();
    auto const row = [&](char const* name, double x) {
        fmt::format_to(out, "  {:<34} {:>22} {:>9.1f} %\n", name, in_units(x, e.units), whole != 0.0 && x != 0.0 ? 100.0 * x / whole : 0.0);
    };
    for (auto const& part : a.shares) row(part.part, part.share);
    row("difference", whole);
    return s;
}

inline std::string break_even_text(break_even_result const& b, std::span<unit_symbol const> units) {
    std::string s;
    sink const out(s);
    if (b.crossings.empty() && !b.scanned.empty())
        fmt::format_to(out, "no crossing between {} and {}; nearest at {}\n", in_units(b.scanned.front().first, units), in_units(b.scanned.back().first, units),
                       in_units(b.nearest, units));
    else if (b.crossings.empty())
        fmt::format_to(out, "no crossing: no value makes sense\n");
    for (auto const& c : b.crossings)
        fmt::format_to(out, "{}{}\n", in_units(c.at, units), c.is_jump ? " (the plan changes here: a jump over it)" : "");
    return s;
}

}  // namespace detail
}  // namespace tallywatt

template <>
struct fmt::formatter<tallywatt::comparison> : fmt::formatter<fmt::string_view> {
    template <class Context>
    auto format(tallywatt::comparison const& c, Context& ctx) const {
        return fmt::formatter<fmt::string_view>::format(tallywatt::detail::comparison_text(c), ctx);
    }
};
template <>
struct fmt::formatter<tallywatt::explanation> : fmt::formatter<fmt::string_view> {
    template <class Context>
    auto format(tallywatt::explanation const& e, Context& ctx) const {
        return fmt::formatter<fmt::string_view>::format(tallywatt::detail::explanation_text(e), ctx);
    }
};

namespace tallywatt {
/// A break-even as a line of text, in units of the field that was varied.
inline std::string text_of(break_even_result const& b, std::span<unit_symbol const> units) { return detail::break_even_text(b, units); }
}  // namespace tallywatt
