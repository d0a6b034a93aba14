#pragma once
// What a job reads while it trains: the rate that storage has to give to its data loaders.
//
//   rate = samples per time x bytes of a sample x amplification x (1 - cached)
//
// amplification: bytes read per byte used, by shuffling, whole shards, and samples that are dropped. cached: share found in the
// hosts' memory or drives, as in later epochs. Text is bytes per token (2 to 4 for token ids), images and video are orders more.
// Reference: MLPerf Storage v2.0 (mlcommons/storage): 3D U-Net reads 146.6 MB a sample, ResNet-50 115 kB.
//
//   byte_rate<> r = reading(data_loading{.sample = 146.6 * MB}, 3.1 / second);

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

template <class T = double>
struct basic_data_loading {
    data_size<T> sample{};
    basic_ratio<T> amplification{T(1.1)};
    basic_fraction<T> cached{};

    static constexpr char const* kind = "data_loading";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"sample", positive}, self.sample...);
        visit(
            field{
                "amplification",
                at_least(1.0),
                {"assumed: shards are read whole, a tenth is dropped or read again", "2026", confidence::assumed}},
            self.amplification...
        );
        visit(field{"cached"}, self.cached...);
    }
    constexpr operator basic_data_loading<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using data_loading = basic_data_loading<>;

/// Bytes per time that storage gives to a job which consumes so many samples.
template <class T>
constexpr byte_rate<T> reading(basic_data_loading<T> const& l, rate<T> const& samples) {
    return samples * l.sample * l.amplification * complement(l.cached);
}
/// The same by tokens, for samples of so many.
template <class T>
constexpr byte_rate<T>
reading(basic_data_loading<T> const& l, token_rate<T> const& tokens, token_count<T> const& of_a_sample) {
    return reading(l, rate<T>(tokens / of_a_sample));
}

} // namespace tallywatt
