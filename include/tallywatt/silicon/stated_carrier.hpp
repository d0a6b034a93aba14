#pragma once
// A carrier of which a price and a yield are known and nothing else: a quotation, or a user's own technology whose plan is
// fixed (as_stated), to stand where the choice among carriers is made at run time.
//
//   package const p{.dies = ..., .carrier = stated_carrier{.price = 750.0 * USD, .share_good = fraction{0.97}}};

#include <tallywatt/silicon/carrier.hpp>

namespace tallywatt {

template <class T = double>
struct basic_stated_carrier {
    money<T> price{};                      ///< of one started
    basic_fraction<T> share_good{T(1.0)};
    co2e<T> carbon{};                      ///< of one started
    volume<T> water{};
    basic_outline<T> size{40.0 * millimetre, 40.0 * millimetre};
    area<T> largest_area = 10'000.0 * square_millimetre;
    int per_wafer = 0;                     ///< of packaging wafers, where it is made on them; 0: not
    assembly_order assembly = assembly_order::chip_last;

    [[nodiscard]] constexpr assembly_order order() const { return assembly; }
    [[nodiscard]] constexpr carrier_plan plan(wafer const& disc) const requires std::same_as<T, double> {
        carrier_plan p;
        p.per_wafer = static_cast<double>(per_wafer);
        p.wafer_area = disc.area();
        return p;
    }
    [[nodiscard]] constexpr money<T> cost(carrier_plan const&) const { return price; }
    [[nodiscard]] constexpr basic_fraction<T> yield(carrier_plan const&) const { return share_good; }
    [[nodiscard]] constexpr basic_carrier_burden<T> burden(carrier_plan const&) const { return {carbon, water}; }
    [[nodiscard]] constexpr basic_outline<T> footprint() const { return size; }
    [[nodiscard]] constexpr area<T> largest() const { return largest_area; }

    static constexpr char const* kind = "stated_carrier";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"price", non_negative}, self.price...);
        visit(field{"share_good", positive}, self.share_good...);
        visit(field{"carbon", non_negative}, self.carbon...);
        visit(field{"water", non_negative}, self.water...);
        visit(field{"size"}, self.size...);
        visit(field{"largest_area", positive}, self.largest_area...);
        visit(field{"per_wafer", between(0.0, 1e6)}, self.per_wafer...);
        visit(field{"assembly"}, self.assembly...);
    }
    constexpr operator basic_stated_carrier<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using stated_carrier = basic_stated_carrier<>;

/// What any carrier comes to at a plan.
template <class T, package_carrier<T> C>
constexpr basic_stated_carrier<T> as_stated(C const& c, carrier_plan const& plan) {
    auto const b = c.burden(plan);
    return {
        .price = c.cost(plan),
        .share_good = c.yield(plan),
        .carbon = b.carbon,
        .water = b.water,
        .size = c.footprint(),
        .largest_area = c.largest(),
        .per_wafer = static_cast<int>(plan.per_wafer),
        .assembly = c.order()};
}

} // namespace tallywatt
