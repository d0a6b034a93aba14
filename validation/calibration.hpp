#pragma once
// Constants that may be fitted to open cases: at most three for each generation of accelerators, factors on the library's own
// values, held within the range that the catalog gives the constant from components. Nothing is fitted to a case.
//
//   products     share of the matrix engines' peak that large products reach (compute_share, every format)
//   memory       share of memory bandwidth that thin products and streaming kernels reach (memory_share, stream_share)
//   collectives  bandwidth of collectives and exchanges, inside a domain and between them
//   host         time of the host for each running sequence and step (host_per_sequence)
//
//   calibration const fitted = fit(cases, "T-KOR22-A");      // without that case
//   cluster const on = calibrated(*find_cluster("A100"), fitted);

#include <tallywatt/chip/stack.hpp>
#include <tallywatt/cluster/cluster.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace validation {

struct library_of_cases;

enum class calibration_mode : unsigned char { off, on, leave_one_out };

/// One fitted constant, as a factor on the library's own value.
struct fitted_constant {
    std::string generation{}, name{};
    double factor = 1.0;
    double low = 1.0, high = 1.0;  ///< what it may be
    std::string source{};
};

/// What runners receive. Empty: calibration is off.
struct calibration {
    std::vector<fitted_constant> constants{};
    friend bool operator==(calibration const& a, calibration const& b) {
        return std::equal(a.constants.begin(), a.constants.end(), b.constants.begin(), b.constants.end(),
                          [](fitted_constant const& x, fitted_constant const& y) { return x.generation == y.generation && x.name == y.name && x.factor == y.factor; });
    }
    [[nodiscard]] double factor(std::string_view generation, std::string_view name) const {
        for (auto const& c : constants)
            if (c.generation == generation && c.name == name) return c.factor;
        return 1.0;
    }
};

/// A cluster with the constants of its accelerators' generation.
tallywatt::cluster calibrated(tallywatt::cluster on, calibration const& fitted);
/// A serving stack with those of the hosts that its accelerators come in.
tallywatt::software_stack calibrated(tallywatt::software_stack stack, tallywatt::accelerator const& chip, calibration const& fitted);

/// Fits the constants on the open cases, leaving one out (by its id; empty: none): coordinate search for the least median over
/// cases of each case's median error, |ln(predicted/published)|. A generation without two open cases keeps its own.
calibration fit(library_of_cases const& cases, std::string_view left_out);
/// Whether there is anything to fit.
bool has_constants();

}  // namespace validation
