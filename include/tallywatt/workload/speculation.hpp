#pragma once
// Speculative decoding: a step verifies g draft tokens of every running sequence beside its last one, and emits as many as
// the model would have produced, and one more:
//
//   emitted = 1 + sum over j <= g of a_1 a_2 ... a_j     a_j: acceptance of the j-th draft, given those before
//   a step  = verification of g + 1 tokens a sequence + g passes of the drafting model
//
// The drafting model is one of its own, or the model's prediction module (MTP): one layer of the model's last class behind
// a projection of two hidden vectors into one, with the model's embedding and head. Chains only: a tree's extra rows count as
// drafts whose acceptance is 0.
//
// Reference: Leviathan, Kalman, Matias, ICML 2023 (emitted tokens of a chain); DeepSeek-V3 Technical Report, 2024-12.
//
//   speculation s{.drafts = 1, .acceptance = {fraction{0.85}}};   double e = s.emitted();   // 1.85

#include <tallywatt/number/field.hpp>
#include <tallywatt/workload/transformer.hpp>

#include <array>

namespace tallywatt {

template <class T = double>
struct basic_speculation {
    static constexpr char const* kind = "speculation";
    static constexpr int most_drafts = 8;
    int drafts = 0;                                          ///< g; 0: none
    std::array<basic_fraction<T>, most_drafts> acceptance{}; ///< by position, given those before
    transformer const* draft = nullptr;                      ///< model that drafts; none: the model's prediction module

    /// Tokens that a step adds to a sequence.
    [[nodiscard]] constexpr T emitted() const {
        // from the last position: 1 + a_1 (1 + a_2 (1 + ...)), in which every acceptance appears once
        T sum = T(1.0);
        for (int i = drafts; i > 0; --i)
            sum = T(1.0) + acceptance[static_cast<std::size_t>(i - 1)].value * sum;
        return sum;
    }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"drafts", between(0, most_drafts)}, self.drafts...);
        visit(field{"acceptance"}, self.acceptance...);
        visit(field{"draft"}, self.draft...);
    }
};
using speculation = basic_speculation<>;

/// What drafts: a model of its own, or the prediction module as a model of one layer.
template <class T>
constexpr transformer drafting_model(transformer const& m, basic_speculation<T> const& s) {
    if (s.draft != nullptr)
        return *s.draft;
    transformer one = m;
    bool const mixture = m.is_mixture(m.layers - 1);
    one.layers = 1;
    one.experts.leading_dense = 0;
    one.experts.every = 1;
    if (!mixture)
        one.experts = {};
    one.attention.window = {};
    if (m.attention.window.covers(m.layers - 1))
        one.attention.window = {.size = m.attention.window.size, .form = m.attention.window.form};
    return one;
}

} // namespace tallywatt
