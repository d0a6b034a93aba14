#pragma once
// A reference of every field below a struct, as Markdown: name, unit, allowed range, default and where it comes from, a table
// for each kind of struct. Made of the field lists.

#include <tallywatt/io/read_fields.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tallywatt {

namespace detail {

class reference_writer {
public:
    explicit reference_writer(name_table const& names) : names_(names) {}

    std::string write(shape const& root) {
        collect(root);
        std::string out;
        for (shape const* s : found_)
            table(out, *s);
        return out;
    }

private:
    name_table const& names_;
    std::vector<shape const*> found_{};
    std::set<shape const*> seen_{};

    void collect(shape const& s) {
        if (!seen_.insert(&s).second)
            return;
        if (s.what == shape_kind::object)
            found_.push_back(&s);
        for (shape::member const& m : s.members)
            collect(m.of());
        if (s.what == shape_kind::list)
            collect(s.element());
        for (shape::alternative const& a : s.alternatives)
            if (a.of != nullptr)
                collect(a.of());
    }

    std::string link(shape const& s) const {
        std::size_t before = 0; // kinds that are called the same
        for (shape const* f : found_) {
            if (f == &s)
                break;
            before += std::string_view(f->kind) == s.kind;
        }
        std::string const text = s.kind;
        return '[' + text + "](#" + text + (before > 0 ? '-' + std::to_string(before) : "") + ')';
    }
    std::string unit(shape const& s) const {
        switch (s.what) {
            case shape_kind::number:
                if (s.style == number_style::share)
                    return "number or %";
                return s.style == number_style::plain ? "number" : units_text(s);
            case shape_kind::integer: return "whole number";
            case shape_kind::boolean: return "true or false";
            case shape_kind::text: return "text";
            case shape_kind::choice: {
                std::string text;
                for (std::string_view n : s.names)
                    if (!n.empty())
                        text += (text.empty() ? "" : ", ") + ('`' + std::string(n) + '`');
                return text;
            }
            case shape_kind::object: return link(s);
            case shape_kind::list: return "up to " + std::to_string(s.count) + " of " + unit(s.element());
            case shape_kind::reference: return std::string("name of a ") + s.element().kind;
            case shape_kind::variant: {
                std::string text;
                for (shape::alternative const& a : s.alternatives)
                    text += (text.empty() ? "" : ", ") + (a.of == nullptr ? std::string("none") : unit(a.of()));
                return text;
            }
        }
        return "";
    }
    std::string initial(shape const& s, bounds const& allowed, void const* object) const {
        if (!makes_sense(s, allowed, object))
            return "required";
        switch (s.what) {
            case shape_kind::number: {
                if (!s.ranged)
                    return value_text(*static_cast<double const*>(object), s);
                auto const& e = *static_cast<estimate const*>(object);
                std::string const likely = rounded(e.likely, s);
                return e.low == e.high ? likely : likely + " (" + rounded(e.low, s) + " to " + rounded(e.high, s) + ')';
            }
            case shape_kind::integer: return std::to_string(s.get_integer(object));
            case shape_kind::boolean: return s.get_integer(object) != 0 ? "true" : "false";
            case shape_kind::choice: return '`' + std::string(s.names[static_cast<std::size_t>(s.get_integer(object))]) + '`';
            case shape_kind::variant: {
                shape::alternative const& a = s.alternatives[s.index(object)];
                if (a.of == nullptr)
                    return "none";
                return a.of().what == shape_kind::object ? std::string(a.of().kind) : initial(a.of(), allowed, s.held(object));
            }
            case shape_kind::reference: return "none";
            default: return "";
        }
    }
    /// Six digits: a default that is a quotient is no number to copy.
    static std::string rounded(double x, shape const& s) {
        if (s.style == number_style::temperature)
            return short_number(x - 273.15) + " degC";
        if (s.style != number_style::quantity)
            return short_number(x);
        unit_symbol const u = fitting_unit(x, s.units);
        return short_number(x / u.scale) + ' ' + u.text;
    }
    static std::string short_number(double x) {
        char buffer[40];
        std::snprintf(buffer, sizeof buffer, "%.6g", x);
        return buffer;
    }
    static std::string cell(std::string_view text) {
        std::string out;
        for (char c : text)
            out += c == '|' ? std::string("\\|") : std::string(1, c);
        return out;
    }

    void table(std::string& out, shape const& s) const {
        out += "\n### " + std::string(s.kind) + "\n\n";
        std::vector<named_object> const all = objects_for(names_, s);
        if (!all.empty()) {
            out += "By name: ";
            for (std::size_t i = 0; i < all.size(); ++i)
                out += (i > 0 ? ", `" : "`") + std::string(all[i].answers.id) + '`';
            out += ".\n\n";
        }
        out += "| field | is | range | default | source of the default |\n|---|---|---|---|---|\n";
        for (shape::member const& m : s.members) {
            shape const& of = m.of();
            bool const ranged = of.what == shape_kind::number || of.what == shape_kind::integer || of.what == shape_kind::list;
            shape const& bound = of.what == shape_kind::list ? of.element() : of;
            std::string range;
            if (ranged && (bound.what == shape_kind::number || bound.what == shape_kind::integer))
                range = bounds_text(both(m.about.allowed, bound.allowed), bound);
            std::string from;
            if (m.about.default_from.title != nullptr)
                from = std::string(m.about.default_from.title) + (m.about.default_from.date != nullptr ? std::string(", ") + m.about.default_from.date : "");
            if (m.about.informational != nullptr)
                from += (from.empty() ? "" : "; ") + std::string("informational: ") + m.about.informational;
            out += "| `" + std::string(m.about.name) + "` | " + cell(unit(of)) + " | " + cell(range == "any value" ? "" : range) + " | "
                   + cell(initial(of, m.about.allowed, m.in(s.initial))) + " | " + cell(from) + " |\n";
        }
    }
};

} // namespace detail

/// Tables of all fields below a struct.
inline std::string field_reference(shape const& s, name_table const& names) { return detail::reference_writer(names).write(s); }

} // namespace tallywatt
