// misuse: applying a PUE twice
// must-contain-gcc: (no match for|use of deleted function) .*operator\*
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = at_it<power<>>{5_MW} * pue{1.2} * pue{1.2};
#else
auto right = at_it<power<>>{5_MW} * pue{1.2};
#endif
