#include <tallywatt/version.hpp>
#if __has_include(<tallywatt/io.hpp>)
# include <tallywatt/io.hpp>
#endif

#include <fmt/core.h>

int main() {
    fmt::print("tallywatt {}.{}.{}\n", tallywatt::version.major, tallywatt::version.minor, tallywatt::version.patch);
}
