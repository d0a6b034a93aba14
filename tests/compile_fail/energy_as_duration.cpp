// misuse: constructing a duration from an energy
// must-contain-gcc: no matching function for call
// must-contain-clang: no matching constructor|no matching conversion
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = duration<>{5_kWh};
#else
auto right = duration<>{5_h};
#endif
