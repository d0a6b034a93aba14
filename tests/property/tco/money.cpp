// Laws of what is made of reports and prices: cash flows, rent against own, leases, markets and fleets, over all number types.

#include <tallywatt/tco/cash_flow.hpp>
#include <tallywatt/tco/fleet.hpp>
#include <tallywatt/tco/lease.hpp>
#include <tallywatt/tco/market.hpp>
#include <tallywatt/tco/rent_or_own.hpp>
#include <tallywatt/tco/training_budget.hpp>

#include <array>
#include <cmath>
#include <string>

#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {
template <class T = double>
struct basic_business {
    money<T> machines = 1e9 * USD, plant = 3e8 * USD;
    money_rate<T> revenue = 6e8 * USD / year, energy = 5e7 * USD / year;
    basic_finance<T> terms{};
    basic_cash_flow_terms<T> years{};
    static constexpr char const* kind = "business";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"machines"}, self.machines...);
        visit(field{"plant"}, self.plant...);
        visit(field{"revenue"}, self.revenue...);
        visit(field{"energy"}, self.energy...);
        visit(field{"terms"}, self.terms...);
        visit(field{"years"}, self.years...);
    }
};
template <class T>
basic_cash_flow<T> flow_of(basic_business<T> const& b) {
    basic_report<T> r;
    r.capital.accelerators = b.machines;
    r.capital.electrical = b.plant;
    r.cost.electricity = b.energy;
    r.unit.revenue = b.revenue;
    r.delivery.accelerators = 1e4 * accelerator_unit;
    r.delivery.output = of_output<token_rate<T>>{1e6 * token / second};
    return cash_flow_of(r, b.terms, b.years);
}
/// b with the growths and rates of `fixed`, and its horizon.
template <class T>
basic_business<T> at_fixed_rates(basic_business<T> b, basic_business<> const& fixed) {
    auto const years = b.years;
    b.terms = convert<T>(fixed.terms);
    b.years = convert<T>(fixed.years);
    b.years.ramp = years.ramp;
    b.years.realised = years.realised;
    return b;
}
/// A market whose every term moves.
market growing_market(int years) {
    return {
        .years = years,
        .tokens = 1e9 * token / second,
        .price = 1.0 * USD / megatoken,
        .elasticity = 1.1,
        .demand_growth = growth_rate{0.4},
        .learning = fraction{0.2},
        .energy = at_facility<energy_per_token<>>{1.0 * joule / token},
        .energy_drift = growth_rate{-0.2},
        .each_makes = per_accelerator<token_rate<>>{1e3 * token / second},
        .fleet = 2e6 * accelerator_unit,
        .supply = 6e5 * accelerator_unit / year,
        .power_now = at_facility<power<>>{2.0 * gigawatt},
        .power_growth = growth_rate{0.2}};
}
basic_business<> business() {
    basic_business<> b;
    b.terms.construction_months = 12;
    b.years.horizon = 12;
    b.years.ramp[0] = fraction{0.5};
    b.years.ramp[1] = fraction{0.9};
    b.years.energy_follows = fraction{0.5};
    b.years.revenue_price = growth_rate{-0.05};
    b.years.hardware_price = growth_rate{-0.15};
    b.years.realised = fraction{0.8};
    return b;
}
} // namespace

TEST_CASE("cash flows: derivatives, enclosures, packs") {
    // Tight only where a number stands once: prices, money and shares do; the rates stand in every year, so their intervals
    // are enclosures and no more. They are held at a point here and let loose below.
    auto const steady = business();
    arithmetics::check_all(steady, [&]<class T>(basic_business<T> const& b) {
        auto const c = flow_of(at_fixed_rates(b, steady));
        auto const x =
            returns_of(c, basic_discount_rate<real_terms, T>{T(0.06)}, basic_discount_rate<real_terms, T>{T(0.15)});
        return std::array<T, 3>{x.required.base_value, x.rate.value, x.payback.base_value};
    });
    // any interval of the rates encloses what lies in it
    auto const wide = flow_of(arithmetics::mapped<interval>(steady, [](std::size_t, double u) {
        return interval(u - 0.002 * std::abs(u), u + 0.002 * std::abs(u));
    }));
    auto const point = flow_of(steady);
    for (int k = 0; k <= 12; ++k)
        CHECK(wide.year[static_cast<std::size_t>(k)].net().base_value.contains(
            point.year[static_cast<std::size_t>(k)].net().base_value
        ));
}

TEST_CASE("cash flows: required prices rise with the target, the worth falls with costs and erosion") {
    auto const b = business();
    auto const c = flow_of(b);
    double last = 0.0;
    for (double r = 0.0; r < 0.5; r += 0.02) {
        double const now = required_revenue(c, discount_rate{r}).in(USD / year);
        CHECK(now > last);
        last = now;
    }
    // sold at the required price the target is met
    auto sold = b;
    sold.revenue = required_revenue(c, discount_rate{0.15});
    CHECK(rate_of_return(flow_of(sold).flows()).value == near(0.15, 1e-9));
    auto const worth = [](basic_business<> const& x) { return returns_of(flow_of(x), discount_rate{0.06}).worth; };
    auto eroded = b, ramped = b, cheap = b, energy = b;
    eroded.years.revenue_price = growth_rate{-0.2};
    ramped.years.ramp[0] = fraction{0.1};
    cheap.years.hardware_price = growth_rate{-0.3};
    energy.energy = 1.1 * energy.energy;
    CHECK(worth(eroded) < worth(b));
    CHECK(worth(ramped) < worth(b));
    CHECK(worth(cheap) > worth(b));
    CHECK(worth(energy) < worth(b));
}

namespace {
template <class T = double>
struct basic_choice {
    basic_tenure_option<T> own{.fixed = T(1.6) * USD / accelerator_hour, .used = T(0.2) * USD / accelerator_hour};
    basic_tenure_option<T> reserve{.fixed = T(0.9) * USD / accelerator_hour, .used = T(1.2) * USD / accelerator_hour};
    basic_tenure_option<T> rent{.used = T(4.0) * USD / accelerator_hour, .overhead = basic_ratio<T>{T(1.1)}};
    basic_load_duration<T> load{
        .points = 4,
        .hours = {T(0.0), T(0.3), T(0.6), T(1.0)},
        .load = {
            basic_fraction<T>{T(1.0)}, basic_fraction<T>{T(0.7)}, basic_fraction<T>{T(0.5)},
            basic_fraction<T>{T(0.1)}}};
    static constexpr char const* kind = "choice";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"own"}, self.own...);
        visit(field{"reserve"}, self.reserve...);
        visit(field{"rent"}, self.rent...);
        visit(field{"load"}, self.load...);
    }
};
} // namespace

TEST_CASE("rent against own: derivatives, packs and enclosures") {
    basic_choice<> const c;
    // a load stands in the share owned and in the work below it, so only the share itself is tight
    arithmetics::check_all(c, []<class T>(basic_choice<T> const& x) {
        T const u = owning_threshold(x.own, x.rent.used);
        return std::array<T, 2>{u, owned_share(x.load, u).value};
    });
    auto const plan = plan_tenures(std::array<tenure_option, 3>{c.own, c.reserve, c.rent});
    REQUIRE(plan.count == 3);
    auto const total = [&]<class T>(basic_choice<T> const& x) {
        return mix_tenures(std::array<basic_tenure_option<T>, 3>{x.own, x.reserve, x.rent}, plan, x.load)
            .total()
            .base_value;
    };
    double const at = total(c);
    auto const wide =
        total(arithmetics::mapped<interval>(c, [](std::size_t, double u) { return interval(0.999 * u, 1.001 * u); }));
    CHECK(wide.contains(at));
    for (std::size_t k = 0; k < arithmetics::real_fields(c).size(); ++k) {
        auto const d = total(arithmetics::mapped<dual>(c, [&](std::size_t i, double u) {
            return i == k ? dual::variable(u) : dual(u);
        }));
        auto const shifted = [&](double h) {
            return total(arithmetics::mapped<double>(c, [&](std::size_t i, double u) { return i == k ? u + h : u; }));
        };
        double const h = 1e-6 * std::fmax(1e-4, arithmetics::real_fields(c)[k].value),
                     slope = (shifted(h) - shifted(-h)) / (2.0 * h);
        INFO(arithmetics::real_fields(c)[k].path);
        CHECK(d.derivative[0] == within(slope, 1e-5 * std::abs(slope) + 1e-9 * std::abs(at)));
    }
}

TEST_CASE("the owned share rises with the rent and falls with the owned cost; its cost is least") {
    basic_choice<> const c;
    double last = -1.0;
    for (double rent = 0.5; rent < 12.0; rent += 0.1) {
        auto const price = rent * USD / accelerator_hour;
        auto const x = owned_share(c.load, owning_threshold(c.own, price));
        CHECK(x.value >= last);
        last = x.value;
        double const least = cost_of_owning(c.load, c.own, price, x).base_value;
        for (int i = 0; i <= 50; ++i)
            CHECK(cost_of_owning(c.load, c.own, price, fraction{i / 50.0}).base_value >= least * (1.0 - 1e-12));
    }
    CHECK(last > 0.85); // 1.6/11.7 of the hours, on a piece that falls by one in them
    // slices fill the peak and carry all the load; one more option never costs more
    std::array<tenure_option, 3> const three{c.own, c.reserve, c.rent};
    std::array<tenure_option, 2> const two{c.own, c.rent};
    auto const m = mix_tenures(three, c.load);
    double capacity = 0.0, work = 0.0;
    for (int i = 0; i < m.count; ++i) {
        capacity += m.slice[static_cast<std::size_t>(i)].capacity.value;
        work += m.slice[static_cast<std::size_t>(i)].work.value;
    }
    CHECK(capacity == near(1.0, 1e-12));
    CHECK(work == near(mean_load(c.load).value, 1e-12));
    CHECK(m.total() <= mix_tenures(two, c.load).total());
}

namespace {
template <class T = double>
struct basic_let {
    basic_revenue_lease<T> lease{
        .rent = per_month(T(80.0) * (USD / kilowatt)),
        .share = basic_ratio<T>{T(0.05)},
        .threshold = per_year(T(9.0) * (USD / watt)),
        .term = 10};
    basic_lessor<T> lessor{
        .capital = T(12.5) * (USD / watt),
        .operation = per_year(T(0.1) * (USD / watt)),
        .salvage = basic_fraction<T>{T(0.1)}};
    basic_lessee<T> lessee{
        .capital = T(30.0) * (USD / watt),
        .operation = per_year(T(1.0) * (USD / watt)),
        .revenue = per_year(T(14.0) * (USD / watt)),
        .per_megawatt = T(550.0) * accelerator_unit};
    static constexpr char const* kind = "let";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"lease"}, self.lease...);
        visit(field{"lessor"}, self.lessor...);
        visit(field{"lessee"}, self.lessee...);
    }
};
} // namespace

TEST_CASE("a lease: what one side gains the other pays, at one rate") {
    basic_let<> x;
    x.lessee.discount = x.lessor.discount;
    auto const before = evaluate(x.lease, x.lessor, x.lessee);
    for (double share : {0.0, 0.02, 0.1, 0.3}) {
        x.lease.share = ratio{share};
        auto const now = evaluate(x.lease, x.lessor, x.lessee);
        CHECK(
            (now.lessor_worth + now.lessee_worth).in(USD / watt)
            == near((before.lessor_worth + before.lessee_worth).in(USD / watt), 1e-12)
        );
    }
    // the share that makes the lessor whole makes it exactly so, at any rent
    for (double rent : {20.0, 60.0, 100.0}) {
        x.lease.rent = per_month(rent * USD / kilowatt);
        x.lease.share = ratio{math::max(0.0, share_that_makes_whole(x.lease, x.lessor, x.lessee))};
        CHECK(std::abs(evaluate(x.lease, x.lessor, x.lessee).lessor_worth.in(USD / watt)) < 1e-12 * 12.5);
    }
}

TEST_CASE("a lease over all number types") {
    basic_let<> const x;
    arithmetics::check_all(x, []<class T>(basic_let<T> const& l) {
        auto const o = basic_let<T>{}; // rates of interest at a point: they stand in every year
        auto owner = l.lessor;
        owner.discount = o.lessor.discount;
        auto tenant = l.lessee;
        tenant.hardware_price = o.lessee.hardware_price;
        tenant.revenue_growth = o.lessee.revenue_growth;
        tenant.discount = o.lessee.discount;
        auto terms = l.lease;
        terms.threshold = o.lease.threshold; // what is above it stands in two prices
        return std::array<T, 3>{
            rent_that_makes_whole(owner, 14).value.base_value, rate_of_return(flows_of(terms, owner, tenant)).value,
            flows_of(terms, tenant).at[3].base_value};
    });
}

TEST_CASE("markets: derivatives, packs, and more supply never makes fewer tokens") {
    cheaper_token const c{.price = ratio{0.4}, .energy = ratio{0.7}, .elasticity = 0.8};
    arithmetics::check_all(c, []<class T>(basic_cheaper_token<T> const& x) {
        auto const r = rebound_of(x);
        return std::array<T, 4>{r.tokens.value, r.energy.value, r.spending.value, r.break_even_elasticity};
    });
    // energy rises with elasticity, through what was used before at the break-even
    double last = 0.0;
    double const even = rebound_of(c).break_even_elasticity;
    for (double e = 0.0; e < 3.0; e += 0.05) {
        cheaper_token x = c;
        x.elasticity = e;
        auto const r = rebound_of(x);
        CHECK(r.energy.value > last);
        CHECK((e < even) == (r.energy.value < 1.0));
        last = r.energy.value;
    }
    market m = growing_market(10);
    auto const p = project(m);
    auto more = m;
    more.supply = 1.5 * m.supply;
    auto const q = project(more);
    for (int k = 0; k <= 10; ++k) {
        auto const &a = p.year[static_cast<std::size_t>(k)], &b = q.year[static_cast<std::size_t>(k)];
        CHECK(b.tokens.base_value >= a.tokens.base_value * (1.0 - 1e-12));
        CHECK(b.price.base_value <= a.price.base_value * (1.0 + 1e-12));
        CHECK(a.tokens <= a.demand);
        CHECK(a.clearing.base_value >= a.price.base_value * (1.0 - 1e-12));
        // demand at the clearing price is what is made
        double const cleared = a.demand.base_value * std::pow(a.clearing / a.price, -m.elasticity);
        CHECK(cleared == near(a.tokens.base_value, 1e-9));
        CHECK(a.drawn.value.base_value <= 2e9 * std::pow(1.2, k) * (1.0 + 1e-12));
    }
    // every number type follows: a derivative by its difference, a pack by its lanes, an interval by its middle
    auto const last_tokens = []<class T>(basic_market<T> const& x) { return project(x).year[10].tokens.base_value; };
    auto const fields = arithmetics::real_fields(m);
    auto const wide = last_tokens(arithmetics::mapped<interval>(m, [](std::size_t, double u) {
        return interval(u - 1e-6 * std::abs(u), u + 1e-6 * std::abs(u));
    }));
    CHECK(wide.contains(last_tokens(m)));
    for (std::size_t k = 0; k < fields.size(); ++k) {
        auto const d = last_tokens(arithmetics::mapped<dual>(m, [&](std::size_t i, double u) {
            return i == k ? dual::variable(u) : dual(u);
        }));
        double const v = fields[k].value, h = v == 0.0 ? 1e-7 : 1e-6 * std::abs(v);
        auto const at = [&](double by) {
            return last_tokens(arithmetics::mapped<double>(m, [&](std::size_t i, double u) {
                return i == k ? u + by : u;
            }));
        };
        double const slope = (at(h) - at(-h)) / (2.0 * h);
        INFO(fields[k].path);
        CHECK(
            d.derivative[0]
            == within(slope, 1e-5 * std::abs(slope) + 1e-8 * wide.middle() / std::fmax(std::abs(v), 1e-3))
        );
    }
}

TEST_CASE("budgets: derivatives, intervals, packs") {
    budget_shares const shares{ratio{3.0}, ratio{0.2}, ratio{0.05}, fraction{0.4}};
    arithmetics::check_all(shares, []<class T>(basic_budget_shares<T> const& s) {
        auto const b = budget_of(money<T>{1e6 * USD}, s);
        return std::array<T, 3>{b.experiments.base_value, b.data.base_value, b.people.base_value};
    });
}

TEST_CASE("fleets: power is never exceeded, cost and tokens follow the deliveries") {
    phased_fleet<> f{.quarters = 24, .cohorts = 3, .phases = 2};
    unsigned state = 3; // any fixed seed
    auto const draw = [&] { return (state = state * 1664525u + 1013904223u) / 4294967296.0; };
    for (std::size_t i = 0; i < 3; ++i) {
        auto& c = f.cohort[i];
        for (std::size_t q = 0; q < 24; ++q)
            c.delivered[q] = draw() < 0.4 ? draw() * 1e3 * accelerator_unit : accelerator_count<>{};
        c.life = 8 + 4 * static_cast<int>(i);
        c.ramp = static_cast<int>(i);
        c.output = per_accelerator<token_rate<>>{(100.0 + 200.0 * draw()) * token / second};
        c.serving = at_facility<power<>>{(1.0 + draw()) * kilowatt};
        c.training = at_facility<power<>>{(1.0 + draw()) * kilowatt};
        c.training_share = fraction{0.3 * draw()};
        c.price = per_accelerator<money<>>{4e4 * USD};
    }
    f.phase[0] = {.from = 0, .added = at_facility<power<>>{3.0 * megawatt}};
    f.phase[1] = {.from = 9, .added = at_facility<power<>>{3.0 * megawatt}};
    f.energy_price = 0.08 * USD / kilowatt_hour;
    auto const h = run(f);
    bool bound = false;
    for (std::size_t q = 0; q < 24; ++q) {
        auto const& x = h.quarter[q];
        CHECK(x.drawn.value.base_value <= x.limit.value.base_value * (1.0 + 1e-12));
        CHECK(x.in_use.base_value <= x.installed.base_value * (1.0 + 1e-12));
        bound = bound || x.drawn.value.base_value > 0.999999 * x.limit.value.base_value;
        accelerator_count<> sum{};
        for (auto const& c : x.of_cohort)
            sum += c;
        CHECK(sum.base_value == near(x.in_use.base_value, 1e-12));
    }
    CHECK(bound);
    auto more = f;
    more.phase[0].added = at_facility<power<>>{6.0 * megawatt};
    auto const g = run(more);
    for (std::size_t q = 0; q < 24; ++q)
        CHECK(g.quarter[q].tokens.value.base_value >= h.quarter[q].tokens.value.base_value * (1.0 - 1e-12));
    // over other number types: the quarter's tokens by the first delivery
    auto const tokens = []<class T>(basic_phased_fleet<T> const& x) {
        return run(x).quarter[5].cost.total().base_value;
    };
    auto const wide =
        tokens(arithmetics::mapped<interval>(f, [](std::size_t, double u) { return interval(0.999 * u, 1.001 * u); }));
    CHECK(wide.contains(tokens(f)));
    auto const pack = tokens(arithmetics::mapped<simd>(f, [](std::size_t, double u) { return simd(u); }));
    for (std::size_t lane = 0; lane < simd::size(); ++lane)
        CHECK(pack[lane] == near(tokens(f), 1e-13));
}

namespace {
/// Paths of real fields that move none of the results f lists, seeded one by one.
template <class X, class F>
std::string dead_fields(X const& x, F const& f) {
    std::string dead;
    auto const fields = arithmetics::real_fields(x);
    for (std::size_t k = 0; k < fields.size(); ++k) {
        auto const seeded =
            arithmetics::mapped<dual>(x, [&](std::size_t i, double u) { return i == k ? dual::variable(u) : dual(u); });
        bool moves = false;
        for (dual const& d : f(seeded))
            moves = moves || d.derivative[0] != 0.0;
        if (!moves)
            dead += fields[k].path + ' ';
    }
    return dead;
}
} // namespace

TEST_CASE("every field moves something") {
    auto const b = business();
    CHECK(
        dead_fields(
            b.years,
            [&]<class T>(basic_cash_flow_terms<T> const& years) {
                basic_business<T> x = convert<T>(b);
                x.years = years;
                return std::array<T, 1>{net_present_value(flow_of(x).flows(), x.terms.discount).base_value};
            }
        )
        == ""
    );
    CHECK(
        dead_fields(
            basic_let<>{},
            []<class T>(basic_let<T> const& x) {
                auto const e = evaluate(x.lease, x.lessor, x.lessee);
                return std::array<T, 4>{
                    e.lessor_worth.base_value, e.lessee_worth.base_value, e.per_accelerator_hour.base_value,
                    e.paid.value.base_value};
            }
        )
        == ""
    );
    basic_choice<> c;
    c.load.points = 16;
    for (std::size_t i = 0; i < 16; ++i) {
        c.load.hours[i] = static_cast<double>(i) / 15.0;
        c.load.load[i] = fraction{1.0 - 0.06 * static_cast<double>(i)};
    }
    auto const plan = plan_tenures(std::array<tenure_option, 3>{c.own, c.reserve, c.rent});
    CHECK(
        dead_fields(
            c,
            [&]<class T>(basic_choice<T> const& x) {
                return std::array<T, 1>{
                    mix_tenures(std::array<basic_tenure_option<T>, 3>{x.own, x.reserve, x.rent}, plan, x.load)
                        .total()
                        .base_value};
            }
        )
        == ""
    );
    market m = growing_market(5);
    CHECK(
        dead_fields(
            m,
            []<class T>(basic_market<T> const& x) {
                auto const y = project(x).year[5];
                return std::array<T, 4>{
                    y.clearing.base_value, y.by_accelerators.base_value, y.by_power.base_value, y.price.base_value};
            }
        )
        == ""
    );
    CHECK(
        dead_fields(
            cheaper_token{.price = ratio{0.5}, .energy = ratio{0.6}},
            []<class T>(basic_cheaper_token<T> const& x) { return std::array<T, 1>{rebound_of(x).energy.value}; }
        )
        == ""
    );
    phased_fleet<> f{.quarters = 40, .cohorts = 6, .phases = 6};
    for (std::size_t i = 0; i < 6; ++i) {
        auto& k = f.cohort[i];
        for (auto& n : k.delivered)
            n = 10.0 * accelerator_unit;
        k.life = 4;
        k.output = per_accelerator<token_rate<>>{100.0 * token / second};
        k.serving = at_facility<power<>>{1.0 * kilowatt};
        k.training = at_facility<power<>>{2.0 * kilowatt};
        k.training_share = fraction{0.2};
        k.price = per_accelerator<money<>>{1e4 * USD};
        for (std::size_t a = 0; a < 9; ++a)
            k.resale.share[a] = fraction{1.0 - 0.1 * static_cast<double>(a)};
        f.phase[i] = {
            .from = static_cast<int>(i), .added = at_facility<power<>>{50.0 * kilowatt}, .capital = 1e6 * USD};
    }
    f.energy_price = 0.08 * USD / kilowatt_hour;
    f.grid_carbon = 0.3 * kgCO2e / kilowatt_hour;
    f.staff = 1e5 * USD / year;
    auto const by = [](auto const& x) {
        auto const h = run(x);
        using T = std::remove_cvref_t<decltype(h.quarter[0].drawn.value.base_value)>;
        T tokens = T(0.0), carbon = T(0.0), cost = T(0.0), limit = T(0.0);
        for (auto const& q : h.quarter) {
            tokens = tokens + q.tokens.value.base_value;
            carbon = carbon + q.made.base_value + q.emitted.base_value;
            cost = cost + q.cost.total().base_value;
            limit = limit + q.limit.value.base_value;
        }
        return std::array<T, 4>{tokens, carbon, cost, limit};
    };
    // of resale only the share at the age of leaving, a whole number of years, is asked for: the others are checked by hand
    std::string dead = dead_fields(f, by), rest;
    for (std::size_t at = 0; at < dead.size();) {
        auto const end = dead.find(' ', at);
        std::string const one = dead.substr(at, end - at);
        if (one.find("resale.share") == std::string::npos)
            rest += one + ' ';
        at = end + 1;
    }
    CHECK(rest == "");
}
