// misuse: a line's lease given per rate and year, without the distance
// must-contain: (could not convert|no viable conversion|no known conversion|cannot convert)
#include <tallywatt/workload/fibre_route.hpp>

using namespace tallywatt;

#ifdef TALLYWATT_MISUSE
fibre_route wrong{.lease = 3.0 * USD / (gigabit_per_second * year)};
#else
fibre_route right{.lease = 3.0 * USD / (gigabit_per_second * kilometre * year)};
#endif
