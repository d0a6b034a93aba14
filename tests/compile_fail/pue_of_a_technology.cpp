// misuse: a PUE given to a cooling technology (it follows from physics and climate)
// must-contain: (no non-static data member named|does not refer to any field|has no .*member)
#include <tallywatt/facility.hpp>

using namespace tallywatt;

#ifdef TALLYWATT_MISUSE
air_cooling wrong{.pue = pue{1.4}};
#else
air_cooling right{.supply_air = celsius(24.0)};
#endif
