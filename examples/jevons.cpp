// Cheaper tokens: how much energy do they save? The same service on three generations of accelerators, what demand does with a
// cheaper token at any elasticity, and how supply of accelerators and power caps the growth.

#include <tallywatt/catalog/a100.hpp>
#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/catalog/token_market.hpp>
#include <tallywatt/tco.hpp>

#include <string>

#include "page.hpp"

using namespace tallywatt;

namespace {

report serve_on(server const& machine, precision weights) {
    deployment d{
        .service =
            {.model = catalog::llama_3_1_70b,
             .weights = weights,
             .traffic = {.input = 1'000.0 * token, .output = 500.0 * token},
             .stack = catalog::vllm_2025},
        .cluster = {.server = machine, .network = catalog::infiniband_ndr},
        .site =
            {.cooling = catalog::direct_to_chip,
             .climate = catalog::ashburn,
             .it_capacity = at_it<power<>>{20.0 * megawatt}},
        .supply = catalog::pjm_virginia};
    return evaluate(d);
}

struct step {
    char const* name;
    cheaper_token change{};
};

cheaper_token from_to(report const& before, report const& after) {
    return {
        .price = ratio{after.unit.blended / before.unit.blended},
        .energy = ratio{after.unit.energy / before.unit.energy}};
}

void print_rebounds(std::initializer_list<step> steps) {
    constexpr auto e = catalog::token_price_elasticity;
    fmt::print(
        "\n{:<34}{:>9}{:>9}{:>11}{:>13}   energy in all at elasticity\n", "", "price", "energy", "expected",
        "break-even"
    );
    fmt::print(
        "{:<34}{:>9}{:>9}{:>11}{:>13}{:>10.2f}{:>9.2f}{:>9.2f}\n", "", "a token", "a token", "to save", "elasticity",
        e.low, e.likely, e.high
    );
    for (auto const& s : steps) {
        auto const at = [&](double elasticity) {
            auto c = s.change;
            c.elasticity = elasticity;
            return rebound_of(c);
        };
        fmt::print(
            "{:<34}{:>7.0f} %{:>7.0f} %{:>9.0f} %{:>13.2f}", s.name, 100.0 * s.change.price.value,
            100.0 * s.change.energy.value, 100.0 * at(1.0).expected, at(1.0).break_even_elasticity + 0.0
        );
        for (double x : {e.low, e.likely, e.high})
            fmt::print("{:>7.0f} %", 100.0 * at(x).energy.value);
        fmt::print("\n");
    }
}

market world(double elasticity, report const& today) {
    double const made = 0.3; // tokens of an accelerator in a year over what it could make at full load: an illustration
    double const n = today.delivery.accelerators.in(accelerator_unit);
    per_accelerator<token_rate<>> const each{(today.delivery.output.value + today.delivery.input.value) * (made / n)};
    accelerator_count<> const fleet{5e6 * accelerator_unit};
    token_rate<> const tokens = each.value * (fleet / accelerator_unit);
    at_facility<energy_per_token<>> const energy{today.unit.energy / made};
    return {
        .years = 10,
        .tokens = tokens,
        .price = today.unit.blended / made,
        .made = 1.5 * year,
        .elasticity = elasticity,
        .demand_growth = growth_rate{0.30},
        .learning = fraction{0.20},
        .price_drift = growth_rate{-0.15},
        .energy = energy,
        .energy_drift = growth_rate{-0.25},
        .each_makes = each,
        .each_drift = growth_rate{catalog::accelerator_value_growth.value.likely},
        .fleet = fleet,
        .supply = 4e6 * accelerator_unit / year,
        .supply_growth = growth_rate{0.20},
        .power_now = at_facility<power<>>{1.2 * (energy.value * tokens)},
        .power_growth = growth_rate{0.15}};
}

/// Without blanks at its end.
void print_line(std::string const& line) { fmt::print("{}\n", line.substr(0, line.find_last_not_of(' ') + 1)); }

void print_world(report const& today) {
    page::heading("Ten years of a market under supply");
    market const m = world(1.0, today);
    page::say(
        "An illustration: five million accelerators of this kind at work in year 0, four million more a year and a "
        "fifth more each year, "
        "power for tokens grows by 15 % a year, energy per token falls by 25 % and prices by 15 % a year and by a "
        "fifth with each doubling of "
        "all that was made; demand grows by 30 % a year at constant prices. Year 0 draws {:.1f} GW.",
        (m.tokens * m.energy.value).in(gigawatt)
    );
    fmt::print("\n");
    constexpr double of[] = {0.05, 0.5, 1.1, 1.8};
    market_path<> paths[4];
    std::string head = fmt::format("{:<6}", "year"), below = fmt::format("{:<6}", "");
    for (int i = 0; i < 4; ++i) {
        paths[i] = project(world(of[i], today));
        head += fmt::format("   {:<28}", fmt::format("elasticity {:.2f}", of[i]));
        below += fmt::format("{:>8}{:>8}  {:<13}", "tokens", "GW", "bound by");
    }
    print_line(head);
    print_line(below);
    for (int k = 0; k <= 10; k += 2) {
        std::string line = fmt::format("{:<6}", k);
        for (auto const& p : paths) {
            auto const& y = p.year[static_cast<std::size_t>(k)];
            line +=
                fmt::format("{:>8.1f}{:>8.1f}  {:<13}", y.tokens / m.tokens, y.drawn.value.in(gigawatt), binding(y));
        }
        print_line(line);
    }
    auto const& last = paths[3].year[10];
    page::say(
        "\nTokens are multiples of year 0. Where supply binds, elasticity no longer sets the energy: power does. The "
        "price that clears the "
        "market at elasticity 1.8 is then {:.1f} times what cost and learning make it.",
        last.clearing / last.price
    );
}

} // namespace

int main() {
    fmt::print("Does a cheaper token save energy? Llama 3.1 70B in Northern Virginia\n");
    report const a100 = serve_on(catalog::hgx_a100_80gb, precision::bf16),
                 h100 = serve_on(catalog::hgx_h100, precision::fp8), b200 = serve_on(catalog::hgx_b200, precision::fp8);
    page::heading("What a token costs and takes");
    fmt::print("\n{:<34}{:>16}{:>14}\n", "", "USD per million", "J per token");
    struct {
        char const* name;
        report const& of;
    } const generations[] = {{"A100, 16 bits", a100}, {"H100, FP8", h100}, {"B200, FP8", b200}};
    for (auto const& g : generations)
        fmt::print(
            "{:<34}{:>16.3f}{:>14.3f}\n", g.name, g.of.unit.blended.in(USD / megatoken),
            g.of.unit.energy.in(joule / token)
        );

    page::heading("What demand makes of it");
    auto half_as_dear = from_to(h100, h100);
    half_as_dear.price = ratio{0.5};
    auto efficient = from_to(h100, h100);
    efficient.energy = ratio{0.5};
    efficient.price = ratio{1.0 - 0.5 * (h100.cost.electricity + h100.cost.demand_charge) / h100.cost.total()};
    print_rebounds(
        {{"A100 to H100", from_to(a100, h100)},
         {"H100 to B200", from_to(h100, b200)},
         {"A100 to B200", from_to(a100, b200)},
         {"better software: half of both", {.price = ratio{0.5}, .energy = ratio{0.5}}},
         {"half the energy, same machines", efficient},
         {"half the price, same energy", half_as_dear}}
    );
    page::say("\nBreak-even is the elasticity of demand above which the cheaper token takes more energy in all. It is "
              "1 where price and energy fall "
              "alike, near 0 where only the price falls, and far above any that was observed where only energy falls, "
              "since energy is a small part "
              "of what a token costs. Observed elasticities run from 0.05 to 1.8 and none of them is of the long run: "
              "an input, not a finding.");
    print_world(h100);
}
