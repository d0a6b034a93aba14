#pragma once
// A deployment over any number type, field by field, and a report as a list of named numbers.

#include "scenarios.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace tco_test {

using namespace tallywatt;

template <class D, class T>
using deployment_of = rebind_t<D, T>;

/// One real input: its path, value and what it allows.
struct input {
    std::string path;
    double value;
    bounds allowed;
    bool is_temperature;
    char const* informational;
};

namespace detail {
template <class M>
inline constexpr bool real_leaf = numeric_leaf<M> && !std::is_integral_v<M>;
template <class M>
bounds allowed(field const& f) {
    bounds const t = tallywatt::detail::bounds_of_type<M>();
    return {math::max(f.allowed.low, t.low), math::min(f.allowed.high, t.high)};
}
}  // namespace detail

/// x over some other number type than T: leaves that are the same in both are choices of no number type.
template <class T, described X>
auto other_of(X const& x) {
    return convert<std::conditional_t<std::same_as<T, float>, double, float>>(x);
}

/// The real inputs of a described struct in the order of its visitor.
template <described X>
std::vector<input> inputs_of(X const& x) {
    std::vector<input> all;
    walk(
        [&](field_path const& path, field const& f, auto const& leaf, auto const& converted) {
            using M = std::remove_cvref_t<decltype(leaf)>;
            if constexpr (detail::real_leaf<M> && !std::same_as<M, std::remove_cvref_t<decltype(converted)>>) all.push_back({path.text(), number_in(leaf), detail::allowed<M>(f), is_temperature<M>, f.informational});
        },
        field_path{nullptr, ""}, x, convert<float>(x));
    return all;
}

/// x over T with its k-th real input replaced by f(k).
template <class T, described X, class F>
rebind_t<X, T> mapped(X const& x, F const& f) {
    rebind_t<X, T> y = convert<T>(x);
    std::size_t k = 0;
    walk(
        [&](field_path const&, field const&, auto& leaf, auto const& other) {
            if constexpr (detail::real_leaf<std::remove_cvref_t<decltype(leaf)>> && !std::same_as<std::remove_cvref_t<decltype(leaf)>, std::remove_cvref_t<decltype(other)>>)
                number_in(leaf) = f(k++);
        },
        field_path{nullptr, ""}, y, other_of<T>(x));
    return y;
}

/// A report's numbers, limits included.
template <class T>
std::vector<T> numbers_of(basic_report<T> const& r) {
    std::vector<T> all;
    walk(
        [&](field_path const&, field const&, auto const& leaf) {
            if constexpr (detail::real_leaf<std::remove_cvref_t<decltype(leaf)>>) all.push_back(number_in(leaf));
        },
        field_path{nullptr, ""}, r);
    for (auto const& l : r.limits) all.push_back(l.used);
    return all;
}
/// Their names.
inline std::vector<std::string> names_of(report const& r) {
    std::vector<std::string> all;
    walk(
        [&](field_path const& path, field const&, auto const& leaf) {
            if constexpr (detail::real_leaf<std::remove_cvref_t<decltype(leaf)>>) all.push_back(path.text());
        },
        field_path{nullptr, ""}, r);
    for (std::size_t i = 0; i < r.limits.size(); ++i) all.push_back(std::string("limit: ") + (r.limits[i].name[0] != '\0' ? r.limits[i].name : std::to_string(i)));
    return all;
}

/// Everything discrete decided for a deployment.
template <class D>
auto plan_of(D const& d) {
    return plan_deployment(prepare(d));
}

/// Of a deployment over T.
template <class T, class D, class Plan>
std::vector<T> evaluated(D const& d, Plan const& plan) {
    return numbers_of(evaluate(prepare(d), plan));
}

/// How far an input within 1 % may lie to either side: half a per cent of its value, 0.05 K for a point on the temperature
/// scale, nothing for the hours of a year, and never beyond what the field allows. A bin's wet bulb stays below its dry bulb.
struct spread {
    double low, high;
    [[nodiscard]] double width() const { return high - low; }
};
inline spread spread_of(input const& i) {
    auto const ends = [&](char const* tail) {
        std::string const t = tail;
        return i.path.size() >= t.size() && i.path.compare(i.path.size() - t.size(), t.size(), t) == 0;
    };
    if (ends(".hours")) return {i.value, i.value};
    if (ends(".dry_bulb")) return {i.value, i.value + 0.1};
    if (ends(".wet_bulb")) return {i.value - 0.1, i.value};
    double const half = i.is_temperature ? 0.05 : 0.005 * std::abs(i.value);
    return {math::max(i.value - half, i.allowed.low), math::min(i.value + half, i.allowed.high)};
}

}  // namespace tco_test
