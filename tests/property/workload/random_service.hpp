#pragma once
// Random models, chips and services, small enough for exhaustive checks.

#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/mi300x.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/workload/plan_serving.hpp>

#include <cmath>
#include <random>

namespace random_service {

using namespace tallywatt;

class source_of_cases {
public:
    explicit source_of_cases(unsigned seed) : engine_(seed) {}

    int integer(int low, int high) { return low + static_cast<int>(engine_() % static_cast<unsigned>(high - low + 1)); }
    double real(double low, double high) { return low + (high - low) * (static_cast<double>(engine_()) / 4294967296.0); }
    double logarithmic(double low, double high) { return low * std::exp(real(0.0, std::log(high / low))); }
    bool coin() { return (engine_() & 1u) != 0; }

    transformer model() {
        transformer m;
        m.layers = integer(2, 40);
        m.hidden = 256 * integer(1, 24);
        m.vocabulary = 1000 * integer(1, 130);
        m.tied_embeddings = coin();
        m.attention.heads = 1 << integer(1, 6);
        if (integer(0, 2) == 0)
            m.attention = {.form = attention_form::latent, .heads = m.attention.heads, .query_rank = coin() ? 64 * integer(1, 24) : 0,
                           .kv_rank = 64 * integer(1, 8), .unrotated_size = 128, .rotary_size = 64, .value_size = 128};
        else
            m.attention.kv_heads = 1 << integer(0, static_cast<int>(std::lround(std::log2(m.attention.heads)))), m.attention.head_size = 32 * integer(1, 4);
        m.ffn = {.width = 512 * integer(1, 40), .gated = coin()};
        if (coin())
            m.experts = {.routed = 1 << integer(3, 8), .per_token = integer(1, 8), .shared = integer(0, 2), .width = 256 * integer(1, 16),
                         .leading_dense = integer(0, 1), .node_limit = coin() ? 4 : 1 << 20};
        return m;
    }
    cluster machine() {
        cluster c{.network = catalog::infiniband_ndr};
        switch (integer(0, 3)) {
            case 0: c.server = catalog::hgx_h100; break;
            case 1: c.server = catalog::hgx_h800; break;
            case 2: c.server = catalog::hgx_b200; break;
            default: c.server = catalog::mi300x_platform; break;
        }
        return c;
    }
    /// A machine whose servers hold `accelerators`, all of a server in one scale-up domain.
    cluster machine(int accelerators) {
        cluster c = machine();
        c.server.accelerators = c.server.scale_up.domain = accelerators;
        return c;
    }
    software_stack stack() {
        switch (integer(0, 2)) {
            case 0: return catalog::vllm_2025;
            case 1: return catalog::sglang_2025;
            default: return catalog::deepseek_2025;
        }
    }
    precision format() { return coin() ? precision::bf16 : precision::fp8; }

private:
    std::mt19937 engine_;
};

}  // namespace random_service
