#pragma once
// Public claims, each computed again from the figures its published check names: hours, watts, areas and shares are the
// source's, units, boundaries, catalog shapes and powers the library's. What the library's own models make of the same claims
// (planned runs, cooling over a year, movement of data in a step) is in examples/train_frontier.cpp.
//
//   for (auto const& c : check_claims(cases)) std::puts(as_text(c).c_str());

#include "case.hpp"

#include <string>
#include <vector>

namespace validation {

/// One number of a check.
struct claim_number {
    std::string name{}, unit{};
    double computed = 0.0, published = 0.0;
};

struct checked_claim {
    std::string id{}, claim{}, verdict{};
    std::vector<claim_number> numbers{};
    /// The largest relative difference.
    [[nodiscard]] double worst() const;
};

/// Every claim of measured.json. Throws std::invalid_argument for one that has no computation here.
std::vector<checked_claim> check_claims(library_of_cases const& cases);

/// The list that the program prints.
std::string as_text(std::vector<checked_claim> const& claims);

}  // namespace validation
