#pragma once
// Embodied water of what stands around accelerator packages: a server and a rack by their parts, from the bills whose carbon
// embodied.hpp sums, and the share of both that falls on one accelerator.
//
//   processors  n A_die water per wafer/(A_wafer used)      used: share of a wafer's area that leaves in good dies
//   memory, drives   capacity * water per capacity           boards   area * water per area (a depth)
//   metal       mass * water per mass: heat sinks, chassis, supplies, cables; of a rack its frame, power parts and cables
//
// Network interfaces and switch chips have no line: their bills state carbon alone. Water is what is taken in and not given
// back: of fabs and board shops the fresh water they take, of metal what evaporates. A package's own water, by line:
// fab_water() of silicon/embodied.hpp. Units: litres per server, rack or accelerator. Reference: as the factors' sources.
//
//   server_water const w = embodied_water(server_bill(catalog::hgx_h100_host_bill), part_water(catalog::server_parts_water));

#include <tallywatt/cluster/embodied.hpp>
#include <tallywatt/silicon/hbm.hpp>

namespace tallywatt {

/// A depth: of water per area.
template <class T = double>
using volume_per_area = quantity<dim::per<dim::volume, dim::area>, T>;
template <class T = double>
using volume_per_mass = quantity<dim::per<dim::volume, dim::mass>, T>;
namespace detail {
template <> inline constexpr unit_symbol symbols_of<dim::per<dim::volume, dim::mass>>[] = {{"L/kg", 1e-3}, {"m3/kg", 1.0, false}};
} // namespace detail

/// What parts of servers and racks take, of the same sources for all.
template <class T = double>
struct basic_part_water {
    volume<T> wafer{};             ///< a processed wafer of processors, 300 mm
    basic_fraction<T> used{T(0.7)}; ///< of its area, in good dies
    volume_per_data<T> memory{};   ///< modules of DRAM
    volume_per_data<T> flash{};
    volume_per_area<T> board{};
    volume_per_mass<T> metal{};

    static constexpr char const* kind = "part_water";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"wafer", non_negative}, self.wafer...);
        visit(
            field{
                "used",
                {0.0, 1.0, true},
                {"assumed: edge, streets and defects of dies of 400 to 800 mm2", "2026", confidence::assumed}},
            self.used...
        );
        visit(field{"memory", non_negative}, self.memory...);
        visit(field{"flash", non_negative}, self.flash...);
        visit(field{"board", non_negative}, self.board...);
        visit(field{"metal", non_negative}, self.metal...);
    }
    constexpr operator basic_part_water<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using part_water = basic_part_water<>;

/// Embodied water of one server, accelerator packages apart, line by line.
template <class T = double>
struct basic_server_water {
    volume<T> processors{}, memory{}, drives{}, boards{}, metal{};
    [[nodiscard]] constexpr volume<T> total() const { return detail::sum_of<volume<T>>(*this); }

    static constexpr char const* kind = "server_water";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"processors"}, self.processors...);
        visit(field{"memory"}, self.memory...);
        visit(field{"drives"}, self.drives...);
        visit(field{"boards"}, self.boards...);
        visit(field{"metal"}, self.metal...);
    }
};
using server_water = basic_server_water<>;

template <class T>
constexpr basic_server_water<T> embodied_water(basic_server_bill<T> const& b, basic_part_water<T> const& w) {
    T const wafers = T(double(b.processors)) * b.processor_die.base_value / T(wafer{}.area().base_value);
    return {
        .processors = wafers * w.wafer / w.used,
        .memory = b.memory * w.memory,
        .drives = b.flash * w.flash,
        .boards = b.boards * w.board,
        .metal = (b.heat_sinks + b.chassis + b.supplies + b.cables) * w.metal};
}
/// Of one rack without its servers.
template <class T>
constexpr volume<T> embodied_water(basic_rack_bill<T> const& b, basic_part_water<T> const& w) {
    return (b.frame + b.power + b.cables) * w.metal;
}

/// Embodied water that one accelerator answers for.
template <class T = double>
struct basic_accelerator_water {
    volume<T> package{}, server{}, rack{};
    [[nodiscard]] constexpr volume<T> total() const { return package + server + rack; }
};
/// Its package's, and its shares of a server's and a rack's.
template <class T>
constexpr basic_accelerator_water<T> share_of(
    volume<T> const& of_package, volume<T> const& of_server, int accelerators, volume<T> const& of_rack, int servers_per_rack
) {
    double const each = 1.0 / static_cast<double>(accelerators);
    return {of_package, of_server * each, of_rack * (each / static_cast<double>(servers_per_rack))};
}

} // namespace tallywatt
