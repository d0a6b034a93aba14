#pragma once
// The cash-flow view of a report: what is paid and received year by year, and what follows from it.
//
//   year 0     capital of every class of assets; what takes months to build is paid in the months before
//   year k     revenue R ramp_k (1 + g)^(k-1), running cost, replacements (their price moves by a rate a year), tax
//   horizon    what is left: the value in use of assets that have not reached the end of their lives
//
//   value in use at age a = sum of the annual costs, tax savings and salvage still to come, discounted
//
// so that the two views agree: at the discount rate, without ramp or price changes, the revenue that makes NPV zero is the
// yearly cost of the report, to rounding, for every horizon. Sales tax and grants are paid with what they are on, and again with
// what replaces it. Own generation and fit-out are paid yearly at the cost the report states, as if a developer financed them.
// Tax: losses earn theirs at once. Reference: EPRI TAG; Short, Packey and Holt 1995 (NREL/TP-462-5173).
//
//   cash_flow<> const c = cash_flow_of(evaluate(d), d.finance, {.horizon = 15, .hardware_price = growth_rate{-0.2}});
//   returns<> const x = returns_of(c, d.finance.discount);     // NPV, rate of return, payback, break-even prices

#include <tallywatt/finance/finance.hpp>
#include <tallywatt/finance/payments.hpp>
#include <tallywatt/tco/report.hpp>

namespace tallywatt {

/// How a deployment's money moves over the years.
template <class T = double>
struct basic_cash_flow_terms {
    int horizon = 15; ///< years of operation
    /// mean share of the mature output that is sold in each of the first years
    std::array<basic_fraction<T>, 4> ramp{
        basic_fraction<T>{T(1.0)}, basic_fraction<T>{T(1.0)}, basic_fraction<T>{T(1.0)}, basic_fraction<T>{T(1.0)}};
    basic_fraction<T> energy_follows{};    ///< share of energy and water that falls as output does
    basic_growth_rate<T> revenue_price{};  ///< of what is sold, real per year after the first
    basic_growth_rate<T> hardware_price{}; ///< of replaced IT, network and storage, real per year
    basic_fraction<T> realised{T(1.0)};    ///< share of the value in use that the end of the horizon brings

    static constexpr char const* kind = "cash_flow_terms";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source in_use{"What is left at the horizon is kept in use", "n.d.", confidence::assumed};
        visit(
            field{
                "horizon",
                between(1.0, basic_payments<T>::longest),
                {"Nothing but a choice", "n.d.", confidence::assumed}},
            self.horizon...
        );
        visit(field{"ramp", unit_interval, {"Sold out from the first day", "n.d.", confidence::assumed}}, self.ramp...);
        visit(
            field{"energy_follows", unit_interval, {"What is not sold draws as much", "n.d.", confidence::assumed}},
            self.energy_follows...
        );
        visit(field{"revenue_price", between(-0.99, 1.0)}, self.revenue_price...);
        visit(field{"hardware_price", between(-0.99, 1.0)}, self.hardware_price...);
        visit(field{"realised", unit_interval, in_use}, self.realised...);
    }
    constexpr operator basic_cash_flow_terms<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using cash_flow_terms = basic_cash_flow_terms<>;

/// What a year brings (positive) and takes (negative).
template <class T = double>
struct basic_cash_flow_year {
    money<T> revenue{}, operation{}, capital{}, residual{}, tax{};
    [[nodiscard]] constexpr money<T> net() const { return detail::sum_of<money<T>>(*this); }

    static constexpr char const* kind = "cash_flow_year";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"revenue"}, self.revenue...);
        visit(field{"operation"}, self.operation...);
        visit(field{"capital"}, self.capital...);
        visit(field{.name = "residual", .label = "salvage and residual value"}, self.residual...);
        visit(field{.name = "tax", .label = "tax, less what depreciation and credits save"}, self.tax...);
    }
};

/// Year by year, with what is sold for the prices that break even.
template <class T = double>
struct basic_cash_flow {
    int years = 0;
    int months = 0;                                 ///< of construction
    std::array<basic_cash_flow_year<T>, 61> year{}; ///< the start of operation, then the end of each year
    std::array<money<T>, 120> construction{};       ///< by month before operation, the last one first
    std::array<T, 61> sold{};                       ///< revenue of a year over the mature revenue at first prices
    money_rate<T> revenue{};                        ///< mature, at the first year's prices
    token_rate<T> tokens{};                         ///< computed, mature
    accelerator_count<T> accelerators{};
    basic_fraction<T> tax_rate{};

    [[nodiscard]] constexpr basic_payments<T> flows() const {
        basic_payments<T> f;
        f.years = years;
        f.months = months;
        for (std::size_t k = 0; k < year.size(); ++k)
            f.at[k] = year[k].net();
        f.before = construction;
        return f;
    }
};
template <class T = double>
using cash_flow = basic_cash_flow<T>;

namespace detail {

// One class of assets: bought, deducted from tax, replaced at the end of each life, and valued at the horizon.
template <class T>
constexpr void add_assets(
    basic_cash_flow<T>& c, money<T> const& capital, basic_class_terms<T> const& terms, basic_finance<T> const& f,
    basic_growth_rate<T> const& price, basic_fraction<T> const& realised
) {
    int const life = terms.asset.life, months = terms.construction_months;
    auto const schedule = deductions_of(terms, f.tax);
    T const tax = f.tax.rate.value, rest = T(1.0) - tax, salvage = terms.asset.salvage.value;
    T const v = discount_factor(f.discount).value, deflated = T(1.0) / (T(1.0) + f.inflation.value);
    T const bonus = bonus_over(f.tax, terms.recovery).value, basis = basis_after(f.tax);
    T const built = construction_interest(f.discount, months).value;
    T const yearly = (annual_cost(money<T>::from_base(T(1.0)), terms, f).capital_recovery * year).base_value;
    std::array<T, 101> saved{}; // tax per unit of price at each age, in prices of the purchase
    T worth_less = T(1.0);
    for (int a = 1; a <= life; ++a) {
        worth_less = worth_less * deflated;
        T const share = T(a <= schedule.years ? schedule.share[place(a - 1)] : 0.0);
        saved[place(a)] = tax * basis * worth_less * ((T(1.0) - bonus) * share + (a == 1 ? bonus : T(0.0)));
    }
    for (int bought = 0; bought < c.years; bought += life) {
        money<T> const paid = capital * math::pow(T(1.0) + price.value, bought);
        if (bought == 0 && months > 0) {
            for (int j = 0; j < months; ++j)
                c.construction[place(j)] -= paid / T(double(months));
        } else
            c.year[place(bought)].capital -= paid * built;
        int const held = life < c.years - bought ? life : c.years - bought;
        for (int a = 1; a <= held; ++a)
            c.year[place(bought + a)].tax += paid * saved[place(a)];
        c.year[place(bought + 1)].tax += paid * (f.tax.investment_credit.value * deflated);
        auto& last = c.year[place(bought + held)];
        if (held == life) {
            last.residual += paid * salvage;
            last.tax -= paid * (tax * salvage);
        } else {
            T left = rest * salvage;
            for (int a = life; a > held; --a)
                left = v * (left + rest * yearly + saved[place(a)]);
            last.residual += paid * (left * realised.value);
        }
    }
}

} // namespace detail

/// The years of a report on given terms. `revenue`: mature, at first prices; the report's own where nothing else is sold.
template <class T>
constexpr basic_cash_flow<T> cash_flow_of(
    basic_report<T> const& r, basic_finance<T> const& f, basic_cash_flow_terms<T> const& terms,
    money_rate<T> const& revenue
) {
    basic_cash_flow<T> c;
    c.years = terms.horizon;
    c.months = f.construction_months;
    c.revenue = revenue;
    c.tokens = r.delivery.output.value + r.delivery.input.value + r.training.tokens; // of either kind of work one is empty
    c.accelerators = r.delivery.accelerators;
    c.tax_rate = f.tax.rate;

    basic_growth_rate<T> const steady{T(0.0)};
    auto const add = [&](asset_kind k, money<T> const& capital, basic_growth_rate<T> const& price) {
        detail::add_assets(c, capital, terms_of(f, k), f, price, terms.realised);
    };
    auto const& k = r.capital;
    // what a price comes to with tax and grants; held above a cent, where nothing is owned
    auto const with = [](money<T> const& more, money<T> const& price) {
        return T(1.0) + more / math::max(price, money<T>{0.01 * USD});
    };
    T const it = with(k.sales_tax + k.it_grant, k.accelerators + k.servers + k.racks + k.network + k.storage);
    T const building = with(k.building_grant, k.shell + k.electrical + k.cooling + k.land);
    add(asset_kind::it, it * (k.accelerators + k.servers + k.racks), terms.hardware_price);
    add(asset_kind::network, it * k.network, terms.hardware_price);
    add(asset_kind::data_storage, it * k.storage, terms.hardware_price);
    add(asset_kind::shell, building * k.shell, steady);
    add(asset_kind::electrical, building * k.electrical, steady);
    add(asset_kind::mechanical, building * k.cooling, steady);
    add(asset_kind::land, building * k.land, steady);

    basic_cost_lines<T> running = r.cost; // all but what recovers the capital above
    running.accelerators = running.servers = running.racks = running.network = running.storage = {};
    running.shell = running.electrical = running.cooling = running.land = running.sales_tax = running.grants = {};
    money_rate<T> const energy = running.electricity + running.fuel + running.water;
    running.electricity = running.fuel = running.water = {};
    money_rate<T> const standing = running.total();
    T price = T(1.0);
    for (int y = 1; y <= c.years; ++y) {
        auto const ramp =
            detail::place(y) <= terms.ramp.size() ? terms.ramp[detail::place(y - 1)] : basic_fraction<T>{T(1.0)};
        auto& line = c.year[detail::place(y)];
        c.sold[detail::place(y)] = ramp.value * price;
        T const drawn = T(1.0) - terms.energy_follows.value * (T(1.0) - ramp.value);
        line.revenue = revenue * year * c.sold[detail::place(y)];
        line.operation = -((standing + energy * drawn) * year);
        line.tax -= (line.revenue + line.operation) * c.tax_rate.value;
        price = price * (T(1.0) + terms.revenue_price.value);
    }
    return c;
}
template <class T>
constexpr basic_cash_flow<T>
cash_flow_of(basic_report<T> const& r, basic_finance<T> const& f, basic_cash_flow_terms<T> const& terms = {}) {
    return cash_flow_of(r, f, terms, r.unit.revenue);
}

/// The mature yearly revenue, at first prices, at which the flows return exactly `target`: they are linear in it.
template <class T>
constexpr money_rate<T>
required_revenue(basic_cash_flow<T> const& c, strong<discount_tag<real_terms>, T> const& target) {
    basic_payments<T> costs, sold;
    costs.years = sold.years = c.years;
    costs.months = c.months;
    costs.before = c.construction;
    T const rest = T(1.0) - c.tax_rate.value;
    for (std::size_t k = 0; k < c.year.size(); ++k) {
        auto line = c.year[k];
        line.tax += line.revenue * c.tax_rate.value; // without the tax on what is sold
        line.revenue = {};
        costs.at[k] = line.net();
        sold.at[k] = money<T>::from_base(c.sold[k] * rest);
    }
    return money<T>::from_base(
               -net_present_value(costs, target).base_value / net_present_value(sold, target).base_value
           )
           / year;
}

/// What the flows are worth.
template <class T = double>
struct basic_returns {
    money<T> worth{}; ///< net present value at the discount rate
    basic_discount_rate<real_terms, T>
        rate{}; ///< of return, real; see rates_of_return where signs change more than once
    duration<T> payback{}, discounted_payback{}; ///< from the start of operation
    money_rate<T> required{};                    ///< mature revenue, at first prices, for the target return
    basic_ratio<T> price_scale{};                ///< required over actual revenue: what to multiply a price list by
    money_per_token<T> per_token{};              ///< required, over all computed tokens
    money_per_accelerator_time<T> per_accelerator_hour{};

    static constexpr char const* kind = "returns";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{.name = "worth", .label = "net present value"}, self.worth...);
        visit(field{.name = "rate", .label = "rate of return, real"}, self.rate...);
        visit(field{"payback"}, self.payback...);
        visit(field{"discounted_payback"}, self.discounted_payback...);
        visit(field{.name = "required", .label = "revenue for the target return"}, self.required...);
        visit(field{.name = "price_scale", .label = "break-even prices over actual ones"}, self.price_scale...);
        visit(field{.name = "per_token", .label = "break-even price per computed token"}, self.per_token...);
        visit(
            field{.name = "per_accelerator_hour", .label = "break-even price per accelerator-hour"},
            self.per_accelerator_hour...
        );
    }
};
template <class T = double>
using returns = basic_returns<T>;

/// Worth at `discount`; break-even prices for `target`.
template <class T>
constexpr basic_returns<T> returns_of(
    basic_cash_flow<T> const& c, strong<discount_tag<real_terms>, T> const& discount,
    strong<discount_tag<real_terms>, T> const& target
) {
    basic_returns<T> x;
    auto const f = c.flows();
    x.worth = net_present_value(f, discount);
    x.rate = rate_of_return(f);
    x.payback = payback(f);
    x.discounted_payback = payback(f, discount);
    x.required = required_revenue(c, target);
    // held above a cent a year: where nothing is sold no scale of its prices suffices
    x.price_scale = basic_ratio<T>{x.required / math::max(c.revenue, money_rate<T>{0.01 * USD / year})};
    x.per_token = x.required / math::max(c.tokens, token_rate<T>{1e-3 * token / year});
    x.per_accelerator_hour = x.required / c.accelerators;
    return x;
}
template <class T>
constexpr basic_returns<T>
returns_of(basic_cash_flow<T> const& c, strong<discount_tag<real_terms>, T> const& discount) {
    return returns_of(c, discount, discount);
}

} // namespace tallywatt
