#include "downstream.hpp"
#if __has_include(<tallywatt/units.hpp>)
# include <tallywatt/units.hpp>
#endif

tallywatt::version_number library_version() { return tallywatt::version; }
