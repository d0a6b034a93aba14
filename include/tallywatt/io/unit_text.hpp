#pragma once
// Units as text, with dimensions checked at run time: products, quotients, powers and roots of named units with prefixes.
//
//   unit     = product { "per" product }                      "USD per GB/s" is dollars per (gigabyte a second)
//   product  = term { ("/" | "*" | space) term }              a quotient divides by the next term only: "J/kg/K"
//   term     = factor { "-" factor }                          "USD/kW-month" is dollars per (kilowatt month)
//   factor   = name [power] | "sqrt(" unit ")" | "(" unit ")" | "1"        power: 2, ^2, ^-1
//
//   read_unit("USD/kWh").size() == 1.0/3.6e6;    read_unit("us/sqrt(MB)");    read_unit("gCO2e/kWh")
//
// Sizes are kept as a quotient of whole numbers where they can be, so that 0.08 USD/kWh is 0.08/3.6e6 rounded once.

#include <tallywatt/io/dimension_of.hpp>
#include <tallywatt/units/named.hpp>

#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>

namespace tallywatt {

/// The size of a unit in house base units, and what it measures.
struct unit_size {
    double up = 1.0, down = 1.0; ///< up/down house base units
    dimension_exponents dimension{};
    bool names_energy = false; ///< is written with a unit of energy

    [[nodiscard]] double of(double number) const {
        if (up == 1.0)
            return number / down;
        return down == 1.0 ? number * up : number * up / down;
    }
};

/// A name that units are written with.
struct unit_name {
    std::string_view text;
    dimension_exponents dimension;
    double up = 1.0, down = 1.0;
    std::string_view prefixes{}; ///< those it takes: of "pnumckKMGTPE", and i for Ki to Pi
};

namespace detail {

// What unit names measure.
inline constexpr auto d_length = exponents_of<dim::length>;
inline constexpr auto d_mass = exponents_of<dim::mass>;
inline constexpr auto d_time = exponents_of<dim::time>;
inline constexpr auto d_kelvin = exponents_of<dim::temperature>;
inline constexpr auto d_money = exponents_of<dim::money>;
inline constexpr auto d_data = exponents_of<dim::data>;
inline constexpr auto d_operation = exponents_of<dim::operation>;
inline constexpr auto d_token = exponents_of<dim::token>;
inline constexpr auto d_co2e = exponents_of<dim::co2e>;
inline constexpr auto d_accelerator = exponents_of<dim::accelerator>;
inline constexpr auto d_energy = exponents_of<dim::energy>;
inline constexpr auto d_power = exponents_of<dim::power>;
inline constexpr auto d_volume = exponents_of<dim::volume>;
inline constexpr auto d_rate = exponents_of<dim::rate>;
inline constexpr auto d_pressure = exponents_of<dim::per<dim::energy, dim::volume>>;
inline constexpr auto d_flops = exponents_of<dim::per<dim::operation, dim::time>>;

/// The first name of each is the one for lists and patterns. A year is 8,760 h and a month 730 h.
inline constexpr unit_name unit_names[] = {
    {"m", d_length, 1, 1, "numck"},
    {"ft", d_length, 3048, 10'000},
    {"g", d_mass, 1, 1e3, "umkM"},
    {"t", d_mass, 1e3, 1, "kMG"},
    {"s", d_time, 1, 1, "pnum"},
    {"min", d_time, 60, 1},
    {"h", d_time, 3600, 1},
    {"hour", d_time, 3600, 1},
    {"hours", d_time, 3600, 1},
    {"hr", d_time, 3600, 1},
    {"d", d_time, 86'400, 1},
    {"day", d_time, 86'400, 1},
    {"days", d_time, 86'400, 1},
    {"week", d_time, 604'800, 1},
    {"weeks", d_time, 604'800, 1},
    {"month", d_time, 2'628'000, 1},
    {"months", d_time, 2'628'000, 1},
    {"mo", d_time, 2'628'000, 1},
    {"yr", d_time, 31'536'000, 1},
    {"year", d_time, 31'536'000, 1},
    {"years", d_time, 31'536'000, 1},
    {"second", d_time, 1, 1},
    {"seconds", d_time, 1, 1},
    {"K", d_kelvin, 1, 1, "m"},
    {"USD", d_money, 1, 1, "kMG"},
    {"$", d_money, 1, 1},
    {"J", d_energy, 1, 1, "pnumkMGTPE"},
    {"Wh", d_energy, 3600, 1, "mkMGTP"},
    {"BTU", d_energy, 105'505'585'262.0, 1e8},
    {"MMBtu", d_energy, 105'505'585'262e6, 1e8},
    {"W", d_power, 1, 1, "numkMGT"},
    {"B", d_data, 1, 1, "kMGTPEi"},
    {"byte", d_data, 1, 1},
    {"bytes", d_data, 1, 1},
    {"bit", d_data, 1, 8, "kMGTP"},
    {"FLOP", d_operation, 1, 1, "kMGTPE"},
    {"FLOPS", d_flops, 1, 1, "kMGTPE"},
    {"tok", d_token, 1, 1, "kKMGTP"},
    {"token", d_token, 1, 1},
    {"tokens", d_token, 1, 1},
    {"gCO2e", d_co2e, 1, 1e3, "mk"},
    {"tCO2e", d_co2e, 1e3, 1, "kMG"},
    {"accelerator", d_accelerator, 1, 1},
    {"accelerators", d_accelerator, 1, 1},
    {"GPU", d_accelerator, 1, 1},
    {"GPUs", d_accelerator, 1, 1},
    {"L", d_volume, 1, 1e3, "mkM"},
    {"l", d_volume, 1, 1e3, "mk"},
    {"Pa", d_pressure, 1, 1, "kM"},
    {"bar", d_pressure, 1e5, 1, "m"},
    {"Hz", d_rate, 1, 1, "kMG"},
};

/// A prefix as a quotient; 0 where there is no such.
inline constexpr double prefix_up(char c) {
    switch (c) {
        case 'k':
        case 'K': return 1e3;
        case 'M': return 1e6;
        case 'G': return 1e9;
        case 'T': return 1e12;
        case 'P': return 1e15;
        case 'E': return 1e18;
        default: return 1.0;
    }
}
inline constexpr double prefix_down(char c) {
    switch (c) {
        case 'c': return 1e2;
        case 'm': return 1e3;
        case 'u': return 1e6;
        case 'n': return 1e9;
        case 'p': return 1e12;
        default: return 1.0;
    }
}
inline constexpr std::string_view binary_prefixes = "KMGTP"; // Ki, Mi ...: powers of 1,024

/// The unit of a name with its prefix.
inline std::optional<unit_size> named_unit(std::string_view text) {
    auto const of = [](unit_name const& n, double up, double down) {
        return unit_size{n.up * up, n.down * down, n.dimension, n.dimension == d_energy};
    };
    for (unit_name const& n : unit_names)
        if (text == n.text)
            return of(n, 1.0, 1.0);
    for (unit_name const& n : unit_names) {
        if (text.size() <= n.text.size() || text.substr(text.size() - n.text.size()) != n.text)
            continue;
        std::string_view const prefix = text.substr(0, text.size() - n.text.size());
        if (prefix.size() == 1 && n.prefixes.find(prefix[0]) != std::string_view::npos && prefix[0] != 'i')
            return of(n, prefix_up(prefix[0]), prefix_down(prefix[0]));
        if (prefix == "\xC2\xB5" || prefix == "\xCE\xBC") { // the micro sign, and the Greek letter
            if (n.prefixes.find('u') != std::string_view::npos)
                return of(n, 1.0, 1e6);
        }
        std::size_t const power = prefix.size() == 2 && prefix[1] == 'i' ? binary_prefixes.find(prefix[0]) : std::string_view::npos;
        if (power != std::string_view::npos && n.prefixes.find('i') != std::string_view::npos)
            return of(n, std::ldexp(1.0, 10 * (static_cast<int>(power) + 1)), 1.0);
    }
    return {};
}

/// Numerator and denominator without their common factor, where both are whole.
inline void shorten(unit_size& u) {
    constexpr double most = 9007199254740992.0; // 2^53: whole numbers are exact to here
    if (u.up == 1.0 || u.down == 1.0 || !(u.up <= most && u.down <= most) || u.up != std::floor(u.up) || u.down != std::floor(u.down))
        return;
    auto const common = static_cast<double>(std::gcd(static_cast<long long>(u.up), static_cast<long long>(u.down)));
    u.up /= common, u.down /= common;
}

class unit_reader {
public:
    explicit unit_reader(std::string_view text) : text_(text) {}

    /// The unit, or nothing: then fault() says why.
    std::optional<unit_size> read() {
        std::optional<unit_size> u = unit(0);
        blanks();
        if (u && at_ != text_.size())
            return fail("\"" + std::string(text_.substr(at_)) + "\" is no part of a unit");
        return u;
    }
    [[nodiscard]] std::string const& fault() const { return fault_; }
    [[nodiscard]] std::string const& unknown() const { return unknown_; } ///< the name that is no unit's, if that is the fault

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::string fault_, unknown_;

    std::nullopt_t fail(std::string text) {
        if (fault_.empty())
            fault_ = std::move(text);
        return std::nullopt;
    }
    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    static bool is_letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '$' || static_cast<unsigned char>(c) >= 0x80;
    }
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    void blanks() {
        while (peek() == ' ')
            ++at_;
    }
    bool word(std::string_view w) {
        if (text_.substr(at_, w.size()) != w || (at_ + w.size() < text_.size() && is_letter(text_[at_ + w.size()])))
            return false;
        at_ += w.size();
        return true;
    }

    static void times(unit_size& a, unit_size const& b, bool per) {
        a.up *= per ? b.down : b.up;
        a.down *= per ? b.up : b.down;
        a.dimension = per ? a.dimension - b.dimension : a.dimension + b.dimension;
        a.names_energy = a.names_energy || b.names_energy;
        shorten(a);
    }

    /// Products and quotients, parted by "per".
    std::optional<unit_size> unit(int depth) {
        if (depth > 4)
            return fail("too many brackets");
        blanks();
        unit_size all;
        bool per = word("per");
        for (;;) {
            std::optional<unit_size> const next = product(depth);
            if (!next)
                return {};
            times(all, *next, per);
            blanks();
            if (!word("per"))
                return all;
            per = true;
        }
    }
    std::optional<unit_size> product(int depth) {
        unit_size all;
        for (bool first = true;; first = false) {
            blanks();
            bool const per = peek() == '/';
            if (per || (peek() == '*' && !first))
                ++at_;
            else if (!first && (peek() == ')' || peek() == '\0' || is_per()))
                return all;
            blanks();
            std::optional<unit_size> const next = term(depth);
            if (!next)
                return {};
            times(all, *next, per);
        }
    }
    [[nodiscard]] bool is_per() const {
        return text_.substr(at_, 3) == "per" && (at_ + 3 >= text_.size() || !is_letter(text_[at_ + 3]));
    }
    std::optional<unit_size> term(int depth) {
        std::optional<unit_size> all = factor(depth);
        while (all && peek() == '-') {
            ++at_;
            std::optional<unit_size> const next = factor(depth);
            if (!next)
                return {};
            times(*all, *next, false);
        }
        return all;
    }
    std::optional<unit_size> factor(int depth) {
        if (peek() == '1' && !(at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))) {
            ++at_;
            return unit_size{};
        }
        bool const root = word("sqrt");
        if (peek() == '(') {
            ++at_;
            std::optional<unit_size> inside = unit(depth + 1);
            blanks();
            if (!inside)
                return {};
            if (peek() != ')')
                return fail("a bracket is not closed");
            ++at_;
            if (root) {
                for (signed char& e : inside->dimension.twice) {
                    if (e % 2 != 0)
                        return fail("a root of a root");
                    e = static_cast<signed char>(e / 2);
                }
                inside->up = std::sqrt(inside->up), inside->down = std::sqrt(inside->down);
            }
            return inside;
        }
        if (root)
            return fail("sqrt without brackets");
        std::size_t const start = at_;
        while (is_letter(peek()))
            ++at_;
        if (at_ > start + 1 && text_.substr(at_ - 2, 4) == "CO2e")
            at_ += 2;
        std::string_view const name = text_.substr(start, at_ - start);
        if (name.empty())
            return fail(peek() == '\0' ? "a unit is missing" : "\"" + std::string(text_.substr(at_)) + "\" is no unit");
        std::optional<unit_size> const u = named_unit(name);
        if (!u) {
            unknown_ = name;
            return fail("no unit is called \"" + std::string(name) + '"');
        }
        int const power = read_power();
        if (power == 0)
            return fail("a power of a unit is 1 to 4, or -1 to -4");
        unit_size all;
        for (int i = 0; i < (power < 0 ? -power : power); ++i)
            times(all, *u, power < 0);
        return all;
    }
    int read_power() {
        bool minus = false;
        if (peek() == '^') {
            ++at_;
            if (peek() == '-')
                minus = true, ++at_;
            if (!is_digit(peek()))
                return 0;
        } else if (!is_digit(peek()))
            return 1;
        int const power = peek() - '0';
        ++at_;
        if (is_digit(peek()) || power < 1 || power > 4)
            return 0;
        return minus ? -power : power;
    }
};

/// The house base unit of a dimension that has no name of its own: "kg m2/s3".
inline std::string base_unit_text(dimension_exponents const& d) {
    constexpr std::array<char const*, dimension_exponents::count> base = {
        "m", "kg", "s", "K", "USD", "B", "FLOP", "tok", "kgCO2e", "accelerator"};
    std::string above, below;
    for (std::size_t i = 0; i < base.size(); ++i) {
        int const twice = d.twice[i] < 0 ? -d.twice[i] : d.twice[i];
        if (twice == 0)
            continue;
        std::string name = base[i];
        if (twice % 2 != 0)
            name = "sqrt(" + name + (twice > 1 ? std::to_string(twice) : std::string{}) + ')';
        else if (twice > 2)
            name += std::to_string(twice / 2);
        if (d.twice[i] > 0)
            above += (above.empty() ? "" : " ") + name;
        else
            below += '/' + name;
    }
    return above.empty() ? '1' + below : above + below;
}

} // namespace detail
} // namespace tallywatt
