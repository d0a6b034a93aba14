#pragma once
// A deployment joins every room: work (a service, or runs of training) on a cluster in a facility on a supply, paid for on
// terms, of accelerators that somebody has to make, held in a tenure and under a policy. It is prepared once (weather, levelised prices, annuities), planned once (layout, batch, counts;
// in double) and then evaluated as often as wanted, in any number type.
//
//   deployment d{.service = service, .cluster = {...}, .site = site, .supply = catalog::pjm_virginia};
//   auto prepared = prepare(d);   auto plan = plan_deployment(prepared);   auto r = evaluate(prepared, plan);

#include <tallywatt/cluster/cluster_embodied.hpp>
#include <tallywatt/energy/supply.hpp>
#include <tallywatt/facility/performance.hpp>
#include <tallywatt/finance/finance.hpp>
#include <tallywatt/silicon/chip_supply.hpp>
#include <tallywatt/tco/policy.hpp>
#include <tallywatt/tco/tenure.hpp>
#include <tallywatt/workload/workload.hpp>

namespace tallywatt {

/// Runs of training (tco/training_deployment.hpp).
template <class W>
concept trains_models = described<W> && requires(W const& w) { w.job, w.tokens; };

/// Work is a workload or runs of training, Cooling a cooling_technology and Source a power_source, or a std::variant of several.
template <class Cooling = basic_cooling<double>, class Source = basic_supply<double>, class T = double, class Work = basic_serving<T>>
struct basic_deployment {
    static constexpr char const* kind = "deployment";
    Work service{};
    basic_cluster<T> cluster{};
    basic_facility<Cooling, T> site{};
    Source supply{};
    basic_finance<T> finance{};
    basic_chip_supply<T> chips{};  ///< what a year of the industry gives this product; all zero: unlimited
    basic_tenure_terms<T> tenure{};
    basic_policy<T> policy{};
    basic_cluster_parts<T> embodied{.rack = 530.0 * kgCO2e, .network_switch = 300.0 * kgCO2e, .transceiver = 3.0 * kgCO2e, .storage = 0.03 * kgCO2e / GB};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"service"}, self.service...);
        visit(field{"cluster"}, self.cluster...);
        visit(field{"site"}, self.site...);
        visit(field{"supply"}, self.supply...);
        visit(field{"finance"}, self.finance...);
        visit(field{"chips"}, self.chips...);
        visit(field{"tenure"}, self.tenure...);
        visit(field{"policy"}, self.policy...);
        visit(field{"embodied", {}, {"Assumed from weights of common parts; flash as vendors state it", "2026", confidence::assumed}}, self.embodied...);
    }
};
using deployment = basic_deployment<>;
/// Keeps every range of the catalog: convert<double> gives the likely values to plan with, convert<interval> the bounds.
using uncertain_deployment = basic_deployment<basic_cooling<estimate>, basic_supply<estimate>, estimate>;

/// Yearly cost of a dollar in each class of assets.
template <class T = double>
struct basic_annual_rates {
    basic_asset_cost<T> it{}, network{}, storage{}, shell{}, electrical{}, mechanical{}, land{}, generation{};
};

template <class T>
constexpr basic_annual_rates<T> annual_rates(basic_finance<T> const& f) {
    auto const of = [&](asset_kind k) { return annual_cost(money<T>::from_base(T(1.0)), k, f); };
    return {of(asset_kind::it),         of(asset_kind::network),    of(asset_kind::data_storage), of(asset_kind::shell),
            of(asset_kind::electrical), of(asset_kind::mechanical), of(asset_kind::land),         of(asset_kind::own_generation)};
}

/// A deployment whose site and supply are summed up: no weather, no annuities left to compute.
template <class T = double, class Work = basic_serving<T>>
struct basic_prepared_deployment {
    Work service{};
    basic_cluster<T> cluster{};
    basic_prepared_facility<T> site{};
    basic_facility_capital<T> building{};
    money_rate<T> staff{}, maintenance{};
    T taxed = T(1.0);  ///< share of the property tax on building and land that is due
    money_per_volume<T> water_price{};
    basic_prepared_supply<T> supply{};
    basic_annual_rates<T> rates{};
    int it_life = 5, network_life = 6, storage_life = 5;
    basic_chip_supply<T> chips{};
    basic_prepared_tenure<T> tenure{};
    money_rate<T> fit_out{};  ///< its recovery
    money_per_accelerator_time<T> software{};
    basic_policy<T> policy{};
    basic_cluster_parts<T> embodied{};
};
using prepared_deployment = basic_prepared_deployment<>;

namespace detail {

/// check(x) of a part, where it has one, with the part's place in the deployment before the path of what it throws.
template <class X>
constexpr void check_at(char const* place, X const& x) {
    if constexpr (is_variant<X>)
        std::visit([&](auto const& held) { check_at(place, held); }, x);
    else if constexpr (requires { check(x); }) {
        try {
            check(x);
        } catch (invalid_input const& e) {
            std::string path = e.path();
            std::string const complaint = std::string(e.what()).substr(path.size() + 2), root = std::string(X::kind) + '.';
            if (path.substr(0, root.size()) == root) path = path.substr(root.size());
            throw invalid_input(std::string(place) + '.' + path, e.value(), e.unit(), complaint);
        }
    }
}

/// A supply whose prices are k times as high.
template <class T>
constexpr void scale_prices(basic_prepared_supply<T>& s, T const& k) {
    s.energy *= k, s.fuel *= k, s.variable *= k, s.up_front *= k;
    for (auto* c : {&s.demand, &s.fixed, &s.capital}) c->value *= k;
}

}  // namespace detail

/// Throws invalid_input for the first field that makes no sense, by its path ("site.cooling.approach: ...").
template <class C, class S, class T, class W>
constexpr void validate_deployment(basic_deployment<C, S, T, W> const& d) {
    validate(d, "");
    if constexpr (requires { d.service.model; }) detail::check_at("service.model", d.service.model);
    if constexpr (requires { d.service.job.model; }) detail::check_at("service.job.model", d.service.job.model);
    detail::check_at("service", d.service);
    detail::check_at("site", d.site);
    detail::check_at("supply", d.supply);
    auto const& chip = d.cluster.server.accelerator;
    if (!(lowest(chip.bf16.peak.value.base_value) > 0.0))  // the format that every chip has: others fall back on it
        throw invalid_input("cluster.server.accelerator.bf16.peak", lowest(chip.bf16.peak.value.base_value), "FLOP/s", "0 FLOP/s is not above 0 FLOP/s");
    detail::check_at("cluster.server.accelerator", chip);
    detail::check_at("cluster.server.scale_up", d.cluster.server.scale_up);
    if constexpr (std::same_as<T, double>) detail::check_at("cluster.network", d.cluster.network);  // counts, the same in every number type
    if constexpr (requires { d.service.stack; }) {
        int const held = d.service.stack.communication_units;
        if (held >= chip.compute_units)
            throw invalid_input("service.stack.communication_units", held, "", std::to_string(held) + " is not below the chip's " + std::to_string(chip.compute_units));
    }
    if (chip.package_known) {
        constexpr char const* repeated[die_kinds] = {
            "cluster.server.accelerator.package.dies[0].die.repeated", "cluster.server.accelerator.package.dies[1].die.repeated",
            "cluster.server.accelerator.package.dies[2].die.repeated", "cluster.server.accelerator.package.dies[3].die.repeated"};
        for (std::size_t i = 0; i < chip.package.dies.size(); ++i)
            if (chip.package.dies[i].count > 0) detail::check_at(repeated[i], chip.package.dies[i].die.repeated);
        detail::check_at("cluster.server.accelerator.package", chip.package);
    }
}

/// Sums up weather, tariffs and annuities. Call once per deployment; validates first.
template <class C, class S, class T, class W>
constexpr basic_prepared_deployment<T, W> prepare(basic_deployment<C, S, T, W> const& d) {
    static_assert(workload<W, T> || trains_models<W>, "service: not a workload: see workload/workload.hpp");
    validate_deployment(d);
    basic_prepared_deployment<T, W> p;
    p.service = d.service;
    p.cluster = d.cluster;
    p.site = prepare(d.site);
    p.building = facility_capital_of(d.site);
    p.staff = facility_staff_of(d.site);
    p.maintenance = facility_upkeep_of(d.site);
    p.taxed = complement(d.site.place.property_tax_abated).value;
    p.water_price = d.site.water_price;
    p.supply = prepare(d.supply, d.finance.discount);
    p.rates = annual_rates(d.finance);
    p.it_life = d.finance.it.life;
    p.network_life = d.finance.network.life;
    p.storage_life = d.finance.storage.life;
    p.chips = d.chips;
    p.policy = d.policy;
    p.software = d.finance.software;
    p.embodied = d.embodied;
    p.tenure = prepare(d.tenure, d.site.it_capacity, p.building.total(), d.finance.discount);
    p.fit_out = p.tenure.fit_out * capital_recovery_factor(d.finance.discount, p.tenure.fit_out_life);
    // what is paid for in the rent costs nothing on top
    p.staff = p.tenure.upkeep * p.staff;
    p.maintenance = p.tenure.upkeep * p.maintenance;
    p.water_price = p.tenure.utilities * p.water_price;
    detail::scale_prices(p.supply, p.tenure.utilities);
    return p;
}

/// Everything discrete about a deployment. WorkPlan is the workload's plan_type.
template <class WorkPlan = serving_plan>
struct basic_deployment_plan {
    WorkPlan serving{};        ///< of the work, whatever it is
    WorkPlan mean{};           ///< of a service at the traffic's mean load
    double mean_output = 1.0;  ///< output of `serving` over that of `mean`: the time at work is load times this
    cluster_plan cluster{};
    package_plan package{};
    int instances = 0;
    bool fits_site = true;      ///< at least one instance's servers fit in the site
    bool has_package = false;
    bool package_fits = true;   ///< every die and the interposer fit on a wafer
    bool chips_limited = false; ///< a supply of accelerators is given, of something the package needs
    bool takes_liquid = true;   ///< the servers can be cooled as the site does
    mandate_plan mandated{};
};
using deployment_plan = basic_deployment_plan<>;

namespace detail {

/// Accelerators that one instance of a planned work takes.
template <class WorkPlan>
constexpr int accelerators_of(WorkPlan const& p) {
    if constexpr (requires { p.accelerators(); })
        return p.accelerators();
    else
        return p.instance.accelerators();
}

/// IT power of a planned cluster with every accelerator at its power limit.
constexpr at_it<power<>> provisioned_power(cluster const& c, cluster_plan const& p, fraction const& liquid) {
    return cluster_power(c, p, server_power(c.server, per_accelerator<power<>>{c.server.accelerator.tdp}, liquid)).total();
}

}  // namespace detail

/// How many servers fit, provisioned for every accelerator at its power limit, and what joins them.
template <class W>
constexpr cluster_plan fill_site(basic_prepared_deployment<double, W> const& d) {
    auto const& c = d.cluster;
    auto const limit = d.site.cooling.max_rack_density.base_value < 1e12 ? d.site.cooling.max_rack_density : power<>{};
    auto const plan = [&](int n) { return plan_cluster(c, n, limit); };
    auto const fits = [&](int n) { return detail::provisioned_power(c, plan(n), d.site.cooling.liquid_captured) <= d.site.it_capacity; };
    int low = 0, high = 1;  // power grows with the number of servers
    while (fits(high) && high < (1 << 24)) low = high, high *= 2;
    while (high - low > 1) {
        int const middle = low + (high - low) / 2;
        (fits(middle) ? low : high) = middle;
    }
    return plan(low);
}

/// Plans the mean load of what `p.serving` serves at full load.
template <class W>
constexpr void set_mean_load(basic_deployment_plan<typename W::plan_type>& p, basic_prepared_deployment<double, W> const& d) {
    auto const& coolant = d.site.cooling.coolant_supply;
    if constexpr (!trains_models<W>) p.mean = p.serving;
    p.mean_output = 1.0;
    if constexpr (requires { plan_at_load(p.serving, d.service, d.cluster, coolant, 1.0); }) {
        p.mean = plan_at_load(p.serving, d.service, d.cluster, coolant, d.service.traffic.load.value);
        p.mean_output = perform(p.serving, d.service, d.cluster, coolant).output / perform(p.mean, d.service, d.cluster, coolant).output;
    }
}

/// Chooses layout, batch and chunk, fills the site with servers, and packs wafers. A mean load below full acts as a smaller
/// batch (see plan_at_load), or, for a workload that has no such plan, as time at rest.
template <class W>
constexpr basic_deployment_plan<typename W::plan_type> plan_deployment(basic_prepared_deployment<double, W> const& d) {
    basic_deployment_plan<typename W::plan_type> p;
    p.serving = plan_workload(d.service, d.cluster, d.site.cooling.coolant_supply);
    set_mean_load(p, d);
    p.cluster = fill_site(d);
    int const wanted = detail::accelerators_of(p.serving);
    // an instance lies in one server, or takes whole ones
    int const each = d.cluster.server.accelerators;
    p.instances = wanted <= each ? p.cluster.servers * (each / wanted) : p.cluster.servers / servers_for(d.cluster.server, wanted);
    if (p.instances < 1) {  // the smallest deployment that serves at all; the site's limit reports it
        p.fits_site = false;
        p.instances = 1;
        p.cluster = plan_cluster(d.cluster, servers_for(d.cluster.server, wanted), p.cluster.racks.allowed);
    }
    p.has_package = d.cluster.server.accelerator.package_known;
    if (p.has_package) {
        auto const& made = d.cluster.server.accelerator.package;
        p.package = plan_package(made);
        p.package_fits = p.package.feasible(made);
        for (auto const i : supply_inputs) p.chips_limited = p.chips_limited || is_limiting(i, made, p.package, d.chips);
    }
    p.mandated = plan_mandates(d.policy.mandates);
    p.takes_liquid = d.cluster.server.liquid_ready || d.site.cooling.liquid_captured.value <= 0.0;
    return p;
}

}  // namespace tallywatt
