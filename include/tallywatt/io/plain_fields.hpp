#pragma once
// Fields of structs that hold decisions and not physics (they are never converted between number types, so they are not
// described), for files: plain_fields<X>::each names them as a described struct's own each does.

#include <tallywatt/energy/tariff.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/workload/routing.hpp>

namespace tallywatt {

/// Specialise it, with `kind` and `each`, for a struct of plain data that a described one holds.
template <class X>
struct plain_fields;

template <>
struct plain_fields<expert_routing> {
    static constexpr char const* kind = "routing";
    template <class V, class S>
    static constexpr void each(V&& visit, S& self) {
        visit(field{"skew", between(0.0, 4.0), {"vLLM PR 50647: busiest rank at 1.069 of the mean", "2026", confidence::medium}}, self.skew);
        visit(field{"balanced"}, self.balanced);
    }
};

template <>
struct plain_fields<tariff_clock> {
    static constexpr char const* kind = "clock";
    template <class V, class S>
    static constexpr void each(V&& visit, S& self) {
        visit(field{"winter", between(0.0, 3.0)}, self.winter);
        visit(field{"summer", between(0.0, 3.0)}, self.summer);
        visit(field{"summer_from", between(1.0, 12.0)}, self.summer_from);
        visit(field{"summer_to", between(1.0, 12.0)}, self.summer_to);
        visit(field{"weekends_as_weekdays"}, self.weekends_as_weekdays);
    }
};

} // namespace tallywatt
