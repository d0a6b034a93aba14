// Rent accelerators or own them? What an hour of one's own costs, which part of a load to own, what a fleet earns that is let,
// whether to own the building as well, and how a lease with a share of the revenue divides what is earned.

#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/rents.hpp>
#include <tallywatt/catalog/residuals.hpp>
#include <tallywatt/catalog/sites.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/tco.hpp>

#include <array>
#include <string>

#include "page.hpp"

using namespace tallywatt;

namespace {

constexpr auto per_hour = USD / accelerator_hour;

deployment own_site(fraction const& load) {
    serving const service{
        .model = catalog::llama_3_1_70b,
        .weights = precision::fp8,
        .traffic = {.input = 1'000.0 * token, .output = 500.0 * token, .load = load},
        .stack = catalog::vllm_2025};
    return {
        .service = service,
        .cluster = {.server = catalog::hgx_h100, .network = catalog::infiniband_ndr},
        .site =
            {.cooling = catalog::direct_to_chip,
             .climate = catalog::ashburn,
             .it_capacity = at_it<power<>>{20.0 * megawatt}},
        .supply = catalog::pjm_virginia};
}

/// An owned accelerator as an option: cost at rest, and what work adds, from reports at two loads.
struct owned {
    report busy = evaluate(own_site(fraction{1.0})), idle = evaluate(own_site(fraction{0.1}));
    tenure_option option{.name = "own"};

    owned() {
        auto const at = [](report const& r) { return r.unit.per_accelerator_hour; };
        option.used = (at(busy) - at(idle)) / 0.9;
        option.fixed = at(busy) - option.used;
    }
};

void thresholds(owned const& mine) {
    page::heading("An hour of one's own, and of others'");
    page::say(
        "An H100 of one's own in Northern Virginia costs {:.2f} USD for every hour it stands there, used or not, and "
        "{:.3f} USD more for "
        "an hour at work. Renting by the hour costs more; a unit of the load is better owned if it is at work more "
        "than the share of the "
        "hours in the last column (low to high rent of the catalog).",
        mine.option.fixed.in(per_hour), mine.option.used.in(per_hour)
    );
    fmt::print(
        "\n{:<34}{:>8}{:>8}{:>8}   {}\n", "USD per accelerator-hour", "low", "likely", "high", "own if used more than"
    );
    struct {
        basic_rent_offer<estimate> const& of;
    } const offers[] = {
        {catalog::h100_on_demand},
        {catalog::h100_spot},
        {catalog::h100_reserved_1_year},
        {catalog::h100_reserved_3_years}};
    for (auto const& o : offers) {
        auto const& rent = o.of.rent.base_value;
        auto const threshold = [&](double x) {
            return owning_threshold(mine.option, money_per_accelerator_time<>::from_base(x));
        };
        std::string const share = o.of.commitment > 0
                                      ? std::string("(paid for, used or not)")
                                      : fmt::format(
                                          "{:.0f} % ({:.0f} to {:.0f} %)", 100.0 * threshold(rent.likely),
                                          100.0 * threshold(rent.high), 100.0 * threshold(rent.low)
                                      );
        auto const in = [](double x) { return money_per_accelerator_time<>::from_base(x).in(per_hour); };
        fmt::print(
            "{:<34}{:>8.2f}{:>8.2f}{:>8.2f}   {}\n", o.of.name, in(rent.low), in(rent.likely), in(rent.high), share
        );
    }
    page::say("\nThe rent for three years dates from October 2025, when rents were at their lowest: it lies below the "
              "cost of ownership. Half a "
              "year later a single year cost 2.35. Whether to own is a question of dates.");
}

// Nights and weekends at 35 %, working hours at 60 to 75 %, a few launches up to the peak.
constexpr load_duration load{
    .points = 6,
    .hours = {0.0, 0.02, 0.10, 0.35, 0.60, 1.0},
    .load = {fraction{1.0}, fraction{0.85}, fraction{0.75}, fraction{0.60}, fraction{0.45}, fraction{0.30}}};

void base_and_peak(owned const& mine) {
    page::heading("Own the base, rent the peak");
    rent_offer const reserved = catalog::h100_reserved_1_year, by_hour = catalog::h100_on_demand;
    std::array<tenure_option, 3> const options{mine.option, reserved.option(), by_hour.option()};
    auto const mix = mix_tenures(options, load);
    page::say(
        "A load whose mean is {:.0f} % of its peak, and three ways to have an accelerator: one's own, one for a year, "
        "one by the hour. "
        "Each unit of the load goes to the cheapest for the share of the hours it is at work.",
        100.0 * mean_load(load).value
    );
    fmt::print("\n{:<34}{:>12}{:>12}{:>20}\n", "", "of the peak", "of the work", "USD per peak hour");
    for (int i = 0; i < mix.count; ++i) {
        auto const& s = mix.slice[static_cast<std::size_t>(i)];
        fmt::print(
            "{:<34}{:>10.1f} %{:>10.1f} %{:>20.3f}\n", options[static_cast<std::size_t>(s.option)].name,
            100.0 * s.capacity.value, 100.0 * s.work.value / mean_load(load).value, s.cost.in(per_hour)
        );
    }
    auto const alone = [&](std::size_t i) {
        return mix_tenures(std::array<tenure_option, 1>{options[i]}, load).total().in(per_hour);
    };
    fmt::print("{:<34}{:>12}{:>12}{:>20.3f}\n", "together", "", "", mix.total().in(per_hour));
    fmt::print("{:<34}{:>12}{:>12}{:>20.3f}\n", "all owned", "", "", alone(0));
    fmt::print("{:<34}{:>12}{:>12}{:>20.3f}\n", "all by the hour", "", "", alone(2));
    fmt::print("\nOwned share of the peak by rent, USD per hour on demand:\n");
    for (double rent : {1.5, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0})
        fmt::print(
            "  {:.2f}: {:.0f} %", rent, 100.0 * owned_share(load, owning_threshold(mine.option, rent * per_hour)).value
        );
    fmt::print("\n");
}

void letting(owned const& mine) {
    page::heading("Owning to let");
    page::say("The same site let to others for five years, 80 % of the hours sold, rents falling by 10 % a year, "
              "machines sold at the end for "
              "what the catalog's curve says. Real rates, before tax; the building is kept in use.");
    finance terms = own_site({}).finance;
    terms.it.salvage = residual_at(residual_curve(catalog::h100_resale), 5.0 * year);
    cash_flow_terms const years{
        .horizon = 5,
        .ramp = {fraction{0.7}, fraction{1.0}, fraction{1.0}, fraction{1.0}},
        .revenue_price = growth_rate{-0.10}};
    fmt::print(
        "\n{:<30}{:>12}{:>14}{:>12}{:>12}{:>16}\n", "", "USD/h", "worth, M USD", "return", "payback", "15 % needs"
    );
    for (auto const* o : {&catalog::h100_reserved_3_years, &catalog::h100_reserved_1_year, &catalog::h100_on_demand}) {
        rent_offer const offer = *o;
        double const sold = 0.8;
        money_rate<> const revenue = offer.rent * mine.busy.delivery.accelerators * sold;
        auto const c = cash_flow_of(mine.busy, terms, years, revenue);
        auto const x = returns_of(c, terms.discount, discount_rate{0.15});
        std::string const payback =
            x.payback.in(year) < 1e3 ? fmt::format("{:.1f} yr", x.payback.in(year)) : std::string("never");
        fmt::print(
            "{:<30}{:>12.2f}{:>14.0f}{:>10.1f} %{:>12}{:>10.2f} USD/h\n", offer.name, offer.rent.in(per_hour),
            x.worth.in(1e6 * USD), 100.0 * x.rate.value, payback, x.per_accelerator_hour.in(per_hour) / sold
        );
    }
    auto const flat = returns_of(cash_flow_of(mine.busy, own_site({}).finance), own_site({}).finance.discount);
    page::say(
        "\nWithout falling rents, ramp or resale the price that earns just the cost of capital is {:.4f} USD per "
        "accelerator-hour; the "
        "report's yearly cost over its hours is {:.4f}.",
        flat.per_accelerator_hour.in(per_hour), mine.busy.unit.per_accelerator_hour.in(per_hour)
    );
}

void building(owned const& mine) {
    page::heading("The building: own it or rent room");
    fmt::print(
        "\n{:<34}{:>16}{:>16}{:>22}\n", "USD/kW-month of IT, no energy", "rent", "own building", "saved by renting"
    );
    struct {
        char const* name;
        colocated_terms room;
    } const offers[] = {
        {"retail colocation", catalog::colocation_retail}, {"wholesale colocation", catalog::colocation_wholesale}};
    for (auto const& o : offers) {
        auto const c = against_colocation(mine.busy, o.room.rent);
        fmt::print(
            "{:<34}{:>16.1f}{:>16.1f}{:>14.2f} M USD/yr\n", o.name, (c.rent.value * month).in(USD / kilowatt),
            (c.owned.value * month).in(USD / kilowatt), c.saved_by_renting.in(1e6 * USD / year)
        );
    }
}

void lease() {
    page::heading("A lease with a share of the revenue");
    lessor const owner{.capital = 12.5 * USD / watt, .discount = discount_rate{0.07}};
    revenue_lease l{.rent = per_month(80.0 * USD / kilowatt), .threshold = per_year(9.0 * USD / watt), .term = 14};
    lessee tenant{
        .capital = 24.0 * USD / watt,
        .life = 5,
        .hardware_price = growth_rate{-0.10},
        .operation = per_year(1.2 * USD / watt),
        .revenue = per_year(14.0 * USD / watt),
        .per_megawatt = 600.0 * accelerator_unit};
    page::say(
        "A shell of 12.5 USD/W needs {:.1f} USD/kW-month over 14 years at 7 %. At a rent of 80 and a revenue 5 "
        "USD/W-yr above the threshold of "
        "9, a share of {:.2f} % makes the lessor whole; what comes of it where the tenant earns less or more:",
        (rent_that_makes_whole(owner, l.term).value * month).in(USD / kilowatt),
        100.0 * share_that_makes_whole(l, owner, tenant.revenue)
    );
    l.share = ratio{share_that_makes_whole(l, owner, tenant.revenue)};
    fmt::print(
        "\n{:<22}{:>10}{:>14}{:>14}{:>14}{:>16}\n", "revenue, USD/W-yr", "", "lessor earns", "lessee earns",
        "pays, USD/kW", "USD/accel-hour"
    );
    struct {
        char const* name;
        double revenue;
    } const cases[] = {{"low", 9.0}, {"base", 14.0}, {"high", 20.0}};
    for (auto const& c : cases) {
        tenant.revenue = per_year(c.revenue * USD / watt);
        auto const x = evaluate(l, owner, tenant);
        fmt::print(
            "{:<22}{:>10.0f}{:>12.1f} %{:>12.1f} %{:>14.1f}{:>16.2f}\n", c.name, c.revenue, 100.0 * x.lessor_rate.value,
            100.0 * x.lessee_rate.value, (x.paid.value * month).in(USD / kilowatt), x.per_accelerator_hour.in(per_hour)
        );
    }
    page::say("\nThe tenant's figures are an illustration (24 USD/W of machines bought anew every five years for 10 % "
              "less a year); rent, share and "
              "threshold are the contract's.");
}

} // namespace

int main() {
    fmt::print("H100: rent or own\n");
    owned const mine;
    thresholds(mine);
    base_and_peak(mine);
    letting(mine);
    building(mine);
    lease();
}
