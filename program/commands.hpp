#pragma once
// What the program does. Each command gives back all it prints, so that nothing is half-printed when something is wrong;
// input that makes no sense throws bad_input.

#include <stdexcept>
#include <string>
#include <vector>

namespace tallywatt {
struct document;
struct scenario;
template <class T>
struct basic_report;
} // namespace tallywatt

namespace program {

enum class form : unsigned char { table, json, csv };

/// A message for the person who gave the input: "file.json: /site/cooling: ...".
class bad_input : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct output {
    std::string text{};
    bool feasible = true;
};

// files.cpp
std::string read_file(std::string const& name); ///< "-" reads the standard input
tallywatt::document load(std::string const& name);
tallywatt::scenario scenario_in(tallywatt::document const& d, std::string const& file);
/// The scenario's title, or the file's name without folder and ending.
std::string title_of(tallywatt::scenario const& s, std::string const& file);
/// "/site/cooling" for the path that an error of validation names: "site.cooling".
std::string as_pointer(std::string const& path);

// evaluate.cpp: the one place where deployments are evaluated, since that takes a compiler longest
tallywatt::basic_report<double> evaluated(tallywatt::scenario const& s); ///< throws invalid_input
/// Evaluates; bad_input names the file.
tallywatt::basic_report<double> report_of(tallywatt::scenario const& s, std::string const& file);
/// `set` holds changes: "site.it_capacity=60 MW". `ledger`: 0 none, 1 what is uncertain, 2 all.
output evaluate(std::string const& file, std::vector<std::string> const& set, form f, int ledger);

/// Changes one field of a document: "site.it_capacity", "60 MW". bad_input starts with `where`.
void change(tallywatt::document& d, std::string const& field, std::string const& value, std::string const& where);

// compare.cpp
/// `line`: of the report, for what drives the difference of two scenarios.
output compare(std::vector<std::string> const& files, std::string const& line, form f);

// sweep.cpp
/// `vary`: "site.cooling=air_contained,direct_to_chip", "finance.discount=4%:12%:9"; values may be JSON. `show`: lines of the report.
output sweep(std::string const& file, std::vector<std::string> const& vary, std::vector<std::string> const& show, form f);

// break_even.cpp
struct break_even_question {
    std::string file{}, field{}, range{};   ///< range: "low:high" of the field; empty: around its value in the file
    std::string target{};                   ///< "unit.blended=0.30 USD/Mtok"
    std::string against{};                  ///< or another scenario, and
    std::string metric = "unit.blended";    ///< the line at which both tie
};
output break_even(break_even_question const& q, form f);

// listing.cpp
output list(std::string const& kind, form f);
output show(std::string const& name, std::string const& kind, form f);

// schema.cpp
output schema();
output reference();

} // namespace program
