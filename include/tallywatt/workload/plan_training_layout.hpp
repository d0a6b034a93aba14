#pragma once
// The training planner: every legal layout of a job on so many accelerators, planned and evaluated; the one with the least
// step (or energy) among those that fit in memory, the runners-up, and why each of them loses.
//
// The search is exhaustive: no layout that the rules and the space allow (workload/training_space.hpp) is left out, and none is
// guessed at. What tensor, context and expert ranks and the micro-batch cost is worked out once for each choice of them;
// stages, data ranks, sharding, recomputation and offloading are evaluated within. Of equal steps the one that needs less
// memory is taken. Nothing is allocated.
//
//   layout_search const r = plan_training_layout(job, on, {.limits = {.accelerators = 2520}, .context = 1});
//   if (r.found) use(r.best, r.step.step);     for (int i = 0; i < r.runners_up; ++i) print(why(r.others[i]));

#include <tallywatt/workload/training_space.hpp>
#include <tallywatt/workload/training_step.hpp>

#include <array>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>

namespace tallywatt {

/// A layout beside the best one.
struct runner_up {
    training_layout layout{};
    bool fits = false;
    double objective = 0.0; ///< of a step, in base units: s or J
    duration<> step{};
    training_time<> split{};
    training_memory<> memory{};
    data_size<> capacity{};
    double times = 0.0;    ///< its objective over the best one's
    char const* part = ""; ///< of the step, that grew most (fits) or of the memory, the largest (does not fit)
    duration<> more{};     ///< by which that part grew
    char const* measure = "step";
};

/// Why a runner-up lost.
inline std::string why(runner_up const& r) {
    auto const fixed = [](double x, int digits) {
        char text[32];
        std::snprintf(text, sizeof text, "%.*f", digits, x);
        return std::string(text);
    };
    std::string const times = fixed(r.times, 3) + " x the " + r.measure;
    if (!r.fits)
        return "would take " + times + ", but needs " + fixed(r.memory.total().in(GB), 1) + " of "
               + fixed(r.capacity.in(GB), 1) + " GB, most for " + r.part;
    if (r.more == duration<>{})
        return times;
    return times + ": " + r.part + " takes "
           + (r.more < 1.0 * second ? fixed(r.more.in(millisecond), 1) + " ms more"
                                    : fixed(r.more.in(second), 2) + " s more");
}

inline constexpr int most_runners_up = 8, most_too_large = 3;

struct layout_search {
    bool found = false;
    training_layout best{};
    training_performance<> step{};        ///< of it, memory too
    std::int64_t legal = 0, feasible = 0; ///< layouts that the rules allow, and of them, that fit
    std::array<runner_up, most_runners_up> others{};
    int runners_up = 0;
    runner_up nearest{}; ///< the legal layout that comes nearest to fitting, where none fits
};

/// A layout that does not fit is named among the runners-up where it would be faster and needs at most so many times the memory:
/// within what a next chip, or one more choice that saves memory, brings.
inline constexpr double within_reach = 2.0;

namespace detail {

/// The best layouts of different meshes, best first.
template <std::size_t N>
struct best_of_meshes {
    std::array<runner_up, N> of{};
    int count = 0;

    static constexpr bool same_mesh(training_layout const& a, training_layout const& b) {
        return a.tensor == b.tensor && a.context == b.context && a.pipeline == b.pipeline && a.expert == b.expert;
    }
    static constexpr bool before(double objective, data_size<> memory, runner_up const& r) {
        return objective < r.objective || (objective == r.objective && memory < r.memory.total());
    }
    constexpr void consider(
        training_layout const& l, double objective, training_performance<> const& r, training_memory<> const& memory
    ) {
        data_size<> const need = memory.total();
        if (count == int(N) && !before(objective, need, of[N - 1]))
            return;
        int at = 0;
        while (at < count && !same_mesh(of[static_cast<std::size_t>(at)].layout, l))
            ++at;
        if (at < count && !before(objective, need, of[static_cast<std::size_t>(at)]))
            return;
        if (at == count)
            at = count < int(N) ? count++ : count - 1;
        for (; at > 0 && before(objective, need, of[static_cast<std::size_t>(at - 1)]); --at)
            of[static_cast<std::size_t>(at)] = of[static_cast<std::size_t>(at - 1)];
        auto& here = of[static_cast<std::size_t>(at)];
        here.layout = l, here.objective = objective, here.step = r.step, here.split = r.split, here.memory = memory;
    }
};

constexpr data_size<> part_of_memory(training_memory<> const& m, char const*& largest) {
    data_size<> most{};
    training_memory<>::each(
        [&](field const& f, data_size<> const& x) {
            if (x > most)
                most = x, largest = f.label != nullptr ? f.label : f.name;
        },
        m
    );
    return most;
}

constexpr duration<> part_of_step(training_time<> const& r, training_time<> const& best, char const*& grown) {
    duration<> most{};
    training_time<>::each(
        [&](field const& f, duration<> const& x, duration<> const& y) {
            if (x - y > most)
                most = x - y, grown = f.label != nullptr ? f.label : f.name;
        },
        r, best
    );
    return most;
}

} // namespace detail

/// Finds the best layout, for a coolant temperature.
constexpr layout_search plan_training_layout(
    training const& job, cluster const& on, training_space const& space, temperature<> const& coolant = celsius(30.0)
) {
    validate(space, "training_space");
    validate(job, "training");
    check(job.model);
    if (space.limits.accelerators < 1)
        throw invalid_input(
            "training_space.limits.accelerators", space.limits.accelerators, "",
            "a search needs a number of accelerators"
        );
    training_totals const totals = totals_of(job);
    data_size<> const capacity = on.server.accelerator.memory_capacity;
    layout_search found;
    detail::best_of_meshes<most_runners_up + 1> fitting;
    detail::best_of_meshes<most_runners_up> large;
    training_layers layers;
    training_costs<> costs;
    double least_need = std::numeric_limits<double>::infinity();
    each_layout(
        job, on.server, space,
        [&](training_layout const& l) {
            layers = plan_layers(job, on, l);
            costs = costs_of(layers, job, on);
        },
        [&](training_layout const& l) {
            training_outline const p = plan_outline(job, totals, on, l);
            training_performance<> const r = perform(p, costs, job, on, coolant);
            training_memory<> const& memory = r.memory;
            double const objective =
                space.objective == layout_objective::time ? r.step.base_value : r.server_energy.value.base_value;
            double const need = memory.total() / capacity;
            ++found.legal;
            if (need <= 1.0) {
                ++found.feasible;
                fitting.consider(l, objective, r, memory);
            } else {
                if (need <= within_reach)
                    large.consider(l, objective, r, memory);
                if (need < least_need) {
                    least_need = need;
                    found.nearest = {
                        .layout = l, .objective = objective, .step = r.step, .split = r.split, .memory = memory};
                }
            }
        }
    );
    auto const finish = [&](runner_up r, runner_up const& best, bool fits) {
        r.fits = fits;
        r.capacity = capacity;
        r.times = r.objective / best.objective;
        r.measure = space.objective == layout_objective::time ? "step" : "energy";
        if (fits)
            r.more = detail::part_of_step(r.split, best.split, r.part);
        else
            (void)detail::part_of_memory(r.memory, r.part);
        return r;
    };
    found.found = fitting.count > 0;
    if (!found.found) {
        if (found.legal > 0)
            found.nearest = finish(found.nearest, found.nearest, false);
        return found;
    }
    runner_up const& best = fitting.of[0];
    found.best = best.layout;
    found.step = perform(plan_training(job, on, best.layout), job, on, coolant);
    found.step.memory = best.memory;
    found.nearest = {};
    auto const add = [&](runner_up const& r, bool fits) {
        found.others[static_cast<std::size_t>(found.runners_up++)] = finish(r, best, fits);
    };
    for (int i = 0; i < large.count && i < most_too_large; ++i)
        if (auto const& r = large.of[static_cast<std::size_t>(i)]; r.objective < best.objective)
            add(r, false);
    for (int i = 1; i < fitting.count && found.runners_up < most_runners_up; ++i)
        add(fitting.of[static_cast<std::size_t>(i)], true);
    return found;
}

} // namespace tallywatt
