#pragma once
// Interactivity against throughput: what a service can trade between the speed each user sees and the output of an
// accelerator. For every layout, chunk and batch (in steps of at most a half) that fits in memory and keeps up with its
// prompts, a point (1/TPOT, output per accelerator); the frontier is those that no other beats in both.
//
// Points are kept in cells of user speed, four to an octave from 1/4 to 2^14 tokens/s, the one with the most output each: the
// frontier is within 19 % of the speed of every point. Latency targets are not asked for. Nothing is allocated.
//
//   interactivity_frontier const f = frontier_of(service, cluster);
//   for (int i = 0; i < f.count; ++i) plot(f.points[i].per_user, f.points[i].per_accelerator);   // from fast to slow users

#include <tallywatt/workload/plan_serving.hpp>

namespace tallywatt {

struct frontier_point {
    layout instance{};
    int sequences = 0, chunk = 0;
    token_rate<> per_user{};        ///< 1/TPOT
    token_rate<> per_accelerator{}; ///< output tokens
    duration<> time_to_first_token{};
    power<> busy{}; ///< per accelerator
};

struct interactivity_frontier {
    static constexpr int per_octave = 4, octaves_below_one = 2, octaves = 16;
    static constexpr int most = per_octave * octaves;
    std::array<frontier_point, most> points{};
    int count = 0;
};

constexpr interactivity_frontier frontier_of(
    serving const& service, cluster const& on, temperature<> const& coolant = celsius(30.0), int most_sequences = 4096
) {
    using frontier = interactivity_frontier;
    std::array<frontier_point, frontier::most> cells{};
    step_setting const setting = setting_of(service, on);
    auto const cell_of = [](double speed) {
        double const x =
            frontier::per_octave * (math::log(math::max(speed, 1e-9)) / math::log(2.0) + frontier::octaves_below_one);
        return x < 0.0 ? 0 : x >= frontier::most ? frontier::most - 1 : static_cast<int>(x);
    };
    detail::each_layout(service, on.server, [&](layout const& l) {
        for (int const chunk : planned_chunks)
            for (int b = 1; b <= most_sequences; b += b > 1 ? b / 2 : 1) {
                serving_plan const p = plan_choice(service, on.server, l, b, chunk, setting);
                plan_fit const f = fit_of(p, service, on, coolant);
                if (f.memory > 1.0)
                    break; // more sequences take more
                if (f.mixed_share > 1.0)
                    break;
                auto const user = token / (f.output_token * service.targets.time_per_output_token);
                auto& best = cells[static_cast<std::size_t>(cell_of(user.in(token / second)))];
                token_rate<> const output = f.output_per_accelerator * (token / second);
                if (output > best.per_accelerator)
                    best = {l, b, chunk, user, output, f.first_token * service.targets.time_to_first_token, f.busy};
            }
    });
    frontier r;
    token_rate<> most_output{};
    for (int i = frontier::most - 1; i >= 0; --i) { // from fast users to slow
        auto const& c = cells[static_cast<std::size_t>(i)];
        if (c.sequences > 0 && c.per_accelerator > most_output) {
            most_output = c.per_accelerator;
            r.points[static_cast<std::size_t>(r.count++)] = c;
        }
    }
    return r;
}

} // namespace tallywatt
