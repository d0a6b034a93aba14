// misuse: mixing two arithmetics
// must-contain-gcc: promote<.*dual.*interval
// must-contain-clang: promote<.*dual.*interval
#include <tallywatt/number.hpp>
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = power<dual>{} + power<interval>{};
#else
auto right = power<dual>{} + power<>{};
#endif
