#pragma once
// Embodied carbon of a whole cluster by line: accelerator packages, hosts, racks, network, shared storage, and what one
// accelerator or a rate of tokens answers for.
//
//   accelerators  n package          hosts  servers embodied_host         racks  racks (servers and switches) carbon of one
//   switches      n carbon of one    transceivers n carbon of one         storage  capacity carbon per capacity
//
// Counts are the cluster plan's. Buildings, cooling and power plant are not in it.
// Reference: the lines of Gupta et al., ACT, ISCA 2022, over the plan of cluster.hpp.
//
//   cluster_embodied const e = embodied(c, plan, package_carbon, cluster_parts(catalog::cluster_parts));
//   co2e_per_token<> const g = embodied_per_token(e.total(), 1e6 * token / second, 6.0 * year, basic_availability<>{0.95});

#include <tallywatt/cluster/cluster.hpp>
#include <tallywatt/cluster/embodied.hpp>

namespace tallywatt {

/// Carbon of what stands beside the servers, each.
template <class T = double>
struct basic_cluster_parts {
    co2e<T> rack{};
    co2e<T> network_switch{}; ///< of the scale-out network
    co2e<T> transceiver{};
    co2e_per_data<T> storage{}; ///< shared storage with its servers

    static constexpr char const* kind = "cluster_parts";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"rack", non_negative}, self.rack...);
        visit(field{"network_switch", non_negative}, self.network_switch...);
        visit(field{"transceiver", non_negative}, self.transceiver...);
        visit(field{"storage", non_negative}, self.storage...);
    }
    constexpr operator basic_cluster_parts<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using cluster_parts = basic_cluster_parts<>;

template <class T = double>
struct basic_cluster_embodied {
    co2e<T> accelerators{}, hosts{}, racks{}, switches{}, transceivers{}, storage{};
    [[nodiscard]] constexpr co2e<T> total() const { return detail::sum_of<co2e<T>>(*this); }

    static constexpr char const* kind = "cluster_embodied";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"accelerators"}, self.accelerators...);
        visit(field{"hosts"}, self.hosts...);
        visit(field{"racks"}, self.racks...);
        visit(field{"switches"}, self.switches...);
        visit(field{"transceivers"}, self.transceivers...);
        visit(field{"storage"}, self.storage...);
    }
};
using cluster_embodied = basic_cluster_embodied<>;

/// package: of one accelerator with its module board and heat sink (embodied() of silicon/embodied.hpp).
template <class T>
constexpr basic_cluster_embodied<T> embodied(
    basic_cluster<T> const& c, cluster_plan const& p, co2e<T> const& of_package, basic_cluster_parts<T> const& parts
) {
    return {
        as<T>(p.accelerators) * of_package,
        embodied_hosts(c, p),
        as<T>(p.racks.racks + p.network_racks) * parts.rack,
        as<T>(p.network.switches()) * parts.network_switch,
        as<T>(modules_of(c.network, p.network)) * parts.transceiver,
        as<T>(p.servers) * (c.storage.capacity.value * parts.storage)};
}

/// Spread over the tokens of a life: carbon/(rate * availability * life).
template <class T>
constexpr co2e_per_token<T> embodied_per_token(
    co2e<T> const& made, token_rate<T> const& rate, duration<T> const& life, basic_availability<T> const& up
) {
    return made / (rate * (up.value * life));
}

} // namespace tallywatt
