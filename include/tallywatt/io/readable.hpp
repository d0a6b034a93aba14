#pragma once
// Foreign text in a message: shortened, on one line, and nothing in it that a terminal obeys or a reader cannot see. Control
// characters, invisible ones and bytes that are no UTF-8 are written out.
//
//   readable("100\xC2\xA0" "MW\n")      100\u00a0MW\n        (of text with a no-break space and a line break)

#include <cstddef>
#include <string>
#include <string_view>

namespace tallywatt::detail {

/// The code point that text starts with and its bytes; no bytes where it starts with no UTF-8.
struct code_point {
    unsigned long value = 0;
    std::size_t bytes = 0;
};
inline code_point first_code_point(std::string_view text) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    unsigned char const lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    std::size_t const bytes = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
    if (bytes == 0 || bytes > text.size())
        return {};
    unsigned long value = lead & (0xffU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return {};
        value = value << 6 | (byte(i) & 0x3f);
    }
    bool const too_long = value < (bytes == 4 ? 0x10000UL : bytes == 3 ? 0x800UL : 0x80UL);
    return too_long || (value >= 0xd800 && value < 0xe000) || value > 0x10ffff ? code_point{} : code_point{value, bytes};
}

inline constexpr bool is_invisible(unsigned long c) {
    return c < 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202f)
           || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
}

/// At most that many bytes of the text, cut between characters.
inline std::string readable(std::string_view text, std::size_t most = std::string_view::npos) {
    constexpr char const* hex = "0123456789abcdef";
    std::string out;
    while (!text.empty()) {
        code_point const c = first_code_point(text);
        std::size_t const bytes = c.bytes == 0 ? 1 : c.bytes;
        if (bytes > most)
            return out + "...";
        most -= most == std::string_view::npos ? 0 : bytes;
        if (c.bytes == 0) {
            auto const b = static_cast<unsigned char>(text[0]);
            ((out += "\\x") += hex[b >> 4]) += hex[b & 15];
        } else if (c.value == '\n' || c.value == '\t' || c.value == '\r')
            out += c.value == '\n' ? "\\n" : c.value == '\t' ? "\\t" : "\\r";
        else if (is_invisible(c.value)) {
            out += "\\u";
            for (int shift = 12; shift >= 0; shift -= 4)
                out += hex[c.value >> shift & 15];
        } else
            out += text.substr(0, bytes);
        text.remove_prefix(bytes);
    }
    return out;
}

/// Whether all of it is ASCII.
inline constexpr bool is_ascii(std::string_view text) {
    for (char c : text)
        if (static_cast<unsigned char>(c) >= 0x80)
            return false;
    return true;
}

} // namespace tallywatt::detail
