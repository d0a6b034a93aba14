// misuse: multiplying IT energy by the carbon intensity of the supply
// must-contain-gcc: (no match for|use of deleted function) .*operator\*
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = at_it<energy<>>{5_MWh} * 400_gCO2e_per_kWh;
#else
auto right = at_it<energy<>>{5_MWh} * pue{1.2} * 400_gCO2e_per_kWh;
#endif
