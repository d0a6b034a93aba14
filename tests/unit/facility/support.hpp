#pragma once
// A small climate and technologies of one's own for the tests.

#include <tallywatt/facility.hpp>

#include <initializer_list>

namespace test {

using namespace tallywatt;

struct row {
    double dry, wet, hours;
};

inline climate climate_of(std::initializer_list<row> rows) {
    climate c{.name = "test", .bins = {}};
    for (row const& r : rows)
        c.bins.bin[static_cast<std::size_t>(c.bins.count++)] = {celsius(r.dry), celsius(r.wet), r.hours * hour};
    return c;
}

/// A technology of one's own that needs nothing.
struct no_cooling {
    static constexpr char const* kind = "no_cooling";
    template <class V, class... S>
    static constexpr void each(V&&, S&&...) {}
    [[nodiscard]] constexpr cooling_duty duty(weather const&) const { return {}; }
    [[nodiscard]] constexpr cooling_profile profile() const { return {}; }
};

/// A technology of one's own: cold sea water, pumps only.
template <class T = double>
struct basic_sea_water {
    static constexpr char const* kind = "sea_water";
    basic_ratio<T> pump_power{T(0.03)};
    money_per_power<T> price = 0.9 * USD / watt;
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"pump_power", non_negative}, self.pump_power...);
        visit(field{"price", non_negative}, self.price...);
    }
    [[nodiscard]] constexpr basic_cooling_duty<T> duty(basic_weather<T> const&) const {
        return {.chiller = {}, .fans = {}, .pumps = pump_power, .water = {}};
    }
    [[nodiscard]] constexpr basic_cooling_profile<T> profile() const {
        basic_cooling_profile<T> p{};
        p.coolant_supply = celsius(15.0);
        p.liquid_captured = basic_fraction<T>{T(1.0)};
        p.capital = price;
        return p;
    }
};

inline constexpr electrical_chain no_losses{.transformer = {}, .ups = {}, .distribution = {}};

} // namespace test
