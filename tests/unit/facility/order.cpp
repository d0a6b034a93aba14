// Technologies against what is reported of them, and one of a user's own, of which only physics is given, in its place.

#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/electrical.hpp>
#include <tallywatt/facility/performance.hpp>

#include <doctest/doctest.h>

#include <vector>

#include "support.hpp"

using namespace tallywatt;

namespace {

std::vector<climate> const& climates() {
    static std::vector<climate> const all = {catalog::lulea,  catalog::zhangbei, catalog::dublin, catalog::ashburn,
                                             catalog::dallas, catalog::phoenix,  catalog::mumbai, catalog::singapore};
    return all;
}

/// A cold plate and a fan coil at the back of each rack: water takes what plates and coil catch, nothing reaches the room. Its
/// temperatures, fans and pumps are all that is given.
struct rack_coil {
    static constexpr char const* kind = "rack_coil";
    temperature<> water = celsius(22.0);  ///< colder than plates take, warmer than a room's coils
    temperature_difference<> rise = 9.0 * kelvin;
    ratio fans{0.012}, pumps{0.011};
    heat_rejection rejection = catalog::dry_cooler;
    chiller machine = catalog::air_cooled_chiller;

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"water"}, self.water...);
        visit(field{"rise", positive}, self.rise...);
        visit(field{"fans", non_negative}, self.fans...);
        visit(field{"pumps", non_negative}, self.pumps...);
        visit(field{"rejection"}, self.rejection...);
        visit(field{"machine"}, self.machine...);
    }
    [[nodiscard]] constexpr cooling_duty duty(weather const& air) const {
        auto const loop = loop_at(rejection, machine, water, rise, air);
        return {.chiller = loop.chiller, .fans = ratio{fans.value + loop.fans.value}, .pumps = pumps, .water = loop.water};
    }
    [[nodiscard]] constexpr cooling_profile profile() const {
        return {.coolant_supply = water, .liquid_captured = fraction{1.0}, .max_rack_density = 60.0 * kilowatt, .max_heat_flux = 120.0 * watt / square_centimetre};
    }
};

template <class C>
double pue_of(C const& technology, climate const& where, electrical_chain const& chain, double load) {
    basic_facility<C> const f{.cooling = technology, .climate = where, .electrical = chain};
    return perform(prepare(f), f.it_capacity * fraction{load}).pue.value;
}

} // namespace

TEST_CASE("order: technologies in every climate, one of one's own between its neighbours") {
    air_cooling const room = catalog::air_room, aisles = catalog::air_contained;
    direct_to_chip const plates = catalog::direct_to_chip;
    immersion const bath = catalog::immersion_one_phase;
    electrical_chain const chain = catalog::chain_silicon;
    for (auto const& c : climates()) {
        CAPTURE(c.name);
        auto const pue = [&](auto const& t) { return pue_of(t, c, chain, 0.7); };
        CHECK(pue(room) > pue(aisles));
        CHECK(pue(aisles) > pue(plates));
        CHECK(pue(plates) > pue(bath));
        CHECK(pue(rack_coil{}) < pue(aisles));
        CHECK(pue(rack_coil{}) > pue(bath));
        // warmer water, fewer hours of the chiller
        rack_coil warm, cold;
        warm.water = celsius(40.0), cold.water = celsius(12.0);
        CHECK(pue(warm) <= pue(rack_coil{}));
        CHECK(pue(cold) >= pue(rack_coil{}));
    }
}

TEST_CASE("order: with the chain and the load of their time technologies lie in the ranges reported of them") {
    struct reported {
        cooling technology;
        electrical_chain chain;
        double load, low, high, off; ///< off: how far outside a climate may land (docs/cooling.md says why)
    };
    std::vector<reported> const all = {
        {catalog::air_room, catalog::chain_legacy, 0.4, 1.5, 1.8, 0.0},
        {catalog::air_contained, catalog::chain_legacy, 0.4, 1.3, 1.5, 0.04},       // best where the air is cold all year
        {catalog::direct_to_chip, catalog::chain_silicon, 0.7, 1.1, 1.2, 0.04},     // and air for what the plates leave
        {catalog::immersion_one_phase, catalog::chain_rack_battery, 0.7, 1.02, 1.05, 0.05}};
    for (auto const& x : all) {
        int inside = 0;
        for (auto const& c : climates()) {
            double const p = pue_of(x.technology, c, x.chain, x.load);
            INFO(c.name << ": " << p << " of " << x.low << " to " << x.high);
            CHECK(p > x.low - x.off - 1e-12);
            CHECK(p < x.high + x.off + 1e-12);
            inside += p >= x.low && p <= x.high ? 1 : 0;
        }
        CHECK(inside >= 3); // of eight climates
    }
}
