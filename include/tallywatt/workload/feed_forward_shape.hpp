#pragma once
// The shape of a transformer's feed-forward half: a block, or a mixture of experts in some of the layers.
//
//   plain  two matrices, 2 d f weights;  gated  three, 3 d f (SwiGLU, GeGLU).  d hidden, f width.
//   mixture  E routed experts of which k per token, S shared ones that every token passes through, a router of d E weights.
//
// Which layers are mixtures: none of the first `leading_dense`; then one in every `every`, the last of each group unless
// `ahead` moves it forward. Every second layer, the second one first (Llama 4 Maverick): every = 2. The first one first:
// every = 2, ahead = 1.
// Reference: Shazeer 2020 (gated), Fedus et al. 2021, Dai et al. 2024 (shared experts).
//
//   expert_shape e{.routed = 256, .per_token = 8, .shared = 1, .width = 2048, .leading_dense = 3, .router_bias = true};

#include <tallywatt/number/field.hpp>

namespace tallywatt {

struct ffn_shape {
    static constexpr char const* kind = "ffn";
    int width = 0;                            ///< of the dense layers
    bool gated = true;
    bool up_bias = false, down_bias = false;  ///< up_bias: of the gate too; experts have the same

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"width", between(0, 1 << 20)}, self.width...);
        visit(field{"gated"}, self.gated...);
        visit(field{"up_bias"}, self.up_bias...);
        visit(field{"down_bias"}, self.down_bias...);
    }
};

struct expert_shape {
    static constexpr char const* kind = "experts";
    int routed = 0;          ///< 0: a dense model
    int per_token = 0;       ///< top-k
    int shared = 0;
    int width = 0;
    int shared_width = 0;    ///< of one shared expert; 0: as a routed one
    int leading_dense = 0;   ///< layers before the first group of `every`
    int every = 1;           ///< of the layers after those, each so-many-th is a mixture
    int ahead = 0;           ///< layers by which a mixture comes before the end of its group; below `every`
    int node_limit = 1 << 20;  ///< nodes a token's experts may lie on (group-limited routing)
    bool router_bias = false;
    bool shared_gate = false;  ///< a gate, d weights, on what the shared experts add

    [[nodiscard]] constexpr int one_shared_width() const { return shared_width > 0 ? shared_width : width; }
    /// Whether a layer (counted from 0) is a mixture, and how many of the first `layers` are.
    [[nodiscard]] constexpr bool covers(int layer) const {
        return routed > 0 && layer >= leading_dense && (every == 1 || (layer - leading_dense + 1 + ahead) % every == 0);
    }
    [[nodiscard]] constexpr int count(int layers) const {
        return routed == 0 ? 0 : every == 1 ? layers - leading_dense : (layers - leading_dense + ahead) / every;
    }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr bounds count = between(0, 1 << 14);
        visit(field{"routed", count}, self.routed...);
        visit(field{"per_token", count}, self.per_token...);
        visit(field{"shared", between(0, 64)}, self.shared...);
        visit(field{"width", between(0, 1 << 20)}, self.width...);
        visit(field{"shared_width", between(0, 1 << 20)}, self.shared_width...);
        visit(field{"leading_dense", between(0, 1000)}, self.leading_dense...);
        visit(field{"every", between(1, 1000)}, self.every...);
        visit(field{"ahead", between(0, 999)}, self.ahead...);
        visit(field{"node_limit", between(1, 1 << 20)}, self.node_limit...);
        visit(field{"router_bias"}, self.router_bias...);
        visit(field{"shared_gate"}, self.shared_gate...);
    }
};

}  // namespace tallywatt
