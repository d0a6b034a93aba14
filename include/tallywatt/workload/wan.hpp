#pragma once
// A link between training sites: what light in fibre takes, and what passes.
//
//   one-way latency  n route L/c + equipment        n group index of the fibre, 4.9 us per km
//   farthest site    (budget - equipment) c/(n route)
//
// 100 us one way is at most 20.4 km of fibre, and half of that there and back, whatever the link carries.
// Reference: ITU-T G.652 fibre, group index 1.4676 to 1.4682 at 1,310 and 1,550 nm.
//
//   duration<> const d = one_way_latency(wan_link{.distance = 100.0 * kilometre, .rate = one_way(1.0 * terabit_per_second)});

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

inline constexpr auto speed_of_light = 299'792'458.0 * metre / second;  // exact, by definition of the metre

/// A site's link to the other sites.
template <class T = double>
struct basic_wan_link {
    static constexpr char const* kind = "wan_link";
    char const* name = "";
    length<T> distance{};                        ///< straight line to the farthest neighbour
    basic_ratio<T> route{T(1.3)};                ///< fibre laid over straight distance
    basic_ratio<T> group_index{T(1.468)};
    duration<T> equipment = 20.0 * microsecond;  ///< one way: transponders with error correction, routers of both ends
    one_way_rate<T> rate{};                      ///< of a site, all fibres together
    basic_fraction<T> share{T(0.90)};            ///< of it, achieved by collectives
    money_rate<T> lease{};                       ///< of a site's link

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"distance", non_negative}, self.distance...);
        visit(field{"route", at_least(1.0), {"planning practice: roads and ducts are 1.2 to 1.4 times the straight line", "2026", confidence::low}}, self.route...);
        visit(field{"group_index", at_least(1.0), {"ITU-T G.652 fibre, 1.4682 at 1,550 nm: 4.897 us per km", "2016", confidence::high}}, self.group_index...);
        visit(field{"equipment", non_negative, {"assumed; error correction alone adds 15 to 150 us on long coherent links, under 1 us on short ones", "2026", confidence::assumed}}, self.equipment...);
        visit(field{"rate", positive}, self.rate...);
        visit(field{"share", positive, {"assumed: what many parallel streams reach of a link of one's own", "2026", confidence::assumed}}, self.share...);
        visit(field{"lease", non_negative}, self.lease...);
    }
    constexpr operator basic_wan_link<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
    /// What a collective gets of it, one way.
    [[nodiscard]] constexpr byte_rate<T> achieved() const { return rate.value * share; }
};
using wan_link = basic_wan_link<>;

template <class T>
constexpr duration<T> one_way_latency(basic_wan_link<T> const& l) {
    return l.distance * l.route.value * l.group_index.value / speed_of_light + l.equipment;
}
/// The straight distance that a budget of one-way time reaches; none where the equipment takes all of it.
template <class T>
constexpr length<T> reach(basic_wan_link<T> const& l, duration<T> const& one_way) {
    return math::max(one_way - l.equipment, duration<T>{}) * speed_of_light / (l.route.value * l.group_index.value);
}

}  // namespace tallywatt
