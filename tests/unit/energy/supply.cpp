#include <tallywatt/catalog/generation.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/energy.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <span>
#include <string>

#include "approx.hpp"

using namespace tallywatt;

namespace {
constexpr discount_rate seven{0.07};
constexpr at_facility<power<>> mean{90.0 * megawatt}, peak{100.0 * megawatt};
double per_year_of(money_rate<> const& r) { return (r * year).in(1e6 * USD); }

/// A source of one's own: a river turbine that costs capital only.
struct river {
    static constexpr char const* kind = "river";
    money_per_power<> price = 3000.0 * USD / kilowatt;
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"price", non_negative}, self.price...);
    }
    [[nodiscard]] constexpr prepared_supply prepared(discount_rate const& discount) const {
        prepared_supply p{};
        p.up_front = price;
        p.capital = held_at(price * capital_recovery_factor(discount, 40));
        return p;
    }
};

/// Paths of the fields that no key covers, one after the other.
template <class X>
std::string unsourced(X const& x, std::span<sourced_field const> sources) {
    std::string missing;
    walk(
        [&](field_path const& path, field const&, auto const&) {
            if (source_of(sources, path.text()).title == nullptr)
                missing += path.text() + ' ';
        },
        field_path{}, x
    );
    return missing;
}
} // namespace

TEST_CASE("grid: energy, demand, carbon and water by hand") {
    grid const g{
        .energy_price = 0.06 * USD / kilowatt_hour,
        .demand = demand_per_month(10.0 * USD / kilowatt),
        .losses = fraction{0.10},
        .location_based = 300.0 * gCO2e / kilowatt_hour,
        .market_based = 50.0 * gCO2e / kilowatt_hour,
        .water = 2.0 * litre / kilowatt_hour,
        .availability = availability{0.999}};
    auto const r = perform(prepare(g, seven), mean, peak);
    CHECK(r.import.value.in(megawatt) == near(100.0, 1e-12)); // 90/0.9
    CHECK(r.peak_import.value.in(megawatt) == near(111.1111111111111, 1e-12));
    CHECK(per_year_of(r.cost.energy) == near(52.56, 1e-12));              // 100 MW * 8,760 h * 60 USD/MWh
    CHECK(per_year_of(r.cost.demand) == near(13.333333333333334, 1e-12)); // 111.1 MW * 120 USD/kW
    CHECK(per_year_of(r.cost.fuel + r.cost.operation + r.cost.capital) == 0.0);
    CHECK((r.location_based * year).in(tCO2e) == near(262'800.0, 1e-12));
    CHECK((r.market_based * year).in(tCO2e) == near(43'800.0, 1e-12));
    CHECK((r.source_water * year).in(cubic_metre) == near(1'752'000.0, 1e-12));
    CHECK(r.availability.value == 0.999);
    CHECK((mean.value * r.price).base_value == near(r.cost.total().base_value, 1e-14));
}

TEST_CASE("gas generation: fuel, carbon and capital by hand") {
    gas_generation const g{
        .overnight = 1000.0 * USD / kilowatt,
        .construction_years = 1,
        .life_years = 20,
        .fixed = per_year(20.0 * USD / kilowatt),
        .variable = 3.0 * USD / megawatt_hour,
        .heat_rate = ratio{6370.0 * (british_thermal_unit / kilowatt_hour)},
        .fuel_price = 4.3 * USD / million_btu,
        .losses = fraction{0.0},
        .unit_availability = availability{0.9},
        .units_needed = 1,
        .units_installed = 2};
    auto const r = perform(prepare(g, discount_rate{0.0}), mean, peak);
    // fuel 6.370 MMBtu/MWh * 4.3 = 27.391 USD/MWh; CO2 6.37 * 53.06 = 337.99 kg/MWh (published as 338 g/kWh)
    CHECK((r.cost.fuel / mean.value).in(USD / megawatt_hour) == near(27.391, 1e-12));
    CHECK((r.location_based / mean.value).in(gCO2e / kilowatt_hour) == near(337.9922, 1e-12));
    // two units of 100 MW at 1,000 USD/kW over 20 years, no interest; 20 USD/kW-year each; 3 USD/MWh
    CHECK(r.up_front.in(1e6 * USD) == near(200.0, 1e-12));
    CHECK(per_year_of(r.cost.capital) == near(10.0, 1e-12));
    CHECK(per_year_of(r.cost.operation) == near(4.0 + 90.0 * 8760.0 * 3.0 / 1e6, 1e-12));
    CHECK(r.import.value.base_value == 0.0);
    CHECK(r.availability.value == near(0.99, 1e-14));
    CHECK((mean.value * r.price).base_value == near(r.cost.total().base_value, 1e-14));

    // Built over three years at 10 %: spending in the middle of 36 months, x = 1.1^(1/12): x^(1/2) (x^36 - 1)/(36 (x - 1)) =
    // 1.15762 of overnight; losses of 2 % take more of everything: plant, fuel, carbon.
    double const x = std::pow(1.1, 1.0 / 12.0), completed = std::sqrt(x) * 0.331 / (36.0 * (x - 1.0));
    CHECK(completed == near(1.15762, 1e-5)); // six digits
    gas_generation slow = g;
    slow.construction_years = 3;
    slow.losses = fraction{0.02};
    auto const late = perform(prepare(slow, discount_rate{0.10}), mean, peak);
    CHECK(late.up_front.in(1e6 * USD) == near(200.0 * completed / 0.98, 1e-12));
    // CRF(10 %, 20) = 0.1/(1 - 1.1^-20) = 0.117459624769
    CHECK(per_year_of(late.cost.capital) == near(200.0 * completed / 0.98 * 0.117459624769, 1e-10));
    CHECK((late.cost.fuel / r.cost.fuel) == near(1.0 / 0.98, 1e-12));
    CHECK((late.location_based / r.location_based) == near(1.0 / 0.98, 1e-12));

    gas_generation fewer = g;
    fewer.units_needed = 3;
    CHECK_THROWS_AS(check(fewer), invalid_input);
    CHECK_THROWS_AS(check(supply{fewer}), invalid_input);
}

TEST_CASE("gas generation: levelised price lies in the published range") {
    // Lazard 2025, new combined cycle: about 48 to 109 USD/MWh; here N+1 at 90 % load factor
    auto const r = perform(prepare(supply{catalog::combined_cycle}, seven), mean, peak);
    CHECK(r.price.in(USD / megawatt_hour) > 48.0);
    CHECK(r.price.in(USD / megawatt_hour) < 109.0);
    // UNECE life cycle 403 to 513 gCO2e/kWh, with construction
    double const life_cycle = ((r.location_based + r.upstream) / mean.value).in(gCO2e / kilowatt_hour);
    CHECK(life_cycle > 403.0);
    CHECK(life_cycle < 513.0);
}

TEST_CASE("grid: the split of the published average adds up again") {
    // At 80 % load factor and without own losses, Virginia's industrial average of 0.0892 USD/kWh and Texas' of 0.066
    struct {
        grid g;
        double average;
    } const cases[] = {{catalog::pjm_virginia, 0.0892}, {catalog::ercot_texas, 0.066}};
    for (auto const& c : cases) {
        grid g = c.g;
        g.losses = fraction{0.0};
        auto const r = perform(prepare(g, seven), at_facility<power<>>{80.0 * megawatt}, peak);
        CHECK(r.price.in(USD / kilowatt_hour) == near(c.average, 0.01)); // the split is rounded to 1 %
    }
}

TEST_CASE("supply: a source of one's own composes, alone and in a variant") {
    auto const alone = perform(prepare(river{}, discount_rate{0.0}), mean, peak);
    CHECK(per_year_of(alone.cost.total()) == near(7.5, 1e-12)); // 300 MUSD over 40 years
    CHECK(alone.import.value.base_value == 0.0);
    std::variant<grid, river> const held{river{}};
    CHECK(perform(prepare(held, discount_rate{0.0}), mean, peak).cost.total() == alone.cost.total());
    static_assert(power_source<river, double> && power_source<grid, double> && power_source<gas_generation, double>);
    static_assert(!power_source<capacity_charge, double>);
}

TEST_CASE("supply: evaluates at compile time") {
    constexpr auto p = prepare(convert<double>(catalog::combined_cycle), discount_rate{0.07});
    constexpr auto r = perform(p, at_facility<power<>>{90.0 * megawatt}, at_facility<power<>>{100.0 * megawatt});
    static_assert(r.cost.fuel.base_value > 0.0 && r.import.value.base_value == 0.0);
    CHECK(r.cost.total().base_value > 0.0);
}

TEST_CASE("clean share: through contracts, mixes and microgrids by hand") {
    auto const share = [](auto const& s) { return prepare(s, seven).clean.value; };
    grid const g{.energy_price = 50.0 * USD / megawatt_hour, .clean = fraction{0.4}};
    CHECK(share(g) == near(0.4, 1e-14));
    CHECK(share(variable_generation{.capacity_factor = fraction{0.3}}) == 1.0);
    generation const burning{}, reactor{.clean = fraction{1.0}};
    CHECK(share(burning) == 0.0);
    CHECK(share(reactor) == 1.0);
    contract const c{.grid = g, .share = fraction{0.5}, .strike = 50.0 * USD / megawatt_hour, .clean = fraction{0.9}};
    CHECK(share(c) == near(0.5 * 0.9 + 0.5 * 0.4, 1e-14));
    CHECK(share(mixed_supply{.first = g, .second = reactor, .energy_share = fraction{0.25}}) == near(0.75 * 0.4 + 0.25, 1e-14));
    // of the load a fifth is burnt and three tenths are bought: 1 - 0.2 - 0.3 * 0.6
    microgrid m{.firm = burning, .grid = g};
    m.year.load_factor = ratio{1.0};
    m.year.firm = ratio{0.2};
    m.year.import = ratio{0.3};
    CHECK(share(m) == near(1.0 - 0.2 - 0.3 * 0.6, 1e-14));
    CHECK(perform(prepare(g, seven), mean, peak).clean.value == near(0.4, 1e-14));
}

TEST_CASE("catalog: every field of grids and sources has a source and is valid") {
    CHECK(unsourced(catalog::pjm_virginia, catalog::pjm_virginia_sources).empty());
    CHECK(unsourced(catalog::ercot_texas, catalog::ercot_texas_sources).empty());
    CHECK(unsourced(catalog::sweden, catalog::sweden_sources).empty());
    CHECK(unsourced(catalog::combined_cycle, catalog::combined_cycle_sources).empty());
    CHECK(
        unsourced(catalog::combined_cycle, std::span(catalog::combined_cycle_sources).first(3)).find("heat_rate")
        != std::string::npos
    ); // the check can fail
    CHECK_NOTHROW(validate(catalog::pjm_virginia));
    CHECK_NOTHROW(validate(catalog::ercot_texas));
    CHECK_NOTHROW(validate(catalog::sweden));
    CHECK_NOTHROW(validate(catalog::combined_cycle));
}
