// What do newer chips change? One service on every accelerator of the catalog that takes it: dollars, joules, CO2e and litres of a
// million tokens. The same model, traffic, promises, site and grid; of a chip without the wanted number format, the next wider one.

#include <tallywatt/tallywatt.hpp>

#include <tallywatt/catalog/a100.hpp>
#include <tallywatt/catalog/accelerators.hpp>
#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/climates.hpp>
#include <tallywatt/catalog/cooling.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/gaudi3.hpp>
#include <tallywatt/catalog/gb200.hpp>
#include <tallywatt/catalog/gb300.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/h200.hpp>
#include <tallywatt/catalog/mi300x.hpp>
#include <tallywatt/catalog/mi355x.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/racks.hpp>
#include <tallywatt/catalog/scale_out.hpp>
#include <tallywatt/catalog/scale_up_links.hpp>
#include <tallywatt/catalog/stacks.hpp>
#include <tallywatt/catalog/tpu_network.hpp>
#include <tallywatt/catalog/tpu_v5e.hpp>
#include <tallywatt/catalog/tpu_v5p.hpp>
#include <tallywatt/catalog/tpu_v6e.hpp>
#include <tallywatt/explore/metric.hpp>
#include <tallywatt/io.hpp>
#include <tallywatt/io/compare.hpp>
#include <tallywatt/tco/compare.hpp>

#include "page.hpp"

using namespace tallywatt;
using namespace tallywatt::literals;
using page::heading;
using page::say;

namespace {

struct machine {
    char const* name;
    server on;
    scale_out network;
    precision weights;
    bool liquid;
};

deployment service_on(machine const& m) {
    serving const s{.model = catalog::llama_3_1_70b,
                    .weights = m.weights,
                    .cache = precision::fp8,
                    .traffic = {.input = 2'000_tokens, .output = 500_tokens, .cached = 30_percent},
                    .targets = {.time_to_first_token = 4.0 * second, .time_per_output_token = 50.0 * millisecond},
                    .stack = catalog::vllm_2025};
    deployment d{.service = s,
                 .cluster = {.server = m.on, .network = m.network},
                 .site = {.climate = catalog::ashburn, .it_capacity = at_it<power<>>{50_MW}},
                 .supply = catalog::pjm_virginia};
    if (m.liquid)
        d.site.cooling = catalog::direct_to_chip;
    else
        d.site.cooling = catalog::air_contained;
    if (m.on.accelerators > 36) d.cluster.rack = catalog::nvl72_rack;
    return d;
}

/// A rack of which little is public: the press has 190 kW with 72 chips of 1.8 kW. What is left of it for hosts and switches, the
/// price of all but the chips, and everything else as in the rack before it are assumed.
server rubin_nvl72() {
    server s = catalog::gb300_nvl72;
    s.name = "Vera Rubin NVL72";
    s.accelerator = catalog::rubin;
    s.scale_up = scale_up_of(scale_up_link(catalog::nvlink6), 72);
    s.host = 44.0 * kilowatt;
    s.fans = 2.0 * kilowatt;
    s.nics = 144;
    s.price_without_accelerators = 1e6 * USD;
    return s;
}

}  // namespace

int main() {
    say("Llama 3.1 70B, 2,000 tokens in (30 % of them cached) and 500 out, 20 tokens/s to each user, 50 MW of IT on the grid of Northern Virginia. "
        "Weights in the narrowest of INT8, FP8 and FP4 that a chip multiplies natively; liquid where its servers take it.");
    machine const all[] = {
        {"A100 80GB", catalog::hgx_a100_80gb, catalog::infiniband_hdr, precision::int8, false},
        {"H100", catalog::hgx_h100, catalog::infiniband_ndr, precision::fp8, true},
        {"H200", catalog::hgx_h200, catalog::infiniband_ndr, precision::fp8, true},
        {"B200", catalog::hgx_b200, catalog::infiniband_ndr, precision::fp4, true},
        {"GB200 NVL72", catalog::gb200_nvl72, catalog::infiniband_ndr, precision::fp4, true},
        {"GB300 NVL72", catalog::gb300_nvl72, catalog::infiniband_xdr, precision::fp4, true},
        {"Rubin NVL72", rubin_nvl72(), catalog::infiniband_xdr, precision::fp4, true},
        {"MI300X", catalog::mi300x_platform, catalog::roce_400g, precision::fp8, false},
        {"MI355X", catalog::mi355x_platform, catalog::roce_400g, precision::fp4, true},
        {"Gaudi 3", catalog::gaudi3_server, catalog::roce_400g, precision::fp8, false},
        {"TPU v5e", catalog::tpu_v5e_tray, catalog::tpu_network_25g, precision::int8, false},
        {"TPU v6e", catalog::tpu_v6e_tray, catalog::tpu_network_25g, precision::int8, false},
    };
    heading("Per million computed tokens");
    fmt::print("{:<13} {:>7} {:>9} {:>9} {:>8} {:>8} {:>8} {:>7} {:>9}  {}\n", "", "format", "tok/s", "USD/", "USD", "MJ", "gCO2e", "litres", "tokens/J", "not met");
    fmt::print("{:<13} {:>7} {:>9} {:>9}\n", "", "", "per chip", "chip-hour");
    for (auto const& m : all) {
        report const r = evaluate(service_on(m));
        auto const tokens = r.delivery.output.value + r.delivery.input.value;
        std::string unmet;
        for (auto const& l : r.limits)
            if (l.state() != limit_state::met) unmet += (unmet.empty() ? "  " : ", ") + std::string(l.name);
        char const* const format = m.weights == precision::fp4 ? "FP4" : m.weights == precision::fp8 ? "FP8" : "INT8";
        fmt::print("{:<13} {:>7} {:>9.0f} {:>9.2f} {:>8.3f} {:>8.3f} {:>8.1f} {:>7.2f} {:>9.2f}{}\n", m.name, format, tokens.in(token / second) / r.delivery.accelerators.in(accelerator_unit),
                   r.unit.per_accelerator_hour.in(USD / accelerator_hour), r.unit.blended.in(USD / megatoken), r.unit.energy.in(megajoule / megatoken),
                   r.unit.carbon.in(gCO2e / megatoken), r.unit.water.in(litre / megatoken), 1.0 / r.unit.energy.in(joule / token), unmet);
    }
    say("");
    say("The comparison is of one software stack and of list or assumed prices; both move a figure by tens of per cent, and the catalog says "
        "where they are known. Rubin is a projection: rates by its data sheet, what is reached of them as on other chips, its price, 60,000 USD, and "
        "most of its rack assumed. Trainium2 is in the catalog as a data sheet, without a server of known price and power, so it is not here.");

    deployment const old = service_on(all[1]), now = service_on(all[3]);
    for (char const* figure : {"unit.blended", "unit.energy", "unit.carbon"}) {
        metric const m(figure);
        fmt::print("{}", explained(attribute(old, now, m), m));
    }
    say("");
    say("From H100 to B200, part by part. The work changes with the chip: FP4 weights alone, which H100 does not multiply, would cost it more.");
}
