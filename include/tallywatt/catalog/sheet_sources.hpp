#pragma once
// Sources of figures that were carried from a data sheet to a model (accelerator_of) or from a model to a data sheet
// (datasheet_of): each keeps the source that it had.
//
//   inline constexpr auto& trainium2_sources = detail::model_sources<trainium2_sheet, trainium2_sheet_sources>;
//   inline constexpr auto& h100_sheet_sources = detail::sheet_sources<h100_sheet, h100_sources, h100_facts>;

#include <tallywatt/catalog/accelerator_of.hpp>

#include <array>
#include <cstddef>
#include <span>

namespace tallywatt::catalog::detail {

inline constexpr source fallback_shares{
    "no measurement on this chip: what holds for chips that were measured (catalog/accelerator_of.hpp)", "2026",
    confidence::low};
inline constexpr source fallback_energy{
    "no measurement on this chip: 0.8 of the power limit over the best rate assumed (catalog/accelerator_of.hpp)",
    "2026", confidence::assumed};
inline constexpr source no_rate{
    "no such format, or no rate published: peak zero, the rest unused", "2026", confidence::high};
inline constexpr source made_as{"a package of this catalog, with sources of its own", "2026", confidence::medium};
inline constexpr source not_made{"how it is made is not known: no package", "2026", confidence::high};
inline constexpr source no_price{"no price is named for this part", "2026", confidence::assumed};

struct carried {
    char const* in_model;
    char const* in_sheet;
};
inline constexpr carried carried_figures[] = {
    {"bf16.peak", "peak.bf16"},
    {"bf16.peak", "peak.fp16"},
    {"fp8.peak", "peak.fp8"},
    {"fp4.peak", "peak.fp4"},
    {"fp32_peak", "peak.tf32"},
    {"int8_peak", "peak.int8"},
    {"memory_capacity", "memory.capacity"},
    {"memory_bandwidth", "memory.bandwidth"},
    {"tdp", "power.tdp"},
    {"idle", "power.idle"},
    {"link_rate", "scale_up.rate"},
    {"price", "quotes[0].amount"}};

constexpr bool knows(basic_datasheet<estimate> const& s, std::string_view key) {
    if (key == "peak.bf16")
        return s.peak.bf16.has_value();
    if (key == "peak.fp16")
        return s.peak.fp16.has_value();
    if (key == "peak.fp8")
        return s.peak.fp8.has_value();
    if (key == "peak.fp4")
        return s.peak.fp4.has_value();
    if (key == "peak.tf32")
        return s.peak.tf32.has_value();
    if (key == "peak.int8")
        return s.peak.int8.has_value();
    if (key == "quotes[0].amount")
        return s.quotes[0].amount.has_value();
    return true;
}

/// Whether a sheet's figure came from the model: it knows it, and no fact has that key of its own.
template <auto const& Sheet, auto const& Facts>
constexpr bool came_from_model(carried const& c) {
    for (sourced_field const& f : Facts)
        if (std::string_view(f.field) == c.in_sheet)
            return false;
    return knows(Sheet, c.in_sheet);
}

template <auto const& Sheet, auto const& Facts>
inline constexpr std::size_t carried_count = [] {
    std::size_t n = 0;
    for (carried const& c : carried_figures)
        n += came_from_model<Sheet, Facts>(c) ? 1U : 0U;
    return n;
}();

/// Sources of a sheet by datasheet_of: the model's for what it gave, and those of the facts beside it.
template <auto const& Sheet, auto const& ModelSources, auto const& Facts>
inline constexpr auto sheet_sources = [] {
    std::array<sourced_field, carried_count<Sheet, Facts> + std::size(Facts)> all{};
    std::size_t i = 0;
    for (sourced_field const& f : Facts)
        all[i++] = f;
    for (carried const& c : carried_figures)
        if (came_from_model<Sheet, Facts>(c))
            all[i++] = {c.in_sheet, source_of(std::span<sourced_field const>(ModelSources), c.in_model)};
    return all;
}();

/// Sources of a model by accelerator_of.
template <auto const& Sheet, auto const& Sources, auto const& Assumed = no_stand_ins>
inline constexpr auto model_sources = [] {
    auto const of = [](char const* key) { return source_of(std::span<sourced_field const>(Sources), key); };
    source const sixteen = of(Sheet.peak.bf16.has_value() ? "peak.bf16" : "peak.fp16");
    source const link = Sheet.scale_up.rate.has_value() ? of("scale_up.rate")
                        : Assumed.link_rate.has_value() ? Assumed.from
                                                        : of("host_link");
    return std::array<sourced_field, 19>{{
        {"", fallback_shares},
        {"name", of("name")},
        {"bf16", fallback_shares},
        {"bf16.peak", sixteen},
        {"bf16.energy", fallback_energy},
        {"fp8", Sheet.peak.fp8.has_value() ? fallback_shares : no_rate},
        {"fp8.peak", Sheet.peak.fp8.has_value() ? of("peak.fp8") : no_rate},
        {"fp8.energy", Sheet.peak.fp8.has_value() ? fallback_energy : no_rate},
        {"fp4", Sheet.peak.fp4.has_value() ? fallback_shares : no_rate},
        {"fp4.peak", Sheet.peak.fp4.has_value() ? of("peak.fp4") : no_rate},
        {"fp32_peak", Sheet.peak.tf32.has_value() ? of("peak.tf32") : no_rate},
        {"int8_peak", Sheet.peak.int8.has_value() ? of("peak.int8") : no_rate},
        {"memory_capacity", of("memory.capacity")},
        {"memory_bandwidth", Sheet.memory.bandwidth.has_value() ? of("memory.bandwidth") : Assumed.from},
        {"link_rate", link},
        {"tdp", Sheet.power.tdp.has_value() ? of("power.tdp") : Assumed.from},
        {"idle", Sheet.power.idle.has_value() ? of("power.idle") : fallback_shares},
        {"price", Sheet.quotes[0].amount.has_value() ? of("quotes[0].amount")
                  : Assumed.price.has_value()        ? Assumed.from
                                                     : no_price},
        {"package", Assumed.package != nullptr ? made_as : not_made},
    }};
}();

} // namespace tallywatt::catalog::detail
