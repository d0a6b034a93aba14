#pragma once
// Which published rows constants may be fitted to: the rules of measured.json (split_rules), by model and system. What any
// rule holds back is held, whatever another opens; what no rule names is neither.
//
//   split s = split_of(c, 3, kind::training);    // a row of a case's table

#include "case.hpp"
#include "row.hpp"

#include <string>
#include <string_view>

namespace validation {



/// The accelerator and the model of a row; empty where the source names none.
std::string system_of(published_case const& c, int row);
std::string model_of(published_case const& c, int row);

/// "ampere", "hopper", "blackwell", "cdna3", "tpu", or "" for any other name of an accelerator, published or the catalog's.
std::string_view generation_of(std::string_view accelerator);

split split_of(published_case const& c, int row, kind what);

}  // namespace validation
