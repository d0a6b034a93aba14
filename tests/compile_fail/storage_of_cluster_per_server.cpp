// misuse: the capacity of a whole cluster given where one server's stands
// must-contain: (could not convert|no viable conversion|no known conversion|cannot convert)
#include <tallywatt/cluster/shared_storage.hpp>

using namespace tallywatt;

#ifdef TALLYWATT_MISUSE
shared_storage wrong{.capacity = 20.0 * PB};
#else
shared_storage right{.capacity = per_server<data_size<>>{60.0 * TB}};
#endif
