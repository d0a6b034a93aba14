#pragma once
// An accelerator package: up to two kinds of logic dies and HBM stacks on an interposer, chip-last.
//
//   C = [C_int/Y_int + sum C_kgd + sum C_hbm + C_attach + C_substrate + C_test]/(Y_attach Y_sub)
//   Y_attach = prod over dies (q_d y_d) * prod over stacks (q_h y_h)     q: shipped quality, y: attach yield
//
// The interposer is tested before anything is attached; what fails later is found at the final test, so it carries all
// of the bracket (Feng & Ma, DAC 2022). The loss, bracket * (1/Y - 1), is a line of its own. Embodied carbon has the
// same lines with the heat sink and the board, which a failing package does not reach; HBM fabs' water is not included.
//
//   package_plan const plan = plan_package(catalog::h100_package);          // integers: dies and interposers per wafer
//   package_cost<> const cost = manufacturing_cost<double>(catalog::h100_package, plan);
//   money<> const usd = cost.total();

#include <tallywatt/silicon/hbm.hpp>
#include <tallywatt/silicon/interposer.hpp>

namespace tallywatt {

/// An accelerator package's bill of materials.
template <class T = double>
struct basic_package {
    char const* name = "";
    basic_die<T> logic{};
    int logic_count = 1;
    basic_die<T> base{}; ///< second kind of die (input and output, cache)
    int base_count = 0;
    basic_hbm_stack<T> hbm{};
    int hbm_count = 0;
    basic_interposer<T> interposer{};
    basic_fraction<T> die_attach_yield{T(0.99)};
    basic_fraction<T> hbm_attach_yield{T(0.99)};
    basic_fraction<T> substrate_yield{T(0.99)};
    money<T> attach_price{}; ///< per die or stack placed
    money<T> substrate_price{};
    money<T> test_price{}; ///< final and system-level test
    co2e<T> substrate_carbon{};
    co2e<T> board_carbon{}; ///< module board, and the accelerator's share of a baseboard
    co2e<T> heat_sink_carbon{};

    static constexpr char const* kind = "package";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source attach{
            "Chiplet Actuary (0.99 organic, 0.95 silicon); google/chiplets-cost-model (0.99)", "2024-12-07",
            confidence::low};
        visit(field{"name"}, self.name...);
        visit(field{"logic"}, self.logic...);
        visit(field{"logic_count", between(1.0, 64.0)}, self.logic_count...);
        visit(field{"base"}, self.base...);
        visit(field{"base_count", between(0.0, 64.0)}, self.base_count...);
        visit(field{"hbm"}, self.hbm...);
        visit(field{"hbm_count", between(0.0, 64.0)}, self.hbm_count...);
        visit(field{"interposer"}, self.interposer...);
        visit(field{"die_attach_yield", positive, attach}, self.die_attach_yield...);
        visit(field{"hbm_attach_yield", positive, attach}, self.hbm_attach_yield...);
        visit(field{"substrate_yield", positive, attach}, self.substrate_yield...);
        visit(field{"attach_price", non_negative}, self.attach_price...);
        visit(field{"substrate_price", non_negative}, self.substrate_price...);
        visit(field{"test_price", non_negative}, self.test_price...);
        visit(field{"substrate_carbon", non_negative}, self.substrate_carbon...);
        visit(field{"board_carbon", non_negative}, self.board_carbon...);
        visit(field{"heat_sink_carbon", non_negative}, self.heat_sink_carbon...);
    }
    constexpr operator basic_package<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using package = basic_package<>;

/// Throws invalid_input where a die needs more units than it has, or stacks hold nothing.
template <class T>
constexpr void check(basic_package<T> const& p) {
    check(p.logic);
    check(p.base);
    if (p.hbm_count > 0 && !(lowest(p.hbm.capacity.base_value) > 0.0))
        throw invalid_input("package.hbm.capacity", lowest(p.hbm.capacity.base_value), "B", "0 B is not above 0 B");
}

/// The integers of a package: how many of its parts a wafer gives. A part larger than its wafer counts as one per wafer,
/// so that cost and carbon stay finite beside the limit that reports it; `fits` is false then.
struct package_plan {
    int logic_per_wafer = 0;
    int base_per_wafer = 0;        ///< 0 without a second kind of die
    int interposers_per_wafer = 0; ///< 0 on an organic substrate
    int joints = 0;                ///< stitch boundaries, or bridges
    area<> wafer_area{};
    bool fits = true; ///< every part fits on its wafer

    /// Whether every part fits on its wafer, and the plan has all parts of the package.
    [[nodiscard]] constexpr bool feasible(package const& p) const {
        return fits && logic_per_wafer > 0 && (p.base_count == 0 || base_per_wafer > 0)
               && (p.interposer.technology == interposer_technology::organic || interposers_per_wafer > 0);
    }
};

/// Packs the dies and the interposer of a package on wafers.
constexpr package_plan plan_package(package const& p, wafer const& disc = {}) {
    package_plan plan;
    plan.wafer_area = disc.area();
    auto const packed = [&](outline const& size) {
        int const n = dies_per_wafer(disc, size);
        plan.fits = plan.fits && n > 0;
        return n > 0 ? n : 1;
    };
    plan.logic_per_wafer = packed(p.logic.size);
    if (p.base_count > 0)
        plan.base_per_wafer = packed(p.base.size);
    if (p.interposer.technology != interposer_technology::organic)
        plan.interposers_per_wafer = packed(p.interposer.size);
    if (p.interposer.technology == interposer_technology::cowos_s)
        plan.joints = stitch_boundaries(p.interposer.size);
    if (p.interposer.technology == interposer_technology::cowos_l)
        plan.joints = p.interposer.bridges;
    return plan;
}

/// Yields of a package's parts and of its assembly.
template <class T = double>
struct basic_package_yield {
    basic_fraction<T> logic{}; ///< dies that can be sold
    basic_fraction<T> base{};  ///< 1 without a second kind of die
    basic_test_outcome<T> logic_test{};
    basic_test_outcome<T> base_test{};
    basic_fraction<T> interposer{};
    basic_fraction<T> assembly{}; ///< Y_attach Y_sub, of packages started
};
using package_yield = basic_package_yield<>;

/// Yields of all steps.
template <class T>
constexpr basic_package_yield<T> yields(basic_package<T> const& p, package_plan const& plan) {
    basic_fraction<T> const one{T(1.0)};
    basic_package_yield<T> y{
        .logic = die_yield(p.logic),
        .base = one,
        .logic_test = {},
        .base_test = {one, one},
        .interposer = {},
        .assembly = {}};
    y.logic_test = test_dies(y.logic, p.logic.fault_coverage);
    y.interposer = interposer_yield(p.interposer, plan.joints);
    T assembly = math::pow(y.logic_test.good.value, p.logic_count)
                 * math::pow(p.die_attach_yield.value, p.logic_count + p.base_count)
                 * math::pow((p.hbm.shipped_quality * p.hbm_attach_yield).value, p.hbm_count) * p.substrate_yield.value;
    if (p.base_count > 0) {
        y.base = die_yield(p.base);
        y.base_test = test_dies(y.base, p.base.fault_coverage);
        assembly = assembly * math::pow(y.base_test.good.value, p.base_count);
    }
    y.assembly = basic_fraction<T>{assembly};
    return y;
}

/// What one good package costs to make, by part. The prices are those paid to the foundry and the memory maker.
template <class T = double>
struct basic_package_cost {
    money<T> logic{}; ///< known good dies of both kinds
    money<T> hbm{};
    money<T> interposer{}; ///< good ones
    money<T> attach{};
    money<T> substrate{};
    money<T> test{};
    money<T> yield_loss{}; ///< what packages that fail after attach have cost, per good package

    [[nodiscard]] constexpr money<T> total() const {
        return logic + hbm + interposer + attach + substrate + test + yield_loss;
    }

    static constexpr char const* kind = "package_cost";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"logic"}, self.logic...);
        visit(field{"hbm"}, self.hbm...);
        visit(field{"interposer"}, self.interposer...);
        visit(field{"attach"}, self.attach...);
        visit(field{"substrate"}, self.substrate...);
        visit(field{"test"}, self.test...);
        visit(field{"yield_loss"}, self.yield_loss...);
    }
};
using package_cost = basic_package_cost<>;

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

/// Manufacturing cost of one good package, given its yields.
template <class T>
constexpr basic_package_cost<T>
manufacturing_cost(basic_package<T> const& p, package_plan const& plan, basic_package_yield<T> const& y) {
    basic_package_cost<T> c;
    c.logic =
        static_cast<double>(p.logic_count) * known_good_die_cost(p.logic, plan.logic_per_wafer, y.logic_test.pass);
    if (p.base_count > 0)
        c.logic +=
            static_cast<double>(p.base_count) * known_good_die_cost(p.base, plan.base_per_wafer, y.base_test.pass);
    c.hbm = static_cast<double>(p.hbm_count) * p.hbm.stack_price();
    if (plan.interposers_per_wafer > 0)
        c.interposer = p.interposer.node.wafer_price * (1.0 / plan.interposers_per_wafer) / y.interposer;
    c.attach = static_cast<double>(p.logic_count + p.base_count + p.hbm_count) * p.attach_price;
    c.substrate = p.substrate_price;
    c.test = p.test_price;
    money<T> const spent = c.logic + c.hbm + c.interposer + c.attach + c.substrate + c.test;
    c.yield_loss = spent * (T(1.0) / y.assembly.value - T(1.0));
    return c;
}
template <class T>
constexpr basic_package_cost<T> manufacturing_cost(basic_package<T> const& p, package_plan const& plan) {
    return manufacturing_cost(p, plan, yields(p, plan));
}

/// Embodied carbon and water of one good package, given its yields.
template <class T>
constexpr basic_embodied<T>
embodied(basic_package<T> const& p, package_plan const& plan, basic_package_yield<T> const& y) {
    basic_embodied<T> e;
    double const logic = static_cast<double>(p.logic_count), base = static_cast<double>(p.base_count);
    e.logic = logic * die_carbon(p.logic, plan.wafer_area, plan.logic_per_wafer, y.logic_test.pass);
    volume<T> water = logic * die_water(p.logic, plan.logic_per_wafer, y.logic_test.pass);
    if (p.base_count > 0) {
        e.logic += base * die_carbon(p.base, plan.wafer_area, plan.base_per_wafer, y.base_test.pass);
        water += base * die_water(p.base, plan.base_per_wafer, y.base_test.pass);
    }
    e.hbm = static_cast<double>(p.hbm_count) * p.hbm.stack_carbon();
    if (plan.interposers_per_wafer > 0) {
        double const per_wafer = 1.0 / plan.interposers_per_wafer;
        e.interposer = (plan.wafer_area * per_wafer) * p.interposer.node.carbon_per_area() * p.interposer.back_end_share
                       / y.interposer;
        water += p.interposer.node.water_per_wafer() * per_wafer / y.interposer;
    }
    e.substrate = p.substrate_carbon;
    e.yield_loss = (e.logic + e.hbm + e.interposer + e.substrate) * (T(1.0) / y.assembly.value - T(1.0));
    e.heat_sink = p.heat_sink_carbon;
    e.board = p.board_carbon;
    e.water = water / y.assembly;
    return e;
}
template <class T>
constexpr basic_embodied<T> embodied(basic_package<T> const& p, package_plan const& plan) {
    return embodied(p, plan, yields(p, plan));
}

} // namespace tallywatt
