#pragma once
// Fibre between sites: what a route needs to carry a rate (pairs, transponders, amplifiers), what that costs built, as dark fibre, or
// leased by capacity, and the link it makes.
//
//   channels    ceil(rate/channel rate)           pairs  ceil(channels/channels of a pair)
//   amplifiers  pairs (ceil(length/span) - 1)     regenerations  channels (ceil(length/reach) - 1), each two transponders
//   built       (construction + fibre) x length + transponders + amplifiers;    dark  fibre by pair, bought for its life
//   leased      rate x length x price
//   per Gb/s, km and year   yearly cost/(rate length)
//
// Length is the route's, not the straight line. Counts are planned in double; costs are evaluated in any number type at those counts.
// Reference: Fiber Broadband Association and Cartesian, fiber deployment cost reports 2023 to 2025; OIF 400ZR; planning practice for
// amplifier spans of 80 km.
//
//   fibre_plan const p = plan_fibre(route, 130.0 * kilometre, one_way(100.0 * terabit_per_second));

#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/workload/wan.hpp>

namespace tallywatt {

enum class fibre_holding : unsigned char { built, dark, leased };

template <class T = double>
struct basic_fibre_route {
    char const* name = "";
    length<T> span = 80.0 * kilometre;     ///< between amplifiers
    length<T> reach = 1'000.0 * kilometre; ///< of a channel without regeneration
    one_way_rate<T> channel = one_way(400.0 * gigabit_per_second);
    int channels = 64;                                             ///< of a pair
    money_per_length<T> construction = 59'000.0 * USD / kilometre; ///< of the route
    money_per_length<T> pair = 2'000.0 * USD / kilometre;          ///< of dark fibre, for its life
    money<T> transponder = 5'000.0 * USD;                          ///< each end of a channel
    power<T> transponder_draw = 20.0 * watt;
    money<T> amplifier = 30'000.0 * USD; ///< of a pair at a site, both ways, with its share of the hut
    power<T> amplifier_draw = 150.0 * watt;
    money_rate_per_length<T> upkeep = 600.0 * USD / (kilometre * year); ///< of the route: built or dark
    money_per_data_length<T> lease = 3.0 * USD / (gigabit_per_second * kilometre * year);
    duration<T> amplifier_delay = 0.15 * microsecond; ///< fibre inside it
    int life = 20;                                    ///< years, of fibre
    int equipment_life = 7;                           ///< years

    static constexpr char const* kind = "fibre_route";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source guess{"assumed", "2026", confidence::assumed};
        visit(field{"name"}, self.name...);
        visit(field{"span", positive, {"planning practice, 80 to 100 km", "2025", confidence::medium}}, self.span...);
        visit(
            field{
                "reach",
                positive,
                {"400G ZR+ on amplified routes: about 1,000 km; 400ZR 120 km", "2024", confidence::medium}},
            self.reach...
        );
        visit(field{"channel", positive, {"OIF 400ZR", "2020", confidence::high}}, self.channel...);
        visit(
            field{
                "channels", between(1, 512), {"4.8 THz of the C band at 75 GHz spacing: 64", "2020", confidence::high}},
            self.channels...
        );
        visit(
            field{
                "construction",
                non_negative,
                {"Fiber Broadband Association: median 18 USD/ft underground in 2025", "2025", confidence::high}},
            self.construction...
        );
        visit(field{"pair", non_negative, guess}, self.pair...);
        visit(field{"transponder", non_negative, guess}, self.transponder...);
        visit(
            field{"transponder_draw", non_negative, {"400ZR 14 to 20 W, ZR+ 18 to 22 W", "2024", confidence::medium}},
            self.transponder_draw...
        );
        visit(field{"amplifier", non_negative, guess}, self.amplifier...);
        visit(field{"amplifier_draw", non_negative, guess}, self.amplifier_draw...);
        visit(field{"upkeep", non_negative, guess}, self.upkeep...);
        visit(field{"lease", non_negative, guess}, self.lease...);
        visit(
            field{
                "amplifier_delay",
                non_negative,
                {"some 30 m of doped fibre; no compensating fibre", "2020", confidence::medium}},
            self.amplifier_delay...
        );
        visit(field{"life", between(1, 60), {"usual term of rights of use", "2012", confidence::medium}}, self.life...);
        visit(field{"equipment_life", between(1, 30), guess}, self.equipment_life...);
    }
    constexpr operator basic_fibre_route<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using fibre_route = basic_fibre_route<>;

struct fibre_plan {
    length<> route{};
    one_way_rate<> carried{}; ///< asked for
    int channels = 0, pairs = 0;
    int sites = 0;        ///< of amplifiers, on the way
    int amplifiers = 0;   ///< pairs x sites
    int transponders = 0; ///< ends and regenerations
};

/// What a route of that length needs to carry a rate. Throws invalid_input for what makes no sense.
constexpr fibre_plan plan_fibre(fibre_route const& r, length<> const& route, one_way_rate<> const& rate) {
    validate(r);
    auto const count = [](double x) { return static_cast<int>(math::ceil(x * (1.0 - 1e-12))); };
    if (!(route > length<>{} && route < 4e7 * metre))
        throw invalid_input(
            "fibre.length", route.in(kilometre), "km",
            "a route on Earth is longer than nothing and shorter than 40,000 km"
        );
    if (!(rate.value > byte_rate<>{} && rate.value < 1e9 * terabit_per_second))
        throw invalid_input("fibre.rate", rate.value.in(terabit_per_second), "Tb/s", "a route carries some rate");
    fibre_plan p{.route = route, .carried = rate};
    p.channels = count(rate / r.channel);
    p.pairs = (p.channels + r.channels - 1) / r.channels;
    p.sites = count(route / r.span) - 1;
    p.amplifiers = p.pairs * p.sites;
    p.transponders = 2 * p.channels * count(route / r.reach);
    return p;
}

template <class T = double>
struct fibre_cost_lines {
    static constexpr char const* kind = "fibre_cost";
    money_rate<T> construction{}, fibre{}, transponders{}, amplifiers{}, upkeep{}, lease{}; ///< capital recovered
    [[nodiscard]] constexpr money_rate<T> total() const { return detail::sum_of<money_rate<T>>(*this); }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"construction"}, self.construction...);
        visit(field{"fibre"}, self.fibre...);
        visit(field{"transponders"}, self.transponders...);
        visit(field{"amplifiers"}, self.amplifiers...);
        visit(field{"upkeep"}, self.upkeep...);
        visit(field{"lease"}, self.lease...);
    }
};

/// Yearly cost of a route, held in one of three ways; a leased rate is lit by whoever leases it out.
template <class T>
constexpr fibre_cost_lines<T> fibre_cost(
    fibre_plan const& p, basic_fibre_route<T> const& r, fibre_holding held,
    basic_discount_rate<real_terms, T> const& discount
) {
    fibre_cost_lines<T> c;
    if (held == fibre_holding::leased) {
        c.lease = r.lease * (T(1.0) * (p.carried.value * p.route));
        return c;
    }
    rate<T> const lasting = capital_recovery_factor(discount, r.life);
    rate<T> const soon = capital_recovery_factor(discount, r.equipment_life);
    if (held == fibre_holding::built)
        c.construction = r.construction * p.route * lasting;
    else
        c.fibre = r.pair * p.route * T(double(p.pairs)) * lasting;
    c.transponders = T(double(p.transponders)) * r.transponder * soon;
    c.amplifiers = T(double(p.amplifiers)) * r.amplifier * soon;
    c.upkeep = r.upkeep * p.route;
    return c;
}

/// Power along the route, ends included.
template <class T>
constexpr power<T> fibre_power(fibre_plan const& p, basic_fibre_route<T> const& r) {
    return T(double(p.transponders)) * r.transponder_draw + T(double(p.amplifiers)) * r.amplifier_draw;
}
/// What a rate over a length costs, per both and time.
template <class T>
constexpr money_per_data_length<T> price_of_line(fibre_cost_lines<T> const& c, fibre_plan const& p) {
    return c.total() / (p.carried.value * p.route);
}

/// The link that a route makes: its length for the distance, its amplifiers in the equipment's time, its cost for the lease.
template <class T>
constexpr basic_wan_link<T>
link_of(basic_wan_link<T> ends, fibre_plan const& p, basic_fibre_route<T> const& r, fibre_cost_lines<T> const& c) {
    ends.distance = T(1.0) * p.route;
    ends.route = basic_ratio<T>{T(1.0)};
    ends.equipment += T(double(p.sites)) * r.amplifier_delay;
    ends.rate = one_way_rate<T>{T(double(p.channels)) * r.channel.value};
    ends.lease = c.total();
    return ends;
}

} // namespace tallywatt
