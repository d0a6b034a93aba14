// Shares of iterations against an account of whole iterations, and an iteration's energy against hand arithmetic.

#include "approx.hpp"
#include <tallywatt/number/interval.hpp>
#include <tallywatt/tco/per_token.hpp>

#include <doctest/doctest.h>

using namespace tallywatt;

namespace {

doctest::Approx exactly(double x) { return near(x, 1e-13); } // some dozen roundings

constexpr double decode = 0.020; // s

/// A group of b sequences that must have f prompt tokens computed for an output token, chunk in a mixed iteration: the
/// iterations it takes to make b outputs a thousand times.
struct account {
    double time = 0.0, outputs = 0.0, prompts = 0.0;
    account(double f, double b, double chunk, double mixed) {
        double const wanted = 1000.0 * b;
        double const with_prompts = wanted * f / chunk; // mixed iterations
        double const at_least = 1000.0;                 // iterations that b outputs each take
        double const pure = with_prompts < at_least ? at_least - with_prompts : 0.0;
        time = with_prompts * mixed + pure * decode;
        outputs = wanted;
        prompts = with_prompts * chunk;
    }
};

} // namespace

TEST_CASE("a token's share of iterations is what an account of iterations says") {
    double const b = 128.0;
    for (double const mixed : {0.060, 0.021, 0.015}) // the last below decode: its exchange is made for many tokens
        for (double const chunk : {64.0, 128.0, 512.0, 8192.0})
            for (double const f : {0.001, 0.5, 1.0, 1.6, 4.0, 63.9, 64.1, 500.0}) {
                INFO("f " << f << ", chunk " << chunk << ", mixed " << mixed);
                account const all(f, b, chunk, mixed);
                iteration_mix const mix{.fresh = ratio{f}, .mixed_per_prompt = ratio{b / chunk}};
                duration<> const m = mixed * second, d = decode * second;
                // of one sequence: the group's time, b at once
                CHECK(mix.per_output(m, d).base_value == exactly(all.time * b / all.outputs));
                CHECK(mix.per_prompt(m, d).base_value == exactly(all.time * b / all.prompts));
                CHECK(mix.per_computed(m, d).base_value == exactly(all.time * b / (all.outputs + all.prompts)));
                CHECK(mix.outputs().value == exactly(all.outputs / (all.outputs + all.prompts)));
                // prompts pay for what the outputs would not have taken by themselves, and nobody is paid; the difference of two
                // times of thousands of iterations is good to 1e-11 of one
                double const alone = 1000.0 * decode, added = all.time > alone ? all.time - alone : 0.0;
                CHECK(
                    mix.added_per_prompt(m, d).base_value
                    == doctest::Approx(added * b / all.prompts).epsilon(1e-11).scale(decode)
                );
                CHECK(mix.rest_per_output(m, d).base_value == exactly((all.time - added) * b / all.outputs));
                CHECK(
                    (mix.rest_per_output(m, d) + f * mix.added_per_prompt(m, d)).base_value
                    == exactly(mix.per_output(m, d).base_value)
                );
            }
}

TEST_CASE("an interval of prompts per output is as wide as the share's range over it") {
    duration<interval> const m = 0.060 * second, d = 0.020 * second;
    struct range {
        double low, high;
    };
    for (range const f : {range{1.5, 1.7}, range{15.0, 15.9}, range{20.0, 30.0}}) { // phi below 1, just below, above
        INFO("f " << f.low << " to " << f.high);
        basic_iteration_mix<interval> const mix{
            basic_ratio<interval>{interval(f.low, f.high)}, basic_ratio<interval>{interval(1.0 / 16.0)}};
        auto const ends = [&](double x) { return iteration_mix{ratio{x}, ratio{1.0 / 16.0}}; };
        duration<> const pm = 0.060 * second, pd = 0.020 * second;
        auto const exact = [](interval const& wide, double a, double b) {
            CHECK(wide.low == exactly(math::min(a, b)));
            CHECK(wide.high == exactly(math::max(a, b)));
        };
        exact(
            mix.per_output(m, d).base_value, ends(f.low).per_output(pm, pd).base_value,
            ends(f.high).per_output(pm, pd).base_value
        );
        exact(
            mix.per_prompt(m, d).base_value, ends(f.low).per_prompt(pm, pd).base_value,
            ends(f.high).per_prompt(pm, pd).base_value
        );
        exact(
            mix.per_computed(m, d).base_value, ends(f.low).per_computed(pm, pd).base_value,
            ends(f.high).per_computed(pm, pd).base_value
        );
        exact(
            mix.added_per_prompt(m, d).base_value, ends(f.low).added_per_prompt(pm, pd).base_value,
            ends(f.high).added_per_prompt(pm, pd).base_value
        );
    }
}

TEST_CASE("energy of an iteration by hand") {
    // two servers of four chips at half load: 700 W in 50 ms of serving (100 W static, 30 J), then 80 W for 50 ms
    serving_performance<> s;
    s.static_part = 100.0 * watt;
    s.resting = 80.0 * watt;
    cluster_plan const p{.servers = 2, .accelerators = 8};
    auto const at = [](double w) { return at_it<power<>>{w * watt}; };
    double const chips = 8.0 * (0.5 * 700.0 + 0.5 * 80.0);
    cluster_power_lines<> const mean{at(chips), at(1000.0), at(150.0), at(50.0), at(0.1 * (chips + 1200.0)),
                                     at(300.0), at(120.0)};
    auto const energy_of = iteration_energy_of(s, p, mean, fraction{0.5});
    CHECK(energy_of(0.050 * second, 30.0 * joule).value.in(joule) == exactly(mean.total().value.in(watt)*0.100));
    // more work and time than the mean: its chips' energy and all else's time, through the same supplies
    double const other = 8.0 * (0.080 * 100.0 + 0.080 * 80.0 + 55.0);
    CHECK(
        energy_of(0.080 * second, 55.0 * joule).value.in(joule) == exactly(1.1 * (other + 0.160 * 1200.0) + 0.160 * 420.0)
    );
}
