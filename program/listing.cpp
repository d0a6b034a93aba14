#include "commands.hpp"

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/energy/supply.hpp>
#include <tallywatt/facility/facility.hpp>
#include <tallywatt/io/catalog_names.hpp>
#include <tallywatt/io/csv.hpp>
#include <tallywatt/io/read_fields.hpp>
#include <tallywatt/io/report.hpp>
#include <tallywatt/io/write_fields.hpp>

#include <set>

namespace program {

using namespace tallywatt;

namespace {

struct group {
    std::string name{}; ///< "accelerators"
    std::vector<named_object> objects{};
};

/// "accelerators": the plural of a kind, with blanks.
std::string plural(std::string kind) {
    if (kind == "transformer")
        return "models";
    if (kind == "scale_out")
        return "networks";
    if (kind == "scale_up")
        return "fabrics";
    if (kind == "storage" || kind == "traffic" || kind == "reliability" || kind == "checkpointing")
        return kind;
    if (kind.ends_with("ch"))
        return kind + "es";
    return kind.back() == 's' ? kind : kind.back() == 'y' && kind.size() > 1 ? kind.substr(0, kind.size() - 1) + "ies" : kind + 's';
}

/// One group for each type, and those of the variants that a deployment chooses from.
std::vector<group> groups() {
    std::vector<group> all;
    auto const chosen = [&](char const* name, shape const& s) { all.push_back({name, tallywatt::detail::objects_for(catalog_names(), s)}); };
    chosen("cooling", shape_of<basic_cooling<estimate>>());
    chosen("sources", shape_of<basic_supply<estimate>>());
    for_each_catalog_object([&](named_object const& o) {
        std::string const name = plural(o.of->kind);
        for (group& g : all)
            if (g.name == name && g.objects.front().of == o.of)
                return g.objects.push_back(o);
        all.push_back({name, {o}});
    });
    std::sort(all.begin(), all.end(), [](group const& a, group const& b) { return a.name < b.name; });
    return all;
}

std::string value(shape const& s, void const* object) {
    switch (s.what) {
        case shape_kind::number: {
            auto const text = [&](double x) {
                if (s.style == number_style::share || s.style == number_style::plain)
                    return fmt::format("{:.4g}", x);
                if (s.style == number_style::temperature)
                    return fmt::format("{:.4g} degC", x - 273.15);
                unit_symbol const u = fitting_unit(x, s.units);
                return tallywatt::detail::number_text(x / u.scale) + ' ' + u.text;
            };
            if (!s.ranged)
                return text(*static_cast<double const*>(object));
            auto const& e = *static_cast<estimate const*>(object);
            return e.is_known() ? text(e.likely) : text(e.likely) + " (" + text(e.low) + " to " + text(e.high) + ')';
        }
        case shape_kind::integer: return std::to_string(s.get_integer(object));
        case shape_kind::boolean: return s.get_integer(object) != 0 ? "yes" : "no";
        case shape_kind::choice: return std::string(s.names[static_cast<std::size_t>(s.get_integer(object))]);
        case shape_kind::text: {
            char const* const text = *static_cast<char const* const*>(object);
            return text == nullptr ? "" : text;
        }
        case shape_kind::reference: {
            void const* const to = *static_cast<void const* const*>(object);
            shape::member const* const name = to == nullptr ? nullptr : s.element().find("name");
            return name == nullptr ? "none" : value(name->of(), name->in(to));
        }
        default: return "";
    }
}

struct figure {
    std::string path{}, value{};
    source from{};
};

/// All figures of an object with their sources; long lists of structs as one.
void figures(std::vector<figure>& all, std::string const& path, shape const& s, void const* object, std::span<sourced_field const> sources) {
    switch (s.what) {
        case shape_kind::object:
            for (shape::member const& m : s.in_use(object))
                figures(all, path.empty() ? m.about.name : path + '.' + m.about.name, m.of(), m.in(object), sources);
            return;
        case shape_kind::variant: {
            shape::alternative const& a = s.alternatives[s.index(object)];
            if (a.of == nullptr)
                all.push_back({path, "none", source_of(sources, path)});
            else {
                if (a.of().what == shape_kind::object)
                    all.push_back({path, a.of().kind, {}});
                figures(all, path, a.of(), s.held(object), sources);
            }
            return;
        }
        case shape_kind::list: {
            std::size_t used = s.used(object);
            shape const& e = s.element();
            auto const at = [&](std::size_t i) { return s.at(object, i); };
            while (!s.counted && used > 0 && tallywatt::detail::equal(e, at(used - 1), e.initial))
                --used;
            if (e.what == shape_kind::object && used > 4) {
                all.push_back({path, fmt::format("{} of {}", used, e.kind), source_of(sources, path)});
                return;
            }
            for (std::size_t i = 0; i < used; ++i)
                figures(all, path + '[' + std::to_string(i) + ']', e, at(i), sources);
            return;
        }
        default: all.push_back({path, value(s, object), source_of(sources, path)});
    }
}

/// What is looked for first in some kinds; of the others the first figures are shown.
std::vector<std::string_view> headline(std::string_view kind) {
    if (kind == "accelerator")
        return {"bf16.peak", "fp8.peak", "memory_capacity", "memory_bandwidth", "tdp", "price"};
    if (kind == "server")
        return {"accelerators", "accelerator.tdp", "accelerator.price", "price_without_accelerators"};
    if (kind == "grid")
        return {"energy_price", "demand", "location_based"};
    return {};
}

/// The first figures of an object.
std::string summary(named_object const& o) {
    std::string text;
    int count = 0;
    if (std::string_view(o.of->kind) == "transformer") {
        auto const& model = *static_cast<transformer const*>(o.object);
        double const all = static_cast<double>(total_parameters(model)), active = static_cast<double>(active_parameters(model));
        return fmt::format("{:.3g} billion parameters", 1e-9 * all) + (active < all ? fmt::format(", {:.3g} active", 1e-9 * active) : "");
    }
    if (std::vector<std::string_view> const wanted = headline(o.of->kind); !wanted.empty()) {
        std::vector<figure> all;
        figures(all, "", *o.of, o.object, {});
        for (std::string_view path : wanted)
            for (figure const& f : all)
                if (f.path == path && f.value.substr(0, 2) != "0 ")
                    text += (text.empty() ? "" : ", ") + f.path + ' ' + f.value;
        return text;
    }
    for (shape::member const& m : o.of->members) {
        shape const& s = m.of();
        if (count == 4 || (s.what != shape_kind::number && s.what != shape_kind::integer))
            continue;
        if (tallywatt::detail::equal(s, m.in(o.object), s.initial))
            continue;
        text += (count++ == 0 ? "" : ", ") + std::string(m.about.name) + ' ' + value(s, m.in(o.object));
    }
    return text;
}

std::string full_name(catalog::named const& n) { return n.name == n.id ? std::string{} : catalog::detail::full_name(n); }

} // namespace

output list(std::string const& kind, form f) {
    std::vector<group> const all = groups();
    output o;
    if (kind.empty()) {
        if (f == form::json) {
            o.text = "{";
            for (group const& g : all)
                o.text += (o.text.size() > 1 ? ",\n  \"" : "\n  \"") + g.name + "\": " + std::to_string(g.objects.size());
            o.text += "\n}\n";
        } else
            for (group const& g : all)
                o.text += f == form::csv ? fmt::format("{},{}\n", g.name, g.objects.size()) : fmt::format("  {:<22} {:>4}\n", g.name, g.objects.size());
        if (f == form::csv)
            o.text = "kind,count\n" + o.text;
        return o;
    }
    std::vector<std::string_view> names;
    for (group const& g : all) {
        names.push_back(g.name);
        if (!catalog::detail::same({g.name}, {kind}) && !(g.objects.front().of->kind == kind))
            continue;
        std::size_t wide = 0, wide_name = 0;
        for (named_object const& e : g.objects) {
            wide = std::max(wide, e.answers.id.size());
            wide_name = std::max(wide_name, full_name(e.answers).size());
        }
        if (f == form::json)
            o.text = "[";
        else if (f == form::csv)
            o.text = "id,name,kind,figures\n";
        for (named_object const& e : g.objects) {
            std::string const name = full_name(e.answers), id(e.answers.id);
            if (f == form::table) {
                std::string line = fmt::format("  {:<{}}  {:<{}}  {}", id, wide, name, wide_name, summary(e));
                line.erase(line.find_last_not_of(' ') + 1);
                o.text += line + '\n';
            } else if (f == form::csv)
                o.text += csv_cell(id) + ',' + csv_cell(name) + ',' + csv_cell(e.of->kind) + ',' + csv_cell(summary(e)) + '\n';
            else {
                o.text += o.text.size() > 1 ? ",\n  {\"id\": " : "\n  {\"id\": ";
                tallywatt::detail::append_quoted(o.text, id);
                o.text += ", \"name\": ";
                tallywatt::detail::append_quoted(o.text, name);
                o.text += ", \"kind\": ";
                tallywatt::detail::append_quoted(o.text, e.of->kind);
                o.text += '}';
            }
        }
        if (f == form::json)
            o.text += "\n]\n";
        return o;
    }
    throw bad_input("nothing to list is called \"" + tallywatt::detail::readable(kind, 80) + '"' + tallywatt::detail::near_text(kind, names, "there are") + "; tallywatt list names the kinds");
}

output show(std::string const& name, std::string const& kind, form f) {
    std::vector<named_object> all;
    for_each_catalog_object([&](named_object const& o) {
        if (kind.empty() || kind == o.of->kind || kind == plural(o.of->kind))
            all.push_back(o);
    });
    if (all.empty())
        throw bad_input("the catalog has no kind \"" + tallywatt::detail::readable(kind, 80) + "\"; tallywatt list names them");
    named_object const* found = nullptr;
    for (named_object const& o : all)
        if (o.answers.id == name)
            found = &o;
    if (found == nullptr) {
        auto const s = catalog::detail::search_for(std::span<named_object const>(all), name);
        if (s.count == 0 || !tallywatt::detail::is_ascii(name)) {
            std::vector<std::string_view> ids;
            for (named_object const& o : all)
                ids.push_back(o.answers.id);
            std::string const near = tallywatt::detail::near_text(name, ids, "there are");
            throw bad_input(
                "the catalog has nothing called \"" + tallywatt::detail::readable(name, 80) + '"' + (kind.empty() ? "" : " of kind " + tallywatt::detail::readable(kind, 80))
                + (near.empty() ? "; tallywatt list names the kinds, tallywatt list KIND what there is" : near)
            );
        }
        std::vector<named_object const*> fitting;
        for (named_object const& o : all)
            if (catalog::fits(o.answers, name) == s.how)
                fitting.push_back(&o);
        // of a product's model and its data sheet the model is meant
        std::vector<named_object const*> models;
        for (named_object const* o : fitting)
            if (std::string_view(o->of->kind) != "datasheet" && std::string_view(o->of->kind) != "system")
                models.push_back(o);
        if (models.size() == 1)
            fitting = models;
        if (fitting.size() > 1) {
            std::string text = '"' + name + "\" may be any of:";
            for (named_object const* o : fitting)
                text += (text.back() == ':' ? " " : ", ") + std::string(o->answers.id);
            throw bad_input(text);
        }
        found = fitting.front();
    }

    named_object const& o = *found;
    std::vector<figure> rows;
    figures(rows, "", *o.of, o.object, o.sources);
    output out;
    if (f == form::json) {
        tallywatt::detail::fields_writer writer(json_style::all);
        writer.write(*o.of, o.object, nullptr, 1);
        out.text = "{\n  \"id\": ";
        tallywatt::detail::append_quoted(out.text, o.answers.id);
        out.text += ",\n  \"kind\": ";
        tallywatt::detail::append_quoted(out.text, o.of->kind);
        out.text += ",\n  \"value\": " + writer.take() + ",\n  \"sources\": {";
        bool first = true;
        for (sourced_field const& s : o.sources) {
            out.text += first ? "\n    " : ",\n    ";
            first = false;
            tallywatt::detail::append_quoted(out.text, s.field);
            out.text += ": {\"title\": ";
            tallywatt::detail::append_quoted(out.text, s.from.title == nullptr ? "" : s.from.title);
            out.text += ", \"date\": ";
            tallywatt::detail::append_quoted(out.text, s.from.date == nullptr ? "" : s.from.date);
            out.text += ", \"confidence\": \"" + std::string(name_of(s.from.trust)) + "\"}";
        }
        out.text += "\n  }\n}\n";
        return out;
    }
    if (f == form::csv) {
        out.text = "field,value,confidence,source,date\n";
        for (figure const& r : rows)
            out.text += csv_cell(r.path) + ',' + csv_cell(r.value) + ',' + (r.from.title == nullptr ? "" : name_of(r.from.trust)) + ','
                        + csv_cell(r.from.title == nullptr ? "" : r.from.title) + ',' + csv_cell(r.from.date == nullptr ? "" : r.from.date) + '\n';
        return out;
    }
    out.text = std::string(o.answers.id) + " (" + o.of->kind + ')';
    if (std::string const full = full_name(o.answers); !full.empty())
        out.text += ": " + full;
    out.text += '\n';
    std::size_t wide = 0, wide_value = 0;
    for (figure const& r : rows) {
        wide = std::max(wide, r.path.size());
        wide_value = std::max(wide_value, std::min<std::size_t>(r.value.size(), 48));
    }
    for (figure const& r : rows) {
        std::string line = fmt::format("  {:<{}}  {:<{}}", r.path, wide, r.value, wide_value);
        if (r.from.title != nullptr)
            line += fmt::format("  {:<8} {}{}{}", name_of(r.from.trust), r.from.title, r.from.date != nullptr ? ", " : "", r.from.date != nullptr ? r.from.date : "");
        line.erase(line.find_last_not_of(' ') + 1);
        out.text += line + '\n';
    }
    return out;
}

} // namespace program
