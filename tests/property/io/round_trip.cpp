// What is written reads back as the same, bit for bit: numbers of every unit, objects of the catalog, whole deployments.
#include <tallywatt/io/catalog_names.hpp>
#include <tallywatt/io/json.hpp>
#include <tallywatt/io/json_scenario.hpp>

#include <tallywatt/tco/any_deployment.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <set>
#include <vector>

namespace {
using namespace tallywatt;

/// Every shape below one.
void collect(shape const& s, std::set<shape const*>& all) {
    if (!all.insert(&s).second)
        return;
    for (shape::member const& m : s.members)
        collect(m.of(), all);
    if (s.what == shape_kind::list)
        collect(s.element(), all);
    for (shape::alternative const& a : s.alternatives)
        if (a.of != nullptr)
            collect(a.of(), all);
}
std::set<shape const*> const& shapes() {
    static std::set<shape const*> const all = [] {
        std::set<shape const*> found;
        collect(shape_of<rebind_t<scenario_deployment, estimate>>(), found);
        for_each_catalog_object([&](named_object const& o) { collect(*o.of, found); });
        return found;
    }();
    return all;
}

// An equality of its own: the numbers of two objects in step, by the structs' own walk.
template <class X>
bool same(X const& a, X const& b) {
    bool equal = true;
    walk(
        [&](field_path const& path, field const&, auto const& x, auto const& y) {
            using M = std::remove_cvref_t<decltype(x)>;
            bool here = true;
            if constexpr (std::same_as<M, char const*>)
                here = std::string_view(x) == y;
            else if constexpr (numeric_leaf<M>)
                here = number_in(x) == number_in(y);
            else
                here = x == y;
            if (!here)
                MESSAGE("differs: ", path.text());
            equal = equal && here;
        },
        field_path{nullptr, ""}, a, b
    );
    return equal;
}

TEST_CASE("A number in its unit reads back to the bit, whatever its size") {
    std::mt19937_64 random(20260801);
    std::uniform_real_distribution<double> mantissa(1.0, 2.0);
    std::uniform_int_distribution<int> exponent(-60, 80);
    int units = 0;
    for (shape const* s : shapes()) {
        if (s->what != shape_kind::number)
            continue;
        ++units;
        for (int i = 0; i < 300; ++i) {
            double x = std::ldexp(mantissa(random), exponent(random));
            if (s->style == number_style::temperature)
                x = 200.0 + 200.0 * (mantissa(random) - 1.0);
            else if (i % 7 == 0)
                x = -x;
            std::string const text = quantity_text(x, *s);
            quantity_read const r = read_quantity(text, *s);
            if (!r.good() || r.value != x)
                FAIL_CHECK(text, " reads back as ", r.value, r.fault);
        }
    }
    CHECK(units > 50);
}

TEST_CASE("Numbers that people write come back as they wrote them") {
    std::mt19937_64 random(7);
    std::uniform_int_distribution<int> digits(1, 9999);
    for (char const* unit : {"USD/kWh", "USD/Mtok", "gCO2e/kWh", "L/kWh", "pJ/FLOP", "kWh/cm2"}) {
        for (shape const* s : shapes()) {
            std::string const probe = "1 " + std::string(unit);
            if (s->what != shape_kind::number || s->style != number_style::quantity || s->units.front().text != std::string_view(unit)
                || !read_quantity(probe, *s).good())
                continue;
            for (int i = 0; i < 200; ++i) {
                int const n = digits(random);
                std::string const text = std::to_string(n) + ' ' + unit;
                CHECK(quantity_text(read_quantity(text, *s).value, *s) == text);
            }
        }
    }
}

TEST_CASE("Every object of the catalog is written and read back the same") {
    int count = 0;
    catalog::each_entry([&](char const* id, auto const& object, std::span<sourced_field const>) {
        using X = std::remove_cvref_t<decltype(object)>;
        INFO(std::string(id));
        X x{};
        std::string const text = write_json(object, json_style::all);
        REQUIRE_NOTHROW(read_into(x, read_document(text), catalog_names()));
        CHECK(detail::equal(shape_of<X>(), &x, &object));
        X changed{};
        REQUIRE_NOTHROW(read_into(changed, read_document(write_json(object)), catalog_names()));
        CHECK(detail::equal(shape_of<X>(), &changed, &object));
        ++count;
    });
    CHECK(count > 300);
}

TEST_CASE("A deployment is written and read back the same") {
    for (char const* server : {"hgx_h200", "tpu_v5p_tray", "mi300x_platform"}) {
        std::string const text = std::string(R"({"service": {"kind": "service", "model": "DeepSeek-R1", "traffic": "chat"},
            "cluster": {"server": ")") + server + R"(", "network": "infiniband_ndr"}, "site": {"cooling": "rear_door", "climate": "dublin"}, "supply": "ireland"})";
        auto const d = read_json<scenario_deployment>(text, catalog_names());
        CHECK(same(d, read_json<scenario_deployment>(write_json(d), catalog_names())));
        CHECK(same(d, read_json<scenario_deployment>(write_json(d, json_style::all), catalog_names())));
        auto const kept = from_document<rebind_t<scenario_deployment, estimate>>(read_document(text), catalog_names());
        CHECK(same(kept, from_document<rebind_t<scenario_deployment, estimate>>(read_document(write_json(kept)), catalog_names())));
    }
}

} // namespace
