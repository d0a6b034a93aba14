// Laws of checkpoints on storage, cache tiers, fibre routes and radio links, over all number types.
#include <tallywatt/catalog/cache_tiers.hpp>
#include <tallywatt/catalog/reliability.hpp>
#include <tallywatt/catalog/wan.hpp>
#include <tallywatt/workload/checkpoint_storage.hpp>
#include <tallywatt/workload/data_loading.hpp>

#include <doctest/doctest.h>

#include <array>

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

namespace {
using namespace tallywatt;

/// A tier and the work it saves.
template <class T>
struct basic_cached {
    basic_cache_tier<T> tier{};
    basic_prompt_work<T> work{};
    static constexpr char const* kind = "cached";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"tier"}, self.tier...);
        visit(field{"work"}, self.work...);
    }
};
constexpr prompt_work some_work{70e9 * FLOP / token, 2e6 * FLOP / token, 3.5 * PFLOP_per_second};

TEST_CASE("every number type, and each agrees with the others") {
    SUBCASE("reload and recompute") {
        arithmetics::check_all(basic_cached<double>{catalog::cache_on_nvme, some_work}, [](auto const& x) {
            using T = std::remove_cvref_t<decltype(x.work.rate.base_value)>;
            token_count<T> const n(5'000.0 * token);
            data_per_token<T> const kv(70'272.0 * byte / token);
            auto const reload = reload_time(x.tier, n, kv), compute = recompute_time(x.work, n);
            return std::array<T, 4>{
                reload.base_value, compute.base_value,
                exposed_reload(reload, duration<T>(2.0 * millisecond), 61).base_value,
                reload_or_recompute(reload, compute).base_value};
        });
    }
    SUBCASE("fibre") {
        fibre_plan const p = plan_fibre(catalog::region_route, 150.0 * kilometre, one_way(100.0 * terabit_per_second));
        fibre_route r = catalog::region_route;
        arithmetics::check_all(r, [&](auto const& x) {
            using T = std::remove_cvref_t<decltype(x.span.base_value)>;
            basic_discount_rate<real_terms, T> const d{T(0.07)};
            auto const built = fibre_cost(p, x, fibre_holding::built, d);
            return std::array<T, 5>{
                built.total().base_value, fibre_cost(p, x, fibre_holding::dark, d).total().base_value,
                fibre_cost(p, x, fibre_holding::leased, d).total().base_value, fibre_power(p, x).base_value,
                link_of(basic_wan_link<T>{}, p, x, built).rate.value.base_value};
        });
    }
    SUBCASE("radio") {
        radio_link l = catalog::sub_terahertz_radio;
        l.most_signal = ratio{1e9}; // off the cap
        l.rain = 3.0 * decibel_per_kilometre;
        arithmetics::check_all(l, [](auto const& x) {
            using T = std::remove_cvref_t<decltype(x.noise.value)>;
            return std::array<T, 1>{one_way_latency(x, length<T>(800.0 * metre)).base_value};
        });
    }
    SUBCASE("data loading") {
        arithmetics::check_all(data_loading{.sample = 1.0 * MB, .cached = fraction{0.3}}, [](auto const& x) {
            using T = std::remove_cvref_t<decltype(x.cached.value)>;
            return std::array<T, 1>{reading(x, rate<T>(10.0 / second)).base_value};
        });
    }
    SUBCASE("checkpoint loss") {
        // an interval's width doubles where a number is named twice; derivatives and lanes are exact
        checkpoint_cost<dual> const c{
            .stall = duration<dual>(4.0 * second),
            .write = duration<dual>(4.0 * second),
            .load = duration<dual>(3.0 * second)};
        dual const loss =
            checkpoint_loss(c, duration<dual>::from_base(dual::variable(300.0)), duration<dual>(3.0 * hour)).value;
        checkpoint_cost<> const at{.stall = 4.0 * second, .write = 4.0 * second, .load = 3.0 * second};
        auto const f = [&](double t) { return checkpoint_loss(at, t * second, 3.0 * hour).value; };
        CHECK(loss.value == near(f(300.0), 1e-14));
        CHECK(loss.derivative[0] == near((f(300.1) - f(299.9)) / 0.2, 1e-5)); // truncation of the difference
        checkpoint_cost<interval> const wide{
            .stall = duration<interval>::from_base(interval(3.9, 4.1)),
            .write = duration<interval>(4.0 * second),
            .load = duration<interval>(3.0 * second)};
        interval const spread =
            checkpoint_loss(wide, duration<interval>(300.0 * second), duration<interval>(3.0 * hour)).value;
        for (double const d : {3.9, 4.0, 4.1}) {
            checkpoint_cost<> one = at;
            one.stall = d * second;
            CHECK(spread.contains(checkpoint_loss(one, 300.0 * second, 3.0 * hour).value));
        }
    }
}

TEST_CASE("a radio's rate over all number types") {
    radio_link const l = catalog::sub_terahertz_radio;
    auto const at = [](auto const& x) {
        using T = std::remove_cvref_t<decltype(x.noise.value)>;
        return carried(x, length<T>(3'000.0 * metre)).base_value;
    };
    double const likely = at(l);
    CHECK(at(convert<interval>(l)).contains(likely));
    CHECK(static_cast<double>(at(convert<float>(l))) == near(likely, 1e-3));
    interval const range = at(convert<interval>(catalog::sub_terahertz_radio));
    CHECK(range.contains(likely));
    CHECK(range.low < range.high);
}

TEST_CASE("loss is least at Daly's interval") {
    for (double const stall : {0.1, 1.0, 10.0, 100.0})
        for (double const between : {0.5, 3.0, 30.0}) {
            duration<> const mu = between * hour, d = stall * second;
            if (!(d < 0.1 * mu))
                continue;
            checkpoint_cost<> const c{.stall = d, .write = d, .load = d};
            duration<> const best = daly_interval(d, mu);
            double const least = checkpoint_loss(c, best, mu).value;
            double before = least;
            for (double const k :
                 {1.3, 2.0, 4.0, 10.0}) { // rises either way; the series is within a few per cent of the optimum
                double const longer = checkpoint_loss(c, k * best, mu).value;
                CHECK(longer > before);
                before = longer;
            }
            before = least;
            for (double const k : {0.75, 0.5, 0.25, 0.1}) {
                double const shorter = checkpoint_loss(c, k * best, mu).value;
                CHECK(shorter > before);
                before = shorter;
            }
        }
}

TEST_CASE("faster storage loses less") {
    checkpointing form = catalog::file_system_checkpoints;
    form.form = checkpoint_form::blocking;
    double before = 1.0;
    for (double const rate : {0.05, 0.2, 1.0, 5.0, 25.0, 125.0}) {
        form.storage_write = form.storage_read = rate * TB_per_second;
        checkpoint_cost<> const c = cost_of(form, 405'853'388'800, 16'384);
        duration<> const mu = between_interruptions(reliability(catalog::llama3_cluster), 16'384);
        double const loss = checkpoint_loss(c, daly_interval(c.stall, mu), mu).value;
        CHECK(loss < before);
        CHECK(loss > 0.0);
        before = loss;
    }
}

TEST_CASE("caches: more room finds more, never above the limit; faster tiers break even sooner") {
    prefix_reuse const r = catalog::deepseek_reuse;
    double before = -1.0;
    for (double const c : {0.0, 0.1, 1.0, 3.0, 10.0, 30.0}) {
        double const hit = hit_share(r, c * TB, 30.0 * TB / hour).value;
        CHECK(hit > before);
        CHECK(hit <= r.limit.value);
        CHECK(hit >= r.hot.value);
        before = hit;
    }
    token_count<> longest = 2.0 * never_pays;
    cache_tier t = catalog::cache_on_nvme;
    for (double const rate : {0.5, 2.0, 8.0, 32.0, 128.0}) {
        t.read = rate * GB_per_second;
        token_count<> const n = break_even_length(t, some_work, 70'272.0 * byte / token);
        CHECK(n < longest);
        longest = n;
    }
    for (double const a : {0.001, 0.1, 1.0})
        for (double const b : {0.002, 0.1, 5.0}) {
            duration<> const both = reload_or_recompute(a * second, b * second);
            CHECK(both < a * second);
            CHECK(both < b * second);
        }
}

TEST_CASE("tiers share out what all of them find") {
    cache_load const load{
        .input = 4'000.0 * token,
        .arriving = 20e3 * token / second,
        .cache = 70'272.0 * byte / token,
        .work = some_work,
        .layers = 61};
    cache_tier const tiers[] = {
        catalog::cache_in_hbm, catalog::cache_in_host, catalog::cache_in_pool, catalog::cache_on_nvme,
        catalog::cache_on_network};
    prefix_reuse reuse = catalog::deepseek_reuse;
    reuse.again = 3.0 * hour;
    double cached = 0.0;
    for (std::size_t n = 1; n <= std::size(tiers); ++n) {
        auto const r = perform(reuse, load, std::span<cache_tier const>(tiers, n), cache_terms{});
        double sum = 0.0;
        for (std::size_t i = 0; i < r.count; ++i)
            sum += r.tiers[i].found.value;
        CHECK(sum == near(r.cached.value, 1e-13));
        CHECK(r.cached.value >= cached); // a further tier never finds less
        CHECK(r.exposed <= r.reload);
        CHECK(r.reload < r.recompute);
        cached = r.cached.value;
    }
}

/// The result of a small hierarchy over number type T.
template <class T>
std::array<T, 4> hierarchy(double spread) {
    auto const wide = [&](double x) {
        if constexpr (std::same_as<T, interval>)
            return interval(x * (1.0 - spread), x * (1.0 + spread));
        else
            return T(x);
    };
    cache_tier const likely[] = {catalog::cache_in_host, catalog::cache_on_nvme};
    std::array<basic_cache_tier<T>, 2> tiers{convert<T>(likely[0]), convert<T>(likely[1])};
    for (auto& t : tiers)
        t.read = byte_rate<T>::from_base(wide(lowest(t.read.base_value)));
    basic_cache_load<T> const load{
        .input = token_count<T>(4'000.0 * token),
        .arriving = token_rate<T>::from_base(wide(20e3)),
        .cache = data_per_token<T>(70'272.0 * byte / token),
        .work = convert<T>(some_work),
        .layers = 61};
    auto const r = perform(
        basic_prefix_reuse<T>{.again = duration<T>(2.0 * hour)}, load, std::span<basic_cache_tier<T> const>(tiers),
        basic_cache_terms<T>{}
    );
    return {r.cached.value, r.reload.base_value, r.exposed.base_value, r.yearly.base_value};
}
TEST_CASE("a hierarchy of tiers over all number types") {
    auto const points = hierarchy<double>(0.0);
    auto const ranges = hierarchy<interval>(0.05);
    auto const singles = hierarchy<float>(0.0);
    auto const packs = hierarchy<simd>(0.0);
    auto const duals = hierarchy<dual>(0.0);
    for (std::size_t i = 0; i < points.size(); ++i) {
        CHECK(ranges[i].contains(points[i]));
        CHECK(static_cast<double>(singles[i]) == near(points[i], 1e-4));
        CHECK(packs[i][0] == near(points[i], 1e-13));
        CHECK(duals[i].value == near(points[i], 1e-14));
    }
}

TEST_CASE("routes: longer and faster ones take no fewer parts; a line gets cheaper by the bit") {
    fibre_route const r = catalog::region_route;
    fibre_plan before{};
    for (double const km : {1.0, 79.0, 80.0, 81.0, 500.0, 4'000.0}) {
        fibre_plan const p = plan_fibre(r, km * kilometre, one_way(30.0 * terabit_per_second));
        CHECK(p.amplifiers >= before.amplifiers);
        CHECK(p.transponders >= before.transponders);
        CHECK(p.pairs * r.channels >= p.channels);
        CHECK(double(p.channels) * r.channel.value >= p.carried.value);
        before = p;
    }
    auto price = 1e9 * USD / (gigabit_per_second * kilometre * year);
    for (double const tb : {0.4, 2.0, 10.0, 50.0, 250.0}) {
        fibre_plan const p = plan_fibre(r, 100.0 * kilometre, one_way(tb * terabit_per_second));
        auto const now = price_of_line(fibre_cost(p, r, fibre_holding::built, discount_rate{0.07}), p);
        CHECK(now < price);
        price = now;
    }
}

TEST_CASE("radio carries less the farther, in rain, and through noise") {
    radio_link const l = catalog::sub_terahertz_radio;
    byte_rate<> before = 1e9 * GB_per_second;
    for (double const m : {1.0, 100.0, 1'000.0, 3'000.0, 10'000.0}) {
        byte_rate<> const now = carried(l, m * metre);
        CHECK(now <= before);
        radio_link wet = l;
        wet.rain = 20.0 * decibel_per_kilometre;
        CHECK(carried(wet, m * metre) <= now);
        radio_link loud = l;
        loud.noise = ratio{3.0 * l.noise.value};
        CHECK(carried(loud, m * metre) <= now);
        before = now;
    }
    CHECK(reach_of(l, 1.0 * gigabit_per_second) > reach_of(l, 100.0 * gigabit_per_second));
}

} // namespace
