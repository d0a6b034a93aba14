// misuse: a rent per kilowatt without its unit, read as one per watt
// must-contain-gcc: no matching function for call to .*per_month\(double\)
// must-contain-clang: no matching function for call to 'per_month'
#include <tallywatt/tco/tenure.hpp>

using namespace tallywatt;

#ifdef TALLYWATT_MISUSE
colocated_terms wrong{.rent = per_month(184.06)};
#else
colocated_terms right{.rent = per_month(184.06 * USD / kilowatt)};
#endif
