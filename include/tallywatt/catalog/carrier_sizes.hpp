#pragma once
// The largest carrier that packaging technologies make, by year, in exposures of 858 mm2, and the memory stacks shown on it:
// for `largest_area` of a carrier, and for what a package of a coming year may be.
//
//   bridge_interposer const i{.size = ..., .largest_area = catalog::largest_carrier("CoWoS-L", 2027)};

#include <tallywatt/number/field.hpp>
#include <tallywatt/silicon/carrier.hpp>

#include <string_view>

namespace tallywatt::catalog {

/// What a technology made, or is announced to make, from a year on.
struct carrier_size {
    char const* technology = "";
    int year = 0;
    double exposures = 0.0;
    int stacks = 0; ///< of memory on it; 0: not stated
    source from{};
};

inline constexpr carrier_size carrier_sizes[] = {
    {"CoWoS-S", 2016, 1.5, 4, {"TSMC roadmap for wafer-scale and advanced packaging", "2025", confidence::medium}},
    {"CoWoS-S", 2020, 2.0, 6, {"TSMC and Broadcom develop a 1,700 mm2 CoWoS interposer", "2020-03-05", confidence::high}},
    {"CoWoS-S", 2021, 3.0, 8, {"5th Gen CoWoS-S Extends 3 Reticle Size", "2021", confidence::high}},
    {"CoWoS-S", 2023, 3.3, 8, {"TSMC roadmap for wafer-scale and advanced packaging", "2025", confidence::high}},
    {"CoWoS-R", 2025, 3.3, 0, {"TSMC roadmap for wafer-scale and advanced packaging", "2025", confidence::medium}},
    {"CoWoS-L", 2025, 3.5, 0, {"Wafer-level packaging showdown: what is made today", "2025-05-02", confidence::medium}},
    {"CoWoS-L", 2026, 5.5, 12, {"TSMC roadmap for wafer-scale and advanced packaging", "2025", confidence::high}},
    {"CoWoS-L", 2027, 9.5, 12, {"Wafer-level packaging showdown: announced", "2025-05-02", confidence::high}},
    {"CoWoS-L", 2028, 14.0, 20, {"TSMC CoWoS roadmap through 2029", "2026-04-27", confidence::medium}},
    {"EMIB", 2026, 8.0, 12, {"Intel Foundry, EMIB-T; ECTC for the stacks", "2026", confidence::medium}},
    {"EMIB", 2028, 12.0, 24, {"Intel Foundry, EMIB-T; ECTC for the stacks", "2026", confidence::medium}},
};

/// The largest that a technology makes in a year; zero before the first that is known of.
constexpr area<> largest_carrier(std::string_view technology, int year) {
    double exposures = 0.0;
    for (auto const& s : carrier_sizes)
        if (technology == s.technology && s.year <= year && s.exposures > exposures)
            exposures = s.exposures;
    return exposures * reticle;
}

} // namespace tallywatt::catalog
