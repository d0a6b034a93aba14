// misuse: adding inflation to a real rate instead of compounding
// must-contain-gcc: (no match for|use of deleted function) .*operator\+
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = discount_rate{0.05} + inflation_rate{0.02};
#else
auto right = to_nominal(discount_rate{0.05}, inflation_rate{0.02});
#endif
