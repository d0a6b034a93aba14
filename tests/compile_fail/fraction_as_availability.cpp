// misuse: comparing an availability with a utilisation
// must-contain-gcc: (no match for|use of deleted function) .*operator<
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
bool wrong = availability{0.98} < fraction{0.5};
#else
bool right = availability{0.98} < availability{0.99};
#endif
