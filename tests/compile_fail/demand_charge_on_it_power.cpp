// misuse: a demand charge, which is for power at the meter, on power at the IT load
// must-contain-gcc: no match for .*operator\*|use of deleted function
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/facility/capacity_charge.hpp>
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = at_it<power<>>{100_MW} * demand_per_month(14.6_USD_per_kW);
#else
auto right = at_grid<power<>>{110_MW} * demand_per_month(14.6_USD_per_kW);
#endif
