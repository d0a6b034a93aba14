#include <tallywatt/finance.hpp>

#include <array>
#include <cmath>

#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {
/// An investment: what is spent in months of construction and at the start, then what comes back.
template <class T = double>
struct basic_investment {
    money<T> built = 40.0 * USD, bought = 100.0 * USD, first = 45.0 * USD, last = 20.0 * USD;
    basic_growth_rate<T> growth{T(-0.03)};
    basic_discount_rate<real_terms, T> rate{T(0.07)};
    static constexpr char const* kind = "investment";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"built"}, self.built...);
        visit(field{"bought"}, self.bought...);
        visit(field{"first"}, self.first...);
        visit(field{"last"}, self.last...);
        visit(field{"growth"}, self.growth...);
        visit(field{"rate"}, self.rate...);
    }
};

template <class T>
basic_payments<T> payments_of(basic_investment<T> const& x) {
    basic_payments<T> p;
    p.years = 8;
    p.months = 6;
    for (std::size_t j = 0; j < 6; ++j)
        p.before[j] = -x.built * T(1.0 / 6.0);
    p.at[0] = -x.bought;
    for (int k = 1; k <= 8; ++k)
        p.at[static_cast<std::size_t>(k)] = x.first * math::pow(T(1.0) + x.growth.value, k - 1);
    p.at[8] += x.last;
    return p;
}
} // namespace

TEST_CASE("payments: derivatives, intervals, packs") {
    // the rate of return and paybacks are evaluated at their ends for intervals, so they are as tight as the payments
    arithmetics::check_all(basic_investment<>{}, []<class T>(basic_investment<T> const& x) {
        auto const p = payments_of(x);
        return std::array<T, 4>{
            net_present_value(p, x.rate).base_value, rate_of_return(p).value, payback(p).base_value,
            payback(p, x.rate).base_value};
    });
}

TEST_CASE("worth falls with the rate where money is spent first") {
    auto const p = payments_of(basic_investment<>{});
    double last = 1e300;
    for (double r = -0.3; r < 2.0; r += 0.01) {
        double const now = net_present_value(p, discount_rate{r}).in(USD);
        CHECK(now < last);
        last = now;
    }
}

TEST_CASE("the rate of return is the root, over many investments") {
    unsigned state = 7; // any fixed seed
    auto const draw = [&](double low, double high) {
        state = state * 1664525u + 1013904223u;
        return low + (high - low) * (state >> 8) / 16777216.0;
    };
    for (int n = 0; n < 300; ++n) {
        basic_investment<> x;
        x.built = draw(0.0, 80.0) * USD;
        x.bought = draw(1.0, 200.0) * USD;
        x.first = draw(1.0, 150.0) * USD;
        x.growth = growth_rate{draw(-0.4, 0.3)};
        auto const p = payments_of(x);
        auto const r = rate_of_return(p);
        if (r.value < -0.85 || r.value > 9.0)
            continue; // outside of what is searched
        double const spent = x.built.in(USD) + x.bought.in(USD);
        INFO(r.value);
        CHECK(std::abs(net_present_value(p, r).in(USD)) < 1e-9 * spent);
        CHECK(sign_changes(p) == 1);
        auto const all = rates_of_return(p);
        REQUIRE(all.count == 1);
        CHECK(all.rate[0] == near(r.value, 1e-9));
        // paid back with interest at a rate below it, not at one above; the last year's money may come after the years
        CHECK(std::isfinite(payback(p, discount_rate{r.value - 0.01}).base_value));
        CHECK_FALSE(std::isfinite(payback(p, discount_rate{r.value + 0.01}).base_value));
        CHECK(payback(p, discount_rate{std::fmax(0.0, r.value - 0.01)}) >= payback(p));
    }
}

namespace {
template <class T = double>
struct basic_taxed {
    money<T> capital = 1e6 * USD;
    basic_finance<T> terms{};
    money_per_energy<T> credit = 30.0 * USD / megawatt_hour;
    basic_ratio<T> orders{T(0.14)};
    duration<T> age = 2.5 * year;
    static constexpr char const* kind = "taxed";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"capital"}, self.capital...);
        visit(field{"terms"}, self.terms...);
        visit(field{"credit"}, self.credit...);
        visit(field{"orders"}, self.orders...);
        visit(field{"age"}, self.age...);
    }
};
} // namespace

TEST_CASE("costs after tax: derivatives, intervals, packs") {
    basic_taxed<> x;
    x.terms.construction_months = 18;
    x.terms.it.salvage = x.terms.shell.salvage = fraction{0.1};
    x.terms.tax = {.rate = fraction{0.26}, .investment_credit = fraction{0.1}, .bonus = fraction{0.4}};
    arithmetics::check_all(x, []<class T>(basic_taxed<T> const& t) {
        auto const of = [&](asset_kind k) { return annual_cost(t.capital, k, t.terms).total().base_value; };
        return std::array<T, 6>{
            of(asset_kind::it),
            of(asset_kind::shell),
            of(asset_kind::electrical),
            of(asset_kind::land),
            levelised_production_credit(t.credit, 10, 25, t.terms.discount, t.terms.tax.rate).base_value,
            declining_residual(t.age, t.orders).value};
    });
}

TEST_CASE("required revenue rises with tax and rate, and falls with credit, bonus and speed of depreciation") {
    auto const cost = [](finance const& f, asset_kind k) {
        return annual_cost(1e6 * USD, k, f).capital_recovery.in(USD / year);
    };
    for (auto const k : {asset_kind::it, asset_kind::shell, asset_kind::electrical, asset_kind::land}) {
        finance f{};
        double last = 0.0;
        for (double t = 0.0; t < 0.6; t += 0.05) {
            f.tax.rate = fraction{t};
            double const now = cost(f, k);
            CHECK(now > last);
            last = now;
        }
        f.tax.rate = fraction{0.3};
        double const plain = cost(f, k);
        finance credit = f, bonus = f, straight = f, dear = f;
        credit.tax.investment_credit = fraction{0.2};
        bonus.tax.bonus = fraction{0.5};
        straight.tax.accelerated = false;
        dear.discount = discount_rate{0.09};
        CHECK(cost(credit, k) < plain);
        CHECK(cost(dear, k) > plain);
        if (k == asset_kind::it || k == asset_kind::electrical) {
            CHECK(cost(bonus, k) < plain);
            CHECK(cost(straight, k) > plain);
        } else
            CHECK(cost(bonus, k) == plain); // of property over 20 years, and of land, nothing is deducted at once
    }
}

TEST_CASE("every schedule charges the whole price, and none of it twice") {
    for (int years = 1; years <= 59; ++years)
        for (auto const& s :
             {straight_line_depreciation(years), declining_depreciation(years), accelerated_depreciation(years)}) {
            double sum = 0.0;
            for (int k = 0; k < s.years; ++k) {
                CHECK(s.share[static_cast<std::size_t>(k)] >= 0.0); // of one or two years the first may take all
                sum += s.share[static_cast<std::size_t>(k)];
            }
            CHECK(sum == near(1.0, 1e-12));
            for (int life : {1, 3, years, years + 7})
                CHECK(s.sold_after(life).years == (s.years <= life ? s.years : life));
        }
}

TEST_CASE("chains: more purchases cost more, a falling price costs less, and two lives are one twice as long") {
    auto const chain = [](double g, int life, int n) {
        return replacement_chain(100.0 * USD, growth_rate{g}, discount_rate{0.06}, life, n).in(USD);
    };
    for (int n = 1; n < 10; ++n) {
        CHECK(chain(-0.1, 4, n + 1) > chain(-0.1, 4, n));
        CHECK(chain(-0.2, 4, n + 1) < chain(-0.1, 4, n + 1));
        // 2n purchases are n, and n more after n lives
        double const step = std::pow(0.9 / 1.06, 4 * n);
        CHECK(chain(-0.1, 4, 2 * n) == near(chain(-0.1, 4, n) * (1.0 + step), 1e-12));
    }
}
