// field.hpp comes before the number headers here, so that no included order hides a number's own lowest and highest.
#include <tallywatt/number/simd.hpp>
#include <tallywatt/number/field.hpp>

#include <tallywatt/number.hpp>
#include <tallywatt/units.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {
using namespace tallywatt;
using namespace tallywatt::literals;

enum class fluid { water, glycol };

template <class T = double>
struct basic_plate {
    static constexpr char const* kind = "plate";
    temperature_difference<T> approach = 4.0 * kelvin;
    basic_fraction<T> captured = fraction{0.8};
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"approach", non_negative, {"survey", "2024", confidence::medium}}, self.approach...);
        visit(field{"captured"}, self.captured...);
    }
};
template <class T = double>
struct basic_tower {
    static constexpr char const* kind = "tower";
    basic_wue<T> water = wue{1.8_L_per_kWh};
    T coefficient = T(5.0);
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"water"}, self.water...);
        visit(field{"coefficient", positive}, self.coefficient...);
    }
};
template <class T = double>
struct basic_hall {
    static constexpr char const* kind = "hall";
    char const* name = "north";
    at_it<power<T>> load = at_it<power<>>{5.0 * megawatt};
    money_per_energy<T> price = 0.08 * (USD / kilowatt_hour);
    basic_pue<T> usage = pue{1.2};
    temperature<T> supply = celsius(32.0);
    int racks = 40;
    bool raised_floor = true;
    fluid medium = fluid::water;
    basic_plate<T> plate{};
    std::variant<std::monostate, basic_plate<T>, basic_tower<T>> rejection = basic_tower<T>{};
    std::array<basic_fraction<T>, 3> share = {fraction{0.2}, fraction{0.3}, fraction{0.5}};
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"load", positive}, self.load...);
        visit(field{"price", non_negative}, self.price...);
        visit(field{"usage", positive}, self.usage...);
        visit(field{"supply", between(273.15, 343.15)}, self.supply...);
        visit(field{"racks", at_least(1)}, self.racks...);
        visit(field{"raised_floor"}, self.raised_floor...);
        visit(field{"medium"}, self.medium...);
        visit(field{"plate"}, self.plate...);
        visit(field{"rejection"}, self.rejection...);
        visit(field{"share"}, self.share...);
    }
};
using hall = basic_hall<>;

template <class X>
std::string complaint(X const& x) {
    try {
        validate(x);
    } catch (invalid_input const& e) {
        return e.what();
    }
    return "none";
}
template <class F>
std::string complaint_of(F change) {
    hall h;
    change(h);
    return complaint(h);
}

constexpr double nan = std::numeric_limits<double>::quiet_NaN(), infinity = std::numeric_limits<double>::infinity();

TEST_CASE("defaults are valid, in constant expressions too") {
    CHECK(complaint(hall{}) == "none");
    constexpr bool valid = (validate(hall{}), validate(basic_hall<interval>{}), true);
    static_assert(valid);
}

TEST_CASE("a complaint names path, value, unit and range") {
    CHECK(complaint_of([](hall& h) { h.plate.approach = -3.0 * kelvin; }) == "hall.plate.approach: -3 K is below 0 K");
    CHECK(complaint_of([](hall& h) { h.price = -0.08 * (USD / kilowatt_hour); }) == "hall.price: -0.08 USD/kWh is below 0 USD/kWh");
    CHECK(complaint_of([](hall& h) { h.load = {}; }) == "hall.load: 0 W is not above 0 W");
    CHECK(complaint_of([](hall& h) { h.load = at_it<power<>>{-5.0 * kilowatt}; }) == "hall.load: -5 kW is not above 0 W");
    CHECK(complaint_of([](hall& h) { h.plate.captured = fraction{63.0}; }) == "hall.plate.captured: 63 is above 1");
    CHECK(complaint_of([](hall& h) { h.plate.captured = fraction{-0.5}; }) == "hall.plate.captured: -0.5 is below 0");
    CHECK(complaint_of([](hall& h) { h.usage = pue{0.9}; }) == "hall.usage: 0.9 is below 1");
    CHECK(complaint_of([](hall& h) { h.supply = celsius(80.0); }) == "hall.supply: 353.15 K is above 343.15 K");
    CHECK(complaint_of([](hall& h) { h.racks = 0; }) == "hall.racks: 0 is below 1");
    CHECK(complaint_of([](hall& h) { h.share[1] = fraction{1.5}; }) == "hall.share[1]: 1.5 is above 1");
    CHECK(complaint_of([](hall& h) { std::get<2>(h.rejection).coefficient = 0.0; }) == "hall.rejection.coefficient: 0 is not above 0");
    CHECK(complaint_of([](hall& h) { h.rejection = basic_plate<>{.approach = -1.0 * kelvin}; }) == "hall.rejection.approach: -1 K is below 0 K");
    CHECK(complaint_of([](hall& h) { h.rejection = std::monostate{}; }) == "none");
}

TEST_CASE("NaN and infinity are outside every range") {
    CHECK(complaint_of([](hall& h) { h.price = nan * (USD / kilowatt_hour); }) == "hall.price: not a finite number");
    CHECK(complaint_of([](hall& h) { h.load = at_it<power<>>{infinity * watt}; }) == "hall.load: not a finite number");
    CHECK(complaint_of([](hall& h) { h.load = at_it<power<>>{-infinity * watt}; }) == "hall.load: not a finite number");
    CHECK(complaint_of([](hall& h) { std::get<2>(h.rejection).water = wue{nan * volume_per_energy<>::from_base(1.0)}; }) ==
          "hall.rejection.water: not a finite number");
}

TEST_CASE("bounds that are met exactly are allowed") {
    CHECK(complaint_of([](hall& h) { h.usage = pue{1.0}; }) == "none");  // 'positive' does not open the type's own bound
    CHECK(complaint_of([](hall& h) { h.plate.captured = fraction{1.0}; }) == "none");
    CHECK(complaint_of([](hall& h) { h.plate.captured = fraction{0.0}; }) == "none");
    CHECK(complaint_of([](hall& h) { h.price = {}; }) == "none");
}

TEST_CASE("the exception carries its parts") {
    hall h;
    h.plate.approach = -3.0 * kelvin;
    try {
        validate(h, "site");
        FAIL("not thrown");
    } catch (invalid_input const& e) {
        CHECK(e.path() == "site.plate.approach");
        CHECK(e.value() == -3.0);
        CHECK(e.unit() == "K");
        CHECK(std::string(e.what()) == "site.plate.approach: -3 K is below 0 K");
    }
}

TEST_CASE("the whole of an interval, an estimate and a pack must be in range") {
    basic_plate<interval> i;
    i.captured = basic_fraction<interval>(interval(0.5, 1.5));
    CHECK(complaint(i) == "plate.captured: 1.5 is above 1");
    i.captured = basic_fraction<interval>(interval(-0.5, 0.5));
    CHECK(complaint(i) == "plate.captured: -0.5 is below 0");
    i.captured = basic_fraction<interval>(interval(0.5, 0.4));
    CHECK(complaint(i) == "plate.captured: the bounds 0.5 and 0.4 are out of order");
    basic_plate<estimate> e;
    e.captured = basic_fraction<estimate>(range(0.5, 0.6, 1.5));
    CHECK(complaint(e) == "plate.captured: 1.5 is above 1");
    e.captured = basic_fraction<estimate>(estimate(0.5, 0.9, 0.8));
    CHECK(complaint(e) == "plate.captured: the bounds 0.5 and 0.8 are out of order");
    basic_plate<simd> s;
    CHECK(complaint(s) == "none");
    simd lanes(0.5);
    lanes[0] = 2.0;
    s.captured = basic_fraction<simd>(lanes);
    CHECK(complaint(s) == "plate.captured: 2 is above 1");
    basic_plate<dual> d;
    d.captured = basic_fraction<dual>(dual(2.0));
    CHECK(complaint(d) == "plate.captured: 2 is above 1");
}

template <class... X>
std::vector<std::string> names_of(X const&... x) {
    std::vector<std::string> names;
    walk([&](field_path const& path, field const&, auto const&...) { names.push_back(path.text()); }, field_path{nullptr, "h"}, x...);
    return names;
}
std::vector<std::string> const order{"h.name",     "h.load",           "h.price",          "h.usage",        "h.supply",
                                     "h.racks",    "h.raised_floor",   "h.medium",         "h.plate.approach", "h.plate.captured",
                                     "h.rejection.water", "h.rejection.coefficient", "h.share[0]", "h.share[1]", "h.share[2]"};

TEST_CASE("walk visits every field once, in order, down to the numbers") {
    CHECK(names_of(hall{}) == order);
    CHECK(names_of(hall{}, basic_hall<interval>{}) == order);  // in step over number types, through the variant
}

TEST_CASE("two objects in step see the same field") {
    hall a, b;
    b.price = 0.16 * (USD / kilowatt_hour);
    std::get<2>(b.rejection).coefficient = 10.0;
    std::vector<std::string> changed;
    walk(
        [&](field_path const& path, field const&, auto& x, auto const& y) {
            if constexpr (numeric_leaf<decltype(x)>) {
                if (number_in(x) != number_in(y)) changed.push_back(path.text());
                number_in(x) = number_in(y);
            }
        },
        field_path{nullptr, "h"}, a, b);
    CHECK(changed == std::vector<std::string>{"h.price", "h.rejection.coefficient"});
    CHECK(a.price == b.price);
    CHECK(std::get<2>(a.rejection).coefficient == 10.0);
    a.rejection = basic_plate<>{};
    CHECK_THROWS_AS(names_of(a, b), std::bad_variant_access);
}

TEST_CASE("the visitor hands over bounds and the source of a default") {
    std::string title;
    walk([&](field_path const&, field const& f, auto const&) { if (f.default_from.title != nullptr) title = f.default_from.title; },
         field_path{nullptr, "p"}, basic_plate<>{});
    CHECK(title == "survey");
}

TEST_CASE("conversion maps every number and keeps everything else") {
    hall h;
    h.name = "south";
    h.racks = 7;
    h.raised_floor = false;
    h.medium = fluid::glycol;
    h.price = 0.05 * (USD / kilowatt_hour);
    h.rejection = basic_plate<>{.approach = 6.0 * kelvin, .captured = fraction{0.7}};
    h.share[2] = fraction{0.4};
    auto const i = convert<interval>(h);
    static_assert(std::same_as<std::remove_const_t<decltype(i)>, basic_hall<interval>>);
    CHECK(std::string(i.name) == "south");
    CHECK(i.racks == 7);
    CHECK(!i.raised_floor);
    CHECK(i.medium == fluid::glycol);
    CHECK(i.price.base_value == interval(h.price.base_value));
    CHECK(i.supply.in_kelvin() == interval(305.15));
    CHECK(std::get<1>(i.rejection).approach.base_value == interval(6.0));
    CHECK(i.share[2].value == interval(0.4));
    auto const back = convert<double>(i);
    CHECK(names_of(back, h).size() == 15);
    walk([](field_path const&, field const&, auto const& x, auto const& y) {
        if constexpr (numeric_leaf<decltype(x)>) CHECK(number_in(x) == number_in(y));
    }, field_path{}, back, h);
    CHECK(convert<dual>(h).price.base_value.value == h.price.base_value);
    CHECK(convert<float>(h).usage.value == 1.2f);
    CHECK(lowest(convert<simd>(h).usage.value) == 1.2);
    static_assert(std::same_as<rebind_t<hall, float>, basic_hall<float>>);
}

TEST_CASE("an estimate converts to its likely value, its range, or a sample") {
    basic_plate<estimate> e;
    e.captured = basic_fraction<estimate>(range(0.5, 0.8, 0.9));
    CHECK(convert<double>(e).captured == fraction{0.8});
    CHECK(convert<interval>(e).captured.value == interval(0.5, 0.9));
    CHECK(convert<interval>(e).approach.base_value == interval(4.0));
    auto const sampled = convert<double>(e, [](estimate const& x) { return x.sample(0.0); });
    CHECK(sampled.captured == fraction{0.5});
    constexpr auto point = convert<double>(basic_plate<estimate>{});
    static_assert(point.approach == 4.0 * kelvin);
}

}  // namespace
