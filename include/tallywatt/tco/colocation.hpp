#pragma once
// Renting room for machines against owning the building.
//
//   owned      (shell, electrical, cooling, land, upkeep, staff) a year over the power the machines are provisioned for
//   rented     a rent per kW and month of that power
//
// Both leave electricity out: a tenant pays it by meter. A tenant's PUE may differ; that is not in here. Validity: a tenant that
// fills what it rents. Reference: rents of CBRE (catalog/sites.hpp).
//
//   colocation_comparison<> const c = against_colocation(evaluate(d), per_month(184.06 * USD / kilowatt));
//   bool const rent = c.saved_by_renting > money_rate<>{};

#include <tallywatt/facility/capacity_charge.hpp>
#include <tallywatt/tco/report.hpp>

namespace tallywatt {

/// A report's building against a rent.
template <class T = double>
struct basic_colocation_comparison {
    basic_capacity_charge<T> owned{}; ///< what the building costs, per power provisioned: the rent at which both tie
    basic_capacity_charge<T> rent{};
    money_rate<T> saved_by_renting{};

    static constexpr char const* kind = "colocation";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{.name = "owned", .label = "own building, the rent that ties"}, self.owned...);
        visit(field{"rent"}, self.rent...);
        visit(field{"saved_by_renting"}, self.saved_by_renting...);
    }
};
template <class T = double>
using colocation_comparison = basic_colocation_comparison<T>;

/// The yearly cost of a report's building.
template <class T>
constexpr money_rate<T> building_cost(basic_report<T> const& r) {
    return r.cost.shell + r.cost.electrical + r.cost.cooling + r.cost.land + r.cost.building_upkeep + r.cost.staff;
}

template <class T>
constexpr basic_colocation_comparison<T>
against_colocation(basic_report<T> const& r, basic_capacity_charge<T> const& rent) {
    power<T> const p = r.power.provisioned.value;
    money_rate<T> const building = building_cost(r);
    return {held_at(building / p), rent, building - p * rent.value};
}

} // namespace tallywatt
