// Competing products and fleets: nothing is handed out twice, more is never less, and all number types agree.
#include <tallywatt/silicon/allocation.hpp>
#include <tallywatt/silicon/fleet_schedule.hpp>

#include <algorithm>
#include <random>

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {
constexpr auto unit = accelerator_unit;
template <class T>
basic_competitor<T> asks(double demand, double carriers, double hbm_gb, double margin) {
    return convert<T>(competitor{
        .needs = {.carrier_wafers = carriers / unit, .hbm = hbm_gb * GB / unit},
        .demand = demand * unit,
        .margin = margin * USD / unit});
}
input_amounts some() {
    input_amounts a;
    a.carrier_wafers = 400.0;
    a.hbm = 300'000.0 * GB;
    a.stated[4] = a.stated[5] = true;
    return a;
}
template <class T>
std::array<basic_competitor<T>, 3> three() {
    return {asks<T>(1000, 0.1, 190, 10'000), asks<T>(1500, 0.2, 80, 30'000), asks<T>(700, 0.05, 140, 9'000)};
}
} // namespace

TEST_CASE("allocations: derivatives, intervals, packs in the amounts") {
    arithmetics::check_all(some(), []<class T>(basic_input_amounts<T> const& a) {
        auto const p = three<T>();
        std::array<accelerator_count<T>, 3> fair{}, paid{};
        allocate_in_proportion<T>(p, a, fair);
        allocate_by_margin<T>(p, a, industry_input::carrier_wafers, paid);
        return std::array<T, 4>{fair[0].base_value, fair[1].base_value, paid[0].base_value, paid[1].base_value};
    });
}
TEST_CASE("allocations: derivatives, intervals, packs in one product's demand and needs") {
    arithmetics::check_all(three<double>()[0], []<class T>(basic_competitor<T> const& first) {
        auto p = three<T>();
        p[0] = first;
        std::array<accelerator_count<T>, 3> fair{};
        allocate_in_proportion<T>(p, convert<T>(some()), fair);
        return std::array<T, 2>{fair[0].base_value, fair[1].base_value};
    });
}

TEST_CASE("no more is handed out than there is or is asked for; by margin earns the most of one input") {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> uniform(0.0, 1.0);
    for (int n = 0; n < 100; ++n) {
        std::array<competitor, 4> p;
        for (auto& c : p)
            c = asks<double>(1000 * uniform(random), 0.02 + uniform(random), 0.0, 1e4 * uniform(random));
        input_amounts a;
        a.carrier_wafers = 1500.0 * uniform(random);
        a.stated[4] = true;
        std::array<accelerator_count<>, 4> fair{}, paid{}, other{};
        allocate_in_proportion<double>(p, a, fair);
        allocate_by_margin<double>(p, a, industry_input::carrier_wafers, paid);
        auto const used = [&](auto const& x) {
            double sum = 0.0;
            for (std::size_t i = 0; i < 4; ++i) {
                CHECK(x[i].base_value >= 0.0);
                CHECK(x[i].base_value <= p[i].demand.base_value * (1.0 + 1e-12));
                sum += x[i] * p[i].needs.carrier_wafers;
            }
            return sum;
        };
        auto const earned = [&](auto const& x) {
            double sum = 0.0;
            for (std::size_t i = 0; i < 4; ++i)
                sum += (x[i] * p[i].margin).in(USD);
            return sum;
        };
        CHECK(used(fair) <= a.carrier_wafers * (1.0 + 1e-12));
        CHECK(used(paid) <= a.carrier_wafers * (1.0 + 1e-12));
        CHECK(earned(paid) >= earned(fair) * (1.0 - 1e-12));
        // any other order, each as much as is left
        for (int k = 0; k < 10; ++k) {
            allocation_order o{.product = {0, 1, 2, 3}, .count = 4};
            std::shuffle(o.product.begin(), o.product.begin() + 4, random);
            allocate_in_order<double>(p, a, o, other);
            CHECK(earned(paid) >= earned(other) * (1.0 - 1e-12));
        }
    }
}

TEST_CASE("a fleet: derivatives, intervals, packs in the price of waiting") {
    waiting_terms const terms{
        .idle = 0.2 * USD / accelerator_hour, .margin = 1.0 * USD / accelerator_hour, .discount = discount_rate{0.08}};
    arithmetics::check_all(terms, []<class T>(basic_waiting_terms<T> const& x) {
        std::array<accelerator_count<T>, 12> want{}, come{};
        for (std::size_t m = 0; m < 12; ++m) {
            want[m] = accelerator_count<T>::from_base(T(m < 3 ? 100.0 : 0.0));
            come[m] = accelerator_count<T>::from_base(T(30.0));
        }
        auto const c = cost_of_waiting(schedule_deliveries<T>({2026, 1}, want, come), x);
        return std::array<T, 3>{c.idle.base_value, c.margin.base_value, c.total().base_value};
    });
}

TEST_CASE("deliveries: all that is wanted comes once; more supply never waits longer; ranges enclose") {
    std::mt19937 random(13);
    std::uniform_real_distribution<double> uniform(0.0, 100.0);
    for (int n = 0; n < 50; ++n) {
        std::array<accelerator_count<>, 36> want{}, come{}, more{};
        std::array<accelerator_count<interval>, 36> want_range{}, come_range{};
        for (std::size_t m = 0; m < 36; ++m) {
            want[m] = (m < 12 ? 2.0 * uniform(random) : 0.0) * unit;
            come[m] = uniform(random) * unit;
            more[m] = come[m] + 0.1 * uniform(random) * unit;
            want_range[m] = accelerator_count<interval>::from_base(interval(want[m].base_value));
            come_range[m] = accelerator_count<interval>::from_base(interval(come[m].base_value, more[m].base_value));
        }
        auto const s = schedule_deliveries<double>({2026, 1}, want, come),
                   t = schedule_deliveries<double>({2026, 1}, want, more);
        auto const r = schedule_deliveries<interval>({2026, 1}, want_range, come_range);
        for (std::size_t m = 0; m < 36; ++m) {
            CHECK(s.line[m].delivered.base_value <= come[m].base_value * (1.0 + 1e-12));
            CHECK(t.line[m].backlog.base_value <= s.line[m].backlog.base_value + 1e-9);
            CHECK(r.line[m].backlog.base_value.contains(s.line[m].backlog.base_value));
            CHECK(r.line[m].backlog.base_value.contains(t.line[m].backlog.base_value));
            CHECK(r.line[m].cumulative.base_value.contains(s.line[m].cumulative.base_value));
        }
        double const left = s.line[35].backlog.base_value;
        CHECK(s.line[35].cumulative.base_value + left == near(s.wanted().base_value, 1e-12));
        waiting_terms const terms{.idle = 1.0 * USD / accelerator_hour, .margin = 2.0 * USD / accelerator_hour};
        CHECK(
            cost_of_waiting(t, terms).total().base_value <= cost_of_waiting(s, terms).total().base_value * (1.0 + 1e-12)
        );
    }
}
