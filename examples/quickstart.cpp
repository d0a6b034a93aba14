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
#include <tallywatt/catalog/ledger.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/io.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;
// [/quickstart-includes]

// The published production day of DeepSeek-V3/R1 (DeepSeek-AI, open-infra-index, 2025-03-01; 27 to 28 February 2025) and
// the published profile of one prefill and one decode unit, beside the model.
void production_day() {
    cluster const on{.server = catalog::hgx_h800, .network = catalog::infiniband_ndr};
    serving const service{.model = catalog::deepseek_r1, .weights = precision::fp8, .stack = catalog::deepseek_2025};

    // Published: what was served, on how many nodes of eight H800, at which prices.
    constexpr double nodes = 226.75;
    constexpr auto served = 24.0 * hour;
    constexpr of_input<token_count<>> computed{(608e9 - 342e9) * token};
    constexpr of_cached_input<token_count<>> cached{342e9 * token};
    constexpr of_output<token_count<>> generated{168e9 * token};
    constexpr token_prices price{.input = of_input<money_per_token<>>{0.55 * USD / megatoken},
                                 .cached_input = of_cached_input<money_per_token<>>{0.14 * USD / megatoken},
                                 .output = of_output<money_per_token<>>{2.19 * USD / megatoken}};
    constexpr auto rent = 2.0 * USD / accelerator_hour;
    constexpr auto prefill_per_node = 73'700.0 * token / second, decode_per_node = 14'800.0 * token / second;

    money<> const bill = nodes * 8.0 * accelerator_unit * served * rent;
    money<> const revenue = price.input * computed + price.cached_input * cached + price.output * generated;
    double const prefill_nodes = (computed.value + cached.value) / served / prefill_per_node;
    double const decode_nodes = generated.value / served / decode_per_node;

    fmt::print("\nDeepSeek's production day, 226.75 nodes of 8 H800\n------------------------------------------------\n");
    auto const row = [](char const* what, double published, double ours, char const* unit) {
        fmt::print("  {:<44} {:>12.2f} {:>12.2f} {:>+8.2f} %  {}\n", what, published, ours, 100.0 * (ours / published - 1.0), unit);
    };
    fmt::print("  {:<44} {:>12} {:>12} {:>10}\n", "", "published", "here", "error");
    row("bill at 2 USD per GPU-hour", 87'072.0, bill.in(USD), "USD/day");
    row("theoretical revenue", 562'027.0, revenue.in(USD), "USD/day");
    row("nodes, from tokens over tokens/s per node", nodes, prefill_nodes + decode_nodes, "nodes");
    fmt::print("    of which prefill {:.1f}, decode {:.1f}\n", prefill_nodes, decode_nodes);

    // Capability: the published profile, layouts as given (prefill EP32 on 4 nodes, decode EP128 on 16).
    auto const prefill = perform_prefill(service, on, {.instance = {1, 32}, .batch = 16384, .length = 4096_tokens, .redundant_experts = 32});
    auto const decode = perform_decode(service, on, {.instance = {1, 128}, .batch = 128, .length = 4096_tokens});
    row("profile: prefill per node", 62'713.0, prefill.tokens_per_server.value.in(token / second), "tokens/s");
    row("profile: decode per node", 18'598.0, decode.tokens_per_server.value.in(token / second), "tokens/s");

    // The day's means are loads, not capabilities: the share of the predicted capability that was used, at the day's mean
    // prompt (of which 56.3 % was cached) and mean context, in the day's layouts and at its 21 tokens/s per user.
    auto const day_prefill =
        perform_prefill(service, on, {.instance = {1, 32}, .batch = 16384, .length = 3909_tokens, .cached = fraction{0.563}, .redundant_experts = 32});
    phase day_unit{.instance = {1, 144}, .length = 4989_tokens, .redundant_experts = 32};
    day_unit.batch = largest_decode_batch(service, on, day_unit, second / 21.0);
    auto const day_decode = perform_decode(service, on, day_unit);
    auto const used = [](char const* what, token_rate<> mean, token_rate<> able) {
        fmt::print("  {:<44} {:>12.2f} {:>12.2f} {:>8.1f} %  of capability used\n", what, mean.in(token / second), able.in(token / second), 100.0 * (mean / able));
    };
    used("day: computed prompt tokens/s per node", prefill_per_node * (computed.value / (computed.value + cached.value)), day_prefill.tokens_per_server.value);
    used("day: generated tokens/s per node", decode_per_node, day_decode.tokens_per_server.value);
    fmt::print("    decode at {} sequences per GPU, {:.1f} a token; the day's peak was 278 nodes\n", day_unit.batch, day_decode.step);
}

int main() {
    // [quickstart]
    serving const service{
        .model = catalog::deepseek_r1,
        .weights = precision::fp8,
        .traffic = {.input = 3909_tokens, .output = 1080_tokens, .cached = fraction{0.563}},
        .targets = {.time_to_first_token = 2.0 * second, .time_per_output_token = 50.0 * millisecond},
        .stack = catalog::sglang_2025,
        .prices = {.input = of_input<money_per_token<>>{0.55_USD_per_Mtok},
                   .cached_input = of_cached_input<money_per_token<>>{0.14_USD_per_Mtok},
                   .output = of_output<money_per_token<>>{2.19_USD_per_Mtok}}};
    deployment const d{
        .service = service,
        .cluster = {.server = catalog::hgx_h200, .network = catalog::infiniband_ndr},
        .site = {.cooling = catalog::direct_to_chip, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{100.0 * megawatt}},
        .supply = catalog::pjm_virginia,
        .chips = catalog::nvidia_2025};

    report const r = evaluate(d);
    fmt::print("DeepSeek-R1 (fp8) on 8 x H200 servers, 100 MW of IT in Northern Virginia, direct to chip, grid power\n{}", r);
    // [/quickstart]
    fmt::print("{}", ledger_of(d, catalog::registry).in_brief());
    production_day();
}
