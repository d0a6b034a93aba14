// misuse: multiplying energy at the busbar by the price at the meter
// must-contain-gcc: (no match for|use of deleted function) .*operator\*
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = 0.08_USD_per_kWh * at_facility<energy<>>{5_MWh};
#else
auto right = 0.08_USD_per_kWh * at_grid<energy<>>{6_MWh};
#endif
