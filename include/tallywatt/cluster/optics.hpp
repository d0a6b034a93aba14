#pragma once
// Link media: what a medium costs, draws, reaches and breaks, per rate. One concept, and a type for each family:
//
//   basic_copper_cable     passive (DAC) and active (ACC, AEC) cables     end = equaliser or retimer, none when passive
//   basic_backplane        cable cartridges and midplanes in a rack       priced per link, no ends
//   basic_pluggable        modules with retimers both ways (DSP), one way (linear receive) or none (linear):
//                          e_end = front end + retimer (1, 1/2, 0) + host (0, 1/2, 1) of what the host's equaliser adds
//   basic_co_packaged      engines beside the switch chip, lasers in modules of their own that several engines share:
//                          e_end = engine + laser
//   basic_chip_photonics   optical chiplets inside packages, chip to chip
//
//   P_end = e_end 8 R   (R in bytes)      end price = price per rate R      failures of an end = sum of its parts'
//   latency = 2 end latency + distance/(share of c)
//
// J per bit are per end and one way: a 1.6 Tb/s module of 30 W takes 18.75 pJ/bit, its link twice that.
// Validity: rates of one generation of lanes (25 to 200 Gb/s); reach is that of the lane rate a medium is made for.
// Reference: IEEE 802.3 reaches; OIF and LPO MSA on retimed, half-retimed and linear modules; figures in catalog/media.hpp.
//
//   basic_fabric_link<> l = link_of(pluggable(catalog::dsp_800g), one_way(100.0 * GB_per_second), 40.0 * metre);

#include <tallywatt/cluster/link.hpp>

#include <concepts>
#include <span>
#include <variant>

namespace tallywatt {

/// Price per Gb/s, as price lists are read.
template <class T>
constexpr money_per_byte_rate<T> USD_per_gigabit_per_second(T const& x) {
    return x * (USD / gigabit_per_second);
}

namespace detail {
inline constexpr auto light_speed = 299'792'458.0 * metre / second; // exact, by definition of the metre
} // namespace detail

/// What a link asks of a medium: per-bit energy and price of an end at any rate, cable, reach, failures, latency.
template <class M>
concept link_medium = described<M> && requires(M const& m) {
    { m.name } -> std::convertible_to<char const*>;
    end_energy(m);   // energy_per_data of one end
    end_price(m);    // money_per_byte_rate of one end
    cable_base(m);   // money of a link's cable, whatever its length
    cable_metre(m);  // money_per_length of it
    reach_of(m);     // length
    end_failures(m); // rate
    cable_failures(m);
    end_latency(m); // duration
    light_share(m); // basic_fraction: speed in the medium over that of light
    { modules_of(m) } -> std::convertible_to<int>;
};

/// A medium at a rate, over a distance.
template <link_medium M, class T>
constexpr basic_fabric_link<T> link_of(M const& m, one_way_rate<T> const& at, length<T> const& distance) {
    basic_fabric_link<T> l;
    l.name = m.name;
    l.modules = modules_of(m);
    l.end_price = end_price(m) * at.value;
    l.end_power = end_energy(m) * at.value;
    l.cable_price = cable_base(m) + cable_metre(m) * distance;
    l.distance = distance;
    l.reach = reach_of(m);
    l.end_failures = end_failures(m);
    l.cable_failures = cable_failures(m);
    l.latency = 2.0 * end_latency(m) + distance / (light_share(m).value * detail::light_speed);
    return l;
}

/// What stands at every kind of medium.
template <class T = double>
struct basic_run {
    static constexpr char const* kind = "run";
    money<T> cable{};            ///< of a link, whatever its length
    money_per_length<T> metre{}; ///< of its length
    length<T> reach{};
    rate<T> failures{};                ///< of the cable
    basic_fraction<T> light{T(0.681)}; ///< speed over that of light: 1/1.468 in fibre

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"cable", non_negative}, self.cable...);
        visit(field{"metre", non_negative}, self.metre...);
        visit(field{"reach", positive}, self.reach...);
        visit(field{"failures", non_negative}, self.failures...);
        visit(
            field{
                "light",
                positive,
                {"group index of standard single-mode fibre, 1.468 at 1,310 nm", "2020", confidence::high}},
            self.light...
        );
    }
};

/// Twinaxial cables with plugs.
template <class T = double>
struct basic_copper_cable {
    static constexpr char const* kind = "copper_cable";
    char const* name = "";
    energy_per_data<T> equaliser{}; ///< in each plug; next to nothing in a passive cable
    money_per_byte_rate<T> plug{};  ///< each, with its chip
    duration<T> latency{};          ///< of each plug
    rate<T> plug_failures{};
    basic_run<T> run{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"equaliser", non_negative}, self.equaliser...);
        visit(field{"plug", non_negative}, self.plug...);
        visit(field{"latency", non_negative}, self.latency...);
        visit(field{"plug_failures", non_negative}, self.plug_failures...);
        visit(field{"run"}, self.run...);
    }
    constexpr operator basic_copper_cable<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
    friend constexpr energy_per_data<T> end_energy(basic_copper_cable const& m) { return m.equaliser; }
    friend constexpr money_per_byte_rate<T> end_price(basic_copper_cable const& m) { return m.plug; }
    friend constexpr rate<T> end_failures(basic_copper_cable const& m) { return m.plug_failures; }
    friend constexpr duration<T> end_latency(basic_copper_cable const& m) { return m.latency; }
    friend constexpr int modules_of(basic_copper_cable const&) { return 0; }
};
using copper_cable = basic_copper_cable<>;

/// Copper that is part of a rack: cartridges of cables, midplanes.
template <class T = double>
struct basic_backplane {
    static constexpr char const* kind = "backplane";
    char const* name = "";
    money_per_byte_rate<T> connector{}; ///< at each end
    rate<T> connector_failures{};
    basic_run<T> run{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"connector", non_negative}, self.connector...);
        visit(field{"connector_failures", non_negative}, self.connector_failures...);
        visit(field{"run"}, self.run...);
    }
    constexpr operator basic_backplane<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
    friend constexpr energy_per_data<T> end_energy(basic_backplane const&) { return {}; }
    friend constexpr money_per_byte_rate<T> end_price(basic_backplane const& m) { return m.connector; }
    friend constexpr rate<T> end_failures(basic_backplane const& m) { return m.connector_failures; }
    friend constexpr duration<T> end_latency(basic_backplane const&) { return {}; }
    friend constexpr int modules_of(basic_backplane const&) { return 0; }
};
using backplane = basic_backplane<>;

/// Which directions of a module hold a retimer.
enum class retiming : unsigned char { both, transmit, none };

/// Optical modules in cages.
template <class T = double>
struct basic_pluggable {
    static constexpr char const* kind = "pluggable";
    char const* name = "";
    retiming retimed = retiming::both;
    energy_per_data<T> front_end{};  ///< laser, driver, receiver
    energy_per_data<T> retimer{};    ///< both directions together
    energy_per_data<T> host{};       ///< what the host's equaliser draws more where no retimer helps it
    money_per_byte_rate<T> optics{}; ///< a module without its retimer
    money_per_byte_rate<T> retimer_price{};
    rate<T> laser_failures{};      ///< of a module's lasers together
    rate<T> other_failures{};      ///< of a module, retimer and handling included
    duration<T> retimer_latency{}; ///< both directions together: what a bit passes at one end
    basic_run<T> run{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"retimed"}, self.retimed...);
        visit(field{"front_end", non_negative}, self.front_end...);
        visit(field{"retimer", non_negative}, self.retimer...);
        visit(field{"host", non_negative}, self.host...);
        visit(field{"optics", non_negative}, self.optics...);
        visit(field{"retimer_price", non_negative}, self.retimer_price...);
        visit(field{"laser_failures", non_negative}, self.laser_failures...);
        visit(field{"other_failures", non_negative}, self.other_failures...);
        visit(field{"retimer_latency", non_negative}, self.retimer_latency...);
        visit(field{"run"}, self.run...);
    }
    constexpr operator basic_pluggable<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
    /// Of its retimer: all, half, none.
    [[nodiscard]] constexpr double retimed_share() const {
        return retimed == retiming::both ? 1.0 : retimed == retiming::transmit ? 0.5 : 0.0;
    }
    friend constexpr energy_per_data<T> end_energy(basic_pluggable const& m) {
        return m.front_end + m.retimed_share() * m.retimer + (1.0 - m.retimed_share()) * m.host;
    }
    friend constexpr money_per_byte_rate<T> end_price(basic_pluggable const& m) {
        return m.optics + m.retimed_share() * m.retimer_price;
    }
    friend constexpr rate<T> end_failures(basic_pluggable const& m) { return m.laser_failures + m.other_failures; }
    friend constexpr duration<T> end_latency(basic_pluggable const& m) { return m.retimed_share() * m.retimer_latency; }
    friend constexpr int modules_of(basic_pluggable const&) { return 2; }
};
using pluggable = basic_pluggable<>;

/// Engines on the switch's package, fed by lasers in modules at the front.
template <class T = double>
struct basic_co_packaged {
    static constexpr char const* kind = "co_packaged";
    char const* name = "";
    energy_per_data<T> engine{};
    energy_per_data<T> laser{};      ///< with its losses on the way to the engine
    money_per_byte_rate<T> optics{}; ///< engine, fibre coupling and share of a laser module
    rate<T> engine_failures{};       ///< of one port: not replaced in the field
    rate<T> laser_failures{};        ///< of one laser module
    int ports_per_laser = 8;         ///< fed by one laser module
    duration<T> latency{};
    basic_run<T> run{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"engine", non_negative}, self.engine...);
        visit(field{"laser", non_negative}, self.laser...);
        visit(field{"optics", non_negative}, self.optics...);
        visit(field{"engine_failures", non_negative}, self.engine_failures...);
        visit(field{"laser_failures", non_negative}, self.laser_failures...);
        visit(field{"ports_per_laser", at_least(1)}, self.ports_per_laser...);
        visit(field{"latency", non_negative}, self.latency...);
        visit(field{"run"}, self.run...);
    }
    constexpr operator basic_co_packaged<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
    friend constexpr energy_per_data<T> end_energy(basic_co_packaged const& m) { return m.engine + m.laser; }
    friend constexpr money_per_byte_rate<T> end_price(basic_co_packaged const& m) { return m.optics; }
    /// A laser module takes all its ports with it; each port answers for its share.
    friend constexpr rate<T> end_failures(basic_co_packaged const& m) {
        return m.engine_failures + (1.0 / static_cast<double>(m.ports_per_laser)) * m.laser_failures;
    }
    friend constexpr duration<T> end_latency(basic_co_packaged const& m) { return m.latency; }
    friend constexpr int modules_of(basic_co_packaged const&) { return 0; }
};
using co_packaged = basic_co_packaged<>;

/// Optical chiplets in the packages at both ends, without a switch's board between.
template <class T = double>
struct basic_chip_photonics {
    static constexpr char const* kind = "chip_photonics";
    char const* name = "";
    energy_per_data<T> chiplet{};    ///< with its laser
    money_per_byte_rate<T> optics{}; ///< chiplet, laser and coupling
    rate<T> chiplet_failures{};
    duration<T> latency{};
    basic_run<T> run{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"chiplet", non_negative}, self.chiplet...);
        visit(field{"optics", non_negative}, self.optics...);
        visit(field{"chiplet_failures", non_negative}, self.chiplet_failures...);
        visit(field{"latency", non_negative}, self.latency...);
        visit(field{"run"}, self.run...);
    }
    constexpr operator basic_chip_photonics<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
    friend constexpr energy_per_data<T> end_energy(basic_chip_photonics const& m) { return m.chiplet; }
    friend constexpr money_per_byte_rate<T> end_price(basic_chip_photonics const& m) { return m.optics; }
    friend constexpr rate<T> end_failures(basic_chip_photonics const& m) { return m.chiplet_failures; }
    friend constexpr duration<T> end_latency(basic_chip_photonics const& m) { return m.latency; }
    friend constexpr int modules_of(basic_chip_photonics const&) { return 0; }
};
using chip_photonics = basic_chip_photonics<>;

// What all of them take from their run.
template <class M>
    requires requires(M const& m) { m.run.cable; }
constexpr auto cable_base(M const& m) { return m.run.cable; }
template <class M>
    requires requires(M const& m) { m.run.metre; }
constexpr auto cable_metre(M const& m) { return m.run.metre; }
template <class M>
    requires requires(M const& m) { m.run.reach; }
constexpr auto reach_of(M const& m) { return m.run.reach; }
template <class M>
    requires requires(M const& m) { m.run.failures; }
constexpr auto cable_failures(M const& m) { return m.run.failures; }
template <class M>
    requires requires(M const& m) { m.run.light; }
constexpr auto light_share(M const& m) { return m.run.light; }

/// The built-in media, chosen at run time.
template <class T = double>
using basic_medium = std::variant<
    basic_copper_cable<T>, basic_backplane<T>, basic_pluggable<T>, basic_co_packaged<T>, basic_chip_photonics<T>>;
using medium = basic_medium<>;

template <class T>
constexpr basic_fabric_link<T> link_of(basic_medium<T> const& m, one_way_rate<T> const& at, length<T> const& distance) {
    return std::visit([&](auto const& held) { return link_of(held, at, distance); }, m);
}

/// Which of several media to lay: the cheapest that reaches, energy counted at a price per power over its life (zero: not);
/// the one that reaches farthest where none does, whose link then says so (reach_used above one). Throws without media.
constexpr std::size_t
choose_medium(std::span<medium const> all, one_way_rate<> at, length<> distance, money_per_power<> power_price = {}) {
    if (all.empty())
        throw invalid_input("media", 0.0, "", "no medium to choose from");
    std::size_t best = 0;
    fabric_link chosen = link_of(all[0], at, distance);
    auto const cost = [&](fabric_link const& l) { return link_price(l) + link_power(l) * power_price; };
    for (std::size_t i = 1; i < all.size(); ++i) {
        fabric_link const l = link_of(all[i], at, distance);
        bool const fits = reach_used(l) <= 1.0, held = reach_used(chosen) <= 1.0;
        if (fits && held ? cost(l) < cost(chosen) : l.reach > chosen.reach && !held)
            best = i, chosen = l;
    }
    return best;
}

/// Distances in a hall, along trays and with slack.
template <class T = double>
struct basic_hall {
    static constexpr char const* kind = "hall";
    length<T> rack = 2.0 * metre;  ///< server to a switch in the same rack
    length<T> row = 15.0 * metre;  ///< to a switch at the end or in the middle of the row
    length<T> hall = 60.0 * metre; ///< from row to row

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source assumed{"assumed, with slack and the way along trays", "2026", confidence::assumed};
        visit(field{"rack", positive, assumed}, self.rack...);
        visit(field{"row", positive, assumed}, self.row...);
        visit(field{"hall", positive, assumed}, self.hall...);
    }
    constexpr operator basic_hall<double>() const requires std::same_as<T, estimate> { return convert<double>(*this); }
};
using hall = basic_hall<>;

} // namespace tallywatt
