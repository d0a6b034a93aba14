#pragma once
// What a checkpoint costs a training job: the stall of every step that writes one, the time until it is safe, and loading.
//
//   size = state x parameters          state: bytes per parameter, weights and optimiser
//   blocking   the job stands until storage has it     stall = pause + size/B_write
//   staged     copied to host memory, written behind   stall = pause + (size/N)/B_host,    write = stall + size/B_write
//   in memory  copied to hosts and to a peer's host    stall = pause + (size/N)/B_host,    write = stall + (size/N)/B_peer
//   load: size/B_read from storage; in memory the lost node's share comes from its peer, (size/N)/B_peer
//   lag = write - stall: how long training has gone on when a checkpoint is safe; who fails before goes back to the one before
//
// The state is taken to be spread evenly over all N accelerators (each replica writes its part), as distributed checkpoints
// do. Two copies in memory survive one node, not a site without power: storage is still written, less often, behind.
// Reference: Wan et al., ByteCheckpoint, NSDI 2025 (arXiv 2407.20143); Wang et al., GEMINI, SOSP 2023.
//
//   checkpoint_cost<> c = cost_of(checkpointing{}, 405'853'388'800, 16384);   // 5.7 TB, 1.0 s of stall

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

#include <cstdint>

namespace tallywatt {

enum class checkpoint_form : unsigned char { blocking, staged, in_memory };

template <class T = double>
struct basic_checkpointing {
    static constexpr char const* kind = "checkpointing";
    char const* name = "";
    checkpoint_form form = checkpoint_form::staged;
    data_size<T> state = 14.0 * byte;                                    ///< per parameter
    byte_rate<T> storage_write = 2.0 * TB_per_second;                    ///< of the whole job
    byte_rate<T> storage_read = 2.0 * TB_per_second;
    per_accelerator<byte_rate<T>> host{byte_rate<T>(25.0 * GB_per_second)};  ///< accelerator to host memory
    per_accelerator<byte_rate<T>> peer{byte_rate<T>(25.0 * GB_per_second)};  ///< to another node's memory
    duration<T> pause = 1.0 * second;                                    ///< barrier and bookkeeping

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"form"}, self.form...);
        visit(field{"state", positive, {"bf16 weights and fp32 master copy, first and second moment of Adam: 2 + 4 + 4 + 4 bytes", "2020", confidence::high}}, self.state...);
        visit(field{"storage_write", positive, {"Tectonic, 2 TB/s sustained and 7 TB/s at peak over 7,500 servers, Llama 3 Herd of Models, section 3.3", "2024-07", confidence::high}}, self.storage_write...);
        visit(field{"storage_read", positive, {"assumed as writing", "2026", confidence::assumed}}, self.storage_read...);
        visit(field{"host", positive, {"PCIe 4.0 x16, 25 of 31.5 GB/s achieved", "2021", confidence::medium}}, self.host...);
        visit(field{"peer", positive, {"assumed half of a 400 Gb/s interface, shared with training", "2026", confidence::assumed}}, self.peer...);
        visit(field{"pause", non_negative, {"assumed: a barrier over all ranks and a plan of what goes where", "2026", confidence::assumed}}, self.pause...);
    }
    constexpr operator basic_checkpointing<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using checkpointing = basic_checkpointing<>;

/// One checkpoint.
template <class T = double>
struct checkpoint_cost {
    static constexpr char const* kind = "checkpoint";
    data_size<T> size{};
    duration<T> stall{};  ///< training stands
    duration<T> write{};  ///< until it is safe: the next one starts no earlier
    duration<T> load{};   ///< at a restart
    /// Work done when the checkpoint is safe; every failure loses that much more of it.
    [[nodiscard]] constexpr duration<T> lag() const { return math::max(write - stall, duration<T>{}); }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"size", non_negative}, self.size...);
        visit(field{"stall", non_negative}, self.stall...);
        visit(field{"write", non_negative}, self.write...);
        visit(field{"load", non_negative}, self.load...);
    }
};

/// What one checkpoint of so many parameters on so many accelerators takes.
template <class T>
constexpr checkpoint_cost<T> cost_of(basic_checkpointing<T> const& c, std::int64_t parameters, int accelerators) {
    data_size<T> const size = T(double(parameters)) * c.state, share = size / T(double(accelerators));
    duration<T> const staged = c.pause + share / c.host.value, stored = size / c.storage_write, loaded = size / c.storage_read;
    switch (c.form) {
        case checkpoint_form::blocking: return {size, c.pause + stored, c.pause + stored, loaded};
        case checkpoint_form::staged: return {size, staged, staged + stored, loaded};
        case checkpoint_form::in_memory: break;
    }
    duration<T> const copied = share / c.peer.value;
    return {size, staged, staged + copied, copied};
}
/// The same from an uncertain catalog object, at its likely values.
constexpr checkpoint_cost<> cost_of(basic_checkpointing<estimate> const& c, std::int64_t parameters, int accelerators) {
    return cost_of(checkpointing(c), parameters, accelerators);
}

}  // namespace tallywatt
