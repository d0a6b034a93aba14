// What a value that makes no sense answers, and what a deployment that does not fit answers.

#include <tallywatt/tallywatt.hpp>

#include <tallywatt/catalog/chip_supply.hpp>
#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/gb200.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/racks.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/io.hpp>

#include <cmath>
#include <variant>

using namespace tallywatt;
using namespace tallywatt::literals;

namespace {

deployment const sound{
    .service = {.model = catalog::deepseek_r1,
                .weights = precision::fp8,
                .traffic = {.input = 3909_tokens, .output = 1080_tokens, .cached = fraction{0.563}},
                .stack = catalog::sglang_2025},
    .cluster = {.server = catalog::hgx_h200, .network = catalog::infiniband_ndr},
    .site = {.cooling = catalog::direct_to_chip, .climate = catalog::ashburn, .it_capacity = at_it<power<>>{10_MW}},
    .supply = catalog::pjm_virginia,
    .chips = catalog::nvidia_2025};

template <class Change>
void refused(Change const& change) {
    deployment d = sound;
    change(d);
    // [catch]
    try {
        report const r = evaluate(d);
        fmt::print("accepted: {:.3g}\n", r.unit.output);
    } catch (invalid_input const& e) {
        fmt::print("{}\n", e.what());  // e.path(), e.value() and e.unit() hold the parts
    }
    // [/catch]
}

}  // namespace

int main() {
    // [refused]
    refused([](deployment& d) { std::get<direct_to_chip>(d.site.cooling).coolant_rise = -3_K; });
    refused([](deployment& d) { d.service.traffic.cached = fraction{56.3}; });
    refused([](deployment& d) { d.site.it_capacity = {}; });
    refused([](deployment& d) { d.cluster.server.accelerator.price = -1 * USD; });
    refused([](deployment& d) { d.site.water_price = std::nan("") * USD / cubic_metre; });
    refused([](deployment& d) { d.finance.it.life = 0; });
    refused([](deployment& d) { d.site.climate = {}; });
    refused([](deployment& d) { d.service.model = {}; });
    // [/refused]

    // [limits]
    deployment tight = sound;
    tight.cluster.server = catalog::gb200_nvl72;  // 72 accelerators in one rack, and air to cool it
    tight.cluster.rack = catalog::nvl72_rack;
    tight.site.cooling = catalog::air_contained;
    tight.service.targets.time_per_output_token = 2_ms;
    report const r = evaluate(tight);
    for (auto const& l : r.limits)
        if (l.state() != limit_state::met) fmt::print("{:<24} {:>6.1f} % used, headroom {:>7.1f} %\n", l.name, 100 * l.used, 100 * l.headroom());
    fmt::print("feasible: {}, binding: {}\n", r.feasible(), r.binding_limit().name);
    // [/limits]
}
