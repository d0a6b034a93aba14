// misuse: energy per token at the IT load where the facility's is asked for
// must-contain-gcc: could not convert
// must-contain-clang: no viable conversion
#include <tallywatt/tco/market.hpp>

using namespace tallywatt;

at_it<energy_per_token<>> const measured{0.5 * joule / token};

#ifdef TALLYWATT_MISUSE
market wrong{.energy = measured};
#else
market right{.energy = measured * pue{1.2}};
#endif
