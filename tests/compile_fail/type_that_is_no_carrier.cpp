// misuse: a type without a plan, a cost or a yield as what carries a package's dies
// must-contain: not a package_carrier
#include <tallywatt/silicon/package.hpp>

using namespace tallywatt;

struct plank {
    money<> price{};
};

#ifdef TALLYWATT_MISUSE
basic_package<double, plank> wrong{};
#else
basic_package<double, organic_substrate> right{};
#endif
