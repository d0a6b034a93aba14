// Every figure of the catalog has a source, and every source belongs to a figure.
#include <tallywatt/catalog/ledger.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {
using namespace tallywatt;

/// Paths of an object's numbers and of all its fields, and what is said of the numbers.
struct field_seen {
    std::string path;
    bool real = false;
    bool known = false; // one value, no range
    double low = 0.0;
    double high = 0.0;
    source default_from{};
};

template <class X>
std::vector<field_seen> fields_of(X const& object) {
    std::vector<field_seen> seen;
    if constexpr (described<X>)
        walk(
            [&](field_path const& path, field const& f, auto const& leaf) {
                using M = std::remove_cvref_t<decltype(leaf)>;
                field_seen s;
                s.path = path.text();
                s.default_from = f.default_from;
                if constexpr (numeric_leaf<M>) {
                    using N = std::remove_cvref_t<decltype(number_in(leaf))>;
                    s.real = !std::integral<N>;
                    s.low = static_cast<double>(lowest(number_in(leaf)));
                    s.high = static_cast<double>(highest(number_in(leaf)));
                    s.known = !(s.low < s.high);
                }
                seen.push_back(s);
            },
            field_path{}, object
        );
    return seen;
}

/// A field holds the member's default if it equals it where a default object has the same path.
template <class X>
bool is_default(field_seen const& f) {
    for (field_seen const& d : fields_of(X{}))
        if (d.path == f.path)
            return d.low == f.low && d.high == f.high;
    return false;
}

TEST_CASE("each real field of each catalog object has a source") {
    catalog::each_entry([]<class X>(char const* id, X const& object, std::span<sourced_field const> sources) {
        INFO("catalog object ", std::string(id));
        int reals = 0;
        for (field_seen const& f : fields_of(object)) {
            if (!f.real)
                continue;
            ++reals;
            INFO("field ", f.path);
            bool const keyed = source_of(sources, f.path).title != nullptr;
            bool const defaulted = f.default_from.title != nullptr && is_default<X>(f);
            CHECK((keyed || defaulted));
        }
        // a model's shape is integers throughout, and some products publish no figure: one key covers all of it
        if (reals == 0)
            CHECK((source_of(sources, "layers").title != nullptr || source_of(sources, "name").title != nullptr));
    });
}

TEST_CASE("each source key names a field that exists, has a title and a date") {
    catalog::each_entry([](char const* id, auto const& object, std::span<sourced_field const> sources) {
        INFO("catalog object ", std::string(id));
        auto const seen = fields_of(object);
        std::set<std::string> keys;
        for (sourced_field const& s : sources) {
            INFO("key ", std::string(s.field));
            bool used = false;
            for (field_seen const& f : seen)
                used = used || covers(s.field, f.path);
            CHECK((used || seen.empty()));
            CHECK(keys.insert(s.field).second);
            REQUIRE(s.from.title != nullptr);
            REQUIRE(s.from.date != nullptr);
            CHECK(std::string(s.from.title).size() >= 3);
            CHECK(std::string(s.from.date).size() >= 4);
        }
    });
}

TEST_CASE("estimates are ordered, and a catalog object is valid at its likely values") {
    catalog::each_entry([]<class X>(char const* id, X const& object, std::span<sourced_field const>) {
        INFO("catalog object ", std::string(id));
        if constexpr (described<X>) {
            CHECK_NOTHROW(validate(object));
            walk(
                [](field_path const& path, field const&, auto const& leaf) {
                    using M = std::remove_cvref_t<decltype(leaf)>;
                    if constexpr (numeric_leaf<M>) {
                        auto const& n = number_in(leaf);
                        if constexpr (std::same_as<std::remove_cvref_t<decltype(n)>, estimate>) {
                            INFO("field ", path.text());
                            CHECK(n.low <= n.likely);
                            CHECK(n.likely <= n.high);
                        }
                    }
                },
                field_path{}, object
            );
        }
    });
}

// Real figures of low trust that stand as one number nevertheless, by the end of their path.
constexpr struct {
    char const* tail;
    char const* reason;
} stated[] = {
    {".hours", "the hours of a climate's bins have to add up to a year; its uncertainty lies in the temperatures"},
};
bool is_stated(std::string const& path) {
    for (auto const& s : stated) {
        std::string const tail = s.tail;
        if (path.size() >= tail.size() && path.compare(path.size() - tail.size(), tail.size(), tail) == 0)
            return true;
    }
    return false;
}

// What is recalled or assumed is never a bare number. Each figure by its own source: of the die in the package of an
// accelerator, that of the die.
TEST_CASE("figures of low confidence are ranges") {
    int ranges = 0, exceptions = 0;
    catalog::each_entry([&]<class X>(char const* id, X const& object, std::span<sourced_field const> sources) {
        INFO("catalog object ", std::string(id));
        if constexpr (described<X>) {
            auto const likely = convert<double>(object);
            detail::assumptions(
                likely, std::remove_cvref_t<decltype(likely)>{}, object, catalog::place(sources, {}), field_path{},
                [&]<class Q>(std::string const& path, assumption<Q> const& a) {
                    bool const low = a.from.trust == confidence::low || a.from.trust == confidence::assumed;
                    if constexpr (!std::integral<Q>) {
                        if (!low || number_in(a.high) == 0.0) // nothing of something: none there
                            return;
                        INFO("field ", path);
                        CHECK((a.is_range() || is_stated(path)));
                        ++(a.is_range() ? ranges : exceptions);
                    }
                },
                source{}
            );
        }
    });
    CHECK(ranges > 500);
    CHECK(exceptions > 0); // an exception that no figure needs is to go
}

TEST_CASE("the registry lists every object that has sources") {
    // tests run in the project's root
    std::filesystem::path const folder = "include/tallywatt/catalog";
    REQUIRE(std::filesystem::is_directory(folder));
    std::set<std::string> listed;
    catalog::each_entry([&](char const* id, auto const&, std::span<sourced_field const>) {
        CHECK(listed.insert(id).second);
    });
    std::set<std::string> found;
    std::regex const declared(R"((?:sourced_field|auto&?) (\w+)_sources(?:\[| =))");
    for (auto const& file : std::filesystem::recursive_directory_iterator(folder)) {
        auto const name = file.path().filename();
        if (name == "sourced.hpp" || name == "changed_sources.hpp" || name == "sheet_sources.hpp") // helpers
            continue;
        std::ifstream in(file.path());
        for (std::string line; std::getline(in, line);) {
            std::smatch m;
            if (line.rfind("//", 0) == 0 || !std::regex_search(line, m, declared))
                continue;
            INFO(file.path().filename().string(), ": ", m[1].str());
            CHECK(listed.count(m[1].str()) == 1);
            found.insert(m[1].str());
        }
    }
    CHECK(found == listed); // and the search finds every list of sources
}

TEST_CASE("the longest key wins, and a key covers only what lies below it") {
    sourced_field const some[] = {
        {"peak", {"a title", "2025", confidence::high}}, {"peak.fp8", {"another", "2024", confidence::low}}};
    CHECK(std::string(source_of(some, "peak.fp8").title) == "another");
    CHECK(std::string(source_of(some, "peak.bf16").title) == "a title");
    CHECK(source_of(some, "peaks").title == nullptr);
    CHECK(source_of(some, "pea").title == nullptr);
    CHECK(covers("bins", "bins[3].hours"));
    CHECK(covers("", "anything"));
}

} // namespace
