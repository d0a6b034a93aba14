// misuse: an emissivity where a view factor is needed
// must-contain-gcc: could not convert .*fraction_tag|no matching function for call to .*radiated
// must-contain-clang: no viable conversion|no matching function for call to .radiated
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

constexpr power<> radiated(power<> black_body, view_factor of_one_face, fraction emissivity) { return black_body * of_one_face * emissivity; }

#ifdef TALLYWATT_MISUSE
auto wrong = radiated(5_kW, fraction{0.9}, view_factor{0.3});
#else
auto right = radiated(5_kW, view_factor{0.3}, fraction{0.9});
#endif
