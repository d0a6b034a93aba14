#pragma once
// The quick start's deployment, planned and evaluated in constant expressions. The search over layouts and batches takes
// more steps than compilers grant one constant expression; what it decides is written down here instead, everything that
// follows from it is computed, and a unit test holds that the search decides just that.

#include "scenarios.hpp"

namespace quickstart {

using namespace tallywatt;

inline constexpr layout decided_layout{.tensor = 1, .data = 8};
inline constexpr int decided_sequences = 53, decided_chunk = 2048;

inline constexpr deployment subject = scenarios::deepseek_r1_h200_virginia();
inline constexpr prepared_deployment prepared = prepare(subject);

constexpr deployment_plan decided_plan() {
    deployment_plan p;
    p.serving = plan_choice(prepared.service, prepared.cluster.server, decided_layout, decided_sequences, decided_chunk);
    p.cluster = fill_site(prepared);
    p.instances = p.cluster.accelerators / decided_layout.accelerators();
    p.has_package = p.chips_limited = true;
    p.package = plan_package(prepared.cluster.server.accelerator.package);
    return p;
}

}  // namespace quickstart
