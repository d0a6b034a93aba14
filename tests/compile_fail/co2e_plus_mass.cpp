// misuse: adding CO2-equivalent to a mass
// must-contain-gcc: (no match for|use of deleted function) .*operator\+
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = 5_kgCO2e + 5_kg;
#else
auto right = 5_kgCO2e + 5_kgCO2e;
#endif
