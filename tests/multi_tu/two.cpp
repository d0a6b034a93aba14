#if __has_include(<tallywatt/tallywatt.hpp>)
# include <tallywatt/tallywatt.hpp>
#endif
#include <tallywatt/version.hpp>

tallywatt::version_number const* version_in_two();
tallywatt::version_number const* version_in_two() { return &tallywatt::version; }
