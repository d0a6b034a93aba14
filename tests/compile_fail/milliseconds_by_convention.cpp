// misuse: a number that counts milliseconds by convention added to seconds
// must-contain-gcc: (no match for|use of deleted function) .*operator\+
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = 2_s + 350.0;
#else
auto right = 2_s + 350_ms;
#endif
