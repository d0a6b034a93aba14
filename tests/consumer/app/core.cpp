#include <tallywatt/version.hpp>
#if __has_include(<tallywatt/units.hpp>)
# include <tallywatt/units.hpp>
#endif

#include <cstdio>

int main() {
    std::printf("tallywatt %d.%d.%d\n", tallywatt::version.major, tallywatt::version.minor, tallywatt::version.patch);
}
