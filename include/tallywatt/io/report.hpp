#pragma once
// The report as a table a person reads, and the assumption ledger behind it. Lines and their names come from the structs'
// own field lists; each table closes with its total.
//
//   fmt::print("{}", evaluate(d));
//   fmt::print("{}", ledger_of(d));                                  // the defaults in use
//   fmt::print("{}", ledger_of(d, catalog::registry));               // and what was taken from the catalog
//   fmt::print("{}", ledger_of(d, catalog::registry).in_brief());    // what is uncertain, prices and carbon

#include <tallywatt/io/format.hpp>
#include <tallywatt/tco/accelerator_hour.hpp>
#include <tallywatt/tco/ledger.hpp>
#include <tallywatt/tco/report.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tallywatt {

namespace detail {

using sink = std::back_insert_iterator<std::string>;

inline void heading(sink out, std::string const& title) { fmt::format_to(out, "\n{}\n{}\n", title, std::string(title.size(), '-')); }

inline std::string label_of(field const& f) {
    if (f.label != nullptr) return f.label;
    std::string label = f.name;
    std::replace(label.begin(), label.end(), '_', ' ');
    return label;
}

// Four digits; a number of ten thousand and more in full, with its digits in groups.
inline std::string number_text(double x) {
    double const size = x < 0.0 ? -x : x;
    if (!(size >= 9999.5 && size < 1e15)) return fmt::format("{:.4g}", x);
    std::string digits = fmt::format("{:.0f}", size);
    for (auto i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > 0; i -= 3) digits.insert(static_cast<std::size_t>(i), ",");
    return x < 0.0 ? '-' + digits : digits;
}

// The unit that a number of four digits is read in.
template <class Q>
unit_symbol unit_of_shown(double base) {
    auto const units = unit_symbols<tallywatt::leaf_dimension<Q>>();
    bool const finite = base * 0.0 == 0.0;
    return fitting_unit(finite ? std::strtod(fmt::format("{:.3e}", base).c_str(), nullptr) : base, units);
}

template <class Q>
std::string shown(Q const& value) {
    if constexpr (std::is_integral_v<Q>)
        return fmt::format("{}", value);
    else {
        using T = std::remove_cvref_t<decltype(number_in(value))>;
        if constexpr (is_temperature<Q>)
            return fmt::format("{:.4g}", value);
        else if constexpr (std::same_as<T, interval>) {
            auto const& x = number_in(value);
            auto const unit = unit_of_shown<Q>(x.middle());
            std::string const low = number_text(x.low / unit.scale), high = number_text(x.high / unit.scale);
            std::string const text = low == high ? low : '[' + low + ", " + high + ']';
            return unit.text[0] == '\0' ? text : text + ' ' + unit.text;
        } else {
            double const base = point_of(number_in(value));
            if constexpr (std::same_as<Q, duration<T>>)
                if (base > 1000.0 * yr) return "never";
            auto const unit = unit_of_shown<Q>(base);
            std::string const text = number_text(base / unit.scale);
            return unit.text[0] == '\0' ? text : text + ' ' + unit.text;
        }
    }
}

inline void line_of(sink out, char const* name, std::string const& text) { fmt::format_to(out, "  {:<34} {:>28}\n", name, text); }

template <class Q>
void line(sink out, char const* name, Q const& value) {
    line_of(out, name, shown(value));
}

template <class T>
std::string joules_text(energy_per_token<T> const& e) {
    if constexpr (std::same_as<T, interval>)
        return fmt::format("{:.4g} J/token", e.base_value);
    else
        return number_text(point_of(e.base_value)) + " J/token";
}

template <class S>
void lines(sink out, S const& s) {
    S::each(
        [&](field const& f, auto const& value) {
            using M = std::remove_cvref_t<decltype(value)>;
            if constexpr (numeric_leaf<M>) line(out, label_of(f).c_str(), value);
        },
        s);
}

// The same without what is zero: lines that another kind of work fills.
template <class S>
void lines_in_use(sink out, S const& s) {
    S::each(
        [&](field const& f, auto const& value) {
            using M = std::remove_cvref_t<decltype(value)>;
            if constexpr (numeric_leaf<M>)
                if (!(number_in(value) == std::remove_cvref_t<decltype(number_in(value))>{})) line(out, label_of(f).c_str(), value);
        },
        s);
}

// Lines per token, with what nothing was given for in words.
template <bool all, class T>
void unit_lines(sink out, basic_report<T> const& r) {
    basic_unit_economics<T>::each(
        [&](field const& f, auto const& value) {
            bool const zero = number_in(value) == std::remove_cvref_t<decltype(number_in(value))>{};
            if (std::string_view(f.name) == "revenue" && zero)
                line_of(out, label_of(f).c_str(), "no prices given");
            else if (all || !zero)
                line(out, label_of(f).c_str(), value);
        },
        r.unit);
}

// Shares of a time that sum to one.
template <class S>
void percentages(sink out, S const& s) {
    double sum = 0.0;
    S::each(
        [&](field const& f, auto const& value) {
            double const x = 100.0 * point_of(number_in(value));
            sum += x;
            line_of(out, label_of(f).c_str(), fmt::format("{:.2f} %", x));
        },
        s);
    line_of(out, "total", fmt::format("{:.2f} %", sum));
}

template <class Q, class Total, class Rate>
void share(sink out, char const* name, Q const& value, Total const& total, Rate const& tokens) {
    if (value == Q{}) return;
    auto const each = [&] {
        if constexpr (is_bounded<Q>)
            return fmt::format("{:.3g}", (value / tokens).value);
        else
            return fmt::format("{:.3g}", value / tokens);
    }();
    double const part = point_of(number_in(value)) / point_of(number_in(total));  // of points: bounds of a quotient are not a share
    fmt::format_to(out, "  {:<34} {:>16} {:>7.1f} % {:>20}\n", name, shown(value), 100.0 * part, each);
}

// Lines with their share of the total and what each is per million computed tokens.
template <class S, class Rate>
void shares(sink out, S const& s, Rate const& tokens) {
    auto const total = s.total();
    S::each([&](field const& f, auto const& value) { share(out, label_of(f).c_str(), value, total, tokens); }, s);
    share(out, "total", total, total, tokens);
}

template <class S>
void parts(sink out, S const& s) {
    auto const total = s.total();
    auto const row = [&](char const* name, auto const& value) {
        double const all = point_of(number_in(total)), part = all == 0.0 ? 0.0 : point_of(number_in(value)) / all;
        fmt::format_to(out, "  {:<34} {:>16} {:>7.1f} %\n", name, shown(value), 100.0 * part);
    };
    S::each(
        [&](field const& f, auto const& value) {
            if constexpr (std::same_as<std::remove_cvref_t<decltype(value)>, std::remove_cvref_t<decltype(total)>>)
                if (!(value == decltype(value){})) row(label_of(f).c_str(), value);
        },
        s);
    row("total", total);
}

inline char const* name_of(supply_input i) {
    switch (i) {
        case supply_input::logic_wafers: return "logic wafers";
        case supply_input::base_wafers: return "base-die wafers";
        case supply_input::interposer_wafers: return "interposer wafers";
        case supply_input::hbm: return "HBM";
        default: return "substrates";
    }
}

// Whether a limit has a measure: a plan says yes or no by 0 and 2, and where nothing is limited nothing is used.
template <class T>
bool measured(limit<T> const& l) {
    double const low = static_cast<double>(lowest(l.used)), high = static_cast<double>(highest(l.used));
    return !l.yes_no && !(low == 0.0 && high == 0.0);
}

template <class T>
std::string report_text(basic_report<T> const& r) {
    std::string s;
    sink const out(s);
    bool const serves = r.work == work_kind::service;
    auto const tokens = serves ? r.delivery.output.value + r.delivery.input.value : r.training.tokens;
    heading(out, "Delivery");
    if (serves) {
        lines(out, r.delivery);
        line(out, "output tokens a year", r.delivery.output.value * year);
        line(out, "computed input tokens a year", r.delivery.input.value * year);
    } else {
        lines_in_use(out, r.delivery);
        lines(out, r.training);
        line(out, "tokens trained a year", r.training.tokens * year);
        heading(out, "Where a run's time goes");
        percentages(out, r.training.kept);
    }
    heading(out, serves ? "Per token and per accelerator-hour (computed: prompt tokens not cached, and output)"
                        : "Per token and per accelerator-hour (computed: trained)");
    serves ? unit_lines<true>(out, r) : unit_lines<false>(out, r);
    line_of(out, "energy per computed token, in J", joules_text(r.unit.energy));
    if (serves) line_of(out, "energy with prompts, per output token, in J", joules_text(r.unit.energy_per_output));
    basic_accelerator_hour_lines<T> const of_hour = per_accelerator_hour(r);
    line(out, "energy of an accelerator-hour", of_hour.facility_energy);
    line(out, "CO2e of an accelerator-hour", of_hour.carbon);
    line(out, "water of an accelerator-hour", of_hour.water);
    heading(out, "Power and energy");
    lines(out, r.power);
    heading(out, "IT power (mean; per computed tokens)");
    shares(out, r.it, tokens);
    heading(out, "Facility overhead (mean; per computed tokens)");
    shares(out, r.overhead, tokens);
    heading(out, "Capital");
    parts(out, r.capital);
    heading(out, "Cost of a year (per computed tokens)");
    shares(out, r.cost, tokens);
    heading(out, "Greenhouse gases (per computed tokens)");
    shares(out, r.carbon, tokens);
    share(out, "of which operational", r.carbon.operational(), r.carbon.total(), tokens);
    share(out, "of which embodied", r.carbon.embodied(), r.carbon.total(), tokens);
    heading(out, "Water consumed (per computed tokens)");
    shares(out, r.water, tokens);
    if (r.package_known) {
        heading(out, "Making one accelerator: cost floor");
        parts(out, r.manufacture.cost);
        line(out, "price over manufacturing cost", r.manufacture.price_over_cost);
        heading(out, "Making one accelerator: embodied emissions");
        parts(out, r.manufacture.embodied);
        if (point_of(number_in(r.manufacture.time_to_supply)) > 0.0) {
            line(out, "industry output the fleet takes", r.manufacture.time_to_supply);
            line_of(out, "scarcest input", name_of(r.manufacture.scarcest));
        }
    }
    if (serves) {
        heading(out, "Memory of one accelerator");
        parts(out, r.memory);
        heading(out, "Where an iteration's time goes");
        parts(out, r.time);
    } else {
        heading(out, "Memory of the fullest accelerator");
        parts(out, r.memory_of_training);
        heading(out, "Where a step's time goes, on the slowest stage");
        parts(out, r.time_of_training);
    }
    heading(out, "Limits (used of what is allowed)");
    int asked = 0, unmet = 0;
    for (auto const& l : r.limits) {
        if (l.name[0] == '\0') continue;
        ++asked;
        unmet += l.state() != limit_state::met;
        std::string measure;
        double const low = 100.0 * static_cast<double>(lowest(l.used)), high = 100.0 * static_cast<double>(highest(l.used));
        if (measured(l))
            measure = high - low < 0.05 ? fmt::format("{:>8.1f} %  headroom {:>8.1f} %", high, 100.0 - high)
                                        : fmt::format("{:.1f} to {:.1f} %  headroom {:.1f} %", low, high, 100.0 - high);
        fmt::format_to(out, "  {:<34} {:<31} {}\n", l.name, measure, tallywatt::name_of(l.state()));
    }
    auto const& tight = r.binding_limit();
    fmt::format_to(out, "  binding: {} ({}); {}\n", tight.name, tallywatt::name_of(tight.state()),
                   unmet == 0 ? std::string("all limits are met") : fmt::format("{} of {} not met", unmet, asked));
    return s;
}

}  // namespace detail

constexpr char const* name_of(confidence c) {
    switch (c) {
        case confidence::high: return "high";
        case confidence::medium: return "medium";
        case confidence::low: return "low";
        default: return "assumed";
    }
}

/// The assumption ledger of a described struct, for printing.
template <described X, class Registry = detail::no_registry>
struct ledger {
    X const& of;
    Registry const& registry;
    bool brief = false;

    /// The same in short: what is of low trust, assumed or ranges over more than 10 %, and all prices and emissions.
    [[nodiscard]] ledger in_brief() const { return {of, registry, true}; }
};
template <described X>
ledger<X> ledger_of(X const& x) {
    static constexpr detail::no_registry none{};
    return {x, none};
}
template <described X, class Registry>
ledger<X, Registry> ledger_of(X const& x, Registry const& registry) {
    return {x, registry};
}

namespace detail {

/// One printed line of a ledger.
struct ledger_row {
    std::string path, value, range;
    source from{};
    int figures = 1;  ///< elements of a list print as one line
    bool in_brief = false;

    // In short, fields of one part that are stated without ranges by one source share a line: part.{life, salvage}.
    [[nodiscard]] std::string part() const { return path.substr(0, path.find_last_of('.', path.find('{'))); }
    [[nodiscard]] bool joins(ledger_row const& o) const {
        constexpr std::size_t widest = 100;
        return figures == 1 && range.empty() && o.range.empty() && part() == o.part() && from.title == o.from.title && from.trust == o.from.trust &&
               path.size() + value.size() + o.path.size() - part().size() + o.value.size() < widest;
    }
    void join(ledger_row const& o) {
        std::size_t const start = part().size() + 1;
        if (path.back() == '}')
            path.pop_back();
        else
            path.insert(start, "{");
        path += ", " + o.path.substr(o.part().size() + 1) + '}';
        value += ", " + o.value;
    }
};

template <class Q>
bool is_money_or_carbon() {
    for (auto const& u : unit_symbols<tallywatt::leaf_dimension<Q>>())
        if (std::string_view(u.text).find("USD") != std::string_view::npos || std::string_view(u.text).find("CO2e") != std::string_view::npos) return true;
    return false;
}

template <class Q>
ledger_row row_of(std::string const& path, assumption<Q> const& a) {
    ledger_row row{path, shown(a.value), {}, a.from};
    bool wide = false;
    if (a.is_range()) {
        double const low = point_of(number_in(a.low)), likely = point_of(number_in(a.value)), high = point_of(number_in(a.high));
        double shift = 0.0, scale = 1.0;
        if constexpr (is_temperature<Q>)
            shift = 273.15;
        else
            scale = unit_of_shown<Q>(likely).scale;
        row.range = number_text((low - shift) / scale) + " to " + number_text((high - shift) / scale);
        double const size = likely < shift ? shift - likely : likely - shift;  // of a point in degrees Celsius
        wide = high - low > 0.1 * size;
    }
    row.in_brief = a.from.trust == confidence::low || a.from.trust == confidence::assumed || wide || is_money_or_carbon<Q>();
    // bins.17.hours belongs to the list `bins`
    for (std::size_t dot = path.find('.'); dot != std::string::npos; dot = path.find('.', dot + 1))
        if (dot + 1 < path.size() && path[dot + 1] >= '0' && path[dot + 1] <= '9') {
            row.path = path.substr(0, dot);
            break;
        }
    return row;
}

template <class X, class Registry>
std::string ledger_text(ledger<X, Registry> const& l) {
    std::vector<ledger_row> rows;
    int rest = 0;
    for_each_assumption(
        l.of,
        [&](std::string const& path, auto const& a) {
            ledger_row row = row_of(path, a);
            if (l.brief && !row.in_brief)
                ++rest;
            else if (row.path != path && !rows.empty() && rows.back().path == row.path)
                rows.back().value = fmt::format("{} figures", ++rows.back().figures), rows.back().range.clear();
            else if (l.brief && !rows.empty() && rows.back().joins(row))
                rows.back().join(row);
            else
                rows.push_back(std::move(row));
        },
        l.registry);
    std::size_t figure = 0, range = 0;  // widths of path and value together, and of the range
    for (auto const& r : rows) figure = std::max(figure, r.path.size() + 2 + r.value.size()), range = std::max(range, r.range.size());
    std::string s;
    sink const out(s);
    heading(out, l.brief ? "Assumptions: what is uncertain, prices and emissions" : "Assumptions");
    for (auto const& r : rows)
        fmt::format_to(out, "  {}{:>{}}  {:<{}}  {:<8} {}{}{}\n", r.path, r.value, figure - r.path.size(), r.range, range, name_of(r.from.trust),
                       r.from.title, r.from.date != nullptr ? ", " : "", r.from.date != nullptr ? r.from.date : "");
    if (rest > 0) fmt::format_to(out, "  {} more figures of high or medium trust: for_each_assumption lists them\n", rest);
    return s;
}

}  // namespace detail
}  // namespace tallywatt

template <class T>
struct fmt::formatter<tallywatt::basic_report<T>> : fmt::formatter<fmt::string_view> {
    template <class Context>
    auto format(tallywatt::basic_report<T> const& r, Context& ctx) const {
        return fmt::formatter<fmt::string_view>::format(tallywatt::detail::report_text(r), ctx);
    }
};

template <class X, class Registry>
struct fmt::formatter<tallywatt::ledger<X, Registry>> : fmt::formatter<fmt::string_view> {
    template <class Context>
    auto format(tallywatt::ledger<X, Registry> const& l, Context& ctx) const {
        return fmt::formatter<fmt::string_view>::format(tallywatt::detail::ledger_text(l), ctx);
    }
};
