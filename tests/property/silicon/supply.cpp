// Supply: monotone in each input, the binding input relaxes, ranges enclose points, and all number types agree.
#include <tallywatt/catalog/packages.hpp>
#include <tallywatt/catalog/supply.hpp>
#include <tallywatt/silicon/chip_supply.hpp>
#include <tallywatt/silicon/supply_uncertainty.hpp>

#include <random>
#include <vector>

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {
accelerator_needs needs() {
    package const p = catalog::b200_package;
    return needs_of(p, plan_package(p));
}
input_amounts amounts() {
    auto a = requirements(needs(), 1e6 * accelerator_unit);
    a.wafers[0] *= 1.3;
    a.hbm *= 1.1;
    a.substrates *= 1.2;
    return a;
}
// The k-th amount times f.
input_amounts scaled(input_amounts a, std::size_t k, double f) {
    if (k < 4)
        a.wafers[k] *= f;
    else if (k == 4)
        a.carrier_wafers *= f;
    else if (k == 5)
        a.hbm *= f;
    else
        a.substrates *= f;
    return a;
}
} // namespace

TEST_CASE("needs of a package: derivatives, intervals, packs") {
    package const p = catalog::mi300x_package;
    auto const plan = plan_package(p);
    arithmetics::check_all(p, [&]<class T>(basic_package<T> const& x) {
        auto const n = needs_of(x, plan);
        return std::array<T, 5>{
            n.wafers[0].base_value, n.wafers[1].base_value, n.carrier_wafers.base_value, n.hbm.base_value,
            n.substrates.base_value};
    });
}
TEST_CASE("what amounts allow: derivatives, intervals, packs") {
    arithmetics::check_all(amounts(), []<class T>(basic_input_amounts<T> const& a) {
        auto const b = allowed(a, convert<T>(needs()));
        return std::array<T, 3>{
            b.total.base_value, b.allowed_by(industry_input::hbm).base_value,
            b.allowed_by(industry_input::wafers_0).base_value};
    });
}
TEST_CASE("what needs allow: derivatives, intervals, packs") {
    arithmetics::check_all(needs(), []<class T>(basic_accelerator_needs<T> const& n) {
        return std::array<T, 1>{allowed(convert<T>(amounts()), n).total.base_value};
    });
}

TEST_CASE("supply rises with each input and falls with each need; only the binding input moves it a little") {
    auto const base = allowed(amounts(), needs());
    auto const bound = static_cast<std::size_t>(base.binding());
    for (std::size_t k = 0; k < industry_input_count; ++k) {
        double last = 0.0;
        for (double f = 0.1; f < 3.0; f += 0.1) {
            double const n = allowed(scaled(amounts(), k, f), needs()).total.base_value;
            CHECK(n >= last);
            last = n;
        }
        double const more = allowed(scaled(amounts(), k, 1.01), needs()).total.base_value;
        if (k == bound)
            CHECK(more > base.total.base_value);
        else
            CHECK(more == base.total.base_value);
    }
    CHECK(
        base.total.base_value
        <= allowed(requirements(needs(), 1e6 * accelerator_unit), needs()).total.base_value * (1.0 + 1e-12)
    );
}

TEST_CASE("relaxed far enough, the binding input gives way to the next") {
    auto a = amounts();
    std::vector<industry_input> order;
    for (int n = 0; n < 4; ++n) {
        auto const b = allowed(a, needs());
        order.push_back(b.binding());
        a = scaled(a, static_cast<std::size_t>(b.binding()), 1e3);
        CHECK(allowed(a, needs()).binding() != b.binding());
        CHECK(allowed(a, needs()).total.base_value >= b.total.base_value);
    }
    // enough for a million in carriers, for 1.1, 1.2 and 1.3 times as many in memory, substrates and logic
    CHECK(
        order
        == std::
            vector{industry_input::carrier_wafers, industry_input::hbm, industry_input::substrates, industry_input::wafers_0}
    );
}

TEST_CASE("amounts of an outlook: derivatives, intervals, packs") {
    supply_outlook o = catalog::industry;
    for (auto& w : o.wafers)
        w.lead_time = {}; // a lead time's interval is enclosed in pieces: tested below
    o.carrier_wafers.lead_time = o.hbm.lead_time = {};
    arithmetics::check_all(o, []<class T>(basic_supply_outlook<T> const& x) {
        auto const a = amounts_in(x, start_of(2025), end_of(2025));
        return std::array<T, 4>{a.wafers[0], a.wafers[1], a.carrier_wafers, a.hbm.base_value};
    });
}
TEST_CASE("ranges of an outlook enclose every draw, lead times too, and are not much wider") {
    auto const wide = convert<interval>(catalog::industry);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> uniform(0.0, 1.0);
    for (int y = 2023; y <= 2027; ++y) {
        auto const a = amounts_in(wide, start_of(y), end_of(y));
        double least = 1e300, most = 0.0;
        for (int n = 0; n < 200; ++n) {
            // corners and points between
            auto const draw = convert<double>(catalog::industry, [&](auto const& x) {
                using N = std::remove_cvref_t<decltype(x)>;
                if constexpr (std::same_as<N, estimate>) {
                    double const u = uniform(random), v = n % 2 == 0 ? (u < 0.5 ? 0.0 : 1.0) : u;
                    return x.low + v * (x.high - x.low);
                } else
                    return static_cast<double>(x);
            });
            auto const b = amounts_in(draw, start_of(y), end_of(y));
            CHECK(a.wafers[0].contains(b.wafers[0]));
            CHECK(a.wafers[1].contains(b.wafers[1]));
            CHECK(a.carrier_wafers.contains(b.carrier_wafers));
            CHECK(a.hbm.base_value.contains(b.hbm.base_value));
        }
        // the ends themselves: capacity high and lead time short, and the other way (all series rise)
        auto const end = [&](bool high) {
            return amounts_in(
                convert<double>(
                    catalog::industry,
                    [&](auto const& x) {
                        if constexpr (std::same_as<std::remove_cvref_t<decltype(x)>, estimate>)
                            // lead times are the only figures between a day and two years of seconds
                            return (x.high > 1e5 && x.high < 7e7) == high ? x.low : x.high;
                        else
                            return static_cast<double>(x);
                    }
                ),
                start_of(y), end_of(y)
            );
        };
        least = end(false).carrier_wafers, most = end(true).carrier_wafers;
        CHECK(a.carrier_wafers.low <= least);
        CHECK(a.carrier_wafers.high >= most);
        CHECK(a.carrier_wafers.width() <= 1.2 * (most - least)); // 16 pieces of a lead time, the ends of a piece apart
    }
}

TEST_CASE("independent is never above fully correlated, and quantiles rise") {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> uniform(0.1, 2.0);
    for (int n = 0; n < 50; ++n) {
        supply_ranges r;
        for (std::size_t i = 0; i < industry_input_count; ++i) {
            double const low = uniform(random), likely = low + uniform(random);
            r.by_input[i] = {low, likely, likely + uniform(random)};
            r.asked[i] = (n + static_cast<int>(i)) % 3 != 0;
        }
        double last = 0.0, sum = 0.0;
        for (double q = 0.02; q < 1.0; q += 0.06) {
            double const apart = supply_quantile(r, q, supply_correlation::independent).base_value,
                         together = supply_quantile(r, q, supply_correlation::full).base_value;
            CHECK(apart <= together);
            CHECK(apart >= last);
            last = apart;
        }
        for (std::size_t i = 0; i < industry_input_count; ++i)
            sum += probability_of_binding(r, static_cast<industry_input>(i));
        CHECK(sum == near(1.0, 1e-3)); // one of them binds; 2,000 steps
    }
}
