#pragma once
// The best offset of a regular grid of equal rectangles on a disc of radius 1, exactly.
//
// Dies lie in rows of one height. A row at height y leaves the half chord c = sqrt(1 - (|y| + h/2)^2), and holds on a grid whose
// nearest column is x off the centre floor((c - x - w/2)/p) + floor((c + x - w/2)/p) + 1 dies of pitch p. With (c - w/2)/p = k + f
// that is 2k + 1, one more from x/p >= 1 - f on, one less beyond x/p = f: the best x for a given y is some row's 1 - f, or none.
//
// In y the search is by branch and bound: over an interval of y each row is given its longest chord (that of the rows above the
// middle at the interval's lower end, of those below at its upper end), which bounds the count from above; what cannot beat the
// best count found is dropped, the rest halved. A row above that gains and a row below that must not lose need
// u_g + u_l >= k_g + k_l + 1, u = k + f; that sum is concave in y, so its tangent at the interval's middle bounds it: without
// that, what falls short of one more die by little at a level maximum takes very many halvings.
// Corners on the circle count as inside, to 1e-11 of the radius (1.5 pm).
//
//   int const n = grid_packing(0.177, 0.213, 0.0007).best();      // 26 x 31.3 mm and 0.1 mm of street on a radius of 147 mm

#include <tallywatt/number/math.hpp>

namespace tallywatt::detail {

inline constexpr double packing_slack = 1e-11; // of the radius: corners on the circle are inside

constexpr int floor_int(double x) {
    int const n = static_cast<int>(x);
    return n - (static_cast<double>(n) > x ? 1 : 0);
}

constexpr int greater_of(int a, int b) { return a < b ? b : a; }

class grid_packing {
public:
    constexpr grid_packing(double width, double height, double street)
        : w(width), h(height), py(height + street), per_px(1.0 / (width + street)) {}

    [[nodiscard]] constexpr int best() const {
        if (2.0 / py > most_rows)
            return best_of_lattice();
        double const top = py / 2;
        side above_0, below_0, above_top, below_top;
        rows_at(0.0, above_0, below_0);
        rows_at(top, above_top, below_top);
        int most = count(above_0, below_0, 0);
        most = greater_of(most, count(above_top, below_top, most));
        search(0.0, top, above_0, below_top, most);
        return most;
    }

private:
    // Dies below 2.3 mm on 300 mm have more rows than this: there a lattice of offsets is within 1 in 10,000 of the best.
    static constexpr int most_rows = 126, lattice = 24, side_rows = most_rows / 2 + 4;
    static constexpr double finest = 1e-12;         // of the radius: below the slack
    static constexpr double tangent_slack = 1e-13;  // of a column: rounding

    // Rows on one side of the middle at one height: where each gains a die (x = 1 - f, sorted) or loses one (x = f), which
    // row that is, counted from the middle, and the columns of each row. x is at most 1/2, so each row does one of both.
    struct side {
        double gain[side_rows], loss[side_rows];
        int gain_row[side_rows], loss_row[side_rows], k[side_rows];
        int base = 0, gains = 0, losses = 0, rows = 0;

        constexpr bool add(double u) {
            if (u < 0.0)
                return false;
            int const whole = static_cast<int>(u);
            double const f = u - whole;
            base += 2 * whole + 1;
            k[rows] = whole;
            loss[losses] = f; // both are written and one is kept: which one is as good as random
            loss_row[losses] = rows;
            gain[gains] = 1.0 - f;
            gain_row[gains] = rows;
            int const one = f < 0.5 ? 0 : 1;
            gains += one;
            losses += 1 - one;
            ++rows;
            return true;
        }
        constexpr void sort() {
            for (int i = 1; i < gains; ++i) {
                double const x = gain[i];
                int const row = gain_row[i];
                int j = i;
                for (; j > 0 && x < gain[j - 1]; --j)
                    gain[j] = gain[j - 1], gain_row[j] = gain_row[j - 1];
                gain[j] = x, gain_row[j] = row;
            }
        }
        [[nodiscard]] constexpr int lost(double x) const {
            int n = 0;
            for (int i = 0; i < losses; ++i)
                n += loss[i] < x ? 1 : 0;
            return n;
        }
    };

    // Distance from the middle of the far edge of a row: the j-th above or below at a height.
    [[nodiscard]] constexpr double reach_above(double y, int j) const { return y + j * py + h / 2; }
    [[nodiscard]] constexpr double reach_below(double y, int j) const { return (j + 1) * py - y + h / 2; }
    // Columns of the half chord there; below zero: no die.
    [[nodiscard]] constexpr double columns(double reach) const {
        double const t = 1.0 + packing_slack - reach * reach;
        return t < 0.0 ? -1.0 : (math::sqrt(t) - w / 2) * per_px + packing_slack;
    }
    constexpr void rows_at(double y, side& above, side& below) const {
        while (above.add(columns(reach_above(y, above.rows)))) {
        }
        while (below.add(columns(reach_below(y, below.rows)))) {
        }
        above.sort();
        below.sort();
    }

    // Visits gains from the one that comes last: f(x, how many gain by then, of which side, which) until it says to stop.
    template <class F>
    static constexpr void each_gain(side const& above, side const& below, F const& f) {
        int a = above.gains, b = below.gains;
        while (a + b > 0) {
            bool const upper = b == 0 || (a > 0 && above.gain[a - 1] >= below.gain[b - 1]);
            int const which = (upper ? a : b) - 1;
            if (!f((upper ? above : below).gain[which], a + b, upper, which))
                return;
            (upper ? a : b) -= 1;
        }
    }
    // The count of these rows at their best x, or any number up to `than` where it is no more than that.
    [[nodiscard]] static constexpr int count(side const& above, side const& below, int than) {
        int const base = above.base + below.base;
        int most = greater_of(than - base, 0);
        each_gain(above, below, [&](double x, int gained, bool, int) {
            if (gained <= most)
                return false;
            most = greater_of(most, gained - above.lost(x) - below.lost(x));
            return true;
        });
        return base + most;
    }
    // A row at the middle of an interval of heights: columns, and how fast they fall with its distance.
    struct row_between {
        double u, slope;
    };
    [[nodiscard]] constexpr row_between between(double reach) const {
        double const t = 1.0 + packing_slack - reach * reach, c = math::sqrt(math::max(t, 1e-18));
        return {(c - w / 2) * per_px + packing_slack, reach / c * per_px};
    }
    // Whether some height between lo and hi may hold more than `best`; rows above as at lo, below as at hi.
    [[nodiscard]] constexpr bool may_beat(double lo, double hi, side const& above, side const& below, int best) const {
        int const enough = best - above.base - below.base;
        if (enough < 0)
            return true;
        double const half = 0.5 * (hi - lo), middle = lo + half;
        bool beats = false;
        each_gain(above, below, [&](double x, int gained, bool upper, int which) {
            if (gained <= enough)
                return false;
            int n = gained - above.lost(x) - below.lost(x);
            if (n <= enough)
                return true;
            // rows of the other side that must not lose, and cannot keep their die together with this gain
            side const &own = upper ? above : below, &other = upper ? below : above;
            int const row = own.gain_row[which];
            row_between const one = between(upper ? reach_above(middle, row) : reach_below(middle, row));
            double const needed = own.k[row] + 1 - tangent_slack - one.u;
            for (int i = 0; i < other.losses && n > enough; ++i) {
                if (other.loss[i] < x)
                    continue;
                int const r = other.loss_row[i];
                row_between const two = between(upper ? reach_below(middle, r) : reach_above(middle, r));
                double const slope = one.slope - two.slope;
                if (two.u + (slope < 0.0 ? -slope : slope) * half < other.k[r] + needed)
                    --n;
            }
            beats = n > enough;
            return !beats;
        });
        return beats;
    }
    constexpr void search(double lo, double hi, side const& above_lo, side const& below_hi, int& best) const {
        if (hi - lo < finest || !may_beat(lo, hi, above_lo, below_hi, best))
            return;
        double const middle = 0.5 * (lo + hi);
        side above, below;
        rows_at(middle, above, below);
        best = greater_of(best, count(above, below, best));
        search(middle, hi, above, below_hi, best);
        search(lo, middle, above_lo, below, best);
    }
    [[nodiscard]] constexpr int best_of_lattice() const {
        int best = 0;
        for (int a = 0; a <= lattice; ++a)
            for (int b = 0; b <= lattice; ++b) {
                double const y = py * b / (2 * lattice), x = 0.5 * a / lattice;
                int n = 0;
                auto const add = [&](double u) {
                    if (u < 0.0)
                        return false;
                    n += floor_int(u - x) + floor_int(u + x) + 1;
                    return true;
                };
                for (int j = 0; add(columns(reach_above(y, j))); ++j) {
                }
                for (int j = 0; add(columns(reach_below(y, j))); ++j) {
                }
                best = greater_of(best, n);
            }
        return best;
    }

    double w, h, py, per_px;
};

} // namespace tallywatt::detail
