#pragma once
// What a cluster holds of shared storage, per server: a tier's plan brought to usable capacity.
//
//   cost = servers x capacity x price          power = servers x capacity x draw
//   price, draw: of the tier's plan, devices, servers and licence, over its usable capacity
//
// The defaults are those of a parallel file system on flash (catalog::flash_file_system at its likely values) that holds 60 TB
// for each of 2,048 servers, rounded: 0.188 USD/GB and 1.04 W/TB.
//
//   cluster c{.storage = shared_storage_of(tier, plan_storage(tier, {.hold = 20.0 * PB}), 256)};

#include <tallywatt/cluster/plan_storage.hpp>

namespace tallywatt {

template <class T = double>
struct basic_shared_storage {
    per_server<data_size<T>> capacity{data_size<T>(60.0 * TB)}; ///< usable, over the network
    money_per_data<T> price = 0.19 * USD / GB;
    power_per_data<T> draw = 1.05 * watt / TB; ///< at the IT boundary

    static constexpr char const* kind = "shared_storage";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(
            field{"capacity", non_negative, {"assumed: 60 TB of shared flash per server", "2026", confidence::assumed}},
            self.capacity...
        );
        visit(
            field{
                "price",
                non_negative,
                {"parallel file system on flash, drives at prices of 2025, with its servers and licence", "2025",
                 confidence::low}},
            self.price...
        );
        visit(
            field{
                "draw",
                non_negative,
                {"parallel file system on flash, nearly idle: drives of 30 TB at 5 W and their servers", "2025",
                 confidence::low}},
            self.draw...
        );
    }
    constexpr operator basic_shared_storage<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
    [[nodiscard]] constexpr per_server<money<T>> cost() const { return per_server<money<T>>{capacity.value * price}; }
    [[nodiscard]] constexpr per_server<at_it<power<T>>> drawn() const {
        return per_server<at_it<power<T>>>{at_it<power<T>>{capacity.value * draw}};
    }
};
using shared_storage = basic_shared_storage<>;

/// A tier's plan, used at mean rates, as what each of so many servers holds of it.
template <class T, class Tier>
constexpr basic_shared_storage<T>
shared_storage_of(Tier const& tier, storage_plan const& p, int servers, storage_use<T> const& use) {
    if (servers < 1)
        throw invalid_input("shared_storage.servers", servers, "", "storage is shared among at least one server");
    storage_performance<T> const r = perform(p, tier, use);
    basic_shared_storage<T> s;
    s.capacity = per_server<data_size<T>>{r.usable / T(double(servers))};
    s.price = r.price_of_capacity();
    s.draw = r.draw_of_capacity();
    return s;
}
/// The same, nearly idle.
template <class Tier>
constexpr shared_storage shared_storage_of(Tier const& tier, storage_plan const& p, int servers) {
    return shared_storage_of(tier, p, servers, storage_use<>{});
}

} // namespace tallywatt
