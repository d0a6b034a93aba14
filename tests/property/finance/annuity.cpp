#include <tallywatt/finance.hpp>

#include <array>

#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {
template <class T = double>
struct basic_terms {
    money<T> capital = 1e6 * USD;
    basic_asset_class<T> kind_of_asset{
        .life = 14,
        .salvage = basic_fraction<T>{T(0.2)},
        .maintenance = basic_fraction<T>{T(0.03)},
        .insurance = basic_fraction<T>{T(0.003)}, .property_tax = basic_fraction<T>{T(0.01)}};
    basic_discount_rate<real_terms, T> rate_of_return{T(0.07)};
    basic_growth_rate<T> escalation{T(0.02)};
    basic_fraction<T> equity{T(0.4)};
    basic_discount_rate<nominal_terms, T> cost_of_equity{T(0.12)};
    basic_discount_rate<nominal_terms, T> cost_of_debt{T(0.08)};
    basic_fraction<T> tax{T(0.25)};
    static constexpr char const* kind = "terms";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"capital"}, self.capital...);
        visit(field{"kind_of_asset"}, self.kind_of_asset...);
        visit(field{"rate_of_return"}, self.rate_of_return...);
        visit(field{"escalation"}, self.escalation...);
        visit(field{"equity"}, self.equity...);
        visit(field{"cost_of_equity"}, self.cost_of_equity...);
        visit(field{"cost_of_debt"}, self.cost_of_debt...);
        visit(field{"tax"}, self.tax...);
    }
};
} // namespace

TEST_CASE("annuities: derivatives, intervals, packs") {
    arithmetics::check_all(basic_terms<>{}, []<class T>(basic_terms<T> const& t) {
        auto const c = annual_cost(t.capital, t.kind_of_asset, t.rate_of_return);
        return std::array<T, 7>{
            capital_recovery_factor(t.rate_of_return, 25).base_value,
            present_worth_factor(t.rate_of_return, 25).base_value,
            present_worth_factor(t.rate_of_return, t.escalation, 25).base_value,
            c.capital_recovery.base_value,
            c.total().base_value,
            replacement_chain(t.capital, t.escalation, t.rate_of_return, 5, 4).base_value,
            weighted_cost_of_capital(t.equity, t.cost_of_equity, t.cost_of_debt, t.tax).value};
    });
}

TEST_CASE("the capital recovery factor rises with the rate, falls with life, and is above both r and 1/n for r > 0") {
    for (int n = 1; n < 60; n += 3) {
        double last = 0.0;
        for (double r = -0.1; r < 0.5; r += 0.01) {
            double const f = capital_recovery_factor(discount_rate{r}, n).in(1.0 / year);
            CHECK(f > last);
            last = f;
            if (r > 1e-9) {
                CHECK(f > r);
                CHECK(f >= (1.0 - 1e-14) / n);
            }
            CHECK(capital_recovery_factor(discount_rate{r}, n + 1).in(1.0 / year) < f);
        }
    }
}

TEST_CASE("an interval of rates through zero is enclosed and narrow") {
    basic_discount_rate<real_terms, interval> const r{interval(-0.01, 0.01)};
    auto const f = capital_recovery_factor(r, 20).in(1.0 / year);
    double const low = capital_recovery_factor(discount_rate{-0.01}, 20).in(1.0 / year),
                 high = capital_recovery_factor(discount_rate{0.01}, 20).in(1.0 / year);
    CHECK(f.low <= low);
    CHECK(f.high >= high);
    CHECK(f.width() <= (high - low) * (1.0 + 1e-9)); // monotone, so exact up to rounding
}
