// misuse: adding a price per token to an amount
// must-contain-gcc: (no match for|use of deleted function) .*operator\+
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = 2_USD_per_Mtok + 2_USD;
#else
auto right = 2_USD_per_Mtok * 1_Mtok + 2_USD;
#endif
