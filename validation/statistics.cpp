#include "statistics.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace validation {

double quantile(std::vector<double> values, double q) {
    if (values.empty()) return 0.0;
    std::sort(values.begin(), values.end());
    double const at = q * static_cast<double>(values.size() - 1);
    auto const below = static_cast<std::size_t>(at);
    std::size_t const above = std::min(below + 1, values.size() - 1);
    return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

statistics statistics_of(std::vector<row const*> const& rows, bool of_bookkeeping) {
    statistics s;
    std::vector<double> errors;
    std::map<std::string, std::vector<double>> by_case;
    double signed_sum = 0.0, sum = 0.0;
    for (row const* r : rows) {
        if (!r->modelled) {
            ++s.not_modelled;
            continue;
        }
        if (r->bookkeeping) ++s.bookkeeping;
        if (r->other_method) ++s.other_method;
        if (r->bookkeeping != of_bookkeeping || r->other_method) continue;
        double const e = r->error(), size = std::abs(e);
        errors.push_back(size);
        by_case[r->of].push_back(size);
        signed_sum += e;
        sum += size;
    }
    s.rows = static_cast<int>(errors.size());
    s.cases = static_cast<int>(by_case.size());
    if (errors.empty()) return s;
    double const n = static_cast<double>(errors.size());
    s.mean = sum / n;
    s.bias = signed_sum / n;
    s.median = quantile(errors, 0.5);
    s.p90 = quantile(errors, 0.9);
    s.worst = *std::max_element(errors.begin(), errors.end());
    std::vector<double> medians, tails;
    for (auto const& [id, of_case] : by_case) {
        medians.push_back(quantile(of_case, 0.5));
        tails.push_back(quantile(of_case, 0.9));
    }
    s.case_median = quantile(medians, 0.5);
    s.case_p90 = quantile(tails, 0.5);
    s.p90_of_cases = quantile(medians, 0.9);
    return s;
}

namespace {

std::vector<ordering> orderings_of(std::vector<row> const& rows) {
    std::vector<ordering> cases, kinds;
    auto const counts = [](row const& r) { return r.modelled && !r.bookkeeping && !r.other_method && r.rank != 'R'; };
    auto const find = [](std::vector<ordering>& in, char const* what, std::string const& of) -> ordering& {
        for (auto& o : in)
            if (o.kind == what && o.of == of) return o;
        return in.emplace_back(ordering{what, of, 0, 0});
    };
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = i + 1; j < rows.size(); ++j) {
            row const &a = rows[i], &b = rows[j];
            if (a.of != b.of || a.quantity != b.quantity || a.what != b.what || !counts(a) || !counts(b)) continue;
            if (std::abs(a.published - b.published) <= order_gap * std::min(std::abs(a.published), std::abs(b.published))) continue;
            ordering& o = find(cases, name_of(a.what), a.of);
            ++o.pairs;
            o.right += (a.published - b.published) * (a.predicted - b.predicted) > 0.0 ? 1 : 0;
        }
    for (kind const k : all_kinds) {
        ordering all{name_of(k), "", 0, 0};
        for (auto const& o : cases)
            if (o.kind == name_of(k)) all.pairs += o.pairs, all.right += o.right;
        if (all.pairs > 0) kinds.push_back(all);
    }
    kinds.insert(kinds.end(), cases.begin(), cases.end());
    return kinds;
}

}  // namespace

summary summarise(std::vector<row> const& rows) {
    summary s;
    s.rows = static_cast<int>(rows.size());
    for (auto const& r : rows) {
        s.not_modelled += r.modelled ? 0 : 1;
        s.other_method += r.modelled && r.other_method ? 1 : 0;
        s.beyond_limits += r.within_limits() ? 0 : 1;
    }
    auto const of = [&](auto const& belongs, std::vector<group>& to, group g) {
        std::vector<row const*> chosen;
        for (auto const& r : rows)
            if (belongs(r)) chosen.push_back(&r);
        if (chosen.empty()) return;
        g.of_rows = statistics_of(chosen);
        to.push_back(std::move(g));
    };
    for (kind const k : all_kinds) {
        of([k](row const& r) { return r.what == k && (r.rank != 'R' || k == kind::silicon); }, s.by_kind, {name_of(k), "", "", "", {}});
        for (char const rank : all_ranks)
            of([k, rank](row const& r) { return r.what == k && r.rank == rank; }, s.by_kind_and_rank, {name_of(k), {rank}, "", "", {}});
    }
    for (kind const k : all_kinds)
        for (split const apart : {split::open, split::held, split::other})
            of([k, apart](row const& r) { return r.what == k && r.rank != 'R' && r.apart == apart; }, s.by_split, {name_of(k), "", name_of(apart), "", {}});
    for (char const rank : all_ranks) of([rank](row const& r) { return r.rank == rank; }, s.by_rank, {"", {rank}, "", "", {}});
    std::vector<row const*> all;
    for (auto const& r : rows)
        if (r.modelled) all.push_back(&r);
    s.bookkeeping = statistics_of(all, true);
    std::vector<std::string> seen;
    for (auto const& r : rows) {
        std::string const key = std::string(name_of(r.what)) + r.of;
        if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
        seen.push_back(key);
        of([&](row const& other) { return other.of == r.of && other.what == r.what; }, s.by_case, {name_of(r.what), {r.rank}, "", r.of, {}});
    }
    s.orderings = orderings_of(rows);
    return s;
}

}  // namespace validation
