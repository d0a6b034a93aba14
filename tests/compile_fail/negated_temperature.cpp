// misuse: a temperature negated, as -2_degC does
// must-contain-gcc: use of deleted function
// must-contain-clang: overload resolution selected deleted operator '-'
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = -2_degC;
#else
auto right = celsius(-2.0);
#endif
