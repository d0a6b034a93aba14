#pragma once
// The quick start's deployment, planned and evaluated in constant expressions. The search over layouts and batches takes
// more steps than compilers grant one constant expression; what it decides is written down here instead, everything that
// follows from it is computed, and a unit test holds that the search decides just that.

#include "scenarios.hpp"

namespace quickstart {

using namespace tallywatt;

inline constexpr layout decided_layout{.tensor = 1, .data = 8};
inline constexpr int decided_sequences = 46, decided_chunk = 1024, decided_mean_sequences = 26;

inline constexpr deployment subject = scenarios::deepseek_r1_h200_virginia();
inline constexpr prepared_deployment prepared = prepare(subject);

constexpr deployment_plan decided_plan() {
    deployment_plan p;
    auto const choice = [](int sequences) { return plan_choice(prepared.service, prepared.cluster, decided_layout, sequences, decided_chunk); };
    auto const output = [](serving_plan const& c) { return perform(c, prepared.service, prepared.cluster, prepared.site.cooling.coolant_supply).output; };
    p.serving = choice(decided_sequences);
    p.mean = choice(decided_mean_sequences);
    p.mean_output = output(p.serving) / output(p.mean);
    p.cluster = fill_site(prepared);
    p.instances = p.cluster.accelerators / decided_layout.accelerators();
    p.has_package = p.chips_limited = true;
    p.package = plan_package(prepared.cluster.server.accelerator.package);
    return p;
}

}  // namespace quickstart
