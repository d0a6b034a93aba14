#pragma once
// How one model instance lies on its accelerators: layers in `pipeline` stages one after another; within a stage attention
// in `tensor` shards and `data` groups (each with requests of its own), dense layers in tensor shards, routed experts spread
// over `expert` ranks (all of the stage's, unless said), each cut by its width over what remains.

namespace tallywatt {

struct layout {
    int tensor = 1;
    int data = 1;
    int pipeline = 1;
    int expert = 0; ///< expert-parallel ranks of a stage; 0: all of them

    [[nodiscard]] constexpr int stage() const { return tensor * data; } ///< accelerators of a stage
    [[nodiscard]] constexpr int accelerators() const { return stage() * pipeline; }
    [[nodiscard]] constexpr int expert_ranks() const { return expert > 0 ? expert : stage(); }
    [[nodiscard]] constexpr int expert_shards() const { return stage() / expert_ranks(); } ///< of one expert's width
    friend constexpr bool operator==(layout const&, layout const&) = default;
};

} // namespace tallywatt
