#include "commands.hpp"

#include <tallywatt/explore/break_even.hpp>
#include <tallywatt/io/csv.hpp>
#include <tallywatt/io/json_report.hpp>
#include <tallywatt/io/json_scenario.hpp>
#include <tallywatt/io/report.hpp>

#include <algorithm>
#include <cmath>

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
    trial(document base, std::string field, std::string unit, bool whole, std::string metric)
        : base_(std::move(base)), field_(std::move(field)), unit_(std::move(unit)), metric_(std::move(metric)), whole_(whole) {}

    [[nodiscard]] report_row at(double x) const {
        document d = base_;
        set_at(d, field_, value_of_text(tallywatt::detail::shortest(whole_ ? std::round(x) : x) + unit_));
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
        return whole_ ? fmt::format("{:.0f}{}", std::round(x), unit_) : fmt::format("{:.6g}{}", x, unit_);
    }
    [[nodiscard]] bool whole() const { return whole_; }

private:
    document base_;
    std::string field_, unit_, metric_;
    bool whole_;
};

/// A field of a scenario as it is; no shape where there is none.
struct number_field {
    shape const* of = nullptr;
    void const* at = nullptr;
    bounds allowed{};
    [[nodiscard]] bool is_number() const { return of != nullptr && (of->what == shape_kind::number || of->what == shape_kind::integer); }
};

number_field find_number(shape const& root, void const* object, std::string const& path) {
    number_field f{&root, object, {}};
    auto const enter = [&] { // what a variant holds
        while (f.of != nullptr && f.of->what == shape_kind::variant) {
            shape::alternative const& a = f.of->alternatives[f.of->index(f.at)];
            f.at = a.of == nullptr ? nullptr : f.of->held(f.at);
            f.of = a.of == nullptr ? nullptr : &a.of();
        }
    };
    std::string key;
    for (std::size_t i = 0; i <= path.size(); ++i) {
        char const c = i < path.size() ? path[i] : '.';
        if (c != '.' && c != '/' && c != '[' && c != ']') {
            key += c;
            continue;
        }
        if (key.empty())
            continue;
        enter();
        if (f.of == nullptr)
            return {};
        if (f.of->what == shape_kind::list) { // elements by number
            if (key.size() > 5 || key.find_first_not_of("0123456789") != std::string::npos || std::stoul(key) >= f.of->used(f.at))
                return {};
            f.at = f.of->at(f.at, std::stoul(key)), f.of = &f.of->element();
        } else {
            shape::member const* const m = f.of->find(key);
            if (m == nullptr)
                return {};
            f = {&m->of(), m->in(f.at), m->about.allowed};
        }
        key.clear();
    }
    enter();
    return f;
}

struct search {
    double low = 0.0, high = 0.0;
    std::string unit{};
    bool logarithmic = false;
};

/// From a tenth to ten times the value that a field has, where it may be so; temperatures 30 K up and down.
search around(number_field const& f, std::string const& field) {
    bool const whole = f.of->what == shape_kind::integer;
    bounds const allowed = tallywatt::detail::both(f.allowed, f.of->allowed);
    double const base = whole ? static_cast<double>(f.of->get_integer(f.at))
                        : f.of->ranged ? static_cast<estimate const*>(f.at)->likely : *static_cast<double const*>(f.at);
    search s;
    if (f.of->style == number_style::temperature && !whole) {
        double const low = std::max(base - 30.0, allowed.low), high = std::min(base + 30.0, allowed.high);
        s = {low - 273.15, high - 273.15, " degC", false};
    } else if (base > 0.0) {
        unit_symbol const u = f.of->style == number_style::quantity && !whole ? fitting_unit(base, f.of->units) : unit_symbol{"", 1.0};
        double const low = std::max(base / 10.0, allowed.low), high = std::min(base * 10.0, allowed.high);
        s = {low / u.scale, high / u.scale, u.text[0] == '\0' ? "" : ' ' + std::string(u.text), true};
        if (whole)
            s.low = std::ceil(s.low), s.high = std::floor(s.high);
    }
    if (!(s.low < s.high))
        throw bad_input("break-even: " + field + " is " + tallywatt::detail::value_text(base, *f.of) + "; values to look among are wanted: --range low:high");
    return s;
}

} // namespace

output break_even(break_even_question const& q, form f) {
    search in;
    if (!q.range.empty()) {
        std::string const option = "--range " + q.range, wanted_range = option + ": low:high is wanted, both ends in one unit: 2%:20%";
        std::size_t const colon = q.range.find(':');
        if (colon == std::string::npos)
            throw bad_input(wanted_range);
        auto const [low, low_unit] = number_and_unit(q.range.substr(0, colon), option);
        auto const [high, high_unit] = number_and_unit(q.range.substr(colon + 1), option);
        if ((low_unit != high_unit && !low_unit.empty()) || !(low < high))
            throw bad_input(wanted_range);
        in = {low, high, high_unit, false};
    }
    if (q.target.empty() == q.against.empty())
        throw bad_input("break-even: one of --target \"unit.blended=0.30 USD/Mtok\" and --against FILE is wanted");

    std::string metric = q.metric, wanted;
    if (!q.target.empty()) {
        std::size_t const equals = q.target.find('=');
        if (equals == std::string::npos)
            throw bad_input("--target " + q.target + ": a line and its value are wanted: \"unit.blended=0.30 USD/Mtok\"");
        metric = q.target.substr(0, equals), wanted = q.target.substr(equals + 1);
    }
    document const base = load(q.file);
    number_field found;
    scenario tried; // holds the field that is found
    if (q.range.empty()) {
        tried = scenario_in(base, q.file);
        found = find_number(shape_of<scenario_deployment>(), &tried.what, q.field);
        if (found.of == nullptr) { // the reader says what is wrong with the path, where it is no field at all
            document d = base;
            change(d, q.field, "{}", "--field " + q.field);
            static_cast<void>(scenario_in(d, q.file));
        }
        if (!found.is_number())
            throw bad_input("--field " + q.field + ": is no number");
        in = around(found, q.field);
    } else {
        document d = base;
        std::string const value = tallywatt::detail::shortest(in.high) + in.unit, where = q.file + " with " + q.field + '=' + value;
        change(d, q.field, value, where);
        tried = scenario_in(d, where);
        found = find_number(shape_of<scenario_deployment>(), &tried.what, q.field);
        if (!found.is_number())
            throw bad_input("--field " + q.field + ": is no number");
    }
    trial const of(base, q.field, in.unit, found.of->what == shape_kind::integer, metric);
    report_row first;
    try {
        first = of.at(in.high);
    } catch (invalid_input const& e) {
        throw bad_input(q.file + " with " + q.field + '=' + of.text(in.high) + ": " + as_pointer(e.path()) + std::string(e.what()).substr(e.path().size()));
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

    break_even_result const r = find_crossings([&](double x) { return of.at(x).value - target; }, {.low = in.low, .high = in.high, .logarithmic = in.logarithmic});
    output o;
    o.feasible = !r.crossings.empty();
    std::string const unit_text = first.unit.empty() ? "" : ' ' + first.unit;
    std::string const goal = fmt::format("{} = {:.6g}{}", metric, target, unit_text);
    if (f == form::csv) {
        std::string const unit = in.unit.substr(std::min(in.unit.find_first_not_of(' '), in.unit.size()));
        o.text = csv_cell(q.field) + (unit.empty() ? "" : " (" + unit + ')') + ',' + csv_cell(metric) + (first.unit.empty() ? "" : " (" + first.unit + ')') + ",kind\n";
        for (crossing const& c : r.crossings)
            o.text += csv_number(of.whole() ? std::round(c.high) : c.at) + ',' + csv_number(c.is_jump ? c.before + target : target) + ',' + (c.is_jump ? "jump" : "crossing") + '\n';
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
            tallywatt::detail::append_quoted(o.text, of.text(of.whole() ? r.crossings[i].high : r.crossings[i].at));
            o.text += std::string(", \"jump\": ") + (r.crossings[i].is_jump ? "true" : "false") + '}';
        }
        o.text += "]}\n";
        return o;
    }
    for (crossing const& c : r.crossings) {
        o.text += fmt::format("  {} = {}", q.field, of.text(of.whole() ? c.high : c.at));
        o.text += c.is_jump ? fmt::format(": {} steps from {:.6g} to {:.6g}{}", metric, target + c.before, target + c.after, unit_text) : ": " + goal;
        o.text += '\n';
    }
    if (r.crossings.empty()) {
        o.text = fmt::format("  no value of {} from {} to {} gives {}\n", q.field, of.text(in.low), of.text(in.high), goal);
        if (!r.scanned.empty()) {
            auto const [x0, y0] = r.scanned.front();
            auto const [x1, y1] = r.scanned.back();
            o.text += fmt::format("  at {}: {:.6g}{}; at {}: {:.6g}{}\n", of.text(x0), y0 + target, unit_text, of.text(x1), y1 + target, unit_text);
        }
    }
    return o;
}

} // namespace program
