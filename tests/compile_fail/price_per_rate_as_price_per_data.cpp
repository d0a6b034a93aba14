// misuse: storage priced per GB/s given where a price per GB stands
// must-contain: (could not convert|no viable conversion|no known conversion|cannot convert)
#include <tallywatt/cluster/storage_device.hpp>

using namespace tallywatt;

#ifdef TALLYWATT_MISUSE
storage_device wrong{.price = 100.0 * USD / GB_per_second};
#else
storage_device right{.price = 0.1 * USD / GB};
#endif
