// misuse: a store's price per kilowatt read as one per kilowatt-hour
// must-contain: (could not convert|no viable conversion|no known conversion|cannot convert)
#include <tallywatt/facility/air_cooling.hpp>
#include <tallywatt/facility/cold_storage.hpp>

using namespace tallywatt;

#ifdef TALLYWATT_MISUSE
cold_storage<air_cooling> wrong{.price = 40.0 * USD / kilowatt};
#else
cold_storage<air_cooling> right{.price = 40.0 * USD / kilowatt_hour};
#endif
