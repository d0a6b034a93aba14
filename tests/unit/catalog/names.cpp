// How a query fits a name, and how far two names are apart.
#include <tallywatt/catalog/names.hpp>

#include <doctest/doctest.h>

namespace {
using namespace tallywatt::catalog;

constexpr std::array<char const*, 3> aliases{"RTX 4090", "4090", nullptr};
constexpr named card{"NVIDIA", "GeForce RTX 4090 D", "rtx_4090", aliases};
constexpr named gaudi{"Intel", "Gaudi 2", "gaudi2"};

TEST_CASE("names: exact fits") {
    static_assert(fits(card, "rtx4090") == fit::exact);
    static_assert(fits(card, "nvidia RTX-4090") == fit::exact);
    static_assert(fits(card, "geforce rtx 4090 d") == fit::exact);
    static_assert(fits(gaudi, "INTEL GAUDI-2") == fit::exact);
    CHECK(fits(gaudi, "gaudi 2") == fit::exact);
}

TEST_CASE("names: fits in part begin and end at words") {
    static_assert(fits(card, "geforce") == fit::part);
    static_assert(fits(card, "nvidia") == fit::part);
    static_assert(fits(card, "nvidia geforce") == fit::part);
    static_assert(fits(gaudi, "gaudi") == fit::part);
    static_assert(fits(gaudi, "intel gaudi") == fit::part);
    CHECK(fits({"Google", "TPUv4", "x"}, "tpu") == fit::none);       // a letter follows
    CHECK(fits({"AWS", "Trainium2", "x"}, "trainium") == fit::part); // a number follows the letters
    CHECK(fits({"NVIDIA", "L40S 48GB", "x"}, "l40") == fit::none);
    CHECK(fits({"NVIDIA", "H100", "x"}, "h10") == fit::none);
    CHECK(fits({"NVIDIA", "GH200", "x"}, "h200") == fit::none); // does not begin there
    CHECK(fits(gaudi, "gaudi 3") == fit::none);
    CHECK(fits(gaudi, "nvidia gaudi") == fit::none);
    CHECK(fits(gaudi, "") == fit::none);
    CHECK(fits(gaudi, " -_") == fit::none);
}

// By hand: kitten to sitting takes two replacements and one insertion.
TEST_CASE("names: the distance of two names") {
    using tallywatt::catalog::detail::distance;
    static_assert(distance("kitten", "sitting") == 3);
    static_assert(distance("H-100", "h100") == 0);
    static_assert(distance("", "abc") == 3);
    static_assert(distance("abc", "") == 3);
    static_assert(distance("abc", "acb") == 2);
    CHECK(distance("trainium2", "Trainium 3") == 1);
    CHECK(distance("gaudi", "laud") == distance("laud", "gaudi"));
    // longer than it looks at: no more than it holds
    std::string const text(100, 'x');
    CHECK(distance(text, "x") == 99);
    CHECK(distance("x", text) == 46);
}

} // namespace
