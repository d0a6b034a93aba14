// misuse: multiplying two PUEs
// must-contain-gcc: (no match for|use of deleted function) .*operator\*
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = pue{1.2} * pue{1.1};
#else
auto right = pue{1.2 * 1.1};
#endif
