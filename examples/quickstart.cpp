// What does a token of DeepSeek-R1 cost? Eight-GPU H200 servers in a 100 MW site in Northern Virginia, cold plates,
// grid power: from the wafer to the meter, in dollars, joules, CO2e and water. Then the same model beside the published
// DeepSeek production day.

// [quickstart-includes]
#include <tallywatt/tallywatt.hpp>

#include <tallywatt/catalog/chip_supply.hpp>
#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/io.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;
// [/quickstart-includes]

int main() {
    // [quickstart]
    serving const service{
        .model = catalog::deepseek_r1,
        .weights = precision::fp8,
        .traffic = {.input = 3909_tokens, .output = 1080_tokens, .cached = fraction{0.563}},
        .targets = {.time_to_first_token = 2.0 * second, .time_per_output_token = 50.0 * millisecond},
        .stack = catalog::sglang_2025};
    deployment const d{
        .service = service,
        .cluster = {.server = catalog::hgx_h200, .network = catalog::infiniband_ndr},
        .site = {.cooling = catalog::direct_to_chip, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{100.0 * megawatt}},
        .supply = catalog::pjm_virginia,
        .chips = catalog::nvidia_2025};

    report const r = evaluate(d);
    fmt::print("{}", r);
    // [/quickstart]
    fmt::print("{}", ledger_of(d));
}
