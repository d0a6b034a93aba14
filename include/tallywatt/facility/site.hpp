#pragma once
// site: where a facility stands and in what form it is had: new, in an old building, as modular shells, at the edge, or rented.
//   land      = area per IT power * price per area
//   capital   = the facility's components, each by the kind's factor, plus retrofit items, less tax that is waived
//   time      = the schedule with the kind's times; no connection where one exists that is large enough
// A retrofit reuses shell and connection, and pays for piping, reinforced floors and towers in a building in use, and for the
// time in which its load is down. Modular shells come from a factory: parallel to the ground works, at a premium. Edge sites
// are small: no economy of scale. Reference: cost indices named in the field lists.
//
//   site_capital c = capital_of(f, catalog::retrofit, site_terms{.tax_waived = fraction{0.06}});

#include <tallywatt/facility/performance.hpp>
#include <tallywatt/facility/schedule.hpp>

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
        visit(field{"downtime", non_negative}, self.downtime...);
        visit(field{"shell_time", non_negative}, self.shell_time...);
        visit(field{"permit_time", non_negative}, self.permit_time...);
        visit(field{"installation_time", non_negative}, self.installation_time...);
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
    basic_fraction<T> property_tax_abated{};   ///< of insurance and property tax on the building

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"land_price", non_negative, {"assumed: industrial land, 5 (rural) to 600 USD/m2 (Northern Virginia, 2 to 4 MUSD an acre)", "2025", confidence::assumed}}, self.land_price...);
        visit(field{"land_per_power", non_negative, {"assumed: 0.03 acre/kW is an upper case with buffers", "2026", confidence::assumed}}, self.land_per_power...);
        visit(field{"tax_waived", unit_interval}, self.tax_waived...);
        visit(field{"existing_connection", non_negative}, self.existing_connection...);
        visit(field{"property_tax_abated", unit_interval}, self.property_tax_abated...);
    }
    constexpr operator basic_site_terms<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using site_terms = basic_site_terms<>;

/// What a facility costs on a site, with what the kind and the place change.
template <class T = double>
struct site_capital {
    basic_facility_capital<T> building{}; ///< by component; land by area and price
    money<T> conversion{};
    money<T> tax_waived{};
    [[nodiscard]] constexpr money<T> total() const { return building.total() + conversion - tax_waived; }
};

template <class C, class T>
constexpr site_capital<T> capital_of(basic_facility<C, T> const& f, basic_site_kind<T> const& k, basic_site_terms<T> const& where) {
    site_capital<T> r;
    auto& b = r.building = facility_capital_of(f);
    b.shell = k.shell * b.shell;
    b.electrical = k.electrical * b.electrical;
    b.mechanical = k.mechanical * b.mechanical;
    b.engineering = k.engineering * b.engineering;
    b.land = f.it_capacity.value * where.land_per_power * where.land_price;
    b.contingency = f.prices.contingency * b.before_contingency();
    r.conversion = f.it_capacity.value * k.conversion;
    r.tax_waived = where.tax_waived * (b.electrical + b.mechanical + b.cooling);
    return r;
}

/// What a site costs to keep beside power and upkeep: staff, and property tax on the building at this yearly rate.
template <class T = double>
struct site_operation {
    money_rate<T> staff{}, property_tax{};
    [[nodiscard]] constexpr money_rate<T> total() const { return staff + property_tax; }
};
template <class C, class T>
constexpr site_operation<T>
operation_of(basic_facility<C, T> const& f, basic_site_kind<T> const& k, basic_site_terms<T> const& where, std::type_identity_t<basic_fraction<T>> const& tax) {
    return {
        .staff = k.staff * facility_staff_of(f),
        .property_tax = complement(where.property_tax_abated).value * tax.value * (capital_of(f, k, where).building.total() / (1.0 * year))};
}

/// What a load that is down during the conversion does not earn.
template <class T>
constexpr money<T> downtime_cost(basic_site_kind<T> const& k, std::type_identity_t<money_rate<T>> const& earned) {
    return earned * k.downtime;
}

/// The schedule of this kind at this place; `needed` is the site's power at the meter.
template <class T>
constexpr basic_construction_schedule<T> schedule_of(basic_construction_schedule<T> s, basic_site_kind<T> const& k, basic_site_terms<T> const& where, std::type_identity_t<power<T>> const& needed) {
    s.permits = k.permit_time * s.permits;
    s.shell = k.shell_time * s.shell;
    s.installation = k.installation_time * s.installation;
    auto const enough = where.existing_connection.base_value >= needed.base_value;
    s.connection = math::select(enough, duration<T>{}, s.connection);
    s.transformers = math::select(enough, duration<T>{}, s.transformers); // they are part of it
    return s;
}

/// Rented space and power: so much for each month and power that is held, used or not, for a term at least; electricity is
/// passed through at the landlord's PUE.
template <class T = double>
struct basic_colocation {
    static constexpr char const* kind = "colocation";
    basic_capacity_charge<T> rent = per_month(184.06 * USD / kilowatt);
    duration<T> minimum_term = 5.0 * year;
    money_per_power<T> fit_out = 0.5 * USD / watt; ///< cages, racks' feeds and cabling, paid once by the tenant
    basic_ratio<T> escalation{T(0.03)};            ///< of the rent, a year

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(
            field{"rent", non_negative, {"North America Data Center Trends H2 2024, CBRE: primary markets, 250 to 500 kW (large tenants pay 100 to 150)", "2025-02", confidence::high}},
            self.rent...
        );
        visit(field{"minimum_term", positive, {"leases of 3 to 10 years, market practice", "2025", confidence::low}}, self.minimum_term...);
        visit(field{"fit_out", non_negative, {"assumed", "2026", confidence::assumed}}, self.fit_out...);
        visit(field{"escalation", between(-0.5, 0.5), {"leases escalate 2 to 4 % a year, market practice", "2025", confidence::low}}, self.escalation...);
    }
    constexpr operator basic_colocation<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using colocation = basic_colocation<>;

/// What a lease commits to: rent over its term, and fit-out; and its mean rate over the term.
template <class T = double>
struct lease_cost {
    money<T> rent{}, fit_out{};
    duration<T> term{};
    [[nodiscard]] constexpr money<T> committed() const { return rent + fit_out; }
    [[nodiscard]] constexpr money_rate<T> rate() const { return committed() / term; }
};
/// For holding this IT power for a time, or the minimum term where that is longer. Escalation compounds yearly, taken at the
/// middle of the term: rent(0) (1 + e)^((n - 1)/2), within 1 % of the sum for terms up to 10 years and e up to 4 %.
template <class T>
constexpr lease_cost<T> cost_of(basic_colocation<T> const& c, at_it<power<T>> const& held, std::type_identity_t<duration<T>> const& wanted) {
    duration<T> const term = math::max(wanted, c.minimum_term);
    T const years = term / (1.0 * year);
    T const growth = math::exp(T(0.5) * math::max(years - T(1.0), T(0.0)) * math::log(T(1.0) + c.escalation.value));
    return {.rent = (held * c.rent) * term * growth, .fit_out = held.value * c.fit_out, .term = term};
}

} // namespace tallywatt
