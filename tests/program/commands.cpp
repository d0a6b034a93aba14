// What the commands print, and their exit codes.
#include "commands.hpp"
#include "run.hpp"

#include <tallywatt/io/json.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <vector>

namespace {
using program_test::run;

std::string const good = "examples/scenarios/quickstart.json";

std::vector<std::vector<std::string>> cells(std::string const& csv) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(csv);
    for (std::string line; std::getline(lines, line);) {
        rows.emplace_back();
        std::string cell;
        bool quoted = false; // no cell of these holds a quote of its own
        for (char const c : line + ',') {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                rows.back().push_back(std::move(cell)), cell.clear();
            else
                cell += c;
        }
    }
    return rows;
}

TEST_CASE("Exit codes: 0 done, 1 infeasible and --strict, 2 bad input") {
    CHECK(run("evaluate " + good + " --strict").code == 0);
    std::string const infeasible = "evaluate " + good + " --set 'service.targets.time_per_output_token=1 ms'";
    program_test::result const done = run(infeasible);
    CHECK(done.code == 0);
    CHECK(done.out.find("UNMET") != std::string::npos);
    program_test::result const strict = run(infeasible + " --strict");
    CHECK(strict.code == 1);
    CHECK(strict.out == done.out);
    CHECK(strict.err.empty());
    CHECK(run("--help").code == 0);
    CHECK(run("evaluate --help").code == 0);
}

TEST_CASE("A file on the standard input is read as one by name") {
    program_test::result const by_name = run("evaluate " + good);
    CHECK(by_name.code == 0);
    int const status = std::system(("'" TALLYWATT_PROGRAM "' evaluate - <" + good + " >'" + (program_test::scratch() / "in").string() + "'").c_str());
    CHECK(status == 0);
    CHECK(program_test::text_of(program_test::scratch() / "in") == by_name.out);
}

TEST_CASE("Table, JSON and CSV hold the same numbers") {
    std::string const csv = run("evaluate " + good + " --format csv").out;
    tallywatt::document const json = tallywatt::read_document(run("evaluate " + good + " --format json").out);
    auto const rows = cells(csv);
    REQUIRE(rows.size() > 100);
    CHECK(rows[0][0] == "line");
    int held = 0;
    for (auto const& row : rows) {
        if (row.size() < 4 || row[0].compare(0, 5, "unit.") != 0 || row[2].empty())
            continue;
        tallywatt::document const* const found = json.find("report")->find("unit")->find(row[0].substr(5));
        REQUIRE(found != nullptr);
        CHECK(found->find("unit")->text == row[2]);
        CHECK(found->find("value")->number == std::stod(row[3]));
        ++held;
    }
    CHECK(held >= 8);
    CHECK(json.find("feasible")->truth);
}

TEST_CASE("A sweep evaluates every combination, the first field slowest") {
    auto const rows = cells(run("sweep " + good + " --vary site.cooling=air_contained,direct_to_chip --vary finance.discount=4%:12%:3"
                                                  " --show unit.blended --show power.pue --format csv")
                                .out);
    REQUIRE(rows.size() == 7);
    CHECK(rows[0] == std::vector<std::string>{"site.cooling", "finance.discount", "unit.blended (USD/Mtok)", "power.pue"});
    CHECK(rows[1][0] == "air_contained");
    CHECK(rows[2][1] == "8%");
    CHECK(rows[6][1] == "12%");
    CHECK(std::stod(rows[1][3]) > std::stod(rows[4][3])); // air's PUE over liquid's
    CHECK(std::stod(rows[1][2]) < std::stod(rows[3][2])); // dearer money
    program_test::result const one = run("evaluate " + good + " --set finance.discount=8% --format csv");
    for (auto const& row : cells(one.out))
        if (row[0] == "unit.blended")
            CHECK(row[3] == rows[5][2]);
}

TEST_CASE("A sweep takes objects and quoted texts as values, and its table's columns have units of their size") {
    std::string const out =
        run("sweep " + good + " --vary 'service.traffic={\"input\": \"1000 tokens\", \"output\": \"500 tokens\"},chat' --vary 'title=\"a, b\"' --show capital.total --show unit.blended")
            .out;
    CHECK(out.find("\"1000 tokens\"") != std::string::npos);
    CHECK(out.find("GUSD") != std::string::npos);
    CHECK(std::count(out.begin(), out.end(), '\n') == 4);
}

TEST_CASE("A changed field may be an object, and its path as messages write it") {
    std::string const by_name = run("evaluate " + good + " --set site.cooling=air_contained").out;
    CHECK(run("evaluate " + good + " --set 'site.cooling={\"like\": \"air_contained\"}'").out == by_name);
    CHECK(run("evaluate " + good + " --set /site/cooling=air_contained").out == by_name);
    CHECK(run("evaluate " + good + " --format TABLE --set site.cooling=air_contained").out == by_name);
}

TEST_CASE("Without a range a break-even looks around the field's value") {
    auto const at = [](std::string const& rest) { return cells(run("break-even " + good + " --format csv --field " + rest).out); };
    auto const price = at("supply.energy_price --target 'unit.blended=0.36 USD/Mtok'");
    REQUIRE(price.size() == 2);
    CHECK(price[0][0] == "supply.energy_price (USD/kWh)");
    auto const given = at("supply.energy_price --range '0.01:0.5 USD/kWh' --target 'unit.blended=0.36 USD/Mtok'");
    REQUIRE(given.size() == 2);
    CHECK(std::stod(price[1][0]) == doctest::Approx(std::stod(given[1][0])).epsilon(1e-9));
    // of whole numbers the first on the other side
    auto const life = at("finance.it.life --target 'unit.blended=0.30 USD/Mtok'");
    REQUIRE(life.size() == 2);
    CHECK(life[1][0].find('.') == std::string::npos);
    double const years = std::stod(life[1][0]);
    auto const blended = [](double y) {
        for (auto const& row : cells(run("evaluate " + good + " --format csv --set finance.it.life=" + std::to_string(static_cast<int>(y))).out))
            if (row[0] == "unit.blended")
                return std::stod(row[3]);
        return 0.0;
    };
    CHECK(blended(years) < 0.30);
    CHECK(blended(years - 1.0) > 0.30);
    CHECK(run("break-even " + good + " --field finance.discount --range 2%:20% --target 'unit.blended=9 USD/Mtok' --strict").code == 1);
}

TEST_CASE("A break-even's value meets its target") {
    std::string const out =
        run("break-even " + good + " --field finance.discount --range 2%:20% --target 'unit.blended=0.35 USD/Mtok' --format csv").out;
    auto const rows = cells(out);
    REQUIRE(rows.size() == 2);
    CHECK(rows[1][2] == "crossing");
    auto const check = cells(run("evaluate " + good + " --format csv --set finance.discount=" + rows[1][0] + "%").out);
    for (auto const& row : check)
        if (row[0] == "unit.blended")
            CHECK(std::stod(row[3]) == doctest::Approx(0.35).epsilon(1e-9)); // 44 bits of the field
    program_test::result const none = run("break-even " + good + " --field finance.discount --range 2%:20% --target 'unit.blended=9 USD/Mtok'");
    CHECK(none.code == 0);
    CHECK(none.out.find("no value of finance.discount from 2% to 20%") != std::string::npos);
}

TEST_CASE("Scenarios compare line by line") {
    program_test::result const r = run("compare " + good + " examples/scenarios/air.json");
    CHECK(r.code == 0);
    CHECK(r.out.find("[1] DeepSeek-R1") != std::string::npos);
    CHECK(r.out.find("second over first") != std::string::npos);
    auto const rows = cells(run("compare " + good + " examples/scenarios/gas.json examples/scenarios/smr.json --format csv").out);
    CHECK(rows.size() > 100);
    tallywatt::document const json = tallywatt::read_document(run("compare " + good + " examples/scenarios/gas.json --format json").out);
    CHECK(json.items.size() == 2);
}

TEST_CASE("The catalog is listed and shown with sources") {
    for (char const* kind : {"accelerators", "models", "cooling", "sources", "grids", "climates", "servers", "stacks", "networks", "fabrics", "racks", "storage"}) {
        INFO(kind);
        CHECK(run(std::string("list ") + kind).code == 0);
    }
    CHECK(run("list grids").out.find("pjm_virginia") != std::string::npos);
    CHECK(run("list cooling").out.find("immersion_two_phase") != std::string::npos);
    program_test::result const h200 = run("show nvidia-h200-sxm");
    CHECK(h200.code == 0);
    CHECK(h200.out.find("h200 (accelerator): NVIDIA H200") == 0);
    CHECK(h200.out.find("memory_bandwidth") != std::string::npos);
    CHECK(h200.out.find("4.8 TB/s") != std::string::npos);
    tallywatt::document const json = tallywatt::read_document(run("show pjm_virginia --format json").out);
    CHECK(json.find("value")->find("name")->text == "PJM, Virginia");
    CHECK_FALSE(json.find("sources")->members.empty());
    tallywatt::document const schema = tallywatt::read_document(run("schema").out);
    CHECK(schema.find("$schema")->text == "https://json-schema.org/draft/2020-12/schema");
}

} // namespace
