#pragma once
// What the industry's capacities bring to market in a window of time: each ramps (dated_series.hpp), and what is started comes
// out as accelerators a lead time later.
//
//   amount(from, to) = integral of capacity(t - lead) dt        per input, each with its own lead time
//
// So a year's accelerators rest on wafers begun before it began, and a capacity that doubles in December brings nothing that
// year. Capacities and lead times are the industry's; what one buyer gets of them is share_of (supply.hpp).
//
//   input_amounts const year_2026 = amounts_in<double>(catalog::industry, start_of(2026), end_of(2026));

#include <tallywatt/silicon/dated_series.hpp>
#include <tallywatt/silicon/supply.hpp>

namespace tallywatt {

/// One input: its capacity over time, and the time from its start to the accelerator that is shipped.
template <class Q = rate<>>
struct basic_supply_line {
    using number_type = typename Q::number_type;
    basic_dated_series<Q> capacity{}; ///< no points: not stated
    duration<number_type> lead_time{};

    static constexpr char const* kind = "supply_line";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"capacity"}, self.capacity...);
        visit(field{"lead_time", non_negative}, self.lead_time...);
    }
    [[nodiscard]] constexpr bool stated() const { return capacity.count > 0; }
};

/// Capacities of all inputs.
template <class T = double>
struct basic_supply_outlook {
    char const* name = "";
    std::array<char const*, 4> node{"", "", "", ""}; ///< names of the wafers
    std::array<basic_supply_line<rate<T>>, 4> wafers{};
    basic_supply_line<rate<T>> carrier_wafers{};
    basic_supply_line<byte_rate<T>> hbm{}; ///< capacity of good stacks
    basic_supply_line<rate<T>> substrates{};

    static constexpr char const* kind = "supply_outlook";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"node"}, self.node...);
        visit(field{"wafers"}, self.wafers...);
        visit(field{"carrier_wafers"}, self.carrier_wafers...);
        visit(field{"hbm"}, self.hbm...);
        visit(field{"substrates"}, self.substrates...);
    }
    constexpr operator basic_supply_outlook<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using supply_outlook = basic_supply_outlook<>;

/// Throws invalid_input where the points of a capacity are not in order.
template <class T>
constexpr void check(basic_supply_outlook<T> const& o) {
    for (auto const& w : o.wafers)
        check(w.capacity);
    check(o.carrier_wafers.capacity);
    check(o.hbm.capacity);
    check(o.substrates.capacity);
}

/// What comes out from the first day of `from` to that of `to`, as inputs of accelerators shipped in that time.
template <class T>
constexpr basic_input_amounts<T>
amounts_in(basic_supply_outlook<T> const& o, calendar_month const& from, calendar_month const& to) {
    basic_input_amounts<T> a;
    for (std::size_t i = 0; i < 4; ++i) {
        a.wafers[i] = amount_between(o.wafers[i].capacity, from, to, o.wafers[i].lead_time);
        a.stated[i] = o.wafers[i].stated();
    }
    a.carrier_wafers = amount_between(o.carrier_wafers.capacity, from, to, o.carrier_wafers.lead_time);
    a.hbm = amount_between(o.hbm.capacity, from, to, o.hbm.lead_time);
    a.substrates = amount_between(o.substrates.capacity, from, to, o.substrates.lead_time);
    a.stated[4] = o.carrier_wafers.stated();
    a.stated[5] = o.hbm.stated();
    a.stated[6] = o.substrates.stated();
    return a;
}

/// The name of an input, wafers by their node.
template <class T>
constexpr char const* name_of(basic_supply_outlook<T> const& o, industry_input i) {
    constexpr char const* others[] = {"carrier wafers", "HBM", "substrates"};
    auto const k = static_cast<std::size_t>(i);
    return k < 4 ? o.node[k] : others[k - 4];
}

} // namespace tallywatt
