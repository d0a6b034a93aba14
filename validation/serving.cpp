// Serving: throughput, latency, and what the same runs say of power and energy per token.

#include "catalog_names.hpp"
#include "context.hpp"
#include "serving_point.hpp"

#include <tallywatt/workload/phase.hpp>

#include <algorithm>
#include <map>

namespace validation {

using namespace tallywatt;

namespace {

std::optional<cluster> find_calibrated(context const& with, std::string_view accelerator) {
    auto on = find_cluster(accelerator);
    if (on) *on = calibrated(*on, with.fitted);
    return on;
}

std::string missing_model(std::string const& name) { return "no model " + name + " in the catalog"; }
std::string missing_chip(std::string const& name) { return "no accelerator " + name + " in the catalog"; }

void add_note(std::vector<std::string>& to, std::string const& note) {
    if (!note.empty()) to.push_back(note);
}

// Throughput of the instance with all requests queued at once.
void trtllm(context const& with, rows& r) {
    auto const& c = with.cases.at("I-TRTLLM-A");
    if (!with.wants(c)) return;
    for (int i = 0; i < c.rows(); ++i) {
        auto const& name = c.text(i, "model");
        auto const model = find_model(with.cases, name);
        auto const on = find_calibrated(with, c.text(i, "accelerator"));
        if (!model || !on) {
            r.omit(c.id, i, "output_tok_s", model ? missing_chip(c.text(i, "accelerator")) : missing_model(name));
            continue;
        }
        int const gpus = static_cast<int>(c.number(i, "gpus"));
        // attention data parallel: the experts' models run whole attention on each device
        layout const instance = model->shape.is_mixture() ? layout{1, gpus} : layout{static_cast<int>(c.number(i, "tp")), 1};
        auto const p = predict({.model = model->shape,
                                .on = *on,
                                .instance = instance,
                                .weights = precision_of(c.text(i, "weights")),
                                .cache = precision::fp8,
                                .stack = calibrated(find_stack("trtllm_2025"), on->server.accelerator, with.fitted),
                                .input = c.number(i, "isl"),
                                .output = c.number(i, "osl"),
                                .cache_share = assumed(c.id, "cache_share"),
                                .most_running = static_cast<int>(assumed(c.id, "most_running")),
                                .token_budget = static_cast<int>(assumed(c.id, "token_budget"))});
        std::vector<std::string> notes{assume(c.id, "cache"), assume(c.id, "cache_share"), assume(c.id, "admission"),
                                       assume(c.id, "token_budget"), assume(c.id, "stack")};
        add_note(notes, model->note);
        r.predict(c.id, i, "output_tok_s", p.output, notes, at_most(p.highest_output));
    }
}

// Steady state at a set number of running sequences.
void ml_energy(context const& with, rows& r) {
    auto const& c = with.cases.at("I-MLENERGY-A");
    if (!with.wants(c)) return;
    constexpr char const* quantities[] = {"output_tok_s", "median_itl_ms", "avg_power_w_all_gpus", "j_per_output_token"};
    for (int i = 0; i < c.rows(); ++i) {
        std::string const task = c.text(i, "task"), name = task.substr(0, task.find(" / "));
        auto const model = find_model(with.cases, name);
        auto const on = find_calibrated(with, c.text(i, "gpu"));
        if (!model || !on) {
            for (auto const* q : quantities) r.omit(c.id, i, q, model ? missing_chip(c.text(i, "gpu")) : missing_model(name));
            continue;
        }
        int const gpus = static_cast<int>(c.number(i, "num_gpus")), experts = static_cast<int>(c.number(i, "ep"));
        auto const format = name.rfind("DeepSeek", 0) == 0 ? precision::fp8 : precision::bf16;
        auto const p = predict({.model = model->shape,
                                .on = *on,
                                .instance = {gpus, 1, 1, experts > 1 ? gpus : 0},  // vLLM's experts lie on the tensor ranks
                                .weights = format,
                                .stack = calibrated(find_stack("vllm_2025"), on->server.accelerator, with.fitted),
                                .input = assumed(c.id, "input"),
                                .output = c.number(i, "avg_output_len"),
                                .output_variation = assumed(c.id, "output_variation"),
                                .running = c.number(i, "avg_batch"),
                                .token_budget = static_cast<int>(assumed(c.id, "token_budget"))});
        std::vector<std::string> notes{assume(c.id, "input"), assume(c.id, "token_budget"), assume(c.id, "output_variation"), assume(c.id, "stack")};
        add_note(notes, model->note);
        double const limit = on->server.accelerator.tdp.in(watt) * gpus;
        r.predict(c.id, i, "output_tok_s", p.output, notes, at_most(p.highest_output));
        r.predict(c.id, i, "median_itl_ms", 1e3 * p.interval, notes, at_least(1e3 * p.shortest_interval));
        r.predict(c.id, i, "avg_power_w_all_gpus", p.power, notes, at_most(limit));
        r.predict(c.id, i, "j_per_output_token", p.power / p.output, notes);
    }
}

// p99 limits of a scenario in seconds: first token and each further one; Offline has none.
struct latency_limits {
    double first_token, per_token;
};
latency_limits limits_of(std::string const& scenario, std::string const& model) {
    constexpr double none = 1e6;
    if (scenario == "Interactive") return {0.45, 0.04};
    if (scenario == "Server") return model == "DeepSeek-V3/R1" ? latency_limits{2.0, 0.08} : latency_limits{2.0, 0.2};
    return {none, none};
}

void mlperf(context const& with, rows& r) {
    auto const& c = with.cases.at("I-MLPERF-A");
    if (!with.wants(c)) return;
    std::map<std::string, serving_prediction> done;  // submitters that differ in nothing the source states
    for (int i = 0; i < c.rows(); ++i) {
        std::string const name = c.text(i, "model"), chip = c.text(i, "accelerator"), scenario = c.text(i, "scenario");
        bool const powered = r.has(c.id, i, "power_w");
        auto const omit = [&](std::string const& reason) {
            r.omit(c.id, i, "tokens_per_s", reason);
            if (powered) r.omit(c.id, i, "power_w", reason);
        };
        if (chip.find("capped") != std::string::npos) {
            omit("the power limit that the submission set is not published");
            continue;
        }
        auto const model = find_model(with.cases, name);
        auto const on = find_calibrated(with, chip);
        if (!model || !on) {
            omit(model ? missing_chip(chip) : missing_model(name));
            continue;
        }
        std::string const vendor = chip.rfind("MI", 0) == 0 ? "AMD" : "NVIDIA";
        int const gpus = static_cast<int>(c.number(i, "gpus"));
        auto const limits = limits_of(scenario, name);
        std::string const key = chip + name + scenario + c.text(i, "weights") + std::to_string(gpus) + std::to_string(static_cast<int>(c.number(i, "output_tokens_per_query") / 10.0));
        if (done.count(key) == 0) {
            serving_point point{.model = model->shape,
                                .on = *on,
                                .weights = precision_of(c.text(i, "weights")),
                                .cache = precision::fp8,
                                .stack = calibrated(find_stack(vendor == "AMD" ? "vllm_2025" : "trtllm_2025"), on->server.accelerator, with.fitted),
                                .input = assumed(c.id, "input." + name),
                                .output = c.number(i, "output_tokens_per_query"),
                                .output_variation = assumed(c.id, "output_variation"),
                                .most_running = static_cast<int>(assumed(c.id, "most_running"))};
            serving_prediction p = predict_fastest(point, gpus, limits.first_token, limits.per_token);
            done.emplace(key, p);
        }
        serving_prediction const& p = done.at(key);
        std::vector<std::string> notes{assume(c.id, "input." + name), assume(c.id, "output_variation"), assume(c.id, "cache"), assume(c.id, "layout"),
                                       assume(c.id, "most_running"), assume(c.id, "stack." + vendor)};
        add_note(notes, model->note);
        double const instances = double(gpus) / p.accelerators;
        r.predict(c.id, i, "tokens_per_s", instances * p.output, notes, at_most(instances * p.highest_output));
        if (powered) {
            auto const each = per_accelerator<power<>>{instances * p.power / gpus * watt};
            r.predict(c.id, i, "power_w", server_power(on->server, each, fraction{0.0}).total().value.value.in(watt), notes);
        }
    }
}

serving deepseek(context const& with, char const* stack) {
    return {.model = find_model(with.cases, "DeepSeek-V3/R1")->shape, .weights = precision::fp8, .stack = find_stack(stack)};
}

// Tokens per second that a server's peak allows, attention and communication apart.
bound highest_rate(serving const& service, cluster const& on) {
    double const peak = on.server.accelerators * on.server.accelerator.engine(service.weights).peak.value.in(FLOP_per_second);
    double const head = 2.0 * double(service.model.vocabulary) * service.model.hidden;
    return at_most(peak / (matmul_operations(service.model).in(FLOP) - head));
}

// Expert parallelism over many nodes, prefill and decode apart.
void wide_expert_parallel(context const& with, rows& r) {
    auto const& c = with.cases.at("I-LMSYS-H100-EP");
    if (!with.wants(c)) return;
    auto const on = find_calibrated(with, "H100-SXM");
    serving service = deepseek(with, "sglang_2025");
    service.stack.two_batch_overlap = true;
    for (int i = 0; i < c.rows(); ++i) {
        std::string const what = c.text(i, "case");
        if (what.find("MTP") != std::string::npos) {
            r.omit(c.id, i, "tok_s_per_node", "simulated drafts: acceptance and the slowed attention are not published");
            continue;
        }
        bool const prefill = c.text(i, "phase") == "prefill", balanced = what.find("perfect") != std::string::npos;
        int const ranks = 8 * static_cast<int>(c.number(i, "nodes"));
        phase const unit{.instance = {1, ranks},
                         .batch = static_cast<int>(c.number(i, "batch_per_gpu")),
                         .length = c.number(i, "input_or_kv_len") * token,
                         .redundant_experts = 32};
        phase even = unit;
        if (balanced) even.redundant_experts = std::max(ranks, 32);
        auto const p = prefill ? perform_prefill(service, *on, balanced ? even : unit) : perform_decode(service, *on, unit);
        std::vector<std::string> notes{assume(c.id, "stack")};
        if (balanced) notes.push_back(assume(c.id, "balance"));
        r.predict(c.id, i, "tok_s_per_node", p.tokens_per_server.value.in(token / second), notes, highest_rate(service, *on));
    }
    r.omit_rest(c.id, "end_to_end_input_tok_s_per_node", "the pools' shares of the 12 nodes while both run are not published");
    r.omit_rest(c.id, "end_to_end_output_tok_s_per_node", "the pools' shares of the 12 nodes while both run are not published");
}

void deepseek_profile(context const& with, rows& r) {
    auto const& c = with.cases.at("I-DEEPSEEK-PROFILE");
    if (!with.wants(c)) return;
    auto const on = find_calibrated(with, "H800-SXM");
    serving service = deepseek(with, "deepseek_2025");
    service.routing.balanced = true;  // as the profile's description says
    for (int i = 0; i < c.rows(); ++i) {
        bool const prefill = c.text(i, "phase") == "prefill";
        phase const unit{.instance = {1, 8 * static_cast<int>(c.number(i, "nodes"))},
                         .batch = static_cast<int>(c.number(i, "batch_per_gpu")),
                         .length = c.number(i, "len") * token,
                         .redundant_experts = prefill ? static_cast<int>(assumed(c.id, "redundant_experts")) : 0};
        auto const p = prefill ? perform_prefill(service, *on, unit) : perform_decode(service, *on, unit);
        std::vector<std::string> notes{};
        if (prefill) notes.push_back(assume(c.id, "redundant_experts"));
        r.predict(c.id, i, "tok_s_per_node", p.tokens_per_server.value.in(token / second), notes, highest_rate(service, *on));
    }
}

// The production day: capability of nodes in each role, and the nodes that its tokens take at the published rates.
void deepseek_day(context const& with, rows& r) {
    auto const& c = with.cases.at("I-DEEPSEEK-ONLINE");
    if (!with.wants(c)) return;
    auto const on = find_calibrated(with, "H800-SXM");
    serving const service = deepseek(with, "deepseek_2025");
    fraction const cached{c.number("outputs.cache_hit_fraction")};
    auto const prefill = perform_prefill(
        service, *on, {.instance = {1, 32}, .batch = 16384, .length = assumed(c.id, "input") * token, .cached = cached, .redundant_experts = 32});
    r.predict(c.id, "outputs.prefill_tok_s_per_node_incl_hits", prefill.tokens_per_server.value.in(token / second) / complement(cached).value,
              {assume(c.id, "input"), assume(c.id, "load")});
    phase unit{.instance = {1, 144}, .length = c.number("inputs.avg_kv_len") * token, .redundant_experts = 32};
    unit.batch = std::max(largest_decode_batch(service, *on, unit, second / c.number("outputs.avg_output_tok_s_per_user")), 1);
    auto const decode = perform_decode(service, *on, unit);
    r.predict(c.id, "outputs.decode_tok_s_per_node", decode.tokens_per_server.value.in(token / second), {assume(c.id, "batch"), assume(c.id, "load")});

    auto const nodes = [&](char const* tokens, char const* rate) {
        return c.number(tokens) * token / day / (c.number(rate) * token / second);
    };
    r.predict(c.id, "outputs.nodes_avg",
              nodes("outputs.input_tokens", "outputs.prefill_tok_s_per_node_incl_hits") + nodes("outputs.output_tokens", "outputs.decode_tok_s_per_node"),
              {"bookkeeping: tokens of the day over the published rates per node"});
}

}  // namespace

void run_serving(context const& with, rows& r) {
    trtllm(with, r);
    ml_energy(with, r);
    mlperf(with, r);
    wide_expert_parallel(with, r);
    deepseek_profile(with, r);
    deepseek_day(with, r);
    r.omit("I-AA-SPEED", "outputs.cerebras_tok_s_user", "over how many wafers the model lies, and with which drafts, is not published");
    r.omit("I-AA-SPEED", "outputs.nvidia_dgx_b200_tok_s_user", "drafts and their acceptance are not published");
}

}  // namespace validation
