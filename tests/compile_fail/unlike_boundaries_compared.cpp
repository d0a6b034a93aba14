// misuse: comparing power at the IT load with power at the meter
// must-contain-gcc: (no match for|use of deleted function) .*operator<
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
bool wrong = at_it<power<>>{5_MW} < at_grid<power<>>{6_MW};
#else
bool right = at_it<power<>>{5_MW} < at_it<power<>>{6_MW};
#endif
