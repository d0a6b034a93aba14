#pragma once
// Checkpoints on a storage tier: what the tier's rates make of stall, interval and loss, how much of a tier a job needs so that
// checkpoints cost no more than a stated share of its time, how much of it makes checkpoints cheapest, and what one costs in money.
//
//   loss = 1 - e^(-(l + w)/mu) x/(e^x - 1) tau/(tau + d)   of the time with enough nodes, against a job whose checkpoints take no
//                                                          time and lose no work; x = (tau + d)/mu, l loading, d stall, tau interval
//   w    lag: the k-th checkpoint is safe at k (tau + d) + w, so that a run of length X keeps tau floor((X - w)/(tau + d)),
//        on the mean tau e^(-w/mu)/(e^x - 1) for exponential X
//   USD per checkpoint = stall x accelerators x price + storage's yearly cost x (tau + d)/year
//   USD per time       = loss x accelerators x price + storage's yearly cost         what cheapest_checkpoint_storage makes least
//
// The interval is plan_goodput's (Daly, no shorter than writing takes). The rate that a tier has to give is found by bisection in
// double: loss falls as the rate rises. A job whose pause alone loses more than is allowed gets the best plan, marked as unfit, and
// so do local drives that keep no copy on another host: the node that failed takes its part of the checkpoint along.
// Reference: Daly 2006 (see workload/goodput.hpp).
//
//   checkpoint_storage const s = plan_checkpoint_storage(tier, job, {.allowed_loss = fraction{0.02}});   // s.store, s.times.interval

#include <tallywatt/cluster/plan_storage.hpp>
#include <tallywatt/workload/goodput.hpp>

#include <variant>

namespace tallywatt {

/// The same way of checkpointing, to storage of these rates.
template <class T>
constexpr basic_checkpointing<T> checkpointing_on(basic_checkpointing<T> form, storage_performance<T> const& store) {
    form.storage_write = store.write;
    form.storage_read = store.read;
    return form;
}

/// Share of time that checkpoints lose: stalls, work done again (what was not safe yet, too), loading.
template <class T>
constexpr basic_fraction<T>
checkpoint_loss(checkpoint_cost<T> const& c, duration<T> const& interval, duration<T> const& between) {
    T const kept = detail::bernoulli_share(T((interval + c.stall) / between));
    return basic_fraction<T>{
        T(1.0) - math::exp(-((c.load + c.lag()) / between)) * kept / (T(1.0) + c.stall / interval)};
}

/// A training job as its checkpoints see it.
struct checkpoint_job {
    checkpointing form{};
    reliability failures{};
    std::int64_t parameters = 0;
    int accelerators = 0;
    int node_accelerators = 8;
    duration<> step{}; ///< checkpoints fall on whole steps; zero: anywhere
    [[nodiscard]] constexpr data_size<> size() const { return double(parameters) * form.state; }
    [[nodiscard]] constexpr int nodes() const { return (accelerators + node_accelerators - 1) / node_accelerators; }
};

/// What storage has to meet.
struct checkpoint_limits {
    fraction allowed_loss{0.03};
    duration<> longest_stall{}; ///< zero: none stated
    int kept = 2;               ///< checkpoints held
    storage_request beside{};   ///< what else lies on the tier: data sets to hold, loaders' reads, other writes
};

/// A tier planned for a job's checkpoints.
struct checkpoint_storage {
    storage_request asked{};
    storage_plan store{};
    checkpoint_cost<> cost{};
    goodput_plan times{};
    fraction loss{};
    bool survives_host = true; ///< false: local drives without a copy elsewhere, gone with the node that failed
    bool meets = true;         ///< loss and stall are within their limits, the tier fits and its copies outlive a node
};

namespace detail {
constexpr bool outlives_host(storage_block const& b) { return !b.in_hosts || b.width > 1; }
template <class Tier>
constexpr bool outlives_host(Tier const& tier) {
    return outlives_host(tier.block());
}
template <class... Tiers>
constexpr bool outlives_host(std::variant<Tiers...> const& held) {
    return std::visit([](auto const& tier) { return outlives_host(tier); }, held);
}

template <class Tier>
constexpr checkpoint_storage
checkpoints_at(Tier const& tier, checkpoint_job const& job, checkpoint_limits const& limits, byte_rate<> const& write) {
    checkpoint_storage s;
    s.asked = limits.beside;
    s.asked.hold += double(limits.kept) * job.size();
    s.asked.write = math::max(s.asked.write, write); // loaders read while checkpoints are written
    s.asked.hosts = job.nodes();
    s.store = plan_storage(tier, s.asked);
    auto const given = perform(s.store, tier, storage_use<>{});
    s.cost = cost_of(checkpointing_on(job.form, given), job.parameters, job.accelerators);
    // spares do not matter here, and counting them takes longest
    s.times = plan_goodput(
        job.failures, s.cost,
        {.accelerators = job.accelerators,
         .node_accelerators = job.node_accelerators,
         .spare_nodes = 0,
         .step = job.step}
    );
    s.loss = checkpoint_loss(s.cost, s.times.interval, between_interruptions(job.failures, job.accelerators));
    s.survives_host = detail::outlives_host(tier);
    s.meets = s.store.fits && s.survives_host && s.loss <= limits.allowed_loss
              && (limits.longest_stall == duration<>{} || s.cost.stall <= limits.longest_stall);
    return s;
}
/// Throws invalid_input for what makes no sense.
constexpr void check_job(checkpoint_job const& job, checkpoint_limits const& limits) {
    validate(job.form);
    if (job.parameters < 1)
        throw invalid_input("checkpoint_job.parameters", double(job.parameters), "", "there is nothing to write");
    if (job.accelerators < 1 || job.node_accelerators < 1)
        throw invalid_input(
            "checkpoint_job.accelerators", job.accelerators, "", "a job and its nodes need accelerators"
        );
    if (!(limits.allowed_loss.value > 0.0 && limits.allowed_loss.value < 1.0))
        throw invalid_input(
            "checkpoint_limits.allowed_loss", limits.allowed_loss.value, "",
            "a share of time between 0 and 1 is allowed"
        );
    if (limits.kept < 1)
        throw invalid_input("checkpoint_limits.kept", limits.kept, "", "at least one checkpoint is held");
}
/// Rates of writing that are tried: from a day for a checkpoint to ten milliseconds.
struct write_rates {
    double slow = 0.0, fast = 0.0; ///< bytes per second
};
constexpr write_rates write_rates_of(checkpoint_job const& job) {
    return {(job.size() / day).base_value, (job.size() / (0.01 * second)).base_value};
}
} // namespace detail

/// The least of a tier that keeps a job's checkpoints within the limits. Throws invalid_input for what makes no sense.
template <class Tier>
constexpr checkpoint_storage
plan_checkpoint_storage(Tier const& tier, checkpoint_job const& job, checkpoint_limits const& limits) {
    detail::check_job(job, limits);
    auto const at = [&](byte_rate<> const& write) { return detail::checkpoints_at(tier, job, limits, write); };
    // what the capacity alone gives may do
    checkpoint_storage best = at(byte_rate<>{});
    if (best.meets)
        return best;
    auto [slow, fast] = detail::write_rates_of(job);
    auto const rate_of = [](double x) { return byte_rate<>::from_base(x); };
    best = at(rate_of(fast));
    bool const reachable = best.loss <= limits.allowed_loss
                           && (limits.longest_stall == duration<>{} || best.cost.stall <= limits.longest_stall);
    if (!reachable) { // a hundredth above the least there is; more would be bought for nothing
        checkpoint_limits within = limits;
        within.allowed_loss = fraction{math::min(best.loss.value * 1.01, 0.999999)};
        within.longest_stall = best.cost.stall * 1.01;
        checkpoint_storage s = plan_checkpoint_storage(tier, job, within);
        s.meets = false;
        return s;
    }
    for (int i = 0; i < 60 && fast / slow > 1.0001; ++i) {
        double const middle = math::sqrt(slow * fast);
        checkpoint_storage const s = at(rate_of(middle));
        bool const enough = s.loss <= limits.allowed_loss
                            && (limits.longest_stall == duration<>{} || s.cost.stall <= limits.longest_stall);
        if (enough)
            fast = middle, best = s;
        else
            slow = middle;
    }
    return best;
}

/// What one checkpoint costs.
template <class T = double>
struct checkpoint_price {
    static constexpr char const* kind = "checkpoint_price";
    money<T> standing{}; ///< accelerators that wait
    money<T> storage{};  ///< the storage's yearly cost over the checkpoints of a year
    [[nodiscard]] constexpr money<T> total() const { return detail::sum_of<money<T>>(*this); }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{.name = "standing", .label = "accelerators that wait"}, self.standing...);
        visit(field{"storage"}, self.storage...);
    }
};
/// accelerator_price: all in. yearly: of the storage, with capital recovery, power and replacements.
template <class T>
constexpr checkpoint_price<T> price_of(
    checkpoint_cost<T> const& c, duration<T> const& interval, int accelerators,
    money_per_accelerator_time<T> const& accelerator_price, money_rate<T> const& yearly
) {
    return {
        accelerator_price * (c.stall * (T(double(accelerators)) * accelerator_unit)), yearly * (interval + c.stall)};
}

/// What checkpoints cost a job per time.
template <class T = double>
struct checkpoint_spending {
    static constexpr char const* kind = "checkpoint_spending";
    money_rate<T> lost{};    ///< time that checkpoints lose, of all accelerators
    money_rate<T> storage{}; ///< capital recovery, power and replacements
    [[nodiscard]] constexpr money_rate<T> total() const { return detail::sum_of<money_rate<T>>(*this); }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{.name = "lost", .label = "time lost"}, self.lost...);
        visit(field{"storage"}, self.storage...);
    }
};
template <class T>
constexpr checkpoint_spending<T> spending_of(
    basic_fraction<T> const& loss, int accelerators, money_per_accelerator_time<T> const& accelerator_price,
    money_rate<T> const& yearly
) {
    return {loss.value * (accelerator_price * (T(double(accelerators)) * accelerator_unit)), yearly};
}

/// What a planned store is used with by the checkpoints alone: one of them each interval.
constexpr storage_use<> use_of(checkpoint_storage const& s) {
    return {.write = s.cost.size / (s.times.interval + s.cost.stall)};
}

/// As much of a tier as makes time lost and storage together cheapest, within the limits where any amount meets them.
/// yearly(storage_performance<>): what a store costs per time. Rates of writing are tried in steps of a twentieth.
template <class Tier, class Yearly>
constexpr checkpoint_storage cheapest_checkpoint_storage(
    Tier const& tier, checkpoint_job const& job, checkpoint_limits const& limits,
    money_per_accelerator_time<> const& accelerator_price, Yearly const& yearly
) {
    detail::check_job(job, limits);
    auto const spent = [&](checkpoint_storage const& s) {
        money_rate<> const store = yearly(perform(s.store, tier, use_of(s)));
        return spending_of(s.loss, job.accelerators, accelerator_price, store).total();
    };
    checkpoint_storage best = detail::checkpoints_at(tier, job, limits, byte_rate<>{});
    money_rate<> least = spent(best);
    auto const [slow, fast] = detail::write_rates_of(job);
    for (double write = slow; write < fast; write *= 1.05) {
        checkpoint_storage const s = detail::checkpoints_at(tier, job, limits, byte_rate<>::from_base(write));
        money_rate<> const cost = spent(s);
        if (s.meets != best.meets ? s.meets : cost < least)
            best = s, least = cost;
    }
    return best;
}

} // namespace tallywatt
