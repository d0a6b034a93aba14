#pragma once
// break_even: at which value of a field two deployments tie, or a figure of a report meets a target. Everything is planned
// again at every value, so curves have steps: a range is scanned at some points, and every change of sign between two of them
// is closed in on by Alefeld, Potra and Shi's algorithm 748 (ACM TOMS 21, 1995).
//
//   crossing   a value with f = 0 to the last digits, or a jump over zero where a plan changes
//   none       f has one sign at all points: its ends and the point nearest to zero are reported
//   several    every crossing found; two between neighbouring points are not seen: scan finer
//
//   break_even_result const b = break_even(d, "supply.energy_price", {.low = 1e-9, .high = 1e-7}, metric("unit.blended"), target);
//   break_even_result const c = break_even(a, "cluster.server.accelerator.price", {...}, b, metric("unit.blended"));

#include <tallywatt/explore/metric.hpp>
#include <tallywatt/tco/any_deployment.hpp>

#include <boost/math/tools/toms748_solve.hpp>

#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace tallywatt {

/// Where to look for crossings. In house base units, as fields are set.
struct search_range {
    double low = 0.0, high = 1.0;
    int points = 33;           ///< scanned, both ends included
    bool logarithmic = false;  ///< equal factors between points; both ends above zero
};

struct crossing {
    double at = 0.0;     ///< the middle of the last bracket
    double low = 0.0, high = 0.0;  ///< the bracket
    double before = 0.0, after = 0.0;  ///< f at its ends
    bool is_jump = false;  ///< f does not come near zero: it steps over it
};

enum class break_even_state : unsigned char { none, one, several };

struct break_even_result {
    std::vector<crossing> crossings{};
    std::vector<std::pair<double, double>> scanned{};  ///< points and values
    double nearest = 0.0;   ///< the scanned point where f is nearest to zero
    int evaluations = 0;
    int refused = 0;        ///< points that make no sense (invalid_input): left out

    [[nodiscard]] break_even_state state() const {
        return crossings.empty() ? break_even_state::none : crossings.size() == 1 ? break_even_state::one : break_even_state::several;
    }
};
constexpr char const* name_of(break_even_state s) {
    return s == break_even_state::none ? "no crossing" : s == break_even_state::one ? "one crossing" : "several crossings";
}

/// Zeros of f(x) in a range. f may throw invalid_input where x makes no sense. Throws invalid_input for a range that is none.
template <class F>
    requires std::invocable<F const&, double>
break_even_result find_crossings(F const& f, search_range const& in) {
    if (!(in.low < in.high) || in.points < 2) throw invalid_input("search_range", in.low, "", "the range is empty, or has fewer than two points");
    if (in.logarithmic && !(in.low > 0.0)) throw invalid_input("search_range.low", in.low, "", "not above zero, on a logarithmic scale");
    break_even_result r;
    auto const at = [&](double x) {
        ++r.evaluations;
        return static_cast<double>(f(x));
    };
    double least = 0.0;
    for (int i = 0; i < in.points; ++i) {
        double const share = double(i) / (in.points - 1);
        double const x = i == 0 ? in.low : i == in.points - 1 ? in.high : in.logarithmic ? in.low * std::pow(in.high / in.low, share) : in.low + share * (in.high - in.low);
        try {
            double const y = at(x);
            if (!(y - y == 0.0)) {  // not finite
                ++r.refused;
                continue;
            }
            if (r.scanned.empty() || std::abs(y) < least) least = std::abs(y), r.nearest = x;
            r.scanned.emplace_back(x, y);
        } catch (invalid_input const&) {
            ++r.refused;
        }
    }
    for (std::size_t i = 0; i < r.scanned.size(); ++i) {
        auto const [x, y] = r.scanned[i];
        if (y == 0.0) {
            if (i == 0 || r.scanned[i - 1].second != 0.0) r.crossings.push_back({x, x, x, 0.0, 0.0, false});  // of a stretch of zeros its start
            continue;
        }
        if (i + 1 == r.scanned.size()) break;
        auto const [x1, y1] = r.scanned[i + 1];
        if (y1 == 0.0 || (y < 0.0) == (y1 < 0.0)) continue;
        std::uintmax_t steps = 100;
        try {
            auto const [a, b] = boost::math::tools::toms748_solve(at, x, x1, y, y1, boost::math::tools::eps_tolerance<double>(44), steps);
            double const fa = at(a), fb = at(b), spread = std::abs(y1 - y);
            // a bracket of some 1e-13 of its place, in which f still changes by more than a hundred-thousandth of the step scanned
            r.crossings.push_back({0.5 * (a + b), a, b, fa, fb, std::abs(fb - fa) > 1e-5 * spread});
        } catch (invalid_input const&) {
            ++r.refused;
        }
    }
    return r;
}

/// The value of a field of d at which a figure of its report meets a target.
template <class D>
break_even_result break_even(D const& d, std::string_view path, search_range const& in, metric const& m, double target) {
    D changed = d;
    static_cast<void>(get_field(changed, path));  // refuses an unknown path once
    return find_crossings(
        [&](double x) {
            set_field(changed, path, x);
            return m(evaluate(changed)) - target;
        },
        in);
}
/// The value of a field of d at which it ties with another deployment, which stays as it is.
template <class D, class E>
break_even_result break_even(D const& d, std::string_view path, search_range const& in, E const& other, metric const& m) {
    return break_even(d, path, in, m, m(evaluate(other)));
}
/// The value of a field of both at which they tie.
template <class D, class E>
break_even_result break_even_of_both(D const& d, E const& other, std::string_view path, search_range const& in, metric const& m) {
    D one = d;
    E two = other;
    static_cast<void>(get_field(one, path)), static_cast<void>(get_field(two, path));
    return find_crossings(
        [&](double x) {
            set_field(one, path, x);
            set_field(two, path, x);
            return m(evaluate(one)) - m(evaluate(two));
        },
        in);
}

}  // namespace tallywatt
