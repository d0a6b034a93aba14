#pragma once
// power_path: all conversions from the facility's busbar to the chips' pins, by converter technology and rack voltage.
//   transformer, UPS or rectifier, distribution   electrical_chain: the facility's, counted in PUE
//   rack supply                                   alternating current to the rack's bus, or 800 V to 50 V: in IT power
//   rack bus                                      conductor loss: P/P_0 (V_0/V)^2, P_0 and V_0 a rack of 100 kW at 48 V
//   board                                         regulators beside the chip
// Each converter loses as a power_stage does. Semiconductors differ in these curves: wide-bandgap switches (silicon carbide at
// hundreds of volts, gallium nitride below) lose less per switching, so their no-load and proportional parts are smaller.
// Reference: Open Compute Project, Open Rack V3; ETSI EN 300 132-3-1 for 400 V; NVIDIA, 800 V direct current (2025).
//
//   path_losses<> l = losses_of(catalog::path_800v, ratio{0.8}, 120.0 * kilowatt);   l.efficiency();

#include <tallywatt/cluster/server.hpp>
#include <tallywatt/facility/electrical.hpp>

namespace tallywatt {

template <class T = double>
struct basic_power_path {
    static constexpr char const* kind = "power_path";
    char const* name = "";
    basic_electrical_chain<T> chain{};
    basic_power_stage<T> rack_supply{};
    basic_ratio<T> rack_voltage{T(1.0)}; ///< of the rack's bus, over 48 V
    basic_ratio<T> bus_loss{T(0.015)};   ///< of a rack of 100 kW on a bus of 48 V
    basic_power_stage<T> board{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"chain"}, self.chain...);
        visit(field{"rack_supply"}, self.rack_supply...);
        visit(field{"rack_voltage", positive}, self.rack_voltage...);
        visit(field{"bus_loss", between(0.0, 0.5), {"assumed: 0.7 mohm/48 V class busbar and connectors, 1 to 2 %", "2026-11", confidence::assumed}}, self.bus_loss...);
        visit(field{"board"}, self.board...);
    }
    constexpr operator basic_power_path<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using power_path = basic_power_path<>;

/// Loss per power passed on, by stage, from the busbar to the chip.
template <class T = double>
struct path_losses {
    basic_ratio<T> transformer{}, ups{}, distribution{}, rack_supply{}, bus{}, board{};
    /// Power at the chips over power at the busbar.
    [[nodiscard]] constexpr basic_fraction<T> efficiency() const {
        T const passed = (T(1.0) + transformer.value) * (T(1.0) + ups.value) * (T(1.0) + distribution.value) * (T(1.0) + rack_supply.value) *
                         (T(1.0) + bus.value) * (T(1.0) + board.value);
        return basic_fraction<T>{T(1.0) / passed};
    }
    /// What the facility's part adds to PUE.
    [[nodiscard]] constexpr basic_pue<T> partial_pue() const {
        return basic_pue<T>{(T(1.0) + transformer.value) * (T(1.0) + ups.value) * (T(1.0) + distribution.value)};
    }
};

/// Losses at u of the design load (above 0) with racks of this power.
template <class T>
constexpr path_losses<T> losses_of(basic_power_path<T> const& p, basic_ratio<T> const& u, std::type_identity_t<power<T>> const& rack_power) {
    return {
        .transformer = loss_per_load(p.chain.transformer, u),
        .ups = loss_per_load(p.chain.ups, u),
        .distribution = loss_per_load(p.chain.distribution, u),
        .rack_supply = loss_per_load(p.rack_supply, u),
        .bus = basic_ratio<T>{p.bus_loss.value * (rack_power / (100.0 * kilowatt)) / math::pow(p.rack_voltage.value, 2)},
        .board = loss_per_load(p.board, u)};
}

/// The rack's supply as a server's: rated for `rated`, all modules together.
template <class T>
constexpr basic_power_supply<T> supply_of(basic_power_stage<T> const& s, std::type_identity_t<power<T>> const& rated) {
    T const spare = T(static_cast<double>(s.installed) / static_cast<double>(s.need));
    return {
        .rated = spare * rated,
        .no_load = basic_fraction<T>{s.no_load.value},
        .proportional = basic_fraction<T>{s.proportional.value},
        .quadratic = basic_fraction<T>{s.quadratic.value}};
}

/// A stage with another redundancy. N: need of need. N+k: need + k. 2N: two sides that each carry all.
constexpr auto with_spares(auto stage, int need, int spares) {
    stage.need = need;
    stage.installed = need + spares;
    return stage;
}
constexpr auto doubled(auto stage) {
    stage.installed = 2 * stage.need;
    return stage;
}

} // namespace tallywatt
