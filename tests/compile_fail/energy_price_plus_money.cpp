// misuse: adding USD/kWh to USD without multiplying by kWh
// must-contain-gcc: (no match for|use of deleted function) .*operator\+
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = 0.08_USD_per_kWh + 5_USD;
#else
auto right = 0.08_USD_per_kWh * 100_kWh + 5_USD;
#endif
