#include "commands.hpp"

#include <tallywatt/catalog/ledger.hpp>
#include <tallywatt/io/csv.hpp>
#include <tallywatt/io/json_report.hpp>
#include <tallywatt/io/json_scenario.hpp>
#include <tallywatt/io/report.hpp>
#include <tallywatt/tco/any_deployment.hpp>
#include <tallywatt/tco/evaluate.hpp>

namespace program {

using namespace tallywatt;

report evaluated(scenario const& s) { return tallywatt::evaluate(s.what); }

report report_of(scenario const& s, std::string const& file) {
    try {
        report const r = evaluated(s);
        // inputs within their ranges may still be of sizes that no double multiplies
        for (report_row const& row : report_rows(r)) {
            bool const may_be_endless = row.unit == "s" || row.path.compare(0, 7, "limits.") == 0; // no payback, nothing allowed
            bool const finite = row.value * 0.0 == 0.0;
            if (!row.is_text && !finite && !(may_be_endless && row.value > 0.0))
                throw bad_input(file + ": inputs of such sizes give no number for " + row.path);
        }
        return r;
    } catch (invalid_input const& e) {
        throw bad_input(file + ": " + as_pointer(e.path()) + std::string(e.what()).substr(e.path().size()));
    }
}

void change(document& d, std::string const& field, std::string const& value, std::string const& where) {
    try {
        set_at(d, field, value_of_text(value));
    } catch (invalid_input const& e) {
        throw bad_input(where + ": " + e.what());
    }
}

output evaluate(std::string const& file, std::vector<std::string> const& set, form f, int ledger) {
    document d = load(file);
    for (std::string const& one : set) {
        std::size_t const equals = one.find('=');
        if (equals == std::string::npos)
            throw bad_input("--set " + one + ": a field and its value are wanted: --set \"site.it_capacity=60 MW\"");
        change(d, one.substr(0, equals), one.substr(equals + 1), "--set " + one);
    }
    scenario const s = scenario_in(d, file);
    report const r = report_of(s, file);
    std::string const title = title_of(s, file);
    output o{{}, r.feasible()};
    switch (f) {
        case form::table:
            o.text = fmt::format("{}\n{}", title, r);
            if (ledger > 0) {
                auto const all = ledger_of(s.what, catalog::registry);
                o.text += fmt::format("{}", ledger > 1 ? all : all.in_brief());
            }
            break;
        case form::json: o.text = report_json(title, r) + '\n'; break;
        case form::csv: o.text = report_csv({{title, r}}); break;
    }
    return o;
}

} // namespace program
