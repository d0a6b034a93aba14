#pragma once
// From the industry's inputs to the yearly supply that a deployment is limited by (basic_chip_supply): amounts of a year, and
// one buyer's shares of them.
//
//   deployment d{...};
//   d.chips = yearly_supply(amounts_in<double>(catalog::industry, start_of(2026), end_of(2026)), shares);
//
// A deployment knows two kinds of wafers, for the first kind of die and for all others: name their nodes.

#include <tallywatt/silicon/chip_supply.hpp>

namespace tallywatt {

/// Amounts of a year and shares as a yearly supply. Inputs that are not stated stay at zero, which limits nothing.
template <class T>
constexpr basic_chip_supply<T> yearly_supply(
    basic_input_amounts<T> const& of_a_year, basic_input_shares<T> const& s, std::size_t logic_node = 0,
    std::size_t other_node = 1
) {
    basic_chip_supply<T> c;
    auto const per_year = [&](T const& amount, industry_input i) {
        return of_a_year.stated[static_cast<std::size_t>(i)] ? rate<T>(amount / year) : rate<T>{};
    };
    c.logic_wafers = per_year(of_a_year.wafers[logic_node], static_cast<industry_input>(logic_node));
    c.logic_share = s.wafers[logic_node];
    c.base_wafers = per_year(of_a_year.wafers[other_node], static_cast<industry_input>(other_node));
    c.base_share = s.wafers[other_node];
    c.interposer_wafers = per_year(of_a_year.carrier_wafers, industry_input::carrier_wafers);
    c.interposer_share = s.carrier_wafers;
    if (of_a_year.stated[static_cast<std::size_t>(industry_input::hbm)])
        c.hbm = of_a_year.hbm / year;
    c.hbm_share = s.hbm;
    c.substrates_limited = of_a_year.stated[static_cast<std::size_t>(industry_input::substrates)];
    c.substrates = per_year(of_a_year.substrates, industry_input::substrates);
    c.substrate_share = s.substrates;
    return c;
}

} // namespace tallywatt
