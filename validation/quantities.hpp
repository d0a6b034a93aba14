#pragma once
// Which published figures are compared, and as what kind. Columns that follow from another one of their row (MFU from
// TFLOP/s, days from tokens per second) are not compared a second time.

#include "row.hpp"

#include <vector>

namespace validation {

std::vector<quantity_of> const& quantities();
/// The kind of an entry of reference.json.
kind kind_of_reference(published_case const& c);

}  // namespace validation
