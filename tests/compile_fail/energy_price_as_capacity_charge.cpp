// misuse: a price per energy given as a charge for power that is held
// must-contain: power_charge
#include <tallywatt/facility/capacity_charge.hpp>
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
capacity_charge wrong{0.06_USD_per_kWh};
#else
capacity_charge right{12_USD_per_kW, month};
#endif
