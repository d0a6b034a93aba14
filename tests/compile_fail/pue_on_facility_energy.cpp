// misuse: applying a PUE to facility energy
// must-contain-gcc: (no match for|use of deleted function) .*operator\*
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = at_facility<energy<>>{5_MWh} * pue{1.2};
#else
auto right = at_it<energy<>>{5_MWh} * pue{1.2};
#endif
