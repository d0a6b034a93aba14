#pragma once
// sensitivity: how a figure of a report moves with each field.
//
//   at a fixed plan   exact derivatives, by dual numbers, eight fields at a time
//   planned again     difference over a step of the field: what a designer who plans anew would see
//   elasticity        (dm/m)/(dx/x): per cent of the figure per per cent of the field
//
//   for (sensitivity const& s : sensitivities(d, metric("unit.blended"), 10)) ... s.path, s.elasticity ...
//   double const e = replanned_elasticity(d, "cluster.server.accelerator.price", metric("unit.blended"));

#include <tallywatt/explore/metric.hpp>
#include <tallywatt/number/dual.hpp>
#include <tallywatt/tco/any_deployment.hpp>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

namespace tallywatt {

struct sensitivity {
    std::string path{};
    double value = 0.0;       ///< of the field, in house base units
    double derivative = 0.0;  ///< of the figure by it
    double elasticity = 0.0;  ///< derivative x value/figure; zero where either is zero
};

namespace detail {

template <class M>
inline constexpr bool real_number = numeric_leaf<M> && !std::is_integral_v<M>;

template <class D>
std::vector<sensitivity> sensitivities_of(D const& d, metric const& m) {
    constexpr std::size_t lanes = 8;
    using many = basic_dual<lanes>;
    auto const plan = std::make_unique<decltype(plan_deployment(prepare(d)))>(plan_deployment(prepare(d)));
    auto const plain = std::make_unique<rebind_t<D, many>>(convert<many>(d));
    std::vector<sensitivity> all;
    walk(  // choices of no number type (a layout's shares) stay as they are
        [&](field_path const& path, field const&, auto const& leaf, auto const& converted) {
            using M = std::remove_cvref_t<decltype(leaf)>;
            if constexpr (real_number<M> && !std::same_as<M, std::remove_cvref_t<decltype(converted)>>) all.push_back({path.text(), static_cast<double>(number_in(leaf)), 0.0, 0.0});
        },
        field_path{nullptr, ""}, d, *plain);
    for (std::size_t first = 0; first < all.size(); first += lanes) {
        auto const seeded = std::make_unique<rebind_t<D, many>>(*plain);
        std::size_t k = 0;
        walk(
            [&](field_path const&, field const&, auto& leaf) {
                using M = std::remove_cvref_t<decltype(leaf)>;
                if constexpr (real_number<M> && requires { number_in(leaf).derivative; }) {
                    if (k >= first && k < first + lanes) number_in(leaf).derivative[k - first] = 1.0;
                    ++k;
                }
            },
            field_path{nullptr, ""}, *seeded);
        many const y = m.of(evaluate(prepare(*seeded), *plan));
        for (std::size_t i = first; i < std::min(first + lanes, all.size()); ++i) {
            all[i].derivative = y.derivative[i - first];
            all[i].elasticity = y.value != 0.0 ? all[i].derivative * all[i].value / y.value : 0.0;
        }
    }
    return all;
}

}  // namespace detail

/// Of every real field, at the plan of d: those that move the figure most first, `most` of them (0: all that move it). A
/// temperature's elasticity counts from absolute zero.
template <class C, class S, class W>
std::vector<sensitivity> sensitivities(basic_deployment<C, S, double, W> const& d, metric const& m, std::size_t most = 0) {
    auto all = with_service(d, [&](auto const& own) { return detail::sensitivities_of(own, m); });
    all.erase(std::remove_if(all.begin(), all.end(), [](sensitivity const& s) { return s.derivative == 0.0; }), all.end());
    std::stable_sort(all.begin(), all.end(), [](sensitivity const& a, sensitivity const& b) { return std::abs(a.elasticity) > std::abs(b.elasticity); });
    if (most > 0 && all.size() > most) all.resize(most);
    return all;
}

/// With the deployment planned again at either side of a step, a share of the field's value, as far as the field allows.
template <class D>
double replanned_elasticity(D const& d, std::string_view path, metric const& m, double step = 0.05) {
    D changed = d;
    double const x = get_field(d, path);
    auto const at = [&](double value) {
        set_field(changed, path, value);
        return m(evaluate(changed));
    };
    auto const allowed = find_field(d, path)->allowed;
    double const a = std::max(x - step * std::abs(x), allowed.low), b = std::min(x + step * std::abs(x), allowed.high);
    double const middle = at(x);
    return middle != 0.0 && b > a ? (at(b) - at(a)) / (b - a) * (x / middle) : 0.0;
}

}  // namespace tallywatt
