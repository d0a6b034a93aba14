#include "claims.hpp"
#include "report.hpp"
#include "split.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace validation {

namespace {

constexpr int worst_shown = 12;

std::string percent(double x) { return fmt::format("{:.1f} %", 100.0 * x); }
std::string signed_percent(double x) { return fmt::format("{:+.1f} %", 100.0 * x); }

class page {
public:
    template <class... X>
    void operator()(fmt::format_string<X const&...> format, X const&... x) {
        fmt::format_to(std::back_inserter(text), format, x...);
    }
    void heading(char const* first) {
        (*this)("| {} | rows | cases | mean | median | p90 | worst | bias | case median | case p90 | bookkeeping | not modelled |\n", first);
        text += "|---|---|---|---|---|---|---|---|---|---|---|---|\n";
    }
    void line(std::string const& name, statistics const& s) {
        auto const p = [&](double x) { return s.rows > 0 ? percent(x) : std::string(); };
        (*this)("| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |\n", name, s.rows, s.cases, p(s.mean), p(s.median), p(s.p90), p(s.worst),
                s.rows > 0 ? signed_percent(s.bias) : "", p(s.case_median), p(s.case_p90), s.bookkeeping, s.not_modelled);
    }
    std::string text{};
};

void worst_of(page& out, kind k, std::vector<row> const& sorted) {
    std::vector<row const*> shown;
    for (auto const& r : sorted)
        if (r.what == k && r.modelled && !r.bookkeeping && !r.other_method && (r.rank != 'R' || k == kind::silicon)) shown.push_back(&r);
    if (shown.empty()) return;
    out("\n### {}\n\n| row | quantity | published | predicted | error | rank |\n|---|---|---|---|---|---|\n", name_of(k));
    for (std::size_t i = 0; i < shown.size() && i < worst_shown; ++i) {
        row const& r = *shown[i];
        out("| {} | {}{} | {:.4g} | {:.4g} | {} | {} |\n", r.id, r.quantity, r.unit.empty() ? "" : ", " + r.unit, r.published, r.predicted,
            signed_percent(r.error()), r.rank);
    }
}

// Rows that constants may be fitted to, and rows that they may not.
void splits(page& out, summary const& off, summary const& on) {
    out("\n## Open and held out\n\nBy the rules of the data (`split_rules` in `validation/data/measured.json`): constants may be fitted to open rows only; held rows are scored and "
        "never\nfitted to; what no rule names is neither. A row that one rule opens and another holds is held (the FSDP tables are ZeRO-3).\n\n");
    out("| kind | split | rows | cases | off: case median | off: case p90 | off: bias | on: case median | on: case p90 | on: bias |\n|---|---|---|---|---|---|---|---|---|---|\n");
    for (std::size_t i = 0; i < off.by_split.size(); ++i) {
        auto const &g = off.by_split[i], &h = on.by_split[i];
        auto const &a = g.of_rows, &b = h.of_rows;
        if (a.rows == 0) continue;
        out("| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |\n", g.kind, g.apart, a.rows, a.cases, percent(a.case_median), percent(a.case_p90), signed_percent(a.bias), percent(b.case_median),
            percent(b.case_p90), signed_percent(b.bias));
    }
}

void calibrations(page& out, summary const& off, summary const& on, summary const& left_out, library_of_cases const& cases) {
    out("\n## Calibration\n\nOff by default: every table but those of this section is without it. At most three constants for each generation, factors on the library's own values that may "
        "not\nleave the catalog's range. They are fitted to open rows of rank A and B whose layout is published (not to whole runs' hours), by coordinate search for the least median "
        "over cases\nof each case's median error. *Left out*: each case is predicted with constants fitted without it. A generation without two such cases has no constants (CDNA 3: "
        "its open rows'\nlayouts are not published; TPU: its case is in no list).\n\n");
    out("| generation | constant | factor | range | source |\n|---|---|---|---|---|\n");
    for (auto const& c : fit(cases, "").constants) out("| {} | {} | {:.2f} | {:.2f} to {:.2f} | {} |\n", c.generation, c.name, c.factor, c.low, c.high, c.source);
    out("\n| kind | off: case median | off: case p90 | on: case median | on: case p90 | left out: case median | left out: case p90 |\n|---|---|---|---|---|---|---|\n");
    for (std::size_t i = 0; i < off.by_kind.size(); ++i) {
        auto const &a = off.by_kind[i].of_rows, &b = on.by_kind[i].of_rows, &c = left_out.by_kind[i].of_rows;
        if (a.rows == 0) continue;
        out("| {} | {} | {} | {} | {} | {} | {} |\n", off.by_kind[i].kind, percent(a.case_median), percent(a.case_p90), percent(b.case_median), percent(b.case_p90), percent(c.case_median),
            percent(c.case_p90));
    }
    out("\nCases whose predictions depend on the constants:\n\n| case | kind | off: median | off: bias | on: median | on: bias | left out: median | left out: bias |\n|---|---|---|---|---|---|---|---|\n");
    for (std::size_t i = 0; i < off.by_case.size(); ++i) {
        auto const &a = off.by_case[i].of_rows, &b = on.by_case[i].of_rows, &c = left_out.by_case[i].of_rows;
        if (a.rows == 0 || (a.mean == b.mean && a.mean == c.mean) || off.by_case[i].rank == "R") continue;
        out("| {} | {} | {} | {} | {} | {} | {} | {} |\n", off.by_case[i].of, off.by_case[i].kind, percent(a.median), signed_percent(a.bias), percent(b.median), signed_percent(b.bias),
            percent(c.median), signed_percent(c.bias));
    }
}

// Figures of another method than ours: printed with the reason, in no statistics.
void other_methods(page& out, std::vector<row> const& rows) {
    out("\n## By another method\n\nFigures that follow here from another method than the source's: they enter no statistics. calculon's operations, volumes and memory are in rank R "
        "above (training, R);\nits times are predictions, not measurements.\n\n| case | quantity | there | here | difference | why |\n|---|---|---|---|---|---|\n");
    for (auto const& r : rows) {
        if (!r.modelled || !r.other_method) continue;
        auto const why = std::find_if(r.assumptions.begin(), r.assumptions.end(), [](std::string const& a) { return a.rfind("other method: ", 0) == 0; });
        out("| {} | {}, {} | {:.4g} | {:.4g} | {} | {} |\n", r.of, r.quantity, r.unit, r.published, r.predicted, signed_percent(r.error()), why->substr(14));
    }
}

void claims(page& out, library_of_cases const& cases) {
    out("\n## Claims\n\nPublic claims of the data, each computed again from the figures that its published check names (`--claims`); what planned runs make of them is in "
        "`examples/train_frontier.cpp`.\n\n| id | claim | computed (published check) | verdict |\n|---|---|---|---|\n");
    for (auto const& c : check_claims(cases)) {
        std::string numbers;
        for (auto const& n : c.numbers) numbers += fmt::format("{}{}: {:.4g} ({:.4g}){}{}", numbers.empty() ? "" : "; ", n.name, n.computed, n.published, n.unit.empty() ? "" : " ", n.unit);
        out("| {} | {} | {} | {} |\n", c.id, c.claim, numbers, c.verdict);
    }
}

}  // namespace

std::string as_page(std::vector<row> const& off, std::vector<row> const& on, std::vector<row> const& left_out, library_of_cases const& cases) {
    page out;
    auto const s = summarise(off);
    out("# Validation\n\n");
    out("Written by `tallywatt_validate --page`; a test fails when it is stale, and the target `update_docs` writes it anew. The program predicts every row "
        "of\nthe data in `validation/data` and prints all of them, worst first; this page is its summary.\n\n");
    out("{} rows of {} cases: {} predicted, {} bookkeeping, {} by another method, {} not modelled. {} predictions are better than the data sheet's rates allow.\n\n", s.rows,
        cases.measured.size() + cases.fabric.size() + cases.calculon.size() + cases.reference.size(), s.rows - s.not_modelled - s.bookkeeping.rows - s.other_method, s.bookkeeping.rows, s.other_method,
        s.not_modelled, s.beyond_limits);
    out("- Inputs are what the source published. What it did not publish is set by one table (`validation/assumptions.cpp`), keyed by the source and its "
        "software's\n  year, or by the planner's fastest legal choice; never per row. Each row prints what it assumes.\n"
        "- Errors are predicted over published, less one; mean, median, 90th percentile and worst are of absolute errors.\n"
        "- A case counts as one however many rows it has: *case median* and *case p90* are medians over cases of each case's median and 90th percentile.\n"
        "- Bookkeeping rows follow from other published figures (hours times a wattage, tokens times a price). They check boundaries and units, not a "
        "model, and\n  enter no other line.\n"
        "- Rank A: inputs complete and output measured; B: an input is missing or the output is estimated; C: indicative; R: closed forms and other "
        "programs' outputs,\n  which enter no kind but silicon.\n\n## By kind\n\n");
    out.heading("kind");
    for (auto const& g : s.by_kind) out.line(g.kind, g.of_rows);
    statistics books = s.bookkeeping;
    books.bookkeeping = 0;
    out.line("bookkeeping", books);
    out("\n## By rank\n\n");
    out.heading("rank");
    for (auto const& g : s.by_rank) out.line(g.rank, g.of_rows);
    for (auto const& g : s.by_kind_and_rank) out.line(g.kind + ", " + g.rank, g.of_rows);
    out("\n## Order\n\nPairs of rows of one case and quantity whose published figures lie more than a tenth apart (they differ in system, layout, batch or model), "
        "and how many of\nthem the predictions put in the same order.\n\n| kind | case | pairs | right |\n|---|---|---|---|\n");
    for (auto const& o : s.orderings) out("| {} | {} | {} | {} |\n", o.kind, o.of.empty() ? "all" : o.of, o.pairs, percent(static_cast<double>(o.right) / o.pairs));

    auto const fitted = summarise(on), without = summarise(left_out);
    splits(out, s, fitted);
    calibrations(out, s, fitted, without, cases);
    out("\n## By case\n\n| case | kind | rank | rows | median | p90 | worst | bias | bookkeeping | not modelled |\n|---|---|---|---|---|---|---|---|---|---|\n");
    for (auto const& g : s.by_case) {
        auto const& x = g.of_rows;
        if (g.rank == "R") continue;
        auto const p = [&](double value) { return x.rows > 0 ? percent(value) : std::string(); };
        out("| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |\n", g.of, g.kind, g.rank, x.rows, p(x.median), p(x.p90), p(x.worst),
            x.rows > 0 ? signed_percent(x.bias) : "", x.bookkeeping, x.not_modelled);
    }

    out("\n## The worst rows\n");
    std::vector<row> sorted = off;
    sort_worst_first(sorted);
    for (kind const k : all_kinds) worst_of(out, k, sorted);

    other_methods(out, off);
    claims(out, cases);

    out("\n## What the model lacks\n\n| case | kind | mechanism |\n|---|---|---|\n");
    for (auto const& g : known_gaps()) out("| {} | {} | {} |\n", g.of, name_of(g.what), g.text);

    out("\n## Ranks changed\n\nBy the rule above, before anything is scored.\n\n| rows | rank | reason |\n|---|---|---|\n");
    for (auto const& c : rank_changes()) out("| {} | {} | {} |\n", place_of(c), c.rank, c.reason);

    out("\n## Not modelled\n\n| case | rows | reason |\n|---|---|---|\n");
    struct left {
        std::string of, reason;
        int rows;
    };
    std::vector<left> reasons;
    for (auto const& r : off) {
        if (r.modelled) continue;
        auto const found = std::find_if(reasons.begin(), reasons.end(), [&](left const& x) { return x.of == r.of && x.reason == r.reason; });
        if (found == reasons.end())
            reasons.push_back({r.of, r.reason, 1});
        else
            ++found->rows;
    }
    for (auto const& x : reasons) out("| {} | {} | {} |\n", x.of, x.rows, x.reason);

    out("\n## Sources\n\n| case | source |\n|---|---|\n");
    for (auto const* list : {&cases.measured, &cases.fabric})
        for (auto const& c : *list) out("| {} | {} |\n", c.id, c.source);
    return out.text;
}

}  // namespace validation
