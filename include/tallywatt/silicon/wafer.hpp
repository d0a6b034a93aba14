#pragma once
// How many rectangles a round wafer gives.
//
//   exact packing   dies on one regular grid at its best offset (straight-through dicing), or in rows that shift freely
//   classic         pi d^2/(4 A) - pi d/sqrt(2 A)
//   exponential     (pi d^2/(4 A)) exp(-2.32 sqrt(A)/d)      de Vries, IEEE Trans. Semicond. Manuf. 18 (2005)
//
// d is the usable diameter (wafer less edge exclusion on both sides), A the die with its scribe street. A die counts
// when its four corners lie in the usable disc; the street lies between dies only. Exact packing is a decision (an
// integer, in double) and the only sound choice for interposers: at nine per wafer the classic form is 46 % low. The
// closed forms are for sweeps of dies below about 200 mm2.
//
//   int const n = dies_per_wafer(wafer{}, {.width = 41.4 * millimetre, .height = 41.4 * millimetre});   // 29

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

#include <concepts>

namespace tallywatt {

/// A round wafer and how it is cut.
template <class T = double>
struct basic_wafer {
    length<T> diameter = 300.0 * millimetre;
    length<T> edge_exclusion = 3.0 * millimetre; ///< ring without complete dies
    length<T> street = 0.1 * millimetre;         ///< scribe street between dies

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
    }
    constexpr operator basic_wafer<double>() const requires std::same_as<T, estimate> { return convert<double>(*this); }
};
using wafer = basic_wafer<>;

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

/// How dies lie on the wafer.
enum class packing : unsigned char {
    aligned,   ///< one regular grid, cut straight through: the default
    free_rows, ///< rows shift against each other: needs dicing that is not straight through
};

namespace detail {

constexpr int floor_int(double x) {
    int const n = static_cast<int>(x);
    return n - (static_cast<double>(n) > x ? 1 : 0);
}

// Packing of one wafer in units of the usable radius. Symmetry confines a grid's offset (the centre of one die) to a
// quarter of a cell; there each die has one corner that leaves the disc first. The number of dies as a function of the
// offset is a sum of convex regions bounded by circles, so some best offset is where two such circles cross, or one
// crosses the border of the quarter cell, or at its corners: those are tried, all of them.
class packer {
public:
    constexpr packer(double width, double height, double street)
        : w(width), h(height), s(street), px(width + street), py(height + street), imax(floor_int(1.0 / px) + 2),
          jmax(floor_int(1.0 / py) + 2) {}

    [[nodiscard]] constexpr int best_grid() const {
        double const x = px / 2, y = py / 2;
        int best = at_corners_of_cell(x, y);
        if (imax > small_die || jmax > small_die)
            return best_of_lattice(best);
        for (int n = 0, total = dies(); n < total; ++n) {
            double const a = corner_x(n), b = corner_y(n);
            if (!leaves_disc(a, b))
                continue;
            for (double const edge : {0.0, x}) {
                double const t = 1.0 - (a + edge) * (a + edge);
                if (t < 0.0)
                    continue;
                double const root = math::sqrt(t);
                best = try_offset(best, edge, root - b);
                best = try_offset(best, edge, -root - b);
            }
            for (double const edge : {0.0, y}) {
                double const t = 1.0 - (b + edge) * (b + edge);
                if (t < 0.0)
                    continue;
                double const root = math::sqrt(t);
                best = try_offset(best, root - a, edge);
                best = try_offset(best, -root - a, edge);
            }
            for (int m = 0; m < n; ++m) {
                double const c = corner_x(m), d = corner_y(m);
                if (!leaves_disc(c, d))
                    continue;
                double const dx = (c - a) / 2, dy = (d - b) / 2, q = dx * dx + dy * dy;
                if (q > 1.0)
                    continue;
                double const t = math::sqrt(1.0 / q - 1.0), u = -(a + c) / 2, v = -(b + d) / 2;
                best = try_offset(best, u - t * dy, v + t * dx);
                best = try_offset(best, u + t * dy, v - t * dx);
            }
        }
        return best;
    }

    // Rows shift freely: a row gains a die where its chord reaches n dies, so those heights are tried.
    [[nodiscard]] constexpr int best_rows() const {
        int best = math_max(in_rows(0.0), in_rows(py / 2));
        for (int j = -jmax; j <= jmax; ++j)
            for (int n = 1; n * w + (n - 1) * s <= 2.0; ++n) {
                double const half = (n * w + (n - 1) * s) / 2, root = math::sqrt(1.0 - half * half);
                for (double const edge : {h / 2, -h / 2})
                    for (double const side : {root, -root}) {
                        double const y = side - j * py - edge;
                        if (y >= -slack && y <= py / 2 + slack)
                            best = math_max(best, in_rows(y));
                    }
            }
        return best;
    }

private:
    // Corners on the circle count as inside: 1e-11 of a 150 mm radius is 1.5 pm.
    static constexpr double slack = 1e-11;
    // From this many dies across a radius (about 5 mm pitch on 300 mm) a fine lattice of offsets is as good as exact.
    static constexpr int small_die = 32;
    static constexpr int lattice = 24;

    static constexpr int math_max(int a, int b) { return a < b ? b : a; }
    [[nodiscard]] constexpr int dies() const { return (2 * imax + 1) * (2 * jmax + 1); }
    [[nodiscard]] constexpr double corner_x(int n) const {
        int const i = n % (2 * imax + 1) - imax;
        return i * px + (i >= 0 ? w / 2 : -w / 2);
    }
    [[nodiscard]] constexpr double corner_y(int n) const {
        int const j = n / (2 * imax + 1) - jmax;
        return j * py + (j >= 0 ? h / 2 : -h / 2);
    }
    // Whether a corner is inside for some offsets of the quarter cell and outside for others.
    [[nodiscard]] constexpr bool leaves_disc(double a, double b) const {
        double const x = math::abs(a), y = math::abs(b), x2 = math::abs(a + px / 2), y2 = math::abs(b + py / 2);
        double const near_x = math::min(x, x2), near_y = math::min(y, y2), far_x = math::max(x, x2),
                     far_y = math::max(y, y2);
        return near_x * near_x + near_y * near_y <= 1.0 + slack && far_x * far_x + far_y * far_y >= 1.0 - slack;
    }
    [[nodiscard]] constexpr int try_offset(int best, double x, double y) const {
        if (x < -slack || x > px / 2 + slack || y < -slack || y > py / 2 + slack)
            return best;
        return math_max(best, on_grid(x, y));
    }
    [[nodiscard]] constexpr int at_corners_of_cell(double x, double y) const {
        return math_max(math_max(on_grid(0.0, 0.0), on_grid(x, 0.0)), math_max(on_grid(0.0, y), on_grid(x, y)));
    }
    [[nodiscard]] constexpr int best_of_lattice(int best) const {
        for (int a = 0; a <= lattice; ++a)
            for (int b = 0; b <= lattice; ++b)
                best = math_max(best, on_grid(px * a / (2 * lattice), py * b / (2 * lattice)));
        return best;
    }
    // Half chord left for dies in a row whose centre is at height y; negative where the row does not fit.
    [[nodiscard]] constexpr double half_chord(double y) const {
        double const reach = math::abs(y) + h / 2, t = 1.0 + slack - reach * reach;
        return t < 0.0 ? -1.0 : math::sqrt(t);
    }
    [[nodiscard]] constexpr int on_grid(double x, double y) const {
        int count = 0;
        for (int j = -jmax; j <= jmax; ++j) {
            double const half = half_chord(y + j * py);
            if (half < w / 2)
                continue;
            count += math_max(0, floor_int((half - x - w / 2) / px + slack) + 1)
                     + math_max(0, floor_int((half + x - w / 2) / px + slack));
        }
        return count;
    }
    [[nodiscard]] constexpr int in_rows(double y) const {
        int count = 0;
        for (int j = -jmax; j <= jmax; ++j) {
            double const half = half_chord(y + j * py);
            if (half > 0.0)
                count += math_max(0, floor_int((2.0 * half + s) / px + slack));
        }
        return count;
    }

    double w, h, s, px, py;
    int imax, jmax;
};

} // namespace detail

/// Whole dies on a wafer, at the best placement: plan data. Zero where not one fits.
constexpr int dies_per_wafer(wafer const& disc, outline const& die, packing how = packing::aligned) {
    length<> const radius = 0.5 * disc.usable_diameter();
    double const w = die.width / radius, h = die.height / radius;
    if (!(w > 0.0 && h > 0.0) || w * w + h * h > 4.0)
        return 0;
    detail::packer const p{w, h, disc.street / radius};
    return how == packing::aligned ? p.best_grid() : p.best_rows();
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

/// Dies per wafer, exponential closed form (de Vries 2005): (pi d^2/(4 A)) exp(-2.32 sqrt(A)/d).
template <class T>
constexpr basic_ratio<T> dies_per_wafer_exponential(basic_wafer<T> const& disc, basic_outline<T> const& die) {
    constexpr double quarter_pi = 0.78539816339744831, edge_loss = 2.32; // fitted by de Vries to exact counts
    T const u = detail::diameters_per_side(disc, die);
    return basic_ratio<T>{T(quarter_pi) * (u * u) * math::exp(T(-edge_loss) / u)};
}

} // namespace tallywatt
