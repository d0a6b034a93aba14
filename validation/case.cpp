#include "case.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace validation {

namespace data {
std::string const& measured_json();
std::string const& calculon_json();
std::string const& reference_json();
std::string const& fabric_json();
}  // namespace data

namespace {

using nlohmann::json;

value value_of(json const& j) {
    if (j.is_number()) return {value::form::number, j.get<double>(), {}};
    if (j.is_string()) return {value::form::text, 0.0, j.get<std::string>()};
    if (j.is_boolean()) return {value::form::number, j.get<bool>() ? 1.0 : 0.0, {}};
    return {};
}

// Leaves of a tree by their paths; entries of lists by their numbers.
void flatten(json const& j, std::string const& path, published_case& c) {
    if (j.is_object())
        for (auto const& [key, entry] : j.items()) flatten(entry, path.empty() ? key : path + '.' + key, c);
    else if (j.is_array())
        for (std::size_t i = 0; i < j.size(); ++i) flatten(j[i], path + '.' + std::to_string(i), c);
    else if (!j.is_null())
        c.facts.emplace(path, value_of(j));
}

std::string text_at(json const& j, char const* key) { return j.contains(key) && j[key].is_string() ? j[key].get<std::string>() : std::string(); }

std::string source_of(json const& j) {
    if (!j.contains("source")) return {};
    if (j["source"].is_string()) return j["source"].get<std::string>();
    auto const& s = j["source"];
    return text_at(s, "title") + ", " + text_at(s, "publisher") + ", " + text_at(s, "date");
}

published_case heading_of(json const& j, char const* id) {
    published_case c;
    c.id = j.at(id).get<std::string>();
    c.kind = text_at(j, "kind");
    c.title = text_at(j, "title");
    c.basis = text_at(j, "basis");
    c.confidence = text_at(j, "confidence");
    c.source = source_of(j);
    if (j.contains("rank")) c.rank = j["rank"].get<std::string>().at(0);
    if (j.contains("caveats")) c.caveats = j["caveats"].get<std::vector<std::string>>();
    for (char const* part : {"inputs", "outputs", "model", "execution", "derived", "value"})
        if (j.contains(part)) flatten(j[part], part, c);
    for (char const* part : {"unit", "system_name", "measured_batch_time_s", "name", "tolerance"})
        if (j.contains(part)) flatten(j[part], part, c);
    return c;
}

published_case with_table(json const& j) {
    published_case c = heading_of(j, "id");
    if (!j.contains("table")) return c;
    c.columns = j["table"]["columns"].get<std::vector<std::string>>();
    for (auto const& r : j["table"]["rows"]) {
        auto& row = c.table.emplace_back();
        for (auto const& entry : r) row.push_back(value_of(entry));
    }
    return c;
}

// "20-22" is the middle of its ends.
value middle_of_range(std::string const& s) {
    char* end = nullptr;
    double const low = std::strtod(s.c_str(), &end);
    if (end == s.c_str() || *end != '-') return {};
    char const* const second = end + 1;
    double const high = std::strtod(second, &end);
    if (end == second || *end != '\0') return {};
    return {value::form::number, 0.5 * (low + high), {}};
}

[[noreturn]] void refuse(std::string const& place, char const* expected) {
    throw std::invalid_argument(place + ": no " + expected + " is published");
}

}  // namespace

value const& published_case::cell(int row, std::string_view column) const {
    static value const none{};
    auto const found = std::find(columns.begin(), columns.end(), column);
    if (found == columns.end()) return none;
    return table.at(static_cast<std::size_t>(row)).at(static_cast<std::size_t>(found - columns.begin()));
}

value published_case::fact(std::string_view path) const {
    if (auto const found = facts.find(path); found != facts.end()) {
        if (!found->second.is_text()) return found->second;
        value const middle = middle_of_range(found->second.text);
        return middle.is_number() ? middle : found->second;
    }
    auto const low = facts.find(std::string(path) + ".0"), high = facts.find(std::string(path) + ".1");
    if (low != facts.end() && high != facts.end() && low->second.is_number() && high->second.is_number())
        return {value::form::number, 0.5 * (low->second.number + high->second.number), {}};
    return {};
}

double published_case::number(int row, std::string_view column) const {
    value const& v = cell(row, column);
    if (!v.is_number()) refuse(id + '#' + std::to_string(row) + '.' + std::string(column), "number");
    return v.number;
}

std::string const& published_case::text(int row, std::string_view column) const {
    value const& v = cell(row, column);
    if (!v.is_text()) refuse(id + '#' + std::to_string(row) + '.' + std::string(column), "text");
    return v.text;
}

double published_case::number(std::string_view path) const {
    value const v = fact(path);
    if (!v.is_number()) refuse(id + '.' + std::string(path), "number");
    return v.number;
}

std::string published_case::text(std::string_view path) const {
    value const v = fact(path);
    if (!v.is_text()) refuse(id + '.' + std::string(path), "text");
    return v.text;
}

published_case const* library_of_cases::find(std::string_view id) const {
    for (auto const* list : {&measured, &calculon, &fabric, &reference})
        for (auto const& c : *list)
            if (c.id == id) return &c;
    return nullptr;
}

published_case const& library_of_cases::at(std::string_view id) const {
    if (auto const* c = find(id)) return *c;
    throw std::invalid_argument(std::string(id) + ": no such case");
}

library_of_cases read_cases() {
    library_of_cases all;
    json const measured = json::parse(data::measured_json());
    for (auto const& j : measured.at("cases")) all.measured.push_back(with_table(j));
    json const fabric = json::parse(data::fabric_json());
    for (auto const& j : fabric.at("cases")) all.fabric.push_back(with_table(j));
    for (auto const& j : measured.at("claims_to_check")) {
        published_case c;
        c.id = j.at("id").get<std::string>();
        c.title = text_at(j, "claim");
        for (char const* part : {"calc", "verdict", "result"})
            if (j.contains(part)) flatten(j[part], part, c);
        all.claims.push_back(std::move(c));
    }
    all.shapes.id = "reference.models";
    flatten(measured.at("reference").at("models"), "", all.shapes);

    json const calculon = json::parse(data::calculon_json());
    for (auto const& j : calculon.at("cases")) {
        published_case c = heading_of(j, "id");
        c.kind = "training_program";
        c.title = text_at(j, "execution_source");
        c.source = "calculon-ai/calculon, outputs of the program";
        flatten(calculon.at("systems").at(text_at(j, "system_name")), "system", c);
        all.calculon.push_back(std::move(c));
    }

    json const reference = json::parse(data::reference_json());
    for (char const* group : {"silicon", "facility"})
        for (auto const& j : reference.at(group)) {
            published_case c = heading_of(j, j.contains("id") ? "id" : "name");
            c.kind = group;
            c.title = text_at(j, "name");
            all.reference.push_back(std::move(c));
        }
    return all;
}

}  // namespace validation
