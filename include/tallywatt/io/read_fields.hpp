#pragma once
// Fields of a described struct from a JSON document. What is missing keeps its default; a field whose default makes no sense
// must be there.
//
//   number, quantity    0.8, "80%", "0.08 USD/kWh" (io/quantity_text.hpp); an estimate also {"low": ..., "likely": ..., "high": ...}
//   enumeration         its name: "fp8"
//   struct              a name ("hgx_h200"), an object of its fields, or {"like": "hgx_h200", "price": ...}: the named one, changed
//   one of several      a name, {"kind": "air_cooling", ...}, or {"like": ...}; null for none
//   list                [...], at most as long as the struct's array; the rest keeps its default
//
// Throws invalid_input with the place as a JSON pointer: /site/cooling: no cooling is called "direct": ...

#include <tallywatt/io/document.hpp>
#include <tallywatt/io/names.hpp>
#include <tallywatt/io/quantity_text.hpp>

#include <algorithm>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tallywatt::detail {

/// The text for the life of the program: structs hold names as pointers.
inline char const* keep_text(std::string const& text) {
    static std::mutex guard;
    static std::set<std::string> kept;
    std::lock_guard const lock(guard);
    return kept.insert(text).first->c_str();
}

/// "; near it: a, b" of the names nearest to one that is unknown; the whole list where none is near and it is short.
inline std::string near_text(std::string_view unknown, std::span<std::string_view const> names, char const* all_are) {
    std::vector<std::pair<int, std::size_t>> near;
    for (std::size_t i = 0; i < names.size(); ++i)
        near.emplace_back(catalog::detail::distance(unknown.substr(0, 48), names[i]), i);
    std::sort(near.begin(), near.end());
    std::string text;
    int const farthest =
        near.empty() ? -1 : std::min(near.front().first + 1, 1 + static_cast<int>(std::min<std::size_t>(unknown.size(), 20)) / 4);
    for (std::size_t i = 0; i < near.size() && i < 3 && near[i].first <= farthest; ++i)
        text += (i == 0 ? "; near it: " : ", ") + std::string(names[near[i].second]);
    constexpr std::size_t few = 24;
    if (text.empty() && !names.empty() && names.size() <= few)
        for (std::size_t i = 0; i < names.size(); ++i)
            text += (i == 0 ? std::string("; ") + all_are + ' ' : std::string(", ")) + std::string(names[i]);
    else if (text.empty() && !names.empty())
        text = "; there are " + std::to_string(names.size()) + ", such as " + std::string(names[0]) + " and " + std::string(names[1]);
    return text;
}

inline bounds both(bounds const& a, bounds const& b) {
    return {std::max(a.low, b.low), std::min(a.high, b.high), a.low >= b.low ? a.low_open : b.low_open};
}
inline bool is_within(double x, bounds const& b) { return x * 0.0 == 0.0 && x <= b.high && (b.low_open ? x > b.low : x >= b.low); }

/// A value of a field in a message.
inline std::string value_text(double x, shape const& s) {
    return s.what == shape_kind::number && s.style != number_style::plain ? quantity_text(x, s) : shortest(x);
}

/// "0 to 1", "above 0 W", "at least 1".
inline std::string bounds_text(bounds const& b, shape const& s) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    auto const text = [&](double x) { return value_text(x, s); };
    bool const low = b.low > -infinity, high = b.high < infinity && b.high < 1e299;
    if (low && high)
        return (b.low_open ? "above " : "") + text(b.low) + (b.low_open ? ", to " : " to ") + text(b.high);
    if (low)
        return (b.low_open ? "above " : "at least ") + text(b.low);
    return high ? "at most " + text(b.high) : "any value";
}

/// Whether all numbers that an object holds lie in their ranges.
inline bool makes_sense(shape const& s, bounds const& allowed, void const* object) {
    switch (s.what) {
        case shape_kind::number: {
            bounds const b = both(allowed, s.allowed);
            if (!s.ranged)
                return is_within(*static_cast<double const*>(object), b);
            auto const& e = *static_cast<estimate const*>(object);
            return is_within(e.low, b) && is_within(e.high, b) && e.low <= e.likely && e.likely <= e.high;
        }
        case shape_kind::integer: return is_within(static_cast<double>(s.get_integer(object)), allowed);
        case shape_kind::object: {
            auto const members = s.in_use(object);
            return std::all_of(members.begin(), members.end(), [&](shape::member const& m) {
                return makes_sense(m.of(), m.about.allowed, m.in(object));
            });
        }
        case shape_kind::list:
            if (s.counted && !is_within(static_cast<double>(s.used(object)), s.used_allowed))
                return false;
            for (std::size_t i = 0; i < s.used(object); ++i)
                if (!makes_sense(s.element(), allowed, s.at(object, i)))
                    return false;
            return true;
        case shape_kind::variant: {
            auto const& held = s.alternatives[s.index(object)];
            return held.of == nullptr || makes_sense(held.of(), allowed, s.held(object));
        }
        default: return true;
    }
}

class fields_reader {
public:
    explicit fields_reader(name_table const& names) : names_(names) {}

    /// Reads d into the object, which holds its defaults. Keys of `also` are another's.
    void read_root(document const& d, shape const& s, void* object, std::span<std::string_view const> also = {}) {
        document_path const root{};
        root_ = &s;
        if (!d.is(document::type::object))
            fail(root, found_text(d) + " is found; an object is wanted: {\"...\": ...}");
        read_members(root, d, s, object, also, true);
    }
    /// `inherited`: the object holds what another is like, and not its defaults.
    void read(
        document_path const& path, document const& d, shape const& s, bounds const& allowed, void* object, bool inherited = false
    ) const {
        switch (s.what) {
            case shape_kind::number: return read_number(path, d, s, allowed, object);
            case shape_kind::integer: return read_integer(path, d, s, allowed, object);
            case shape_kind::boolean:
                if (!d.is(document::type::boolean))
                    fail(path, found_text(d) + " is found; true or false is wanted");
                return s.set_integer(object, d.truth ? 1 : 0);
            case shape_kind::text: return read_text(path, d, object);
            case shape_kind::choice: return read_choice(path, d, s, object);
            case shape_kind::object: return read_object(path, d, s, object, inherited);
            case shape_kind::list: return read_list(path, d, s, allowed, object, inherited);
            case shape_kind::variant: return read_variant(path, d, s, allowed, object, inherited);
            case shape_kind::reference: return read_reference(path, d, s, object);
        }
    }

    [[noreturn]] static void fail(document_path const& path, std::string const& complaint, double value = 0.0, char const* unit = "") {
        std::string const text = path.text();
        throw invalid_input(text.empty() ? "/" : text, value, unit, readable(complaint));
    }

private:
    name_table const& names_;
    shape const* root_ = nullptr;

    static constexpr std::string_view comment = "$comment";

    static double number_of(document_path const& path, document const& d, shape const& s, bounds const& allowed) {
        double x = d.number;
        if (d.is(document::type::number)) {
            if (s.style == number_style::quantity || s.style == number_style::temperature)
                fail(path, found_text(d) + " has no unit; " + wanted_in_units(s) + ", for example " + example_text(s));
        } else if (d.is(document::type::text)) {
            quantity_read const q = read_quantity(d.text, s);
            if (!q.good())
                fail(path, q.fault);
            x = q.value;
        } else
            fail(path, found_text(d) + " is found; " + wanted_text(s) + " is wanted, for example " + example_text(s));
        if (!is_within(x, allowed))
            fail(path, found_text(d) + " is out of range; allowed: " + bounds_text(allowed, s), x);
        return x;
    }

    void read_number(document_path const& path, document const& d, shape const& s, bounds const& of_field, void* object) const {
        bounds const allowed = both(of_field, s.allowed);
        if (!d.is(document::type::object)) {
            double const x = number_of(path, d, s, allowed);
            if (s.ranged)
                *static_cast<estimate*>(object) = estimate{x};
            else
                *static_cast<double*>(object) = x;
            return;
        }
        if (!s.ranged)
            fail(path, "a range is found; one value is wanted, for example " + example_text(s));
        constexpr std::string_view keys[] = {"low", "likely", "high"};
        estimate e;
        double* const parts[] = {&e.low, &e.likely, &e.high};
        for (document::member const& m : d.members)
            if (std::find(std::begin(keys), std::end(keys), m.first) == std::end(keys) && m.first != comment)
                fail({&path, m.first}, "no part of a range is called so: low, likely, high");
        for (std::size_t i = 0; i < 3; ++i) {
            document const* const part = d.find(keys[i]);
            if (part == nullptr)
                fail(path, "the key \"" + std::string(keys[i]) + "\" is missing: a range is {\"low\": ..., \"likely\": ..., \"high\": ...}");
            *parts[i] = number_of({&path, keys[i]}, *part, s, allowed);
        }
        if (!(e.low <= e.likely && e.likely <= e.high))
            fail(path, "low, likely and high are not in order: " + value_text(e.low, s) + ", " + value_text(e.likely, s) + ", " + value_text(e.high, s), e.likely);
        *static_cast<estimate*>(object) = e;
    }

    static void read_integer(document_path const& path, document const& d, shape const& s, bounds const& allowed, void* object) {
        if (!d.is(document::type::number))
            fail(path, found_text(d) + " is found; a whole number is wanted");
        double const x = d.number;
        if (!(x >= -9e15 && x <= 9e15) || x != std::floor(x))
            fail(path, found_text(d) + " is found; a whole number is wanted", x);
        auto const whole = static_cast<long long>(x);
        if (!is_within(x, allowed) || whole < s.lowest || whole > s.highest)
            fail(path, found_text(d) + " is out of range; allowed: " + bounds_text(is_within(x, allowed) ? bounds{static_cast<double>(s.lowest), static_cast<double>(s.highest)} : allowed, s), x);
        s.set_integer(object, whole);
    }

    static void read_text(document_path const& path, document const& d, void* object) {
        constexpr std::size_t longest = 1000;
        if (d.is(document::type::null)) { // no text; a name that is printed stays one
            char const*& held = *static_cast<char const**>(object);
            held = held == nullptr ? nullptr : "";
            return;
        }
        if (!d.is(document::type::text))
            fail(path, found_text(d) + " is found; a text is wanted");
        if (d.text.size() > longest || d.text.find('\0') != std::string::npos)
            fail(path, "a text of at most 1000 characters is wanted");
        *static_cast<char const**>(object) = keep_text(d.text);
    }

    static void read_choice(document_path const& path, document const& d, shape const& s, void* object) {
        std::vector<std::string_view> known;
        for (std::string_view n : s.names)
            if (!n.empty())
                known.push_back(n);
        if (d.is(document::type::text))
            for (std::size_t i = 0; i < s.names.size(); ++i)
                if (!s.names[i].empty() && is_ascii(d.text) && catalog::detail::same({s.names[i]}, {d.text}))
                    return s.set_integer(object, static_cast<long long>(i));
        std::string list;
        for (std::string_view n : known)
            list += (list.empty() ? "" : ", ") + std::string(n);
        fail(path, found_text(d) + " is found; one of these is wanted: " + list);
    }

    /// The object that a name stands for, of those that fit the shape.
    named_object named(document_path const& path, document const& d, shape const& s, char const* what) const {
        if (!d.is(document::type::text))
            fail(path, found_text(d) + " is found; a name is wanted");
        std::vector<named_object> const all = objects_for(names_, s);
        if (all.empty())
            fail(path, found_text(d) + " is found; an object is wanted: no " + std::string(what) + " has a name");
        std::string_view const query = std::string_view(d.text).substr(0, 100);
        if (!is_ascii(query)) // signs do not count in names, but letters of other scripts are no signs
            fail(path, std::string("no ") + what + " is called " + found_text(d) + near_objects(all, query));
        auto const found = catalog::detail::search_for(std::span<named_object const>(all), query);
        if (found.count == 1)
            return *found.found;
        std::string text = std::string("no ") + what + " is called " + found_text(d);
        if (found.count > 1) {
            text = found_text(d) + " may be any of:";
            for (named_object const& o : all)
                if (catalog::fits(o.answers, query) == found.how)
                    text += (text.back() == ':' ? " " : ", ") + std::string(o.answers.id);
        } else
            text += near_objects(all, query);
        fail(path, text);
    }
    static std::string near_objects(std::vector<named_object> const& all, std::string_view query) {
        std::vector<std::pair<int, std::string_view>> near;
        for (named_object const& o : all)
            near.emplace_back(catalog::detail::distance_to(o.answers, query), o.answers.id);
        std::sort(near.begin(), near.end());
        constexpr std::size_t most = 4;
        int const farthest = std::min(near.front().first + 2, 1 + static_cast<int>(query.size()) / 2);
        std::string text;
        for (std::size_t i = 0; i < near.size() && i < most && near[i].first <= farthest; ++i)
            text += (i == 0 ? "; near it: " : ", ") + std::string(near[i].second);
        return text;
    }
    static char const* last_key(document_path const& path, shape const& s) {
        if (s.what == shape_kind::object)
            return s.kind;
        return keep_text(std::string(path.is_index || path.key.empty() ? std::string_view("object") : path.key.substr(0, 40)));
    }

    void read_object(document_path const& path, document const& d, shape const& s, void* object, bool inherited) const {
        if (d.is(document::type::text))
            return s.copy(object, named(path, d, s, s.kind).object);
        if (!d.is(document::type::object))
            fail(path, found_text(d) + " is found; " + object_wanted(s));
        bool whole = !inherited;
        if (document const* const like = d.find("like"); like != nullptr) {
            s.copy(object, named({&path, "like"}, *like, s, s.kind).object);
            whole = false;
        }
        if (document const* const kind = d.find("kind"); kind != nullptr && s.find("kind") == nullptr)
            if (!kind->is(document::type::text) || kind->text != s.kind)
                fail({&path, "kind"}, found_text(*kind) + " is found; \"" + s.kind + "\" is wanted");
        read_members(path, d, s, object, {}, whole);
    }
    std::string object_wanted(shape const& s) const {
        std::vector<named_object> const all = objects_for(names_, s);
        std::string const object = all.empty() ? "an object is wanted" : "an object, or a name such as \"" + std::string(all.front().answers.id) + "\", is wanted";
        return object;
    }

    void read_members(
        document_path const& path, document const& d, shape const& s, void* object, std::span<std::string_view const> also, bool whole
    ) const {
        std::vector<bool> given(s.members.size(), false);
        for (document::member const& m : d.members) {
            document_path const here{&path, m.first};
            shape::member const* const f = s.find(m.first);
            if (f == nullptr) {
                if (m.first == comment || m.first == "like" || m.first == "kind" || std::find(also.begin(), also.end(), m.first) != also.end())
                    continue;
                std::vector<std::string_view> keys;
                for (shape::member const& known : s.members)
                    keys.push_back(known.about.name);
                keys.insert(keys.end(), also.begin(), also.end());
                fail(path, "no key is called \"" + readable(m.first, 80) + '"' + elsewhere(path, s, m.first, near_text(m.first, keys, "the keys are")));
            }
            given[static_cast<std::size_t>(f - s.members.data())] = true;
            read(here, m.second, f->of(), f->about.allowed, f->in(object), !whole);
        }
        for (std::size_t i = 0; whole && i < s.in_use(object).size(); ++i) {
            shape::member const& f = s.members[i];
            if (!given[i] && !makes_sense(f.of(), f.about.allowed, f.in(object)))
                fail(path, "the key \"" + std::string(f.about.name) + "\" is missing: " + wanted_of(f.of()));
        }
    }
    /// Where a key that is unknown here is one, or what it is called; else what is near it.
    std::string elsewhere(document_path const& path, shape const& here, std::string_view key, std::string const& near) const {
        struct other_name {
            std::string_view heard, called;
            char const* what;
        };
        constexpr other_name others[] = {
            {"wacc", "discount", ": the real rate, the WACC less inflation"},
            {"power_price", "energy_price", ""},
            {"electricity_price", "energy_price", ""}};
        char const* what = "";
        for (other_name const& o : others)
            if (catalog::detail::same({o.heard}, {key})) {
                key = o.called, what = o.what;
                if (here.find(key) != nullptr)
                    return "; it is called \"" + std::string(key) + '"' + what;
            }
        step found = path_to(here, key);
        if (found.s != nullptr)
            found.path = path.text() + found.path;
        else if (root_ != nullptr)
            found = path_to(*root_, key);
        if (found.s == nullptr)
            return near;
        if (found.path == document_path{&path, key}.text()) // of another alternative
            return std::string("; it is a key of the kind \"") + found.s->kind + '"' + what;
        return "; there is " + found.path + what;
    }
    struct step {
        shape const* s = nullptr;
        std::string path{};
    };
    /// The shortest way down from an object to one that has a key of that name: "/accelerator/price". None where there is none.
    static step path_to(shape const& from, std::string_view key) {
        std::vector<step> queue{{&from, {}}};
        std::set<shape const*> seen{&from};
        for (std::size_t i = 0; i < queue.size(); ++i) {
            step const at = queue[i];
            if (at.s->what == shape_kind::object && at.s->find(key) != nullptr)
                return {at.s, at.path + '/' + std::string(key)};
            auto const add = [&](shape const& below, std::string const& to) {
                if (seen.insert(&below).second)
                    queue.push_back({&below, to});
            };
            for (shape::member const& m : at.s->members)
                if (m.of().what == shape_kind::object || m.of().what == shape_kind::variant)
                    add(m.of(), at.path + '/' + m.about.name);
            for (shape::alternative const& a : at.s->alternatives)
                if (a.of != nullptr)
                    add(a.of(), at.path);
        }
        return {};
    }
    std::string wanted_of(shape const& s) const {
        switch (s.what) {
            case shape_kind::number: return wanted_text(s) + ", for example " + example_text(s);
            case shape_kind::integer: return "a whole number";
            case shape_kind::list: return "a list";
            case shape_kind::variant: return variant_wanted(s);
            case shape_kind::object: return object_wanted(s);
            default: return "a value";
        }
    }

    void read_list(
        document_path const& path, document const& d, shape const& s, bounds const& allowed, void* object, bool inherited
    ) const {
        if (!d.is(document::type::list))
            fail(path, found_text(d) + " is found; a list is wanted: [...]");
        if (d.items.size() > s.count)
            fail(path, "a list of " + std::to_string(d.items.size()) + " is found; at most " + std::to_string(s.count) + " are taken");
        if (s.counted && !is_within(static_cast<double>(d.items.size()), s.used_allowed))
            fail(path, "a list of " + std::to_string(d.items.size()) + " is found; the number of its elements is wanted in " + bounds_text(s.used_allowed, {}));
        s.set_used(object, d.items.size());
        for (std::size_t i = 0; i < s.count; ++i) {
            void* const element = s.at(object, i);
            if (i < d.items.size())
                read({&path, {}, i, true}, d.items[i], s.element(), allowed, element, inherited);
            else
                s.element().copy(element, s.element().initial);
        }
    }

    void read_variant(
        document_path const& path, document const& d, shape const& s, bounds const& allowed, void* object, bool inherited
    ) const {
        std::size_t const count = s.alternatives.size();
        std::size_t nothing = count, only = count, some = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (s.alternatives[i].of == nullptr)
                nothing = i;
            else
                only = i, ++some;
        }
        if (d.is(document::type::null) || (d.is(document::type::text) && d.text == "none" && nothing < count)) {
            if (nothing == count)
                fail(path, "null is found; " + variant_wanted(s));
            s.emplace(object, nothing);
            return;
        }
        if (some == 1) {
            shape const& one = s.alternatives[only].of();
            bool const kept = s.index(object) == only && d.is(document::type::object);
            return read(path, d, one, allowed, kept ? const_cast<void*>(s.held(object)) : s.emplace(object, only), inherited && kept);
        }
        if (!d.is(document::type::text) && !d.is(document::type::object))
            fail(path, found_text(d) + " is found; " + variant_wanted(s));
        document const* const like = d.is(document::type::object) ? d.find("like") : &d;
        document const* const kind = d.is(document::type::object) ? d.find("kind") : nullptr;
        document_path const like_path{&path, "like"}, kind_path{&path, "kind"};
        if (like != nullptr) {
            named_object const found = named(like == &d ? path : like_path, *like, s, last_key(path, s));
            for (std::size_t i = 0; i < count; ++i) {
                if (s.alternatives[i].of == nullptr || &s.alternatives[i].of() != found.of)
                    continue;
                if (kind != nullptr && (!kind->is(document::type::text) || kind->text != found.of->kind))
                    fail(kind_path, found_text(*kind) + " is found, but " + found_text(*like) + " is of kind \"" + found.of->kind + '"');
                void* const held = s.emplace(object, i);
                found.of->copy(held, found.object);
                if (like != &d)
                    read_members(path, d, *found.of, held, {}, false);
                return;
            }
        }
        if (kind == nullptr && inherited && s.alternatives[s.index(object)].of != nullptr) // a change to what it holds
            return read_members(path, d, s.alternatives[s.index(object)].of(), const_cast<void*>(s.held(object)), {}, false);
        if (kind == nullptr)
            fail(path, "the key \"kind\" is missing; " + variant_wanted(s));
        if (!kind->is(document::type::text))
            fail(kind_path, found_text(*kind) + " is found; a text is wanted");
        std::vector<std::string_view> kinds;
        for (std::size_t i = 0; i < count; ++i) {
            if (s.alternatives[i].of == nullptr)
                continue;
            shape const& one = s.alternatives[i].of();
            if (kind->text == one.kind)
                return read_members(path, d, one, s.emplace(object, i), {}, true);
            kinds.push_back(one.kind);
        }
        fail(kind_path, "no kind is called " + found_text(*kind) + near_text(kind->text, kinds, "the kinds are"));
    }
    std::string variant_wanted(shape const& s) const {
        std::string kinds;
        for (shape::alternative const& a : s.alternatives)
            if (a.of != nullptr && a.of().what == shape_kind::object)
                kinds += (kinds.empty() ? "" : ", ") + std::string(a.of().kind);
        std::vector<named_object> const all = objects_for(names_, s);
        std::string text = kinds.empty() ? "a value is wanted" : "an object with \"kind\" (" + kinds + ")";
        if (!kinds.empty())
            text += all.empty() ? " is wanted" : ", or a name such as \"" + std::string(all.front().answers.id) + "\", is wanted";
        return text;
    }

    void read_reference(document_path const& path, document const& d, shape const& s, void* object) const {
        void const* to = nullptr;
        if (!d.is(document::type::null))
            to = named(path, d, s, s.element().kind).object;
        *static_cast<void const**>(object) = to;
    }
};

} // namespace tallywatt::detail
