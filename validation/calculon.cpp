// Another program's operations, volumes and memory of training configurations (calculon, commit caa4b11f), from the same
// inputs. Its times are predictions of its own: its bubble is met by formula, its step is printed beside ours.
//
// Conventions taken over: no biases, no embedding and no logits; every score of attention, masked ones too; dropout; 16-bit
// gradients; what a tensor group exchanges counted by payload, not by what the wire carries.

#include "training_runs.hpp"

namespace validation {

using namespace tallywatt;

namespace {

/// A case as the library plans it.
struct counted {
    training_setup setup{};
    training_plan plan{};
    training_layer const& layer() const { return plan.layers.dense; }
    training_layout const& layout() const { return setup.layout; }
};

counted plan_of(published_case const& c) {
    auto const model = [&](char const* name) { return static_cast<int>(c.number(std::string("model.") + name)); };
    auto const choice = [&](char const* name) { return static_cast<int>(c.number(std::string("execution.") + name)); };
    counted x;
    auto& s = x.setup;
    bool const hopper = c.text("system_name").rfind("h100", 0) == 0;
    s = setup_of("T-KOR22-A", gpt(model("num_blocks"), model("hidden"), model("attn_heads"), 0, 0), hopper ? "H100-SXM" : "A100-SXM-80GB", precision::bf16);
    auto& m = s.job.model;
    m.attention.query_bias = m.attention.key_bias = m.attention.value_bias = m.attention.out_bias = m.ffn.up_bias = m.ffn.down_bias = false;
    m.ffn.width = model("feedforward");
    m.final_norms = 0;
    s.job.sequence = model("seq_size");
    s.job.batch = choice("batch_size");
    s.job.dropout = true;
    auto& l = s.layout;
    l.tensor = choice("tensor_par"), l.pipeline = choice("pipeline_par"), l.data = choice("data_par"), l.interleave = choice("pipeline_interleaving");
    l.micro_batch = choice("microbatch_size");
    l.zero = choice("optimizer_sharding") != 0 ? 1 : 0;
    l.sequence_parallel = c.text("execution.tensor_par_comm_type") == "rs_ag";
    std::string const again = c.text("execution.activation_recompute");
    l.recompute = again == "full" ? recompute_kind::full : again == "none" ? recompute_kind::none : recompute_kind::selective;
    x.plan = plan_training(s.job, s.on.server, l);
    return x;
}

double flop(operation_count<> x) { return x.in(FLOP); }
double bytes(data_size<> x) { return x.in(byte); }

operation_count<> weight_gradients(training_kernels const& k) {
    operation_count<> sum{};
    for (int i = 0; i < k.weights; ++i) sum += k.weight[static_cast<std::size_t>(i)].useful;
    return sum;
}

/// What a collective is about, from what its wire carries.
double payload(collective_plan const& p) { return p.ranks < 2 ? 0.0 : bytes(p.up) * p.ranks / (p.ranks - 1.0) / (p.kind == collective_kind::all_reduce ? 2.0 : 1.0); }

void operations(rows& r, published_case const& c, counted const& x) {
    auto const& y = x.layer();
    operation_count<> const forward = y.forward.narrow_useful + y.forward.wide_useful, weights = weight_gradients(y.backward),
                            inputs = y.backward.narrow_useful + y.backward.wide_useful - weights;
    std::string const note = "products alone: norms, activations and dropout take 0.1 to 0.4 % more there";
    r.predict(c.id, "outputs.block_fw_flops", flop(forward), {note});
    r.predict(c.id, "outputs.block_agrad_flops", flop(inputs), {note});
    r.predict(c.id, "outputs.block_wgrad_flops", flop(weights), {note});
    r.predict(c.id, "outputs.useful_flops", flop(forward + inputs + weights), {note, "without the optimiser's"});
}

void volumes(rows& r, published_case const& c, counted const& x) {
    auto const& y = x.layer();
    auto const& l = x.layout();
    double const tensor = y.reduces * payload(y.reduce) + y.gathers * payload(y.gather);
    r.predict(c.id, "outputs.baseblock_fw_tp_size", tensor);
    r.predict(c.id, "outputs.baseblock_bw_tp_size", tensor, {"inputs gathered again for weight gradients are counted apart there"});
    auto const& send = x.plan.outline.send;  // the parts of what is whole on every shard add up
    r.predict(c.id, "outputs.block_fw_pp_size", bytes(send.out) * (l.sequence_parallel ? 1 : l.tensor));
    auto const& shared = x.plan.outline.shared;
    r.predict(c.id, "outputs.block_dp_size", l.data > 1 ? 2.0 * shared.parameters / x.plan.outline.held.first : 0.0);
}

void memory(rows& r, published_case const& c, counted const& x) {
    auto const& l = x.layout();
    auto const& p = x.plan.outline.memory;
    int const layers = x.plan.outline.held.first;
    bool const full = l.recompute == recompute_kind::full, whole = full && l.sequence_parallel,
               lost = !full && c.number("execution.fused_activation") != 0.0 && !l.sequence_parallel;
    saved_activations const saved = saved_by_layer(x.setup.job, l, false);
    std::vector<std::string> checkpoint, storage, working{"other method: every kernel's input and output of the block in work at once"};
    if (whole) checkpoint.push_back("other method: checkpoints are whole on every shard although norms are split");
    if (lost) storage.push_back("other method: its fused activation keeps the output of GeLU alone, which does not give the gradient");
    if (lost) working.push_back("its fused activation keeps the output of GeLU alone");
    r.predict(c.id, "outputs.block_weight_space", bytes(p.weights) / layers);
    r.predict(c.id, "outputs.weight_space", bytes(p.weights));
    r.predict(c.id, "outputs.weight_grad_space", bytes(p.gradients), {"other method: gradients of the block in work are of 4 bytes there, those of the others of 2, in shards or not"});
    r.predict(c.id, "outputs.optimizer_space", 12.0 * p.updated);
    r.predict(c.id, "outputs.block_act_storage_space", full ? 0.0 : bytes(saved.after(l.recompute)), storage);
    r.predict(c.id, "outputs.block_act_checkpoint_size", full ? bytes(saved.input) : 0.0, checkpoint);
    r.predict(c.id, "outputs.act_checkpoint_size", full ? bytes(saved.input) * p.live * layers : 0.0, checkpoint);
    double const kept = full ? 0.0 : bytes(saved.after(l.recompute)) * (p.live * layers - 1.0);
    r.predict(c.id, "outputs.act_space", kept + bytes(saved.after(recompute_kind::none) + p.buffers), working);
}

void times(rows& r, published_case const& c, counted const& x) {
    auto const its = [&](char const* name) { return c.number(std::string("outputs.") + name) * second; };
    double const layers = x.plan.outline.held.first;
    // its own times of a block, and what it sends of a micro-batch, through the pipeline's formula
    duration<> const sent = its("pp_comm_exposed_time") / double(x.plan.outline.micro_batches);
    stage_times<> const stage{.forward = layers * (its("block_fw_time") + its("baseblock_fw_tp_time_exposed")) + sent,
                              .backward = layers * (its("block_agrad_time") + its("block_re_time") + its("baseblock_agrad_tp_time_exposed") + its("baseblock_recomm_time_exposed")),
                              .weight = layers * its("block_wgrad_time")};
    r.predict(c.id, "outputs.bubble_time", time_of(x.plan.outline.pipeline, stage).bubble.in(second), {"bookkeeping: its own times of a block through the library's formula"});
    auto const done = perform(x.plan, x.setup.job, x.setup.on, celsius(30.0));
    r.predict(c.id, "outputs.total_time", done.step.in(second), {"other method: another program's prediction, not a measurement", x.setup.assumptions.front()});
}

}  // namespace

void run_calculon(context const& with, rows& r) {
    for (auto const& c : with.cases.calculon) {
        if (!with.wants(c)) continue;
        counted const x = plan_of(c);
        operations(r, c, x);
        volumes(r, c, x);
        memory(r, c, x);
        times(r, c, x);
    }
}

}  // namespace validation
