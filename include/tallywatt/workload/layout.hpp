#pragma once
// How one model instance lies on its accelerators: attention in `tensor` shards and `data` groups (each with requests of
// its own), routed experts spread over all of them, dense layers in tensor shards.

namespace tallywatt {

struct layout {
    int tensor = 1;
    int data = 1;
    [[nodiscard]] constexpr int accelerators() const { return tensor * data; }
    friend constexpr bool operator==(layout const&, layout const&) = default;
};

}  // namespace tallywatt
