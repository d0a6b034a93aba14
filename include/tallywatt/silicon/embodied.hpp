#pragma once
// Embodied carbon and fab water of one good package, by line, with its heat sink and board.
//
//   dies       sum n (A_wafer/N) CPA/pass             N dies per wafer (edge loss), pass: of the die test
//   HBM        stacks * capacity * carbon per capacity/Y_stack
//   carrier    back-end share of its node over what a wafer gives, /Y where it is tested before anything is placed
//   loss       what dies, stacks and carriers that failed after placing took, per package shipped (assembly_loss)
//   water      of the fabs of dies and carrier, loss included; memory fabs' water is memory_carbon.hpp's
//
// Heat sink and board join good packages only. Reference: Gupta et al., ACT, ISCA 2022; Sudarshan et al., ECO-CHIP, HPCA 2024.
//
//   auto const e = embodied(package(catalog::h100_package), plan);     e.total(), e.hbm, e.water

#include <tallywatt/silicon/package.hpp>

namespace tallywatt {

/// Embodied carbon and fab water of one good package with its heat sink and board.
template <class T = double>
struct basic_embodied {
    co2e<T> logic{};
    co2e<T> hbm{};
    co2e<T> interposer{};
    co2e<T> substrate{};
    co2e<T> yield_loss{};
    co2e<T> heat_sink{};
    co2e<T> board{};
    volume<T> water{}; ///< of the logic and interposer fabs, yield loss included

    [[nodiscard]] constexpr co2e<T> total() const {
        return logic + hbm + interposer + substrate + yield_loss + heat_sink + board;
    }

    static constexpr char const* kind = "embodied";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"logic"}, self.logic...);
        visit(field{"hbm"}, self.hbm...);
        visit(field{"interposer"}, self.interposer...);
        visit(field{"substrate"}, self.substrate...);
        visit(field{"yield_loss"}, self.yield_loss...);
        visit(field{"heat_sink"}, self.heat_sink...);
        visit(field{"board"}, self.board...);
        visit(field{"water"}, self.water...);
    }
};

/// Embodied carbon and water of one good package, given its yields. A failing package does not reach heat sink and board.
template <class T, class C>
constexpr basic_embodied<T>
embodied(basic_package<T, C> const& p, package_plan const& plan, basic_package_yield<T> const& y) {
    basic_embodied<T> e;
    std::array<co2e<T>, die_kinds> each_carbon{};
    std::array<volume<T>, die_kinds> each_water{};
    volume<T> water{};
    for (std::size_t i = 0; i < p.dies.size(); ++i) {
        auto const& d = p.dies[i];
        if (d.count == 0)
            continue;
        double const n = static_cast<double>(d.count), part = 1.0 / plan.dies_per_wafer[i];
        each_carbon[i] = (plan.wafer_area * part) * d.die.node.carbon_per_area() / y.die_test[i].pass;
        each_water[i] = d.die.node.water_per_wafer() * part / y.die_test[i].pass;
        e.logic += n * each_carbon[i];
        water += n * each_water[i];
    }
    e.hbm = static_cast<double>(p.hbm_count) * p.hbm.stack_carbon();
    auto const carried = detail::with_carrier(p.carrier, [&](auto const& held) {
        auto b = held.burden(plan.carrier);
        if (held.order() == assembly_order::chip_last)
            b.carbon = b.carbon / y.carrier, b.water = b.water / y.carrier;
        return b;
    });
    e.interposer = carried.carbon;
    water += carried.water;
    e.substrate = p.substrate_carbon;
    e.yield_loss = assembly_loss(p, y, each_carbon, e.logic + e.hbm + e.interposer, e.substrate);
    e.heat_sink = p.heat_sink_carbon;
    e.board = p.board_carbon;
    e.water = water + assembly_loss(p, y, each_water, water, volume<T>{});
    return e;
}
template <class T, class C>
constexpr basic_embodied<T> embodied(basic_package<T, C> const& p, package_plan const& plan) {
    return embodied(p, plan, yields(p, plan));
}

} // namespace tallywatt
