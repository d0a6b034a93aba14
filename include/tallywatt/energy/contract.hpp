#pragma once
// contract: a power purchase agreement on top of a grid. A share of the year's energy is bought from a named plant at a
// strike price; the grid carries it, balances every hour and stays in charge of capacity.
//   energy price = (1 - s) grid + s (strike + carriage)                       delivered through the grid ("sleeved")
//   energy price = grid + s (strike - capture * grid)                         a contract for differences ("virtual")
//   market-based = (1 - s) residual + s * plant,   location-based = the grid's
// Reference: GHG Protocol Scope 2 Guidance (2015), location- and market-based methods.
//
//   contract const c{.grid = catalog::ercot_texas, .share = fraction{0.8}, .strike = 45.0 * USD / megawatt_hour};

#include <tallywatt/energy/grid.hpp>
#include <tallywatt/number/monotone.hpp>

namespace tallywatt {

template <class T = double>
struct basic_contract {
    static constexpr char const* kind = "contract";
    basic_grid<T> grid{};
    basic_fraction<T> share{T(1.0)}; ///< of the year's energy at the meter
    money_per_energy<T> strike{};
    money_per_energy<T> carriage{};      ///< of the contracted energy: balancing, profile and supplier's margin
    bool is_virtual = false;             ///< settled against the market instead of delivered
    basic_ratio<T> capture{T(0.85)};     ///< market price in the plant's hours over the grid's mean price (virtual)
    co2e_per_energy<T> plant{};          ///< operational, of the plant
    co2e_per_energy<T> plant_upstream{}; ///< of making the plant and its fuel
    duration<T> lead_time{};             ///< of a plant that is still to be built
    basic_fraction<T> clean{T(1.0)};     ///< of the plant's energy

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"grid"}, self.grid...);
        visit(field{"share"}, self.share...);
        visit(field{"strike", non_negative}, self.strike...);
        visit(field{"carriage", non_negative}, self.carriage...);
        visit(field{"is_virtual"}, self.is_virtual...);
        visit(
            field{
                "capture",
                non_negative,
                {"assumed: midday and windy hours sell below the mean", "2026-11", confidence::assumed}},
            self.capture...
        );
        visit(field{"plant", non_negative}, self.plant...);
        visit(field{"plant_upstream", non_negative}, self.plant_upstream...);
        visit(
            field{
                .name = "lead_time",
                .allowed = non_negative,
                .informational = "a report is of a plant that runs; energy/time_to_power.hpp prices the wait"},
            self.lead_time...
        );
        visit(field{"clean", unit_interval}, self.clean...);
    }
    constexpr operator basic_contract<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }

    [[nodiscard]] constexpr basic_prepared_supply<T> prepared(basic_discount_rate<real_terms, T> const& discount
    ) const {
        auto r = grid.prepared(discount);
        T const at_meter = r.import_share.value;
        auto const delivered = math::mix(share.value, strike + carriage, grid.energy_price);
        auto const settled = money_per_energy<T>::from_base(detail::monotone( // linear in the share
            [&](T const& s) {
                return (T(1.0) - s * capture.value) * grid.energy_price.base_value + s * (strike + carriage).base_value;
            },
            share.value
        ));
        r.energy = at_meter * (is_virtual ? settled : delivered);
        r.market_based = at_meter * math::mix(share.value, plant, grid.market_based);
        r.upstream = at_meter * math::mix(share.value, plant_upstream, grid.upstream);
        r.lead_time = math::max(lead_time, grid.lead_time);
        r.clean = basic_fraction<T>{math::mix(share.value, clean.value, grid.clean.value)};
        return r;
    }
};
using contract = basic_contract<>;

template <class T>
constexpr void check(basic_contract<T> const& c) {
    check(c.grid);
}

} // namespace tallywatt
