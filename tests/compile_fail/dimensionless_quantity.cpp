// misuse: a dimensionless quantity instead of a plain number
// must-contain: a dimensionless result is a plain number
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
quantity<dim::none> wrong{};
#else
quantity_t<dim::none, double> right{};
#endif
