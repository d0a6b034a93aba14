#include <tallywatt/io/readable.hpp>

#include <doctest/doctest.h>

namespace {
using tallywatt::detail::readable;

TEST_CASE("Text that can be seen stays; what cannot, or is no UTF-8, is written out") {
    CHECK(readable("100 MW, 20 \xC2\xB0" "C, \xE6\x97\xA5, \xF0\x9F\x98\x80") == "100 MW, 20 \xC2\xB0" "C, \xE6\x97\xA5, \xF0\x9F\x98\x80");
    CHECK(readable("a\nb\tc\rd") == "a\\nb\\tc\\rd");
    CHECK(readable("\x1b[31m") == "\\u001b[31m");
    CHECK(readable("\x7f\xC2\x9B\xC2\xA0\xE2\x80\xAE\xEF\xBB\xBF") == "\\u007f\\u009b\\u00a0\\u202e\\ufeff");
    CHECK(readable(std::string_view("a\0b", 3)) == "a\\u0000b");
    // no UTF-8: a lone byte, too long a form, a surrogate, beyond the last code point, cut short
    CHECK(readable("\xff") == "\\xff");
    CHECK(readable("\xC0\xAF") == "\\xc0\\xaf");
    CHECK(readable("\xE0\x80\xAF") == "\\xe0\\x80\\xaf");
    CHECK(readable("\xED\xA0\x80") == "\\xed\\xa0\\x80");
    CHECK(readable("\xF4\x90\x80\x80") == "\\xf4\\x90\\x80\\x80");
    CHECK(readable("\xE6\x97") == "\\xe6\\x97");
}

TEST_CASE("Text is cut between characters") {
    CHECK(readable("abcdef", 3) == "abc...");
    CHECK(readable("abc", 3) == "abc");
    CHECK(readable("\xE6\x97\xA5\xE6\x97\xA5", 5) == "\xE6\x97\xA5...");
    CHECK(readable("", 0).empty());
}

} // namespace
