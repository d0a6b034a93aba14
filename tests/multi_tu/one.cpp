#if __has_include(<tallywatt/tallywatt.hpp>)
# include <tallywatt/tallywatt.hpp>
#endif
#include <tallywatt/version.hpp>

tallywatt::version_number const* version_in_two();

// Inline constants must be one object in the whole program.
int main() { return &tallywatt::version == version_in_two() ? 0 : 1; }
