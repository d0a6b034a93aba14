// misuse: computing with estimates
// must-contain-gcc: (no match for|use of deleted function) .*operator-
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/number.hpp>
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = range(1, 2, 3) - range(2, 3, 4);
#else
auto right = resolve<interval>{}(range(1, 2, 3)) - resolve<interval>{}(range(2, 3, 4));
#endif
