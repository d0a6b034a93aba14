#include "row.hpp"

#include "quantities.hpp"
#include "split.hpp"

#include <algorithm>
#include <stdexcept>

namespace validation {

namespace {

std::string key_of(std::string_view of, int index, std::string_view quantity) {
    return std::string(of) + '#' + std::to_string(index) + '#' + std::string(quantity);
}
std::string key_of(std::string_view of, std::string_view path) { return std::string(of) + "##" + std::string(path); }

}  // namespace

char const* name_of(kind k) {
    constexpr char const* names[] = {"training", "serving", "energy", "cost", "facility", "silicon", "fabric"};
    return names[static_cast<int>(k)];
}

double row::error() const {
    if (published != 0.0) return predicted / published - 1.0;
    return predicted == 0.0 ? 0.0 : 1.0;
}

rows::rows(library_of_cases const& cases) {
    auto const tables = [&](std::vector<published_case> const& published) {
        for (auto const& c : published) {
            int beside = c.rows();  // figures beside the table are numbered after its rows
            for (auto const& q : quantities()) {
                if (c.id != q.of) continue;
                if (std::string_view(q.place).find('.') == std::string_view::npos) {
                    for (int i = 0; i < c.rows(); ++i)
                        if (c.cell(i, q.place).is_number()) add(c, i, q, c.number(i, q.place));
                } else {
                    by_key.emplace(key_of(c.id, q.place), list.size());
                    add(c, beside++, q, q.given != 0.0 ? q.given : c.number(q.place));
                }
            }
        }
    };
    tables(cases.measured);
    tables(cases.fabric);
    for (auto const& c : cases.calculon) {
        int beside = 0;
        for (auto const& q : quantities()) {
            if (std::string_view(q.of) != "calculon") continue;
            by_key.emplace(key_of(c.id, q.place), list.size());
            add(c, beside++, q, c.number(q.place));
        }
    }
    for (auto const& c : cases.reference) {
        int beside = 0;
        auto const unit = c.fact("unit");
        for (auto const& [path, v] : c.facts) {
            bool const output = path.rfind("outputs.", 0) == 0 || path.rfind("value", 0) == 0;
            if (!output || !v.is_number()) continue;
            by_key.emplace(key_of(c.id, path), list.size());
            add(c, beside++, {c.id.c_str(), path.c_str(), unit.is_text() ? unit.text.c_str() : "", kind_of_reference(c)}, v.number);
        }
    }
    for (auto const& change : rank_changes())
        for (auto& r : list)
            if (r.of == change.of && r.index >= change.from_row && r.index <= change.to_row) r.rank = change.rank;
}

void rows::add(published_case const& c, int index, quantity_of const& q, double published) {
    row r;
    r.id = c.id + '#' + std::to_string(index);
    r.of = c.id;
    r.index = index;
    r.what = q.what;
    r.rank = c.rank;
    if (c.rank != 'R') r.apart = split_of(c, index, q.what);
    r.quantity = q.place;
    if (r.quantity.rfind("outputs.", 0) == 0) r.quantity.erase(0, 8);
    r.unit = q.unit;
    r.published = published;
    by_key.emplace(key_of(c.id, index, q.place), list.size());
    list.push_back(std::move(r));
}

bool rows::has(std::string_view of, int index, std::string_view quantity) const { return by_key.count(key_of(of, index, quantity)) != 0; }

row& rows::at(std::string_view of, int index, std::string_view quantity) {
    auto const found = by_key.find(key_of(of, index, quantity));
    if (found == by_key.end()) throw std::invalid_argument(key_of(of, index, quantity) + ": no such row");
    return list[found->second];
}

row& rows::at(std::string_view of, std::string_view path) {
    auto const found = by_key.find(key_of(of, path));
    if (found == by_key.end()) throw std::invalid_argument(key_of(of, path) + ": no such figure");
    return list[found->second];
}

namespace {
void set(row& r, double predicted, std::vector<std::string> assumptions, bound const& limits) {
    if (!(predicted > -std::numeric_limits<double>::infinity() && predicted < std::numeric_limits<double>::infinity()))
        throw std::invalid_argument(r.id + ' ' + r.quantity + ": the prediction is not a finite number");
    r.modelled = true;
    r.predicted = predicted;
    r.assumptions = std::move(assumptions);
    auto const says = [&](char const* word) { return std::any_of(r.assumptions.begin(), r.assumptions.end(), [&](std::string const& a) { return a.rfind(word, 0) == 0; }); };
    r.bookkeeping = says("bookkeeping");
    r.other_method = says("other method");
    r.limits = limits;
    r.reason.clear();
}
}  // namespace

void rows::predict(std::string_view of, int index, std::string_view quantity, double predicted, std::vector<std::string> assumptions,
                   bound const& limits) {
    set(at(of, index, quantity), predicted, std::move(assumptions), limits);
}
void rows::predict(std::string_view of, std::string_view path, double predicted, std::vector<std::string> assumptions, bound const& limits) {
    set(at(of, path), predicted, std::move(assumptions), limits);
}
void rows::omit(std::string_view of, int index, std::string_view quantity, std::string reason) {
    at(of, index, quantity).reason = std::move(reason);
}
void rows::omit(std::string_view of, std::string_view path, std::string reason) { at(of, path).reason = std::move(reason); }

void rows::omit_rest(std::string_view of, std::string_view quantity, std::string const& reason) {
    for (auto& r : list)
        if (r.of == of && !r.modelled && (quantity.empty() || r.quantity == quantity)) r.reason = reason;
}

}  // namespace validation
