// misuse: a figure per server used per accelerator
// must-contain-gcc: could not convert .*server_basis|no matching function for call to .*of_all
// must-contain-clang: no viable conversion|no matching function for call to .of_all
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

constexpr power<> of_all(per_accelerator<power<>> each, accelerator_count<> n) { return each * n; }

#ifdef TALLYWATT_MISUSE
auto wrong = of_all(per_server<power<>>{10_kW}, 8_accelerators);
#else
auto right = of_all(per_accelerator<power<>>{1.2_kW}, 8_accelerators);
#endif
