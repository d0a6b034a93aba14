#pragma once
// site: what follows from where and how a facility stands beside its capital: property tax, the load that is down while it is
// converted, and the schedule.
//   time      = the schedule with the kind's times; no connection where one exists that is large enough
// Reference: cost indices named in the field lists.
//
//   build_time<> t = time_to_ready(schedule_of(construction_schedule{}, f.form, f.place, 120.0 * megawatt));

#include <tallywatt/facility/performance.hpp>
#include <tallywatt/facility/schedule.hpp>

namespace tallywatt {

/// What a site costs to keep beside power and upkeep: staff, and property tax on the building at this yearly rate.
template <class T = double>
struct site_operation {
    money_rate<T> staff{}, property_tax{};
    [[nodiscard]] constexpr money_rate<T> total() const { return staff + property_tax; }
};
template <class C, class T>
constexpr site_operation<T> operation_of(basic_facility<C, T> const& f, std::type_identity_t<basic_fraction<T>> const& tax) {
    return {
        .staff = facility_staff_of(f),
        .property_tax = complement(f.place.property_tax_abated).value * tax.value * (facility_capital_of(f).total() / (1.0 * year))};
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

} // namespace tallywatt
