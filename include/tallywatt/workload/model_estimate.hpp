#pragma once
// Models whose shape is not published: what others estimate of them, or nothing at all.
//
//   forward operations per token  2 N_active          (attention apart: its sizes are unknown)
//   training operations           6 N_active D        (Kaplan et al. 2020), to compare with the estimate held
//   N parameters, D training tokens
//
// Without a shape there is no cache, no layout and no plan: such a model prices training runs and bounds an inference.
// Units: parameters are plain counts, operations in FLOP. Validity: estimates carry ranges, and results should too.
//
//   model_estimate m = convert<double>(catalog::gpt_4);           // likely values
//   operation_count<> f = matmul_operations(m);                   // 5.6e11 FLOP per token
//   total_parameters(catalog::gemini_1_5_pro);                    // throws: not disclosed

#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

#include <string>

namespace tallywatt {

/// Where what is known of a model comes from: from its publisher, from others, or from nowhere.
enum class disclosure : unsigned char { published, leaked, undisclosed };

/// A model by its counts. Integers are those of the estimate's own account; 0 where it gives none.
template <class T = double>
struct basic_model_estimate {
    static constexpr char const* kind = "model_estimate";
    char const* name = "";
    disclosure status = disclosure::leaked;
    T total_parameters{};
    T active_parameters{};                      ///< per token
    token_count<T> training_tokens{};           ///< repetitions included
    operation_count<T> training_operations{};
    int layers = 0;
    int routed_experts = 0;
    int experts_per_token = 0;
    int context_limit = 0;                      ///< tokens; 0: none stated

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"status"}, self.status...);
        visit(field{"total_parameters", positive}, self.total_parameters...);
        visit(field{"active_parameters", positive}, self.active_parameters...);
        visit(field{"training_tokens", positive}, self.training_tokens...);
        visit(field{"training_operations", positive}, self.training_operations...);
        visit(field{"layers", between(0, 1000)}, self.layers...);
        visit(field{"routed_experts", between(0, 1 << 14)}, self.routed_experts...);
        visit(field{"experts_per_token", between(0, 1 << 14)}, self.experts_per_token...);
        visit(field{"context_limit", non_negative}, self.context_limit...);
    }
};
using model_estimate = basic_model_estimate<double>;

/// Throws invalid_input where the parts contradict the whole.
template <class T>
constexpr void check(basic_model_estimate<T> const& m) {
    if (lowest(m.active_parameters) > highest(m.total_parameters))
        throw invalid_input("model_estimate.active_parameters", lowest(m.active_parameters), "",
                            detail::in_unit(lowest(m.active_parameters), unit_symbols<dim::none>()) + " is above the " + detail::in_unit(highest(m.total_parameters), unit_symbols<dim::none>()) + " of the model");
    if (m.experts_per_token > m.routed_experts)
        throw invalid_input("model_estimate.experts_per_token", m.experts_per_token, "",
                            std::to_string(m.experts_per_token) + " is above " + std::to_string(m.routed_experts));
}

template <class T>
constexpr T total_parameters(basic_model_estimate<T> const& m) {
    return m.total_parameters;
}
template <class T>
constexpr T active_parameters(basic_model_estimate<T> const& m) {
    return m.active_parameters;
}
/// Operations of one token's matrix products, 2 N_active; with estimates convert to an interval first.
template <class T>
constexpr operation_count<T> matmul_operations(basic_model_estimate<T> const& m) {
    return T(2.0) * m.active_parameters * operation_count<T>::from_base(T(1.0));
}
/// 6 N_active D: what the training run should have taken, attention and recomputation apart.
template <class T>
constexpr operation_count<T> training_matmul_operations(basic_model_estimate<T> const& m) {
    return T(6.0) * m.active_parameters * (m.training_tokens / token_count<T>::from_base(T(1.0))) * operation_count<T>::from_base(T(1.0));
}

/// A model of which its publisher says no size. Whoever asks for one is told so; to compute with such a model, make a
/// transformer or a model_estimate of your own assumptions.
struct undisclosed_model {
    static constexpr char const* kind = "undisclosed_model";
    char const* name = "";
    char const* publisher = "";
    int context_limit = 0;           ///< tokens, at release
    int later_context_limit = 0;     ///< 0: as at release
    int research_context_limit = 0;  ///< shown in research, not offered; 0: none

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"publisher"}, self.publisher...);
        visit(field{"context_limit", non_negative}, self.context_limit...);
        visit(field{"later_context_limit", non_negative}, self.later_context_limit...);
        visit(field{"research_context_limit", non_negative}, self.research_context_limit...);
    }
};

namespace detail {
[[noreturn]] inline void throw_undisclosed(undisclosed_model const& m, char const* what) {
    throw invalid_input(std::string(m.name) + '.' + what, 0.0, "",
                        std::string("not disclosed by ") + m.publisher + "; give a transformer or a model_estimate of your own assumptions");
}
}  // namespace detail

// What is undisclosed, each by the name it has for other models. Context lengths are members.
inline double total_parameters(undisclosed_model const& m) { detail::throw_undisclosed(m, "total_parameters"); }
template <class... Convention>
double active_parameters(undisclosed_model const& m, Convention...) {
    detail::throw_undisclosed(m, "active_parameters");
}
inline operation_count<> matmul_operations(undisclosed_model const& m) { detail::throw_undisclosed(m, "matmul_operations"); }
template <class... A>
operation_count<> forward_operations(undisclosed_model const& m, A const&...) {
    detail::throw_undisclosed(m, "forward_operations");
}
template <class... A>
operation_count<> training_operations(undisclosed_model const& m, A const&...) {
    detail::throw_undisclosed(m, "training_operations");
}
template <class... A>
data_per_token<> cache_per_token(undisclosed_model const& m, A const&...) {
    detail::throw_undisclosed(m, "cache_per_token");
}
template <class T, class... A>
data_per_token<> cache_per_token(basic_model_estimate<T> const& m, A const&...) {
    throw invalid_input(std::string(m.name) + ".cache_per_token", 0.0, "", "no estimate tells the sizes of its attention; give a transformer of your own assumptions");
}

}  // namespace tallywatt
