#pragma once
// One evaluation from wafer to meter: pure closed-form arithmetic over a prepared deployment and its plan, in any number
// type, also in a constant expression. No allocation, no loop over weather, hours or layers.

#include <tallywatt/tco/deployment.hpp>
#include <tallywatt/tco/per_token.hpp>
#include <tallywatt/tco/report.hpp>

namespace tallywatt {

namespace detail {

template <class T>
constexpr money_rate<T> recovered(money<T> const& capital, basic_asset_cost<T> const& per_dollar) {
    return capital.base_value * per_dollar.capital_recovery;
}

}  // namespace detail

/// Evaluates a planned deployment.
template <class T, class W>
constexpr basic_report<T> evaluate(basic_prepared_deployment<T, W> const& d, basic_deployment_plan<typename W::plan_type> const& plan) {
    auto const& c = d.cluster;
    auto const& chip = c.server.accelerator;
    auto const& asked = d.service.traffic;
    auto const& rates = d.rates;
    T const accelerators = T(double(plan.cluster.accelerators)), instances = T(double(plan.instances));
    basic_report<T> r;

    // workload: at full load, and at the mean, for which it works a share of the time; at a load above the planned mean the
    // share is above one: as much more work at the same step
    auto const serve = perform(plan.serving, d.service, c, d.site.cooling.coolant_supply);
    auto const mean = perform(plan.mean, d.service, c, d.site.cooling.coolant_supply);
    T const at_work = asked.load.value * T(plan.mean_output);
    auto const up = d.supply.availability;
    r.delivery.capacity = of_output<token_rate<T>>{instances * serve.output};
    auto const running = [&](auto const& p) { return instances * T(double(p.instance.data) * p.instance.pipeline * p.sequences); };
    auto const mix = iteration_mix_of(plan.mean, asked, mean.emitted);
    duration<T> const t_mixed = mean.mixed_step / mean.emitted, t_decode = mean.decode_step / mean.emitted;  // of a token
    T const sequences = running(plan.mean), served = sequences * at_work;
    r.delivery.output = of_output<token_rate<T>>{instances * mean.output * at_work * up};
    r.delivery.requests = instances * mean.requests * at_work * up;
    r.delivery.input = of_input<token_rate<T>>{served / mix.per_prompt(t_mixed, t_decode) * up};
    r.delivery.cached_input = of_cached_input<token_rate<T>>{r.delivery.requests * (asked.input * asked.cached)};
    r.delivery.accelerators = accelerators * accelerator_unit;
    r.delivery.accelerator_hours = r.delivery.accelerators * year;
    r.delivery.time_to_first_token = serve.time_to_first_token;
    r.delivery.time_per_output_token = serve.time_per_output_token;
    r.delivery.mean_time_to_first_token = mean.time_to_first_token;
    r.delivery.mean_time_per_output_token = mean.time_per_output_token;
    r.delivery.chip_busy = per_accelerator<power<T>>{serve.busy};
    r.delivery.chip_resting = per_accelerator<power<T>>{serve.resting};
    r.delivery.clock = serve.clock;
    operation_per_token<T> const useful = math::mix(mix.outputs().value, serve.useful_output, serve.useful_prompt);
    auto const full_mix = iteration_mix_of(plan.serving, asked, serve.emitted);
    r.delivery.model_flops_share = basic_fraction<T>{
        running(plan.serving) * (useful / full_mix.per_computed(serve.mixed_step / serve.emitted, serve.decode_step / serve.emitted)) /
        (instances * T(double(plan.serving.instance.accelerators())) * serve.peak)};
    r.memory = serve.memory;
    r.time = serve.split;

    // power, from the chip to the meter
    T const within = math::min(at_work, T(1.0)), beyond = math::max(at_work - T(1.0), T(0.0));
    power<T> const draw = math::mix(within, mean.busy, mean.resting) + beyond * (mean.busy - mean.resting);
    auto const it_at = [&](power<T> const& p) {
        return cluster_power(c, plan.cluster, server_power(c.server, per_accelerator<power<T>>{p}, d.site.cooling.liquid_captured));
    };
    // of steps with few tokens, bound by memory, a second may take more than of full ones
    auto const it = it_at(draw), it_busy = it_at(math::max(serve.busy, mean.busy)), it_provisioned = it_at(chip.tdp);
    // Means over the year: without power nothing is delivered and nothing drawn.
    r.it = {it.accelerators * up, it.host * up, it.fans * up, it.network_interfaces * up, it.supply_loss * up, it.network * up, it.storage * up};
    r.power.it = r.it.total();
    r.power.it_peak = it_busy.total();
    r.power.provisioned = it_provisioned.total();
    auto const site = perform(d.site, it.total());
    auto const facility_peak = design_day_power(d.site, r.power.it_peak);
    auto const& o = site.overhead;
    r.overhead = {o.chiller * up, o.fans * up, o.pumps * up, o.distribution * up, o.ups * up, o.transformer * up, o.auxiliary * up};
    r.power.facility = site.mean_power * up;
    r.water.site = site.site_water * up;
    r.power.facility_peak = facility_peak;
    r.power.pue = site.pue;
    r.power.wue = site.wue;
    auto const supplied = perform(d.supply, r.power.facility, facility_peak);
    r.power.meter = supplied.import;
    r.power.yearly = r.power.facility * year;
    r.power.market_based = supplied.market_based;

    // capital and cost
    auto const bought = cluster_cost(c, plan.cluster);
    auto const& b = d.building;
    T const whole = T(1.0);  // contingency falls on every part of the building alike
    T const more = whole + b.contingency / b.before_contingency();
    r.capital = {.accelerators = bought.accelerators,
                 .servers = bought.servers,
                 .network = bought.network,
                 .storage = bought.storage,
                 .racks = bought.racks,
                 .shell = more * (b.shell + b.network + b.engineering),
                 .electrical = more * b.electrical,
                 .cooling = more * (b.mechanical + b.cooling),
                 .land = more * b.land,
                 .generation = supplied.up_front};
    auto& k = r.cost;
    k.accelerators = detail::recovered(r.capital.accelerators, rates.it);
    k.servers = detail::recovered(r.capital.servers, rates.it);
    k.network = detail::recovered(r.capital.network, rates.network);
    k.storage = detail::recovered(r.capital.storage, rates.storage);
    k.racks = detail::recovered(r.capital.racks, rates.it);
    auto const upkeep = [&](auto part) {
        auto const of = [&](money<T> const& m, basic_asset_cost<T> const& a) { return m.base_value * (a.*part); };
        return of(r.capital.accelerators + r.capital.servers + r.capital.racks, rates.it) + of(r.capital.network, rates.network) + of(r.capital.storage, rates.storage);
    };
    k.it_maintenance = upkeep(&basic_asset_cost<T>::maintenance);
    k.it_insurance = upkeep(&basic_asset_cost<T>::insurance_and_tax);
    k.shell = detail::recovered(r.capital.shell, rates.shell);
    k.electrical = detail::recovered(r.capital.electrical, rates.electrical);
    k.cooling = detail::recovered(r.capital.cooling, rates.mechanical);
    k.land = detail::recovered(r.capital.land, rates.land);
    auto const building = [&](auto part) {
        return r.capital.shell.base_value * (rates.shell.*part) + r.capital.electrical.base_value * (rates.electrical.*part) +
               r.capital.cooling.base_value * (rates.mechanical.*part) + r.capital.land.base_value * (rates.land.*part);
    };
    k.building_upkeep = d.maintenance + building(&basic_asset_cost<T>::maintenance) + building(&basic_asset_cost<T>::insurance_and_tax);
    k.electricity = supplied.cost.energy;
    k.demand_charge = supplied.cost.demand;
    k.fuel = supplied.cost.fuel;
    auto const& plant = rates.generation;  // its capital is recovered over the source's own life
    money_rate<T> const generation_upkeep = supplied.cost.operation + r.capital.generation.base_value * (plant.maintenance + plant.insurance_and_tax);
    k.generation = supplied.cost.capital + generation_upkeep;
    k.water = r.water.site * d.water_price;
    k.staff = d.staff;

    // silicon
    T const life = T(double(d.it_life));
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
        r.carbon.accelerators = accelerators * r.manufacture.embodied.total() / (life * year);
        r.water.manufacture = accelerators * r.manufacture.embodied.water / (life * year);
    }
    r.carbon.electricity = supplied.location_based;
    r.carbon.fuel_supply = supplied.upstream;
    r.carbon.hosts = embodied_hosts(c, plan.cluster) / (life * year);
    r.water.generation = supplied.source_water;

    // per token, from what iterations take
    auto& u = r.unit;
    money_rate<T> const all = k.total();
    auto const energy_of = iteration_energy_of(mean, plan.cluster, it, basic_fraction<T>{at_work});
    auto const e_mixed = energy_of(t_mixed, mean.mixed_dynamic / mean.emitted).value, e_decode = energy_of(t_decode, mean.decode_dynamic / mean.emitted).value;
    at_it<energy_per_token<T>> const it_energy{mix.per_computed(e_mixed, e_decode) / sequences};
    at_it<energy_per_token<T>> const it_energy_per_output{mix.per_output(e_mixed, e_decode) / sequences};
    u.per_accelerator_hour = all / r.delivery.accelerators;
    u.energy = (it_energy * site.pue).value;
    u.energy_per_output = (it_energy_per_output * site.pue).value;
    T const served_on_average = served * up.value;
    u.output = of_output<money_per_token<T>>{all * (mix.rest_per_output(t_mixed, t_decode) / served_on_average)};
    u.input = of_input<money_per_token<T>>{all * (mix.added_per_prompt(t_mixed, t_decode) / served_on_average)};
    // What is bought or emitted by energy follows a token's energy, all else the deployment's time that it takes.
    auto const& s = d.supply;
    duration_per_token<T> const time = mix.per_computed(t_mixed, t_decode) / served_on_average;
    volume_per_token<T> const site_water = it_energy * site.wue;
    basic_cost_lines<T> standing = k;
    standing.electricity = standing.fuel = standing.water = {};
    u.blended = standing.total() * time + u.energy * (s.energy + s.fuel) + site_water * d.water_price;
    u.carbon = u.energy * (s.location_based + s.upstream) + r.carbon.embodied() * time;
    u.water = u.energy * s.water + site_water + r.water.manufacture * time;
    u.tokens_per_energy = T(1.0) / u.energy;
    auto const& price = d.service.prices;
    u.revenue = price.input * r.delivery.input + price.cached_input * r.delivery.cached_input + price.output * r.delivery.output;
    u.margin = u.revenue - all;
    money_rate<T> const expenses = k.it_maintenance + k.it_insurance + k.building_upkeep + k.electricity + k.demand_charge + k.fuel + generation_upkeep + k.water + k.staff;
    // Held above a cent a year: without a surplus the payback is out of reach, not negative.
    u.payback = r.capital.total() / math::max(u.revenue - expenses, money_rate<T>{0.01 * USD / year});

    // limits
    auto const& density = plan.cluster.racks;
    auto const& full = it_provisioned;  // switches and storage stand apart
    power<T> const in_racks = (full.accelerators + full.host + full.fans + full.network_interfaces + full.supply_loss).value;
    r.limits = {{
        {"memory of an accelerator", serve.memory.total() / chip.memory_capacity},
        {"time to first token", serve.time_to_first_token / d.service.targets.time_to_first_token},
        {"time per output token", serve.time_per_output_token / d.service.targets.time_per_output_token},
        {"prompt queue", serve.emitted * T(double(plan.serving.sequences)) * asked.fresh().in(token) / (asked.output.in(token) * T(double(plan.serving.chunk)))},
        {"native number format", T(plan.serving.native_precision ? 0.0 : 2.0), true},
        {"IT power of the site", r.power.provisioned / d.site.it_capacity},
        {"rack density", T(double(density.servers_per_rack)) * in_racks / T(double(plan.cluster.servers)) / d.site.cooling.max_rack_density},
        {"heat flux of the dies", plan.has_package ? chip.tdp / heat_area(chip.package) / d.site.cooling.max_heat_flux : T(0.0)},
        {"liquid cooling of the servers", T(plan.takes_liquid ? 0.0 : 2.0), true},
        {"network reach", T(plan.cluster.network.reached ? 0.0 : 2.0), true},
        {"package fits its wafers", T(plan.package_fits ? 0.0 : 2.0), true},
        {"height of a server in its rack", T(density.units_fit ? 0.0 : 2.0), true},
        {"accelerators made in a year", plan.chips_limited ? r.manufacture.time_to_supply / (1.0 * year) : T(0.0)},
        {"context length", serve.context_used},
        {"longest pause between tokens", serve.longest_pause / d.service.targets.longest_pause},
        {"geometry of the package", plan.has_package ? r.manufacture.geometry.tightest() : T(0.0)},
    }};
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
