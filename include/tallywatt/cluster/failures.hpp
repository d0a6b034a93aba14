#pragma once
// Failures of a cluster by part: how often something breaks that stops a job which runs on all of it.
//
//   rate = accelerators f_a + servers f_h + interfaces f_i + accelerators f_s        accelerators, hosts, interfaces, software
//        + leaves f_switch + host links (2 f_end + f_cable)                          what a server hangs on alone
//        + (1 - rerouted) (other switches f_switch + other links (2 f_end + f_cable))  what the fabric routes around
//        + servers f_storage
//   M = accelerators/rate      accelerator-hours between interruptions, which goodput takes (workload/part_reliability.hpp)
//
// Rates of switches and links are the network's own (switching.hpp, link.hpp). Parts fail independently and at constant
// rates; early failures and bad batches are above them.
// Reference: The Llama 3 Herd of Models, 2024, table 5 (causes of 419 interruptions); MIL-HDBK-217 (sums of rates).
//
//   auto const f = cluster_failures(part_failures(catalog::llama3_parts), c, plan_cluster(c, 2048));
//   accelerator_time<> m = between_failures(f, 16384);

#include <tallywatt/cluster/cluster.hpp>

namespace tallywatt {

/// Rates that stop a job, each part's own.
template <class T = double>
struct basic_part_failures {
    static constexpr char const* kind = "part_failures";
    char const* name = "";
    rate<T> accelerator{}; ///< with its memory
    rate<T> host{};        ///< of a server without accelerators and interfaces
    rate<T> interface_card{};
    rate<T> storage{};  ///< of a server's share of the storage
    rate<T> software{}; ///< per accelerator
    basic_fraction<T> rerouted =
        basic_fraction<T>{T(0.95)}; ///< of failures between switches, that the fabric routes around

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"accelerator", non_negative}, self.accelerator...);
        visit(field{"host", non_negative}, self.host...);
        visit(field{"interface_card", non_negative}, self.interface_card...);
        visit(field{"storage", non_negative}, self.storage...);
        visit(field{"software", non_negative}, self.software...);
        visit(
            field{
                "rerouted",
                any_value,
                {"assumed: trees have many paths above their leaves", "2026", confidence::assumed}},
            self.rerouted...
        );
    }
    constexpr operator basic_part_failures<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using part_failures = basic_part_failures<>;

/// Interruptions per time, by part.
template <class T = double>
struct failure_lines {
    static constexpr char const* kind = "failures";
    rate<T> accelerators{}, hosts{}, interfaces{}, switches{}, modules{}, cables{}, storage{}, software{};
    [[nodiscard]] constexpr rate<T> total() const { return detail::sum_of<rate<T>>(*this); }
    /// Of those that take a node out of service.
    [[nodiscard]] constexpr rate<T> of_nodes() const { return accelerators + hosts + interfaces; }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"accelerators"}, self.accelerators...);
        visit(field{"hosts"}, self.hosts...);
        visit(field{.name = "interfaces", .label = "network interfaces"}, self.interfaces...);
        visit(field{"switches"}, self.switches...);
        visit(field{.name = "modules", .label = "transceivers and plugs"}, self.modules...);
        visit(field{"cables"}, self.cables...);
        visit(field{"storage"}, self.storage...);
        visit(field{"software"}, self.software...);
    }
};

template <class T>
constexpr failure_lines<T>
cluster_failures(basic_part_failures<T> const& f, basic_cluster<T> const& c, cluster_plan const& p) {
    auto const& n = c.network;
    auto const& w = p.network;
    T const left = complement(f.rerouted).value;
    T const servers = as<T>(p.servers), host = as<T>(w.host_links), near = as<T>(w.switch_links),
            far = as<T>(w.far_links);
    failure_lines<T> r;
    r.accelerators = as<T>(p.accelerators) * f.accelerator;
    r.hosts = servers * f.host;
    r.interfaces = as<T>(p.servers * c.server.nics) * f.interface_card;
    r.switches = (as<T>(w.leaves) + left * as<T>(w.spines + w.cores)) * n.network_switch.failures;
    r.modules = 2.0
                * (host * n.host_link.end_failures
                   + left * (near * n.switch_link.end_failures + far * n.far_link.end_failures));
    r.cables = host * n.host_link.cable_failures
               + left * (near * n.switch_link.cable_failures + far * n.far_link.cable_failures);
    r.storage = servers * f.storage;
    r.software = as<T>(p.accelerators) * f.software;
    return r;
}

/// Accelerator-hours between interruptions, which holds for a job of any size on such a cluster.
template <class T>
constexpr accelerator_time<T> between_failures(failure_lines<T> const& f, int accelerators) {
    return as<T>(accelerators) * accelerator_unit / f.total();
}

} // namespace tallywatt
