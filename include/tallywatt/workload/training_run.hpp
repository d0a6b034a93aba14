#pragma once
// A whole training run: the work of its stages (workload/training_stage.hpp) through goodput to wall time, and from there to
// accelerator-hours, energy at every boundary, carbon, water and money.
//
//   wall time         t = ideal time/useful share
//   accelerator-hours (accelerators at work and spare) t
//   IT energy         E (useful + redone)/useful + resting power (t - busy time), spares resting all along
//   facility          IT x PUE;   meter, cost, carbon: what the supply makes of it over t
//   rented            accelerator-hours x rent (energy is in the rent)
//   owned             accelerator-hours x capital per accelerator-hour + energy + water
//
// Capital per accelerator-hour comes from finance (annual cost/(8,760 h x share in use)), or by Epoch AI's decline of value:
//   price 10^(-k age) k ln 10/year,  k = 0.14 orders of magnitude a year
// Published energy claims are hours x watts x PUE: hours_times_watts() gives the same on typed boundaries.
// Reference: Patterson et al. 2021 (arXiv 2104.10350), section 2.5; Cottier et al. 2024 (arXiv 2405.21015), section 2.
//
//   training_run const r = perform(w, perform(p, failures, c), p, terms, prepare(grid(catalog::pjm_virginia), rate));

#include <tallywatt/energy/power_source.hpp>
#include <tallywatt/workload/goodput.hpp>
#include <tallywatt/workload/training_stage.hpp>

namespace tallywatt {

enum class tenure : unsigned char { rented, owned };

/// Where a run is trained and on what terms.
template <class T = double>
struct basic_run_terms {
    static constexpr char const* kind = "run_terms";
    tenure held = tenure::rented;
    money_per_accelerator_time<T> rent{};     ///< all in, energy too
    money_per_accelerator_time<T> capital{};  ///< owned: accelerators, servers, network, building, upkeep
    per_accelerator<power<T>> resting{};      ///< of a server per accelerator while the job stands, at the IT load
    basic_pue<T> pue{};
    basic_wue<T> wue{};
    money_per_volume<T> water_price{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"held"}, self.held...);
        visit(field{"rent", non_negative}, self.rent...);
        visit(field{"capital", non_negative}, self.capital...);
        visit(field{"resting", non_negative}, self.resting...);
        visit(field{"pue"}, self.pue...);
        visit(field{"wue", non_negative}, self.wue...);
        visit(field{"water_price", non_negative}, self.water_price...);
    }
    constexpr operator basic_run_terms<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using run_terms = basic_run_terms<>;

/// Throws invalid_input where the way of holding the accelerators has no price: a run for nothing is one never priced.
template <class T>
constexpr void check(basic_run_terms<T> const& t) {
    bool const rented = t.held == tenure::rented;
    if (!(highest((rented ? t.rent : t.capital).base_value) > 0.0))
        throw invalid_input(rented ? "run_terms.rent" : "run_terms.capital", 0.0, "USD/accelerator-second", "0 USD per accelerator-hour: no price is given");
}

template <class T = double>
struct training_cost_lines {
    static constexpr char const* kind = "cost";
    money<T> rent{}, capital{}, electricity{}, water{};
    [[nodiscard]] constexpr money<T> total() const { return detail::sum_of<money<T>>(*this); }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"rent"}, self.rent...);
        visit(field{"capital"}, self.capital...);
        visit(field{.name = "electricity", .label = "electricity, with demand charge and fuel"}, self.electricity...);
        visit(field{"water"}, self.water...);
    }
};

template <class T = double>
struct basic_training_run {
    static constexpr char const* kind = "training_run";
    T steps{};
    token_count<T> tokens{};
    operation_count<T> operations{};
    duration<T> ideal{}, wall{};
    accelerator_time<T> accelerators{};          ///< held, spares too
    per_accelerator<flop_rate<T>> model_rate{};  ///< delivered over wall time by all that are held
    at_it<energy<T>> it{};
    at_facility<energy<T>> facility{};
    at_grid<energy<T>> meter{};                  ///< zero off grid
    co2e<T> location_based{}, market_based{}, fuel_supply{};
    volume<T> site_water{}, source_water{};
    training_cost_lines<T> cost{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"steps"}, self.steps...);
        visit(field{"tokens"}, self.tokens...);
        visit(field{"operations"}, self.operations...);
        visit(field{.name = "ideal", .label = "time without failures"}, self.ideal...);
        visit(field{.name = "wall", .label = "wall time"}, self.wall...);
        visit(field{"accelerators"}, self.accelerators...);
        visit(field{.name = "model_rate", .label = "model operations per accelerator"}, self.model_rate...);
        visit(field{.name = "it", .label = "IT energy"}, self.it...);
        visit(field{.name = "facility", .label = "facility energy"}, self.facility...);
        visit(field{.name = "meter", .label = "energy at the utility meter"}, self.meter...);
        visit(field{"location_based"}, self.location_based...);
        visit(field{"market_based"}, self.market_based...);
        visit(field{"fuel_supply"}, self.fuel_supply...);
        visit(field{"site_water"}, self.site_water...);
        visit(field{"source_water"}, self.source_water...);
        visit(field{"cost"}, self.cost...);
    }
};
using training_run = basic_training_run<>;

/// The run: its work, what of the time is useful, the accelerators held for it, terms and supply.
template <class T>
constexpr basic_training_run<T> perform(training_work<T> const& w, basic_goodput<T> const& g, goodput_plan const& p, basic_run_terms<T> const& terms, basic_prepared_supply<T> const& from) {
    basic_training_run<T> r;
    r.steps = w.steps;
    r.tokens = w.tokens;
    r.operations = w.operations;
    r.ideal = w.time;
    r.wall = w.time / g.useful.value;
    accelerator_count<T> const at_work = T(double(p.accelerators)) * accelerator_unit, held = T(double(p.held())) * accelerator_unit;
    r.accelerators = r.wall * held;
    r.model_rate = per_accelerator<flop_rate<T>>{w.operations / w.time * g.useful.value / T(double(p.held()))};
    T const redone = g.redone.value / g.useful.value;
    T const standing = g.checkpoints.value + g.restarts.value + g.planned.value + g.waiting.value;
    power<T> const at_rest = terms.resting * (at_work * standing + (held - at_work));
    r.it = at_it<energy<T>>{w.spent.value * (T(1.0) + redone) + at_rest * r.wall};
    r.facility = r.it * terms.pue;

    // The supply's factors on energy, as perform(supply, mean, peak) has them on mean power, without dividing by t on the way.
    at_facility<power<T>> const peak{(w.spent.value / w.time) * terms.pue.value};
    r.meter = at_grid<energy<T>>{r.facility.value * from.import_share.value};
    r.location_based = r.facility * from.location_based;
    r.market_based = r.facility * from.market_based;
    r.fuel_supply = r.facility * from.upstream;
    r.source_water = r.facility * from.water;
    r.site_water = r.it * terms.wue;
    if (terms.held == tenure::rented) {
        r.cost.rent = terms.rent * r.accelerators;
    } else {
        r.cost.capital = terms.capital * r.accelerators;
        r.cost.electricity = r.facility.value * (from.energy + from.fuel + from.variable) +
                             (peak * from.demand + peak * from.fixed + peak * from.capital) * r.wall;
        r.cost.water = r.site_water * terms.water_price;
    }
    return r;
}

/// Accelerator-hours times watts: IT energy, to be multiplied by a PUE once. The form of most published claims; with the
/// board's limit for the watts it leaves out hosts, and takes every hour at full power.
template <class T>
constexpr at_it<energy<T>> hours_times_watts(accelerator_time<T> const& hours, per_accelerator<power<T>> const& each) {
    return at_it<energy<T>>{each.value * (hours / accelerator_unit)};
}

/// Capital per accelerator-hour as the value of hardware declines by `orders` of magnitude a year, from `age` on (at its
/// start: what a run of weeks takes; over a year it is a sixth too much).
template <class T>
constexpr money_per_accelerator_time<T> declining_value(per_accelerator<money<T>> const& price, duration<T> const& age, basic_ratio<T> const& orders = basic_ratio<T>{T(0.14)}) {
    T const k = orders.value * T(2.302585092994046);  // ln 10
    return price.value * (math::exp(-(k * (age / year))) * k) / (year * accelerator_unit);
}

}  // namespace tallywatt
