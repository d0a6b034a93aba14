// misuse: dividing a rate by the availability instead of multiplying
// must-contain-gcc: (no match for|use of deleted function) .*operator/
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = 100.0 * token / second / availability{0.98};
#else
auto right = 100.0 * token / second * availability{0.98};
#endif
