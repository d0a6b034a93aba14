// misuse: a price of energy for a rent per kW and month
// must-contain-gcc: could not convert
// must-contain-clang: no viable conversion
#include <tallywatt/tco/lease.hpp>

using namespace tallywatt;

#ifdef TALLYWATT_MISUSE
revenue_lease wrong{.rent = 0.11 * USD / kilowatt_hour};
#else
revenue_lease right{.rent = per_month(80.0 * USD / kilowatt)};
#endif
