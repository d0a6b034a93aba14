// Pipeline schedules in every number type, and laws that hold for any stage times.
#include <tallywatt/workload/pipeline.hpp>

#include <algorithm>
#include <array>

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {

constexpr stage_times<> ordinary{
    .forward = 11.0 * millisecond,
    .backward = 13.0 * millisecond,
    .weight = 9.0 * millisecond,
    .first = 0.5 * millisecond,
    .last = 4.0 * millisecond,
    .hidden = 2.0 * millisecond};
constexpr stage_times<> lean{
    .forward = 11.0 * millisecond,
    .backward = 13.0 * millisecond,
    .weight = 9.0 * millisecond,
    .first = -3.0 * millisecond,
    .last = -1.0 * millisecond};

pipeline_shape const shapes[] = {
    {1, 1, 7},
    {2, 1, 9},
    {8, 1, 64},
    {8, 3, 64},
    {8, 2, 61},
    {8, 1, 64, pipeline_schedule::zero_bubble},
    {8, 1, 64, pipeline_schedule::dual_pipe},
};

double total(pipeline_shape const& s, stage_times<> const& t) {
    return time_of(plan_pipeline(s), t).total.in(millisecond);
}
double bubble(pipeline_shape const& s, stage_times<> const& t) {
    return time_of(plan_pipeline(s), t).bubble.in(millisecond);
}

} // namespace

TEST_CASE("pipeline times hold in every number type") {
    for (auto const& s : shapes)
        for (auto const& t : {ordinary, lean}) {
            INFO(
                "p " << s.stages << ", v " << s.interleave << ", m " << s.micro_batches << ", schedule "
                     << int(s.schedule)
            );
            pipeline_plan const p = plan_pipeline(s);
            arithmetics::check_all(t, [&](auto const& x) {
                auto const r = time_of(p, x);
                using T = std::remove_cvref_t<decltype(number_in(r.total))>;
                return std::array<T, 1>{r.total.in(millisecond)};
            });
            if (s.stages > 1)
                arithmetics::check_all(t, [&](auto const& x) {
                    auto const r = time_of(p, x);
                    using T = std::remove_cvref_t<decltype(number_in(r.total))>;
                    return std::array<T, 1>{r.total.in(millisecond) + r.bubble.in(millisecond)};
                });
        }
}

TEST_CASE("pipeline times: every micro-batch more costs the slowest device's time, the bubble stays") {
    for (int p : {2, 4, 8})
        for (auto const& t : {ordinary, lean})
            for (auto const s :
                 {pipeline_schedule::one_forward_one_backward, pipeline_schedule::zero_bubble,
                  pipeline_schedule::dual_pipe}) {
                pipeline_shape const few{p, 1, 4 * p, s}, more{p, 1, 4 * p + 2, s};
                double const slowest = (total(more, t) - total(few, t)) / 2.0;
                // 11 + 13 + 9, and what the slowest device does more; DualPipe shares the ends out and hides 2 of each pair
                double const first = t.first.in(millisecond), last = t.last.in(millisecond), inner = p > 2 ? 0.0 : -1e9;
                bool const shared = s == pipeline_schedule::dual_pipe;
                CHECK(
                    slowest
                    == near(
                        33.0 + std::max(shared ? (first + last) / 2.0 : std::max(first, last), inner)
                            - (shared ? t.hidden.in(millisecond) : 0.0),
                        1e-12
                    )
                );
                CHECK(bubble(more, t) == near(bubble(few, t), 1e-14));
                // times scale
                stage_times<> const twice{2.0 * t.forward, 2.0 * t.backward, 2.0 * t.weight,
                                          2.0 * t.first,   2.0 * t.last,     2.0 * t.hidden};
                CHECK(total(few, twice) == near(2.0 * total(few, t), 1e-14));
            }
}

TEST_CASE("pipeline times: interleaving and filling with weight gradients never lengthen a step of whole groups") {
    for (int p : {2, 3, 4, 8, 16})
        for (int groups : {1, 2, 8}) {
            int const m = p * groups;
            stage_times<> even = ordinary;
            even.first = even.last = even.hidden = {};
            double before = total({p, 1, m}, even);
            CHECK(total({p, 1, m, pipeline_schedule::zero_bubble}, even) <= before);
            for (int v : {2, 3, 4}) {
                double const now = total({p, v, m}, even);
                CHECK(now < before);
                before = now;
                // a ragged group costs more than a whole one would
                if (groups > 1)
                    CHECK(bubble({p, v, m - 1}, even) > bubble({p, v, m}, even));
            }
            for (int i = 1; i < p; ++i)
                CHECK(live_micro_batches({p, 2, m}, i) <= live_micro_batches({p, 2, m}, i - 1));
        }
}

TEST_CASE("pipeline times grow with each of a stage's times") {
    for (auto const& s : shapes)
        for (auto const& t : {ordinary, lean}) {
            double const before = total(s, t);
            auto const grown = [&](auto const member) {
                stage_times<> x = t;
                x.*member += 0.1 * millisecond;
                return total(s, x);
            };
            CHECK(grown(&stage_times<>::forward) > before);
            CHECK(grown(&stage_times<>::backward) > before);
            CHECK(grown(&stage_times<>::weight) > before);
            CHECK(grown(&stage_times<>::first) >= before);
            CHECK(grown(&stage_times<>::last) >= before);
            CHECK(grown(&stage_times<>::hidden) <= before);
        }
}
