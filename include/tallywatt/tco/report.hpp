#pragma once
// The report: what a deployment delivers, draws, costs, emits and drinks, and what limits it. A plain aggregate; every
// total is the sum of its lines. One type for every kind of work: the sections of another kind are empty.

#include <tallywatt/cluster/cluster.hpp>
#include <tallywatt/facility/performance.hpp>
#include <tallywatt/silicon/chip_supply.hpp>
#include <tallywatt/silicon/embodied.hpp>
#include <tallywatt/silicon/package_geometry.hpp>
#include <tallywatt/tco/limit.hpp>
#include <tallywatt/workload/goodput.hpp>
#include <tallywatt/workload/memory.hpp>
#include <tallywatt/workload/step.hpp>
#include <tallywatt/workload/training.hpp>

namespace tallywatt {

/// Yearly cost by component.
template <class T = double>
struct basic_cost_lines {
    static constexpr char const* kind = "cost";
    money_rate<T> accelerators{}, servers{}, network{}, storage{}, racks{};  ///< capital recovery
    money_rate<T> it_maintenance{}, it_insurance{}, it_property_tax{};
    money_rate<T> shell{}, electrical{}, cooling{}, land{}, building_upkeep{}, building_insurance{}, property_tax{};
    money_rate<T> electricity{}, demand_charge{}, fuel{}, generation{}, water{}, staff{};
    money_rate<T> accelerator_rent{}, building_rent{}, fit_out{};  ///< where they are not owned; see tco/tenure.hpp
    money_rate<T> software{};                                      ///< licences and support
    money_rate<T> sales_tax{}, carbon_price{}, grants{}, energy_credit{};  ///< the last two negative; see tco/policy.hpp
    [[nodiscard]] constexpr money_rate<T> total() const { return detail::sum_of<money_rate<T>>(*this); }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"accelerators"}, self.accelerators...);
        visit(field{"servers"}, self.servers...);
        visit(field{"network"}, self.network...);
        visit(field{"storage"}, self.storage...);
        visit(field{"racks"}, self.racks...);
        visit(field{.name = "it_maintenance", .label = "IT maintenance"}, self.it_maintenance...);
        visit(field{.name = "it_insurance", .label = "IT insurance"}, self.it_insurance...);
        visit(field{.name = "it_property_tax", .label = "property tax on IT"}, self.it_property_tax...);
        visit(field{.name = "shell", .label = "building shell"}, self.shell...);
        visit(field{.name = "electrical", .label = "electrical plant"}, self.electrical...);
        visit(field{.name = "cooling", .label = "cooling plant"}, self.cooling...);
        visit(field{"land"}, self.land...);
        visit(field{"building_upkeep"}, self.building_upkeep...);
        visit(field{"building_insurance"}, self.building_insurance...);
        visit(field{.name = "property_tax", .label = "property tax on building and land"}, self.property_tax...);
        visit(field{"electricity"}, self.electricity...);
        visit(field{"demand_charge"}, self.demand_charge...);
        visit(field{"fuel"}, self.fuel...);
        visit(field{.name = "generation", .label = "own generation"}, self.generation...);
        visit(field{"water"}, self.water...);
        visit(field{"staff"}, self.staff...);
        visit(field{"accelerator_rent"}, self.accelerator_rent...);
        visit(field{"building_rent"}, self.building_rent...);
        visit(field{.name = "fit_out", .label = "fit-out"}, self.fit_out...);
        visit(field{.name = "software", .label = "software licences"}, self.software...);
        visit(field{"sales_tax"}, self.sales_tax...);
        visit(field{"carbon_price"}, self.carbon_price...);
        visit(field{"grants"}, self.grants...);
        visit(field{"energy_credit"}, self.energy_credit...);
    }
};

/// Capital by component.
template <class T = double>
struct basic_capital_lines {
    static constexpr char const* kind = "capital";
    money<T> accelerators{}, servers{}, network{}, storage{}, racks{};
    money<T> shell{}, electrical{}, cooling{}, land{}, generation{};
    money<T> fit_out{}, sales_tax{}, it_grant{}, building_grant{};  ///< grants: negative
    [[nodiscard]] constexpr money<T> total() const { return detail::sum_of<money<T>>(*this); }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"accelerators"}, self.accelerators...);
        visit(field{"servers"}, self.servers...);
        visit(field{"network"}, self.network...);
        visit(field{"storage"}, self.storage...);
        visit(field{"racks"}, self.racks...);
        visit(field{.name = "shell", .label = "building shell"}, self.shell...);
        visit(field{.name = "electrical", .label = "electrical plant"}, self.electrical...);
        visit(field{.name = "cooling", .label = "cooling plant"}, self.cooling...);
        visit(field{"land"}, self.land...);
        visit(field{.name = "generation", .label = "own generation"}, self.generation...);
        visit(field{.name = "fit_out", .label = "fit-out"}, self.fit_out...);
        visit(field{"sales_tax"}, self.sales_tax...);
        visit(field{.name = "it_grant", .label = "grant on IT"}, self.it_grant...);
        visit(field{.name = "building_grant", .label = "grant on the building"}, self.building_grant...);
    }
};

/// Emissions by component; electricity by location.
template <class T = double>
struct basic_carbon_lines {
    static constexpr char const* kind = "carbon";
    co2e_rate<T> electricity{}, fuel_supply{}, accelerators{}, hosts{}, racks{}, switches{}, transceivers{}, storage{};
    [[nodiscard]] constexpr co2e_rate<T> total() const { return detail::sum_of<co2e_rate<T>>(*this); }
    [[nodiscard]] constexpr co2e_rate<T> operational() const { return electricity + fuel_supply; }
    [[nodiscard]] constexpr co2e_rate<T> embodied() const { return accelerators + hosts + racks + switches + transceivers + storage; }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{.name = "electricity", .label = "operation, by location"}, self.electricity...);
        visit(field{"fuel_supply"}, self.fuel_supply...);
        visit(field{.name = "accelerators", .label = "embodied, accelerators"}, self.accelerators...);
        visit(field{.name = "hosts", .label = "embodied, hosts"}, self.hosts...);
        visit(field{.name = "racks", .label = "embodied, racks"}, self.racks...);
        visit(field{.name = "switches", .label = "embodied, switches"}, self.switches...);
        visit(field{.name = "transceivers", .label = "embodied, transceivers"}, self.transceivers...);
        visit(field{.name = "storage", .label = "embodied, storage"}, self.storage...);
    }
};

/// Water consumed by component.
template <class T = double>
struct basic_water_lines {
    static constexpr char const* kind = "water";
    volume_rate<T> site{}, generation{}, manufacture{}, hosts{};
    [[nodiscard]] constexpr volume_rate<T> total() const { return detail::sum_of<volume_rate<T>>(*this); }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{.name = "site", .label = "site (cooling)"}, self.site...);
        visit(field{.name = "generation", .label = "source (generation)"}, self.generation...);
        visit(field{.name = "manufacture", .label = "chip manufacture"}, self.manufacture...);
        visit(field{.name = "hosts", .label = "manufacture of servers' other parts"}, self.hosts...);
    }
};

/// What kind of work a report is of.
enum class work_kind : unsigned char { service, runs };

/// Rates and totals; of training the accelerators alone.
template <class T = double>
struct basic_delivery {
    static constexpr char const* kind = "delivery";
    of_output<token_rate<T>> output{};                ///< mean over the year
    of_input<token_rate<T>> input{};                  ///< prompt tokens computed
    of_cached_input<token_rate<T>> cached_input{};    ///< prompt tokens found in the cache
    of_output<token_rate<T>> capacity{};                         ///< output tokens at full load
    rate<T> requests{};
    accelerator_count<T> accelerators{};
    accelerator_time<T> accelerator_hours{};          ///< provisioned, in a year
    duration<T> time_to_first_token{}, time_per_output_token{};            ///< at full load
    duration<T> mean_time_to_first_token{}, mean_time_per_output_token{};  ///< at mean load
    per_accelerator<power<T>> chip_busy{}, chip_resting{};
    basic_fraction<T> clock{};                        ///< of nominal, while prompts are computed
    basic_fraction<T> model_flops_share{};            ///< of the chips' dense peak in the weights' format, at full load
    basic_fraction<T> delivered{};                    ///< of all accelerator-hours: with power, at work, and for work that is kept

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{.name = "output", .label = "output tokens"}, self.output...);
        visit(field{.name = "input", .label = "input tokens, computed"}, self.input...);
        visit(field{.name = "cached_input", .label = "input tokens, cached"}, self.cached_input...);
        visit(field{.name = "capacity", .label = "output capacity at full load"}, self.capacity...);
        visit(field{"requests"}, self.requests...);
        visit(field{"accelerators"}, self.accelerators...);
        visit(field{.name = "accelerator_hours", .label = "accelerator-hours a year"}, self.accelerator_hours...);
        visit(field{"time_to_first_token"}, self.time_to_first_token...);
        visit(field{"time_per_output_token"}, self.time_per_output_token...);
        visit(field{.name = "mean_time_to_first_token", .label = "time to first token at mean load"}, self.mean_time_to_first_token...);
        visit(field{.name = "mean_time_per_output_token", .label = "time per output token at mean load"}, self.mean_time_per_output_token...);
        visit(field{.name = "chip_busy", .label = "accelerator power, serving"}, self.chip_busy...);
        visit(field{.name = "chip_resting", .label = "accelerator power, idle"}, self.chip_resting...);
        visit(field{.name = "clock", .label = "clock under the power limit"}, self.clock...);
        visit(field{.name = "model_flops_share", .label = "model FLOPs utilisation"}, self.model_flops_share...);
        visit(field{.name = "delivered", .label = "accelerator-hours delivered"}, self.delivered...);
    }
};

/// Runs of training, each run from its first step to its last.
template <class T = double>
struct basic_training_delivery {
    static constexpr char const* kind = "training";
    token_rate<T> tokens{};               ///< trained, mean over the year
    rate<T> runs{};
    T jobs{};                             ///< under way at once
    accelerator_count<T> at_work{}, held{};  ///< of a job; held with its spares
    duration<T> step{};
    T steps{};                            ///< of a run
    duration<T> ideal{}, wall{};          ///< of a run: without failures, and with failures and outages of the supply
    basic_goodput<T> kept{};              ///< shares of a run's time
    per_accelerator<token_rate<T>> tokens_per_accelerator{};  ///< in a step
    per_accelerator<flop_rate<T>> model_rate{};               ///< in a step
    basic_fraction<T> hardware_flops_share{};                 ///< of peak, recomputed ones too
    accelerator_time<T> hours_per_run{};
    money<T> cost_per_run{};              ///< all cost of a year over its runs, and so on
    energy<T> energy_per_run{};           ///< at the facility's busbar
    co2e<T> carbon_per_run{};             ///< embodied included
    volume<T> water_per_run{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{.name = "tokens", .label = "tokens trained"}, self.tokens...);
        visit(field{"runs"}, self.runs...);
        visit(field{.name = "jobs", .label = "jobs at once"}, self.jobs...);
        visit(field{.name = "at_work", .label = "accelerators of a job"}, self.at_work...);
        visit(field{.name = "held", .label = "and with its spares"}, self.held...);
        visit(field{.name = "step", .label = "step time"}, self.step...);
        visit(field{.name = "steps", .label = "steps of a run"}, self.steps...);
        visit(field{.name = "ideal", .label = "run time without failures"}, self.ideal...);
        visit(field{.name = "wall", .label = "wall time of a run"}, self.wall...);
        visit(field{"kept"}, self.kept...);
        visit(field{"tokens_per_accelerator"}, self.tokens_per_accelerator...);
        visit(field{.name = "model_rate", .label = "model operations per accelerator"}, self.model_rate...);
        visit(field{.name = "hardware_flops_share", .label = "hardware FLOPs utilisation"}, self.hardware_flops_share...);
        visit(field{.name = "hours_per_run", .label = "accelerator-hours of a run"}, self.hours_per_run...);
        visit(field{.name = "cost_per_run", .label = "cost of a run"}, self.cost_per_run...);
        visit(field{.name = "energy_per_run", .label = "energy of a run"}, self.energy_per_run...);
        visit(field{.name = "carbon_per_run", .label = "CO2e of a run"}, self.carbon_per_run...);
        visit(field{.name = "water_per_run", .label = "water of a run"}, self.water_per_run...);
    }
};

/// Per token and per accelerator-hour; tokens computed are those served and their prompts, or those trained. Cost is shared between prompts and outputs by the iteration time each takes.
template <class T = double>
struct basic_unit_economics {
    static constexpr char const* kind = "unit";
    money_per_accelerator_time<T> per_accelerator_hour{};
    money_per_accelerator_time<T> per_delivered_hour{};  ///< levelised cost of compute: over the hours that are delivered
    of_output<money_per_token<T>> output{};
    of_input<money_per_token<T>> input{};
    money_per_token<T> blended{};            ///< all cost over all computed tokens
    energy_per_token<T> energy{};            ///< at the facility's busbar, per computed token
    energy_per_token<T> energy_per_output{};
    token_per_energy<T> tokens_per_energy{};
    co2e_per_token<T> carbon{};              ///< per computed token, embodied included
    volume_per_token<T> water{};
    /// of a service, shared between prompts and outputs as cost is, energy by what iterations draw
    of_input<energy_per_token<T>> input_energy{};
    of_output<energy_per_token<T>> output_energy{};
    of_input<co2e_per_token<T>> input_carbon{};
    of_output<co2e_per_token<T>> output_carbon{};
    of_input<volume_per_token<T>> input_water{};
    of_output<volume_per_token<T>> output_water{};
    money_rate<T> revenue{};
    money_rate<T> margin{};                  ///< revenue less all cost
    duration<T> payback{};                   ///< capital over revenue less operating cost; nothing where nothing is sold

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{.name = "per_accelerator_hour", .label = "per accelerator-hour"}, self.per_accelerator_hour...);
        visit(field{.name = "per_delivered_hour", .label = "per delivered accelerator-hour"}, self.per_delivered_hour...);
        visit(field{.name = "output", .label = "per output token"}, self.output...);
        visit(field{.name = "input", .label = "per computed input token"}, self.input...);
        visit(field{.name = "blended", .label = "per computed token"}, self.blended...);
        visit(field{.name = "energy", .label = "energy per computed token"}, self.energy...);
        visit(field{.name = "energy_per_output", .label = "energy with prompts, per output token"}, self.energy_per_output...);
        visit(field{.name = "tokens_per_energy", .label = "computed tokens per energy"}, self.tokens_per_energy...);
        visit(field{.name = "carbon", .label = "CO2e per computed token"}, self.carbon...);
        visit(field{.name = "water", .label = "water per computed token"}, self.water...);
        visit(field{.name = "input_energy", .label = "energy per computed input token"}, self.input_energy...);
        visit(field{.name = "output_energy", .label = "energy per output token"}, self.output_energy...);
        visit(field{.name = "input_carbon", .label = "CO2e per computed input token"}, self.input_carbon...);
        visit(field{.name = "output_carbon", .label = "CO2e per output token"}, self.output_carbon...);
        visit(field{.name = "input_water", .label = "water per computed input token"}, self.input_water...);
        visit(field{.name = "output_water", .label = "water per output token"}, self.output_water...);
        visit(field{"revenue"}, self.revenue...);
        visit(field{"margin"}, self.margin...);
        visit(field{"payback"}, self.payback...);
    }
};

/// What the accelerators are made of and how fast they can be had.
template <class T = double>
struct basic_manufacture {
    static constexpr char const* kind = "manufacture";
    basic_package_cost<T> cost{};
    basic_embodied<T> embodied{};
    basic_package_geometry<T> geometry{};
    basic_ratio<T> price_over_cost{};
    duration<T> time_to_supply{};          ///< of the fleet, from this product's share of the industry
    supply_input scarcest = supply_input::logic_wafers;

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"cost"}, self.cost...);
        visit(field{"embodied"}, self.embodied...);
        visit(field{"geometry"}, self.geometry...);
        visit(field{.name = "price_over_cost", .label = "price over manufacturing cost"}, self.price_over_cost...);
        visit(field{.name = "time_to_supply", .label = "industry output the fleet takes"}, self.time_to_supply...);
        visit(field{"scarcest"}, self.scarcest...);
    }
};

/// Power, energy and metrics.
template <class T = double>
struct basic_power_report {
    static constexpr char const* kind = "power";
    at_it<power<T>> it{};
    at_it<power<T>> it_peak{};
    at_it<power<T>> provisioned{};            ///< every accelerator at its power limit
    at_facility<power<T>> facility{};
    at_facility<power<T>> facility_peak{};
    at_grid<power<T>> meter{};
    basic_pue<T> pue{};
    basic_wue<T> wue{};
    at_facility<energy<T>> yearly{};          ///< a year's
    co2e_rate<T> market_based{};              ///< electricity by contract
    at_grid<power<T>> meter_peak{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{.name = "it", .label = "IT, mean"}, self.it...);
        visit(field{.name = "it_peak", .label = "IT, all serving"}, self.it_peak...);
        visit(field{.name = "provisioned", .label = "IT, provisioned"}, self.provisioned...);
        visit(field{.name = "facility", .label = "facility, mean"}, self.facility...);
        visit(field{.name = "facility_peak", .label = "facility, design day"}, self.facility_peak...);
        visit(field{.name = "meter", .label = "meter, mean"}, self.meter...);
        visit(field{.name = "pue", .label = "PUE"}, self.pue...);
        visit(field{.name = "wue", .label = "WUE"}, self.wue...);
        visit(field{.name = "yearly", .label = "facility energy a year"}, self.yearly...);
        visit(field{.name = "market_based", .label = "market-based emissions"}, self.market_based...);
        visit(field{.name = "meter_peak", .label = "meter, design day"}, self.meter_peak...);
    }
};

inline constexpr std::size_t limit_count = 24;

template <class T = double>
struct basic_report {
    static constexpr char const* kind = "report";
    work_kind work = work_kind::service;
    basic_delivery<T> delivery{};
    basic_training_delivery<T> training{};
    basic_power_report<T> power{};
    cluster_power_lines<T> it{};                ///< mean, by component
    basic_facility_overhead<T> overhead{};     ///< mean, by component
    basic_capital_lines<T> capital{};
    basic_cost_lines<T> cost{};
    basic_carbon_lines<T> carbon{};
    basic_water_lines<T> water{};
    basic_unit_economics<T> unit{};
    basic_manufacture<T> manufacture{};
    memory_use<T> memory{};
    time_split<T> time{};                     ///< of the mean iteration on one accelerator
    training_memory<T> memory_of_training{};  ///< of the fullest accelerator
    training_time<T> time_of_training{};      ///< of a step on the slowest stage
    std::array<limit<T>, limit_count> limits{};  ///< those without a name are not asked for
    bool package_known = false;

    [[nodiscard]] constexpr limit<T> const& binding_limit() const { return binding(limits); }
    [[nodiscard]] constexpr bool feasible() const {
        for (auto const& l : limits)
            if (l.state() != limit_state::met) return false;
        return true;
    }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"work"}, self.work...);
        visit(field{"delivery"}, self.delivery...);
        visit(field{"training"}, self.training...);
        visit(field{"power"}, self.power...);
        visit(field{"it"}, self.it...);
        visit(field{"overhead"}, self.overhead...);
        visit(field{"capital"}, self.capital...);
        visit(field{"cost"}, self.cost...);
        visit(field{"carbon"}, self.carbon...);
        visit(field{"water"}, self.water...);
        visit(field{"unit"}, self.unit...);
        visit(field{"manufacture"}, self.manufacture...);
        visit(field{"memory"}, self.memory...);
        visit(field{"time"}, self.time...);
        visit(field{"memory_of_training"}, self.memory_of_training...);
        visit(field{"time_of_training"}, self.time_of_training...);
    }
};
using report = basic_report<>;

}  // namespace tallywatt
