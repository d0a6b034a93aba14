// misuse: annuity(life, rate) for annuity(rate, life)
// must-contain-gcc: could not convert .*|no matching function for call to .*capital_recovery_factor
// must-contain-clang: no viable conversion|no matching function for call to .capital_recovery_factor
#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = capital_recovery_factor(25, discount_rate{0.07});
#else
auto right = capital_recovery_factor(discount_rate{0.07}, 25);
#endif
