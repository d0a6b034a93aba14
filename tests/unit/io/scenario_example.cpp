// The example of docs/scenario_files.md.
#include <tallywatt/io/json_scenario.hpp>

#include <tallywatt/tco/any_deployment.hpp>
#include <tallywatt/tco/evaluate.hpp>

#include <doctest/doctest.h>

namespace {
using namespace tallywatt;

TEST_CASE("A scenario is read, changed, evaluated and written") {
    std::string const text = R"({"service": {"kind": "service", "model": "Llama 3.1 8B", "traffic": "chat"}, "cluster": {"server": "hgx_h200", "network": "infiniband_ndr"},
        "site": {"climate": "ashburn", "it_capacity": "5 MW"}, "supply": "pjm_virginia"})";
    // [read]
    document d = read_document(text);                                  // invalid_input for whatever is wrong
    set_at(d, "site.cooling", value_of_text("direct_to_chip"));        // a change of one field
    scenario const s = scenario_of(d);
    report const r = evaluate(s.what);
    std::string const written = write_scenario(s);                     // reads back as the same, bit for bit
    // [/read]
    CHECK(r.delivery.output.value.base_value > 0.0);
    CHECK(write_scenario(read_scenario(written)) == written);
}

} // namespace
