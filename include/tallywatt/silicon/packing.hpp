#pragma once
// Packing of equal rectangles on a disc, exactly: how many dies a wafer gives at the best placement.
//
// A regular grid is searched in grid_packing.hpp. Rows that shift freely need no x: in y the search is by branch and bound. Over
// an interval of y each row is given its longest chord, which bounds the count from above; what cannot beat the best count found
// is dropped, the rest halved. So it is beside zones that dies may not overlap, on a grid as in free rows.
// Corners on the circle count as inside, to 1e-11 of the radius (1.5 pm).
//
// The symmetric kinds are those of nanocad-lab/CATCH (design.py, 2025), for comparison with it: rows lie symmetrically
// about a diameter. Its free rows are that and no more. Its grid also puts the columns flush with the left end of one row,
// tries at most one die more at the right of the middle rows, and charges the outer rows a street after their last die, so it
// is up to 4 dies below the best grid (10 x 10 mm at 294 mm and 0.1 mm of street: 614, where 616 fit).

#include <tallywatt/silicon/grid_packing.hpp>

#include <array>

namespace tallywatt {

/// How dies lie on the wafer.
enum class packing : unsigned char {
    aligned,        ///< one regular grid, cut straight through, at its best offset: the default
    free_rows,      ///< rows shift against each other: needs dicing that is not straight through
    symmetric_grid, ///< as CATCH counts a grid
    symmetric_rows, ///< as CATCH counts free rows: symmetric about a diameter
};

namespace detail {

// The greatest count over heights y in [0, top], where at_most(lo, hi, best) bounds the count over an interval from above,
// is exact at lo = hi, and may return any bound that is not above best.
template <class F>
constexpr int best_height(double top, F const& at_most) {
    struct span {
        double lo, hi;
    };
    constexpr double finest = 1e-12; // of the radius: below the slack
    std::array<span, 64> open{};     // halving from 2 to `finest` leaves at most one interval per level
    int n = 0;
    int best = at_most(0.0, 0.0, 0);
    best = greater_of(best, at_most(top, top, best));
    open[0] = {0.0, top}, n = 1;
    while (n > 0) {
        span const s = open[static_cast<std::size_t>(--n)];
        if (s.hi - s.lo < finest || at_most(s.lo, s.hi, best) <= best)
            continue;
        double const middle = 0.5 * (s.lo + s.hi);
        best = greater_of(best, at_most(middle, middle, best));
        open[static_cast<std::size_t>(n++)] = {s.lo, middle};
        open[static_cast<std::size_t>(n++)] = {middle, s.hi};
    }
    return best;
}

// Packing on a disc of radius 1.
class packer {
public:
    constexpr packer(double width, double height, double street)
        : w(width), h(height), s(street), py(height + street), per_px(1.0 / (width + street)) {}

    [[nodiscard]] constexpr int best_grid() const { return grid_packing(w, h, s).best(); }
    [[nodiscard]] constexpr int best_rows() const {
        return best_height(py / 2, [&](double lo, double hi, int) { return rows_at_most(lo, hi); });
    }
    [[nodiscard]] constexpr int symmetric_rows() const {
        return greater_of(rows_at_most(0.0, 0.0), rows_at_most(py / 2, py / 2));
    }

private:
    // Half chords of all rows whose heights lie in [lo + j py, hi + j py], each at its longest.
    template <class F>
    constexpr void each_row(double lo, double hi, F const& row) const {
        for (int j = 0;; ++j) {
            double const reach = lo + j * py + h / 2, t = 1.0 + packing_slack - reach * reach;
            if (t < 0.0)
                break;
            row(math::sqrt(t));
        }
        for (int j = 1;; ++j) {
            double const reach = j * py - hi + h / 2, t = 1.0 + packing_slack - reach * reach;
            if (t < 0.0)
                break;
            row(math::sqrt(t));
        }
    }
    [[nodiscard]] constexpr int rows_at_most(double lo, double hi) const {
        int count = 0;
        each_row(lo, hi, [&](double half) { count += static_cast<int>((2.0 * half + s) * per_px + packing_slack); });
        return count;
    }

    double w, h, s, py, per_px;
};

// A rectangle that dies may not overlap, on a disc of radius 1.
struct forbidden {
    double left, right, bottom, top;
};

// The same search beside N forbidden rectangles: each cuts the rows it reaches into segments. A segment of length l holds
// floor((l - w)/p) dies, and one more for x within an arc of the period; the best x is where most arcs overlap.
template <std::size_t N>
class packer_with_zones {
public:
    constexpr packer_with_zones(double width, double height, double street, std::array<forbidden, N> const& f)
        : w(width), h(height), s(street), px(width + street), py(height + street), zones(f) {}

    [[nodiscard]] constexpr int best_grid() const {
        return best_height(py, [&](double lo, double hi, int) { return grid_at_most(lo, hi); });
    }
    [[nodiscard]] constexpr int best_rows() const {
        return best_height(py, [&](double lo, double hi, int) { return rows_at_most(lo, hi); });
    }
    [[nodiscard]] constexpr int symmetric_rows() const {
        return greater_of(rows_at_most(0.0, 0.0), rows_at_most(py / 2, py / 2));
    }

private:
    template <class F>
    constexpr void each_segment(double lo, double hi, F const& segment) const {
        int const last = floor_int(1.0 / py) + 2;
        for (int j = -last; j <= last; ++j) {
            double const low = lo + j * py, high = hi + j * py;
            double const nearest = low > 0.0 ? low : high < 0.0 ? -high : 0.0, reach = nearest + h / 2;
            double const t = 1.0 + packing_slack - reach * reach;
            if (t < 0.0)
                continue;
            double const half = math::sqrt(t);
            double from = -half;
            for (;;) { // zones that the row overlaps at every height of the interval, from left to right
                forbidden const* next = nullptr;
                for (auto const& z : zones)
                    if (z.left < z.right && z.right > from && high - h / 2 < z.top - packing_slack
                        && low + h / 2 > z.bottom + packing_slack && (next == nullptr || z.left < next->left))
                        next = &z;
                double const to = next == nullptr ? half : math::min(next->left, half);
                if (to - from + packing_slack >= w)
                    segment(from, to);
                if (next == nullptr || next->right >= half)
                    break;
                from = next->right;
            }
        }
    }
    [[nodiscard]] constexpr int rows_at_most(double lo, double hi) const {
        int count = 0;
        each_segment(lo, hi, [&](double from, double to) {
            count += static_cast<int>((to - from + s) / px + packing_slack);
        });
        return count;
    }
    // Sum of the certain dies, and the most arcs that share a point: such a point is some arc's start.
    [[nodiscard]] constexpr int grid_at_most(double lo, double hi) const {
        int base = 0, most = 0;
        each_segment(lo, hi, [&](double from, double to) {
            base += static_cast<int>((to - from - w) / px + packing_slack);
        });
        each_segment(lo, hi, [&](double start, double) {
            int overlap = 0;
            each_segment(lo, hi, [&](double from, double to) {
                double const v = (to - from - w) / px + packing_slack, arc = v - static_cast<int>(v);
                double const after = (start - from) / px, within = after - floor_int(after);
                overlap += within <= arc || within >= 1.0 - packing_slack ? 1 : 0;
            });
            most = greater_of(most, overlap);
        });
        return base + most;
    }

    double w, h, s, px, py;
    std::array<forbidden, N> zones;
};

// A grid as CATCH counts it, in any unit of length; r: radius, s: street.
constexpr int symmetric_grid(double w, double h, double r, double s) {
    double const px = w + s, py = h + s;
    auto const chord = [&](double y) { return r > y ? 2.0 * math::sqrt(r * r - y * y) : 0.0; };
    double const first = r - chord(py / 2) / 2, back = r - first - px;
    double const crossover = back < r && back > -r ? math::sqrt(r * r - back * back) : 0.0;
    int best = 0;
    for (int rows = 1; rows * py / 2 < crossover; ++rows) { // rows of equal length about the diameter
        double height = rows * py / 2 - s / 2;
        double const length = chord(height), left = r - length / 2;
        int const columns = floor_int((length + s) / px);
        int count = columns * rows;
        double const end = columns * px - length / 2 + px;
        for (int i = 0; i < rows; ++i) {
            double const low = py * i - height, high = low + py;
            count += end * end + low * low <= r * r && end * end + high * high <= r * r ? 1 : 0;
        }
        for (height += py; height < r; height += py) {
            double const reach = chord(height), start = r - reach / 2;
            double const skipped = math::ceil((start - left) / px) * px + left - start;
            count += 2 * floor_int((reach - skipped) / px);
        }
        best = greater_of(best, count);
    }
    return best;
}

} // namespace detail

} // namespace tallywatt
