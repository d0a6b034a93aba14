#include "serving_point.hpp"

#include <algorithm>
#include <cmath>

namespace validation {

using namespace tallywatt;

namespace {

serving service_of(serving_point const& p) {
    serving s{.model = p.model,
              .weights = p.weights,
              .cache = p.cache,
              .traffic = {.input = p.input * token,
                          .output = p.output * token,
                          .output_variation = ratio{p.output_variation},
                          .arrival_variation = ratio{0.0},  // a closed loop: the next prompt comes as a sequence ends
                          .prompt_variation = ratio{0.0}},
              .stack = p.stack};
    s.redundant_experts = static_cast<int>(p.redundant_experts);
    return s;
}

// Rates no prediction may beat: the operations and the bytes that a token cannot do without, at the data sheet's peaks.
void set_limits(serving_prediction& r, serving_point const& p, double accelerators) {
    auto const& chip = p.on.server.accelerator;
    auto const service = service_of(p);
    double const peak = accelerators * chip.engine(p.weights).peak.value.in(FLOP_per_second);
    double const bandwidth = accelerators * chip.memory_bandwidth.in(byte / second);
    // products in the weights' format, attention apart; the head's, of generated tokens only, left out of the prompts'
    double const of_token = matmul_operations(p.model).in(FLOP);
    double const embedding = 2.0 * double(p.model.vocabulary) * p.model.hidden;
    double const operations = r.sequences * (of_token - embedding + p.input / p.output * (of_token - embedding));
    double const cache = p.instance.tensor * cache_per_device(p.model, p.instance.tensor, p.cache).in(byte / token);
    double const context = std::min(p.input + 0.5 * p.output, service.traffic.decode_context().in(token));
    double const windows = p.model.attention.form == attention_form::grouped ? double(p.model.global_layers()) / p.model.layers : 1.0;
    double const share = double(active_parameters(p.model) - embedding_parameters(p.model)) * size_of(p.weights).in(byte);
    double const bytes = share + r.sequences * context * windows * cache;
    double const iteration = std::max(operations / peak, bytes / bandwidth);
    r.highest_output = r.sequences / iteration;
    r.shortest_interval = std::max(r.sequences * (of_token - embedding) / peak, bytes / bandwidth);
}

serving_prediction result_of(serving_plan const& plan, serving_point p, serving const& service) {
    p.instance = plan.instance;
    auto const r = perform(plan, service, p.on, celsius(30.0));
    double const accelerators = plan.instance.accelerators();
    serving_prediction out;
    out.sequences = double(plan.sequences) * plan.instance.data;
    out.accelerators = plan.instance.accelerators();
    out.chunk = plan.chunk;
    out.output = r.output.in(token / second);
    out.interval = (r.mixed_share.value < 0.5 ? r.decode_step : r.mixed_step).in(second);
    out.power = accelerators * r.busy.in(watt);
    out.memory_share = r.memory.total() / p.on.server.accelerator.memory_capacity;
    set_limits(out, p, accelerators);
    return out;
}

}  // namespace

serving_prediction predict(serving_point const& p) {
    serving const service = service_of(p);
    auto const& chip = p.on.server.accelerator;
    int per_group = 1;
    if (p.running > 0.0)
        per_group = static_cast<int>(std::lround(p.running / p.instance.data));
    else {
        // a sequence is let in once its whole length has room
        data_size<> const room = p.cache_share * (chip.memory_capacity - weights_per_device(p.model, p.instance, p.weights));
        data_size<> const whole = cache_per_device(p.model, p.instance.tensor, p.cache) * ((p.input + p.output) * token);
        per_group = std::min(static_cast<int>(room / whole), p.most_running);
    }
    per_group = std::max(per_group, 1);
    // an iteration takes the prompts that came since the last one, a whole prompt at least, within its budget
    double const arriving = per_group * p.input / p.output, room = std::max(p.token_budget - per_group, 1);
    int const chunk = static_cast<int>(std::ceil(std::min(std::max(arriving, p.input), room)));
    return result_of(plan_choice(service, p.on, p.instance, per_group, std::max(chunk, 1)), p, service);
}

serving_prediction predict_fastest(serving_point const& p, int accelerators, double first_token, double per_token) {
    serving service = service_of(p);
    service.targets = {first_token * second, per_token * second};
    service.largest_instance = accelerators;
    serving_prediction r = result_of(plan_serving(service, p.on, celsius(30.0), p.most_running), p, service);
    return r;
}

}  // namespace validation
