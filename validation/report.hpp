#pragma once
// How results are written: a table, one JSON document, or the page docs/validation.md.

#include "calibration.hpp"
#include "row.hpp"
#include "statistics.hpp"

#include <string>
#include <vector>

namespace validation {

char const* name_of(calibration_mode m);

/// Rows, worst first, then those not modelled, then the summary.
std::string as_table(std::vector<row> rows, calibration_mode mode, bool summary_only);
/// {"calibration", "rows": [...], "summary": {...}}
std::string as_json(std::vector<row> const& rows, calibration_mode mode);
/// The page; rows of the three modes of calibration.
std::string as_page(std::vector<row> const& off, std::vector<row> const& on, std::vector<row> const& left_out, library_of_cases const& cases);

/// The rows that a change of rank is for, as text.
std::string place_of(rank_change const& c);

/// Worst first; rows that are not modelled last, both in the order of the data where they are even.
void sort_worst_first(std::vector<row>& rows);

/// What is known of a case's errors: which mechanism is missing.
struct known_gap {
    char const* of;
    kind what;
    char const* text;
};
std::vector<known_gap> const& known_gaps();

}  // namespace validation
