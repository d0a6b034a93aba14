// What does a mixture of experts save against a dense model, and where does it stop paying? DeepSeek-V3 beside two dense
// twins of its own shape: one as large as what a token passes through, one as large as the whole.

#include <tallywatt/catalog/chip_supply.hpp>
#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/gb200.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/catalog/training_stacks.hpp>
#include <tallywatt/tallywatt.hpp>
#include <tallywatt/workload/operations.hpp>
#include <tallywatt/workload/plan_training_layout.hpp>

#include <array>

#include "page.hpp"

using namespace tallywatt;
using namespace tallywatt::literals;
using page::cell;
using page::heading;
using page::say;

namespace {

// ---- 1. Twins: the same layers and attention, the experts replaced by one block -------------------------------------------

// [twin]
transformer dense_twin(transformer m, char const* name, int experts) {
    m.name = name;
    m.ffn.width = experts * m.experts.width;
    m.experts = {};
    m.prediction_modules = 0;
    return m;
}
transformer const mixture = catalog::deepseek_v3;
transformer const small_twin = dense_twin(mixture, "dense, as many active", mixture.experts.per_token + mixture.experts.shared);
transformer const large_twin = dense_twin(mixture, "dense, as many in all", mixture.experts.routed + mixture.experts.shared);
// [/twin]
std::array<transformer const*, 3> const all{&mixture, &small_twin, &large_twin};

serving service_of(transformer const& m) { return {.model = m, .weights = precision::fp8, .stack = catalog::sglang_2025}; }

// ---- 2. A decode step on n accelerators: the fastest way to hold the model there -------------------------------------------

struct decoded {
    duration<> step{}; ///< zero: it does not fit in memory
    time_split<> split{};
    token_rate<> rate{};                ///< of all n
    at_it<energy_per_token<>> energy{}; ///< hosts, fans and supplies of the servers too
    [[nodiscard]] bool fits() const { return step > duration<>{}; }
};
/// A mixture's experts lie on all n; a dense model is cut in tensor shards, in as many instances as n holds.
decoded decode(transformer const& m, cluster const& on, int n, int sequences, token_count<> context = 2048_tokens) {
    decoded best;
    for (int shards = 1; shards <= n && shards <= 8; shards *= 2) {
        int const others = n / shards;
        if (sequences % others != 0) continue;
        layout const l{shards, m.is_mixture() ? others : 1};
        auto const r = perform_decode(service_of(m), on, {.instance = l, .batch = sequences / others, .length = context});
        if (r.memory.total() > on.server.accelerator.memory_capacity || (best.fits() && r.step >= best.step)) continue;
        auto const drawn = per_accelerator_of(server_power(on.server, per_accelerator<power<>>{r.draw}, fraction{0.0}).total(),
                                              on.server.accelerators)
                               .value;
        best = {r.step, r.split, double(sequences) * token / r.step,
                at_it<energy_per_token<>>{double(n) * drawn.value / (double(sequences) * token / r.step)}};
    }
    return best;
}
std::string shown(bool fits, std::string const& text) { return fits ? text : "-"; }

} // namespace

int main() {
    say("A mixture of experts computes with a few of its experts for each token and keeps all of them in memory. DeepSeek-V3 "
        "beside two dense models of the same depth, width and attention: what it does for a token is that of the small one, what "
        "it holds that of the large one. Its quality lies between, near the large one; so it has to beat the large twin, and "
        "what it loses against the small one is the price of that quality.");
    heading("A token");
    fmt::print("{:<24} {:>10} {:>10} {:>18} {:>18} {:>10} {:>18}\n", "", "parameters", "active", "forward at 4k",
               "training at 4k", "fp8", "cache, bf16");
    for (auto const* m : all)
        fmt::print("{:<24} {:>8.0f} G {:>8.1f} G {:>18} {:>18} {:>10} {:>18}\n", m->name, 1e-9 * double(total_parameters(*m)),
                   1e-9 * double(active_parameters(*m)), cell(forward_operations(*m, 4096.0) / token),
                   cell(training_operations(*m, 4096) / token), cell(double(total_parameters(*m)) * size_of(precision::fp8)),
                   cell(cache_per_token(*m, size_of(precision::bf16))));
    double const saved = training_operations(large_twin, 4096) / training_operations(mixture, 4096);
    say("Sparsity saves {:.1f} of {:.1f} operations. It saves no memory, and no cache: attention is the same.", saved - 1.0,
        saved);

    // What an accelerator-hour costs in a site of 100 MW, from wafer to meter.
    cluster const hopper{.server = catalog::hgx_h200, .network = catalog::infiniband_ndr};
    serving service = service_of(catalog::deepseek_r1);
    service.traffic = {.input = 2048_tokens, .output = 1024_tokens};
    report const r = evaluate(deployment{.service = service,
                                         .cluster = hopper,
                                         .site = {.cooling = catalog::direct_to_chip, .climate = catalog::ashburn},
                                         .supply = catalog::pjm_virginia});
    auto const usd = [&](decoded const& x) {
        return money_per_token<>(8.0 * accelerator_unit * r.unit.per_accelerator_hour / x.rate).in(USD / megatoken);
    };
    auto const joules = [&](decoded const& x) { return (x.energy * r.power.pue).value.in(joule / token); };

    heading("Serving, batch by batch: 8 x H200, fp8, 2,048 tokens of context");
    say("A decode step reads every weight that its tokens touch, once, however many tokens share it. Accelerators at {:.3g}, "
        "energy at the facility at PUE {:.2f}.",
        r.unit.per_accelerator_hour, r.power.pue.value);
    say("");
    fmt::print("{:>9} {:>8}   {:>29}   {:>24}   {:>24}   {:>6} {:>6}\n", "", "experts", "step", "J/token", "USD/Mtok", "large/",
               "mix./");
    fmt::print("{:>9} {:>8}   {:>9} {:>9} {:>9}   {:>8} {:>7} {:>7}   {:>8} {:>7} {:>7}   {:>6} {:>6}\n", "sequences", "touched",
               "mixture", "small", "large", "mixture", "small", "large", "mixture", "small", "large", "mix.", "small");
    struct extreme {
        int at = 0;
        double by = 0.0;
    };
    extreme least_saved{0, 1e9}, most_paid{};
    for (int const b : {1, 4, 16, 64, 128, 256, 512, 1024}) {
        std::array<decoded, 3> x;
        for (std::size_t i = 0; i < 3; ++i)
            x[i] = decode(*all[i], hopper, 8, b);
        auto const& [m, s, l] = x;
        fmt::print("{:>9} {:>6.0f} % ", b, 100.0 * experts_touched(mixture, b) / mixture.experts.routed);
        for (auto const& y : x)
            fmt::print(" {:>9}", cell(y.step));
        fmt::print("  ");
        for (auto const& y : x)
            fmt::print(" {:>7}", shown(y.fits(), fmt::format("{:.3g}", joules(y))));
        fmt::print("   ");
        for (auto const& y : x)
            fmt::print(" {:>7}", shown(y.fits(), fmt::format("{:.3g}", usd(y))));
        fmt::print("   {:>6} {:>6}\n", shown(l.fits() && m.fits(), fmt::format("{:.2f}", l.step / m.step)),
                   shown(m.fits(), fmt::format("{:.2f}", m.step / s.step)));
        if (m.fits() && l.fits() && l.step / m.step < least_saved.by) least_saved = {b, l.step / m.step};
        if (m.fits() && m.step / s.step > most_paid.by) most_paid = {b, m.step / s.step};
    }
    say("");
    say("One user: each layer reads eight experts, little more than the small twin does. Many users: all that is read is shared, "
        "and operations decide. Between them tokens touch most experts but few tokens share each: at {} sequences the mixture is "
        "only {:.2f} times as fast as the large twin, at {} it takes {:.1f} times as long as the small one.",
        least_saved.at, least_saved.by, most_paid.at, most_paid.by);

    heading("Memory");
    fmt::print("{:<24} {:>14} {:>34}\n", "", "H200 it needs", "sequences on 8, 2,048 tokens each");
    for (auto const* m : all) {
        int need = 1, most = 0;
        while (need < 64 && !decode(*m, hopper, need, need).fits())
            need *= 2;
        for (int b = 8; b <= 1 << 16; b += 8)
            if (decode(*m, hopper, 8, b).fits()) most = b;
        fmt::print("{:<24} {:>14} {:>34}\n", m->name, need, most);
    }
    say("The mixture occupies as much as the large twin: a whole server before the first token. What its weights take, caches "
        "cannot have, so its batches stay smaller than the small twin's; more servers share the experts out and leave room "
        "again.");

    heading("All-to-all: 64 sequences an accelerator, 2,048 tokens");
    say("Spread over more accelerators each holds fewer experts and reads less, but every token's activations travel to eight "
        "experts and back, in each of {} layers. Where servers' borders are crossed, the network answers.",
        mixture.mixture_layers());
    say("");
    cluster const rack{.server = catalog::gb200_nvl72, .network = catalog::infiniband_ndr};
    fmt::print("{:>12}   {:>34}   {:>34}\n", "", "H200, 8 to a server, InfiniBand", "GB200, 72 to a domain");
    fmt::print("{:>12}   {:>10} {:>9} {:>13}   {:>10} {:>9} {:>13}\n", "accelerators", "step", "network", "tok/s each", "step",
               "network", "tok/s each");
    for (int const n : {8, 16, 32, 64, 128}) {
        fmt::print("{:>12}", n);
        for (cluster const* on : {&hopper, &rack}) {
            auto const x =
                n > on->server.scale_up.domain && on == &rack
                    ? phase_performance<>{}
                    : perform_decode(service_of(mixture), *on, {.instance = {1, n}, .batch = 64, .length = 2048_tokens});
            bool const fits = x.step > duration<>{} && x.memory.total() <= on->server.accelerator.memory_capacity;
            fmt::print("   {:>10} {:>9} {:>13}", shown(fits, cell(x.step)),
                       shown(fits, fmt::format("{:.0f} %", 100.0 * (x.split.network / x.split.total()))),
                       shown(fits, fmt::format("{:.0f}", x.tokens_per_accelerator.value.in(token / second))));
        }
        fmt::print("\n");
    }

    heading("Training: 2,048 H800, fp8, sequences of 4,096, batches of 15,360");
    say("Every layout that is legal on 2,048 accelerators is tried for each of the three; rented at 2 USD per accelerator-hour. "
        "A layout is tensor x pipeline x data. DualPipe runs a forward and a backward pass side by side: what one waits for, the "
        "other computes beside.");
    say("");
    cluster const h800{.server = catalog::hgx_h800, .network = catalog::infiniband_ndr};
    fmt::print("{:<24} {:>8} {:>6}  {:<26} {:>8} {:>11} {:>11} {:>11} {:>13}\n", "", "layouts", "fit", "the fastest", "step",
               "all-to-all", "hours/Ttok", "USD/Ttok", "MWh/Ttok, IT");
    struct row {
        char const* name;
        transformer const* model;
        bool side_by_side = true;
        duration<> step{};
    };
    std::array<row, 4> rows{{{"DeepSeek-V3", &mixture},
                             {"the same, nothing hidden", &mixture, false},
                             {small_twin.name, &small_twin},
                             {large_twin.name, &large_twin}}};
    for (row& x : rows) {
        training job{.model = *x.model,
                     .sequence = 4096,
                     .batch = 15'360,
                     .formats = {.products = precision::fp8, .stored = precision::fp8, .exchanged = precision::fp8},
                     .stack = catalog::dualpipe_2024};
        if (!x.side_by_side) job.stack.paired_overlap = fraction{0.0};
        layout_search const best =
            plan_training_layout(job, h800, {.limits = {.accelerators = 2'048, .even_stages = false}, .context = 1});
        if (!best.found) {
            fmt::print("{:<24} {:>8} {:>6}  the nearest needs {:.3g} of {:.3g}\n", x.name, best.legal, best.feasible,
                       best.nearest.memory.total(), best.nearest.capacity);
            continue;
        }
        x.step = best.step.step;
        token_count<> const a_trillion = 1e12 * token;
        accelerator_time<> const held = 2'048.0 * accelerator_unit * (a_trillion / best.step.tokens);
        auto const& l = best.best;
        std::string const where = fmt::format("{} x {} x {}{}", l.tensor, l.pipeline, l.data,
                                              l.expert > 1 ? fmt::format(", experts over {}", l.expert) : "");
        fmt::print("{:<24} {:>8} {:>6}  {:<26} {:>8} {:>9.0f} % {:>9.2f} M {:>11} {:>13.0f}\n", x.name, best.legal, best.feasible,
                   where, cell(best.step.step), 100.0 * (best.step.split.expert / best.step.step),
                   held.in(1e6 * accelerator_hour), cell(held * (2.0 * USD / accelerator_hour)),
                   (best.step.server_energy.value / best.step.step * (a_trillion / best.step.tokens)).in(megawatt_hour));
    }
    auto const step = [&](int i) { return rows[static_cast<std::size_t>(i)].step; };
    if (step(3) > duration<>{})
        say("The mixture trains {:.1f} times as fast as the large twin, of {:.1f} that its operations promise, and takes {:.2f} "
            "times as long as the small one: products of small experts fill the chips less well, and copies of tokens are "
            "streamed. That holds where most of the all-to-all hides behind compute, as DeepSeek's schedule has it; waited for, it "
            "adds {:.0f} %.",
            step(3) / step(0), saved, step(0) / step(2), 100.0 * (step(1) / step(0) - 1.0));
}
