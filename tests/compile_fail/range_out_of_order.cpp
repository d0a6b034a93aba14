// misuse: a range whose likely value lies outside
// must-contain-gcc: call to non-.constexpr. function|expression .* is not a constant expression|throw
// must-contain-clang: is not an integral constant expression|must be initialized by a constant expression
#include <tallywatt/number/estimate.hpp>
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
constexpr estimate wrong = range(22, 32, 30);
#else
constexpr estimate right = range(22, 26, 30);
#endif
