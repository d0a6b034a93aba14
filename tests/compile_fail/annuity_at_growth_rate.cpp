// misuse: a growth rate where a discount rate is needed
// must-contain-gcc: could not convert .*|no matching function for call to .*capital_recovery_factor
// must-contain-clang: no viable conversion|no matching function for call to .capital_recovery_factor
#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = capital_recovery_factor(growth_rate{0.03}, 25);
#else
auto right = capital_recovery_factor(discount_rate{0.03}, 25);
#endif
