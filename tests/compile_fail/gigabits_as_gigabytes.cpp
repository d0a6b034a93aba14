// misuse: a link's gigabits taken for a drive's gigabytes per second, as a bare number
// must-contain-gcc: (could not convert|no match for|cannot convert|conversion from)
// must-contain-clang: (no viable conversion|no known conversion|invalid operands|cannot convert)
#include <tallywatt/cluster/storage_device.hpp>

using namespace tallywatt;

constexpr double gigabits = 400.0;
#ifdef TALLYWATT_MISUSE
storage_server wrong{.read = gigabits * 1e9};
#else
storage_server right{.read = gigabits * gigabit_per_second}; // 50 GB/s
#endif
