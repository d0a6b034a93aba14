#pragma once
// site_kind and site_terms: in what form a facility is built, and what its place offers. Both are parts of a facility; its
// capital and staff follow (facility.hpp), its schedule and the rest in site.hpp.
//   shell      = n (kind * price + conversion)         electrical, mechanical = n * kind * price * (1 - tax waived)
//   land       = n * area per IT power * price per area    n: IT power
// A retrofit reuses shell and connection, and pays for piping, reinforced floors and towers in a building in use, and for the
// time in which its load is down. Modular shells come from a factory: parallel to the ground works, at a premium. Edge sites
// are small: no economy of scale. Validity: factors of 0 to a few; prices of plant include the sales tax that may be waived.
// Reference: cost indices named in the field lists and the catalog.
//
//   facility f{.cooling = catalog::direct_to_chip, .form = catalog::retrofit, .place = catalog::northern_virginia_terms};

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/boundary.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

/// A way of building: factors on a facility's components.
template <class T = double>
struct basic_site_kind {
    static constexpr char const* kind = "site_kind";
    char const* name = "";
    basic_ratio<T> shell{T(1.0)}, electrical{T(1.0)}, mechanical{T(1.0)}, engineering{T(1.0)}; ///< over those of a new build
    money_per_power<T> conversion{};  ///< piping, floors, towers in a building in use, per IT power
    duration<T> downtime{};           ///< of the load that was there
    basic_ratio<T> shell_time{T(1.0)}, permit_time{T(1.0)}, installation_time{T(1.0)}; ///< over a new build's
    basic_ratio<T> staff{T(1.0)};     ///< over a large site's, per IT power

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"shell", non_negative}, self.shell...);
        visit(field{"electrical", non_negative}, self.electrical...);
        visit(field{"mechanical", non_negative}, self.mechanical...);
        visit(field{"engineering", non_negative}, self.engineering...);
        visit(field{"conversion", non_negative}, self.conversion...);
        visit(field{.name = "downtime", .allowed = non_negative, .informational = "what stood there before earned it: downtime_cost"}, self.downtime...);
        constexpr char const* stands = "a report is of a site that stands; schedule_of and the price of delay are in facility/schedule.hpp and site.hpp";
        visit(field{.name = "shell_time", .allowed = non_negative, .informational = stands}, self.shell_time...);
        visit(field{.name = "permit_time", .allowed = non_negative, .informational = stands}, self.permit_time...);
        visit(field{.name = "installation_time", .allowed = non_negative, .informational = stands}, self.installation_time...);
        visit(field{"staff", non_negative}, self.staff...);
    }
    constexpr operator basic_site_kind<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using site_kind = basic_site_kind<>;

/// What a place offers.
template <class T = double>
struct basic_site_terms {
    static constexpr char const* kind = "site_terms";
    money_per_area<T> land_price = 30.0 * USD / square_metre;
    area_per_power<T> land_per_power = 8.0 * square_metre / kilowatt; ///< fenced ground, per IT power
    basic_fraction<T> tax_waived{};            ///< sales tax that is waived, of equipment (electrical, mechanical, cooling)
    tallywatt::power<T> existing_connection{}; ///< at the meter, in place already
    basic_fraction<T> property_tax_abated{};   ///< of the tax on building and land

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"land_price", non_negative, {"assumed: industrial land, 5 (rural) to 600 USD/m2 (Northern Virginia, 2 to 4 MUSD an acre)", "2025", confidence::assumed}}, self.land_price...);
        visit(field{"land_per_power", non_negative, {"assumed: 0.03 acre/kW is an upper case with buffers", "2026", confidence::assumed}}, self.land_per_power...);
        visit(field{"tax_waived", unit_interval}, self.tax_waived...);
        visit(
            field{.name = "existing_connection", .allowed = non_negative, .informational = "decides the wait for power: schedule_of"}, self.existing_connection...
        );
        visit(field{"property_tax_abated", unit_interval}, self.property_tax_abated...);
    }
    constexpr operator basic_site_terms<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using site_terms = basic_site_terms<>;

} // namespace tallywatt
