#pragma once
// What the benchmarks evaluate: DeepSeek-R1 on eight-GPU H200 servers in a 100 MW site in Northern Virginia (the quick
// start's deployment). It is built at run time and reached through pointers the optimiser cannot see through.

#include <tallywatt/tallywatt.hpp>

#include <tallywatt/catalog/chip_supply.hpp>
#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/stacks.hpp>

#include <benchmark/benchmark.h>

#include <memory>

namespace subject {

inline tallywatt::deployment const& quick_start() {
    using namespace tallywatt;
    static deployment const d{
        .service =
            {.model = catalog::deepseek_r1,
             .weights = precision::fp8,
             .traffic = {.input = 3909.0 * token, .output = 1080.0 * token, .cached = fraction{0.563}},
             .targets = {.time_to_first_token = 2.0 * second, .time_per_output_token = 50.0 * millisecond},
             .stack = catalog::sglang_2025},
        .cluster = {.server = catalog::hgx_h200, .network = catalog::infiniband_ndr},
        .site = {.cooling = catalog::direct_to_chip, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{100.0 * megawatt}},
        .supply = catalog::pjm_virginia,
        .chips = catalog::nvidia_2025};
    return d;
}

/// The deployment over number type T. Intervals are one per cent wide, so that no operation sees a point.
template <class T>
std::unique_ptr<tallywatt::rebind_t<tallywatt::deployment, T>> over() {
    using namespace tallywatt;
    if constexpr (std::same_as<T, interval>) {
        auto const widened = [](double x) { return x > 0.0 ? interval(0.995 * x, 1.005 * x) : interval(x); };
        auto d = convert<T>(quick_start());  // shares, climate and counts as they are
        d.service.traffic.input.base_value = widened(d.service.traffic.input.base_value.middle());
        d.service.traffic.output.base_value = widened(d.service.traffic.output.base_value.middle());
        auto& chip = d.cluster.server.accelerator;
        for (auto* q : {&chip.fp8.peak, &chip.bf16.peak}) number_in(*q) = widened(number_in(*q).middle());
        for (auto* q : {&chip.tdp, &chip.idle, &d.cluster.server.host}) number_in(*q) = widened(number_in(*q).middle());
        chip.memory_bandwidth.base_value = widened(chip.memory_bandwidth.base_value.middle());
        chip.price.base_value = widened(chip.price.base_value.middle());
        chip.package.dies[0].die.node.defect_density.base_value = widened(chip.package.dies[0].die.node.defect_density.base_value.middle());
        return std::make_unique<rebind_t<deployment, T>>(d);
    } else if constexpr (std::same_as<T, dual>) {
        auto d = convert<T>(quick_start());
        d.cluster.server.accelerator.price.base_value.derivative[0] = 1.0;
        return std::make_unique<rebind_t<deployment, T>>(d);
    } else
        return std::make_unique<rebind_t<deployment, T>>(convert<T>(quick_start()));
}

/// The value behind a pointer that may have been changed by anyone.
template <class X>
X const& seen_anew(X* p) {
    benchmark::DoNotOptimize(p);
    benchmark::ClobberMemory();
    return *p;
}

}  // namespace subject
