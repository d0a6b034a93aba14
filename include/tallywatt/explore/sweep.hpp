#pragma once
// sweep: a deployment over every combination of values of fields and of alternatives (another cooling technology, another
// chip). Each combination is planned and evaluated anew, and goes to the caller with what was chosen; nothing is kept.
//
//   sweep(d, {values_of("service.traffic.load", {0.4, 0.6, 0.8}), choices("cooling", {{"air", [](auto& x) { x.site.cooling = ...; }}, ...})},
//         [](sweep_point const& at, report const& r) { ... at.labels, at.values ... });
//
// The last axis turns fastest. Combinations that make no sense are passed with the message and an empty report.

#include <tallywatt/explore/field_at.hpp>
#include <tallywatt/tco/evaluate.hpp>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace tallywatt {

/// One place on an axis: how it reads, its value (of a field), and what it does to a deployment.
template <class D>
struct axis_stop {
    std::string label{};
    double value = 0.0;
    std::function<void(D&)> apply{};
};
template <class D>
struct sweep_axis {
    std::string name{};
    std::vector<axis_stop<D>> stops{};
};

/// Values of a field, in house base units.
template <class D>
sweep_axis<D> values_of(std::string const& path, std::vector<double> const& values) {
    sweep_axis<D> axis{path, {}};
    for (double const v : values) {
        char text[32];
        std::snprintf(text, sizeof text, "%.6g", v);
        axis.stops.push_back({text, v, [path, v](D& d) { set_field(d, path, v); }});
    }
    return axis;
}
/// So many values of a field from low to high, both included.
template <class D>
sweep_axis<D> steps_of(std::string const& path, double low, double high, int count) {
    std::vector<double> values;
    for (int i = 0; i < count; ++i) values.push_back(count == 1 ? low : i == count - 1 ? high : low + (high - low) * i / (count - 1));
    return values_of<D>(path, values);
}
/// Alternatives by name.
template <class D>
sweep_axis<D> choices(std::string name, std::vector<std::pair<std::string, std::function<void(D&)>>> const& alternatives) {
    sweep_axis<D> axis{std::move(name), {}};
    for (auto const& [label, apply] : alternatives) axis.stops.push_back({label, 0.0, apply});
    return axis;
}

/// Where a sweep is.
struct sweep_point {
    std::size_t index = 0, count = 0;      ///< of all combinations
    std::vector<std::size_t> stops{};      ///< by axis
    std::vector<std::string> labels{};
    std::vector<double> values{};
    std::string complaint{};               ///< of a combination that makes no sense
};

/// Number of combinations.
template <class D>
std::size_t combinations(std::vector<sweep_axis<D>> const& axes) {
    std::size_t n = 1;
    for (auto const& a : axes) n *= a.stops.size();
    return n;
}

/// Calls visit(point, report) for each combination; where visit returns a bool, false ends the sweep.
template <class D, class F>
void sweep(D const& d, std::vector<sweep_axis<D>> const& axes, F const& visit) {
    std::size_t const count = combinations(axes);
    for (std::size_t index = 0; index < count; ++index) {
        sweep_point at{index, count, std::vector<std::size_t>(axes.size()), std::vector<std::string>(axes.size()), std::vector<double>(axes.size()), {}};
        std::size_t rest = index;
        for (std::size_t k = axes.size(); k-- > 0;) {
            at.stops[k] = rest % axes[k].stops.size();
            rest /= axes[k].stops.size();
        }
        report r;
        try {
            D changed = d;
            for (std::size_t k = 0; k < axes.size(); ++k) {
                auto const& stop = axes[k].stops[at.stops[k]];
                at.labels[k] = stop.label, at.values[k] = stop.value;
                stop.apply(changed);
            }
            r = evaluate(changed);
        } catch (invalid_input const& e) {
            at.complaint = e.what();
        }
        if constexpr (std::same_as<std::invoke_result_t<F const&, sweep_point const&, report const&>, bool>) {
            if (!visit(std::as_const(at), std::as_const(r))) return;
        } else
            visit(std::as_const(at), std::as_const(r));
    }
}

}  // namespace tallywatt
