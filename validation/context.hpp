#pragma once
// What a runner receives, and the runners, one for each family of cases. A runner looks up its cases, predicts what it can
// and gives a reason for the rest:
//
//   void run_training(context const& with, rows& r) {
//       auto const& c = with.cases.at("T-MEG21-T1");
//       for (int i = 0; i < c.rows(); ++i)
//           if (with.wants(c)) r.predict(c.id, i, "tflops_per_gpu", ..., {with.assume(c.id, "microbatch")});
//   }

#include "assumptions.hpp"
#include "calibration.hpp"
#include "case.hpp"
#include "row.hpp"

#include <set>
#include <string>
#include <string_view>

namespace validation {

struct context {
    library_of_cases const& cases;
    calibration const& fitted;
    calibration_mode mode = calibration_mode::off;
    std::set<std::string, std::less<>> const* among = nullptr;  ///< the cases that are asked for; none: all
    [[nodiscard]] bool wants(published_case const& c) const { return among == nullptr || among->count(c.id) != 0; }
};

void run_training(context const& with, rows& r);
void run_calculon(context const& with, rows& r);
void run_serving(context const& with, rows& r);   ///< and what the same runs say of energy
void run_energy(context const& with, rows& r);
void run_cost(context const& with, rows& r);
void run_facility(context const& with, rows& r);
void run_silicon(context const& with, rows& r);
void run_fabric(context const& with, rows& r);    ///< collectives, exchanges, switches and their power

/// All runners, in a calibration mode.
rows run(library_of_cases const& cases, calibration_mode mode);

}  // namespace validation
