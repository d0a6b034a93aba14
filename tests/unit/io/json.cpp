#include <tallywatt/io/catalog_names.hpp>
#include <tallywatt/io/json.hpp>
#include <tallywatt/io/json_scenario.hpp>

#include <tallywatt/units.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <variant>

namespace {
using namespace tallywatt;
using namespace tallywatt::literals;

enum class fluid : unsigned char { water, glycol };

template <class T = double>
struct basic_plate {
    static constexpr char const* kind = "plate";
    temperature_difference<T> approach = 4.0 * kelvin;
    basic_fraction<T> captured = fraction{0.8};
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"approach", non_negative}, self.approach...);
        visit(field{"captured"}, self.captured...);
    }
};
template <class T = double>
struct basic_tower {
    static constexpr char const* kind = "tower";
    T coefficient = T(5.0);
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"coefficient", positive}, self.coefficient...);
    }
};
template <class T = double>
struct basic_hall {
    static constexpr char const* kind = "hall";
    char const* name = "north";
    at_it<power<T>> load{}; // its default makes no sense: required
    money_per_energy<T> price = 0.08 * (USD / kilowatt_hour);
    basic_pue<T> usage = pue{1.2};
    temperature<T> supply = celsius(32.0);
    int racks = 40;
    bool raised_floor = true;
    fluid medium = fluid::water;
    basic_plate<T> plate{};
    std::variant<std::monostate, basic_plate<T>, basic_tower<T>> rejection = basic_tower<T>{};
    std::array<basic_fraction<T>, 3> share = {fraction{0.2}, fraction{0.3}, fraction{0.5}};
    std::optional<fluid> spare{};
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"load", positive}, self.load...);
        visit(field{"price", non_negative}, self.price...);
        visit(field{"usage", at_least(1.0)}, self.usage...);
        visit(field{"supply"}, self.supply...);
        visit(field{"racks", between(1.0, 1000.0)}, self.racks...);
        visit(field{"raised_floor"}, self.raised_floor...);
        visit(field{"medium"}, self.medium...);
        visit(field{"plate"}, self.plate...);
        visit(field{"rejection"}, self.rejection...);
        visit(field{"share"}, self.share...);
        visit(field{"spare"}, self.spare...);
    }
};
using hall = basic_hall<>;

/// Two plates by name.
struct plates final : name_table {
    basic_plate<estimate> thin{.approach = temperature_difference<estimate>::from_base(range(2.0, 3.0, 4.0))}, thick{};
    std::vector<named_object> all{
        {{{}, "Thin plate", "thin", {}}, &shape_of<basic_plate<estimate>>(), &thin, {}},
        {{{}, "Thick plate", "thick", {}}, &shape_of<basic_plate<estimate>>(), &thick, {}}};
    std::span<named_object const> of(shape const& s) const override {
        return &s == &shape_of<basic_plate<estimate>>() ? std::span<named_object const>(all) : std::span<named_object const>{};
    }
};
plates const names{};

hall read(std::string const& text) { return read_json<hall>(text, names); }
std::string fault(std::string const& text) {
    try {
        static_cast<void>(read(text));
        return "accepted";
    } catch (invalid_input const& e) {
        return e.what();
    }
}

TEST_CASE("Every kind of field reads") {
    hall const h = read(R"({"name": "south", "load": "5 MW", "price": "80 USD/MWh", "usage": 1.3, "supply": "27 degC", "racks": 12,
        "raised_floor": false, "medium": "glycol", "plate": {"approach": "6 K"}, "rejection": {"kind": "plate", "captured": "70%"},
        "share": [1, "0%"], "spare": "water"})");
    CHECK(std::string_view(h.name) == "south");
    CHECK(h.load.value.base_value == 5e6);
    CHECK(h.price.base_value == 0.08 / 3.6e6);
    CHECK(h.usage.value == 1.3);
    CHECK(h.supply.in_kelvin() == celsius(27.0).in_kelvin());
    CHECK(h.racks == 12);
    CHECK_FALSE(h.raised_floor);
    CHECK(h.medium == fluid::glycol);
    CHECK(h.plate.approach.base_value == 6.0);
    CHECK(h.plate.captured.value == 0.8); // not given: its default
    CHECK(std::get<basic_plate<>>(h.rejection).captured.value == 0.7);
    CHECK(h.share[0].value == 1.0);
    CHECK(h.share[2].value == 0.0); // a list stands for the whole array
    CHECK(h.spare == fluid::water);
}

TEST_CASE("Names, changes of named objects, and none") {
    CHECK(read(R"({"load": "5 MW", "plate": "thin"})").plate.approach.base_value == 3.0); // of a range the likely value
    CHECK(read(R"({"load": "5 MW", "plate": "Thin-Plate"})").plate.approach.base_value == 3.0);
    hall const h = read(R"({"load": "5 MW", "plate": {"like": "thin", "captured": 0.5}, "rejection": "thick", "spare": null})");
    CHECK(h.plate.approach.base_value == 3.0);
    CHECK(h.plate.captured.value == 0.5);
    CHECK(std::get<basic_plate<>>(h.rejection).approach.base_value == 4.0);
    CHECK_FALSE(h.spare.has_value());
    CHECK(std::holds_alternative<std::monostate>(read(R"({"load": "5 MW", "rejection": null})").rejection));
    CHECK(std::holds_alternative<std::monostate>(read(R"({"load": "5 MW", "rejection": "none"})").rejection));
    CHECK(std::get<basic_plate<>>(read(R"({"load": "5 MW", "rejection": {"like": "thin", "captured": 0.1}})").rejection).captured.value == 0.1);
}

TEST_CASE("Ranges are kept by structs over estimates") {
    auto const h = from_document<basic_hall<estimate>>(
        read_document(R"({"load": {"low": "4 MW", "likely": "5 MW", "high": "7 MW"}, "usage": {"low": 1.1, "likely": 1.2, "high": 1.4}, "plate": "thin"})"), names
    );
    CHECK(h.load.value.base_value == estimate(4e6, 5e6, 7e6));
    CHECK(h.usage.value == estimate(1.1, 1.2, 1.4));
    CHECK(h.plate.approach.base_value == estimate(2.0, 3.0, 4.0));
    CHECK(read(R"({"load": {"low": "4 MW", "likely": "5 MW", "high": "7 MW"}})").load.value.base_value == 5e6);
}

TEST_CASE("Each fault has one message: the place, what was found, what is wanted") {
    struct row {
        std::string text, message;
    };
    row const rows[] = {
        // the text is no JSON, or too much of it
        {"", "/: not JSON: line 1, column 1: unexpected end of input; expected '[', '{', or a literal"},
        {R"({"load": )", "/load: not JSON: line 1, column 10: unexpected end of input; expected '[', '{', or a literal, near \"load\":"},
        {"{\"load\": \"5 MW\",\n \"racks\": 07}", "/racks: not JSON: line 2, column 12: unexpected number literal; expected '}', near 7"},
        {R"({"load": "5 MW"} x)", "/: not JSON: line 1, column 18: invalid literal, near \"5 MW\"} x"},
        {R"({"load": NaN})", "/load: not JSON: line 1, column 10: invalid literal, near \"load\": N"},
        {"{\"name\": \"\xff\"}", "/name: not UTF-8: line 1, column 11, near \"."},
        {R"({"usage": 1e999})", "/usage: line 1: 1e999 is too large a number"},
        {R"({"racks": 3, "load": "5 MW", "racks": 4})", "/: the key \"racks\" stands twice"},
        {R"({"load": "5 MW", "plate": {"approach": "3 K", "captured": 0, "approach": "4 K"}})", "/plate: the key \"approach\" stands twice"},
        // of another type
        {"[]", "/: a list is found; an object is wanted: {\"...\": ...}"},
        {R"({"load": true})", "/load: true is found; a power is wanted, for example \"10 MW\""},
        {R"({"load": "5 MW", "racks": "many"})", "/racks: \"many\" is found; a whole number is wanted"},
        {R"({"load": "5 MW", "racks": 2.5})", "/racks: 2.5 is found; a whole number is wanted"},
        {R"({"load": "5 MW", "raised_floor": 1})", "/raised_floor: 1 is found; true or false is wanted"},
        {R"({"load": "5 MW", "share": 1})", "/share: 1 is found; a list is wanted: [...]"},
        {R"({"load": "5 MW", "share": [0, 0, 0, 1]})", "/share: a list of 4 is found; at most 3 are taken"},
        {R"({"load": "5 MW", "plate": 3})", "/plate: 3 is found; an object, or a name such as \"thin\", is wanted"},
        {R"({"load": "5 MW", "name": []})", "/name: a list is found; a text is wanted"},
        // unknown
        {R"({"load": "5 MW", "rack": 3})", "/: no key is called \"rack\"; near it: racks"},
        {R"({"load": "5 MW", "plate": {"aproach": "3 K"}})", "/plate: no key is called \"aproach\"; near it: approach"},
        {R"({"load": "5 MW", "a/b~c": 1})", "/: no key is called \"a/b~c\"; the keys are name, load, price, usage, supply, racks, raised_floor, medium, plate, rejection, share, spare"},
        {R"({"load": "5 MW", "plate": "thn"})", "/plate: no plate is called \"thn\"; near it: thin"},
        {R"({"load": "5 MW", "plate": {"like": "plate"}})", "/plate/like: \"plate\" may be any of: thin, thick"},
        {R"({"load": "5 MW", "medium": "oil"})", "/medium: \"oil\" is found; one of these is wanted: water, glycol"},
        {R"({"load": "5 MW", "rejection": {"kind": "towers"}})", "/rejection/kind: no kind is called \"towers\"; near it: tower"},
        {R"({"load": "5 MW", "rejection": {"approach": "3 K"}})", "/rejection: the key \"kind\" is missing; an object with \"kind\" (plate, tower), or a name such as \"thin\", is wanted"},
        {R"({"load": "5 MW", "rejection": {"kind": "tower", "like": "thin"}})", "/rejection/kind: \"tower\" is found, but \"thin\" is of kind \"plate\""},
        {R"({"load": "5 MW", "approach": "3 K"})", "/: no key is called \"approach\"; there is /plate/approach"},
        {R"({"load": "5 MW", "plate": {"racks": 3}})", "/plate: no key is called \"racks\"; there is /racks"},
        // letters of other scripts are no signs to leave out; what cannot be seen is written out
        {"{\"load\": \"5 MW\", \"plate\": \"th\xc3\xa9in\"}", "/plate: no plate is called \"th\xc3\xa9in\"; near it: thin, thick"},
        {"{\"load\": \"5 MW\", \"medium\": \"water\xd0\xb0\"}", "/medium: \"water\xd0\xb0\" is found; one of these is wanted: water, glycol"},
        {R"({"load": "a\n\u001b[31mb"})", "/load: \"a\\n\\u001b[31mb\" is not a number with its unit; a power is wanted, in W, kW, MW or GW, for example \"10 MW\""},
        {R"({"load": "5\u00a0MW"})", "/load: \"5\\u00a0MW\": no unit is called \"\\u00a0MW\" (near it: MW); a power is wanted, in W, kW, MW or GW"},
        {R"({"load": "5 MW", "qq\u202eqq\u0007": 1})", "/: no key is called \"qq\\u202eqq\\u0007\"; the keys are name, load, price, usage, supply, racks, raised_floor, medium, plate, rejection, share, spare"},
        {"\xff\xfe{", "/: not UTF-8: the file starts as UTF-16 does"},
        // missing
        {"{}", "/: the key \"load\" is missing: a power, for example \"10 MW\""},
        {R"({"load": {"low": "4 MW", "high": "5 MW"}})", "/load: the key \"likely\" is missing: a range is {\"low\": ..., \"likely\": ..., \"high\": ...}"},
        // units and ranges
        {R"({"load": "5 MWh"})", "/load: \"5 MWh\" is an energy; a power is wanted, in W, kW, MW or GW"},
        {R"({"load": 5})", "/load: 5 has no unit; a power is wanted, in W, kW, MW or GW, for example \"10 MW\""},
        {R"({"load": "0 MW"})", "/load: \"0 MW\" is out of range; allowed: above 0 W"},
        {R"({"load": "5 MW", "price": "-1 USD/kWh"})", "/price: \"-1 USD/kWh\" is out of range; allowed: at least 0 USD/kWh"},
        {R"({"load": "5 MW", "usage": 0.9})", "/usage: 0.9 is out of range; allowed: 1 to 100"},
        {R"({"load": "5 MW", "share": [0.5, 1.5]})", "/share/1: 1.5 is out of range; allowed: 0 to 1"},
        {R"({"load": "5 MW", "racks": 0})", "/racks: 0 is out of range; allowed: 1 to 1000"},
        {R"({"load": "5 MW", "supply": "32 K/kW"})", "/supply: \"32 K/kW\" is a thermal resistance; a temperature is wanted, in degC"},
        {R"({"load": {"low": "6 MW", "likely": "5 MW", "high": "7 MW"}})", "/load: low, likely and high are not in order: 6 MW, 5 MW, 7 MW"},
        {R"({"load": {"low": "4 MW", "likely": "5 MW", "high": "7 MW", "mean": 1}})", "/load/mean: no part of a range is called so: low, likely, high"},
    };
    for (row const& r : rows) {
        INFO(r.text);
        CHECK(fault(r.text) == r.message);
    }
}

TEST_CASE("Deep and enormous texts are refused where they are met") {
    CHECK(fault(std::string(100'000, '[')).find("nested more than 32 deep") != std::string::npos);
    std::string nested;
    for (int i = 0; i < 40; ++i)
        nested += "{\"plate\": ";
    CHECK(fault(nested).find("nested more than 32 deep") != std::string::npos);
    CHECK(fault("\"" + std::string(std::size_t{5} << 20, 'x') + '"') == "/: 5242882 bytes; at most 4194304 are read");
    std::string many = "[0";
    for (int i = 0; i < 300'000; ++i)
        many += ",0";
    CHECK(fault(many + ']').find("more than 200000 values") != std::string::npos);
}

TEST_CASE("A change by path makes of a name an object like it") {
    document d = read_document(R"({"load": "5 MW", "plate": "thin"})");
    set_at(d, "plate.captured", value_of_text("40%"));
    set_at(d, "racks", value_of_text("7"));
    set_at(d, "rejection.kind", value_of_text("tower"));
    hall const h = from_document<hall>(d, names);
    CHECK(h.plate.approach.base_value == 3.0);
    CHECK(h.plate.captured.value == 0.4);
    CHECK(h.racks == 7);
    CHECK_THROWS_AS(set_at(d, "racks.count", {}), invalid_input);
    CHECK_THROWS_AS(set_at(d, "plate..x", {}), invalid_input);
}

TEST_CASE("A path may be written as messages and reports write it; a value may be JSON; a quantity becomes a range") {
    document d = read_document(R"({"load": "5 MW", "share": [0.1, 0.2], "usage": 1.2})");
    set_at(d, "/plate", value_of_text(R"({"like": "thin", "captured": 0.25})"));
    set_at(d, "share[1]", value_of_text("70%"));
    set_at(d, "name", value_of_text(R"("a, b: c")"));
    set_at(d, "load.low", value_of_text("4 MW"));
    set_at(d, "usage.high", value_of_text("1.5"));
    auto const h = from_document<basic_hall<estimate>>(d, names);
    CHECK(h.plate.approach.base_value == estimate(2.0, 3.0, 4.0));
    CHECK(h.plate.captured.value == estimate(0.25));
    CHECK(h.share[1].value == estimate(0.7));
    CHECK(std::string_view(h.name) == "a, b: c");
    CHECK(h.load.value.base_value == estimate(4e6, 5e6, 5e6));
    CHECK(h.usage.value == estimate(1.2, 1.2, 1.5));
    CHECK_THROWS_AS(set_at(d, "share[2]", {}), invalid_input);
    CHECK_THROWS_AS(static_cast<void>(value_of_text("{\"a\": ")), invalid_input);
}

TEST_CASE("What is written has units and reads back; defaults are left out") {
    hall h;
    h.load = at_it<power<>>{5.0 * megawatt};
    CHECK(write_json(h) == "{\n  \"load\": \"5 MW\"\n}\n");
    h.name = "a \"b\"\n\x01";
    h.rejection = basic_plate<>{};
    h.share = {fraction{0.1}, fraction{}, fraction{}};
    std::string const text = write_json(h);
    CHECK(text == "{\n  \"name\": \"a \\\"b\\\"\\n\\u0001\",\n  \"load\": \"5 MW\",\n  \"rejection\": {\n    \"kind\": \"plate\"\n  },\n  \"share\": [0.1]\n}\n");
    CHECK(write_json(read(text)) == text);
    CHECK(write_json(read(write_json(h, json_style::all)), json_style::all) == write_json(h, json_style::all));
}

TEST_CASE("Every object of the catalog is found by its id and by its name") {
    int count = 0;
    for_each_catalog_object([&](named_object const& o) {
        std::span<named_object const> const group = catalog_names().of(*o.of);
        auto const found = catalog::detail::search_for(group, o.answers.id);
        CHECK(found.how == catalog::fit::exact);
        bool among = false;
        for (named_object const& other : group)
            among = among || (catalog::fits(other.answers, o.answers.name) != catalog::fit::none && other.object == o.object);
        CHECK(among);
        ++count;
    });
    CHECK(count > 400);
}

} // namespace
