// Every field of a deployment moves a report, and the derivative by it is exact.
//
// A real field is seeded in a dual deployment, evaluated at a fixed plan, over all scenarios; an integer is changed by one
// or by a factor of two, planned again and evaluated. A field that moves nothing in any scenario must say why in its field list
// (`informational`) or stand below; one that says so must really move nothing.

#include "property/tco/support.hpp"

#include <tallywatt/number/dual.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

using namespace tallywatt;
using namespace tco_test;

namespace {

struct excuse {
    char const* path;
    char const* reason;
    bool is_integer = false;
};

// Fields that matter elsewhere in the library but not at this place of a deployment.
constexpr excuse excused[] = {
    {"site.cooling.residual.max_rack_density", "the limit of the technology it is part of holds for the whole rack"},
    {"site.cooling.residual.max_heat_flux", "the limit of the technology it is part of holds where the heat is dense"},
    {"site.cooling.rejection.wetting", "no scenario has adiabatic coolers"},
    {"site.cooling.residual.rejection.wetting", "no scenario has adiabatic coolers"},
    {"cluster.server.scale_up.dims[0]", "only a torus has axes", true},
    {"cluster.server.scale_up.dims[1]", "only a torus has axes", true},
    {"cluster.server.accelerator.fp32_peak", "no scenario serves weights of 32 bits"},
};
/// Mixtral with a mixture in every second layer and one layer over, which is dense unless the mixtures come first.
deployment mixture_every_second_layer() {
    deployment d = scenarios::mixtral_b200_sweden();
    auto& m = d.service.model;
    m.layers = 55;
    m.experts.every = 2;
    m.ffn.width = m.experts.width;
    return d;
}
/// A fabric of small switches in three tiers.
deployment three_tiers() {
    deployment d = scenarios::mixtral_b200_sweden();
    d.cluster.network.network_switch.ports = d.cluster.network.network_switch.most_ports = 8;
    d.cluster.servers_per_fabric = 8;
    d.cluster.network.far_link.distance = 400.0 * metre; // the longest of its reach
    return d;
}
/// Spines in another hall.
deployment far_spines() {
    deployment d = scenarios::mixtral_b200_sweden();
    d.cluster.network.switch_link.distance = 400.0 * metre;
    return d;
}
/// Shards over two servers, each under a leaf of its own, in domains whose rings are slow: sums go up a tree.
deployment slow_rings() {
    deployment d = scenarios::llama405b_h100_two_servers();
    d.cluster.network.network_switch.ports = d.cluster.network.network_switch.most_ports = 8;
    d.cluster.server.scale_up.wide_hop = 1.0 * millisecond;
    return d;
}
/// Profit is taxed, the building takes time, and power is promised.
deployment taxed() {
    deployment d = scenarios::mixtral_b200_sweden();
    d.finance.tax.rate = fraction{0.26};
    d.finance.tax.investment_credit = fraction{0.1};
    d.finance.tax.bonus = fraction{0.4};
    d.finance.construction_months = 18;
    d.policy.mandates.availability = availability{0.999};
    return d;
}
/// Three ways of splitting a job: sequences, layers and parameters, with offloading.
training_deployment split_otherwise() {
    training_deployment d = scenarios::llama405b_training_h100();
    d.service.layout = {.tensor = 8, .context = 2, .pipeline = 4, .schedule = pipeline_schedule::zero_bubble, .data = 32, .zero = 3, .shard_group = 16, .offload = {.weights = true, .activations = true}};
    d.service.job.sequence = 16'384;
    d.service.job.batch = 1024;
    return d;
}
/// Attention that is not fused, scores computed again, and the optimiser on the host.
training_deployment as_in_2020() {
    training_deployment d = scenarios::llama70b_adapters_rented();
    d.service.job.adaptation = adaptation_kind::full;
    d.service.job.stack = catalog::megatron_2021;
    d.service.job.dropout = true;
    d.service.job.batch = 256;
    d.service.layout = {.tensor = 8, .sequence_parallel = false, .pipeline = 8, .data = 2, .zero = 0, .recompute = recompute_kind::selective, .offload = {.optimizer = true}};
    return d;
}
/// Mixtral with a mixture in every second layer, trained.
training_deployment mixtures_trained() {
    training_deployment d = scenarios::deepseek_v3_training_h800();
    d.service.job.model = mixture_every_second_layer().service.model;
    d.service.job.batch = 512;
    d.service.layout = {.tensor = 4, .pipeline = 5, .data = 16, .expert = 8};
    return d;
}
/// Calls f(name, deployment) for the shared scenarios and for these.
template <class F>
void for_each_deployment(F const& f) {
    scenarios::for_each(f);
    f("mixture_every_second_layer", mixture_every_second_layer());
    f("three_tiers", three_tiers());
    f("far_spines", far_spines());
    f("slow_rings", slow_rings());
    f("taxed", taxed());
    f("split_otherwise", split_otherwise());
    f("as_in_2020", as_in_2020());
    f("mixtures_trained", mixtures_trained());
}

bool is_excused(std::string const& path) {
    return std::any_of(std::begin(excused), std::end(excused), [&](excuse const& e) { return path == e.path; });
}

/// An excuse is for a field that exists and moves nothing.
void check_excuses(bool integers, std::set<std::string> const& dead, std::set<std::string> const& alive) {
    for (auto const& e : excused)
        if (e.is_integer == integers) {
            INFO("excused: " << std::string(e.path));
            CHECK(dead.count(e.path) == 1);
            CHECK(alive.count(e.path) == 0);
        }
}

// By a factor of two as well: some integers must divide others, or be powers of two.
constexpr int (*integer_changes[])(int) = {[](int x) { return x + 1; }, [](int x) { return x - 1; }, [](int x) { return 2 * x; }, [](int x) { return x / 2; }};

std::string joined(std::set<std::string> const& all) {
    std::string s;
    for (auto const& x : all) s += "\n  " + x;
    return s;
}

}  // namespace

TEST_CASE("every real field moves a line or a limit of some scenario") {
    std::set<std::string> dead, alive, mislabelled, explained;
    for_each_deployment([&](char const*, auto const& d) {
        auto const plan = plan_of(d);
        auto const inputs = inputs_of(d);
        for (std::size_t k = 0; k < inputs.size(); ++k) {
            auto const seeded = mapped<dual>(d, [&](std::size_t i) { return i == k ? dual::variable(inputs[i].value) : dual(inputs[i].value); });
            auto const numbers = evaluated<dual>(seeded, plan);
            bool const moves = std::any_of(numbers.begin(), numbers.end(), [](dual const& x) { return x.derivative[0] != 0.0; });
            (moves ? alive : dead).insert(inputs[k].path);
            if (inputs[k].informational != nullptr) (moves ? mislabelled : explained).insert(inputs[k].path);
        }
    });
    for (auto const& path : alive) dead.erase(path);
    std::set<std::string> unexplained;
    for (auto const& path : dead)
        if (explained.count(path) == 0 && !is_excused(path)) unexplained.insert(path);
    INFO("moves nothing and says no reason:" << joined(unexplained));
    CHECK(unexplained.empty());
    INFO("said to be informational but moves a line:" << joined(mislabelled));
    CHECK(mislabelled.empty());
    check_excuses(false, dead, alive);
    CHECK(alive.size() > 250);
}

TEST_CASE("every integer moves a line, a limit or the plan of some scenario") {
    std::set<std::string> dead, alive, explained, mislabelled;
    for_each_deployment([&](char const*, auto const& d) {
        auto const before = numbers_of(evaluate(d));
        std::size_t count = 0;
        walk([&](field_path const&, field const&, auto const&) { ++count; }, field_path{nullptr, ""}, d);
        for (std::size_t k = 0; k < count; ++k)
            for (auto const change : integer_changes) {
                auto changed = d;
                std::string path;
                char const* reason = nullptr;
                std::size_t i = 0;
                walk(
                    [&](field_path const& p, field const& f, auto& leaf) {
                        using M = std::remove_cvref_t<decltype(leaf)>;
                        if constexpr (std::same_as<M, int>)
                            if (i == k) path = p.text(), reason = f.informational, leaf = change(leaf);
                        ++i;
                    },
                    field_path{nullptr, ""}, changed);
                if (path.empty()) continue;
                bool moves = false;
                try {
                    moves = numbers_of(evaluate(changed)) != before;
                } catch (invalid_input const&) {
                    continue;  // out of its range that way
                }
                (moves ? alive : dead).insert(path);
                if (reason != nullptr) (moves ? mislabelled : explained).insert(path);
            }
    });
    std::set<std::string> unexplained;
    for (auto const& path : dead)
        if (alive.count(path) == 0 && explained.count(path) == 0 && !is_excused(path)) unexplained.insert(path);
    INFO("moves nothing and says no reason:" << joined(unexplained));
    CHECK(unexplained.empty());
    INFO("said to be informational but moves a line:" << joined(mislabelled));
    CHECK(mislabelled.empty());
    check_excuses(true, dead, alive);
    CHECK(alive.size() > 20);
}

TEST_CASE("a derivative is the central difference") {
    // Fields away from kinks; the plan is fixed on both sides.
    constexpr char const* chosen[] = {"service.traffic.input", "service.traffic.load", "service.stack.host_step", "cluster.server.accelerator.price",
                                      "cluster.server.accelerator.memory_bandwidth", "cluster.server.accelerator.bf16.energy", "cluster.server.accelerator.idle",
                                      "cluster.server.accelerator.package.dies[0].die.node.defect_density", "cluster.server.host", "cluster.network.network_switch.price",
                                      "site.it_capacity", "site.electrical.ups.quadratic", "site.prices.contingency", "site.maintenance",
                                      "supply.energy_price", "supply.losses", "finance.discount", "finance.shell.salvage", "chips.logic_wafers",
                                      "service.tokens", "service.occupied", "service.failures.between_interruptions", "service.job.stack.product_share", "tenure.rent", "tenure.escalation",
                                      "policy.carbon_price", "policy.embodied_price", "policy.sales_tax", "embodied.storage"};
    std::map<std::string, int> checked;
    scenarios::for_each([&](char const* name, auto const& d) {
        INFO(std::string(name));
        auto const plan = plan_of(d);
        auto const inputs = inputs_of(d);
        auto const at = evaluated<double>(d, plan);
        auto const names = names_of(evaluate(prepare(d), plan));
        for (std::size_t k = 0; k < inputs.size(); ++k) {
            if (std::none_of(std::begin(chosen), std::end(chosen), [&](char const* c) { return inputs[k].path == c; })) continue;
            double const x = inputs[k].value, h = x == 0.0 ? 1e-7 : 1e-5 * std::abs(x);
            auto const value = [&](double by) { return evaluated<double>(mapped<double>(d, [&](std::size_t i) { return inputs[i].value + (i == k ? by : 0.0); }), plan); };
            auto const exact = evaluated<dual>(mapped<dual>(d, [&](std::size_t i) { return i == k ? dual::variable(x) : dual(inputs[i].value); }), plan);
            bool const one_sided = x == 0.0;  // a zero field may not go below zero
            auto const up = value(h), down = one_sided ? at : value(-h), far = one_sided ? value(2 * h) : at;
            for (std::size_t r = 0; r < at.size(); ++r) {
                double const slope = one_sided ? (4.0 * up[r] - 3.0 * at[r] - far[r]) / (2.0 * h) : (up[r] - down[r]) / (2.0 * h);
                // truncation 1e-6 of the slope; rounding of two values, each a chain of some hundred operations, over the step
                // and of a time lost to the power cap, which is a difference of equal times
                double const slack = 1e-6 * std::abs(slope) + 4e-14 * std::abs(at[r]) / h + (names[r] == "time_of_training.throttle" ? 1e-12 : 0.0);
                INFO(inputs[k].path << " -> " << names[r] << ": " << exact[r].derivative[0] << " and " << slope);
                CHECK(std::abs(exact[r].derivative[0] - slope) <= slack);
            }
            ++checked[inputs[k].path];
        }
    });
    CHECK(checked.size() == std::size(chosen));
}
