#pragma once
// A part as large as its wafer, with spare cores. Without spares it would never yield: 462 cm2 at 0.1 per cm2 have 46 defects.
//
//   pooled spares      any M of N cores will do:  Y = exp(-x (1-f)) P(faulty <= N - M)
//   spares in rows     R rows of n cores, each needs m:  Y = exp(-x (1-f)) P(row)^R, P(row) with w = x f/(R n) per core
//   and spare rows     R_needed of R rows:  Y = exp(-x (1-f)) P(at least R_needed of R rows)
//
// x = D A, f: share of the area under cores. Defects fall independently within a wafer (Poisson); what differs from wafer
// to wafer is the range of the density. Pooled spares suit a fabric that routes around any core; rows (or columns, the
// other way round) one that only shifts along a line. Cerebras gives WSE-3 900,000 working cores of about 970,000 made.
//
//   wafer_scale const wse{.size = {215.0 * millimetre, 215.0 * millimetre}, .rows = 1, .cores = 970'000, .needed = 900'000};
//   fraction const y = wafer_scale_yield(wse, 0.1 / square_centimetre);
//
// Range: w N (faulty cores expected) below 700, where exp leaves double's range.

#include <tallywatt/silicon/harvest.hpp>
#include <tallywatt/silicon/wafer.hpp>

namespace tallywatt {

/// A wafer-scale part.
template <class T = double>
struct basic_wafer_scale {
    basic_outline<T> size{215.0 * millimetre, 215.0 * millimetre};
    int rows = 1; ///< of cores; 1: one pool
    int rows_needed = 1;
    int cores = 1;                        ///< in a row
    int needed = 1;                       ///< of them
    basic_fraction<T> core_share{T(1.0)}; ///< of the area under cores; the rest must be without a defect

    static constexpr char const* kind = "wafer_scale";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"size"}, self.size...);
        visit(field{"rows", at_least(1.0)}, self.rows...);
        visit(field{"rows_needed", at_least(1.0)}, self.rows_needed...);
        visit(field{"cores", at_least(1.0)}, self.cores...);
        visit(field{"needed", at_least(1.0)}, self.needed...);
        visit(field{"core_share", unit_interval}, self.core_share...);
    }
};
using wafer_scale = basic_wafer_scale<>;

/// Throws invalid_input where more cores or rows are needed than there are.
template <class T>
constexpr void check(basic_wafer_scale<T> const& p) {
    if (p.needed > p.cores)
        throw invalid_input(
            "wafer_scale.needed", p.needed, "", "more than the " + std::to_string(p.cores) + " cores of a row"
        );
    if (p.rows_needed > p.rows)
        throw invalid_input(
            "wafer_scale.rows_needed", p.rows_needed, "", "more than the " + std::to_string(p.rows) + " rows"
        );
}

/// Share of wafers that give a working part.
template <class T>
constexpr basic_fraction<T> wafer_scale_yield(basic_wafer_scale<T> const& p, area_density<T> const& defects) {
    auto const at = [&](T const& x) {
        return detail::monotone(
            [&](T const& share) {
                T const per_core = x * share * T(1.0 / (static_cast<double>(p.rows) * p.cores));
                T const row = detail::enough_of_many<T>({p.cores, p.needed}, per_core);
                T const fabric =
                    p.rows_needed >= p.rows
                        ? math::pow(row, p.rows)
                        : detail::enough_of_many<T>({p.rows, p.rows_needed}, T(-math::log(math::min(row, T(1.0)))));
                return math::exp(-x * (T(1.0) - share)) * fabric;
            },
            p.core_share.value
        );
    };
    return basic_fraction<T>{detail::monotone(at, T(defects * p.size.area()))};
}

/// Cost of a working part: the whole wafer and its test, over the yield.
template <class T>
constexpr money<T>
wafer_scale_cost(money<T> const& wafer_price, money<T> const& test_price, basic_fraction<T> const& yield) {
    return (wafer_price + test_price) / yield;
}

} // namespace tallywatt
