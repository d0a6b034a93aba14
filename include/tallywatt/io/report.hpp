#pragma once
// The report as a table a person reads, and the assumption ledger behind it. Lines and their names come from the structs'
// own field lists; each table closes with its total.
//
//   fmt::print("{}", evaluate(d));
//   fmt::print("{}", ledger_of(d));

#include <tallywatt/io/format.hpp>
#include <tallywatt/tco/ledger.hpp>
#include <tallywatt/tco/report.hpp>

#include <algorithm>
#include <iterator>
#include <string>

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
    if (!(size >= 1e4 && size < 1e15)) return fmt::format("{:.4g}", x);
    std::string digits = fmt::format("{:.0f}", size);
    for (auto i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > 0; i -= 3) digits.insert(static_cast<std::size_t>(i), ",");
    return x < 0.0 ? '-' + digits : digits;
}

template <class Q>
std::string shown(Q const& value) {
    if constexpr (std::is_integral_v<Q>)
        return fmt::format("{}", value);
    else {
        using T = std::remove_cvref_t<decltype(number_in(value))>;
        if constexpr (std::same_as<T, interval> || is_temperature<Q>)
            return fmt::format("{:.4g}", value);
        else {
            double const base = point_of(number_in(value));
            if constexpr (std::same_as<Q, duration<T>>)
                if (base > 1000.0 * yr) return "never";
            auto const unit = fitting_unit(base, unit_symbols<tallywatt::leaf_dimension<Q>>());
            std::string const text = number_text(base / unit.scale);
            return unit.text[0] == '\0' ? text : text + ' ' + unit.text;
        }
    }
}

template <class Q>
void line(sink out, char const* name, Q const& value) {
    fmt::format_to(out, "  {:<34} {:>28}\n", name, shown(value));
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

// Lines with their share of the total and what each is per million computed tokens.
template <class S, class Rate>
void shares(sink out, S const& s, Rate const& tokens, char const* total_name = "total") {
    auto const total = s.total();
    auto const row = [&](char const* name, auto const& value) {
        if (value == decltype(value){}) return;
        if constexpr (is_bounded<std::remove_cvref_t<decltype(value)>>)
            fmt::format_to(out, "  {:<34} {:>16} {:>7.1f} % {:>20}\n", name, shown(value), 100.0 * point_of(value / total),
                           fmt::format("{:.3g}", (value / tokens).value));
        else
            fmt::format_to(out, "  {:<34} {:>16} {:>7.1f} % {:>20}\n", name, shown(value), 100.0 * point_of(value / total),
                           fmt::format("{:.3g}", value / tokens));
    };
    S::each([&](field const& f, auto const& value) { row(label_of(f).c_str(), value); }, s);
    row(total_name, total);
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

template <class T>
std::string report_text(basic_report<T> const& r) {
    std::string s;
    sink const out(s);
    auto const tokens = r.delivery.output.value + r.delivery.input.value;
    heading(out, "Delivery");
    lines(out, r.delivery);
    heading(out, "Per token and per accelerator-hour (all costs in)");
    lines(out, r.unit);
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
    heading(out, "Water consumed (per computed tokens)");
    shares(out, r.water, tokens);
    if (r.package_known) {
        heading(out, "Making one accelerator: cost floor");
        parts(out, r.manufacture.cost);
        heading(out, "Making one accelerator: embodied emissions");
        parts(out, r.manufacture.embodied);
        line(out, "price over manufacturing cost", r.manufacture.price_over_cost);
        if (point_of(number_in(r.manufacture.time_to_supply)) > 0.0) {
            line(out, "time to supply the fleet", r.manufacture.time_to_supply);
            fmt::format_to(out, "  {:<34} {:>28}\n", "scarcest input", name_of(r.manufacture.scarcest));
        }
    }
    heading(out, "Memory of one accelerator");
    parts(out, r.memory);
    heading(out, "Where an iteration's time goes");
    parts(out, r.time);
    heading(out, "Limits (used of what is allowed)");
    for (auto const& l : r.limits)
        fmt::format_to(out, "  {:<34} {:>8.1f} %  headroom {:>8.1f} %   {}\n", l.name, 100.0 * point_of(l.used), 100.0 * point_of(l.headroom()), tallywatt::name_of(l.state()));
    auto const& tight = r.binding_limit();
    fmt::format_to(out, "  binding: {} ({})\n", tight.name, tallywatt::name_of(tight.state()));
    return s;
}

}  // namespace detail

/// The assumption ledger of a described struct, for printing.
template <described X>
struct ledger {
    X const& of;
};
template <described X>
ledger<X> ledger_of(X const& x) {
    return {x};
}

constexpr char const* name_of(confidence c) {
    switch (c) {
        case confidence::high: return "high";
        case confidence::medium: return "medium";
        case confidence::low: return "low";
        default: return "assumed";
    }
}

}  // namespace tallywatt

template <class T>
struct fmt::formatter<tallywatt::basic_report<T>> : fmt::formatter<fmt::string_view> {
    template <class Context>
    auto format(tallywatt::basic_report<T> const& r, Context& ctx) const {
        return fmt::formatter<fmt::string_view>::format(tallywatt::detail::report_text(r), ctx);
    }
};

template <class X>
struct fmt::formatter<tallywatt::ledger<X>> : fmt::formatter<fmt::string_view> {
    template <class Context>
    auto format(tallywatt::ledger<X> const& l, Context& ctx) const {
        std::string s;
        tallywatt::detail::sink const out(s);
        tallywatt::detail::heading(out, "Assumptions (defaults in use)");
        tallywatt::for_each_assumption(l.of, [&](std::string const& path, auto const& value, tallywatt::source const& from) {
            fmt::format_to(out, "  {:<44} {:>14}  {:<8} {}{}{}\n", path, tallywatt::detail::shown(value), tallywatt::name_of(from.trust), from.title,
                           from.date != nullptr ? ", " : "", from.date != nullptr ? from.date : "");
        });
        return fmt::formatter<fmt::string_view>::format(s, ctx);
    }
};
