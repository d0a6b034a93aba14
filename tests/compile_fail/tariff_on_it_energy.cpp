// misuse: multiplying IT energy by the price at the meter
// must-contain-gcc: (no match for|use of deleted function) .*operator\*
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = at_it<energy<>>{5_MWh} * 0.08_USD_per_kWh;
#else
auto right = at_grid<energy<>>{6_MWh} * 0.08_USD_per_kWh;
#endif
