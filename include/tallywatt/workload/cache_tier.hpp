#pragma once
// Where a key-value cache may lie when it leaves the accelerator: host memory, pooled memory, drives, a store on the network; what
// bringing a prefix back takes, and from which length on that is faster than computing it again.
//
//   reload(n)     = latency + n kv/read                     n tokens of prefix, kv bytes of cache per token
//   recompute(n)  = (a n + b n^2/2)/F                       a operations per token, b per token and key, F operations per time
//   break-even    n* = 2 L/(q + sqrt(q^2 + 2 b L/F)),  q = a/F - kv/read     above it reloading is faster; for q < 0 and b = 0 never
//   exposed       max(reload/layers, reload - (1 - 1/layers) compute of the new tokens)     layers come in while others are computed
//   both at once  1/(1/reload + 1/recompute)                from the front and from the back, until they meet
//
// Reference: Qin et al., Mooncake, FAST 2025 (arXiv 2407.00079), layer-wise loading; Jin et al., Compute or load KV cache?
// (arXiv 2410.03065), both at once.
//
//   token_count<> const n = break_even_length(cache_tier(catalog::cache_on_nvme), prompt_work_of(model, rate), 70'272.0 * byte / token);

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/monotone.hpp>
#include <tallywatt/workload/operations.hpp>

namespace tallywatt {

/// A place for cached prefixes, as one serving instance or a pool of them sees it.
template <class T = double>
struct basic_cache_tier {
    char const* name = "";
    bool in_place = false; ///< the accelerator's own memory: nothing moves
    data_size<T> capacity{};
    byte_rate<T> read{}; ///< into the accelerators of an instance
    duration<T> latency{};
    money_per_data<T> price{};
    power_per_data<T> draw{}; ///< at the IT boundary

    static constexpr char const* kind = "cache_tier";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"in_place"}, self.in_place...);
        visit(field{"capacity", non_negative}, self.capacity...);
        visit(field{"read", positive}, self.read...);
        visit(field{"latency", non_negative}, self.latency...);
        visit(field{"price", non_negative}, self.price...);
        visit(field{"draw", non_negative}, self.draw...);
    }
    constexpr operator basic_cache_tier<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using cache_tier = basic_cache_tier<>;

/// What computing a prompt takes.
template <class T = double>
struct basic_prompt_work {
    operation_per_token<T> linear{};  ///< of a token, whatever precedes it
    operation_per_token<T> per_key{}; ///< of a token for every token before it, in layers that see them all
    flop_rate<T> rate{};              ///< achieved by the instance on prompts

    static constexpr char const* kind = "prompt_work";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"linear", positive}, self.linear...);
        visit(field{"per_key", non_negative}, self.per_key...);
        visit(field{"rate", positive}, self.rate...);
    }
};
using prompt_work = basic_prompt_work<>;

/// A model's prompts at an achieved rate; windowed layers count at their full window.
template <class T>
constexpr basic_prompt_work<T> prompt_work_of(transformer const& m, flop_rate<T> const& achieved) {
    operation_count<> const key = layer_attention_operations(m);
    double const in_windows = double(m.local_layers()) * double(m.attention.window.size);
    return {
        T(1.0) * ((matmul_operations(m) + in_windows * key) / token),
        T(1.0) * (double(m.global_layers()) * key / token), achieved};
}

/// Time to compute the first n tokens of a prompt.
template <class T>
constexpr duration<T> recompute_time(basic_prompt_work<T> const& w, token_count<T> const& n) {
    T const keys = T(0.5) * n.in(token);
    return n * (w.linear + keys * w.per_key) / w.rate;
}
/// Time to bring back n tokens' cache.
template <class T>
constexpr duration<T>
reload_time(basic_cache_tier<T> const& tier, token_count<T> const& n, data_per_token<T> const& cache) {
    return tier.in_place ? duration<T>{} : tier.latency + n * cache / tier.read;
}
/// The part of a reload that a request waits for, where layers are loaded while those before them compute the new tokens.
template <class T>
constexpr duration<T> exposed_reload(duration<T> const& reload, duration<T> const& fresh, int layers) {
    T const first = T(1.0 / double(layers));
    return math::max(first * reload, reload - (T(1.0) - first) * fresh);
}
/// Time where a prefix is loaded from its front and computed from its back at once; never above either.
template <class T>
constexpr duration<T> reload_or_recompute(duration<T> const& reload, duration<T> const& recompute) {
    return detail::monotone(
               [&](T const& r) {
                   return detail::monotone([&](T const& c) { return r * (c / (r + c)); }, T(recompute.in(second)));
               },
               T(reload.in(second))
           )
           * second;
}

/// The longest a break-even length is reported as: for tiers from which reloading never pays.
inline constexpr auto never_pays = 1e12 * token;

/// Prefix length from which reloading is faster than computing; zero for memory in place.
template <class T>
constexpr token_count<T>
break_even_length(basic_cache_tier<T> const& tier, basic_prompt_work<T> const& w, data_per_token<T> const& cache) {
    if (tier.in_place)
        return {};
    T const latency = tier.latency.in(second), b = (w.per_key * token / w.rate).in(second);
    T const q = (w.linear * token / w.rate - cache * token / tier.read).in(second);
    T const root = math::sqrt(math::max(q * q + T(2.0) * b * latency, T(0.0)));
    // of the two forms of the same root, the one that does not cancel
    T const smallest = T(1e-300);
    T const gaining = T(2.0) * latency / math::max(q + root, smallest), losing = (root - q) / math::max(b, smallest);
    T const n = math::select(q > T(0.0), gaining, losing);
    return math::min(n, T(never_pays.in(token))) * token;
}

} // namespace tallywatt
