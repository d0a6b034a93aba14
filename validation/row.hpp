#pragma once
// Rows: one published quantity each, with what the library predicts for it. All rows exist before any model runs, so
// that none can be dropped: what nothing predicts stays "not modelled", with the reason.
//
//   rows r(cases);
//   r.predict("I-TRTLLM-A", 0, "output_tok_s", 10'900.0, {"cache in fp8"}, at_most(14'000.0));
//   r.omit("I-AA-SPEED", 0, "outputs.nvidia_dgx_b200_tok_s_user", "drafts and their acceptance are not published");

#include "case.hpp"

#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace validation {

enum class kind : unsigned char { training, serving, energy, cost, facility, silicon, fabric };
inline constexpr kind all_kinds[] = {kind::training, kind::serving, kind::energy, kind::cost, kind::facility, kind::silicon, kind::fabric};
inline constexpr char all_ranks[] = {'A', 'B', 'C', 'R'};
char const* name_of(kind k);

/// Whether constants may be fitted to a row (split.hpp).
enum class split : unsigned char { open, held, other };
char const* name_of(split s);

/// What physics allows a prediction to be at best: rates of the data sheet, no latency, no loss.
struct bound {
    double low = 0.0, high = std::numeric_limits<double>::infinity();
};
inline bound at_most(double high) { return {0.0, high}; }
inline bound at_least(double low) { return {low, std::numeric_limits<double>::infinity()}; }

struct row {
    std::string id{};       ///< "<case id>#<row>"
    std::string of{};       ///< the case
    int index = 0;          ///< row of the case's table; figures beside the table follow its rows
    kind what = kind::training;
    char rank = 'R';
    split apart = split::other;
    std::string quantity{}, unit{};
    double published = 0.0;
    bool modelled = false;
    bool other_method = false; ///< another program's figure, whose method differs: printed with the reason, in no statistics
    bool bookkeeping = false;  ///< follows from other published figures: checks arithmetic and boundaries, not a model
    double predicted = 0.0;
    bound limits{};
    std::vector<std::string> assumptions{};
    std::string reason = "no model of it yet";  ///< where it is not modelled

    /// Predicted over published, less one. Of a published zero: zero where it is met, else one.
    [[nodiscard]] double error() const;
    [[nodiscard]] bool within_limits() const { return !modelled || (predicted >= limits.low * (1.0 - 1e-9) && predicted <= limits.high * (1.0 + 1e-9)); }
};

/// What is compared: a column of a case's table, or a figure beside it.
struct quantity_of {
    char const* of;         ///< case; "calculon" stands for every case of calculon.json
    char const* place;      ///< column, or path among the facts
    char const* unit;
    kind what;
    double given = 0.0;     ///< where the source writes a text: its figure
};

class rows {
public:
    /// One row per published figure of every quantity (quantities.cpp) and every output of reference.json.
    explicit rows(library_of_cases const& cases);

    /// An assumption that starts with "bookkeeping" or "other method" marks the row as that.
    void predict(std::string_view of, int index, std::string_view quantity, double predicted, std::vector<std::string> assumptions = {},
                 bound const& limits = {});
    void omit(std::string_view of, int index, std::string_view quantity, std::string reason);
    /// Gives the reason for all rows of a case and quantity that nothing has predicted yet; an empty quantity: for all.
    void omit_rest(std::string_view of, std::string_view quantity, std::string const& reason);
    /// A figure beside the table, by its path alone.
    void predict(std::string_view of, std::string_view path, double predicted, std::vector<std::string> assumptions = {}, bound const& limits = {});
    void omit(std::string_view of, std::string_view path, std::string reason);

    [[nodiscard]] bool has(std::string_view of, int index, std::string_view quantity) const;
    [[nodiscard]] std::vector<row> const& all() const { return list; }
    [[nodiscard]] std::vector<row>& all() { return list; }

private:
    [[nodiscard]] row& at(std::string_view of, int index, std::string_view quantity);
    [[nodiscard]] row& at(std::string_view of, std::string_view path);
    void add(published_case const& c, int index, quantity_of const& q, double published);

    std::vector<row> list{};
    std::unordered_map<std::string, std::size_t> by_key{};
};

/// Cases whose rank is changed by the rule of validation/data: A has complete inputs and a measured output, B lacks an
/// input or has an estimated output, C is indicative.
struct rank_change {
    char const* of;
    int from_row, to_row;  ///< inclusive; all: 0 to every_row
    char rank;
    char const* reason;
};
inline constexpr int every_row = 1 << 30;
std::vector<rank_change> const& rank_changes();

}  // namespace validation
