#pragma once
// JSON Schema (draft 2020-12) of a described struct, from the field lists that its reader uses: units as patterns, ranges of
// numbers, names of enumerators and of the catalog. What a schema cannot say (a quantity's range in units, fields that
// contradict each other) stands in descriptions, and the reader checks it.
//
//   std::string s = json_schema(shape_of<uncertain_deployment>(), catalog_names(), "a scenario", also);

#include <tallywatt/io/read_fields.hpp>
#include <tallywatt/io/unit_pattern.hpp>
#include <tallywatt/io/write_fields.hpp>

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tallywatt {

namespace detail {

/// A name as files and addresses spell it: "nvidia-h200-sxm".
inline std::string slug(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (catalog::detail::counts(c))
            out += catalog::detail::lower(c);
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out;
}

class schema_writer {
public:
    explicit schema_writer(name_table const& names) : names_(names) {}

    std::string write(shape const& root, std::string_view title, std::span<std::string_view const> texts) {
        find_named(root, false);
        std::string const body = object_schema(root, false, texts);
        std::string out = "{\n\"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n\"title\": ";
        append_quoted(out, title);
        out += ",\n" + body.substr(1, body.size() - 2) + ",\n\"$defs\": {";
        bool first = true;
        while (!waiting_.empty()) { // definitions name further ones
            shape const* const s = waiting_.back();
            waiting_.pop_back();
            defined_[name_of_definition(*s)] = s->what == shape_kind::object ? object_schema(*s, false, {}) : number_schema(*s);
        }
        for (auto const& [name, text] : lists_)
            defined_[name] = text;
        for (auto const& [name, text] : defined_) {
            out += first ? "\n" : ",\n";
            first = false;
            append_quoted(out, name);
            out += ": " + text;
        }
        return out + "\n}\n}\n";
    }

private:
    name_table const& names_;
    std::map<shape const*, std::string> definitions_{};
    std::map<std::string, std::string> defined_{};
    std::map<std::string, std::string> lists_{};
    std::vector<shape const*> waiting_{};
    std::set<shape const*> inside_named_{}; ///< parts of what has a name: an object that is like it may change them alone
    std::set<std::pair<shape const*, bool>> seen_{};

    void find_named(shape const& s, bool inside) {
        if (!seen_.emplace(&s, inside).second)
            return;
        if (inside)
            inside_named_.insert(&s);
        bool const below = inside || (s.what == shape_kind::object && !names_.of(s).empty());
        for (shape::member const& m : s.members)
            find_named(m.of(), below);
        if (s.what == shape_kind::list)
            find_named(s.element(), below);
        for (shape::alternative const& a : s.alternatives)
            if (a.of != nullptr)
                find_named(a.of(), below);
    }

    std::string const& name_of_definition(shape const& s) {
        auto const found = definitions_.find(&s);
        if (found != definitions_.end())
            return found->second;
        std::string name = s.kind;
        if (s.what == shape_kind::number)
            name = wanted_text(s) + (s.ranged ? ", or its range" : "");
        auto const taken = [&](std::string const& n) {
            for (auto const& [other, text] : definitions_)
                if (text == n)
                    return true;
            return false;
        };
        std::string unique = name;
        for (int i = 2; taken(unique); ++i)
            unique = name + ' ' + std::to_string(i);
        waiting_.push_back(&s);
        return definitions_.emplace(&s, unique).first->second;
    }
    static std::string ref(std::string const& name) {
        std::string escaped;
        for (char c : name)
            escaped += c == ' ' ? "%20" : c == ',' ? "%2C" : std::string(1, c);
        return "{\"$ref\": \"#/$defs/" + escaped + "\"}";
    }

    /// Every spelling of the names that stand for a shape's objects; empty where there are none.
    std::string names_schema(shape const& s, std::string const& of) {
        std::vector<named_object> const all = objects_for(names_, s);
        if (all.empty())
            return {};
        std::string const key = "name of " + of;
        if (lists_.find(key) == lists_.end()) {
            std::set<std::string> spelled;
            for (named_object const& o : all) {
                catalog::named const& n = o.answers;
                spelled.emplace(n.id);
                auto const add = [&](std::string_view name) {
                    if (name.empty())
                        return;
                    std::string const full = n.vendor.empty() ? std::string(name) : std::string(n.vendor) + ' ' + std::string(name);
                    for (std::string const& text : {std::string(name), full, slug(name), slug(full)})
                        spelled.insert(text);
                };
                add(n.name);
                for (char const* a : n.aliases)
                    if (a != nullptr)
                        add(a);
            }
            std::string text = "{\"enum\": [";
            for (std::string const& name : spelled) {
                text += text.back() == '[' ? "" : ", ";
                append_quoted(text, name);
            }
            lists_[key] = text + "]}";
        }
        return ref(key);
    }

    static std::string limits_of(bounds const& b) {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        std::string text;
        if (b.low > -infinity)
            text += (b.low_open ? ", \"exclusiveMinimum\": " : ", \"minimum\": ") + shortest(b.low);
        if (b.high < infinity && b.high < 1e299)
            text += ", \"maximum\": " + shortest(b.high);
        return text;
    }

    std::string number_schema(shape const& s) {
        std::string one = "{\"type\": \"string\", \"pattern\": ";
        append_quoted(one, quantity_pattern(s));
        one += '}';
        if (s.style == number_style::share || s.style == number_style::plain)
            one = "{\"type\": \"number\"" + limits_of(s.allowed) + "}, " + one;
        if (!s.ranged)
            return "{\"anyOf\": [" + one + "]}";
        std::string part = ref(name_of_definition(s)); // the value alone, wherever the range names it
        part.insert(part.size() - 2, "/anyOf/0");
        return "{\"anyOf\": [{\"anyOf\": [" + one + "]}, {\"type\": \"object\", \"properties\": {\"low\": " + part + ", \"likely\": " + part
               + ", \"high\": " + part + "}, \"required\": [\"low\", \"likely\", \"high\"], \"additionalProperties\": false}]}";
    }

    std::string member_schema(shape const& s, bounds const& allowed) {
        switch (s.what) {
            case shape_kind::number: return ref(name_of_definition(s));
            case shape_kind::integer:
                return "{\"type\": \"integer\""
                       + limits_of(both(allowed, {s.lowest >= 0 ? static_cast<double>(s.lowest) : -std::numeric_limits<double>::infinity(), s.highest < 1000 ? static_cast<double>(s.highest) : std::numeric_limits<double>::infinity()})) + '}';
            case shape_kind::boolean: return "{\"type\": \"boolean\"}";
            case shape_kind::text: return "{\"type\": [\"string\", \"null\"], \"maxLength\": 1000}";
            case shape_kind::choice: {
                std::string text = "{\"enum\": [";
                for (std::string_view n : s.names)
                    if (!n.empty()) {
                        text += text.back() == '[' ? "" : ", ";
                        append_quoted(text, n);
                    }
                return text + "]}";
            }
            case shape_kind::object: return ref(name_of_definition(s));
            case shape_kind::list:
                return "{\"type\": \"array\", \"items\": " + member_schema(s.element(), allowed)
                       + (s.counted && s.used_allowed.low > 0.0 ? ", \"minItems\": " + shortest(s.used_allowed.low) : "")
                       + ", \"maxItems\": " + std::to_string(s.count) + '}';
            case shape_kind::reference: return "{\"anyOf\": [{\"type\": \"null\"}, " + names_schema(s, s.element().kind) + "]}";
            case shape_kind::variant: return variant_schema(s, allowed);
        }
        return "true";
    }

    std::string variant_schema(shape const& s, bounds const& allowed) {
        std::string text = "{\"anyOf\": [";
        auto const add = [&](std::string const& part) { text += (text.back() == '[' ? "" : ", ") + part; };
        std::size_t some = 0;
        for (shape::alternative const& a : s.alternatives)
            some += a.of != nullptr;
        for (shape::alternative const& a : s.alternatives) {
            if (a.of == nullptr)
                add("{\"type\": \"null\"}, {\"const\": \"none\"}");
            else if (some == 1 || a.of().what != shape_kind::object)
                add(member_schema(a.of(), allowed));
            else // an object of this kind, or like one of it
                add("{\"allOf\": [" + ref(name_of_definition(a.of()))
                    + ", {\"anyOf\": [{\"type\": \"string\"}, {\"required\": [\"kind\"]}, {\"required\": [\"like\"]}]}]}");
        }
        return text + "]}";
    }

    static std::string description(field const& f, shape const& s) {
        std::string text;
        auto const add = [&](std::string const& part) { text += (text.empty() ? "" : "; ") + part; };
        if (s.what == shape_kind::number) {
            bounds const b = both(f.allowed, s.allowed);
            std::string const range = bounds_text(b, s);
            add("in " + units_text(s));
            if (range != "any value")
                add(range);
        }
        if (f.default_from.title != nullptr)
            add(std::string("default: ") + f.default_from.title);
        return text;
    }

    /// The members of an object; with its names, where it has some.
    std::string object_schema(shape const& s, bool, std::span<std::string_view const> texts) {
        std::string properties = "\"$comment\": true";
        auto const add = [&](std::string_view name, std::string const& text) {
            properties += ", ";
            append_quoted(properties, name);
            properties += ": " + text;
        };
        for (std::string_view const t : texts)
            add(t, "{\"type\": \"string\"}");
        std::string const names = names_schema(s, s.kind);
        if (!names.empty())
            add("like", names);
        if (s.find("kind") == nullptr) {
            std::string kind = "{\"const\": ";
            append_quoted(kind, s.kind);
            add("kind", kind + '}');
        }
        std::string required;
        for (shape::member const& m : s.members) {
            std::string schema = member_schema(m.of(), m.about.allowed);
            if (std::string const text = description(m.about, m.of()); !text.empty()) {
                schema.pop_back();
                schema += ", \"description\": ";
                append_quoted(schema, text);
                schema += '}';
            }
            add(m.about.name, schema);
            if (!makes_sense(m.of(), m.about.allowed, m.in(s.initial))) {
                required += required.empty() ? "" : ", ";
                append_quoted(required, m.about.name);
            }
        }
        std::string object = "{\"type\": \"object\", \"properties\": {" + properties + "}, \"additionalProperties\": false";
        if (!required.empty() && inside_named_.find(&s) == inside_named_.end())
            object += names.empty() ? ", \"required\": [" + required + ']'
                                    : ", \"anyOf\": [{\"required\": [\"like\"]}, {\"required\": [" + required + "]}]";
        object += '}';
        return names.empty() ? object : "{\"anyOf\": [" + names + ", " + object + "]}";
    }
};

} // namespace detail

/// The schema of a struct whose root also takes texts of these keys.
inline std::string
json_schema(shape const& s, name_table const& names, std::string_view title, std::span<std::string_view const> texts = {}) {
    return detail::schema_writer(names).write(s, title, texts);
}

} // namespace tallywatt
