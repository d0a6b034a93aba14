// misuse: adding a power to an energy
// must-contain-gcc: (no match for|use of deleted function) .*operator\+
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = 5_kW + 3_kWh;
#else
auto right = 5_kW * 1_h + 3_kWh;
#endif
