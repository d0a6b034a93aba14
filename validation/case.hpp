#pragma once
// Published data as the program reads them: a case is one source's table or set of figures, with what it states as inputs.
//
//   value v = c.cell(3, "output_tok_s");   double pue = c.number("inputs.pue");   c.text("inputs.accelerator")

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace validation {

/// A published entry: nothing, a number, or a text.
struct value {
    enum class form : unsigned char { none, number, text };
    form is = form::none;
    double number = 0.0;
    std::string text{};

    [[nodiscard]] bool is_number() const { return is == form::number; }
    [[nodiscard]] bool is_text() const { return is == form::text; }
};

/// One case. Everything beside its table is in `facts`, by its path: "inputs.pue", "outputs.tco2.b7", "model.hidden".
struct published_case {
    std::string id{}, kind{}, title{}, basis{}, source{}, confidence{};
    char rank = 'R';  ///< A, B, C as published data; R: a closed form or another program's output
    std::vector<std::string> caveats{};
    std::vector<std::string> columns{};
    std::vector<std::vector<value>> table{};
    std::map<std::string, value, std::less<>> facts{};

    [[nodiscard]] int rows() const { return static_cast<int>(table.size()); }
    /// An entry of the table; none where there is no such column. Throws std::out_of_range for a row that is not there.
    [[nodiscard]] value const& cell(int row, std::string_view column) const;
    /// A fact; none where it is not stated. The two ends of a stated range give their middle.
    [[nodiscard]] value fact(std::string_view path) const;
    /// The same as numbers and texts. Throw std::invalid_argument, naming case and place, where they are not that.
    [[nodiscard]] double number(int row, std::string_view column) const;
    [[nodiscard]] std::string const& text(int row, std::string_view column) const;
    [[nodiscard]] double number(std::string_view path) const;
    [[nodiscard]] std::string text(std::string_view path) const;
};

/// The project's copy of the published data.
struct library_of_cases {
    std::vector<published_case> measured{};   ///< measured.json
    std::vector<published_case> calculon{};   ///< calculon.json: facts "model.*", "execution.*", "outputs.*", "system.*"
    std::vector<published_case> fabric{};     ///< fabric.json: sweeps of collectives, exchanges, counts of parts
    std::vector<published_case> reference{};  ///< reference.json: facts "inputs.*", "outputs.*"
    std::vector<published_case> claims{};     ///< public claims: facts "result.*", "calc", "verdict"
    published_case shapes{};                  ///< facts "<model>.<field>" of measured.json's table of models

    [[nodiscard]] published_case const* find(std::string_view id) const;
    /// The same; throws std::invalid_argument where there is none.
    [[nodiscard]] published_case const& at(std::string_view id) const;
};

/// Reads the data that were built into the program.
library_of_cases read_cases();

}  // namespace validation
