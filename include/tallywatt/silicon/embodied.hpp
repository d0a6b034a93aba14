#pragma once
// Embodied carbon and fab water of one good package, by line, with its heat sink and board.
//
//   dies       sum n (A_wafer/N) CPA/pass             N dies per wafer (edge loss), pass: of the die test
//   HBM        stacks * capacity * carbon per capacity/Y_stack
//   carrier    back-end share of its node over what a wafer gives, /Y where it is tested before anything is placed
//   loss       what dies, stacks and carriers that failed after placing took, per package shipped (assembly_loss)
//   water      of the fabs of dies, memory and carrier, loss included: mask layers * litres per layer/(N pass) and so on;
//              fab_water() has it by line (what stands around the package: cluster/embodied_water.hpp)
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
    volume<T> water{}; ///< of the fabs of logic, memory and carrier, yield loss included

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

/// Fab water of one good package, by line.
template <class T = double>
struct basic_fab_water {
    volume<T> logic{};
    volume<T> hbm{};
    volume<T> interposer{};
    volume<T> yield_loss{}; ///< of parts that assembly loses, per package shipped

    [[nodiscard]] constexpr volume<T> total() const { return logic + hbm + interposer + yield_loss; }

    static constexpr char const* kind = "fab_water";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"logic"}, self.logic...);
        visit(field{"hbm"}, self.hbm...);
        visit(field{"interposer"}, self.interposer...);
        visit(field{"yield_loss"}, self.yield_loss...);
    }
};
using fab_water_lines = basic_fab_water<>;

/// Fab water of one good package, given its yields.
template <class T, class C>
constexpr basic_fab_water<T>
fab_water(basic_package<T, C> const& p, package_plan const& plan, basic_package_yield<T> const& y) {
    basic_fab_water<T> w;
    std::array<volume<T>, die_kinds> each{};
    for (std::size_t i = 0; i < p.dies.size(); ++i) {
        auto const& d = p.dies[i];
        if (d.count == 0)
            continue;
        each[i] = d.die.node.water_per_wafer() * (1.0 / plan.dies_per_wafer[i]) / y.die_test[i].pass;
        w.logic += static_cast<double>(d.count) * each[i];
    }
    w.hbm = static_cast<double>(p.hbm_count) * p.hbm.stack_water();
    w.interposer = detail::with_carrier(p.carrier, [&](auto const& held) {
        volume<T> const started = held.burden(plan.carrier).water;
        return held.order() == assembly_order::chip_last ? started / y.carrier : started;
    });
    w.yield_loss = assembly_loss(p, y, each, w.logic + w.hbm + w.interposer, volume<T>{});
    return w;
}
template <class T, class C>
constexpr basic_fab_water<T> fab_water(basic_package<T, C> const& p, package_plan const& plan) {
    return fab_water(p, plan, yields(p, plan));
}

/// Embodied carbon and water of one good package, given its yields. A failing package does not reach heat sink and board.
template <class T, class C>
constexpr basic_embodied<T>
embodied(basic_package<T, C> const& p, package_plan const& plan, basic_package_yield<T> const& y) {
    basic_embodied<T> e;
    std::array<co2e<T>, die_kinds> each_carbon{};
    for (std::size_t i = 0; i < p.dies.size(); ++i) {
        auto const& d = p.dies[i];
        if (d.count == 0)
            continue;
        double const n = static_cast<double>(d.count), part = 1.0 / plan.dies_per_wafer[i];
        each_carbon[i] = (plan.wafer_area * part) * d.die.node.carbon_per_area() / y.die_test[i].pass;
        e.logic += n * each_carbon[i];
    }
    e.hbm = static_cast<double>(p.hbm_count) * p.hbm.stack_carbon();
    e.interposer = detail::with_carrier(p.carrier, [&](auto const& held) {
        co2e<T> const started = held.burden(plan.carrier).carbon;
        return held.order() == assembly_order::chip_last ? started / y.carrier : started;
    });
    e.substrate = p.substrate_carbon;
    e.yield_loss = assembly_loss(p, y, each_carbon, e.logic + e.hbm + e.interposer, e.substrate);
    e.heat_sink = p.heat_sink_carbon;
    e.board = p.board_carbon;
    e.water = fab_water(p, plan, y).total();
    return e;
}
template <class T, class C>
constexpr basic_embodied<T> embodied(basic_package<T, C> const& p, package_plan const& plan) {
    return embodied(p, plan, yields(p, plan));
}

} // namespace tallywatt
