#pragma once
// facility_prices and facility_capital: what a data centre costs to build, per IT power and in all, by component. The
// cooling technology brings its own price (basic_cooling_profile::capital); `mechanical` is the rest of the mechanical
// plant. Engineering and contingency are outside most published building-cost indices; land is of the place (site_kind.hpp).
//   capital = sum over components of price * IT capacity * (1 + contingency)
//
//   facility_capital c = facility_capital_of(site);   money<> all = c.total();

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

namespace tallywatt {

/// Building prices per IT power, and contingency on all of them.
template <class T = double>
struct basic_facility_prices {
    static constexpr char const* kind = "facility_prices";
    money_per_power<T> shell = 2.50 * USD / watt;
    money_per_power<T> electrical = 5.25 * USD / watt;
    money_per_power<T> mechanical = 1.00 * USD / watt; ///< beyond the cooling technology's own
    money_per_power<T> network = 1.75 * USD / watt; ///< fit-out and cabling of the building, not the cluster's fabric
    money_per_power<T> engineering = 0.60 * USD / watt; ///< design, permits, commissioning
    basic_ratio<T> contingency{T(0.05)};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source buckets{
            "andrewmccalip/thoughts, data-centre cost buckets; their sum of 12.5 USD/W lies in Turner & Townsend's "
            "11.6 to 15.2 (2025)",
            "2025-12", confidence::medium};
        constexpr source assumption{"assumed: outside published building-cost indices", "2026-11", confidence::assumed};
        visit(field{"shell", non_negative, buckets}, self.shell...);
        visit(field{"electrical", non_negative, buckets}, self.electrical...);
        visit(field{"mechanical", non_negative, buckets}, self.mechanical...);
        visit(field{"network", non_negative, buckets}, self.network...);
        visit(field{"engineering", non_negative, assumption}, self.engineering...);
        visit(field{"contingency", between(0.0, 2.0), assumption}, self.contingency...);
    }
    constexpr operator basic_facility_prices<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using facility_prices = basic_facility_prices<>;

/// What the facility costs, by component.
template <class T = double>
struct basic_facility_capital {
    money<T> shell{}, electrical{}, mechanical{}, cooling{}, network{}, land{}, engineering{}, contingency{};
    [[nodiscard]] constexpr money<T> before_contingency() const {
        return shell + electrical + mechanical + cooling + network + land + engineering;
    }
    [[nodiscard]] constexpr money<T> total() const { return before_contingency() + contingency; }
};
using facility_capital = basic_facility_capital<>;

} // namespace tallywatt
