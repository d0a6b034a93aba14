// misuse: deductions in the money of the day at a real rate
// must-contain-gcc: no matching function for call to .*effective_cost
// must-contain-clang: no matching function for call to .effective_cost
#include <tallywatt/finance/tax.hpp>

using namespace tallywatt;

taxation const tax{.rate = fraction{0.26}};
auto const schedule = accelerated_depreciation(5);

#ifdef TALLYWATT_MISUSE
auto wrong = effective_cost(tax, schedule, tax.bonus, discount_rate{0.05});
#else
auto right = effective_cost(tax, schedule, tax.bonus, to_nominal(discount_rate{0.05}, inflation_rate{0.025}));
#endif
