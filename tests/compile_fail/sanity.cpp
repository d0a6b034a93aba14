// misuse: comparing a version with a plain number
// must-contain-gcc: no match for .operator>=.*version_number
// must-contain-clang: invalid operands to binary expression .*version_number
#include <tallywatt/version.hpp>

#ifdef TALLYWATT_MISUSE
bool const wrong = tallywatt::version >= 1;
#else
bool const right = tallywatt::version >= tallywatt::version_number{0, 1, 0};
#endif
