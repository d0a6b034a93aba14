#pragma once
// Errors of many rows in few numbers. Means and quantiles are of absolute relative errors; bias is the mean signed error.
// A case counts as one however many rows it has: per case the median and the 90th percentile, then the median of each
// over the cases.

#include "row.hpp"

#include <string>
#include <vector>

namespace validation {

struct statistics {
    int rows = 0, cases = 0, bookkeeping = 0, other_method = 0, not_modelled = 0;  ///< rows: predicted ones, of which all errors are
    double mean = 0.0, median = 0.0, p90 = 0.0, worst = 0.0, bias = 0.0;
    double case_median = 0.0;      ///< median over cases of their medians
    double case_p90 = 0.0;         ///< median over cases of their 90th percentiles
    double p90_of_cases = 0.0;     ///< 90th percentile over cases of their medians
};

/// The q-quantile, linear between the order statistics (n - 1) q around it. Of nothing: 0.
double quantile(std::vector<double> values, double q);

/// Errors of predictions, or those of bookkeeping.
statistics statistics_of(std::vector<row const*> const& rows, bool of_bookkeeping = false);

/// Statistics of one group of rows.
struct group {
    std::string kind{}, rank{}, apart{}, of{};  ///< what all its rows share; empty: not grouped by it
    statistics of_rows{};
};

/// Pairs of rows of one case and quantity whose published figures lie more than a tenth apart: how many of them the
/// predictions put in the same order. Pairs of one case differ in system, layout, batch or model.
struct ordering {
    std::string kind{}, of{};
    int pairs = 0, right = 0;
};
inline constexpr double order_gap = 0.1;

/// By kind over the ranks A to C (silicon, which has none of them, over R), by rank, by both, by kind and split, and by case. Bookkeeping is a
/// group by itself: its rows follow from other published figures and would flatter any model.
struct summary {
    std::vector<group> by_kind{}, by_rank{}, by_kind_and_rank{}, by_split{}, by_case{};
    std::vector<ordering> orderings{};  ///< by kind, then by case
    statistics bookkeeping{};
    int rows = 0, other_method = 0, not_modelled = 0, beyond_limits = 0;
};
summary summarise(std::vector<row> const& rows);

}  // namespace validation
