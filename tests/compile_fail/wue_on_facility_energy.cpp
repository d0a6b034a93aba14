// misuse: applying a WUE to facility energy
// must-contain-gcc: (no match for|use of deleted function) .*operator\*
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = at_facility<energy<>>{6_MWh} * wue{1.8_L_per_kWh};
#else
auto right = at_it<energy<>>{5_MWh} * wue{1.8_L_per_kWh};
#endif
