#pragma once
// Parts found by name: case, spaces, hyphens and other signs do not count. A query fits an entry
//
//   exactly   where it is one of its names, with or without the vendor before it: "h100", "NVIDIA H-100", "trn2"
//   in part   where it stands in the vendor and one of its names, from the start of a word to the end of a word or of its
//             letters: "gaudi" in "Intel Gaudi 2", "4090" in "GeForce RTX 4090", but not "l40" in "L40S"
//
// What fits in part counts only where nothing fits exactly; several are an ambiguity, for the caller to name. Nothing is
// allocated but for the message of an error.
//
//   named n{"NVIDIA", "H100 SXM5 80GB", names};   fits(n, "nvidia h100") == fit::exact;

#include <tallywatt/number/error.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tallywatt::catalog {

/// What an entry answers to: every name also with the vendor before it.
struct named {
    std::string_view vendor;
    std::string_view name;
    std::string_view id;
    std::span<char const* const> aliases{}; ///< null ones do not count
};

enum class fit : unsigned char { none, part, exact };

namespace detail {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool counts(char c) { return is_digit(c) || is_letter(c); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Letters and digits of two texts, one after the other, in lower case.
struct letters {
    std::string_view first, second{};
    std::size_t at = 0;
    [[nodiscard]] constexpr char raw(std::size_t i) const {
        return i < first.size() ? first[i] : i - first.size() < second.size() ? second[i - first.size()] : '\0';
    }
    [[nodiscard]] constexpr std::size_t size() const { return first.size() + second.size(); }
    /// The next one, or 0 at the end.
    constexpr char next() {
        while (at < size() && !counts(raw(at)))
            ++at;
        return at < size() ? lower(raw(at++)) : '\0';
    }
};

constexpr bool same(letters a, letters b) {
    for (;;) {
        char const x = a.next(), y = b.next();
        if (x != y)
            return false;
        if (x == '\0')
            return true;
    }
}

constexpr bool is_empty(std::string_view query) {
    letters q{query};
    return q.next() == '\0';
}

/// Whether the text holds the query from the start of a word on, to the end of a word or of its letters.
constexpr bool holds(std::string_view text, std::string_view query) {
    for (std::size_t start = 0; start < text.size(); ++start) {
        if (!counts(text[start]) || (start > 0 && counts(text[start - 1])))
            continue;
        letters t{text, {}, start}, q{query};
        char last = '\0';
        bool all = true;
        for (char c = q.next(); c != '\0'; c = q.next()) {
            if (t.next() != c) {
                all = false;
                break;
            }
            last = c;
        }
        if (!all || last == '\0')
            continue;
        char const following = t.at < text.size() ? text[t.at] : '\0';
        if (!counts(following) || (is_letter(last) && is_digit(following)))
            return true;
    }
    return false;
}

/// Least changes (insert, remove, replace a sign) from one to the other, of their letters and digits; up to 47 of them.
constexpr int distance(std::string_view from, std::string_view to) {
    constexpr std::size_t most = 48;
    std::array<char, most> b{};
    std::size_t n = 0;
    for (letters t{to}; n + 1 < most;) {
        char const c = t.next();
        if (c == '\0')
            break;
        b[n++] = c;
    }
    std::array<int, most> row{};
    for (std::size_t j = 0; j <= n; ++j)
        row[j] = static_cast<int>(j);
    letters f{from};
    int i = 0;
    for (char c = f.next(); c != '\0'; c = f.next()) {
        int diagonal = row[0];
        row[0] = ++i;
        for (std::size_t j = 1; j <= n; ++j) {
            int const replaced = diagonal + (b[j - 1] == c ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[n];
}

} // namespace detail

/// How a query fits an entry.
constexpr fit fits(named const& n, std::string_view query) {
    if (detail::is_empty(query))
        return fit::none;
    auto const exact = [&](std::string_view name) {
        return !name.empty() && (detail::same({name}, {query}) || detail::same({n.vendor, name}, {query}));
    };
    bool found = exact(n.name) || exact(n.id);
    for (char const* a : n.aliases)
        found = found || (a != nullptr && exact(a));
    if (found)
        return fit::exact;
    // the vendor alone, a part of a name, or the vendor and a part of a name
    found = detail::holds(n.vendor, query) || detail::holds(n.name, query);
    for (char const* a : n.aliases)
        found = found || (a != nullptr && detail::holds(a, query));
    for (std::size_t cut = 1; !found && cut < query.size(); ++cut) {
        std::string_view const before = query.substr(0, cut), after = query.substr(cut);
        if (detail::is_empty(after) || !detail::holds(n.vendor, before))
            continue;
        found = detail::holds(n.name, after);
        for (char const* a : n.aliases)
            found = found || (a != nullptr && detail::holds(a, after));
    }
    return found ? fit::part : fit::none;
}

namespace detail {

inline int distance_to(named const& n, std::string_view query) {
    int least = std::min(distance(query, n.name), distance(query, n.id));
    least = std::min(least, distance(query, std::string(n.vendor) + std::string(n.name)));
    for (char const* a : n.aliases)
        if (a != nullptr)
            least = std::min({least, distance(query, a), distance(query, std::string(n.vendor) + a)});
    return least;
}

inline std::string full_name(named const& n) {
    return n.vendor.empty() ? std::string(n.name) : std::string(n.vendor) + ' ' + std::string(n.name);
}

template <class Entry>
[[noreturn]] void throw_unfound(char const* what, std::span<Entry const> all, std::string_view query) {
    std::string text = std::string("no ") + what + " is called \"" + std::string(query) + '"';
    std::vector<std::pair<int, std::size_t>> near;
    if (!is_empty(query))
        for (std::size_t i = 0; i < all.size(); ++i)
            near.emplace_back(distance_to(name_of(all[i]), query), i);
    std::sort(near.begin(), near.end());
    constexpr std::size_t most = 4;
    // those hardly worse than the nearest, none that shares less than half of the query
    int const farthest = near.empty() ? 0 : std::min(near.front().first + 2, 1 + static_cast<int>(query.size()) / 2);
    for (std::size_t i = 0; i < near.size() && i < most && near[i].first <= farthest; ++i)
        text += (i == 0 ? "; near it: " : ", ") + full_name(name_of(all[near[i].second]));
    throw invalid_input(what, 0.0, "", text);
}

template <class Entry>
[[noreturn]] void throw_ambiguous(char const* what, std::span<Entry const> all, std::string_view query, fit how) {
    std::string text = '"' + std::string(query) + "\" may be any of: ";
    bool first = true;
    for (Entry const& e : all)
        if (fits(name_of(e), query) == how) {
            text += (first ? "" : ", ") + full_name(name_of(e));
            first = false;
        }
    throw invalid_input(what, 0.0, "", text);
}

/// The best fit among entries, and how many have it.
template <class Entry>
struct search {
    Entry const* found = nullptr;
    fit how = fit::none;
    int count = 0;
};
template <class Entry>
constexpr search<Entry> search_for(std::span<Entry const> all, std::string_view query) {
    search<Entry> s;
    for (Entry const& e : all) {
        fit const f = fits(name_of(e), query);
        if (f == fit::none || f < s.how)
            continue;
        if (f > s.how)
            s = {&e, f, 0};
        ++s.count;
    }
    return s;
}

} // namespace detail

/// The entry that a query names. Throws invalid_input with near names where none fits, and with all that fit where several
/// do. Entries need name_of(entry), a `named`, found beside their type.
template <class Entry>
constexpr Entry const& find_by_name(char const* what, std::span<Entry const> all, std::string_view query) {
    auto const s = detail::search_for(all, query);
    if (s.count == 0)
        detail::throw_unfound(what, all, query);
    if (s.count > 1)
        detail::throw_ambiguous(what, all, query, s.how);
    return *s.found;
}

/// Calls visit(entry) for each entry that fits best: one where a name fits exactly, a family ("Gaudi") or a vendor's all.
template <class Entry, class F>
constexpr void for_each_by_name(std::span<Entry const> all, std::string_view query, F&& visit) {
    auto const s = detail::search_for(all, query);
    for (Entry const& e : all)
        if (s.count > 0 && fits(name_of(e), query) == s.how)
            visit(e);
}

} // namespace tallywatt::catalog
