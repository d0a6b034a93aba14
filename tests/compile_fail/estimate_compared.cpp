// misuse: comparing estimates in a formula
// must-contain-gcc: (no match for|use of deleted function) .*operator<
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/number/estimate.hpp>
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
bool wrong = range(1, 2, 3) < range(2, 3, 4);
#else
bool right = range(1, 2, 3).high < range(2, 3, 4).low;
#endif
