// misuse: an input price put on output tokens
// must-contain-gcc: (no match for|use of deleted function) .*operator\*
// must-contain-clang: invalid operands to binary expression
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
auto wrong = of_input<money_per_token<>>{0.5_USD_per_Mtok} * of_output<token_count<>>{3_Mtok};
#else
auto right = of_output<money_per_token<>>{2_USD_per_Mtok} * of_output<token_count<>>{3_Mtok};
#endif
