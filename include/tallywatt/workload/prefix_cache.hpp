#pragma once
// How much of a prompt is found in a cache of a size, tier by tier, what waiting for it adds, and what a cached token costs.
//
//   hit = L - (L - H) e^-u,   (1 - L) u + (L - H)(1 - e^-u) = C/(A t)
//   C capacity, A prompt tokens' cache per time, t mean time until a prefix comes again, u: how long LRU keeps one, over t
//   H what every request repeats (a system prompt), L what an endless cache finds
//
// An LRU stack sinks past a depth as fast as it misses there, so the depth reached after a time is the sum of the misses
// until then; times until the next use are taken as exponential. Tiers are filled in order, each holding what does not fit
// in those before it. A prompt repeats L of its tokens; the chance that they lie in tier i is
// (hit(C_1+..+C_i) - hit(C_1+..+C_(i-1)))/L; what reloads slower than it is computed is computed.
//
// Against an LRU cache over the public traces of Mooncake (12,031 and 3,993 requests, blocks of 512 tokens), from H, L, t
// and A alone: within 0.035 and 0.05 of all blocks at every size, 0.02 and 0.025 from 10,000 blocks on.
// Reference: Denning and Schwartz, Properties of the working-set model, CACM 15 (1972); Mooncake, FAST 2025 (traces).
//
//   cache_result<> const r = perform(reuse, load, std::span<cache_tier const>(tiers), terms);   // r.cached, r.reload

#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/workload/cache_tier.hpp>
#include <tallywatt/workload/traffic.hpp>

#include <array>
#include <span>

namespace tallywatt {

/// How prompts repeat each other.
template <class T = double>
struct basic_prefix_reuse {
    basic_fraction<T> hot{};          ///< of prompt tokens, that every request shares
    basic_fraction<T> limit{T(0.5)};  ///< of them, found in an endless cache; hot ones are in it
    duration<T> again = 4.0 * minute; ///< mean time until a prefix is used again

    static constexpr char const* kind = "prefix_reuse";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"hot"}, self.hot...);
        visit(
            field{
                "limit",
                between(1e-6, 0.999),
                {"about half of the tokens in production: 0.563 of DeepSeek's day, 0.37 to 0.64 of Mooncake's traces",
                 "2025", confidence::medium}},
            self.limit...
        );
        visit(
            field{
                "again",
                positive,
                {"Mooncake's public traces: 110 and 213 s on the mean within an hour", "2025", confidence::medium}},
            self.again...
        );
    }
    constexpr operator basic_prefix_reuse<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using prefix_reuse = basic_prefix_reuse<>;

/// Throws invalid_input where more is hot than an endless cache finds.
template <class T>
constexpr void check(basic_prefix_reuse<T> const& r) {
    if (highest(r.hot.value) > lowest(r.limit.value))
        throw invalid_input(
            "prefix_reuse.hot", highest(r.hot.value), "", "more is shared by all than an endless cache finds"
        );
}

namespace detail {
/// The share found, by x = C/(A t): Newton from the left on a concave function, which never oversteps the root.
template <class T>
constexpr T found_share(T const& x, T const& limit, T const& hot) {
    T const rest = T(1.0) - limit, span = limit - hot;
    T u = math::max(x / (T(1.0) - hot), (x - span) / rest); // both are below the root
    for (int i = 0; i < 8; ++i) {                           // each doubles the digits
        T const left = math::exp(-u);
        u = u + (x - rest * u - span * (T(1.0) - left)) / (rest + span * left);
    }
    return limit - span * math::exp(-u);
}
} // namespace detail

/// Share of prompt tokens found in an LRU cache of this size; flow: all prompt tokens' cache per time.
template <class T>
constexpr basic_fraction<T>
hit_share(basic_prefix_reuse<T> const& r, data_size<T> const& capacity, byte_rate<T> const& flow) {
    T const turns = capacity / (flow * r.again);
    // rises in each of the three, so that an interval is found at its ends
    return basic_fraction<T>{detail::monotone(
        [&](T const& x) {
            return detail::monotone(
                [&](T const& limit) {
                    return detail::monotone(
                        [&](T const& hot) { return detail::found_share(x, limit, hot); }, r.hot.value
                    );
                },
                r.limit.value
            );
        },
        turns
    )};
}

/// What arrives at the cache.
template <class T = double>
struct basic_cache_load {
    token_count<T> input{};    ///< of a prompt
    token_rate<T> arriving{};  ///< prompt tokens of all instances that share the tiers
    data_per_token<T> cache{}; ///< bytes held per token
    basic_prompt_work<T> work{};
    int layers = 1;

    static constexpr char const* kind = "cache_load";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"input", at_least(1.0)}, self.input...);
        visit(field{"arriving", positive}, self.arriving...);
        visit(field{"cache", positive}, self.cache...);
        visit(field{"work"}, self.work...);
        visit(field{"layers", at_least(1)}, self.layers...);
    }
    /// All prompt tokens' cache per time.
    [[nodiscard]] constexpr byte_rate<T> flow() const { return arriving * cache; }
};
using cache_load = basic_cache_load<>;

/// What capacity and power cost.
template <class T = double>
struct basic_cache_terms {
    basic_discount_rate<real_terms, T> discount{T(0.07)};
    int life = 5;                                                 ///< years
    money_per_energy<T> power_price = 0.08 * USD / kilowatt_hour; ///< per IT energy, with the building's overhead

    static constexpr char const* kind = "cache_terms";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(
            field{"discount", any_value, {"planning practice, 7 % real", "2026", confidence::assumed}}, self.discount...
        );
        visit(field{"life", between(1, 30), {"warranty of drives", "2025", confidence::high}}, self.life...);
        visit(
            field{
                "power_price",
                non_negative,
                {"assumed, industrial power with a PUE of about 1.2", "2026", confidence::assumed}},
            self.power_price...
        );
    }
};
using cache_terms = basic_cache_terms<>;

/// One tier's part.
template <class T = double>
struct tier_result {
    basic_fraction<T> found{};  ///< of prompt tokens
    duration<T> reload{};       ///< of a prompt's repeated tokens
    bool worth = true;          ///< reloading is no slower than computing (by likely values)
    basic_ratio<T> busy{};      ///< bytes read over what the tier gives; above one it cannot keep up
    money_rate<T> yearly{};     ///< capital recovery and power
    money_per_token<T> price{}; ///< per token found in it
};

template <class T = double>
struct cache_result {
    static constexpr std::size_t most = 8;
    std::array<tier_result<T>, most> tiers{};
    std::size_t count = 0;
    basic_fraction<T> cached{}; ///< of prompt tokens, all tiers together: traffic.cached
    duration<T> reload{};       ///< mean, of a request
    duration<T> exposed{};      ///< of it, what a request waits for: comes on top of the time to first token
    duration<T> recompute{};    ///< of a prompt's repeated tokens
    money_rate<T> yearly{};
    money_per_token<T> price{}; ///< mean, per cached token
};

/// Tiers in the order in which they are asked. Throws invalid_input for more than eight, or none.
template <class T>
constexpr cache_result<T> perform(
    basic_prefix_reuse<T> const& reuse, basic_cache_load<T> const& load, std::span<basic_cache_tier<T> const> tiers,
    basic_cache_terms<T> const& terms
) {
    check(reuse);
    if (tiers.empty() || tiers.size() > cache_result<T>::most)
        throw invalid_input("cache.tiers", double(tiers.size()), "", "between one and eight tiers hold a cache");
    if (load.layers < 1)
        throw invalid_input("cache.layers", load.layers, "", "a model has at least one layer");
    cache_result<T> r;
    r.count = tiers.size();
    token_count<T> const repeated = load.input * reuse.limit;
    r.recompute = recompute_time(load.work, repeated);
    duration<T> const fresh = recompute_time(load.work, load.input) - r.recompute;
    rate<T> const recovery = capital_recovery_factor(terms.discount, terms.life);
    data_size<T> held{};
    basic_fraction<T> below{};
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        auto const& tier = tiers[i];
        tier_result<T>& t = r.tiers[i];
        held += tier.capacity;
        basic_fraction<T> const upto = hit_share(reuse, held, load.flow());
        t.found = basic_fraction<T>{math::max(upto.value - below.value, T(0.0))};
        below = upto;
        t.reload = reload_time(tier, repeated, load.cache);
        t.worth = !(lowest(t.reload.base_value) > highest(r.recompute.base_value));
        T const chance = t.found.value / reuse.limit.value;
        duration<T> const taken = math::min(t.reload, r.recompute);
        r.reload += chance * taken;
        r.exposed += chance * math::min(exposed_reload(t.reload, fresh, load.layers), r.recompute);
        t.busy = basic_ratio<T>{tier.in_place ? T(0.0) : T(load.arriving * t.found.value * load.cache / tier.read)};
        t.yearly = tier.capacity * tier.price * recovery + tier.capacity * tier.draw * terms.power_price;
        t.price = t.yearly / (load.arriving * math::max(t.found.value, T(1e-12)));
        r.yearly += t.yearly;
    }
    r.cached = below;
    r.price = r.yearly / (load.arriving * math::max(r.cached.value, T(1e-12)));
    return r;
}

/// The traffic with the share that the tiers find and the wait for it, which is in the time to first token then.
template <class T>
constexpr basic_traffic<T> with_cache(basic_traffic<T> load, cache_result<T> const& r) {
    load.cached = r.cached;
    load.reload = r.exposed;
    return load;
}

} // namespace tallywatt
