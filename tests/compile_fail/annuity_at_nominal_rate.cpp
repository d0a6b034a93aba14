// misuse: a nominal rate where a real one is needed
// must-contain-gcc: could not convert .*|no matching function for call to .*capital_recovery_factor
// must-contain-clang: no viable conversion|no matching function for call to .capital_recovery_factor
#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = capital_recovery_factor(nominal_discount_rate{0.07}, 25);
#else
auto right = capital_recovery_factor(to_real(nominal_discount_rate{0.07}, inflation_rate{0.02}), 25);
#endif
