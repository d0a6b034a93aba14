// What makes no sense is refused before anything is computed, by the full path of the field, with value, unit and what is
// allowed.

#include "scenarios.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <optional>
#include <string>

using namespace tallywatt;

namespace {

std::optional<invalid_input> refusal_of(deployment const& d) {
    try {
        static_cast<void>(prepare(d));
    } catch (invalid_input const& e) {
        return e;
    }
    return std::nullopt;
}

template <class F>
void check_refused(F const& change, std::string const& message) {
    deployment d = scenarios::deepseek_r1_h200_virginia();
    change(d);
    auto const e = refusal_of(d);
    INFO("wanted " << message);
    REQUIRE(e.has_value());
    CHECK(std::string(e->what()) == message);
    CHECK(message.substr(0, e->path().size()) == e->path());
    CHECK_THROWS_AS(evaluate(d), invalid_input);
}

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN(), infinity = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("refused by name, value, unit and range") {
    check_refused([](deployment& d) { d.site.it_capacity = at_it<power<>>{-5.0 * megawatt}; }, "site.it_capacity: -5 MW is not above 0 W");
    check_refused([](deployment& d) { d.site.it_capacity = at_it<power<>>{0.0 * watt}; }, "site.it_capacity: 0 W is not above 0 W");
    check_refused([](deployment& d) { d.site.it_capacity = at_it<power<>>{1e6 * megawatt}; }, "site.it_capacity: 1000 GW is above 100 GW");
    check_refused([](deployment& d) { d.cluster.server.accelerator.price = not_a_number * USD; }, "cluster.server.accelerator.price: not a finite number");
    check_refused([](deployment& d) { d.cluster.server.host = infinity * watt; }, "cluster.server.host: not a finite number");
    check_refused([](deployment& d) { d.cluster.server.accelerator.price = -1.0 * USD; }, "cluster.server.accelerator.price: -1 USD is below 0 USD");
    check_refused([](deployment& d) { d.service.traffic.output = 0.0 * token; }, "service.traffic.output: 0 token is below 1 token");
    check_refused([](deployment& d) { d.service.traffic.input = 0.0 * token; }, "service.traffic.input: 0 token is below 1 token");
    check_refused([](deployment& d) { d.service.traffic.cached = fraction{1.5}; }, "service.traffic.cached: 1.5 is above 0.999");
    check_refused([](deployment& d) { d.service.memory_reserve = fraction{1.5}; }, "service.memory_reserve: 1.5 is above 1");
    check_refused([](deployment& d) { d.service.traffic.load = fraction{0.0}; }, "service.traffic.load: 0 is not above 0");
    check_refused([](deployment& d) { d.service.targets.time_per_output_token = -1.0 * millisecond; }, "service.targets.time_per_output_token: -1 ms is not above 0 s");
    check_refused([](deployment& d) { std::get<direct_to_chip>(d.site.cooling).rejection.approach = -3.0 * kelvin; },
                  "site.cooling.rejection.approach: -3 K is not above 0 K");
    check_refused([](deployment& d) { std::get<direct_to_chip>(d.site.cooling).coolant_rise = 0.0 * kelvin; }, "site.cooling.coolant_rise: 0 K is not above 0 K");
    check_refused([](deployment& d) { d.site.staff = per_year(-20.0 * USD / kilowatt); }, "site.staff: -20 USD/kW-yr is below 0 USD/kW-yr");
    check_refused([](deployment& d) { std::get<grid>(d.supply).demand = demand_per_month(-1.0 * USD / kilowatt); }, "supply.demand: -12 USD/kW-yr is below 0 USD/kW-yr");
    check_refused([](deployment& d) { std::get<grid>(d.supply).availability = availability{1.01}; }, "supply.availability: 1.01 is above 1");
    check_refused([](deployment& d) { d.finance.it.life = 0; }, "finance.it.life: 0 is below 1");
    check_refused([](deployment& d) { d.finance.discount = discount_rate{-1.0}; }, "finance.discount: -1 is below -0.99");
    check_refused([](deployment& d) { d.cluster.server.accelerators = 0; }, "cluster.server.accelerators: 0 is below 1");
    check_refused([](deployment& d) { d.service.page = 0; }, "service.page: 0 is below 1");
    check_refused([](deployment& d) { d.service.model.experts.shared = -5; }, "service.model.experts.shared: -5 is below 0");
    check_refused([](deployment& d) { d.service.model.attention.rotary_size = -600; }, "service.model.attention.rotary_size: -600 is below 0");
    check_refused([](deployment& d) { d.service.model.experts.node_limit = 0; }, "service.model.experts.node_limit: 0 is below 1");
    check_refused([](deployment& d) { d.service.model.layers = 1001; }, "service.model.layers: 1001 is above 1000");
    check_refused([](deployment& d) { std::get<grid>(d.supply).energy_price = -1.0 * USD / kilowatt_hour; }, "supply.energy_price: -1 USD/kWh is below 0 USD/kWh");
    check_refused([](deployment& d) { std::get<grid>(d.supply).availability = availability{0.0}; }, "supply.availability: 0 is not above 0");
    check_refused(
        [](deployment& d) {
            gas_generation g = catalog::combined_cycle;
            g.fuel_price = -1.0 * USD / kilowatt_hour;
            d.supply = g;
        },
        "supply.fuel_price: -1 USD/kWh is below 0 USD/kWh");
    check_refused(
        [](deployment& d) {
            gas_generation g = catalog::combined_cycle;
            g.unit_availability = availability{0.0};
            d.supply = g;
        },
        "supply.unit_availability: 0 is not above 0");
    check_refused([](deployment& d) { d.cluster.server.accelerator.package.substrate_yield = fraction{0.0}; },
                  "cluster.server.accelerator.package.substrate_yield: 0 is not above 0");
}

TEST_CASE("refused where fields contradict each other, by full path too") {
    check_refused([](deployment& d) { d.site.climate.bins.bin[3].hours = 0.0 * hour; }, "site.climate.bins: the hours of the bins do not add up to 8,760 h");
    check_refused([](deployment& d) { d.site.climate.bins.bin[3].wet_bulb = celsius(30.0); }, "site.climate.bins: a wet bulb is above its dry bulb");
    check_refused([](deployment& d) { d.site.electrical.ups.installed = 3; }, "site.electrical.ups.installed: fewer modules installed than needed");
    check_refused(
        [](deployment& d) {
            gas_generation g = catalog::combined_cycle;
            g.units_installed = 3;
            d.supply = g;
        },
        "supply.units_installed: fewer units installed than needed");
    check_refused([](deployment& d) { d.cluster.server.accelerator.package.dies[0].die.repeated.needed = 145; },
                  "cluster.server.accelerator.package.dies[0].die.repeated.needed: more than the 144 units there are");
    check_refused([](deployment& d) { d.cluster.server.accelerator.bf16.peak = {}; }, "cluster.server.accelerator.bf16.peak: 0 FLOP/s is not above 0 FLOP/s");
    check_refused([](deployment& d) { d.service.stack.communication_units = 132; }, "service.stack.communication_units: 132 is not below the chip's 132");
    check_refused([](deployment& d) { d.cluster.server.accelerator.bf16.exponent = 3; }, "cluster.server.accelerator.bf16.exponent: 3 is none of 1, 2, 4, 8");
    check_refused([](deployment& d) { d.cluster.server.accelerator.fp8.exponent = 5; }, "cluster.server.accelerator.fp8.exponent: 5 is none of 1, 2, 4, 8");
    check_refused([](deployment& d) { d.cluster.server.accelerator.fp4.exponent = 7; }, "cluster.server.accelerator.fp4.exponent: 7 is none of 1, 2, 4, 8");
    check_refused([](deployment& d) { d.cluster.server.accelerator.idle = 80.0 * watt, d.cluster.server.accelerator.tdp = 40.0 * watt; },
                  "cluster.server.accelerator.tdp: 40 W is below the 80 W drawn when idle");
    check_refused([](deployment& d) { d.cluster.server.accelerator.package.hbm.capacity = {}; }, "cluster.server.accelerator.package.hbm.capacity: 0 B is not above 0 B");
    check_refused([](deployment& d) { d.service.model.layers = 0; }, "service.model.layers: 0 is below 1");
    check_refused([](deployment& d) { d.service.model.experts.per_token = 300; }, "service.model.experts.per_token: 300 is above 256");
    check_refused([](deployment& d) { d.service.model.experts.leading_dense = 62; }, "service.model.experts.leading_dense: 62 is not between 0 and 61");
    check_refused([](deployment& d) { d.service.model = {}; }, "service.model.layers: 0 is below 1");
}

TEST_CASE("an untouched deployment is refused for what it lacks") {
    auto const e = refusal_of(deployment{});
    REQUIRE(e.has_value());
    CHECK(e->path() == "service.model.layers");
    deployment d;
    d.service.model = catalog::llama_3_1_70b;
    auto const next = refusal_of(d);
    REQUIRE(next.has_value());
    CHECK(next->path() == "service.traffic.input");
}

TEST_CASE("a model whose numbers contradict each other is refused by full path") {
    auto const dense = [](auto const& change) {
        return [change](deployment& d) {
            d.service.model = catalog::llama_3_1_70b;
            change(d.service.model);
        };
    };
    auto const mixture = [](auto const& change) { return [change](deployment& d) { change(d.service.model); }; };
    check_refused(dense([](transformer& m) { m.attention.kv_heads = 0; }), "service.model.attention.kv_heads: 0 is below 1");
    check_refused(dense([](transformer& m) { m.attention.head_size = 0; }), "service.model.attention.head_size: 0 is below 1");
    check_refused(dense([](transformer& m) { m.attention.kv_heads = 7; }), "service.model.attention.kv_heads: 7 does not divide the 64 heads");
    check_refused(dense([](transformer& m) { m.attention.kv_heads = 128; }), "service.model.attention.kv_heads: 128 does not divide the 64 heads");
    check_refused(dense([](transformer& m) { m.ffn.width = 0; }), "service.model.ffn.width: 0 is below 1");
    check_refused(dense([](transformer& m) { m.experts.per_token = 2; }), "service.model.experts.per_token: 2 is above 0");
    check_refused(mixture([](transformer& m) { m.attention.heads = 0; }), "service.model.attention.heads: 0 is below 1");
    check_refused(mixture([](transformer& m) { m.attention.kv_rank = 0; }), "service.model.attention.kv_rank: 0 is below 1");
    check_refused(mixture([](transformer& m) { m.attention.value_size = 0; }), "service.model.attention.value_size: 0 is below 1");
    check_refused(mixture([](transformer& m) { m.attention.unrotated_size = m.attention.rotary_size = 0; }),
                  "service.model.attention.unrotated_size: 0 is below 1, and there is no rotary part either");
    check_refused(mixture([](transformer& m) { m.experts.width = 0; }), "service.model.experts.width: 0 is below 1");
    check_refused(mixture([](transformer& m) { m.experts.per_token = 0; }), "service.model.experts.per_token: 0 is below 1");
    check_refused(mixture([](transformer& m) { m.ffn.width = 0; }), "service.model.ffn.width: 0 is below 1");  // of its three dense layers
    deployment d = scenarios::deepseek_r1_h200_virginia();
    d.service.model.ffn.width = 0;
    d.service.model.experts.leading_dense = 0;
    CHECK_FALSE(refusal_of(d).has_value());
}

TEST_CASE("silicon larger than its wafer is no error: the plan says so, and all figures are finite") {
    auto const large = outline{300.0 * millimetre, 300.0 * millimetre};
    deployment d = scenarios::deepseek_r1_h200_virginia();
    CHECK(plan_deployment(prepare(d)).package_fits);
    for (int part = 0; part < 2; ++part) {
        d = scenarios::deepseek_r1_h200_virginia();
        auto& package = d.cluster.server.accelerator.package;
        (part == 0 ? package.dies[0].die.size : std::get<silicon_interposer>(package.carrier).size) = large;
        auto const prepared = prepare(d);
        auto const plan = plan_deployment(prepared);
        CHECK_FALSE(plan.package_fits);
        auto const r = evaluate(prepared, plan);
        CHECK(std::isfinite(r.manufacture.cost.total().base_value));
        CHECK(std::isfinite(r.manufacture.embodied.total().base_value));
        CHECK(std::isfinite(r.manufacture.time_to_supply.base_value));
        CHECK(r.manufacture.cost.total() > evaluate(scenarios::deepseek_r1_h200_virginia()).manufacture.cost.total());
    }
}

TEST_CASE("of a supply of chips only what is stated and needed limits") {
    deployment d = scenarios::deepseek_r1_h200_virginia();
    d.chips = {.base_wafers = 1.0 / year};  // H200 has no second kind of die
    CHECK_FALSE(plan_deployment(prepare(d)).chips_limited);
    d.chips = {.hbm = 1e9 * GB / year};
    CHECK(plan_deployment(prepare(d)).chips_limited);
    auto const r = evaluate(d);
    CHECK(r.manufacture.scarcest == supply_input::hbm);
    CHECK(std::isfinite(r.manufacture.time_to_supply.base_value));
    CHECK(r.manufacture.time_to_supply > 0.0 * year);
}

TEST_CASE("more units needed than installed are refused where units are counted") {
    auto const message = [] {
        try {
            static_cast<void>(k_of_n(12, 10, availability{0.99}));
        } catch (invalid_input const& e) {
            return std::string(e.what());
        }
        return std::string("accepted");
    };
    CHECK(message() == "k_of_n.installed: 10 is below the 12 needed");
    CHECK_NOTHROW(k_of_n(10, 10, availability{0.99}));
}

TEST_CASE("a PUE below 1 is refused where one is given") {
    auto const capacity = at_it<power<>>{1.0 * megawatt};
    auto const message = [&](pue p, wue w) {
        try {
            static_cast<void>(prepare_fixed(capacity, p, w));
        } catch (invalid_input const& e) {
            return std::string(e.what());
        }
        return std::string("accepted");
    };
    CHECK(message(pue{0.9}, {}) == "facility.pue: 0.9 is below 1");
    CHECK(message(pue{not_a_number}, {}) == "facility.pue: not a finite number");
    CHECK(message(pue{1.2}, wue{-1.0 * litre / kilowatt_hour}).substr(0, 16) == "facility.wue: -1");
    CHECK(message(pue{1.0}, {}) == "accepted");
}

TEST_CASE("every number of a deployment is guarded") {
    for (auto const& s : scenarios::all) {
        INFO(std::string(s.name));
        deployment const good = s.make();
        REQUIRE_FALSE(refusal_of(good).has_value());
        int count = 0, bounded_fields = 0, integers = 0, of_the_model = 0;
        walk([&](field_path const&, field const&, auto const&) { ++count; }, field_path{nullptr, ""}, good);
        for (int k = 0; k < count; ++k) {
            std::string path;
            bounds allowed;
            bool is_integer = false;
            auto const with = [&](auto const& value_of) {
                deployment d = good;
                int i = 0;
                walk(
                    [&](field_path const& p, field const& f, auto& leaf) {
                        using M = std::remove_cvref_t<decltype(leaf)>;
                        if constexpr (numeric_leaf<M> && !std::same_as<M, bool>)
                            if (i == k) {
                                using N = std::remove_cvref_t<decltype(number_in(leaf))>;
                                is_integer = std::integral<N>;
                                bounds const t = tallywatt::detail::bounds_of_type<M>();
                                path = p.text();
                                allowed = {math::max(f.allowed.low, t.low), math::min(f.allowed.high, t.high)};
                                double const value = value_of(allowed);
                                if constexpr (std::integral<N>) {
                                    constexpr double least = static_cast<double>(std::numeric_limits<N>::min()), most = static_cast<double>(std::numeric_limits<N>::max());
                                    if (value >= least && value < most) number_in(leaf) = static_cast<N>(value);
                                } else
                                    number_in(leaf) = value;
                            }
                        ++i;
                    },
                    field_path{nullptr, ""}, d);
                return refusal_of(d);
            };
            auto const refused_here = [&](auto const& value_of) {
                auto const e = with(value_of);
                if (path.empty()) return;
                INFO(path);
                REQUIRE(e.has_value());
                CHECK(e->path() == path);
            };
            refused_here([](bounds const& b) { return b.low - 1.0; });  // integers without a lower bound stay as they are and fail here
            if (path.empty()) continue;
            if (std::isfinite(allowed.low)) ++bounded_fields;
            if (is_integer) {
                ++integers;
                if (path.rfind("service.model.", 0) == 0) ++of_the_model;
            } else {
                refused_here([](bounds const&) { return not_a_number; });
                refused_here([](bounds const&) { return infinity; });
                refused_here([](bounds const&) { return -infinity; });
            }
            if (std::isfinite(allowed.high)) refused_here([](bounds const& b) { return b.high * 1.01 + 1.0; });
        }
        CHECK(bounded_fields > 200);
        CHECK(integers > 50);
        CHECK(of_the_model == 31);
    }
}
