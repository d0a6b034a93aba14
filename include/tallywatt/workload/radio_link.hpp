#pragma once
// A directed radio link above 100 GHz, of the kind claimed for 6G: what its physics carries at a distance, and how far a claimed rate
// reaches.
//
//   received    P G_t G_r (c/(4 pi f d))^2 10^(-a d/10)              Friis, a: attenuation by gases and rain
//   noise       k T B F                                               T 290 K
//   rate        streams B log2(1 + min(received/(noise loss), most))  Shannon; most: what modulation and phase noise allow
//   latency     d/c + processing
//
// Validity: line of sight, aligned antennas, far field (d above 2 D^2 f/c: some 100 m for 30 cm at 300 GHz).
// Reference: Friis 1946; Shannon 1948; ITU-R P.676 (gases), P.838 (rain), M.2160 (claims: peak rates of 50 to 200 Gb/s, 0.1 to 1 ms).
//
//   byte_rate<> const r = carried(radio_link(catalog::sub_terahertz_radio), 1.0 * kilometre);
//   length<> const d = reach_of(radio_link(catalog::sub_terahertz_radio), 1.0 * terabit_per_second);

#include <tallywatt/workload/wan.hpp>

namespace tallywatt {

template <class T = double>
using attenuation = quantity<dim::per<dim::none, dim::length>, T>; ///< of power: decibels per length over 10/ln 10
inline constexpr auto decibel_per_kilometre = 0.23025850929940457 / kilometre; // ln 10/10

template <class T = double>
struct basic_radio_link {
    char const* name = "";
    rate<T> carrier = 300e9 / second;
    rate<T> bandwidth = 25e9 / second;
    power<T> sent = 0.05 * watt;
    basic_ratio<T> antenna{T(1e5)};       ///< gain of each end; 1e5 is 50 dB, a dish of some 15 cm at 300 GHz
    basic_ratio<T> noise{T(10.0)};        ///< F, of the receiver
    basic_ratio<T> losses{T(4.0)};        ///< pointing, feeds, implementation
    basic_ratio<T> most_signal{T(400.0)}; ///< signal over noise that modulation and phase noise can use
    int streams = 2;                      ///< polarisations, or beams apart
    attenuation<T> air = 5.0 * decibel_per_kilometre;
    attenuation<T> rain{};
    duration<T> processing = 20.0 * microsecond; ///< one way: modem, error correction, packet

    static constexpr char const* kind = "radio_link";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source guess{"assumed", "2026", confidence::assumed};
        visit(field{"name"}, self.name...);
        visit(field{"carrier", positive, {"bands above 275 GHz", "2019", confidence::high}}, self.carrier...);
        visit(
            field{"bandwidth", positive, {"IEEE 802.15.3d: channels of 2.16 to 69 GHz", "2017", confidence::high}},
            self.bandwidth...
        );
        visit(field{"sent", positive, guess}, self.sent...);
        visit(field{"antenna", at_least(1.0), guess}, self.antenna...);
        visit(
            field{"noise", at_least(1.0), {"receivers at 300 GHz, 10 to 15 dB", "2024", confidence::low}}, self.noise...
        );
        visit(field{"losses", at_least(1.0), guess}, self.losses...);
        visit(
            field{"most_signal", positive, {"64-QAM takes about 26 dB", "2024", confidence::medium}},
            self.most_signal...
        );
        visit(field{"streams", between(1, 64), guess}, self.streams...);
        visit(
            field{"air", non_negative, {"ITU-R P.676, 300 GHz, 7.5 g/m3 of vapour; recalled", "2022", confidence::low}},
            self.air...
        );
        visit(field{"rain", non_negative}, self.rain...);
        visit(field{"processing", non_negative, guess}, self.processing...);
    }
    constexpr operator basic_radio_link<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using radio_link = basic_radio_link<>;

/// k T at 290 K: noise power per bandwidth.
inline constexpr auto thermal_noise = 1.380649e-23 * 290.0 * joule;

/// Signal over noise at a distance.
template <class T>
constexpr basic_ratio<T> signal_to_noise(basic_radio_link<T> const& l, length<T> const& distance) {
    constexpr double four_pi = 12.566370614359172;
    T const spread = speed_of_light / (four_pi * (l.carrier * distance));
    T const through = math::exp(-T((l.air + l.rain) * distance));
    T const clean = l.sent / (thermal_noise * l.bandwidth);
    return basic_ratio<T>{
        clean * l.antenna.value * l.antenna.value * (spread * spread) * through / (l.noise.value * l.losses.value)};
}
/// What the link carries over a distance, one way.
template <class T>
constexpr byte_rate<T> carried(basic_radio_link<T> const& l, length<T> const& distance) {
    T const seen = math::min(signal_to_noise(l, distance).value, l.most_signal.value);
    T const bits = T(double(l.streams) / 0.6931471805599453) * math::log(T(1.0) + seen);
    return bits * l.bandwidth * bit;
}
template <class T>
constexpr duration<T> one_way_latency(basic_radio_link<T> const& l, length<T> const& distance) {
    return distance / speed_of_light + l.processing;
}

/// How far a rate reaches; nothing where the link does not carry it at a metre.
constexpr length<> reach_of(radio_link const& l, byte_rate<> const& rate) {
    double near = 1.0, far = 1e6;
    if (carried(l, near * metre) < rate)
        return {};
    for (int i = 0; i < 80; ++i) {
        double const middle = math::sqrt(near * far);
        (carried(l, middle * metre) < rate ? far : near) = middle;
    }
    return near * metre;
}

/// What a claim about such a link comes to.
struct radio_claim {
    byte_rate<> rate{};         ///< claimed
    length<> distance{};        ///< that it has to cross
    duration<> latency{};       ///< claimed, one way
    byte_rate<> carried{};      ///< by physics at that distance
    length<> reach{};           ///< of the claimed rate
    int hops = 0;               ///< of the claimed rate to cross the distance; 0: not at all
    duration<> least_latency{}; ///< light's way and the processing of all hops
    int parallel = 0;           ///< links side by side to carry what is needed; 0: no number does
    [[nodiscard]] constexpr bool rate_holds() const { return carried >= rate; }
    [[nodiscard]] constexpr bool latency_holds() const { return hops > 0 && least_latency <= latency; }
};
/// needed: what training across the sites needs, one way.
constexpr radio_claim examine(
    radio_link const& l, byte_rate<> const& rate, length<> const& distance, duration<> const& latency,
    byte_rate<> const& needed
) {
    validate(l);
    if (!(distance > length<>{}))
        throw invalid_input("radio.distance", distance.in(kilometre), "km", "a link crosses some distance");
    if (!(rate > byte_rate<>{}))
        throw invalid_input("radio.rate", rate.in(gigabit_per_second), "Gb/s", "a claim is about some rate");
    radio_claim c{.rate = rate, .distance = distance, .latency = latency};
    c.carried = carried(l, distance);
    c.reach = reach_of(l, rate);
    if (c.reach > length<>{}) {
        double const hops = math::ceil(distance / c.reach * (1.0 - 1e-12)),
                     links = math::ceil(needed / rate * (1.0 - 1e-12));
        if (hops < 1e9)
            c.hops = static_cast<int>(hops);
        if (links < 1e9)
            c.parallel = static_cast<int>(links);
        c.least_latency = distance / speed_of_light + hops * l.processing;
    }
    return c;
}

/// The link as one between sites, at what it carries over a distance.
template <class T>
constexpr basic_wan_link<T> link_of(basic_radio_link<T> const& l, length<T> const& distance, int parallel = 1) {
    return {
        .name = l.name,
        .distance = distance,
        .route = basic_ratio<T>{T(1.0)},
        .group_index = basic_ratio<T>{T(1.0)},
        .equipment = l.processing,
        .rate = one_way_rate<T>{T(double(parallel)) * carried(l, distance)}};
}

} // namespace tallywatt
