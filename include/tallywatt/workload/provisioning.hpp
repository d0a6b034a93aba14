#pragma once
// Load over the day: instances are bought for the busiest hour and used by the mean one.
//
//   provisioned instances   N = ceil(D peak/(X (1 - h)))     D mean demand, X capacity of an instance, h headroom at the peak
//   mean load               u = D/(N X)                      the traffic's load for a fleet that is always on
//   in use                  n = D/(X (1 - h))                where instances are given other work as demand falls
//
// Reference: DeepSeek-V3/R1 Inference System Overview, 2025-03-01: 278 nodes in the busiest hour, 226.75 in the mean.
//
//   provisioning p = provision(demand, 9000.0 * token / second);   // p.instances, p.load

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

namespace tallywatt {

/// What users ask of a service.
template <class T = double>
struct basic_demand {
    static constexpr char const* kind = "demand";
    token_rate<T> mean{};                  ///< output tokens, over the day
    basic_ratio<T> peak_to_mean{T(1.226)}; ///< of the hours of a day
    basic_fraction<T> headroom{T(0.1)};    ///< of capacity, kept free in the busiest hour

    [[nodiscard]] constexpr token_rate<T> peak() const { return mean * peak_to_mean.value; }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"mean", positive}, self.mean...);
        visit(
            field{
                "peak_to_mean",
                at_least(1.0),
                {"DeepSeek production day: 278 of 226.75 nodes", "2025-03-01", confidence::medium}},
            self.peak_to_mean...
        );
        visit(
            field{
                "headroom",
                between(0.0, 0.9),
                {"assumed: the evenness of a minute's arrivals and an instance that fails", "2026",
                 confidence::assumed}},
            self.headroom...
        );
    }
};
using demand = basic_demand<>;

/// Instances for a demand.
struct provisioning {
    int instances = 1;      ///< bought
    double load = 0.0;      ///< mean, over them
    double peak_load = 0.0; ///< in the busiest hour
    double in_use = 0.0;    ///< in the mean, where the others rest or do other work
};

constexpr provisioning provision(demand const& d, token_rate<> const& capacity) {
    provisioning p;
    double const usable = 1.0 - d.headroom.value;
    double const wanted = math::ceil(d.peak() / (capacity * usable) * (1.0 - 1e-12));
    p.instances = wanted < 1.0 ? 1 : static_cast<int>(wanted);
    p.load = d.mean / (double(p.instances) * capacity);
    p.peak_load = p.load * d.peak_to_mean.value;
    p.in_use = d.mean / (capacity * usable);
    return p;
}

/// Mean load of planned instances, in any number type.
template <class T>
constexpr T mean_load(basic_demand<T> const& d, provisioning const& p, token_rate<T> const& capacity) {
    return d.mean / (T(double(p.instances)) * capacity);
}

} // namespace tallywatt
