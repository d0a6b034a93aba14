#pragma once
// What placing and bonding dies takes: machines by the time they are held, material by area, and the yield of alignment, of
// every bond and via, and of the bonded surface. For a package's attach_price and attach_yield.
//
//   rate  = (price/life + staff)/uptime                    money per productive time of a machine
//   C     = sum over machines of rate * time * ceil(n/group) + material * area
//   Y     = y_align^n y_bond^bonds y_via^vias/(1 + D A)     D: defects of a bonded surface (hybrid bonding)
//
// Graening et al., CATCH (nanocad-lab/CATCH), which multiplies by uptime where a productive second costs more by it.
//
//   assembly_process const a{.placing = {.price = 1.0e6 * USD}, .bonding = {.price = 300'000.0 * USD, .group = 10}};
//   money<> const c = a.price(4, 400.0 * square_millimetre);   fraction const y = a.yield(4, 40'000, 0, {});

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

/// A machine that takes a group of dies at a time.
template <class T = double>
struct basic_assembly_machine {
    money<T> price{};
    duration<T> life = 5.0 * year;
    basic_fraction<T> uptime{T(0.9)};
    money_rate<T> staff = 100'000.0 * USD / year;
    duration<T> step = 10.0 * second; ///< for one group
    int group = 1;                    ///< dies at a time

    static constexpr char const* kind = "assembly_machine";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source catch_library{"nanocad-lab/CATCH, assembly library", "2025-07-22", confidence::low};
        visit(field{"price", non_negative}, self.price...);
        visit(field{"life", positive, catch_library}, self.life...);
        visit(field{"uptime", positive, catch_library}, self.uptime...);
        visit(field{"staff", non_negative, catch_library}, self.staff...);
        visit(field{"step", non_negative, catch_library}, self.step...);
        visit(field{"group", at_least(1.0)}, self.group...);
    }

    /// Of a second in which it works.
    [[nodiscard]] constexpr money_rate<T> cost_of_time() const { return (price / life + staff) / uptime; }
    [[nodiscard]] constexpr money<T> cost(int dies) const {
        int const groups = (dies + group - 1) / group;
        return static_cast<double>(groups) * (cost_of_time() * step);
    }
};
using assembly_machine = basic_assembly_machine<>;

/// Pick and place, then bonding.
template <class T = double>
struct basic_assembly_process {
    basic_assembly_machine<T> placing{};
    basic_assembly_machine<T> bonding{};
    money_per_area<T> material{};
    basic_fraction<T> alignment_yield{T(0.999)}; ///< of each die
    basic_fraction<T> bond_yield{T(0.999999)};   ///< of each bond
    basic_fraction<T> via_yield{T(0.999999)};    ///< of each through-silicon via
    area_density<T> surface_defects{};           ///< of a surface bonded as a whole; zero: bumps

    static constexpr char const* kind = "assembly_process";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source catch_library{"nanocad-lab/CATCH, assembly library", "2025-07-22", confidence::low};
        visit(field{"placing"}, self.placing...);
        visit(field{"bonding"}, self.bonding...);
        visit(field{"material", non_negative}, self.material...);
        visit(field{"alignment_yield", positive, catch_library}, self.alignment_yield...);
        visit(field{"bond_yield", positive, catch_library}, self.bond_yield...);
        visit(field{"via_yield", positive, catch_library}, self.via_yield...);
        visit(field{"surface_defects", non_negative}, self.surface_defects...);
    }
    constexpr operator basic_assembly_process<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }

    /// Of one package of so many dies on so much area.
    [[nodiscard]] constexpr money<T> price(int dies, area<T> const& size) const {
        return placing.cost(dies) + bonding.cost(dies) + material * size;
    }
    /// Of all dies of a package together.
    [[nodiscard]] constexpr basic_fraction<T> yield(int dies, int bonds, int vias, area<T> const& bonded) const {
        return basic_fraction<T>{
            math::pow(alignment_yield.value, dies) * math::pow(bond_yield.value, bonds) * math::pow(via_yield.value, vias)
            / (T(1.0) + surface_defects * bonded)};
    }
};
using assembly_process = basic_assembly_process<>;

} // namespace tallywatt
