#pragma once
// What a source did not publish and a prediction needs: one table, keyed by the source (its case, which fixes the software
// and its year). Never per row.

#include <string>
#include <string_view>
#include <vector>

namespace validation {

struct assumption {
    char const* of;      ///< case
    char const* name;
    double value;        ///< 0 where it is a text
    char const* text;    ///< how it is printed
};

std::vector<assumption> const& assumptions();
/// The value of an assumption. Throws std::invalid_argument where the table has none of that name.
double assumed(std::string_view of, std::string_view name);
/// Its text, printed with the rows that use it.
std::string assume(std::string_view of, std::string_view name);

}  // namespace validation
