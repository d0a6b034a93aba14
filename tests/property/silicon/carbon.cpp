// Laws of embodied carbon: lines sum, a cleaner grid and more abatement never add, all number types agree.
#include <tallywatt/catalog/boards.hpp>
#include <tallywatt/catalog/embodied_water.hpp>
#include <tallywatt/catalog/export_limits.hpp>
#include <tallywatt/catalog/fab_grids.hpp>
#include <tallywatt/catalog/h20.hpp>
#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/silicon/carbon_intensity.hpp>
#include <tallywatt/silicon/chiplet_carbon.hpp>
#include <tallywatt/silicon/embodied.hpp>
#include <tallywatt/silicon/memory_carbon.hpp>

#include <array>
#include <random>

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {

// A process, a site and memory made there, as one described object.
template <class T = double>
struct basic_fab_case {
    basic_fab_process<T> process{};
    basic_fab_site<T> site{};
    basic_memory_process<T> memory{};
    area<T> size{};
    basic_fraction<T> abatement{};
    basic_fraction<T> yield{};

    static constexpr char const* kind = "fab_case";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"process"}, self.process...);
        visit(field{"site"}, self.site...);
        visit(field{"memory"}, self.memory...);
        visit(field{"size"}, self.size...);
        visit(field{"abatement"}, self.abatement...);
        visit(field{"yield"}, self.yield...);
    }
};

basic_fab_case<> fab_case() {
    fab_site site = catalog::fab_taiwan;
    site.renewable_share = fraction{0.2};
    return {
        .process = catalog::act_5nm,
        .site = site,
        .memory =
            {.area_per_capacity = 50.0 * square_millimetre / GB,
             .stacking = ratio{0.1},
             .die_yield = fraction{0.9},
             .stack_yield = fraction{0.7}},
        .size = 814.0 * square_millimetre,
        .abatement = fraction{0.97},
        .yield = fraction{0.6}};
}

// Work, operation and embodied carbon together.
template <class T = double>
struct basic_life_case {
    basic_hardware_life<T> life{};
    basic_operating<T> run{};
    co2e<T> made{};
    token_rate<T> rate{};

    static constexpr char const* kind = "life_case";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"life"}, self.life...);
        visit(field{"run"}, self.run...);
        visit(field{"made"}, self.made...);
        visit(field{"rate"}, self.rate...);
    }
};

template <class T = double>
struct basic_carrier_case {
    basic_carrier_process<T> process{};
    area<T> size{};
    basic_design_effort<T> design{};
    basic_duty<T> duty{};
    power<T> stated{};

    static constexpr char const* kind = "carrier_case";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"process"}, self.process...);
        visit(field{"size"}, self.size...);
        visit(field{"design"}, self.design...);
        visit(field{"duty"}, self.duty...);
        visit(field{"stated"}, self.stated...);
    }
};

// A server, a rack and what their parts take.
template <class T = double>
struct basic_water_case {
    basic_server_bill<T> server{};
    basic_rack_bill<T> rack{};
    basic_part_water<T> factors{};

    static constexpr char const* kind = "water_case";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"server"}, self.server...);
        visit(field{"rack"}, self.rack...);
        visit(field{"factors"}, self.factors...);
    }
};

} // namespace

TEST_CASE("fab and memory carbon: derivatives, intervals, packs") {
    arithmetics::check_all(fab_case(), []<class T>(basic_fab_case<T> const& x) {
        auto const c = carbon_per_area(x.process, x.site, x.abatement);
        return std::array<T, 5>{
            c.electricity.base_value, c.process_gas.base_value, c.total().base_value,
            carbon_of_area(c.total(), x.size, x.yield).base_value, carbon_per_capacity(x.memory, c.total()).base_value};
    });
}
TEST_CASE("server bill: derivatives, intervals, packs") {
    arithmetics::check_all(server_bill(catalog::hgx_h100_host_bill), []<class T>(basic_server_bill<T> const& x) {
        auto const e = embodied(x);
        return std::array<T, 6>{e.processors.base_value, e.memory.base_value,    e.drives.base_value,
                                e.supplies.base_value,   e.transport.base_value, e.total().base_value};
    });
}
TEST_CASE("embodied water of servers: derivatives, intervals, packs") {
    arithmetics::check_all(basic_water_case<>{catalog::hgx_h100_host_bill, catalog::cabinet_bill, catalog::server_parts_water},
                           []<class T>(basic_water_case<T> const& x) {
        auto const s = embodied_water(x.server, x.factors);
        return std::array<T, 5>{s.processors.base_value, s.memory.base_value, s.metal.base_value, s.total().base_value,
                                embodied_water(x.rack, x.factors).base_value};
    });
}
TEST_CASE("fab water of a package: derivatives, intervals, packs; no line is negative, and worse yields never save any") {
    package const p = catalog::h100_package;
    auto const plan = plan_package(p);
    arithmetics::check_all(p, [&]<class T>(basic_package<T> const& x) {
        auto const w = fab_water(x, plan);
        return std::array<T, 4>{w.logic.base_value, w.hbm.base_value, w.interposer.base_value, w.total().base_value};
    });
    std::mt19937 random(17);
    std::uniform_real_distribution<double> share(0.5, 1.0);
    for (int i = 0; i < 200; ++i) {
        package x = p;
        x.hbm_attach_yield = fraction{share(random)};
        x.substrate_yield = fraction{share(random)};
        x.dies[0].die.fault_coverage = fraction{share(random)};
        auto const w = fab_water(x, plan);
        CHECK(w.logic >= volume<>{});
        CHECK(w.yield_loss >= volume<>{});
        package worse = x;
        worse.substrate_yield = fraction{0.9 * x.substrate_yield.value};
        CHECK(fab_water(worse, plan).total() > w.total());
    }
}
TEST_CASE("rack bill: derivatives, intervals, packs") {
    arithmetics::check_all(rack_bill(catalog::cabinet_bill), []<class T>(basic_rack_bill<T> const& x) {
        return std::array<T, 1>{embodied(x).total().base_value};
    });
}
TEST_CASE("bill lines of every form: derivatives, intervals, packs") {
    carbon_bill_line<> const lines[] = {
        {.quantity = 2, .part = carbon_stated<>{.carbon = 2.0 * kgCO2e, .yield = fraction{0.8}}},
        {.quantity = 3,
         .part =
             carbon_die<>{.size = 600.0 * square_millimetre, .process = catalog::act_7nm, .site = catalog::fab_korea}},
        {.part = carbon_storage<>{.capacity = 64.0 * GB, .carbon = 65.0 * gCO2e / GB, .yield = fraction{0.9}}},
        {.part = carbon_board<>{.size = 0.2 * square_metre, .carbon = 300.0 * kgCO2e / square_metre}},
        {.part = carbon_material<>{.weight = 3.0 * kilogram, .carbon = 2.0 * kgCO2e / kilogram}},
        {.part =
             carbon_passive<>{
                 .weight = 0.1 * kilogram,
                 .energy = 6862.0 * megajoule / kilogram,
                 .grid = 446.0 * gCO2e / kilowatt_hour}},
        {.part = carbon_battery<>{.capacity = 1.0 * kilowatt_hour, .carbon = 87.0 * kgCO2e / kilowatt_hour}},
        {.part = carbon_transport<>{
             .weight = 2.0 * kilogram,
             .distance = 900.0 * kilometre,
             .carbon = 1e-3 * kgCO2e / (kilogram * kilometre)}}};
    for (auto const& line : lines)
        arithmetics::check_all(line, []<class T>(carbon_bill_line<T> const& x) {
            return std::array<T, 1>{line_carbon(x).base_value};
        });
}
TEST_CASE("compute carbon intensity: derivatives, intervals, packs") {
    basic_life_case<> const x{
        .life = {.peak = dense(989.4 * TFLOP_per_second)},
        .run = {.draw = at_it<power<>>{800.0 * watt}, .grid = 400.0 * gCO2e / kilowatt_hour},
        .made = 200.0 * kgCO2e,
        .rate = 900.0 * token / second};
    arithmetics::check_all(x, []<class T>(basic_life_case<T> const& c) {
        auto const i = compute_carbon_intensity(c.made, c.run, c.life);
        auto const t = token_carbon(c.made, c.run, c.rate, c.life.life, c.life.availability);
        return std::array<T, 5>{
            i.embodied.base_value, i.operational.base_value, c.life.work().base_value, t.embodied.base_value,
            t.operational.base_value};
    });
}
TEST_CASE("carriers, design and duty: derivatives, intervals, packs") {
    basic_carrier_case<> const x{
        .process =
            {.carbon = 8.0 * gCO2e / square_millimetre,
             .defect_density = 0.05 / square_centimetre,
             .back_end_share = fraction{0.5675},
             .layers = fraction{0.75},
             .bond_yield = fraction{0.99}},
        .size = 812.0 * square_millimetre,
        .design =
            {.transistors = 82.86e6 / square_millimetre,
             .gates_per_core = 3645.8 / hour,
             .core_power = 10.0 * watt,
             .grid = 700.0 * gCO2e / kilowatt_hour,
             .iterations = ratio{90.0},
             .volume = ratio{1e5}},
        .duty = {},
        .stated = 6.0 * watt};
    arithmetics::check_all(x, []<class T>(basic_carrier_case<T> const& c) {
        return std::array<T, 3>{
            carrier_carbon(c.process, c.size).base_value, design_carbon(c.design, c.size).base_value,
            operational_carbon(c.stated, c.duty, c.design.grid, duration<T>(1000.0 * hour)).base_value};
    });
}
TEST_CASE("export headroom: derivatives, intervals, packs") {
    auto const rating =
        rate_for_export(accelerator(catalog::h20), 814.0 * square_millimetre, duplex_rate<>{128.0 * GB_per_second});
    arithmetics::check_all(rating, []<class T>(basic_export_rating<T> const& r) {
        return std::array<T, 3>{
            headroom(catalog::bis_2022, r).least, headroom(catalog::bis_2023, r).least,
            headroom(catalog::bis_2026_review, r).least};
    });
}

TEST_CASE("carbon falls with a cleaner grid and never rises with abatement, on every process") {
    for (auto const& process :
         {catalog::act_28nm, catalog::act_20nm, catalog::act_14nm, catalog::act_10nm, catalog::act_8nm,
          catalog::act_7nm, catalog::act_5nm, catalog::act_3nm}) {
        double last = 0.0;
        for (double g = 0.0; g <= 900.0; g += 50.0) {
            double const now =
                carbon_per_area(fab_process(process), fab_site{.grid = g * gCO2e / kilowatt_hour}, fraction{0.97})
                    .total()
                    .base_value;
            CHECK(now > last);
            last = now;
        }
        last = 1e300;
        for (double a = 0.95; a <= 0.9901; a += 0.005) {
            double const now = gas_per_area(fab_process(process), fraction{math::min(a, 0.99)}).base_value;
            CHECK(now <= last);
            last = now;
        }
        last = 1e300;
        for (double r = 0.0; r <= 1.0; r += 0.1) { // renewable below the grid
            fab_site s = catalog::fab_korea;
            s.renewable_share = fraction{r};
            CHECK(s.intensity().base_value < last);
            last = s.intensity().base_value;
        }
    }
}

TEST_CASE("a package's lines sum, and its carbon falls with its fabs' grids") {
    for (auto const& held : {catalog::h100_package, catalog::b200_package, catalog::mi300x_package}) {
        auto p = convert<double>(held);
        auto const plan = plan_package(p);
        double last = -1.0;
        for (auto const& site : {catalog::fab_ireland, catalog::fab_arizona, catalog::fab_taiwan}) {
            for (auto& d : p.dies)
                d.die.node = made_at(d.die.node, fab_site(site));
            auto const e = embodied(p, plan);
            CHECK(
                e.total().base_value
                == near(
                    (e.logic + e.hbm + e.interposer + e.substrate + e.yield_loss + e.heat_sink + e.board).base_value,
                    1e-14
                )
            );
            CHECK(e.total().base_value > last);
            last = e.total().base_value;
            CHECK(e.water.base_value > 0.0);
        }
        auto const wide = embodied(convert<interval>(held), plan).total().base_value;
        CHECK(wide.contains(embodied(convert<double>(held), plan).total().base_value));
    }
}

TEST_CASE("every part of a bill adds to it, never takes away; random bills sum by category") {
    std::mt19937 random(7); // any fixed seed
    std::uniform_real_distribution<double> some(0.1, 10.0);
    for (int round = 0; round < 50; ++round) {
        std::array<carbon_bill_line<>, 12> bill{};
        for (auto& line : bill) {
            line.category = static_cast<carbon_category>(random() % carbon_categories);
            line.quantity = static_cast<int>(random() % 5);
            line.chips = static_cast<int>(random() % 3);
            if (random() % 2 == 0)
                line.part =
                    carbon_material<>{.weight = some(random) * kilogram, .carbon = some(random) * kgCO2e / kilogram};
            else
                line.part = carbon_storage<>{
                    .capacity = some(random) * TB,
                    .carbon = some(random) * gCO2e / GB,
                    .yield = fraction{0.05 * some(random) + 0.4}};
        }
        auto const all = bill_total<double>(bill, 150.0 * gCO2e);
        co2e<> sum{};
        for (auto const& c : all.by_category)
            sum += c;
        CHECK(sum.base_value == near(all.total().base_value, 1e-13));
        auto const fewer = bill_total<double>(std::span<carbon_bill_line<> const>(bill).first(11), 150.0 * gCO2e);
        CHECK(fewer.total().base_value <= all.total().base_value);
    }
    // every field of a server's bill
    server_bill const likely = catalog::hgx_h100_host_bill;
    double const base = embodied(likely).total().base_value;
    for (std::size_t k = 0; k < arithmetics::real_fields(likely).size(); ++k) {
        auto const fields = arithmetics::real_fields(likely);
        auto const more =
            arithmetics::mapped<double>(likely, [&](std::size_t i, double v) { return i == k ? 1.5 * v : v; });
        INFO(fields[k].path);
        if (fields[k].value > 0.0 && fields[k].path != "factors.air") { // nothing flies in the likely case
            CHECK(embodied(more).total().base_value > base);
        }
    }
}

TEST_CASE("headroom falls with performance, bandwidth and memory, and grows with a larger die") {
    export_rating const r = rate_for_export(accelerator(catalog::h20), 814.0 * square_millimetre);
    for (auto const& limit : {catalog::bis_2022, catalog::bis_2023, catalog::bis_2026_review}) {
        double const here = headroom(limit, r).least;
        export_rating x = r;
        x.performance *= 1.1;
        x.density *= 1.1;
        CHECK(headroom(limit, x).least <= here);
        x = r;
        x.memory *= 1.5;
        CHECK(headroom(limit, x).least <= here);
        x = r;
        x.interconnect.value *= 1.5;
        CHECK(headroom(limit, x).least <= here);
        x = r;
        x.density *= 0.5;
        CHECK(headroom(limit, x).least >= here);
    }
}
