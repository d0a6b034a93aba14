// misuse: adding a plain number to a fraction
// must-contain-gcc: (no match for|use of deleted function) .*operator\+
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = 1.0 + fraction{0.5};
#else
auto right = complement(fraction{0.5});
#endif
