// How fast for one user, how much for all? Throughput against interactivity for several chips, with the dollars and joules
// of a token at every point, and what binds along the way.

#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/gb200.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/mi300x.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/tallywatt.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "page.hpp"

using namespace tallywatt;
using namespace tallywatt::literals;
using page::cell;
using page::heading;
using page::say;

namespace {

// ---- 1. A point of the frontier: promise each user a rate, plan for the most output that keeps it ------------------------

struct point {
    serving_plan plan{};
    report result{};
    per_accelerator<token_rate<>> output{}; ///< at full load
    money_per_token<> cost{};               ///< all cost over output tokens
    energy_per_token<> energy{};            ///< at the facility, prompts' share included
};

std::optional<point> at_rate(serving service, cluster const& on, double tokens_per_second) {
    // [point]
    service.targets = {.time_to_first_token = 5.0 * second, .time_per_output_token = second / tokens_per_second};
    deployment const d{.service = service,
                       .cluster = on,
                       .site = {.cooling = catalog::direct_to_chip,
                                .climate = catalog::ashburn,
                                .it_capacity = at_it<power<>>{100.0 * megawatt}},
                       .supply = catalog::pjm_virginia};
    prepared_deployment const prepared = prepare(d);
    deployment_plan const plan = plan_deployment(prepared); // layout, batch, chunk: the most output that keeps the promise
    report const r = evaluate(prepared, plan);
    // [/point]
    for (auto const& l : r.limits)
        if (l.state() != limit_state::met &&
            (std::string_view(l.name).substr(0, 4) == "time" || std::string_view(l.name).substr(0, 6) == "memory"))
            return {};
    return point{plan.serving, r,
                 per_accelerator<token_rate<>>{r.delivery.capacity.value / (r.delivery.accelerators / accelerator_unit)},
                 r.cost.total() / r.delivery.output.value, r.unit.energy_per_output};
}

// ---- 2. Chips and promises ------------------------------------------------------------------------------------------------

struct contender {
    char letter;
    char const* name;
    cluster on{};
};
std::vector<contender> contenders() {
    return {{'h', "H100", {.server = catalog::hgx_h100, .network = catalog::infiniband_ndr}},
            {'H', "H200", {.server = catalog::hgx_h200, .network = catalog::infiniband_ndr}},
            {'M', "MI300X", {.server = catalog::mi300x_platform, .network = catalog::roce_400g}},
            {'B', "B200", {.server = catalog::hgx_b200, .network = catalog::infiniband_ndr}},
            {'G', "GB200 NVL72", {.server = catalog::gb200_nvl72, .network = catalog::infiniband_ndr}}};
}
constexpr double promises[] = {10, 15, 20, 30, 40, 50, 75, 100, 150}; // tokens per second and user

using frontier = std::vector<std::optional<point>>; // by promise

template <class F>
void table(char const* what, std::vector<contender> const& chips, std::vector<frontier> const& of, F const& shown) {
    fmt::print("\n{:<28}", what);
    for (auto const& c : chips)
        fmt::print(" {:>12}", c.name);
    fmt::print("\n");
    for (std::size_t i = 0; i < std::size(promises); ++i) {
        fmt::print("{:>10.0f} tok/s per user    ", promises[i]);
        for (auto const& f : of)
            fmt::print(" {:>12}", f[i] ? shown(*f[i]) : "-");
        fmt::print("\n");
    }
}

/// Throughput over interactivity, both in logarithms: up is cheap, right is fast.
void plot(std::vector<contender> const& chips, std::vector<frontier> const& of) {
    constexpr int width = 72, height = 18;
    double top = 0.0, bottom = 1e9;
    auto const rate = [](point const& p) { return p.output.value.in(token / second); };
    for (auto const& f : of)
        for (auto const& p : f)
            if (p) top = std::max(top, rate(*p)), bottom = std::min(bottom, rate(*p));
    bottom = std::max(bottom, top / 64.0); // what lies lower is left out
    std::vector<std::string> lines(height, std::string(width, ' '));
    for (std::size_t c = 0; c < chips.size(); ++c)
        for (std::size_t i = 0; i < std::size(promises); ++i) {
            if (!of[c][i] || rate(*of[c][i]) < bottom) continue;
            double const x = std::log(promises[i] / promises[0]) / std::log(promises[std::size(promises) - 1] / promises[0]),
                         y = std::log(rate(*of[c][i]) / bottom) / std::log(top / bottom);
            char& at = lines[static_cast<std::size_t>(std::lround((1.0 - y) * (height - 1)))]
                            [static_cast<std::size_t>(std::lround(x * (width - 1)))];
            at = at == ' ' ? chips[c].letter : '*';
        }
    for (auto& line : lines)
        line.erase(line.find_last_not_of(' ') + 1);
    fmt::print("\n{:>8.0f} |{}\n", top, lines[0]);
    for (std::size_t i = 1; i + 1 < lines.size(); ++i)
        fmt::print("{:>8} |{}\n", i == height / 2 ? "tok/s" : i == height / 2 + 1 ? "per chip" : "", lines[i]);
    fmt::print("{:>8.0f} |{}\n{:>8} +{:-<{}}\n{:>9}{:<12.0f}{:^{}}{:>8.0f}\n", bottom, lines.back(), "", "", width, "",
               promises[0], "tokens per second and user", width - 20, promises[std::size(promises) - 1]);
    for (auto const& c : chips)
        fmt::print("  {} {}", c.letter, c.name);
    fmt::print("  * several\n");
}

std::vector<frontier> story(serving const& service, std::vector<contender> const& chips) {
    std::vector<frontier> all;
    for (auto const& c : chips) {
        frontier f;
        for (double const rate : promises)
            f.push_back(at_rate(service, c.on, rate));
        all.push_back(std::move(f));
    }
    plot(chips, all);
    table("output tok/s per chip", chips, all,
          [](point const& p) { return fmt::format("{:.0f}", p.output.value.in(token / second)); });
    table("USD per million outputs", chips, all,
          [](point const& p) { return fmt::format("{:.3g}", p.cost.in(USD / megatoken)); });
    table("J per output token", chips, all, [](point const& p) { return fmt::format("{:.3g}", p.energy.in(joule / token)); });
    table("chips x users of an instance", chips, all, [](point const& p) {
        auto const& l = p.plan.instance;
        return fmt::format("{} x {}", l.accelerators(), l.data * p.plan.sequences);
    });
    table("compute/memory/network, %", chips, all, [](point const& p) { // the rest is launches and host
        auto const& t = p.result.time;
        auto const share = [&](duration<> x) { return 100.0 * (x / t.total()); };
        return fmt::format("{:.0f}/{:.0f}/{:.0f}", share(t.compute), share(t.memory), share(t.network));
    });
    return all;
}

} // namespace

int main() {
    say("A decode step reads the weights once for everyone in the batch. A large batch shares that reading among many users and "
        "is cheap; but the step grows with it, and each user waits a step for each token. So there is no throughput of a chip, "
        "only a frontier: promise a rate to each user, and the planner finds layout, batch and prompt chunk with the most output "
        "that keep it. All figures are of a site of 100 MW in Northern Virginia, prompts and outputs of 1,024 tokens, 65 % mean "
        "load.");
    serving dense{.model = catalog::llama_3_1_70b,
                  .weights = precision::fp8,
                  .traffic = {.input = 1024_tokens, .output = 1024_tokens},
                  .stack = catalog::sglang_2025};
    serving mixture = dense;
    mixture.model = catalog::deepseek_r1;

    auto const place = [](double rate) {
        return static_cast<std::size_t>(std::find(std::begin(promises), std::end(promises), rate) - std::begin(promises));
    };
    auto const times = [](std::optional<point> const& a, std::optional<point> const& b, auto const& of) {
        return a && b ? fmt::format("{:.1f}", of(*a) / of(*b)) : std::string("many");
    };
    auto const usd = [](point const& p) { return p.cost; };
    auto const rate = [](point const& p) { return p.output.value; };
    auto const joules = [](point const& p) { return p.energy; };

    heading("Llama 3.1 70B, fp8");
    auto const chips = contenders();
    auto const l = story(dense, chips);
    auto const slow = place(10), brisk = place(100);
    say("");
    say("Read a column from the top: patient users share one or two chips in crowds, and operations and reading decide. Promise "
        "more, and batches shrink; then instances spread over more chips, each reading less, and the network and launches take "
        "over, which more chips do not cure. On H200 a user at 100 tok/s costs {} times a user at 10, and {} times the energy: "
        "weights are read for few, and static power is shared by few.",
        times(l[1][brisk], l[1][slow], usd), times(l[1][brisk], l[1][slow], joules));

    heading("DeepSeek-R1, fp8");
    auto const able = [&] { return std::vector<contender>(chips.begin() + 1, chips.end()); }(); // 8 H100 do not hold it
    auto const m = story(mixture, able);
    auto const fast = place(50);
    say("");
    say("A mixture of experts adds a reason for size: the more chips share its experts, the more tokens each expert sees. "
        "Patient users are served about as well by eight B200 as by a rack: the rack gives {} times as much per chip at 10 "
        "tok/s, but {} times at 50. Which chip is best depends on the promise, and that is why a single tokens-per-second figure "
        "of a chip says little.",
        times(m[3][slow], m[2][slow], rate), times(m[3][fast], m[2][fast], rate));
}
