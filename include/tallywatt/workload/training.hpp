#pragma once
// A training job: what is trained, on how much, in which formats; and what one step of it, planned, takes.
//
//   training const job{.model = catalog::gpt_3_175b, .sequence = 2048, .batch = 1536, .stack = catalog::megatron_2021};
//   training_plan const p = plan_training(job, on, {.tensor = 8, .pipeline = 12, .data = 4});
//   training_performance<> const r = perform(p, job, on, celsius(30.0));    // r.step, r.mfu, r.tokens, r.memory, ...

#include <tallywatt/chip/stack.hpp>
#include <tallywatt/cluster/cluster.hpp>
#include <tallywatt/workload/operations.hpp>
#include <tallywatt/workload/training_layout.hpp>

namespace tallywatt {

/// Formats of a training job. What products read and write; the residual stream, norms, softmax and logits stay in bf16,
/// as mixed-precision recipes have it (Micikevicius et al., ICLR 2018; DeepSeek-V3 technical report, section 3.3).
template <class T = double>
struct basic_training_formats {
    static constexpr char const* kind = "formats";
    precision products = precision::bf16;        ///< of linear layers, forward and backward
    precision stored = precision::bf16;          ///< activations kept for the backward pass of linear layers
    precision weights = precision::bf16;         ///< of the layers' copy that products read, as it is kept, gathered and offloaded
    precision exchanged = precision::bf16;       ///< dispatched to experts (combined in bf16)
    precision gradients = precision::fp32;       ///< accumulated, and reduced over data ranks
    data_size<T> optimizer_state = 12.0 * byte;  ///< per parameter: master copy and two moments of Adam, in fp32
    /// Share of layers that stay in bf16 where the others' products are narrower (first and last layers of fp4 recipes): their
    /// products, what they keep and exchange, their weights. Taken as spread evenly over stages and kinds of layers.
    basic_fraction<T> wide_layers{T(0.0)};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"products"}, self.products...);
        visit(field{"stored"}, self.stored...);
        visit(field{"weights"}, self.weights...);
        visit(field{"exchanged"}, self.exchanged...);
        visit(field{"gradients"}, self.gradients...);
        visit(field{"optimizer_state", between(0.0, 64.0), {"Adam in mixed precision: 4 + 4 + 4 bytes (Rajbhandari et al., ZeRO, 2020)", "2020", confidence::high}}, self.optimizer_state...);
        visit(field{"wide_layers"}, self.wide_layers...);
    }
};

/// Whether some layers stay in bf16 and others do not; a plan then has both.
constexpr bool has_wide_layers(basic_training_formats<> const& f) {
    return f.wide_layers.value > 0.0 && size_of(f.products) < size_of(precision::bf16);
}

/// Full training, or low-rank adaptation of frozen weights (no weight gradients for the base: 4 N, not 6 N operations).
enum class adaptation_kind : unsigned char { full, low_rank };

template <class T = double>
struct basic_training {
    static constexpr char const* kind = "training";
    using plan_type = struct training_plan;
    transformer model{};
    int sequence = 4096;          ///< tokens
    int batch = 1024;             ///< sequences of a step, all data ranks together
    basic_training_formats<T> formats{};
    attention_mask mask = attention_mask::causal;  ///< of the model's operations as reported; kernels skip the masked half
    adaptation_kind adaptation = adaptation_kind::full;
    int adaptation_rank = 16;
    bool dropout = false;         ///< GPT-3's generation trained with it; its masks are kept
    basic_training_stack<T> stack{};
    basic_ratio<T> expert_imbalance{T(1.0)};       ///< rows of the busiest expert rank over the mean
    basic_fraction<T> memory_reserve{T(0.08)};     ///< of memory, for contexts, collectives and fragmentation
    byte_rate<T> host_link = 25.0 * GB_per_second; ///< one way, of an accelerator to host memory, for what is offloaded

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"model"}, self.model...);
        visit(field{"sequence", between(1, 1 << 28)}, self.sequence...);
        visit(field{"batch", between(1, 1 << 28)}, self.batch...);
        visit(field{"formats"}, self.formats...);
        visit(field{"mask"}, self.mask...);
        visit(field{"adaptation"}, self.adaptation...);
        visit(field{"adaptation_rank", between(1, 1 << 14)}, self.adaptation_rank...);
        visit(field{"dropout"}, self.dropout...);
        visit(field{"stack"}, self.stack...);
        visit(field{"expert_imbalance", at_least(1.0), {"auxiliary-loss-free balancing keeps load even in training (DeepSeek-V3 technical report); 1.07 measured over a window without", "2024-12", confidence::medium}}, self.expert_imbalance...);
        visit(field{"memory_reserve", any_value, {"assumed: context, communication buffers and fragmentation of 5 to 8 GB of 80", "2026", confidence::assumed}}, self.memory_reserve...);
        visit(field{"host_link", positive, {"PCIe 4.0 x16, 25 of 31.5 GB/s achieved", "2021", confidence::medium}}, self.host_link...);
    }
    constexpr operator basic_training<double>() const
        requires std::same_as<T, estimate>
    {
        return convert<double>(*this);
    }
};
using training = basic_training<>;

/// Memory of the fullest device, by part.
template <class T = double>
struct training_memory {
    static constexpr char const* kind = "memory";
    data_size<T> weights{}, gradients{}, optimizer{}, activations{}, logits{}, buffers{}, reserve{};
    [[nodiscard]] constexpr data_size<T> total() const { return weights + gradients + optimizer + activations + logits + buffers + reserve; }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"weights"}, self.weights...);
        visit(field{"gradients"}, self.gradients...);
        visit(field{"optimizer"}, self.optimizer...);
        visit(field{"activations"}, self.activations...);
        visit(field{"logits"}, self.logits...);
        visit(field{.name = "buffers", .label = "gathered and in flight"}, self.buffers...);
        visit(field{"reserve"}, self.reserve...);
    }
};

/// Where a step's time goes on the slowest stage; the parts sum to the step.
template <class T = double>
struct training_time {
    static constexpr char const* kind = "step_time";
    duration<T> products{};     ///< matrix products, forward and backward
    duration<T> attention{};    ///< attention cores
    duration<T> streaming{};    ///< norms, activations, casts, losses
    duration<T> recompute{};
    duration<T> tensor{}, context{}, expert{}, pipeline{}, data{};  ///< communication that is not hidden
    duration<T> bubble{};
    duration<T> offload{};      ///< transfers that are not hidden
    duration<T> optimizer{};
    duration<T> host{};         ///< the device waits for launches, data and logging
    duration<T> throttle{};     ///< lost to the power cap
    duration<T> stragglers{};
    [[nodiscard]] constexpr duration<T> total() const { return detail::sum_of<duration<T>>(*this); }
    [[nodiscard]] constexpr duration<T> communication() const { return tensor + context + expert + pipeline + data; }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"products"}, self.products...);
        visit(field{"attention"}, self.attention...);
        visit(field{"streaming"}, self.streaming...);
        visit(field{"recompute"}, self.recompute...);
        visit(field{"tensor"}, self.tensor...);
        visit(field{"context"}, self.context...);
        visit(field{"expert"}, self.expert...);
        visit(field{"pipeline"}, self.pipeline...);
        visit(field{"data"}, self.data...);
        visit(field{"bubble"}, self.bubble...);
        visit(field{"offload"}, self.offload...);
        visit(field{"optimizer"}, self.optimizer...);
        visit(field{"host"}, self.host...);
        visit(field{"throttle"}, self.throttle...);
        visit(field{"stragglers"}, self.stragglers...);
    }
};

/// One training step under a plan.
template <class T = double>
struct training_performance {
    duration<T> step{};
    training_time<T> split{};
    token_rate<T> tokens{};                       ///< of the whole job
    per_accelerator<token_rate<T>> tokens_per_accelerator{};
    basic_fraction<T> mfu{};                      ///< model operations over the dense peak of the products' format
    basic_fraction<T> hfu{};                      ///< operations executed, recomputed ones too, over the same
    operation_per_token<T> model_operations{};    ///< of a token, forward and backward
    flop_rate<T> model_rate{};                    ///< model operations per second and accelerator
    power<T> draw{};                              ///< mean per accelerator
    power<T> fixed{};                             ///< of it, with leakage
    energy<T> dynamic{};                          ///< the rest, of a step
    basic_fraction<T> clock{};                    ///< f/f0 under the power cap
    at_it<energy<T>> server_energy{};             ///< of a step: all servers of the job, hosts and fans included
    training_memory<T> memory{};                  ///< of the fullest device
};

}  // namespace tallywatt
