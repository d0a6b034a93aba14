// misuse: adding a plain number to a power
// must-contain-gcc: (no match for|use of deleted function) .*operator\+
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = 5_kW + 3.0;
#else
auto right = 5_kW + 3.0 * kilowatt;
#endif
