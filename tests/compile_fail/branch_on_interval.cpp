// misuse: an if over a comparison of intervals
// must-contain-gcc: could not convert .*verdict.* to .bool
// must-contain-clang: verdict.* is not contextually convertible to .bool
#include <tallywatt/number/interval.hpp>
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
power<interval> smaller(power<interval> a, power<interval> b) { if (a < b) return a; return b; }
#else
power<interval> smaller(power<interval> a, power<interval> b) { return math::min(a, b); }
#endif
