// misuse: worth of real payments at a nominal rate
// must-contain-gcc: no matching function for call to .*net_present_value
// must-contain-clang: no matching function for call to .net_present_value
#include <tallywatt/finance/payments.hpp>

using namespace tallywatt;

payments<> flows;

#ifdef TALLYWATT_MISUSE
auto wrong = net_present_value(flows, nominal_discount_rate{0.08});
#else
auto right = net_present_value(flows, to_real(nominal_discount_rate{0.08}, inflation_rate{0.025}));
#endif
