#pragma once
// What is published of a system: a server, a rack or a pod as it is sold. As in a data sheet, a figure that is not known is
// an empty optional. Rates, memory and bandwidth of the whole are those of its accelerators, times their number.
//
//   catalog::gb200_nvl72_system.power_max
//   total(catalog::dgx_h100_system, catalog::h100_sheet.peak.fp8)     // 15.8 PFLOP/s

#include <tallywatt/catalog/datasheet.hpp>
#include <tallywatt/cluster/server.hpp>

namespace tallywatt {

template <class T = double>
struct basic_system_sheet {
    static constexpr char const* kind = "system";
    char const* vendor = "";
    char const* name = "";
    int year = 0;
    char const* status = "shipping";
    char const* accelerator = ""; ///< catalog id
    int accelerators = 1;
    std::optional<int> scale_up_domain{};
    char const* scale_up_switches = nullptr;
    char const* cpu = nullptr;
    std::optional<int> cpus{};
    std::optional<power<T>> cpu_power{}; ///< each, at most
    std::optional<data_size<T>> host_memory{};
    std::optional<int> nics{};                 ///< interfaces for the accelerators' network
    std::optional<one_way_rate<T>> nic_rate{}; ///< each
    std::optional<one_way_rate<T>> network{};  ///< of the whole, where interfaces are not counted
    std::optional<int> rack_units{}, racks{};
    std::optional<mass<T>> weight{};
    std::optional<power<T>> power_max{}, power_typical{};
    char const* cooling = nullptr;
    std::array<basic_price_quote<T>, 2> quotes{{basic_price_quote<T>{}, basic_price_quote<T>{}}};
    char const* note = nullptr;

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"vendor"}, self.vendor...);
        visit(field{"name"}, self.name...);
        visit(field{"year", between(1990, 2100)}, self.year...);
        visit(field{"status"}, self.status...);
        visit(field{"accelerator"}, self.accelerator...);
        visit(field{"accelerators", at_least(1)}, self.accelerators...);
        detail::if_known(visit, field{"scale_up_domain", at_least(1)}, self.scale_up_domain...);
        visit(field{"scale_up_switches"}, self.scale_up_switches...);
        visit(field{"cpu"}, self.cpu...);
        detail::if_known(visit, field{"cpus", at_least(1)}, self.cpus...);
        detail::if_known(visit, field{"cpu_power", positive}, self.cpu_power...);
        detail::if_known(visit, field{"host_memory", positive}, self.host_memory...);
        detail::if_known(visit, field{"nics", at_least(1)}, self.nics...);
        detail::if_known(visit, field{"nic_rate", positive}, self.nic_rate...);
        detail::if_known(visit, field{"network", positive}, self.network...);
        detail::if_known(visit, field{"rack_units", at_least(1)}, self.rack_units...);
        detail::if_known(visit, field{"racks", at_least(1)}, self.racks...);
        detail::if_known(visit, field{"weight", positive}, self.weight...);
        detail::if_known(visit, field{"power_max", positive}, self.power_max...);
        detail::if_known(visit, field{"power_typical", positive}, self.power_typical...);
        visit(field{"cooling"}, self.cooling...);
        visit(field{"quotes"}, self.quotes...);
        visit(field{"note"}, self.note...);
    }
};
using system_sheet = basic_system_sheet<>;

/// A figure of one accelerator, of all that the system holds: empty where it is not known.
template <class T, class Q>
constexpr std::optional<Q> total(basic_system_sheet<T> const& s, std::optional<Q> const& of_one) {
    if (!of_one.has_value())
        return std::nullopt;
    return *of_one * as<T>(static_cast<double>(s.accelerators));
}

namespace catalog {

/// The sheet of a system with a full model: its accelerators, height and weight are the model's, and its interfaces where
/// the facts do not count them otherwise.
constexpr basic_system_sheet<estimate>
system_sheet_of(basic_server<estimate> const& s, basic_system_sheet<estimate> facts) {
    facts.accelerators = s.accelerators;
    facts.rack_units = s.rack_units;
    facts.weight = s.weight;
    if (!facts.nics.has_value())
        facts.nics = s.nics;
    return facts;
}

} // namespace catalog

} // namespace tallywatt
