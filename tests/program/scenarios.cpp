// The shipped scenarios: all run and are feasible, some with approved output, and the quickstart's is the C++ one's report.
#include "commands.hpp"
#include "run.hpp"

#include <tallywatt/io/json_scenario.hpp>
#include <tallywatt/tco/report.hpp>

#include <doctest/doctest.h>

#include <set>

namespace {
using namespace tallywatt;

std::filesystem::path const folder = "examples/scenarios";

std::set<std::string> scenarios() {
    std::set<std::string> names;
    for (auto const& entry : std::filesystem::directory_iterator(folder))
        if (std::string const file = entry.path().filename().string(); file.ends_with(".json") && file != "scenario.schema.json")
            names.insert(entry.path().stem().string());
    return names;
}
std::string file_of(std::string const& name) { return (folder / (name + ".json")).string(); }

TEST_CASE("Every scenario is read, evaluated, and meets its limits") {
    CHECK(scenarios().size() >= 16);
    for (std::string const& name : scenarios()) {
        INFO(name);
        program::output o;
        REQUIRE_NOTHROW(o = program::evaluate(file_of(name), {}, program::form::table, 0));
        CHECK(o.feasible);
        CHECK(o.text.find(" nan") == std::string::npos);
        CHECK(o.text.find("(unnamed unit)") == std::string::npos);
        scenario const s = program::scenario_in(program::load(file_of(name)), name);
        CHECK_FALSE(s.title.empty());
    }
}

TEST_CASE("Every scenario survives being written and read again: its report is the same") {
    for (std::string const& name : scenarios()) {
        INFO(name);
        scenario const s = program::scenario_in(program::load(file_of(name)), name);
        scenario const again = read_scenario(write_scenario(s));
        CHECK(again.title == s.title);
        report const a = program::evaluated(s), b = program::evaluated(again);
        walk(
            [](field_path const& path, field const&, auto const& x, auto const& y) {
                if constexpr (numeric_leaf<std::remove_cvref_t<decltype(x)>>)
                    if (number_in(x) != number_in(y) && number_in(x) == number_in(x))
                        FAIL_CHECK(path.text());
            },
            field_path{nullptr, ""}, a, b
        );
    }
}

TEST_CASE("What some scenarios print is approved") {
    for (char const* name : {"quickstart", "training", "fine_tuning", "rented", "leased", "smr", "hybrid"}) {
        INFO(name);
        std::filesystem::path const approved = std::filesystem::path("tests/approved") / (std::string("scenario_") + name + ".txt");
        std::string const text = program::evaluate(file_of(name), {}, program::form::table, 0).text;
        if (std::getenv("TALLYWATT_APPROVE") != nullptr)
            std::ofstream(approved, std::ios::binary) << text;
        bool const same = program_test::text_of(approved) == text;
        CHECK_MESSAGE(same, "the output differs; if the new one is right, run scripts/approve");
    }
}

TEST_CASE("The quickstart's scenario gives the report that the quickstart in C++ gives, bit for bit") {
    // as examples/quickstart.cpp has it
    serving const service{
        .model = catalog::deepseek_r1,
        .weights = precision::fp8,
        .traffic = {.input = 3909.0 * token, .output = 1080.0 * token, .cached = fraction{0.563}},
        .targets = {.time_to_first_token = 2.0 * second, .time_per_output_token = 50.0 * millisecond},
        .stack = catalog::sglang_2025,
        .prices = {
            .input = of_input<money_per_token<>>{0.55 * (USD / megatoken)},
            .cached_input = of_cached_input<money_per_token<>>{0.14 * (USD / megatoken)},
            .output = of_output<money_per_token<>>{2.19 * (USD / megatoken)}}};
    scenario const s{.what = {
        .service = service,
        .cluster = {.server = catalog::hgx_h200, .network = catalog::infiniband_ndr},
        .site = {.cooling = catalog::direct_to_chip, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{100.0 * megawatt}},
        .supply = catalog::pjm_virginia,
        .chips = catalog::nvidia_2025}};
    report const in_code = program::evaluated(s);
    report const in_file = program::evaluated(program::scenario_in(program::load(file_of("quickstart")), "quickstart"));
    int numbers = 0;
    walk(
        [&](field_path const& path, field const&, auto const& x, auto const& y) {
            if constexpr (numeric_leaf<std::remove_cvref_t<decltype(x)>>) {
                ++numbers;
                if (number_in(x) != number_in(y))
                    FAIL_CHECK(path.text(), ": ", number_in(x), " and ", number_in(y));
            }
        },
        field_path{nullptr, ""}, in_code, in_file
    );
    CHECK(numbers > 100);
    CHECK(in_code.feasible() == in_file.feasible());
}

} // namespace
