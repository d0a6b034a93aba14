// misuse: a rent per kilowatt without its unit, read as one per watt
// must-contain-gcc: no matching function for call to .*per_month\(double\)
// must-contain-clang: no matching function for call to 'per_month'
#include <tallywatt/facility/site.hpp>

using namespace tallywatt;

#ifdef TALLYWATT_MISUSE
colocation wrong{.rent = per_month(184.06)};
#else
colocation right{.rent = per_month(184.06 * USD / kilowatt)};
#endif
