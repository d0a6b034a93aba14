#include "commands.hpp"

#include <tallywatt/explore/break_even.hpp>
#include <tallywatt/io/csv.hpp>
#include <tallywatt/io/json_report.hpp>
#include <tallywatt/io/json_scenario.hpp>
#include <tallywatt/io/report.hpp>

namespace program {

using namespace tallywatt;

namespace {

/// The number and the unit of "0.30 USD/Mtok".
std::pair<double, std::string> number_and_unit(std::string const& text, std::string const& option) {
    std::string_view rest = text;
    auto const x = tallywatt::detail::leading_number(rest);
    if (!x || !(*x * 0.0 == 0.0))
        throw bad_input(option + ": \"" + text + "\" is not a number with its unit");
    return {*x, std::string(rest)};
}

/// The line's value at one value of the field.
class trial {
public:
    trial(document base, std::string file, std::string field, std::string unit, std::string metric)
        : base_(std::move(base)), file_(std::move(file)), field_(std::move(field)), unit_(std::move(unit)), metric_(std::move(metric)) {}

    [[nodiscard]] report_row at(double x) const {
        document d = base_;
        set_at(d, field_, value_of_text(tallywatt::detail::shortest(x) + unit_));
        return line(scenario_of(d));
    }
    [[nodiscard]] report_row line(scenario const& s) const {
        std::vector<report_row> const rows = report_rows(evaluated(s));
        report_row const* const r = find_row(rows, metric_);
        if (r != nullptr && !r->is_text)
            return *r;
        std::vector<std::string_view> names;
        for (report_row const& known : rows)
            if (!known.is_text)
                names.push_back(known.path);
        throw bad_input("no number of the report is called \"" + metric_ + '"' + tallywatt::detail::near_text(metric_, names, "the lines are"));
    }
    [[nodiscard]] std::string text(double x) const {
        std::string t = fmt::format("{:.6g}{}", x, unit_);
        return t;
    }

private:
    document base_;
    std::string file_, field_, unit_, metric_;
};

} // namespace

output break_even(break_even_question const& q, form f) {
    std::size_t const colon = q.range.find(':');
    if (colon == std::string::npos)
        throw bad_input("--range " + q.range + ": low:high is wanted, both ends in one unit: 2%:20%");
    auto const [low, low_unit] = number_and_unit(q.range.substr(0, colon), "--range " + q.range);
    auto const [high, high_unit] = number_and_unit(q.range.substr(colon + 1), "--range " + q.range);
    if ((low_unit != high_unit && !low_unit.empty()) || !(low < high))
        throw bad_input("--range " + q.range + ": low:high is wanted, both ends in one unit: 2%:20%");
    if (q.target.empty() == q.against.empty())
        throw bad_input("break-even: one of --target \"unit.blended=0.30 USD/Mtok\" and --against FILE is wanted");

    std::string metric = q.metric, wanted;
    if (!q.target.empty()) {
        std::size_t const equals = q.target.find('=');
        if (equals == std::string::npos)
            throw bad_input("--target " + q.target + ": a line and its value are wanted: \"unit.blended=0.30 USD/Mtok\"");
        metric = q.target.substr(0, equals), wanted = q.target.substr(equals + 1);
    }
    trial const of(load(q.file), q.file, q.field, high_unit, metric);
    report_row first;
    try {
        first = of.at(high);
    } catch (invalid_input const& e) {
        throw bad_input(q.file + " with " + q.field + '=' + of.text(high) + ": " + as_pointer(e.path()) + std::string(e.what()).substr(e.path().size()));
    }
    double target = 0.0;
    if (!q.against.empty())
        target = of.line(scenario_in(load(q.against), q.against)).value;
    else {
        auto const [x, unit] = number_and_unit(wanted, "--target " + q.target);
        target = x;
        std::string_view name = unit;
        while (!name.empty() && name.front() == ' ')
            name.remove_prefix(1);
        if (!name.empty() && name != first.unit) { // another unit of the same dimension
            auto const ours = tallywatt::detail::unit_reader(first.unit).read(), theirs = tallywatt::detail::unit_reader(name).read();
            if (!ours || !theirs || ours->dimension != theirs->dimension)
                throw bad_input("--target " + q.target + ": " + metric + " is in " + (first.unit.empty() ? "plain numbers" : first.unit));
            target = theirs->of(x) / ours->of(1.0);
        }
    }

    break_even_result const r = find_crossings([&](double x) { return of.at(x).value - target; }, {.low = low, .high = high});
    output o;
    o.feasible = !r.crossings.empty();
    std::string const goal = fmt::format("{} = {:.6g}{}{}", metric, target, first.unit.empty() ? "" : " ", first.unit);
    if (f == form::csv) {
        o.text = csv_cell(q.field) + (high_unit.empty() ? "" : " (" + high_unit + ')') + ',' + csv_cell(metric) + " (" + first.unit + "),kind\n";
        for (crossing const& c : r.crossings)
            o.text += csv_number(c.at) + ',' + csv_number(c.is_jump ? c.before + target : target) + ',' + (c.is_jump ? "jump" : "crossing") + '\n';
        return o;
    }
    if (f == form::json) {
        o.text = "{\"field\": ";
        tallywatt::detail::append_quoted(o.text, q.field);
        o.text += ", \"line\": ";
        tallywatt::detail::append_quoted(o.text, metric);
        o.text += ", \"target\": " + tallywatt::detail::json_number(target) + ", \"unit\": ";
        tallywatt::detail::append_quoted(o.text, first.unit);
        o.text += ", \"crossings\": [";
        for (std::size_t i = 0; i < r.crossings.size(); ++i) {
            o.text += i > 0 ? ", {\"at\": " : "{\"at\": ";
            tallywatt::detail::append_quoted(o.text, of.text(r.crossings[i].at));
            o.text += std::string(", \"jump\": ") + (r.crossings[i].is_jump ? "true" : "false") + '}';
        }
        o.text += "]}\n";
        return o;
    }
    for (crossing const& c : r.crossings) {
        o.text += fmt::format("  {} = {}", q.field, of.text(c.at));
        o.text += c.is_jump ? fmt::format(": {} steps from {:.6g} to {:.6g} {}", metric, target + c.before, target + c.after, first.unit) : ": " + goal;
        o.text += '\n';
    }
    if (r.crossings.empty()) {
        o.text = fmt::format("  no value of {} from {} to {} gives {}\n", q.field, of.text(low), of.text(high), goal);
        if (!r.scanned.empty()) {
            auto const [x0, y0] = r.scanned.front();
            auto const [x1, y1] = r.scanned.back();
            o.text += fmt::format("  at {}: {:.6g}; at {}: {:.6g} {}\n", of.text(x0), y0 + target, of.text(x1), y1 + target, first.unit);
        }
    }
    return o;
}

} // namespace program
