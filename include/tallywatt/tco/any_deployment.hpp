#pragma once
// A deployment whose kind of work is chosen at run time: serving with prompts and outputs together, in pools of their own,
// or training. One type for programs and files; everything else of it is the same as of any deployment.
//
//   any_deployment d{.service = training_runs{...}, .cluster = {...}};          report const r = evaluate(d);
//   with_service(d, [](auto const& own) { auto const p = prepare(own); ... });  // the same with the work's own type

#include <tallywatt/tco/training_deployment.hpp>
#include <tallywatt/workload/disaggregated.hpp>

namespace tallywatt {

template <class T = double>
using basic_any_work = std::variant<basic_serving<T>, basic_disaggregated<T>, basic_training_runs<T>>;
using any_work = basic_any_work<>;
using any_deployment = basic_deployment<basic_cooling<>, basic_supply<>, double, any_work>;

/// A deployment with another work in its place.
template <class Work, class C, class S, class T, class W>
constexpr basic_deployment<C, S, T, Work> with_work(basic_deployment<C, S, T, W> const& d, Work const& work) {
    return {work, d.cluster, d.site, d.supply, d.finance, d.chips, d.tenure, d.policy, d.embodied};
}

/// Calls f with the deployment whose work has its own type.
template <class C, class S, class T, class... W, class F>
constexpr decltype(auto) with_service(basic_deployment<C, S, T, std::variant<W...>> const& d, F&& f) {
    return std::visit([&](auto const& work) -> decltype(auto) { return f(with_work(d, work)); }, d.service);
}
template <class C, class S, class T, class W, class F>
constexpr decltype(auto) with_service(basic_deployment<C, S, T, W> const& d, F&& f) {
    return f(d);
}

/// Throws invalid_input for the first field that makes no sense.
template <class C, class S, class T, class... W>
constexpr void validate_deployment(basic_deployment<C, S, T, std::variant<W...>> const& d) {
    with_service(d, [](auto const& own) { validate_deployment(own); });
}

/// Prepares, plans and evaluates in one call.
template <class C, class S, class T, class... W>
constexpr report evaluate(basic_deployment<C, S, T, std::variant<W...>> const& d) {
    return with_service(d, [](auto const& own) { return evaluate(own); });
}

}  // namespace tallywatt
