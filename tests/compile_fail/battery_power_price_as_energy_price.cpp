// misuse: a battery's price per kilowatt read as one per kilowatt-hour
// must-contain: (could not convert|no viable conversion|no known conversion|cannot convert)
#include <tallywatt/energy/storage.hpp>

using namespace tallywatt;

#ifdef TALLYWATT_MISUSE
storage wrong{.store_price = 280.0 * USD / kilowatt};
#else
storage right{.store_price = 280.0 * USD / kilowatt_hour, .charger_price = 280.0 * USD / kilowatt};
#endif
