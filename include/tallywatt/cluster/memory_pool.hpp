#pragma once
// Memory pooled over CXL: what it recovers of memory that lies stranded in servers whose cores are all taken, and whether that pays
// for the controllers, the latency and the power.
//
//   margin of a server's memory over its mean use     s       (stranded on the mean, where each is provided for by itself)
//   N servers' margins pooled                         s v,    v = sqrt((1 + (N-1) c)/N),  c correlation of their needs
//   saved  = min(s (1 - v), p)                        of a server's memory; p: share that may lie in the pool
//   in the pool = p,  of which 1 - saved/p is bought
//   net  = saved DRAM - (controllers + cables)/N - slowdown x server        the last: what the latency costs in work done
//
// The margin follows the deviation of what a server needs, which N pooled ones share: deviations add in squares. A pool spans few
// sockets, so servers have one or two each.
// Reference: Li et al., Pond, ASPLOS 2023 (arXiv 2203.00241): up to 25 % stranded, 7 % of DRAM saved by pools of 16 sockets at 1 to 5 %
// of performance; Berger et al., Design tradeoffs in CXL-based memory pools, IEEE Micro 2023: 9 to 10 %.
//
//   pool_result<> const r = perform(memory_pool(catalog::cxl_pool), 2.0 * TB);   // r.net per server

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

template <class T = double>
struct basic_memory_pool {
    char const* name = "";
    int servers = 16;                              ///< that share a pool
    basic_fraction<T> stranded{T(0.10)};           ///< of a server's memory, on the mean, without a pool
    basic_fraction<T> correlation{T(0.0)};         ///< of servers' needs
    basic_fraction<T> pooled{T(0.30)};             ///< of the memory, that may lie in the pool
    duration<T> extra_latency = 80.0 * nanosecond; ///< of a load from the pool, over the server's own memory
    duration<T> own_latency = 85.0 * nanosecond;
    basic_fraction<T> sensitivity{
        T(0.05)}; ///< of work lost where the pool's latency is twice the own one's and all is pooled
    money_per_data<T> memory_price = 6.0 * USD / GB;
    co2e_per_data<T> memory_carbon = 0.4 * kgCO2e / GB;
    power_per_data<T> memory_draw = 0.3 * watt / GB;
    money<T> controllers = 12'000.0 * USD; ///< of a pool, with chassis and cables
    power<T> controllers_draw = 250.0 * watt;
    co2e<T> controllers_carbon = 200.0 * kgCO2e;

    static constexpr char const* kind = "memory_pool";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source pond{"Pond, ASPLOS 2023 (arXiv 2203.00241)", "2023-01", confidence::high};
        constexpr source guess{"assumed", "2026", confidence::assumed};
        visit(field{"name"}, self.name...);
        visit(field{"servers", between(1, 1024), pond}, self.servers...);
        visit(
            field{
                "stranded",
                any_value,
                {"Pond: above 10 % of DRAM where 85 % of cores are taken, 25 % at most", "2023-01",
                 confidence::medium}},
            self.stranded...
        );
        visit(field{"correlation", any_value, guess}, self.correlation...);
        visit(
            field{
                "pooled",
                any_value,
                {"Pond: 25 to 50 % of memory is untouched or insensitive; assumed within", "2023-01", confidence::low}},
            self.pooled...
        );
        visit(
            field{
                "extra_latency",
                non_negative,
                {"Pond: 70 to 90 ns more for pools of 8 to 16 sockets", "2023-01", confidence::high}},
            self.extra_latency...
        );
        visit(
            field{
                "own_latency",
                positive,
                {"Pond: 85 ns of memory on the same socket; recalled", "2023-01", confidence::medium}},
            self.own_latency...
        );
        visit(
            field{
                "sensitivity",
                any_value,
                {"Pond: performance within 1 to 5 % of local memory's", "2023-01", confidence::medium}},
            self.sensitivity...
        );
        visit(
            field{
                "memory_price",
                non_negative,
                {"assumed server DRAM between the 4 USD/GB of 2024 and the prices of 2026, several times as high",
                 "2026", confidence::assumed}},
            self.memory_price...
        );
        visit(
            field{
                "memory_carbon",
                non_negative,
                {"Dell PowerEdge R740 LCA (2019): 533 kg for 384 GB is 1.4 kg/GB; later nodes a fraction of it", "2019",
                 confidence::low}},
            self.memory_carbon...
        );
        visit(
            field{
                "memory_draw",
                non_negative,
                {"planning practice, 0.3 to 0.4 W per GB of DDR4, less of DDR5", "2024", confidence::low}},
            self.memory_draw...
        );
        visit(field{"controllers", non_negative, guess}, self.controllers...);
        visit(field{"controllers_draw", non_negative, guess}, self.controllers_draw...);
        visit(field{"controllers_carbon", non_negative, guess}, self.controllers_carbon...);
    }
    constexpr operator basic_memory_pool<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using memory_pool = basic_memory_pool<>;

/// What pooling changes, per server; positive is saved.
template <class T = double>
struct pool_result {
    static constexpr char const* kind = "pool_result";
    basic_fraction<T> saved{};         ///< of a server's memory
    per_server<data_size<T>> memory{}; ///< saved
    per_server<money<T>> memory_worth{};
    per_server<money<T>> pool{};     ///< controllers, its share
    per_server<money<T>> slowdown{}; ///< work not done, at the server's price
    per_server<money<T>> net{};
    per_server<power<T>> draw{};  ///< saved, net
    per_server<co2e<T>> carbon{}; ///< of making, saved, net
    basic_fraction<T> work_lost{};
    money_per_data<T> break_even{}; ///< price of memory at which the net is nothing

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"saved"}, self.saved...);
        visit(field{"memory"}, self.memory...);
        visit(field{"memory_worth"}, self.memory_worth...);
        visit(field{"pool"}, self.pool...);
        visit(field{"slowdown"}, self.slowdown...);
        visit(field{"net"}, self.net...);
        visit(field{"draw"}, self.draw...);
        visit(field{"carbon"}, self.carbon...);
        visit(field{"work_lost"}, self.work_lost...);
        visit(field{"break_even"}, self.break_even...);
    }
};

/// A pool for servers of so much memory each; server_price: of the work that slows down, without its memory's saving.
template <class T>
constexpr pool_result<T>
perform(basic_memory_pool<T> const& p, data_size<T> const& memory, money<T> const& server_price) {
    double const n = p.servers;
    T const left = math::sqrt((T(1.0) + T(n - 1.0) * p.correlation.value) / T(n));
    pool_result<T> r;
    T const saved = math::min(p.stranded.value * (T(1.0) - left), p.pooled.value);
    r.saved = basic_fraction<T>{saved};
    r.memory = per_server<data_size<T>>{saved * memory};
    r.memory_worth = per_server<money<T>>{saved * memory * p.memory_price};
    r.pool = per_server<money<T>>{p.controllers / T(n)};
    T const lost = p.sensitivity.value * p.pooled.value * (p.extra_latency / p.own_latency);
    r.work_lost = basic_fraction<T>{lost};
    r.slowdown = per_server<money<T>>{lost * server_price};
    r.net = r.memory_worth - r.pool - r.slowdown;
    r.draw = per_server<power<T>>{saved * memory * p.memory_draw - p.controllers_draw / T(n)};
    r.carbon = per_server<co2e<T>>{saved * memory * p.memory_carbon - p.controllers_carbon / T(n)};
    r.break_even = (p.controllers / T(n) + lost * server_price) / (memory * math::max(saved, T(1e-12)));
    return r;
}
template <class T>
constexpr pool_result<T> perform(basic_memory_pool<T> const& p, data_size<T> const& memory) {
    return perform(p, memory, money<T>{});
}

} // namespace tallywatt
