// misuse: a link's rate of both ways together given as that of one way
// must-contain: duplex_basis
#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
constexpr accelerator wrong{.link_rate = duplex(900_GBps)};
#else
constexpr accelerator right{.link_rate = as_one_way(duplex(900_GBps))};
static_assert(right.link_rate == one_way(450_GBps));
#endif
