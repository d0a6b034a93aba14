#pragma once
// A package: up to four kinds of dies, HBM stacks, a carrier (package_carrier), a substrate, in the order they are assembled.
//
//   dies     wafer, test                                    cost and yield in die.hpp; untested dies: fault_coverage 0
//   stacks   dies bonded on other dies (package_die::on)    tested with stack_coverage before they are placed
//   module   dies, stacks and HBM placed on the carrier     tested with module_coverage (0: not)
//   package  module placed on the substrate                 tested with test_coverage
//
// What fails a test is charged what was spent up to it. With Y_a = prod(q y)^n over everything placed (q shipped quality,
// y attach yield), pass_m and pass_f the shares that pass the module's and the final test, y_s the substrate's yield:
//
//   C = (C_carrier/Y_carrier + sum C_dies + sum C_hbm + C_attach)/(pass_m pass_f) + (C_substrate + C_test)/pass_f
//   module_coverage 0, test_coverage 1:  (everything)/(Y_a y_s)           all is found at the end: the default
//   both 1:  (carrier, dies, stacks, attach)/(Y_a y_s) + C_substrate/y_s  Feng & Ma, DAC 2022, chip-last
//   chip-first: C_carrier undivided, and Y_a has Y_carrier in it: the carrier's loss falls on the dies
//
// yield_loss is a line of its own: what was spent on stacks, modules and packages that failed, per package shipped.
//
//   package_plan const plan = plan_package(catalog::h100_package);          // dies and carriers per wafer
//   package_cost<> const cost = manufacturing_cost<double>(catalog::h100_package, plan);
//   money<> const usd = cost.total();

#include <tallywatt/silicon/hbm.hpp>
#include <tallywatt/silicon/interposer.hpp>

#include <array>

namespace tallywatt {

/// One kind of die in a package. Of a kind with a count of 0 nothing else counts.
template <class T = double>
struct basic_package_die {
    basic_die<T> die{};
    int count = 0;
    int on = -1;                              ///< the kind it is stacked on, evenly; -1: the carrier
    basic_fraction<T> attach_yield{T(0.99)};  ///< of placing or bonding one
    money<T> attach_price{};                  ///< of placing one
    money_per_area<T> bump_price{};           ///< of bumps or pads, per area of the die

    static constexpr char const* kind = "package_die";
    template <class V, class First, class... S>
    static constexpr void each(V&& visit, First&& first, S&&... rest) {
        visit(field{"count", between(0.0, 1024.0)}, first.count, rest.count...);
        if (first.count == 0)
            return;
        visit(field{"die"}, first.die, rest.die...);
        visit(field{"on", between(-1.0, 3.0)}, first.on, rest.on...);
        visit(
            field{
                "attach_yield",
                positive,
                {"Chiplet Actuary (0.99 organic, 0.95 silicon); google/chiplets-cost-model (0.99)", "2024-12-07",
                 confidence::low}},
            first.attach_yield, rest.attach_yield...
        );
        visit(field{"attach_price", non_negative}, first.attach_price, rest.attach_price...);
        visit(field{"bump_price", non_negative}, first.bump_price, rest.bump_price...);
    }
};
using package_die = basic_package_die<>;

/// Kinds of dies in a package, at most.
inline constexpr int die_kinds = 4;

/// An accelerator package's bill of materials.
template <class T = double, class Carrier = basic_carrier<T>>
struct basic_package {
    static_assert(carrier_choice<Carrier, T>, "not a package_carrier: see silicon/carrier.hpp");
    char const* name = "";
    std::array<basic_package_die<T>, die_kinds> dies{}; ///< the kind that computes first
    basic_hbm_stack<T> hbm{};
    int hbm_count = 0;
    basic_fraction<T> hbm_attach_yield{T(0.99)};
    money<T> hbm_attach_price{}; ///< per stack placed
    Carrier carrier{};
    basic_fraction<T> stack_coverage{T(1.0)};  ///< of the test of stacked dies, before they are placed
    basic_fraction<T> module_coverage{T(0.0)}; ///< of the test of the module, before it is placed on the substrate
    basic_fraction<T> substrate_yield{T(0.99)};
    money<T> substrate_price{};
    money<T> test_price{};                   ///< final and system-level test
    basic_fraction<T> test_coverage{T(1.0)}; ///< of it
    co2e<T> substrate_carbon{};
    co2e<T> board_carbon{}; ///< module board, and the accelerator's share of a baseboard
    co2e<T> heat_sink_carbon{};
    area<T> substrate_area{};                                  ///< zero: none, or not known; then nothing limits it
    area<T> largest_substrate = 10'000.0 * square_millimetre;  ///< made at most
    length<T> tallest_stack = 775.0 * micrometre;              ///< room beside the dies, under the lid

    static constexpr char const* kind = "package";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source attach{
            "Chiplet Actuary (0.99 organic, 0.95 silicon); google/chiplets-cost-model (0.99)", "2024-12-07",
            confidence::low};
        constexpr source practice{"test practice; no published figure", "n.d.", confidence::assumed};
        visit(field{"name"}, self.name...);
        visit(field{"dies"}, self.dies...);
        visit(field{"hbm"}, self.hbm...);
        visit(field{"hbm_count", between(0.0, 64.0)}, self.hbm_count...);
        visit(field{"hbm_attach_yield", positive, attach}, self.hbm_attach_yield...);
        visit(field{"hbm_attach_price", non_negative}, self.hbm_attach_price...);
        visit(field{"carrier"}, self.carrier...);
        visit(field{"stack_coverage", unit_interval, practice}, self.stack_coverage...);
        visit(field{"module_coverage", unit_interval, practice}, self.module_coverage...);
        visit(field{"substrate_yield", positive, attach}, self.substrate_yield...);
        visit(field{"substrate_price", non_negative}, self.substrate_price...);
        visit(field{"test_price", non_negative}, self.test_price...);
        visit(field{"test_coverage", unit_interval, practice}, self.test_coverage...);
        visit(field{"substrate_carbon", non_negative}, self.substrate_carbon...);
        visit(field{"board_carbon", non_negative}, self.board_carbon...);
        visit(field{"heat_sink_carbon", non_negative}, self.heat_sink_carbon...);
        visit(field{"substrate_area", non_negative}, self.substrate_area...);
        visit(
            field{
                "largest_substrate",
                positive,
                {"TSMC roadmap: 100 x 100 mm with 5.5 exposures in 2026; 120 x 120 mm announced for 2027", "2025",
                 confidence::high}},
            self.largest_substrate...
        );
        visit(
            field{
                "tallest_stack",
                positive,
                {"Thickness of a 300 mm wafer, hence of unthinned dies beside the stacks (SEMI M1); HBM4's height by JEDEC",
                 "2024", confidence::high}},
            self.tallest_stack...
        );
    }
    constexpr operator basic_package<double, rebind_t<Carrier, double>>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }

    /// Whether dies of another kind are stacked on this one.
    [[nodiscard]] constexpr bool bears(int kind_of_die) const {
        for (auto const& d : dies)
            if (d.count > 0 && d.on == kind_of_die)
                return true;
        return false;
    }
    [[nodiscard]] constexpr bool has_stacks() const {
        for (auto const& d : dies)
            if (d.count > 0 && d.on >= 0)
                return true;
        return false;
    }
};
using package = basic_package<>;

namespace detail {
inline constexpr char const* package_die_path[die_kinds] = {
    "package.dies[0]", "package.dies[1]", "package.dies[2]", "package.dies[3]"};
}

/// Throws invalid_input where there is no die, a die needs more units than it has, dies are stacked on nothing or unevenly,
/// or stacks of memory hold nothing.
template <class T, class C>
constexpr void check(basic_package<T, C> const& p) {
    int all = 0;
    for (int i = 0; i < die_kinds; ++i) {
        auto const& d = p.dies[static_cast<std::size_t>(i)];
        all += d.count;
        if (d.count == 0)
            continue;
        check(d.die);
        if (d.on < 0)
            continue;
        auto const complain = [&](char const* what) {
            throw invalid_input(std::string(detail::package_die_path[i]) + ".on", d.on, "", what);
        };
        auto const& base = p.dies[static_cast<std::size_t>(d.on)];
        if (d.on == i || base.count == 0)
            complain("there is no such other kind of die");
        if (base.on >= 0)
            complain("the kind it is stacked on is stacked itself");
        if (d.count % base.count != 0)
            complain("its dies do not divide evenly among those they are stacked on");
    }
    if (all == 0)
        throw invalid_input("package.dies[0].count", 0, "", "a package without a die");
    if (p.hbm_count > 0 && !(lowest(p.hbm.capacity.base_value) > 0.0))
        throw invalid_input("package.hbm.capacity", lowest(p.hbm.capacity.base_value), "B", "0 B is not above 0 B");
}

/// The integers of a package: how many of its parts a wafer gives. A part larger than its wafer counts as one per wafer,
/// so that cost and carbon stay finite beside the limit that reports it; `fits` is false then.
struct package_plan {
    std::array<double, die_kinds> dies_per_wafer{}; ///< 0 where there is no such kind; whole numbers by exact packing
    carrier_plan carrier{};
    area<> wafer_area{}; ///< of the dies' wafers
    bool fits = true;    ///< every part fits on its wafer

    /// Whether every part fits on its wafer, and the plan has all dies of the package.
    template <class C>
    [[nodiscard]] constexpr bool feasible(basic_package<double, C> const& p) const {
        bool all = fits;
        for (std::size_t i = 0; i < p.dies.size(); ++i)
            all = all && (p.dies[i].count == 0 || dies_per_wafer[i] > 0.0);
        return all;
    }
};

/// Packs the dies and the carrier of a package on wafers.
template <class C>
constexpr package_plan plan_package(basic_package<double, C> const& p, wafer const& disc = {}) {
    package_plan plan;
    plan.wafer_area = disc.area();
    plan.carrier = detail::with_carrier(p.carrier, [&](auto const& c) { return c.plan(disc); });
    plan.fits = plan.carrier.fits;
    for (std::size_t i = 0; i < p.dies.size(); ++i)
        if (p.dies[i].count > 0) {
            outline const& size = p.dies[i].die.size;
            int const n = dies_per_wafer(disc, size);
            bool const uncut = plan.carrier.whole_wafer && size.width <= disc.diameter && size.height <= disc.diameter;
            plan.fits = plan.fits && (n > 0 || uncut);
            plan.dies_per_wafer[i] = n > 0 ? static_cast<double>(n) : 1.0;
        }
    return plan;
}
template <class C>
constexpr package_plan plan_package(basic_package<estimate, C> const& p, wafer const& disc = {}) {
    return plan_package(convert<double>(p), disc);
}

/// The same by the classic closed form (wafer.hpp), as sweeps and several published models count: parts of a die per wafer.
/// Low for large dies, and for interposers by tens of per cent; below one per wafer it counts one that does not fit.
template <class C>
constexpr package_plan plan_package_classic(basic_package<double, C> const& p, wafer const& disc = {}) {
    package_plan plan;
    plan.wafer_area = disc.area();
    auto const count = [&](outline const& size) {
        double const n = dies_per_wafer_classic(disc, size).value;
        plan.fits = plan.fits && n >= 1.0;
        return n >= 1.0 ? n : 1.0;
    };
    for (std::size_t i = 0; i < p.dies.size(); ++i)
        if (p.dies[i].count > 0)
            plan.dies_per_wafer[i] = count(p.dies[i].die.size);
    plan.carrier = detail::with_carrier(p.carrier, [&](auto const& c) {
        carrier_plan made = c.plan(disc);
        if (made.per_wafer > 0.0)
            made.per_wafer = count(c.footprint());
        return made;
    });
    return plan;
}

/// Area of the dies that face the lid: all but those that bear others.
template <class T, class C>
constexpr area<T> heat_area(basic_package<T, C> const& p) {
    area<T> a{};
    for (std::size_t i = 0; i < p.dies.size(); ++i)
        if (p.dies[i].count > 0 && !p.bears(static_cast<int>(i)))
            a += static_cast<double>(p.dies[i].count) * p.dies[i].die.size.area();
    return a;
}

/// Yields of a package's parts and of its assembly.
template <class T = double>
struct basic_package_yield {
    std::array<basic_fraction<T>, die_kinds> dies{};         ///< dies that can be sold
    std::array<basic_test_outcome<T>, die_kinds> die_test{};
    std::array<basic_fraction<T>, die_kinds> stacking{};     ///< dies that pass the stack's test; 1 where not stacked
    basic_fraction<T> carrier{};                             ///< good ones of those started
    basic_test_outcome<T> module{};
    basic_test_outcome<T> final_test{};                      ///< of modules that have passed; good: shipped quality
    basic_fraction<T> assembly{};                            ///< packages shipped, of sets of parts placed on carriers
};
using package_yield = basic_package_yield<>;

/// Yields of all steps.
template <class T, class C>
constexpr basic_package_yield<T> yields(basic_package<T, C> const& p, package_plan const& plan) {
    basic_fraction<T> const one{T(1.0)};
    basic_package_yield<T> y;
    T attach = math::pow((p.hbm.shipped_quality * p.hbm_attach_yield).value, p.hbm_count);
    for (std::size_t i = 0; i < p.dies.size(); ++i) {
        y.dies[i] = y.stacking[i] = one;
        y.die_test[i] = {one, one};
        if (p.dies[i].count == 0)
            continue;
        y.dies[i] = die_yield(p.dies[i].die);
        y.die_test[i] = test_dies(y.dies[i], p.dies[i].die.fault_coverage);
    }
    for (std::size_t i = 0; i < p.dies.size(); ++i) {
        auto const& base = p.dies[i];
        if (base.count == 0 || base.on >= 0)
            continue;
        T good = y.die_test[i].good.value;
        if (p.bears(static_cast<int>(i))) {
            for (std::size_t k = 0; k < p.dies.size(); ++k)
                if (p.dies[k].count > 0 && p.dies[k].on == static_cast<int>(i))
                    good = good
                           * math::pow((y.die_test[k].good * p.dies[k].attach_yield).value, p.dies[k].count / base.count);
            auto const tested = test_dies(basic_fraction<T>{good}, p.stack_coverage);
            y.stacking[i] = tested.pass;
            for (std::size_t k = 0; k < p.dies.size(); ++k)
                if (p.dies[k].count > 0 && p.dies[k].on == static_cast<int>(i))
                    y.stacking[k] = tested.pass;
            good = tested.good.value;
        }
        attach = attach * math::pow(good * base.attach_yield.value, base.count);
    }
    assembly_order order = assembly_order::chip_last;
    y.carrier = detail::with_carrier(p.carrier, [&](auto const& c) {
        order = c.order();
        return c.yield(plan.carrier);
    });
    if (order == assembly_order::chip_first)
        attach = attach * y.carrier.value;
    y.module = test_dies(basic_fraction<T>{attach}, p.module_coverage);
    y.final_test = test_dies(y.module.good * p.substrate_yield, p.test_coverage);
    // pass_m pass_f = pass_m (1 - k_f) + Y_a y_s k_f
    y.assembly =
        basic_fraction<T>{math::mix(p.test_coverage.value, attach * p.substrate_yield.value, y.module.pass.value)};
    return y;
}

/// What one good package costs to make, by part. The prices are those paid to the foundry and the memory maker.
template <class T = double>
struct basic_package_cost {
    money<T> logic{}; ///< known good dies of all kinds
    money<T> hbm{};
    money<T> interposer{}; ///< the carrier: good ones where it is made first
    money<T> attach{};
    money<T> substrate{};
    money<T> test{};
    money<T> yield_loss{}; ///< what stacks, modules and packages that fail have cost, per package shipped

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

/// What of something (money, carbon, water) is lost in assembly, per package shipped. each_die[i] of it is in a die of kind
/// i that has passed its test and is bonded or placed, `module` in all dies, memory and the carrier of a package, `after` in
/// what comes after.
template <class T, class C, class Q>
constexpr Q assembly_loss(
    basic_package<T, C> const& p, basic_package_yield<T> const& y, std::array<Q, die_kinds> const& each_die,
    Q const& module, Q const& after
) {
    Q stacks{};
    if (p.has_stacks())
        for (std::size_t i = 0; i < p.dies.size(); ++i)
            if (p.dies[i].count > 0)
                stacks += static_cast<double>(p.dies[i].count) * each_die[i] * (T(1.0) / y.stacking[i].value - T(1.0));
    return stacks + (module + stacks) * (T(1.0) / y.assembly.value - T(1.0))
           + after * (T(1.0) / y.final_test.pass.value - T(1.0));
}

/// Manufacturing cost of one good package, given its yields.
template <class T, class C>
constexpr basic_package_cost<T>
manufacturing_cost(basic_package<T, C> const& p, package_plan const& plan, basic_package_yield<T> const& y) {
    basic_package_cost<T> c;
    std::array<money<T>, die_kinds> placed{};
    for (std::size_t i = 0; i < p.dies.size(); ++i) {
        auto const& d = p.dies[i];
        if (d.count == 0)
            continue;
        double const n = static_cast<double>(d.count);
        money<T> const good =
            (d.die.node.wafer_price * (1.0 / plan.dies_per_wafer[i]) + d.die.test_price) / y.die_test[i].pass;
        money<T> const placing = d.attach_price + d.bump_price * d.die.size.area();
        // the base of a stack is placed after the stack's test
        placed[i] = d.on >= 0 ? good + placing : good;
        c.logic += n * good;
        c.attach += n * placing;
    }
    c.hbm = static_cast<double>(p.hbm_count) * p.hbm.stack_price();
    c.attach += static_cast<double>(p.hbm_count) * p.hbm_attach_price;
    c.interposer = detail::with_carrier(p.carrier, [&](auto const& held) {
        money<T> const started = held.cost(plan.carrier);
        return held.order() == assembly_order::chip_last ? started / y.carrier : started;
    });
    c.substrate = p.substrate_price;
    c.test = p.test_price;
    c.yield_loss = assembly_loss(p, y, placed, c.logic + c.hbm + c.interposer + c.attach, c.substrate + c.test);
    return c;
}
template <class T, class C>
constexpr basic_package_cost<T> manufacturing_cost(basic_package<T, C> const& p, package_plan const& plan) {
    return manufacturing_cost(p, plan, yields(p, plan));
}
/// manufacturing_cost<double>(a package of the catalog, plan).
template <class T>
    requires(!std::same_as<T, estimate>)
constexpr basic_package_cost<T>
manufacturing_cost(basic_package<estimate, basic_carrier<estimate>> const& p, package_plan const& plan) {
    return manufacturing_cost(convert<T>(p), plan);
}

} // namespace tallywatt
