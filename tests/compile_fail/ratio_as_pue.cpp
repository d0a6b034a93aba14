// misuse: a ratio where a PUE is needed
// must-contain-gcc: could not convert .*ratio_tag|no matching function for call to .*facility_power
// must-contain-clang: no viable conversion|no matching function for call to .facility_power
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

constexpr auto facility_power(power<> it, pue p) { return at_it<power<>>{it} * p; }

#ifdef TALLYWATT_MISUSE
auto wrong = facility_power(5_MW, ratio{1.2});
#else
auto right = facility_power(5_MW, pue{1.2});
#endif
