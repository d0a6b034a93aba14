// Input that makes no sense: one message with the place, exit code 2, and nothing on the standard output.
#include "run.hpp"

#include <doctest/doctest.h>

namespace {
using program_test::run;
using program_test::written;

std::string with(std::string text, std::string const& from, std::string const& to) {
    std::size_t const at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

TEST_CASE("Each fault in a file: one line on the standard error, exit 2, an empty standard output") {
    std::string const good = program_test::text_of("examples/scenarios/quickstart.json");
    REQUIRE(good.size() > 500);
    struct row {
        std::string text, message;
    };
    std::string deep, many;
    for (int i = 0; i < 5000; ++i)
        deep += "{\"site\": ";
    row const rows[] = {
        {good.substr(0, 300), "/service/traffic/output: not JSON: line 8, column "},
        {"", "/: not JSON: line 1, column 1: unexpected end of input"},
        {with(good, "hgx_h200", "hgx_h300"), "/cluster/server: no server is called \"hgx_h300\"; near it: hgx_b300, hgx_h100, hgx_h200"},
        {with(good, "DeepSeek-R1\",", "DeepSeek-R9\","), "/service/model: no transformer is called \"DeepSeek-R9\"; near it: deepseek_r1"},
        {with(good, "\"model\": \"DeepSeek-R1\",", "\"model\": \"llama 3\","), "/service/model: \"llama 3\" may be any of: llama_3_8b, llama_3_70b"},
        {with(good, "\"cooling\"", "\"coling\""), "/site: no key is called \"coling\"; near it: cooling"},
        {with(good, "\"model\": \"DeepSeek-R1\",", ""), "/service: the key \"model\" is missing: an object, or a name such as \""},
        {with(good, "\"kind\": \"service\",", ""), "/service: the key \"kind\" is missing; an object with \"kind\" (service, disaggregated, training_runs) is wanted"},
        {with(good, "100 MW\"", "100 MWh\""), "/site/it_capacity: \"100 MWh\" is an energy; a power is wanted, in W, kW, MW or GW"},
        {with(good, "\"100 MW\"", "100"), "/site/it_capacity: 100 has no unit; a power is wanted, in W, kW, MW or GW, for example \"10 MW\""},
        {with(good, "100 MW\"", "-100 MW\""), "/site/it_capacity: \"-100 MW\" is out of range; allowed: above 0 W"},
        {with(good, "56.3%", "563%"), "/service/traffic/cached: \"563%\" is out of range; allowed: 0 to 0.999"},
        {with(good, "\"supply\":", "\"chips\": \"nvidia_2025\", \"supply\":"), "/: the key \"chips\" stands twice"},
        {with(good, "\"fp8\"", "\"fp7\""), "/service/weights: \"fp7\" is found; one of these is wanted: int4, mxfp4, fp4, fp6, fp8, int8, fp16, bf16, fp32"},
        {with(good, "\"100 MW\"", "1e999"), "/site/it_capacity: line "},
        {with(good, "\"100 MW\"", "NaN"), "/site/it_capacity: not JSON: line "},
        {with(good, "100 MW\"", "1e999 MW\""), "/site/it_capacity: \"1e999 MW\" is too large a number"},
        {with(good, "100 MW\"", "100 \xff\xfe MW\""), "/site/it_capacity: not UTF-8: line "},
        {deep, "nested more than 32 deep"},
        {'"' + std::string(std::size_t{5} << 20, 'x') + '"', "more than 4194304 bytes"},
        {with(good, "hgx_h200", "hgx_h200\xc3\xa9"), "/cluster/server: no server is called \"hgx_h200\xc3\xa9\"; near it: hgx_h200"},
        {with(good, "100 MW\"", "a\\n\\u001b[31mb\""), "/site/it_capacity: \"a\\n\\u001b[31mb\" is not a number with its unit"},
        {with(good, "\"it_capacity\"", "\"a\\nb\""), "/site: no key is called \"a\\nb\"; the keys are "},
        {with(good, "{\"server\": \"hgx_h200\"", "{\"server\": \"hgx_h200\", \"accelerator\": \"h200\""), "/cluster: no key is called \"accelerator\"; there is /cluster/server/accelerator"},
        {with(good, "\"cooling\":", "\"power_price\": \"0.08 USD/kWh\", \"cooling\":"), "/site: no key is called \"power_price\"; there is /supply/energy_price"},
        {with(good, "\"supply\":", "\"finance\": {\"wacc\": \"8%\"}, \"supply\":"), "/finance: no key is called \"wacc\"; it is called \"discount\": the real rate, the WACC less inflation"},
        {with(good, "\"kind\": \"service\",", "\"kind\": \"service\", \"job\": {},"), "/service: no key is called \"job\"; it is a key of the kind \"training_runs\""},
        {with(good, "\"title\"", "\"titel\""), "/: no key is called \"titel\"; near it: site, title"},
        {with(good, "{\"server\": \"hgx_h200\"", "{\"server\": {\"like\": \"hgx_h200\", \"like\": \"hgx_h100\"}"), "/cluster/server: the key \"like\" stands twice"},
        {with(good, "{\"server\": \"hgx_h200\"", "{\"server\": {\"like\": null}"), "/cluster/server/like: null is found; a name is wanted"},
        {with(good, "{\"server\": \"hgx_h200\"", "{\"server\": \"ashburn\""), "/cluster/server: no server is called \"ashburn\""},
        {with(good, "\"pjm_virginia\"", "{\"kind\": \"grid\", \"like\": \"combined_cycle\"}"), "/supply/kind: \"grid\" is found, but \"combined_cycle\" is of kind \"generation\""},
        {with(good, "\"direct_to_chip\"", "{\"like\": \"direct_to_chip\", \"coolant_rise\": \"10 degC\"}"), "/site/cooling/coolant_rise: \"10 degC\" is a temperature on a scale; a difference is wanted, in K"},
        {with(good, "\"100 MW\"", "{\"low\": \"200 MW\", \"likely\": \"100 MW\", \"high\": \"300 MW\"}"), "/site/it_capacity: low, likely and high are not in order: 200 MW, 100 MW, 300 MW"},
        {with(good, "100 MW\"", "100,000 kW\""), "/site/it_capacity: \"100,000 kW\": digits are written without blanks or signs between them"},
        {"\xff\xfe{\0}", "/: not UTF-8: the file starts as UTF-16 does"},
        // sizes that no double multiplies
        {with(good, "100 MW\"", "5e-324 W\""), "inputs of such sizes give no number for "},
        {with(good, "{\"server\": \"hgx_h200\"", "{\"server\": {\"like\": \"hgx_h200\", \"accelerator\": {\"price\": \"1e308 USD\"}}"), "inputs of such sizes give no number for "},
        // what fields say of each other, after reading
        {with(good, "\"service\": {", "\"service\": {\"speculation\": {\"drafts\": 2}, \"routing\": {\"skew\": 3.9}, \"largest_pipeline\": 0,"), "/service/largest_pipeline: 0 is out of range; allowed: at least 1"},
        {with(good, "\"cluster\": {\"server\": \"hgx_h200\"", "\"cluster\": {\"server\": {\"like\": \"hgx_h200\", \"accelerator\": {\"bf16\": {\"peak\": \"0 FLOP/s\"}}}"), "/cluster/server/accelerator/bf16/peak: 0 FLOP/s is not above 0 FLOP/s"},
    };
    int i = 0;
    for (row const& r : rows) {
        std::string const file = written("bad" + std::to_string(i++) + ".json", r.text);
        INFO(r.message);
        for (char const* command : {"evaluate", "evaluate --format json"}) {
            program_test::result const got = run(std::string(command) + " '" + file + "'");
            CHECK(got.code == 2);
            CHECK(got.out.empty());
            CHECK(got.err.find("tallywatt: " + file + ": ") == 0);
            CHECK_MESSAGE(got.err.find(r.message) != std::string::npos, got.err.substr(0, 400));
            CHECK(got.err.find('\n') == got.err.size() - 1); // one line
            CHECK(got.err.size() < 1200);
        }
    }
}

TEST_CASE("Faults of the command line are told alike") {
    std::string const good = "examples/scenarios/quickstart.json";
    struct row {
        std::string arguments, message;
    };
    row const rows[] = {
        {"evaluate no_such_file.json", "no_such_file.json: cannot be opened"},
        {"evaluate examples", "examples: is a folder"},
        {"evaluate " + good + " --set site.it_capacity", "--set site.it_capacity: a field and its value are wanted"},
        {"evaluate " + good + " --set 'site.it_capacty=3 MW'", "/site: no key is called \"it_capacty\"; near it: it_capacity"},
        {"evaluate " + good + " --format xml", "--format"},
        {"evaluate", "file is required"},
        {"", "A subcommand is required"},
        {"list gpus", "nothing to list is called \"gpus\"; there are "},
        {"lits", "no command is called \"lits\"; near it: list"},
        {"evaluate " + good + " --set 'finance.wacc=8%'", "/finance: no key is called \"wacc\"; it is called \"discount\": the real rate, the WACC less inflation"},
        {"evaluate " + good + " --set 'site={\"cooling\": '", "--set site={\"cooling\": : /cooling: not JSON: "},
        {"evaluate " + good + " --set 'site.cooling[0]=3'", "/site/cooling"},
        {"sweep " + good + " --vary finance.wacc=4%:12%:9", "it is called \"discount\""},
        {"sweep " + good + " --vary finance.discount=4%,5% --vary finance.discount=6%,7%", "finance.discount varies twice"},
        {"sweep " + good + " --vary finance.discount=1e308%:1e309%:3", "too large numbers"},
        {"sweep " + good + " --vary finance.discount=-1e308:1e308:3", "too large numbers"},
        {"sweep " + good + " --vary finance.discount=4%:12%:9:3", "a range is wanted as low:high:count"},
        {"break-even " + good + " --field site.cooling --target unit.blended=0.3", "--field site.cooling: is no number"},
        {"break-even " + good + " --field finance.wacc --target unit.blended=0.3", "it is called \"discount\""},
        {"break-even " + good + " --field service.prices.output --range '0:1 USD/Mtok' --target feasible=1", "no number of the report is called \"feasible\""},
        {"show h200 --kind climate", "the catalog has nothing called \"h200\" of kind climate"},
        {"show zzzzzzzzz", "the catalog has nothing called \"zzzzzzzzz\"; there are "},
        {"show h1000", "the catalog has nothing called \"h1000\"; near it: h100"},
        {"sweep " + good + " --vary site.cooling", "--vary site.cooling: a field and its values are wanted"},
        {"sweep " + good + " --vary finance.discount=4%:12%", "a range is wanted as low:high:count"},
        {"sweep " + good + " --vary finance.discount=4%:12:9", "a range is wanted as low:high:count"},
        {"sweep " + good + " --vary site.cooling=direct_to_chip,steam", "with site.cooling=steam: /site/cooling: no cooling is called \"steam\""},
        {"sweep " + good + " --vary finance.discount=4%,5% --show unit.blend", "no line of the report is called \"unit.blend\"; near it: unit.blended"},
        {"sweep " + good + " --vary finance.discount=1%:2%:100000 --vary service.traffic.load=10%:20%:100", "a sweep of more than 100000 points"},
        {"break-even " + good + " --field finance.discount --range 2%:20%", "one of --target"},
        {"break-even " + good + " --field finance.discount --range 2% --target unit.blended=0.3", "low:high is wanted"},
        {"break-even " + good + " --field finance.discont --range 2%:20% --target unit.blended=0.3", "no key is called \"discont\"; near it: discount"},
        {"break-even " + good + " --field finance.discount --range 2%:20% --target 'unit.blended=0.3 USD/kWh'", "unit.blended is in USD/Mtok"},
        {"compare " + good, "files"},
        {"compare " + good + ' ' + good + " --why unit.blend", "unit.blend"},
    };
    for (row const& r : rows) {
        INFO(r.arguments);
        program_test::result const got = run(r.arguments);
        CHECK(got.code == 2);
        CHECK(got.out.empty());
        CHECK_MESSAGE(got.err.find(r.message) != std::string::npos, got.err.substr(0, 400));
    }
}

} // namespace
