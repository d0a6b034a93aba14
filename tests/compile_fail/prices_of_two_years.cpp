// misuse: adding prices of two currency years
// must-contain-gcc: call to non-.constexpr. function|expression .* is not a constant expression|throw
// must-contain-clang: is not an integral constant expression|must be initialized by a constant expression
#include <tallywatt/finance/price_year.hpp>
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
constexpr auto wrong = money_of_year<>{5_USD, 2019} + money_of_year<>{5_USD, 2025};
#else
constexpr auto right = in_prices_of(2025, money_of_year<>{5_USD, 2019}, inflation_rate{0.025}) + money_of_year<>{5_USD, 2025};
#endif
