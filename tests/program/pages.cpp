// What is written from the field lists and kept: the schema beside the scenarios, and docs/reference.md.
// With TALLYWATT_UPDATE_DOCS=1 in the environment both are written anew.
#include "commands.hpp"
#include "run.hpp"

#include <doctest/doctest.h>

namespace {

bool updating() { return std::getenv("TALLYWATT_UPDATE_DOCS") != nullptr; }

TEST_CASE("The page of the schema is current") {
    std::filesystem::path const file = "examples/scenarios/scenario.schema.json";
    std::string const text = program::schema().text;
    if (updating())
        std::ofstream(file, std::ios::binary) << text;
    bool const same = program_test::text_of(file) == text; // too long to print
    CHECK_MESSAGE(same, "the target update_docs writes it anew");
}

TEST_CASE("The page of the fields is current") {
    std::filesystem::path const file = "docs/reference.md";
    std::string page = program_test::text_of(file);
    std::string const start = "<!-- fields -->\n", end = "<!-- /fields -->";
    std::size_t const from = page.find(start), to = page.find(end);
    REQUIRE(from != std::string::npos);
    REQUIRE(to != std::string::npos);
    std::string const text = program::reference().text;
    std::string const now = page.substr(from + start.size(), to - from - start.size());
    if (updating()) {
        page.replace(from + start.size(), now.size(), text);
        std::ofstream(file, std::ios::binary) << page;
        return;
    }
    bool const same = now == text;
    CHECK_MESSAGE(same, "the target update_docs writes it anew");
}

} // namespace
