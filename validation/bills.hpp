#pragma once
// What packages and baseboards come to, beside published estimates of the same: bills of materials, packages per carrier
// wafer, a product footprint. The library's figures are ranges; a row holds the likely one and says both ranges.

#include "context.hpp"

namespace validation {

void run_bills(context const& with, rows& r);

}  // namespace validation
