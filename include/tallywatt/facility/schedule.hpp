#pragma once
// schedule: how long a site takes until its first IT load, and what a month of delay costs.
//   ready   = max(permits + shell, permits + longest delivery + installation, connection) + commissioning
//   (deliveries are ordered when permits are in hand, connections are applied for on the first day)
//   delay costs, per month = capital recovery of what is already bought + margin not earned
// The critical path is the longest of these branches; headroom of another branch is what it may slip for nothing.
// Reference: critical path method (Kelley & Walker 1959); lead times as of 2025 in the field list.
//
//   build_time<> t = time_to_ready(construction_schedule{});   t.total(); t.longest();

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>

namespace tallywatt {

template <class T = double>
struct basic_construction_schedule {
    static constexpr char const* kind = "construction_schedule";
    duration<T> permits = 6.0 * month; ///< land, design, permits
    duration<T> shell = 14.0 * month;
    duration<T> transformers = 128.0 * week; ///< from order to site
    duration<T> switchgear = 47.0 * week;
    duration<T> generators = 34.0 * week;
    duration<T> chillers = 35.0 * week;
    duration<T> installation = 4.0 * month; ///< of what was delivered
    duration<T> connection = 36.0 * month;  ///< to the grid or to a pipeline, from application; none where it exists
    duration<T> commissioning = 3.0 * month;

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source practice{"planning practice; Stargate Abilene took about two years for 1 GW (Epoch AI)", "2025-11", confidence::low};
        constexpr source costs{"Data Center Development Cost Guide 2025, Cushman & Wakefield: 46 to 48, 30 to 38 and 30 to 40 weeks", "2025", confidence::medium};
        visit(field{"permits", non_negative, practice}, self.permits...);
        visit(field{"shell", non_negative, practice}, self.shell...);
        visit(field{"transformers", non_negative, {"Wood Mackenzie, survey of Q2 2025: 128 weeks", "2025-10", confidence::high}}, self.transformers...);
        visit(field{"switchgear", non_negative, costs}, self.switchgear...);
        visit(field{"generators", non_negative, costs}, self.generators...);
        visit(field{"chillers", non_negative, costs}, self.chillers...);
        visit(field{"installation", non_negative, practice}, self.installation...);
        visit(
            field{"connection", non_negative, {"assumed; Dominion states 4 to 7 years above 100 MW in Virginia, the US queue's median is 5", "2024-08", confidence::low}},
            self.connection...
        );
        visit(field{"commissioning", non_negative, practice}, self.commissioning...);
    }
    constexpr operator basic_construction_schedule<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using construction_schedule = basic_construction_schedule<>;

/// The branches of a schedule until installation ends, and what follows them.
template <class T = double>
struct build_time {
    static constexpr char const* names[] = {"shell", "transformers", "switchgear", "generators", "chillers", "connection"};
    std::array<duration<T>, 6> branch{};
    duration<T> commissioning{};

    [[nodiscard]] constexpr duration<T> before_commissioning() const {
        duration<T> most = branch[0];
        for (auto const& b : branch)
            most = math::max(most, b);
        return most;
    }
    [[nodiscard]] constexpr duration<T> total() const { return before_commissioning() + commissioning; }
    /// The name of the critical branch, by likely values.
    [[nodiscard]] constexpr char const* longest() const {
        std::size_t at = 0;
        for (std::size_t i = 1; i < branch.size(); ++i)
            if (highest(branch[i].base_value) > highest(branch[at].base_value))
                at = i;
        return names[at];
    }
    /// How much a branch may slip without delaying the whole.
    [[nodiscard]] constexpr duration<T> slack(std::size_t i) const { return before_commissioning() - branch[i]; }
};

template <class T>
constexpr build_time<T> time_to_ready(basic_construction_schedule<T> const& s) {
    auto const delivered = [&](duration<T> const& lead) { return s.permits + lead + s.installation; };
    return {
        .branch = {s.permits + s.shell, delivered(s.transformers), delivered(s.switchgear), delivered(s.generators), delivered(s.chillers), s.connection},
        .commissioning = s.commissioning};
}

/// What being late costs: what is bought and idle, and margin that is not earned.
template <class T = double>
struct delay_cost {
    money_rate<T> idle{};   ///< annual cost of capital already spent
    money_rate<T> margin{}; ///< lost
    [[nodiscard]] constexpr money_rate<T> rate() const { return idle + margin; }
    [[nodiscard]] constexpr money<T> of(duration<T> const& late) const { return rate() * late; }
};

} // namespace tallywatt
