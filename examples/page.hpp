#pragma once
// How the longer examples set a page: headings, paragraphs wrapped to its width, cells of a table.

#include <tallywatt/io/format.hpp>

#include <string>
#include <string_view>

namespace page {

inline constexpr std::size_t width = 112;

inline void heading(std::string_view text) { fmt::print("\n{}\n{:-<{}}\n", text, "", text.size()); }

/// A paragraph: formatted, then broken between words.
template <class... A>
void say(fmt::format_string<A...> form, A const&... values) {
    std::string const text = fmt::vformat(form, fmt::make_format_args(values...));
    std::string_view rest = text;
    while (rest.size() > width) {
        std::size_t const blank = rest.rfind(' ', width);
        if (blank == std::string_view::npos) break;
        fmt::print("{}\n", rest.substr(0, blank));
        rest.remove_prefix(blank + 1);
    }
    fmt::print("{}\n", rest);
}

/// A quantity in the unit it is best read in, three digits; what is zero was not stated.
template <class Q>
std::string cell(Q const& x) {
    return tallywatt::number_in(x) == 0.0 ? "-" : fmt::format("{:.3g}", x);
}

} // namespace page
