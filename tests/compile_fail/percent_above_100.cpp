// misuse: more than 100 percent as a fraction
// must-contain-gcc: call to non-.constexpr. function|expression .* is not a constant expression|throw
// must-contain-clang: is not an integral constant expression|must be initialized by a constant expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
constexpr fraction wrong = 163_percent;
#else
constexpr fraction right = 63_percent;
#endif
