#pragma once
// How tokens fall on routed experts. With p_i the chance that expert i is among a token's top k, sum p_i = k:
//
//   experts touched by T tokens   sum 1 - (1 - p_i)^T
//   skew                          p_i = 1 - exp(-lambda i^-alpha), lambda such that the sum is k (a plain power law would
//                                 exceed 1); alpha = 0 is uniform, p_i = k/E
//   rows of the busiest of R ranks over the mean   1 + sqrt(2 ln R (v^2 + 1/m)), at most R
//                                 m rows on a mean rank; v deviation of a rank's share over the mean: of its n = E/R
//                                 experts, drawn without replacement, v = c sqrt((1 - n/E) E/(E - 1)/n), c that of an expert
//
// Rows of a rank are about Poisson, of deviation sqrt(m), around a share that is drawn once; the maximum of R Gaussian
// deviates is expected at no more than sqrt(2 ln R) (Boucheron, Lugosi, Massart, Concentration Inequalities, 2013, 2.5).
// Redundant copies and rebalancing lower v. Experts are taken in bins of neighbours with one mean p: within 0.5 % of the sum.
//
// Validity: up to 16,384 experts; 0 <= alpha <= 4.
//
//   routing_plan const r = plan_routing(256, 8, {.skew = 0.6});   double touched = r.touched(64.0);

#include <tallywatt/number/error.hpp>
#include <tallywatt/number/math.hpp>

#include <array>
#include <string>

namespace tallywatt {

/// How evenly experts are chosen. Plan data: discrete counts follow from it.
///
/// Default skew: 0.6 makes 384 experts on 16 ranks, summed over 60 layers of independent order, as uneven as measured over
/// a window of a served mixture without rebalancing, the busiest rank at 1.069 of the mean (vLLM PR 50647, 2026). Others:
/// 0.6 rebalanced and 1.01 to 1.2 else (aiconfigurator, 2025 to 2026), 0.8 (TensorRT-LLM's bench_moe, 2026). Range 0 to 1.2.
struct expert_routing {
    double skew = 0.6;     ///< alpha
    bool balanced = false; ///< every rank has the mean's rows, as published profiles simulate
    friend constexpr bool operator==(expert_routing const&, expert_routing const&) = default;
};

/// Throws invalid_input for a skew out of range. path: of the routing, for the message.
constexpr void check(expert_routing const& r, char const* path = "routing") {
    if (!(r.skew >= 0.0 && r.skew <= 4.0))
        throw invalid_input(std::string(path) + ".skew", r.skew, "", "is not between 0 and 4");
}

/// Copies of the most loaded experts, as a share of all, from which on rebalancing does all it can: DeepSeek keeps 32 of 256
/// (Technical Report, 2024-12, section 3.4.1), on 32 ranks as on 144.
inline constexpr double full_redundancy = 0.125;
/// What rebalancing leaves of the deviation then: loads drift after they were counted. Of power laws, from alpha 1.01 to 0.6
/// (aiconfigurator's prefill with and without rebalancing), a third; over a window, 0.008 of 0.069 (vLLM PR 50647).
inline constexpr double rebalanced_deviation = 1.0 / 3.0;

struct routing_plan {
    struct bin {
        double experts = 0.0, chance = 0.0;
    };
    static constexpr std::size_t most_bins = 48;
    std::array<bin, most_bins> bins{};
    int count = 0;
    double experts = 0.0;   ///< E
    double deviation = 0.0; ///< c: of an expert's chance, over the mean
    bool balanced = false;

    /// Expected experts that `tokens` tokens touch.
    [[nodiscard]] constexpr double touched(double tokens) const {
        if (!(tokens > 0.0))
            return 0.0;
        double idle = 0.0;
        for (int i = 0; i < count; ++i) {
            auto const& b = bins[static_cast<std::size_t>(i)];
            if (b.chance < 1.0)
                idle += b.experts * math::pow(1.0 - b.chance, tokens);
        }
        return experts - idle;
    }
    /// Deviation of a rank's share over the mean, experts dealt to `ranks` at random, with `redundant` copies.
    [[nodiscard]] constexpr double rank_deviation(int ranks, int redundant = 0) const {
        if (ranks < 2 || experts < 2.0)
            return 0.0;
        double const each = math::max(experts / ranks, 1.0);
        double const random = deviation * math::sqrt((1.0 - 1.0 / ranks) * experts / (experts - 1.0) / each);
        double const done = math::min(redundant / (full_redundancy * experts), 1.0);
        return random * (1.0 - (1.0 - rebalanced_deviation) * done);
    }
    /// Rows of the busiest of `ranks` over the mean, for `mean` expected rows each.
    [[nodiscard]] constexpr double busiest(int ranks, double mean, int redundant = 0) const {
        if (ranks < 2 || !(mean > 0.0) || balanced)
            return 1.0;
        double const v = rank_deviation(ranks, redundant);
        return math::min(1.0 + math::sqrt(2.0 * math::log(double(ranks)) * (v * v + 1.0 / mean)), double(ranks));
    }
};

namespace detail {
/// Mean of x^-alpha over the whole numbers a to b, by the integral from a - 1/2 to b + 1/2.
constexpr double mean_power(double a, double b, double alpha) {
    if (a == b)
        return math::pow(a, -alpha);
    double const low = a - 0.5, high = b + 0.5, n = b - a + 1.0, e = 1.0 - alpha;
    if (e < 1e-9 && e > -1e-9)
        return math::log(high / low) / n;
    return (math::pow(high, e) - math::pow(low, e)) / (e * n);
}
} // namespace detail

constexpr routing_plan plan_routing(int experts, int per_token, expert_routing const& how) {
    routing_plan r;
    r.experts = experts;
    r.balanced = how.balanced;
    if (experts < 1)
        return r;
    double const mean = double(per_token) / experts;
    if (how.skew <= 0.0 || how.balanced || per_token >= experts) {
        r.bins[0] = {double(experts), math::min(mean, 1.0)};
        r.count = 1;
        return r;
    }
    // the first eight alone, then bins a quarter of their place wide
    for (int first = 1; first <= experts;) {
        int last = first <= 8 ? first : first + first / 4 - 1;
        if (last > experts)
            last = experts;
        r.bins[static_cast<std::size_t>(r.count++)] = {last - first + 1.0, detail::mean_power(first, last, how.skew)};
        first = last + 1;
    }
    auto const chances = [&](double lambda, double& slope) {
        double sum = 0.0;
        slope = 0.0;
        for (int i = 0; i < r.count; ++i) {
            auto const& b = r.bins[static_cast<std::size_t>(i)];
            double const rest = math::exp(-lambda * b.chance);
            sum += b.experts * (1.0 - rest);
            slope += b.experts * b.chance * rest;
        }
        return sum;
    };
    // the sum is concave in lambda, so Newton's steps from the left stay there and meet it
    double lambda = 0.0, slope = 0.0;
    for (int i = 0; i < 60; ++i) {
        double const miss = per_token - chances(lambda, slope);
        lambda += miss / slope;
        if (miss < 1e-12 * per_token)
            break;
    }
    double square = 0.0;
    for (int i = 0; i < r.count; ++i) {
        auto& b = r.bins[static_cast<std::size_t>(i)];
        b.chance = 1.0 - math::exp(-lambda * b.chance);
        square += b.experts * b.chance * b.chance;
    }
    r.deviation = math::sqrt(math::max(square / experts / (mean * mean) - 1.0, 0.0));
    return r;
}

} // namespace tallywatt
