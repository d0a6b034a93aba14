#pragma once
// A deployment whose work is training: the same cluster, site, supply, terms, tenure and policy as a service's, and the same report.
//
//   training_deployment const d{.service = training_runs{...}, .cluster = {...}, .site = {...}, .supply = catalog::pjm_virginia};
//   report const r = evaluate(d);

#include <tallywatt/tco/evaluate.hpp>
#include <tallywatt/tco/training_lines.hpp>

namespace tallywatt {

using training_deployment = basic_deployment<basic_cooling<>, basic_supply<>, double, training_runs>;

}  // namespace tallywatt
