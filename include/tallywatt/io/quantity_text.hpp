#pragma once
// Quantities as text: a number and a unit, "0.08 USD/kWh", "100 MW", "4%", "35 degC", "80 GiB", held against what a field
// measures. Written text reads back as the same number, bit for bit.
//
//   read_quantity("100 MW", shape_of<power<>>())      value 1e8
//   read_quantity("100 MWh", shape_of<power<>>())     fault: "100 MWh" is an energy; a power is wanted, in W, kW, MW or GW
//   quantity_text(1e8, shape_of<power<>>())           "100 MW"
//
// How units are spelled: io/unit_text.hpp. Temperatures are points ("35 degC", "95 degF", "308.15 K"); their differences are
// in K. Fractions, ratios and rates are numbers or per cent.

#include <tallywatt/catalog/names.hpp>
#include <tallywatt/io/readable.hpp>
#include <tallywatt/io/shape.hpp>
#include <tallywatt/io/unit_text.hpp>

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tallywatt {

/// What was read: a value in house base units, or what is wrong with the text.
struct quantity_read {
    double value = 0.0;
    std::string fault{};
    [[nodiscard]] bool good() const { return fault.empty(); }
};

namespace detail {

struct measured_thing {
    dimension_exponents dimension;
    char const* name;
};
template <class Q>
inline constexpr dimension_exponents of_ = exponents_of<typename Q::dimension_type>;
inline constexpr measured_thing measured_things[] = {
    {of_<length<>>, "a length"},
    {of_<area<>>, "an area"},
    {of_<volume<>>, "a volume"},
    {of_<mass<>>, "a mass"},
    {of_<duration<>>, "a duration"},
    {of_<rate<>>, "a rate per time"},
    {of_<temperature_difference<>>, "a temperature difference"},
    {of_<rate_per_kelvin<>>, "a rate per kelvin"},
    {of_<area_density<>>, "a density per area"},
    {of_<thermal_resistance<>>, "a thermal resistance"},
    {of_<heat_flux<>>, "a heat flux"},
    {of_<energy<>>, "an energy"},
    {of_<power<>>, "a power"},
    {of_<area_per_power<>>, "an area per power"},
    {of_<energy_per_area<>>, "an energy per area"},
    {of_<volume_per_energy<>>, "a volume per energy"},
    {of_<volume_rate<>>, "a volume per time"},
    {of_<density<>>, "a density"},
    {d_pressure, "a pressure"},
    {of_<data_size<>>, "a size in bytes"},
    {of_<byte_rate<>>, "bytes per time"},
    {of_<operation_count<>>, "a count of operations"},
    {of_<flop_rate<>>, "operations per time"},
    {of_<token_count<>>, "a count of tokens"},
    {of_<token_rate<>>, "tokens per time"},
    {of_<accelerator_count<>>, "a count of accelerators"},
    {of_<accelerator_rate<>>, "accelerators per time"},
    {of_<accelerator_time<>>, "accelerator time"},
    {of_<energy_per_operation<>>, "an energy per operation"},
    {of_<energy_per_data<>>, "an energy per byte"},
    {of_<energy_per_token<>>, "an energy per token"},
    {of_<token_per_energy<>>, "tokens per energy"},
    {of_<data_per_token<>>, "bytes per token"},
    {of_<operation_per_token<>>, "operations per token"},
    {of_<duration_per_token<>>, "a duration per token"},
    {of_<volume_per_token<>>, "a volume per token"},
    {of_<duration_per_root_data<>>, "a duration per root of bytes"},
    {of_<money<>>, "money"},
    {of_<money_rate<>>, "money per time"},
    {of_<money_per_energy<>>, "a price per energy"},
    {of_<money_per_power<>>, "a price per power"},
    {of_<money_per_token<>>, "a price per token"},
    {of_<money_per_accelerator_time<>>, "a price per accelerator time"},
    {of_<money_per_area<>>, "a price per area"},
    {of_<money_per_data<>>, "a price per byte"},
    {of_<money_per_volume<>>, "a price per volume"},
    {of_<money_per_co2e<>>, "a price per CO2e"},
    {of_<co2e<>>, "an amount of CO2e"},
    {of_<co2e_rate<>>, "CO2e per time"},
    {of_<co2e_per_energy<>>, "CO2e per energy"},
    {of_<co2e_per_power<>>, "CO2e per power"},
    {of_<co2e_per_token<>>, "CO2e per token"},
    {of_<co2e_per_area<>>, "CO2e per area"},
    {of_<co2e_per_data<>>, "CO2e per byte"},
};

inline std::string measured_name(dimension_exponents const& d) {
    for (measured_thing const& m : measured_things)
        if (m.dimension == d)
            return m.name;
    return "a quantity in " + base_unit_text(d);
}

/// "W, kW, MW or GW".
inline std::string units_text(shape const& s) {
    if (s.style == number_style::temperature)
        return "degC";
    if (s.style != number_style::quantity)
        return "plain numbers or %";
    std::string text;
    std::size_t count = 0, i = 0;
    for (unit_symbol const& u : s.units)
        count += u.printed;
    for (unit_symbol const& u : s.units) {
        if (!u.printed)
            continue;
        text += (i == 0 ? "" : i + 1 == count ? " or " : ", ") + std::string(u.text);
        ++i;
    }
    return text;
}

/// "a power".
inline std::string wanted_text(shape const& s) {
    switch (s.style) {
        case number_style::temperature: return "a temperature";
        case number_style::quantity: return s.per_power ? "a charge per power and time" : measured_name(s.dimension);
        case number_style::share: return s.allowed.high <= 1.0 ? "a fraction" : "a ratio";
        default: return "a number";
    }
}
inline std::string wanted_in_units(shape const& s) { return wanted_text(s) + " is wanted, in " + units_text(s); }

/// An example of what is wanted.
inline std::string example_text(shape const& s) {
    if (s.style == number_style::temperature)
        return "\"35 degC\"";
    if (s.style != number_style::quantity)
        return s.allowed.high <= 1.0 ? "0.8 or \"80%\"" : "1.2";
    std::size_t printed = 0, i = 0;
    for (unit_symbol const& u : s.units)
        printed += u.printed;
    for (unit_symbol const& u : s.units)
        if (u.printed && i++ == printed / 2)
            return "\"10 " + std::string(u.text) + '"';
    return "a number and its unit";
}

/// What people write for a unit, and how it is written here; a prefix before it stays.
inline constexpr std::pair<std::string_view, std::string_view> other_spellings[] = {
    {"bps", "bit/s"}, {"Bps", "B/s"}, {"OPS", "FLOP/s"}, {"FLOPs", "FLOP"}, {"gCO", "gCO2e"}, {"tCO", "tCO2e"},
    {"\xC2\xB2", "2"}, {"\xC2\xB3", "3"}};

/// The spelled unit nearest to an unknown one, of those that the wanted quantity is measured in.
inline std::string near_unit(std::string_view unknown, shape const& s) {
    if (s.style == number_style::temperature)
        return unknown == "C" || unknown == "F" ? "deg" + std::string(unknown) : std::string{};
    for (auto const& [heard, written] : other_spellings)
        if (unknown.size() >= heard.size() && unknown.substr(unknown.size() - heard.size()) == heard) {
            std::string const name = std::string(unknown.substr(0, unknown.size() - heard.size())) + std::string(written);
            if (unit_reader(name).read())
                return name;
        }
    int least = 1 + (unknown.size() <= 2 ? 0 : unknown.size() <= 5 ? 1 : 2);
    std::string best;
    auto const offer = [&](std::string const& name) {
        int const d = catalog::detail::distance(unknown, name);
        if (d < least)
            least = d, best = name;
    };
    std::vector<dimension_exponents> measured; // by the parts of the quantity's own units: of "USD/kWh" money and energy
    for (unit_symbol const& u : s.units)
        for (std::string_view rest = u.text; !rest.empty();) {
            std::size_t letters = 0;
            while (letters < rest.size() && catalog::detail::is_letter(rest[letters]))
                ++letters;
            if (letters > 1 && rest.substr(letters - 2, 4) == "CO2e")
                letters += 2;
            std::string const name(rest.substr(0, letters));
            if (std::optional<unit_size> const part = named_unit(name); part) {
                offer(name);
                measured.push_back(part->dimension);
            }
            rest.remove_prefix(letters == 0 ? 1 : letters);
        }
    for (unit_name const& n : unit_names) {
        if (std::find(measured.begin(), measured.end(), n.dimension) == measured.end())
            continue;
        offer(std::string(n.text));
        for (char prefix : n.prefixes)
            if (prefix != 'i')
                offer(prefix + std::string(n.text));
            else
                for (char binary : binary_prefixes)
                    offer(std::string{binary, 'i'} + std::string(n.text));
    }
    return best;
}

/// Whether a number that no double holds is small: its exponent is negative.
inline bool is_tiny(std::string_view number) {
    std::size_t const e = number.find_first_of("eE");
    if (e != std::string_view::npos)
        return e + 1 < number.size() && number[e + 1] == '-';
    return number.find_first_of("123456789") > number.find('.');
}

/// Reads the number that text starts with; what follows it is left in text.
inline std::optional<double> leading_number(std::string_view& text) {
    std::size_t start = 0;
    if (!text.empty() && text[0] == '+')
        start = 1;
    double x = 0.0;
    char const* const first = text.data() + start;
    char const* const last = text.data() + text.size();
    if (first == last || !((*first >= '0' && *first <= '9') || (*first == '-' && start == 0) || *first == '.'))
        return {};
    auto const [end, error] = std::from_chars(first, last, x);
    if (error == std::errc::result_out_of_range) // from_chars leaves x as it was: too large, or too small to tell from 0
        x = detail::is_tiny({first, end}) ? 0.0 : std::numeric_limits<double>::infinity();
    else if (error != std::errc{})
        return {};
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return x;
}

inline std::string shortest(double x) {
    char buffer[40];
    auto const r = std::to_chars(buffer, buffer + sizeof buffer, x);
    return {buffer, r.ptr};
}

inline double from_celsius(double c) { return c + 273.15; } // as celsius() in units/temperature.hpp

} // namespace detail

/// What text says of a field's number, in house base units.
inline quantity_read read_quantity(std::string_view text, shape const& s) {
    using namespace detail;
    std::string const quoted = '"' + readable(text, 60) + '"';
    auto const fault = [&](std::string const& what) { return quantity_read{0.0, quoted + what}; };
    auto const finite = [&](double x) { return x * 0.0 == 0.0 ? quantity_read{x, {}} : fault(" is too large a number"); };
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    std::optional<double> const number = leading_number(text);
    if (!number)
        return fault(" is not a number with its unit; " + wanted_in_units(s) + ", for example " + example_text(s));
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    if (!(*number * 0.0 == 0.0))
        return fault(" is too large a number");
    if (text == "%") {
        if (s.style == number_style::share || s.style == number_style::plain)
            return finite(*number / 100.0);
        return fault(" is a share; " + wanted_in_units(s));
    }
    if (text.empty()) {
        if (s.style == number_style::share || s.style == number_style::plain)
            return finite(*number);
        return fault(" has no unit; " + wanted_in_units(s) + ", for example " + example_text(s));
    }
    if (text == "degC" || text == "\xC2\xB0" "C" || text == "degF" || text == "\xC2\xB0" "F") {
        if (s.style == number_style::temperature)
            return finite(text.back() == 'C' ? from_celsius(*number) : from_celsius((*number - 32.0) / 1.8));
        if (s.dimension == d_kelvin)
            return fault(" is a temperature on a scale; a difference is wanted, in K");
        return fault(" is a temperature; " + wanted_in_units(s));
    }
    std::size_t const next = text.find_first_not_of(' ', 1);
    bool const is_quotient = text[0] == '1' && next != std::string_view::npos && text[next] == '/'; // 1/s
    if ((text[0] >= '0' && text[0] <= '9' && !is_quotient) || text[0] == ',' || text[0] == '_')
        return fault(": digits are written without blanks or signs between them, then a unit; " + wanted_in_units(s));
    unit_reader reader(text);
    std::optional<unit_size> const unit = reader.read();
    if (!unit) {
        std::string more = readable(reader.fault(), 120);
        if (!reader.unknown().empty()) {
            std::string const near = near_unit(reader.unknown(), s);
            if (!near.empty())
                more += " (near it: " + near + ')';
        }
        return fault(": " + more + "; " + wanted_in_units(s));
    }
    if (s.style == number_style::share || s.style == number_style::plain) {
        if (!unit->dimension.none())
            return fault(" is " + measured_name(unit->dimension) + "; " + wanted_in_units(s));
        return finite(unit->of(*number));
    }
    if (unit->dimension != s.dimension)
        return fault(" is " + measured_name(unit->dimension) + "; " + wanted_in_units(s));
    if (s.dimension == exponents_of<dim::per<dim::money, dim::energy>> && s.per_power == unit->names_energy)
        return fault(
            std::string(" is ") + (s.per_power ? "a price per energy" : "a charge per power and time") + "; " + wanted_in_units(s)
        );
    return finite(unit->of(*number));
}

/// A number with its unit (the one a value of that size is best read in), as short as it can be for read_quantity to give
/// the same number back.
inline std::string quantity_text(double base, shape const& s) {
    using namespace detail;
    if (s.style == number_style::share || s.style == number_style::plain)
        return shortest(base);
    auto const written_in = [&](double guess, std::string_view unit, auto const& back) -> std::string {
        char buffer[40];
        for (int digits = 1; digits <= 17; ++digits) {
            auto const r = std::to_chars(buffer, buffer + sizeof buffer, guess, std::chars_format::general, digits);
            double again = 0.0;
            std::from_chars(buffer, r.ptr, again);
            if (back(again) == base) { // rounded to as many digits, and no exponent where it fits in 15 places
                double const size = again < 0.0 ? -again : again;
                std::string text = shortest(again);
                if (size >= 1e5 && size < 1e15 && again == std::floor(again)) {
                    auto const whole = std::to_chars(buffer, buffer + sizeof buffer, static_cast<long long>(again));
                    text.assign(buffer, whole.ptr);
                }
                return text + ' ' + std::string(unit);
            }
        }
        return {};
    };
    if (s.style == number_style::temperature) {
        std::string const text = written_in(base - 273.15, "degC", from_celsius);
        return text.empty() ? shortest(base) + " K" : text;
    }
    unit_symbol const best = fitting_unit(base, s.units);
    unit_reader reader(best.text);
    if (std::optional<unit_size> const unit = reader.read(); unit && unit->dimension == s.dimension) {
        std::string const text = written_in(base * unit->down / unit->up, best.text, [&](double x) { return unit->of(x); });
        if (!text.empty())
            return text;
    }
    for (unit_symbol const& u : s.units) // the house base unit holds every number
        if (u.scale == 1.0)
            return shortest(base) + ' ' + u.text;
    return shortest(base) + ' ' + best.text;
}

} // namespace tallywatt
