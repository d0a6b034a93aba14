// misuse: USD per hour for a price per accelerator-hour
// must-contain-gcc: could not convert
// must-contain-clang: no viable conversion
#include <tallywatt/tco/rent_or_own.hpp>

using namespace tallywatt;

#ifdef TALLYWATT_MISUSE
tenure_option wrong{.used = 2.0 * USD / hour};
#else
tenure_option right{.used = 2.0 * USD / accelerator_hour};
#endif
