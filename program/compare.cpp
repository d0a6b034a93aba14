#include "commands.hpp"

#include <tallywatt/io/compare.hpp>
#include <tallywatt/io/csv.hpp>
#include <tallywatt/io/json_report.hpp>
#include <tallywatt/io/json_scenario.hpp>
#include <tallywatt/io/report.hpp>

namespace program {

using namespace tallywatt;

namespace {
attribution why(scenario const& a, scenario const& b, metric const& m, std::string const& file) {
    try {
        return attribute(a.what, b.what, m);
    } catch (invalid_input const& e) {
        throw bad_input(file + ": what drives the difference cannot be told: " + e.what());
    }
}
} // namespace

output compare(std::vector<std::string> const& files, std::string const& line, form f) {
    output o;
    try {
        static_cast<void>(metric(line));
    } catch (invalid_input const& e) {
        throw bad_input("--why " + line + ": " + e.what());
    }
    std::vector<scenario> scenarios;
    std::vector<std::pair<std::string, report>> reports;
    for (std::string const& file : files) {
        scenarios.push_back(scenario_in(load(file), file));
        reports.emplace_back(title_of(scenarios.back(), file), report_of(scenarios.back(), file));
        o.feasible = o.feasible && reports.back().second.feasible();
    }
    if (f == form::csv)
        o.text = report_csv(reports);
    else if (f == form::json) {
        o.text = "[\n  ";
        for (std::size_t i = 0; i < reports.size(); ++i)
            o.text += (i > 0 ? ",\n  " : "") + report_json(reports[i].first, reports[i].second, 1);
        o.text += "\n]\n";
    } else {
        comparison table;
        for (std::size_t i = 0; i < reports.size(); ++i) {
            std::string const column = '[' + std::to_string(i + 1) + ']';
            o.text += fmt::format("  {} {}\n", column, reports[i].first);
            table.columns.emplace_back(column, reports[i].second);
        }
        o.text += fmt::format("\n{}", table);
        if (scenarios.size() == 2)
            o.text += fmt::format("{}", explained(why(scenarios[0], scenarios[1], metric(line), files[1]), metric(line)));
    }
    return o;
}

} // namespace program
