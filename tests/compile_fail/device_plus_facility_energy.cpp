// misuse: adding the energy of a device to facility energy
// must-contain-gcc: (no match for|use of deleted function) .*operator\+
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = 5_MWh + at_facility<energy<>>{6_MWh};
#else
auto right = at_facility<energy<>>{5_MWh} + at_facility<energy<>>{6_MWh};
#endif
