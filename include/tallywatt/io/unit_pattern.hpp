#pragma once
// A regular expression for quantities of one dimension, for schemas: numbers with any unit that io/unit_text.hpp reads as
// that dimension and that is a named unit, or a product or quotient of up to three.
//
//   quantity_pattern(shape_of<power<>>())     ^\s*[-+]?(...)\s*((n|u|m|k|M|G|T)?W|(...)?J/(...)s|...)\s*$

#include <tallywatt/io/shape.hpp>
#include <tallywatt/io/unit_text.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tallywatt {

namespace detail {

inline constexpr char const* number_pattern = "[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?";

inline std::string escaped(std::string_view text) {
    std::string out;
    for (char c : text)
        out += std::string_view("$()*+.[]^{}|?\\/").find(c) != std::string_view::npos ? (c == '/' ? "/" : std::string("[") + c + "]") : std::string(1, c);
    // a bracket expression of ^ or \ is no literal
    return out;
}

/// Unit names of one dimension, with their prefixes.
struct unit_family {
    dimension_exponents dimension{};
    std::string pattern{};
    bool alone = false; ///< stands in no product or quotient: pressures, frequencies
};

inline std::vector<unit_family> const& unit_families() {
    static std::vector<unit_family> const all = [] {
        std::vector<unit_family> families;
        auto const add = [&](dimension_exponents const& d, std::string const& pattern) {
            for (unit_family& f : families)
                if (f.dimension == d) {
                    f.pattern += '|' + pattern;
                    return;
                }
            families.push_back({d, pattern, d == d_pressure || d == d_rate || d == d_flops});
        };
        for (unit_name const& n : unit_names) {
            std::string prefix;
            for (char c : n.prefixes)
                prefix += c == 'i' ? std::string("|[KMGTP]i") : '|' + std::string(1, c);
            std::string const name = (prefix.empty() ? "" : '(' + prefix.substr(1) + ")?") + escaped(n.text);
            add(n.dimension, name);
            if (n.dimension == d_length) {
                add(exponents_of<dim::area>, name + "\\^?2");
                add(d_volume, name + "\\^?3");
            }
        }
        for (unit_family& f : families)
            f.pattern = '(' + f.pattern + ')';
        return families;
    }();
    return all;
}

inline std::string unit_pattern(shape const& s) {
    auto const& families = unit_families();
    bool const charge = s.dimension == exponents_of<dim::per<dim::money, dim::energy>>;
    auto const fits = [&](bool energy) { return !charge || energy != s.per_power; };
    std::string all;
    auto const add = [&](std::string const& p) { all += (all.empty() ? "" : "|") + p; };
    for (unit_symbol const& u : s.units)
        add(escaped(u.text));
    constexpr std::string_view per = "( */ *| +per +)";
    for (unit_family const& a : families) {
        if (a.dimension == s.dimension)
            add(a.pattern);
        if (a.alone)
            continue;
        if (dimension_exponents{} - a.dimension == s.dimension)
            add("1?/ *" + a.pattern);
        for (unit_family const& b : families) {
            if (b.alone || &a == &b)
                continue;
            bool const energy = a.dimension == d_energy || b.dimension == d_energy;
            if (a.dimension - b.dimension == s.dimension && fits(energy))
                add(a.pattern + std::string(per) + b.pattern);
            if (a.dimension + b.dimension == s.dimension && &a <= &b)
                add(a.pattern + "[- *]" + b.pattern);
            for (unit_family const& c : families)
                if (!c.alone && &c != &a && a.dimension - b.dimension - c.dimension == s.dimension && &b < &c && fits(energy || c.dimension == d_energy))
                    add(a.pattern + std::string(per) + '(' + b.pattern + "[-/]" + c.pattern + '|' + c.pattern + "[-/]" + b.pattern + ')');
        }
    }
    return '(' + all + ')';
}

} // namespace detail

/// The pattern of a number field's text.
inline std::string quantity_pattern(shape const& s) {
    std::string unit = " *%?";
    if (s.style == number_style::temperature)
        unit = " *(degC|degF|\xC2\xB0[CF]|K)";
    else if (s.style == number_style::quantity)
        unit = " *" + detail::unit_pattern(s);
    return "^ *" + std::string(detail::number_pattern) + unit + " *$";
}

} // namespace tallywatt
