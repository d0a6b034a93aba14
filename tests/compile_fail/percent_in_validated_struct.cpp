// misuse: 63 as a fraction in a described struct, validated in a constant expression
// must-contain-gcc: call to non-.constexpr. function|expression .* is not a constant expression|throw
// must-contain-clang: is not an integral constant expression|must be initialized by a constant expression
#include <tallywatt/number/field.hpp>
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

struct site {
    static constexpr char const* kind = "site";
    fraction load{0.63};
    temperature_difference<> approach = 4_K;
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"load"}, self.load...);
        visit(field{"approach", non_negative}, self.approach...);
    }
};
constexpr bool valid(site const& s) { return validate(s), true; }

#ifdef TALLYWATT_MISUSE
static_assert(valid(site{.load = fraction{63.0}}));
#else
static_assert(valid(site{.load = fraction{0.63}}));
#endif
