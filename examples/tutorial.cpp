// docs/tutorial.md in one program: from the first quantity to a deployment of one's own and what decides its price.

// [includes]
#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/io.hpp>
#include <tallywatt/tallywatt.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;
// [/includes]

namespace {

void quantities() {
    // [quantities]
    power<> const rack = 132_kW;
    energy<> const day = rack * (24.0 * hour);
    money<> const bill = day * 0.08_USD_per_kWh;
    fmt::print("a rack draws {:.4g}, {:.4g} a day, {:.4g}\n", rack, day, bill);
    // [/quantities]
}

// [deployment]
deployment first_deployment() {
    serving const service{
        .model = catalog::llama_3_1_70b,
        .weights = precision::fp8,
        .traffic = {.input = 2000_tokens, .output = 500_tokens, .cached = fraction{0.3}},
        .targets = {.time_to_first_token = 2.0 * second, .time_per_output_token = 40.0 * millisecond},
        .stack = catalog::vllm_2025};
    return {
        .service = service,
        .cluster = {.server = catalog::hgx_h100, .network = catalog::infiniband_ndr},
        .site =
            {.cooling = catalog::air_contained,
             .climate = catalog::ashburn,
             .it_capacity = at_it<power<>>{10.0 * megawatt}},
        .supply = catalog::pjm_virginia};
}
// [/deployment]

void results(deployment const& d) {
    // [results]
    report const r = evaluate(d);
    fmt::print(
        "\n{:.0f} accelerators, {:.4g} of output\n", r.delivery.accelerators.in(accelerator_unit),
        r.delivery.output.value
    );
    fmt::print("an output token: {:.3g}, {:.3g}\n", r.unit.output.value, r.unit.energy_per_output);
    fmt::print("PUE {:.3f}; capital {:.3g}; {:.3g} in all\n", r.power.pue.value, r.capital.total(), r.cost.total());
    fmt::print("binding limit: {} ({:.2f} of it used)\n", r.binding_limit().name, r.binding_limit().used);
    // [/results]
}

void choices(deployment const& d) {
    fmt::print("\n{:<28}{:>10}{:>16}  {}\n", "", "USD/Mtok", "output tok/s", "limits");
    // [choices]
    auto const line = [](char const* what, deployment const& x) {
        report const r = evaluate(x);
        fmt::print(
            "{:<28}{:>10.3f}{:>16.4g}  {}\n", what, r.unit.output.value.in(USD / megatoken),
            r.delivery.output.value.in(token / second), r.feasible() ? "all met" : r.binding_limit().name
        );
    };
    line("as above", d);

    deployment h200 = d;
    h200.cluster.server = catalog::hgx_h200;
    line("on H200", h200);

    deployment cold = h200;
    cold.site.climate = catalog::lulea;
    cold.supply = catalog::sweden;
    line("on H200, in Lulea", cold);

    deployment plates = h200;
    plates.site.cooling = catalog::direct_to_chip;
    line("on H200, cold plates", plates);

    deployment hurried = h200;
    hurried.service.targets.time_per_output_token = 2.0 * millisecond;
    line("on H200, 500 tok/s per user", hurried);
    // [/choices]
}

void uncertain(deployment const& d) {
    // [ranges]
    prepared_deployment const prepared = prepare(d);
    deployment_plan const plan = plan_deployment(prepared);

    auto wide = convert<interval>(d);
    wide.cluster.server.accelerator.price = convert<interval>(catalog::h100).price;
    wide.supply = convert<interval>(catalog::pjm_virginia);
    basic_report<interval> const r = evaluate(prepare(wide), plan);
    fmt::print("\nwith the ranges of chip price and grid: {:.3g}\n", r.unit.output.value);
    // [/ranges]
}

void mistakes(deployment d) {
    // [mistakes]
    d.site.it_capacity = at_it<power<>>{-10.0 * megawatt};
    try {
        evaluate(d);
    } catch (invalid_input const& e) {
        fmt::print("\n{}\n", e.what());
    }
    // [/mistakes]
}

} // namespace

int main() {
    quantities();
    deployment const d = first_deployment();
    results(d);
    choices(d);
    uncertain(d);
    mistakes(d);
}
