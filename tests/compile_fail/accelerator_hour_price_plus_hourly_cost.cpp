// misuse: adding USD per accelerator-hour to USD per hour
// must-contain-gcc: (no match for|use of deleted function) .*operator\+
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = 2_USD / accelerator_hour + 2_USD / hour;
#else
auto right = 2_USD / accelerator_hour * 8_accelerators + 2_USD / hour;
#endif
