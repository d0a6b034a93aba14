#pragma once
// One evaluation from wafer to meter: pure closed-form arithmetic over a prepared deployment and its plan, in any number
// type, also in a constant expression. No allocation, no loop over weather, hours or layers. The kind of work states rates
// and power (tco/serving_lines.hpp, tco/training_lines.hpp); everything else is the same for all.

#include <tallywatt/tco/serving_lines.hpp>

namespace tallywatt {

namespace detail {

template <class T>
constexpr money_rate<T> recovered(money<T> const& capital, basic_asset_cost<T> const& per_dollar) {
    return capital.base_value * per_dollar.capital_recovery;
}

/// Power, from the chip to the meter.
template <class T, class W>
constexpr fleet_power<T> power_of(
    basic_prepared_deployment<T, W> const& d, basic_deployment_plan<typename W::plan_type> const& plan, fleet_draw<T> const& draw, basic_report<T>& r
) {
    auto const& c = d.cluster;
    auto const up = availability_of(d);
    auto const it_at = [&](power<T> const& p) {
        return cluster_power(c, plan.cluster, server_power(c.server, per_accelerator<power<T>>{p}, d.site.cooling.liquid_captured));
    };
    fleet_power<T> f;
    auto const& it = f.it = it_at(draw.mean);
    auto const it_busy = it_at(draw.busy);
    f.provisioned = it_at(c.server.accelerator.tdp);
    // Means over the year: without power nothing is delivered and nothing drawn.
    r.it = {it.accelerators * up, it.host * up, it.fans * up, it.network_interfaces * up, it.supply_loss * up, it.network * up, it.storage * up};
    r.power.it = r.it.total();
    r.power.it_peak = it_busy.total();
    r.power.provisioned = f.provisioned.total();
    auto const& site = f.site = perform(d.site, it.total());
    auto const& o = site.overhead;
    r.overhead = {o.chiller * up, o.fans * up, o.pumps * up, o.distribution * up, o.ups * up, o.transformer * up, o.auxiliary * up};
    r.power.facility = site.mean_power * up;
    r.water.site = site.site_water * up;
    r.power.facility_peak = design_day_power(d.site, r.power.it_peak);
    r.power.pue = site.pue;
    r.power.wue = site.wue;
    auto const& supplied = f.supplied = perform(d.supply, r.power.facility, r.power.facility_peak);
    r.power.meter = supplied.import;
    r.power.meter_peak = supplied.peak_import;
    r.power.yearly = r.power.facility * year;
    r.power.market_based = supplied.market_based;
    r.carbon.electricity = supplied.location_based;
    r.carbon.fuel_supply = supplied.upstream;
    r.water.generation = supplied.source_water;
    return f;
}

/// Silicon and everything else that was made, over its life.
template <class T, class W>
constexpr void make(basic_prepared_deployment<T, W> const& d, basic_deployment_plan<typename W::plan_type> const& plan, basic_report<T>& r) {
    auto const& chip = d.cluster.server.accelerator;
    auto const of_life = [](auto const& made, int years) { return made / (T(double(years)) * year); };
    r.package_known = plan.has_package;
    if (plan.has_package) {
        auto const y = yields(chip.package, plan.package);
        r.manufacture.cost = manufacturing_cost(chip.package, plan.package, y);
        r.manufacture.embodied = embodied(chip.package, plan.package, y);
        r.manufacture.geometry = package_geometry(chip.package);
        r.manufacture.price_over_cost = basic_ratio<T>{chip.price / r.manufacture.cost.total()};
        if (plan.chips_limited) {
            auto const yearly = annual_supply(chip.package, plan.package, d.chips, y);
            r.manufacture.time_to_supply = yearly.time_to_supply(r.delivery.accelerators);
            r.manufacture.scarcest = yearly.binding();
        }
        r.water.manufacture = of_life(T(double(plan.cluster.accelerators)) * r.manufacture.embodied.water, d.it_life);
    }
    r.water.hosts = of_life(T(double(plan.cluster.servers)) * d.cluster.server.embodied_host_water, d.it_life);
    auto const made = embodied(d.cluster, plan.cluster, r.manufacture.embodied.total(), d.embodied);
    r.carbon.accelerators = of_life(made.accelerators, d.it_life);
    r.carbon.hosts = of_life(made.hosts, d.it_life);
    r.carbon.racks = of_life(made.racks, d.it_life);
    r.carbon.switches = of_life(made.switches, d.network_life);
    r.carbon.transceivers = of_life(made.transceivers, d.network_life);
    r.carbon.storage = of_life(made.storage, d.storage_life);
}

/// Capital and the cost of a year. Returns what of it is spent on operation.
template <class T, class W>
constexpr money_rate<T> price(
    basic_prepared_deployment<T, W> const& d, basic_deployment_plan<typename W::plan_type> const& plan, basic_supply_performance<T> const& supplied, basic_report<T>& r
) {
    auto const& rates = d.rates;
    auto const& held = d.tenure;
    auto const bought = cluster_cost(d.cluster, plan.cluster);
    auto const& b = d.building;
    T const whole = T(1.0);  // contingency falls on every part of the building alike
    T const more = whole + b.contingency / b.before_contingency();
    basic_capital_lines<T> const built{
        .shell = more * (b.shell + b.network + b.engineering), .electrical = more * b.electrical, .cooling = more * (b.mechanical + b.cooling), .land = more * b.land};
    auto& own = r.capital;
    own = {.accelerators = held.it * bought.accelerators,
           .servers = held.it * bought.servers,
           .network = held.it * bought.network,
           .storage = held.it * bought.storage,
           .racks = held.it * bought.racks,
           .shell = held.building * built.shell,
           .electrical = held.building * built.electrical,
           .cooling = held.building * built.cooling,
           .land = held.building * built.land,
           .generation = supplied.up_front,
           .fit_out = held.fit_out};
    auto& k = r.cost;
    k.accelerators = recovered(own.accelerators, rates.it);
    k.servers = recovered(own.servers, rates.it);
    k.network = recovered(own.network, rates.network);
    k.storage = recovered(own.storage, rates.storage);
    k.racks = recovered(own.racks, rates.it);
    money<T> const servers = own.accelerators + own.servers + own.racks;
    auto const it = [&](auto part) {
        auto const of = [&](money<T> const& m, basic_asset_cost<T> const& a) { return m.base_value * (a.*part); };
        return of(servers, rates.it) + of(own.network, rates.network) + of(own.storage, rates.storage);
    };
    k.it_maintenance = it(&basic_asset_cost<T>::maintenance);
    k.it_insurance = it(&basic_asset_cost<T>::insurance);
    k.it_property_tax = it(&basic_asset_cost<T>::property_tax);
    k.shell = recovered(own.shell, rates.shell);
    k.electrical = recovered(own.electrical, rates.electrical);
    k.cooling = recovered(own.cooling, rates.mechanical);
    k.land = recovered(own.land, rates.land);
    auto const building = [&](auto part) {
        return built.shell.base_value * (rates.shell.*part) + built.electrical.base_value * (rates.electrical.*part) +
               built.cooling.base_value * (rates.mechanical.*part) + built.land.base_value * (rates.land.*part);
    };
    k.building_upkeep = d.maintenance + held.upkeep * building(&basic_asset_cost<T>::maintenance);
    k.building_insurance = held.upkeep * building(&basic_asset_cost<T>::insurance);
    k.property_tax = held.upkeep * d.taxed * building(&basic_asset_cost<T>::property_tax);
    k.electricity = supplied.cost.energy;
    k.demand_charge = supplied.cost.demand;
    k.fuel = supplied.cost.fuel;
    auto const& plant = rates.generation;  // its capital is recovered over the source's own life
    money_rate<T> const generation_upkeep = supplied.cost.operation + own.generation.base_value * (plant.maintenance + plant.insurance + plant.property_tax);
    k.generation = supplied.cost.capital + generation_upkeep;
    k.water = r.water.site * d.water_price;
    k.staff = d.staff;
    k.accelerator_rent = r.delivery.accelerators * held.accelerator_rent;
    k.building_rent = held.building_rent;
    k.fit_out = d.fit_out;
    k.software = r.delivery.accelerators * d.software;

    auto const& law = d.policy;
    money_rate<T> const it_recovery = k.accelerators + k.servers + k.network + k.storage + k.racks;
    own.sales_tax = (servers + own.network + own.storage) * law.sales_tax;
    k.sales_tax = it_recovery * law.sales_tax;
    own.it_grant = -((servers + own.network + own.storage) * law.it_grant);
    own.building_grant = -((own.shell + own.electrical + own.cooling + own.land) * law.building_grant);
    money_rate<T> const credit = held.utilities * (r.power.facility.value * law.energy_credit);
    k.grants = -(it_recovery * law.it_grant + (k.shell + k.electrical + k.cooling + k.land) * law.building_grant);
    k.energy_credit = -credit;
    k.carbon_price = law.carbon_price * (r.carbon.electricity + law.fuel_supply_covered * r.carbon.fuel_supply) + law.embodied_price * r.carbon.embodied();
    return k.it_maintenance + k.it_insurance + k.it_property_tax + k.building_upkeep + k.building_insurance + k.property_tax + k.electricity + k.demand_charge + k.fuel + generation_upkeep + k.water + k.staff +
           k.accelerator_rent + k.building_rent + k.software + k.carbon_price - credit;
}

/// Per token: what is bought or emitted by energy follows a token's energy, all else the fleet's time that it takes.
template <class T, class W>
constexpr void share_out(basic_prepared_deployment<T, W> const& d, token_share<T> const& taken, fleet_power<T> const& p, money_rate<T> const& expenses, basic_report<T>& r) {
    auto const& s = d.supply;
    auto const& law = d.policy;
    auto& u = r.unit;
    money_rate<T> const all = r.cost.total();
    u.per_accelerator_hour = all / r.delivery.accelerators;
    u.per_delivered_hour = u.per_accelerator_hour / r.delivery.delivered.value;
    u.energy = (taken.energy * p.site.pue).value;
    volume_per_token<T> const site_water = taken.energy * p.site.wue;
    basic_cost_lines<T> standing = r.cost;
    standing.electricity = standing.fuel = standing.water = standing.energy_credit = {};
    standing.carbon_price = law.embodied_price * r.carbon.embodied();
    money_per_energy<T> const credit = d.tenure.utilities * law.energy_credit;
    money_per_energy<T> const by_energy = s.energy + s.fuel + law.carbon_price * (s.location_based + law.fuel_supply_covered * s.upstream) - credit;
    u.blended = standing.total() * taken.time + u.energy * by_energy + site_water * d.water_price;
    auto const energy_of = [&](taken_of_fleet<T> const& x) { return (x.energy * p.site.pue).value; };
    auto const carbon_of = [&](taken_of_fleet<T> const& x) { return energy_of(x) * (s.location_based + s.upstream) + r.carbon.embodied() * x.time; };
    auto const water_of = [&](taken_of_fleet<T> const& x) { return energy_of(x) * s.water + x.energy * p.site.wue + (r.water.manufacture + r.water.hosts) * x.time; };
    u.carbon = carbon_of(taken);
    u.water = water_of(taken);
    u.input_energy.value = energy_of(taken.input), u.output_energy.value = energy_of(taken.output);
    u.input_carbon.value = carbon_of(taken.input), u.output_carbon.value = carbon_of(taken.output);
    u.input_water.value = water_of(taken.input), u.output_water.value = water_of(taken.output);
    u.tokens_per_energy = T(1.0) / u.energy;
    u.margin = u.revenue - all;
    // Held above a cent a year: without a surplus the payback is out of reach, not negative, nor nothing where all is rented.
    money_rate<T> const surplus = u.revenue - expenses;
    u.payback = (r.capital.total() + math::max(-surplus, money_rate<T>{}) * year) / math::max(surplus, money_rate<T>{0.01 * USD / year});
}

/// Limits of the fleet and of policy; those of the work are its own (add_limits).
template <class T, class W>
constexpr void limit_fleet(basic_prepared_deployment<T, W> const& d, basic_deployment_plan<typename W::plan_type> const& plan, fleet_power<T> const& p, basic_report<T>& r) {
    auto const& chip = d.cluster.server.accelerator;
    auto const& density = plan.cluster.racks;
    auto const& full = p.provisioned;  // switches and storage stand apart
    power<T> const in_racks = (full.accelerators + full.host + full.fans + full.network_interfaces + full.supply_loss).value;
    auto& l = r.limits;
    l[5] = {"IT power of the site", r.power.provisioned / d.site.it_capacity};
    l[6] = {"rack density", T(double(density.servers_per_rack)) * in_racks / T(double(plan.cluster.servers)) / d.site.cooling.max_rack_density};
    l[7] = {"heat flux of the dies", plan.has_package ? chip.tdp / heat_area(chip.package) / d.site.cooling.max_heat_flux : T(0.0)};
    l[8] = {"liquid cooling of the servers", T(plan.takes_liquid ? 0.0 : 2.0), true};
    l[9] = {"network size", T(plan.cluster.network.reached ? 0.0 : 2.0), true};
    l[22] = {"reach of the network's links", reach_used(d.cluster.network, plan.cluster.network)};
    l[10] = {"package fits its wafers", T(plan.package_fits ? 0.0 : 2.0), true};
    l[11] = {"height of a server in its rack", T(density.units_fit ? 0.0 : 2.0), true};
    l[12] = {"accelerators made in a year", plan.chips_limited ? r.manufacture.time_to_supply / (1.0 * year) : T(0.0)};
    l[15] = {"geometry of the package", plan.has_package ? r.manufacture.geometry.tightest() : T(0.0)};
    auto const& asked = d.policy.mandates;
    if (plan.mandated.pue) l[17] = {"mandated PUE", r.power.pue.value / asked.pue.value};
    if (plan.mandated.wue) l[18] = {"mandated WUE", r.power.wue.value / asked.wue.value};
    if (plan.mandated.emissions) l[19] = {"mandated emissions of energy", d.supply.market_based / asked.emissions};
    if constexpr (requires { d.supply.clean; })
        if (plan.mandated.clean) l[20] = {"mandated clean share", (T(1.0) - d.supply.clean.value) / math::max(T(1.0) - asked.clean.value, T(1e-6))};
    if (plan.mandated.availability) l[23] = {"promised availability", (T(1.0) - availability_of(d).value) / math::max(T(1.0) - asked.availability.value, T(1e-9))};
    if (plan.mandated.per_token) l[21] = {"promised CO2e per token", r.unit.carbon / asked.per_token};
}

}  // namespace detail

/// Evaluates a planned deployment.
template <class T, class W>
constexpr basic_report<T> evaluate(basic_prepared_deployment<T, W> const& d, basic_deployment_plan<typename W::plan_type> const& plan) {
    basic_report<T> r;
    using own = detail::work_lines<T, W>;
    auto const work = own::state(d, plan, r);
    auto const power = detail::power_of(d, plan, work.draw, r);
    detail::make(d, plan, r);
    money_rate<T> const expenses = detail::price(d, plan, power.supplied, r);
    auto const taken = own::share(work, d, plan, power, r);
    detail::share_out(d, taken, power, expenses, r);
    own::finish(d, r);
    own::limits(work, d, plan, r);
    detail::limit_fleet(d, plan, power, r);
    return r;
}

/// Prepares, plans and evaluates in one call.
template <class C, class S, class T, class W>
constexpr report evaluate(basic_deployment<C, S, T, W> const& d) {
    static_assert(std::same_as<T, double>, "planning is done in double: plan there, then evaluate(prepare(d), plan) in this number type");
    auto const prepared = prepare(d);
    return evaluate(prepared, plan_deployment(prepared));
}

/// The same, from its parts.
template <class C, class S>
constexpr report evaluate(serving const& service, cluster const& on, basic_facility<C, double> const& site, S const& source, finance const& terms = {},
                          chip_supply const& chips = {}) {
    return evaluate(basic_deployment<C, S, double>{service, on, site, source, terms, chips});
}

}  // namespace tallywatt
