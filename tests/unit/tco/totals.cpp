// Every total of a report is the sum of its visible lines, and the boundaries join: chip, IT, facility, meter.

#include "approx.hpp"
#include "scenarios.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace tallywatt;

namespace {

/// Sum of a struct's lines by its own visitor, in long double.
template <class Lines>
double sum_of_visited(Lines const& lines) {
    long double sum = 0.0L;
    Lines::each([&](field const&, auto const& line) { sum += static_cast<long double>(number_in(line)); }, lines);
    return static_cast<double>(sum);
}

// A report adds at most 18 lines, each to half an ulp.
constexpr double rounding = 18 * 2.3e-16;

doctest::Approx close(double x) { return near(x, rounding); }
// A chain of some dozen products and sums.
doctest::Approx chain(double x) { return near(x, 1e-13); }

}  // namespace

TEST_CASE("report: totals are the sums of their lines") {
    for (auto const& s : scenarios::all) {
        INFO(std::string(s.name));
        report const r = evaluate(s.make());
        CHECK(r.cost.total().base_value == close(sum_of_visited(r.cost)));
        CHECK(r.capital.total().base_value == close(sum_of_visited(r.capital)));
        CHECK(r.it.total().value.base_value == close(sum_of_visited(r.it)));
        CHECK(r.overhead.total().value.base_value == close(sum_of_visited(r.overhead)));
        CHECK(r.carbon.total().base_value == close(sum_of_visited(r.carbon)));
        CHECK(r.water.total().base_value == close(sum_of_visited(r.water)));
        CHECK(r.memory.total().base_value == close(sum_of_visited(r.memory)));
        CHECK(r.time.total().base_value == close(sum_of_visited(r.time)));
        CHECK(r.manufacture.cost.total().base_value == close(sum_of_visited(r.manufacture.cost)));
        CHECK(r.manufacture.embodied.total().base_value == close(sum_of_visited(r.manufacture.embodied) - r.manufacture.embodied.water.base_value));
        CHECK((r.carbon.operational() + r.carbon.embodied()).base_value == close(r.carbon.total().base_value));
        for (auto const& l : r.limits) CHECK(l.used >= 0.0);
    }
}

TEST_CASE("report: totals are the sums of their members, by name") {
    // A binding names all members, or it does not compile: one that the visitor forgets makes the sums differ.
    for (auto const& s : scenarios::all) {
        INFO(std::string(s.name));
        report const r = evaluate(s.make());
        {
            auto const& [accelerators, servers, network, storage, racks, it_maintenance, it_insurance, it_property_tax, shell, electrical, cooling, land, building_upkeep, building_insurance, property_tax, electricity,
                         demand_charge, fuel, generation, water, staff, accelerator_rent, building_rent, fit_out, software, sales_tax, carbon_price, grants, energy_credit] = r.cost;
            CHECK(r.cost.total().base_value == close((accelerators + servers + network + storage + racks + it_maintenance + it_insurance + it_property_tax + shell + electrical + cooling +
                                                      land + building_upkeep + building_insurance + property_tax + electricity + demand_charge + fuel + generation + water + staff + accelerator_rent + building_rent + fit_out +
                                                      software + sales_tax + carbon_price + grants + energy_credit)
                                                         .base_value));
        }
        {
            auto const& [accelerators, servers, network, storage, racks, shell, electrical, cooling, land, generation, fit_out, sales_tax, it_grant, building_grant] = r.capital;
            CHECK(r.capital.total().base_value ==
                  close((accelerators + servers + network + storage + racks + shell + electrical + cooling + land + generation + fit_out + sales_tax + it_grant + building_grant).base_value));
        }
        {
            auto const& [accelerators, host, fans, network_interfaces, supply_loss, network, storage] = r.it;
            CHECK(r.it.total().value.base_value == close((accelerators + host + fans + network_interfaces + supply_loss + network + storage).value.base_value));
        }
        {
            auto const& [chiller, fans, pumps, distribution, ups, transformer, auxiliary] = r.overhead;
            CHECK(r.overhead.total().value.base_value == close((chiller + fans + pumps + distribution + ups + transformer + auxiliary).value.base_value));
        }
        {
            auto const& [electricity, fuel_supply, accelerators, hosts, racks, switches, transceivers, storage] = r.carbon;
            CHECK(r.carbon.total().base_value == close((electricity + fuel_supply + accelerators + hosts + racks + switches + transceivers + storage).base_value));
            CHECK(r.carbon.operational().base_value == close((electricity + fuel_supply).base_value));
            CHECK(r.carbon.embodied().base_value == close((accelerators + hosts + racks + switches + transceivers + storage).base_value));
        }
        {
            auto const& [site, generation, manufacture, hosts] = r.water;
            CHECK(r.water.total().base_value == close((site + generation + manufacture + hosts).base_value));
        }
        {
            auto const& [weights, cache, reserve] = r.memory;
            CHECK(r.memory.total().base_value == close((weights + cache + reserve).base_value));
        }
        {
            auto const& [compute, memory, network, latency] = r.time;
            CHECK(r.time.total().base_value == close((compute + memory + network + latency).base_value));
        }
        {
            auto const& [logic, hbm, interposer, attach, substrate, test, yield_loss] = r.manufacture.cost;
            CHECK(r.manufacture.cost.total().base_value == close((logic + hbm + interposer + attach + substrate + test + yield_loss).base_value));
        }
        {
            auto const& [logic, hbm, interposer, substrate, yield_loss, heat_sink, board, water] = r.manufacture.embodied;
            CHECK(r.manufacture.embodied.total().base_value == close((logic + hbm + interposer + substrate + yield_loss + heat_sink + board).base_value));
            CHECK(water.base_value >= 0.0);
        }
    }
}

TEST_CASE("report: IT plus overhead is the facility, facility times import share is the meter") {
    for (auto const& s : scenarios::all) {
        INFO(std::string(s.name));
        deployment const d = s.make();
        auto const prepared = prepare(d);
        report const r = evaluate(prepared, plan_deployment(prepared));
        CHECK(r.power.it.value.base_value == close(r.it.total().value.base_value));
        double const facility = r.power.it.value.base_value + r.overhead.total().value.base_value;
        CHECK(r.power.facility.value.base_value == chain(facility));
        CHECK((r.power.it * r.power.pue).value.base_value == chain(facility));
        CHECK(r.power.meter.value.base_value == chain(facility * prepared.supply.import_share.value));
        CHECK(r.power.yearly.value.in(joule) == chain(facility * 8760.0 * 3600.0));
        CHECK(r.water.site.base_value == chain(r.power.it.value.base_value * r.power.wue.value.base_value));
        CHECK(r.power.it <= r.power.it_peak);
        CHECK(r.power.it_peak <= r.power.provisioned);
        CHECK(r.power.facility <= r.power.facility_peak);
        CHECK(r.power.pue.value > 1.0);
    }
}

TEST_CASE("report: what a token costs times the tokens is the cost") {
    for (auto const& s : scenarios::all) {
        INFO(std::string(s.name));
        report const r = evaluate(s.make());
        double const cost = r.cost.total().base_value;
        double const computed = r.delivery.output.value.base_value + r.delivery.input.value.base_value;
        CHECK(r.unit.output.value.base_value * r.delivery.output.value.base_value + r.unit.input.value.base_value * r.delivery.input.value.base_value ==
              chain(cost));
        CHECK(r.unit.blended.base_value * computed == chain(cost));
        CHECK(r.unit.per_accelerator_hour.base_value * r.delivery.accelerators.base_value == chain(cost));
        CHECK((r.unit.per_accelerator_hour * r.delivery.accelerator_hours).base_value == chain((r.cost.total() * year).base_value));
        CHECK(r.unit.energy.base_value * computed == chain(r.power.facility.value.base_value));
        CHECK(r.unit.energy_per_output.base_value * r.delivery.output.value.base_value == chain(r.power.facility.value.base_value));
        CHECK(r.unit.tokens_per_energy.base_value * r.unit.energy.base_value == chain(1.0));
        CHECK(r.unit.carbon.base_value * computed == chain(r.carbon.total().base_value));
        CHECK(r.unit.water.base_value * computed == chain(r.water.total().base_value));
        // prompts and outputs apart are all of it too
        auto const both = [&](double input, double output) { return input * r.delivery.input.value.base_value + output * r.delivery.output.value.base_value; };
        CHECK(both(r.unit.input_energy.value.base_value, r.unit.output_energy.value.base_value) == chain(r.power.facility.value.base_value));
        CHECK(both(r.unit.input_carbon.value.base_value, r.unit.output_carbon.value.base_value) == chain(r.carbon.total().base_value));
        CHECK(both(r.unit.input_water.value.base_value, r.unit.output_water.value.base_value) == chain(r.water.total().base_value));
        CHECK(r.unit.input_energy.value < r.unit.output_energy.value);  // a prompt's tokens are computed many at a time
    }
}

TEST_CASE("report: tokens follow from requests") {
    for (auto const& s : scenarios::all) {
        INFO(std::string(s.name));
        deployment const d = s.make();
        report const r = evaluate(d);
        auto const& t = d.service.traffic;
        double const requests = r.delivery.requests.base_value;
        CHECK(r.delivery.output.value.base_value == chain(requests * t.output.base_value));
        CHECK(r.delivery.input.value.base_value + r.delivery.cached_input.value.base_value == chain(requests * t.input.base_value));
        CHECK(r.delivery.cached_input.value.base_value == chain(requests * t.input.base_value * t.cached.value));
    }
}
