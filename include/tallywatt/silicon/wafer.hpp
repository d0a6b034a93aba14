#pragma once
// How many rectangles a round wafer gives.
//
//   exact packing   dies on one regular grid at its best offset (straight-through dicing), or in rows that shift freely
//   classic         pi d^2/(4 A) - pi d/sqrt(2 A)
//   corrected       pi d^2/(4 A) - 0.58 pi d/sqrt(A)         de Vries, IEEE Trans. Semicond. Manuf. 18 (2005)
//   exponential     (pi d^2/(4 A)) exp(-2.32 sqrt(A)/d)      ibid.
//   squared         (pi d^2/(4 A)) (1 - 1.16 sqrt(A)/d)^2    ibid.
//
// d is the usable diameter (wafer less edge exclusion on both sides), A the die with its scribe street. A die counts
// when its four corners lie in the usable disc; the street lies between dies only. Exact packing (packing.hpp) is a decision
// (an integer, in double) and the only sound choice for interposers: at nine per wafer the classic form is 46 % low. The
// closed forms are for sweeps of dies below about 200 mm2. With streets that cross at its centre a 294 mm disc holds 616 dies
// of 100 mm2 and 68 of 814 mm2; counts of 613 and 66 come from searches that stop short of those offsets.
//
// A notch of 1 mm (SEMI M1, 300 mm) lies within an edge exclusion of 3 mm and costs no die. Where a process keeps more
// clear, around the notch or a laser mark, the wafer has zones that no die may overlap.
//
//   int const n = dies_per_wafer(wafer{}, {.width = 41.4 * millimetre, .height = 41.4 * millimetre});   // 29

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/silicon/packing.hpp>
#include <tallywatt/units/constants.hpp>

#include <array>
#include <concepts>

namespace tallywatt {

/// A rectangle of the wafer that no die may overlap; without a size it is none. From the wafer's centre, notch down.
template <class T = double>
struct basic_exclusion_zone {
    length<T> x{}; ///< of its centre
    length<T> y{};
    length<T> width{};
    length<T> height{};

    static constexpr char const* kind = "exclusion_zone";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"x"}, self.x...);
        visit(field{"y"}, self.y...);
        visit(field{"width", non_negative}, self.width...);
        visit(field{"height", non_negative}, self.height...);
    }
};
using exclusion_zone = basic_exclusion_zone<>;

/// A round wafer and how it is cut.
template <class T = double>
struct basic_wafer {
    length<T> diameter = 300.0 * millimetre;
    length<T> edge_exclusion = 3.0 * millimetre;    ///< ring without complete dies
    length<T> street = 0.1 * millimetre;            ///< scribe street between dies
    std::array<basic_exclusion_zone<T>, 2> zones{}; ///< around a notch, under a laser mark

    /// Diameter of the disc that dies must lie in.
    [[nodiscard]] constexpr length<T> usable_diameter() const { return diameter - 2.0 * edge_exclusion; }
    /// The whole wafer, which is what is processed, paid and burdened with carbon.
    [[nodiscard]] constexpr tallywatt::area<T> area() const { return T(0.78539816339744831) * (diameter * diameter); }

    static constexpr char const* kind = "wafer";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"diameter", positive, {"SEMI M1, 300 mm wafers", "n.d.", confidence::high}}, self.diameter...);
        visit(
            field{
                "edge_exclusion",
                non_negative,
                {"google/chiplets-cost-model (6 mm on the diameter)", "2022-08-09", confidence::low}},
            self.edge_exclusion...
        );
        visit(
            field{
                "street",
                non_negative,
                {"nanocad-lab/CATCH (0.13 mm), Chiplet Actuary (0.2 mm)", "2025-07-22", confidence::low}},
            self.street...
        );
        visit(field{"zones"}, self.zones...);
    }
    constexpr operator basic_wafer<double>() const requires std::same_as<T, estimate> { return convert<double>(*this); }
};
using wafer = basic_wafer<>;

inline constexpr length<> wafer_200mm = 200.0 * millimetre, wafer_300mm = 300.0 * millimetre,
                          wafer_450mm = 450.0 * millimetre;

/// What is kept clear around a notch: `width` along the edge, `depth` from the edge inwards (SEMI M1: the notch itself is
/// 1 mm deep on 200 and 300 mm).
constexpr exclusion_zone notch_zone(wafer const& disc, length<> const& width, length<> const& depth) {
    return {.x = {}, .y = -0.5 * (disc.diameter - depth), .width = width, .height = depth};
}

/// Width and height of a die or an interposer, without street.
template <class T = double>
struct basic_outline {
    length<T> width{};
    length<T> height{};

    [[nodiscard]] constexpr tallywatt::area<T> area() const { return width * height; }

    static constexpr char const* kind = "outline";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"width", positive}, self.width...);
        visit(field{"height", positive}, self.height...);
    }
    constexpr operator basic_outline<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using outline = basic_outline<>;

namespace detail {
// The wafer's zones that have a size, in units of the usable radius.
constexpr std::array<forbidden, 2> forbidden_zones(wafer const& disc) {
    length<> const radius = 0.5 * disc.usable_diameter();
    std::array<forbidden, 2> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const& z = disc.zones[i];
        if (z.width > length<>{} && z.height > length<>{})
            all[i] = {
                (z.x - 0.5 * z.width) / radius, (z.x + 0.5 * z.width) / radius, (z.y - 0.5 * z.height) / radius,
                (z.y + 0.5 * z.height) / radius};
    }
    return all;
}
} // namespace detail

/// Whole dies on a wafer, at the best placement: plan data. Zero where not one fits. Rows lie along the die's width; a grid
/// counts the same turned by a quarter, free rows and the symmetric kinds do not. packing::symmetric_grid knows no zones.
constexpr int dies_per_wafer(wafer const& disc, outline const& die, packing how = packing::aligned) {
    length<> const radius = 0.5 * disc.usable_diameter();
    if (!(radius > length<>{}))
        return 0;
    double const w = die.width / radius, h = die.height / radius, s = disc.street / radius;
    if (!(w > 0.0 && h > 0.0) || w * w + h * h > 4.0 + detail::packing_slack)
        return 0;
    if (how == packing::symmetric_grid)
        return detail::symmetric_grid(
            die.width.in(millimetre), die.height.in(millimetre), radius.in(millimetre), disc.street.in(millimetre)
        );
    auto const zones = detail::forbidden_zones(disc);
    auto const best = [&](auto const& p) {
        return how == packing::aligned ? p.best_grid() : how == packing::free_rows ? p.best_rows() : p.symmetric_rows();
    };
    if (zones[0].left < zones[0].right || zones[1].left < zones[1].right)
        return best(detail::packer_with_zones<2>(w, h, s, zones));
    bool const turned = how == packing::aligned && w > h; // fewer rows, same grid
    return best(detail::packer(turned ? h : w, turned ? w : h, s));
}

namespace detail {
// Usable diameter in die sides, d/sqrt(A): what both closed forms are functions of.
template <class T>
constexpr T diameters_per_side(basic_wafer<T> const& disc, basic_outline<T> const& die) {
    return disc.usable_diameter() / math::sqrt((die.width + disc.street) * (die.height + disc.street));
}
} // namespace detail

/// Dies per wafer, classic closed form: pi d^2/(4 A) - pi d/sqrt(2 A). For dies below about 200 mm2.
template <class T>
constexpr basic_ratio<T> dies_per_wafer_classic(basic_wafer<T> const& disc, basic_outline<T> const& die) {
    constexpr double quarter_pi = 0.78539816339744831, root_two = 1.4142135623730951;
    T const u = detail::diameters_per_side(disc, die) - T(root_two); // (u + sqrt 2)^2 - 2 sqrt 2 (u + sqrt 2) = u^2 - 2
    return basic_ratio<T>{T(quarter_pi) * (u * u - T(2.0))};
}

/// Dies per wafer, corrected closed form (de Vries 2005): pi d^2/(4 A) - 0.58 pi d/sqrt(A).
template <class T>
constexpr basic_ratio<T> dies_per_wafer_corrected(basic_wafer<T> const& disc, basic_outline<T> const& die) {
    constexpr double quarter_pi = 0.78539816339744831, edge_loss = 0.58; // fitted by de Vries to exact counts
    T const u = detail::diameters_per_side(disc, die) - T(2.0 * edge_loss);
    return basic_ratio<T>{T(quarter_pi) * (u * u - T(4.0 * edge_loss * edge_loss))};
}

/// Dies per wafer, squared closed form (de Vries 2005): (pi d^2/(4 A)) (1 - 1.16 sqrt(A)/d)^2.
template <class T>
constexpr basic_ratio<T> dies_per_wafer_squared(basic_wafer<T> const& disc, basic_outline<T> const& die) {
    constexpr double quarter_pi = 0.78539816339744831, edge_loss = 1.16; // fitted by de Vries to exact counts
    T const u = detail::diameters_per_side(disc, die) - T(edge_loss);
    return basic_ratio<T>{T(quarter_pi) * (u * u)};
}

/// Dies per wafer, exponential closed form (de Vries 2005): (pi d^2/(4 A)) exp(-2.32 sqrt(A)/d).
template <class T>
constexpr basic_ratio<T> dies_per_wafer_exponential(basic_wafer<T> const& disc, basic_outline<T> const& die) {
    constexpr double quarter_pi = 0.78539816339744831, edge_loss = 2.32; // fitted by de Vries to exact counts
    T const u = detail::diameters_per_side(disc, die);
    return basic_ratio<T>{T(quarter_pi) * (u * u) * math::exp(T(-edge_loss) / u)};
}

} // namespace tallywatt
