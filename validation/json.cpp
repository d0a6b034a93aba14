#include "report.hpp"

#include <nlohmann/json.hpp>

#include <limits>

namespace validation {

namespace {

using json = nlohmann::ordered_json;

json json_of(statistics const& s) {
    return {{"rows", s.rows},
            {"cases", s.cases},
            {"bookkeeping", s.bookkeeping},
            {"not_modelled", s.not_modelled},
            {"mean", s.mean},
            {"median", s.median},
            {"p90", s.p90},
            {"worst", s.worst},
            {"bias", s.bias},
            {"case_median", s.case_median},
            {"case_p90", s.case_p90},
            {"p90_of_case_medians", s.p90_of_cases}};
}

json json_of(std::vector<group> const& groups, bool by_kind, bool by_rank, bool by_case, bool by_split = false) {
    json all = json::array();
    for (auto const& g : groups) {
        json j = json::object();
        if (by_case) j["case"] = g.of;
        if (by_kind) j["kind"] = g.kind;
        if (by_rank) j["rank"] = g.rank;
        if (by_split) j["split"] = g.apart;
        j.update(json_of(g.of_rows));
        all.push_back(std::move(j));
    }
    return all;
}

}  // namespace

std::string as_json(std::vector<row> const& rows, calibration_mode mode) {
    json document = {{"calibration", name_of(mode)}, {"rows", json::array()}};
    for (auto const& r : rows) {
        json j = {{"id", r.id},
                  {"kind", name_of(r.what)},
                  {"rank", std::string(1, r.rank)},
                  {"split", r.rank == 'R' ? nullptr : json(name_of(r.apart))},
                  {"quantity", r.quantity},
                  {"unit", r.unit},
                  {"published", r.published},
                  {"status", !r.modelled ? "not modelled" : r.bookkeeping ? "bookkeeping" : r.other_method ? "other method" : "predicted"},
                  {"predicted", nullptr},
                  {"error", nullptr},
                  {"assumptions", r.assumptions}};
        if (r.modelled) {
            j["predicted"] = r.predicted;
            j["error"] = r.error();
            if (r.limits.low > 0.0) j["at_least"] = r.limits.low;
            if (r.limits.high < std::numeric_limits<double>::infinity()) j["at_most"] = r.limits.high;
        } else
            j["reason"] = r.reason;
        document["rows"].push_back(std::move(j));
    }
    auto const s = summarise(rows);
    document["summary"] = {{"rows", s.rows},
                           {"predicted", s.rows - s.not_modelled - s.bookkeeping.rows - s.other_method},
                           {"bookkeeping", s.bookkeeping.rows},
                           {"other_method", s.other_method},
                           {"not_modelled", s.not_modelled},
                           {"beyond_limits", s.beyond_limits},
                           {"by_kind", json_of(s.by_kind, true, false, false)},
                           {"by_rank", json_of(s.by_rank, false, true, false)},
                           {"by_kind_and_rank", json_of(s.by_kind_and_rank, true, true, false)},
                           {"by_split", json_of(s.by_split, true, false, false, true)},
                           {"by_case", json_of(s.by_case, true, true, true)},
                           {"of_bookkeeping", json_of(s.bookkeeping)},
                           {"orderings", json::array()},
                           {"rank_changes", json::array()}};
    for (auto const& o : s.orderings) {
        json j = {{"kind", o.kind}, {"pairs", o.pairs}, {"right", o.right}};
        if (!o.of.empty()) j["case"] = o.of;
        document["summary"]["orderings"].push_back(std::move(j));
    }
    for (auto const& c : rank_changes()) {
        json j = {{"case", c.of}, {"rank", std::string(1, c.rank)}, {"reason", c.reason}};
        if (c.to_row != every_row) j["rows"] = {c.from_row, c.to_row};
        document["summary"]["rank_changes"].push_back(std::move(j));
    }
    return document.dump(1) + '\n';
}

}  // namespace validation
