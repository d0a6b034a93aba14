// One model, many arithmetics: the quickstart's deployment as a point, as guaranteed bounds over the catalog's ranges, and
// with exact derivatives. The plan is the same for all three.

#include <tallywatt/tallywatt.hpp>

#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/io.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

int main() {
    deployment const d{
        .service = {.model = catalog::deepseek_r1,
                    .weights = precision::fp8,
                    .traffic = {.input = 3909_tokens, .output = 1080_tokens, .cached = fraction{0.563}},
                    .stack = catalog::sglang_2025},
        .cluster = {.server = catalog::hgx_h200, .network = catalog::infiniband_ndr},
        .site = {.cooling = catalog::direct_to_chip, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{100_MW}},
        .supply = catalog::pjm_virginia};

    // [number-types]
    prepared_deployment const prepared = prepare(d);
    deployment_plan const plan = plan_deployment(prepared);
    report const point = evaluate(prepared, plan);

    auto wide = convert<interval>(d);  // every figure a point, then the catalog's ranges of two parts
    wide.cluster.server.accelerator.price = convert<interval>(catalog::h200).price;
    wide.supply = convert<interval>(catalog::pjm_virginia);
    basic_report<interval> const bounds = evaluate(prepare(wide), plan);

    auto nudged = convert<dual>(d);  // the derivative with respect to the price of an accelerator
    number_in(nudged.cluster.server.accelerator.price).derivative = {1.0};
    basic_report<dual> const slope = evaluate(prepare(nudged), plan);
    // [/number-types]

    auto const per_token = number_in(slope.unit.output);
    auto const price = number_in(d.cluster.server.accelerator.price);
    fmt::print("per output token, likely   {:.3g}\n", point.unit.output);
    fmt::print("per output token, bounds   {:.3g}\n", bounds.unit.output);
    fmt::print("1 % on the chip's price    {:.2f} % on the token\n", per_token.derivative[0] * price / per_token.value);
}
