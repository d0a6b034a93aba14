#pragma once
// Carbon of chiplets and of what joins them, in the forms of ECO-CHIP: dies with the wafer's waste, carriers (interposers,
// redistribution layers, bridges), vias of a 3D stack, routers, the design effort, and operation at a duty.
//
//   die       = A CPA/Y + (A_wafer - N A) CPA/n        n: dies per wafer by the closed form, N: whole ones
//   carrier   = ((A - A_r) share layers + A_r) CPA/(Y Y_bond)       A_r: active routers in it; share: of back-end layers
//   3D        = sum [ (A + vias) CPA/Y(A + vias) - A CPA/Y(A) ]/Y_bond^dies
//   vias      = floor(sqrt(A)/pitch)^2 side^2
//   design    = A transistors per area/transistors per gate/gates per core time * P_core CI * iterations/volume
//   operation = P on mean (dyn active + 1 - dyn) CI t
//   Y         = (1 + D A/a)^-a
//
// The floorplan (a plan, in doubles) halves a list of areas until one is left, places the halves side by side and counts
// one bridge per started pitch of shared edge. That program departs from its equations in places:
// its wafer is 450 mm, its waste is not divided by yield and mixes N with n, a package of chiplets takes the
// undivided defect density, and its bridges yield as one die; all can be asked for by the values passed.
// Reference: Sudarshan et al., ECO-CHIP, HPCA 2024 (ASU-VDA-Lab/ECO-CHIP, 2025-03).
//
//   co2e<> const die = die_and_waste_carbon(26.13 * gCO2e / square_millimetre, a, fraction{0.747}, w.area(), 1019, basic_ratio<>{1019.2});

#include <tallywatt/silicon/fab_carbon.hpp>

#include <array>
#include <span>

namespace tallywatt {

/// What a wafer's unused area adds to one die: (A_wafer - N A) CPA/n, whole dies N, dies per wafer n by a closed form (or N).
template <class T>
constexpr co2e<T> edge_waste_carbon(
    co2e_per_area<T> const& per_area, area<T> const& die_area, area<T> const& wafer_area, int whole,
    basic_ratio<T> const& per_wafer
) {
    return (wafer_area - static_cast<double>(whole) * die_area) * per_area / per_wafer.value;
}
/// Carbon of a good die with its share of the wafer's unused area.
template <class T>
constexpr co2e<T> die_and_waste_carbon(
    co2e_per_area<T> const& per_area, area<T> const& die_area, basic_fraction<T> const& yield,
    area<T> const& wafer_area, int whole, basic_ratio<T> const& per_wafer
) {
    return carbon_of_area(per_area, die_area, yield)
           + edge_waste_carbon(per_area, die_area, wafer_area, whole, per_wafer);
}

/// What carries chiplets: an interposer, a redistribution layer or a bridge, as processed silicon area.
template <class T = double>
struct basic_carrier_process {
    co2e_per_area<T> carbon{}; ///< per processed area, before yield
    area_density<T> defect_density{};
    int clustering = 10;
    basic_fraction<T> back_end_share{T(1.0)}; ///< of the carbon: a carrier has no transistors
    basic_fraction<T> layers{T(1.0)};         ///< of the process's back-end layers that the carrier has
    basic_fraction<T> bond_yield{T(1.0)};

    static constexpr char const* kind = "carrier_process";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"carbon", non_negative}, self.carbon...);
        visit(field{"defect_density", non_negative}, self.defect_density...);
        visit(
            field{
                "clustering",
                between(0.0, 64.0),
                {"ASU-VDA-Lab/ECO-CHIP, technology parameters", "2025-03-02", confidence::medium}},
            self.clustering...
        );
        visit(field{"back_end_share", unit_interval}, self.back_end_share...);
        visit(field{"layers", unit_interval}, self.layers...);
        visit(field{"bond_yield", positive}, self.bond_yield...);
    }
};
using carrier_process = basic_carrier_process<>;

/// Carbon of one carrier of an area, of which `active` holds routers and is processed in full.
template <class T>
constexpr co2e<T>
carrier_carbon(basic_carrier_process<T> const& p, area<T> const& size, area<T> const& active = area<T>{}) {
    auto const yield = clustered{p.clustering}.yield(p.defect_density, size);
    // active + share (size - active), each variable once: a mean of the two shares weighted by the area of each
    T const active_share = active / size;
    T const back_end = (p.back_end_share * p.layers).value;
    return size * p.carbon * math::mix(active_share, T(1.0), back_end) / yield / p.bond_yield;
}
/// Carbon of n bridges, each of which yields on its own.
template <class T>
constexpr co2e<T> bridges_carbon(basic_carrier_process<T> const& p, area<T> const& each, int count) {
    return static_cast<double>(count) * carrier_carbon(p, each);
}

/// Area that vias take of a die stacked on another: floor(side/pitch)^2 vias of a side each.
constexpr area<> via_area(area<> const& die_area, length<> const& pitch, length<> const& side) {
    double const row = static_cast<double>(detail::floor_int(math::sqrt(die_area) / pitch));
    return row * row * (side * side);
}
/// Carbon that vias add to one die of a 3D stack, by the area they take and the yield it costs.
template <class T>
constexpr co2e<T> via_carbon(
    co2e_per_area<T> const& per_area, area_density<T> const& defects, int clustering, area<T> const& die_area,
    area<T> const& vias
) {
    area<T> const larger = die_area + vias;
    return larger * per_area / clustered{clustering}.yield(defects, larger)
           - die_area * per_area / clustered{clustering}.yield(defects, die_area);
}

/// The carbon of designing a chip, per chip made.
template <class T = double>
struct basic_design_effort {
    area_density<T> transistors{}; ///< per area
    basic_ratio<T> transistors_per_gate{T(8.0)};
    rate<T> gates_per_core{}; ///< that one processor core designs and checks per time
    power<T> core_power{};
    co2e_per_energy<T> grid{};
    basic_ratio<T> iterations{T(1.0)};
    basic_ratio<T> volume{T(1.0)}; ///< chips made of one design

    static constexpr char const* kind = "design_effort";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source eco{"ASU-VDA-Lab/ECO-CHIP, design of a test case", "2025-03-02", confidence::low};
        visit(field{"transistors", non_negative}, self.transistors...);
        visit(field{"transistors_per_gate", positive, eco}, self.transistors_per_gate...);
        visit(field{"gates_per_core", positive}, self.gates_per_core...);
        visit(field{"core_power", non_negative}, self.core_power...);
        visit(field{"grid", non_negative}, self.grid...);
        visit(field{"iterations", non_negative}, self.iterations...);
        visit(field{"volume", positive}, self.volume...);
    }
};
using design_effort = basic_design_effort<>;

/// Carbon of designing a die of an area, per chip made.
template <class T>
constexpr co2e<T> design_carbon(basic_design_effort<T> const& d, area<T> const& die_area) {
    duration<T> const core_time = die_area * d.transistors / d.transistors_per_gate.value / d.gates_per_core;
    return core_time * d.core_power * d.grid * d.iterations.value / d.volume.value;
}

/// A chip's mean power by duty: on for a share of time, at a share of its power, of which the dynamic part needs activity.
template <class T = double>
struct basic_duty {
    basic_fraction<T> on{T(0.667)};
    basic_fraction<T> mean{T(0.1)};    ///< of stated power while on
    basic_fraction<T> active{T(0.2)};  ///< of time on
    basic_fraction<T> dynamic{T(0.5)}; ///< share of power that needs activity

    [[nodiscard]] constexpr basic_fraction<T> share() const {
        return on * mean * basic_fraction<T>{math::mix(dynamic.value, active.value, T(1.0))};
    }

    static constexpr char const* kind = "duty";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source eco{"ASU-VDA-Lab/ECO-CHIP, default activity", "2025-03-02", confidence::low};
        visit(field{"on", unit_interval, eco}, self.on...);
        visit(field{"mean", unit_interval, eco}, self.mean...);
        visit(field{"active", unit_interval, eco}, self.active...);
        visit(field{"dynamic", unit_interval, eco}, self.dynamic...);
    }
};
using duty = basic_duty<>;

/// Operational carbon of a chip over a time.
template <class T>
constexpr co2e<T> operational_carbon(
    power<T> const& stated, basic_duty<T> const& d, co2e_per_energy<T> const& electricity, duration<T> const& time
) {
    return stated * d.share() * time * electricity;
}

/// In which order chiplets are dealt to the halves of a floorplan.
enum class dealing : unsigned char { smallest_first, largest_first };

/// A floorplan: its outline, and how many bridges its shared edges take.
struct chiplet_floorplan {
    length<> width{}, height{};
    int bridges = 0;
    [[nodiscard]] constexpr tallywatt::area<> area() const { return width * height; }
};
inline constexpr std::size_t largest_floorplan = 32; ///< chiplets that arrange() takes

/// Arranges chiplets by halving: each is dealt to the half with less area, halves stand side by side at a spacing, and the
/// next halving turns by a right angle; a chiplet alone is a 2:1 rectangle. Takes at most largest_floorplan areas.
constexpr chiplet_floorplan arrange(
    std::span<area<> const> chiplets, length<> const& spacing = 0.5 * millimetre,
    length<> const& bridge_pitch = 10.0 * millimetre, dealing order = dealing::smallest_first, bool along_height = false
) {
    if (chiplets.size() > largest_floorplan)
        throw invalid_input(
            "arrange.chiplets", static_cast<double>(chiplets.size()), "", "more chiplets than a floorplan takes"
        );
    if (chiplets.size() <= 1) {
        auto const side = math::sqrt(chiplets.empty() ? area<>{} : 0.5 * chiplets.front());
        return along_height ? chiplet_floorplan{side, 2.0 * side, 0} : chiplet_floorplan{2.0 * side, side, 0};
    }
    std::array<area<>, largest_floorplan> sorted{}, half[2]{};
    std::size_t n = 0, count[2] = {0, 0};
    for (auto const& a : chiplets) { // insertion
        std::size_t at = n++;
        for (; at > 0 && (order == dealing::smallest_first ? a < sorted[at - 1] : sorted[at - 1] < a); --at)
            sorted[at] = sorted[at - 1];
        sorted[at] = a;
    }
    area<> sum[2]{};
    for (std::size_t i = 0; i < n; ++i) {
        std::size_t const to = sum[1] < sum[0] ? 1 : 0;
        half[to][count[to]++] = sorted[i];
        sum[to] += sorted[i];
    }
    auto const part = [&](std::size_t k) {
        return arrange(std::span<area<> const>(half[k].data(), count[k]), spacing, bridge_pitch, order, !along_height);
    };
    chiplet_floorplan const a = part(0), b = part(1);
    chiplet_floorplan whole;
    whole.width = along_height ? math::max(a.width, b.width) : a.width + b.width + spacing;
    whole.height = along_height ? a.height + b.height + spacing : math::max(a.height, b.height);
    length<> const shared = along_height ? math::min(a.width, b.width) : math::min(a.height, b.height);
    whole.bridges = a.bridges + b.bridges - detail::floor_int(-(shared / bridge_pitch));
    return whole;
}

} // namespace tallywatt
