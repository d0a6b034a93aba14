#pragma once
// goodput: the share of wall time in which a synchronous training job makes progress that it keeps.
//
//   mean time between interruptions   mu = M/N     M accelerator-hours between interruptions, N accelerators of the job
//   checkpoint interval (of work)     Young  tau = sqrt(2 d mu)
//                                     Daly   tau = sqrt(2 d mu) (1 + sqrt(d/(2 mu))/3 + d/(18 mu)) - d,  mu where d >= 2 mu
//   useful share while nodes suffice  e^(-(r + lag)/mu) (tau/mu)/(e^x - 1),  x = (tau + d)/mu
//   d stall of a checkpoint, r from the failure to the first new step: detection, restart, loading; lag from the end of the
//   stall until the checkpoint is safe
//
// and what is lost splits into shares that sum with it to one: checkpoints, work done again, restarts (1 - e^(-r/mu)),
// planned stops, and waiting for repair while fewer nodes run than the job needs:
//
//   P(enough) = sum_{j<=k} C(n+k, j) (1-a)^j a^(n+k-j),  a = 1/(1 + repair m h/M)   n nodes needed, k spare, m accelerators
//   of a node, h share of interruptions that take a node out
//
// Interruptions are taken as independent and exponential; failures come in clusters in practice, so a long restart costs
// somewhat less than this says. Slow nodes that do not fail are in the step time (stack.straggler), not here.
// Reference: Young, CACM 17 (1974); Daly, Future Generation Computer Systems 22 (2006), equations 20 and 37;
// Billinton & Allan 1992, chapter 3. Rates with their sources: catalog/reliability.hpp.
//
//   checkpoint_cost<> const c = cost_of(catalog::file_system_checkpoints, 405'853'388'800, 16384);
//   goodput_plan const p = plan_goodput(catalog::llama3_cluster, c, {.accelerators = 16384});
//   goodput const g = perform(p, reliability(catalog::llama3_cluster), c);   // g.useful: 0.93

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/monotone.hpp>
#include <tallywatt/workload/checkpoint.hpp>

namespace tallywatt {

/// How often a job is interrupted, and what follows.
template <class T = double>
struct basic_reliability {
    static constexpr char const* kind = "reliability";
    char const* name = "";
    accelerator_time<T> between_interruptions{};  ///< unplanned, of any cause, over accelerators in use
    basic_fraction<T> node_lost{T(0.78)};         ///< of them, that take a node out of service
    duration<T> repair = 24.0 * hour;             ///< until a node that was taken out is back
    duration<T> detection = 2.0 * minute;         ///< until the failure is noticed and its node known
    duration<T> restart = 8.0 * minute;           ///< scheduling, process groups, warm-up; loading comes on top
    rate<T> planned{};                            ///< planned stops, per time
    duration<T> planned_stop = 10.0 * minute;     ///< of each, right after a checkpoint

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"between_interruptions", positive}, self.between_interruptions...);
        visit(field{"node_lost", any_value, {"share of hardware among unexpected interruptions, Llama 3 Herd of Models, table 5", "2024-07", confidence::medium}}, self.node_lost...);
        visit(field{"repair", non_negative, {"assumed, between a restart of the node and a replaced part", "2026", confidence::assumed}}, self.repair...);
        visit(field{"detection", non_negative, {"assumed; a hang is noticed by a timeout of minutes", "2026", confidence::assumed}}, self.detection...);
        visit(field{"restart", non_negative, {"assumed; 17 minutes are lost in all where 90 % of the time is effective at 3.1 h between interruptions (Llama 3)", "2024-07", confidence::assumed}}, self.restart...);
        visit(field{"planned", non_negative}, self.planned...);
        visit(field{"planned_stop", non_negative, {"assumed as a restart", "2026", confidence::assumed}}, self.planned_stop...);
    }
    constexpr operator basic_reliability<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using reliability = basic_reliability<>;

/// Young's interval between checkpoints: first order in d/mu.
template <class T>
constexpr duration<T> young_interval(duration<T> const& stall, duration<T> const& between) {
    return math::sqrt(T(2.0) * stall * between);
}
/// Daly's interval, higher order: its useful share is within 0.1 % of the best wherever d < mu/2.
template <class T>
constexpr duration<T> daly_interval(duration<T> const& stall, duration<T> const& between) {
    T const half = stall / (T(2.0) * between), root = math::sqrt(half);
    duration<T> const series = young_interval(stall, between) * (T(1.0) + root / T(3.0) + half / T(9.0)) - stall;
    return math::select(half < T(1.0), series, between);
}

/// What a goodput plan is made for.
struct goodput_request {
    int accelerators = 0;
    int node_accelerators = 8;  ///< that are lost together
    int spare_nodes = -1;       ///< -1: as many as `enough` asks for
    double enough = 0.999;      ///< share of time in which the nodes shall suffice
    duration<> step{};          ///< checkpoints fall on whole steps; zero: anywhere
};

/// The choices: whole nodes and an interval.
struct goodput_plan {
    int accelerators = 0;       ///< at work
    int node_accelerators = 8;
    int nodes = 0, spare_nodes = 0;
    duration<> interval{};      ///< of work between two checkpoints
    bool write_bound = false;   ///< true where writing the last checkpoint sets the interval
    [[nodiscard]] constexpr int held() const { return (nodes + spare_nodes) * node_accelerators; }
};

/// Where the time goes; the shares sum to one.
template <class T = double>
struct basic_goodput {
    static constexpr char const* kind = "goodput";
    basic_fraction<T> useful{}, checkpoints{}, redone{}, restarts{}, planned{}, waiting{};
    [[nodiscard]] constexpr T total() const {
        return useful.value + checkpoints.value + redone.value + restarts.value + planned.value + waiting.value;
    }
    /// Share in which accelerators compute: kept work and work done again.
    [[nodiscard]] constexpr basic_fraction<T> busy() const { return basic_fraction<T>{useful.value + redone.value}; }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"useful"}, self.useful...);
        visit(field{"checkpoints"}, self.checkpoints...);
        visit(field{.name = "redone", .label = "work done again"}, self.redone...);
        visit(field{"restarts"}, self.restarts...);
        visit(field{.name = "planned", .label = "planned stops"}, self.planned...);
        visit(field{.name = "waiting", .label = "waiting for repair"}, self.waiting...);
    }
};
using goodput = basic_goodput<>;

namespace detail {
/// x/(e^x - 1) for x >= 0: 1 at 0, falling. A series below 0.05, where the difference would cancel (its next term is 3e-17).
template <class T>
constexpr T bernoulli_share(T const& x) {
    auto const at = [](T const& y) {
        T const s = math::min(y, T(0.05)), s2 = s * s, l = math::clamp(y, T(0.05), T(600.0));
        T const series = T(1.0) - s / T(2.0) + s2 * (T(1.0) / T(12.0) - s2 * (T(1.0) / T(720.0) - s2 / T(30240.0)));
        return math::select(y < T(0.05), series, l / (math::exp(l) - T(1.0)));
    };
    return monotone(at, x);
}
}  // namespace detail

/// Mean time between interruptions of a job on so many accelerators.
template <class T>
constexpr duration<T> between_interruptions(basic_reliability<T> const& r, int accelerators) {
    return r.between_interruptions / (T(double(accelerators)) * accelerator_unit);
}
/// Share of time that a node is in service.
template <class T>
constexpr basic_availability<T> node_availability(basic_reliability<T> const& r, int node_accelerators = 8) {
    T const out = (r.repair * (T(double(node_accelerators)) * accelerator_unit)) / r.between_interruptions * r.node_lost.value;
    return basic_availability<T>{T(1.0) / (T(1.0) + out)};
}
/// Probability that at least `need` of `need + spare` nodes are in service; thousands of nodes are fine.
template <class T>
constexpr basic_availability<T> enough_nodes(int need, int spare, basic_availability<T> const& node) {
    auto const at = [=](T const& up) {
        T const down_per_up = (T(1.0) - up) / up;
        T term = math::pow(up, need + spare), sum = term;
        for (int j = 0; j < spare; ++j) {
            term = term * (T(double(need + spare - j) / double(j + 1)) * down_per_up);
            sum = sum + term;
        }
        return math::min(sum, T(1.0));
    };
    return basic_availability<T>{detail::monotone(at, node.value)};
}
/// Fewest spare nodes with which the nodes suffice for that share of time; at most as many as are needed.
constexpr int spare_nodes_for(int need, availability const& node, double share) {
    int spare = 0;
    while (spare < need && enough_nodes(need, spare, node).value < share) ++spare;
    return spare;
}

/// Spares and Daly's interval, in whole steps and no shorter than writing takes. Throws invalid_input for what makes no sense.
constexpr goodput_plan plan_goodput(reliability const& r, checkpoint_cost<> const& c, goodput_request const& ask) {
    validate(r);
    validate(c);
    if (ask.accelerators < 1 || ask.node_accelerators < 1)
        throw invalid_input("goodput.accelerators", ask.accelerators, "", "a job and its nodes need accelerators");
    goodput_plan p{.accelerators = ask.accelerators, .node_accelerators = ask.node_accelerators};
    p.nodes = (ask.accelerators + ask.node_accelerators - 1) / ask.node_accelerators;
    p.spare_nodes = ask.spare_nodes >= 0 ? ask.spare_nodes : spare_nodes_for(p.nodes, node_availability(r, ask.node_accelerators), ask.enough);
    duration<> const best = daly_interval(c.stall, between_interruptions(r, ask.accelerators));
    p.write_bound = c.write - c.stall > best;
    p.interval = math::max(best, c.write - c.stall);
    if (ask.step > duration<>{}) {
        double const steps = math::ceil(p.interval / ask.step - (p.write_bound ? 0.0 : 0.5));
        p.interval = math::max(steps, 1.0) * ask.step;
    }
    return p;
}

/// The shares of wall time under a plan.
template <class T>
constexpr basic_goodput<T> perform(goodput_plan const& p, basic_reliability<T> const& r, checkpoint_cost<T> const& c) {
    duration<T> const between = between_interruptions(r, p.accelerators), interval = p.interval;
    T const enough = enough_nodes(p.nodes, p.spare_nodes, node_availability(r, p.node_accelerators)).value;
    T const unplanned = T(1.0) / (T(1.0) + r.planned * r.planned_stop);
    T const resumed = math::exp(-((r.detection + r.restart + c.load) / between)), safe = math::exp(-(c.lag() / between)), up = resumed * safe, scheduled = enough * unplanned;
    T const kept = detail::bernoulli_share(T((interval + c.stall) / between)), working = T(1.0) / (T(1.0) + c.stall / interval);
    basic_goodput<T> g;
    g.useful.value = scheduled * up * kept * working;
    g.checkpoints.value = scheduled * up * kept * (T(1.0) - working);
    g.redone.value = scheduled * resumed * (T(1.0) - safe * kept);
    g.restarts.value = scheduled * (T(1.0) - resumed);
    g.planned.value = enough * (T(1.0) - unplanned);
    g.waiting.value = T(1.0) - enough;
    return g;
}

}  // namespace tallywatt
