#include "report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace validation {

char const* name_of(calibration_mode m) {
    return m == calibration_mode::off ? "off" : m == calibration_mode::on ? "on" : "loo";
}

void sort_worst_first(std::vector<row>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](row const& a, row const& b) {
        if (a.modelled != b.modelled) return a.modelled;
        return a.modelled && std::abs(a.error()) > std::abs(b.error());
    });
}

namespace {

class printer {
public:
    template <class... X>
    void operator()(fmt::format_string<X const&...> format, X const&... x) {
        fmt::format_to(std::back_inserter(text), format, x...);
    }
    std::string text{};
};

constexpr char const* statistics_format = "{:<24} {:>5} {:>5} {:>8} {:>8} {:>8} {:>8} {:>8} | {:>8} {:>8} {:>8} | {:>6} {:>6}\n";

void heading(printer& out, char const* first) {
    out.text += fmt::format(fmt::runtime(statistics_format), first, "rows", "cases", "mean", "median", "p90", "worst", "bias", "c.median", "c.p90", "p90.c.m",
                            "book.", "not m.");
}

void line(printer& out, std::string const& name, statistics const& s) {
    auto const percent = [&](double x) { return s.rows > 0 ? fmt::format("{:.1f}%", 100.0 * x) : std::string("-"); };
    out.text += fmt::format(fmt::runtime(statistics_format), name, s.rows, s.cases, percent(s.mean), percent(s.median), percent(s.p90), percent(s.worst),
                            s.rows > 0 ? fmt::format("{:+.1f}%", 100.0 * s.bias) : "-", percent(s.case_median), percent(s.case_p90), percent(s.p90_of_cases),
                            s.bookkeeping, s.not_modelled);
}

void print_rows(printer& out, std::vector<row> const& rows) {
    std::vector<std::string> texts;  // assumptions, by number
    out("{:<44} {:<30} {:>12} {:>12} {:>9}  {} {:<9} {}\n", "row", "quantity", "published", "predicted", "error", "rank", "unit", "assumes");
    for (auto const& r : rows) {
        std::string numbers;
        for (auto const& a : r.assumptions) {
            auto const found = std::find(texts.begin(), texts.end(), a);
            numbers += fmt::format("{}{}", numbers.empty() ? "" : " ", found - texts.begin() + 1);
            if (found == texts.end()) texts.push_back(a);
        }
        if (r.modelled)
            out("{:<44} {:<30} {:>12.5g} {:>12.5g} {:>8.1f}%  {}    {:<9} {}{}\n", r.id, r.quantity, r.published, r.predicted, 100.0 * r.error(), r.rank, r.unit,
                numbers, r.within_limits() ? "" : "  BEYOND ITS LIMIT");
        else
            out("{:<44} {:<30} {:>12.5g} {:>12} {:>9}  {}    {:<9} not modelled: {}\n", r.id, r.quantity, r.published, "-", "-", r.rank, r.unit, r.reason);
    }
    if (!texts.empty()) out("\nassumptions\n");
    for (std::size_t i = 0; i < texts.size(); ++i) out("{:>4}  {}\n", i + 1, texts[i]);
    out("\n");
}

}  // namespace

std::string as_table(std::vector<row> rows, calibration_mode mode, bool summary_only) {
    printer out;
    auto const s = summarise(rows);
    sort_worst_first(rows);
    if (!summary_only) print_rows(out, rows);
    out("calibration {}; {} rows: {} predicted, {} bookkeeping, {} by another method, {} not modelled; {} beyond what physics allows\n", name_of(mode), s.rows,
        s.rows - s.not_modelled - s.bookkeeping.rows - s.other_method, s.bookkeeping.rows, s.other_method, s.not_modelled, s.beyond_limits);
    out("mean, median, p90 and worst are of absolute relative errors over predicted rows; c.median and c.p90 are medians over cases of each case's\n"
        "median and 90th percentile, p90.c.m the 90th percentile of the cases' medians\n\n");
    heading(out, "kind");
    for (auto const& g : s.by_kind) line(out, g.kind, g.of_rows);
    statistics books = s.bookkeeping;
    books.bookkeeping = 0;
    line(out, "bookkeeping", books);
    out("\n");
    heading(out, "rank");
    for (auto const& g : s.by_rank) line(out, g.rank, g.of_rows);
    out("\n");
    heading(out, "kind and rank");
    for (auto const& g : s.by_kind_and_rank) line(out, g.kind + ' ' + g.rank, g.of_rows);
    out("\n");
    heading(out, "kind and split");
    for (auto const& g : s.by_split) line(out, g.kind + ' ' + g.apart, g.of_rows);
    out("\n");
    heading(out, "case");
    for (auto const& g : s.by_case)
        if (g.rank != "R") line(out, g.of.substr(0, 15) + (g.of.size() > 15 ? "~" : "") + ' ' + g.kind.substr(0, 7), g.of_rows);
    out("\npairs of a case and quantity published more than a tenth apart, in the right order\n");
    for (auto const& o : s.orderings) out("  {:<9}{:<38}{:>7} of {:<7}{:>6.1f} %\n", o.kind, o.of, o.right, o.pairs, 100.0 * o.right / o.pairs);
    out("\nranks changed by the rule of validation/data/README.md\n");
    for (auto const& c : rank_changes()) out("  {:<42} to {}: {}\n", place_of(c), c.rank, c.reason);
    return out.text;
}

std::string place_of(rank_change const& c) {
    if (c.to_row == every_row) return c.of;
    return c.from_row == c.to_row ? fmt::format("{}#{}", c.of, c.from_row) : fmt::format("{}#{} to #{}", c.of, c.from_row, c.to_row);
}

}  // namespace validation
