// misuse: adding input tokens to output tokens
// must-contain-gcc: (no match for|use of deleted function) .*operator\+
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = of_input<token_count<>>{1_Mtok} + of_output<token_count<>>{3_Mtok};
#else
auto right = of_output<token_count<>>{1_Mtok} + of_output<token_count<>>{3_Mtok};
#endif
