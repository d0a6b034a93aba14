#pragma once
// What arrives: request lengths, what of them is cached, and how evenly it comes.
//
//   mean context of a decode step is length-biased:  n_in + n_out (1 + cv^2)/2   (Kleinrock: the age of a renewal process)
//   mean context of a new prompt token:              h n_in + ((1 - h) n_in + 1)/2

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

template <class T = double>
struct basic_traffic {
    static constexpr char const* kind = "traffic";
    token_count<T> input{};                   ///< prompt tokens per request, cached ones included
    token_count<T> output{};                  ///< generated tokens per request
    basic_fraction<T> cached{};               ///< share of prompt tokens found in the prefix cache
    basic_ratio<T> output_variation{T(1.0)};  ///< squared coefficient of variation of output lengths
    basic_ratio<T> arrival_variation{T(1.0)}; ///< of the times between arrivals; 1 is Poisson
    basic_ratio<T> prompt_variation{T(1.0)};  ///< of new prompt lengths
    basic_fraction<T> load{T(0.65)};          ///< mean demand over provisioned capacity
    duration<T> reload{}; ///< mean wait for cached prompt tokens that lie outside the accelerators' memory

    /// Prompt tokens that are computed.
    [[nodiscard]] constexpr token_count<T> fresh() const { return input * complement(cached); }
    /// Mean context of a decode step.
    [[nodiscard]] constexpr token_count<T> decode_context() const {
        return input + output * (T(0.5) + T(0.5) * output_variation.value);
    }
    /// Deviation of running sequences' contexts over their mean. Of gamma distributed outputs of squared variation v the
    /// age of a running one has variance n_out^2 (1 + v)(1 + 5 v)/12 (length-biased; 1/12 if all are alike).
    [[nodiscard]] constexpr T context_variation() const {
        T const v = output_variation.value, own = output / decode_context(), prompt = input / decode_context();
        return math::sqrt(
            prompt * prompt * prompt_variation.value + own * own * ((T(1.0) + v) * (T(1.0) + T(5.0) * v) / T(12.0))
        );
    }
    /// Mean context of a new prompt token.
    [[nodiscard]] constexpr token_count<T> prefill_context() const {
        return input * (T(0.5) + T(0.5) * cached.value) + 0.5 * token;
    }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"input", at_least(1.0)}, self.input...);
        visit(field{"output", at_least(1.0)}, self.output...);
        visit(field{"cached", between(0.0, 0.999)}, self.cached...);
        visit(
            field{
                "output_variation",
                any_value,
                {"assumed exponential lengths; reproduces the published mean context of the DeepSeek day", "2025-03-01",
                 confidence::medium}},
            self.output_variation...
        );
        visit(
            field{"arrival_variation", any_value, {"assumed Poisson arrivals", "2026", confidence::assumed}},
            self.arrival_variation...
        );
        visit(
            field{"prompt_variation", any_value, {"assumed exponential prompt lengths", "2026", confidence::assumed}},
            self.prompt_variation...
        );
        visit(
            field{
                "load",
                positive,
                {"DeepSeek production day: 226.75 of 278 peak nodes in use, each at 14,800 of the 18,598 tokens/s of "
                 "the published profile",
                 "2025-03-01", confidence::medium}},
            self.load...
        );
        visit(
            field{
                "reload",
                non_negative,
                {"none: cached tokens lie in the accelerators' memory unless it is said how long others take", "2026",
                 confidence::high}},
            self.reload...
        );
    }
    constexpr operator basic_traffic<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using traffic = basic_traffic<>;

/// Latencies the service promises; a plan that cannot meet them is still evaluated and reports by how much.
template <class T = double>
struct basic_targets {
    static constexpr char const* kind = "targets";
    duration<T> time_to_first_token = 2.0 * second;
    duration<T> time_per_output_token = 50.0 * millisecond;
    duration<T> longest_pause = 2.0 * second; ///< between tokens, while prompts of others are worked on

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(
            field{
                "time_to_first_token",
                positive,
                {"interactive service class of common serving benchmarks", "2025", confidence::medium}},
            self.time_to_first_token...
        );
        visit(
            field{
                "time_per_output_token",
                positive,
                {"20 tokens/s per user, the DeepSeek service's published 20 to 22", "2025-03-01", confidence::medium}},
            self.time_per_output_token...
        );
        visit(
            field{
                "longest_pause",
                positive,
                {"assumed: a reader notices, and a long chunk of prompts is kept from stopping every stream", "2026",
                 confidence::assumed}},
            self.longest_pause...
        );
    }
};
using targets = basic_targets<>;

/// Price list of a service; zero where nothing is sold.
template <class T = double>
struct basic_token_prices {
    static constexpr char const* kind = "prices";
    of_input<money_per_token<T>> input{}; ///< of prompt tokens that miss the cache
    of_cached_input<money_per_token<T>> cached_input{};
    of_output<money_per_token<T>> output{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"input", non_negative}, self.input...);
        visit(field{"cached_input", non_negative}, self.cached_input...);
        visit(field{"output", non_negative}, self.output...);
    }
};
using token_prices = basic_token_prices<>;

} // namespace tallywatt
