// misuse: adding milliseconds to bytes
// must-contain-gcc: (no match for|use of deleted function) .*operator\+
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = 5_ms + 3_GB;
#else
auto right = 5_ms + 3_GB / 100_GBps;
#endif
