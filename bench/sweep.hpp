#pragma once
// One set of formulas twice, in quantities and in plain doubles of the same base units, over 4,096 designs: roofline time,
// energy through the building to the meter, cost and energy per token. bench/units.cpp times the two and
// bench/count/units.cpp counts their instructions.

#include <tallywatt/units.hpp>

#include <tallywatt/number/math.hpp>

#include <array>
#include <cstddef>

namespace sweep {

inline constexpr std::size_t size = 4096;
template <class X>
using column = std::array<X, size>;

struct designs_in_units {
    column<tallywatt::operation_count<>> work;
    column<tallywatt::data_size<>> moved;
    column<tallywatt::flop_rate<>> peak;
    column<tallywatt::byte_rate<>> bandwidth;
    column<tallywatt::power<>> idle;
    column<tallywatt::token_count<>> tokens;
    column<tallywatt::money<>> price;
    column<tallywatt::money_per_energy<>> electricity;
};
struct results_in_units {
    column<tallywatt::duration<>> time;
    column<tallywatt::energy_per_token<>> energy;
    column<tallywatt::money_per_token<>> cost;
    column<tallywatt::fraction> utilisation;
};

struct designs_in_doubles {
    column<double> work, moved, peak, bandwidth, idle, tokens, price, electricity;
};
struct results_in_doubles {
    column<double> time, energy, cost, utilisation;
};

/// What all designs share.
struct site_in_units {
    tallywatt::pue pue{1.2};
    tallywatt::fraction losses{0.01}, achieved{0.7};
    tallywatt::energy_per_operation<> per_operation = 0.5 * tallywatt::picojoule_per_FLOP;
    tallywatt::energy_per_data<> per_byte = 60.0 * tallywatt::picojoule_per_byte;
    tallywatt::rate<> recovery = 0.24 / tallywatt::year;
};
struct site_in_doubles {
    double pue = 1.2, losses = 0.01, achieved = 0.7, per_operation = 0.5e-12, per_byte = 60e-12, recovery = 0.24 / 31'536'000.0;
};

inline void evaluate(designs_in_units const& in, site_in_units const& site, results_in_units& out) {
    using namespace tallywatt;
    for (std::size_t i = 0; i < size; ++i) {
        duration<> const compute = in.work[i] / (in.peak[i] * site.achieved), memory = in.moved[i] / in.bandwidth[i];
        duration<> const time = math::max(compute, memory);
        at_it<energy<>> const drawn{in.idle[i] * time + in.work[i] * site.per_operation + in.moved[i] * site.per_byte};
        at_facility<energy<>> const facility = drawn * site.pue;
        at_grid<energy<>> const metered{facility.value / complement(site.losses)};
        money<> const spent = in.price[i] * site.recovery * time + metered * in.electricity[i];
        out.time[i] = time;
        out.energy[i] = metered.value / in.tokens[i];
        out.cost[i] = spent / in.tokens[i];
        out.utilisation[i] = fraction{compute / time};
    }
}

inline void evaluate(designs_in_doubles const& in, site_in_doubles const& site, results_in_doubles& out) {
    for (std::size_t i = 0; i < size; ++i) {
        double const compute = in.work[i] / (in.peak[i] * site.achieved), memory = in.moved[i] / in.bandwidth[i];
        double const time = compute < memory ? memory : compute;
        double const drawn = in.idle[i] * time + in.work[i] * site.per_operation + in.moved[i] * site.per_byte;
        double const facility = drawn * site.pue;
        double const metered = facility / (1.0 - site.losses);
        double const spent = in.price[i] * site.recovery * time + metered * in.electricity[i];
        out.time[i] = time;
        out.energy[i] = metered / in.tokens[i];
        out.cost[i] = spent / in.tokens[i];
        out.utilisation[i] = compute / time;
    }
}

/// The same designs for both: decode-like and prefill-like steps in turn.
inline void fill(designs_in_units& units, designs_in_doubles& doubles) {
    using namespace tallywatt;
    for (std::size_t i = 0; i < size; ++i) {
        double const x = static_cast<double>(i) / size;
        doubles.work[i] = 1e12 * (1.0 + 40.0 * x);
        doubles.moved[i] = 2e10 * (2.0 - x);
        doubles.peak[i] = 1e15 * (1.0 + x);
        doubles.bandwidth[i] = 3e12 * (1.0 + 0.5 * x);
        doubles.idle[i] = 100.0 + 50.0 * x;
        doubles.tokens[i] = 64.0 + 192.0 * x;
        doubles.price[i] = 25'000.0 + 10'000.0 * x;
        doubles.electricity[i] = (0.04 + 0.08 * x) / 3.6e6;
        units.work[i] = doubles.work[i] * FLOP;
        units.moved[i] = doubles.moved[i] * byte;
        units.peak[i] = doubles.peak[i] * FLOP_per_second;
        units.bandwidth[i] = doubles.bandwidth[i] * (byte / second);
        units.idle[i] = doubles.idle[i] * watt;
        units.tokens[i] = doubles.tokens[i] * token;
        units.price[i] = doubles.price[i] * USD;
        units.electricity[i] = doubles.electricity[i] * (USD / joule);
    }
}

}  // namespace sweep
