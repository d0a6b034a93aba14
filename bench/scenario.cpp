// Scenario files: reading one, evaluating it planned and from the start, writing it.
#include <tallywatt/io/json_report.hpp>
#include <tallywatt/io/json_scenario.hpp>
#include <tallywatt/tco/any_deployment.hpp>
#include <tallywatt/tco/evaluate.hpp>

#include <benchmark/benchmark.h>

#include <string>

namespace {
using namespace tallywatt;

std::string const text = R"({
  "title": "DeepSeek-R1 (fp8) on 8 x H200 servers",
  "service": {
    "kind": "service",
    "model": "DeepSeek-R1",
    "weights": "fp8",
    "traffic": {"input": "3909 tokens", "output": "1080 tokens", "cached": "56.3%"},
    "targets": {"time_to_first_token": "2 s", "time_per_output_token": "50 ms"},
    "stack": "sglang_2025",
    "prices": {"input": "0.55 USD/Mtok", "cached_input": "0.14 USD/Mtok", "output": "2.19 USD/Mtok"}
  },
  "cluster": {"server": "hgx_h200", "network": "infiniband_ndr"},
  "site": {"cooling": "direct_to_chip", "climate": "ashburn", "it_capacity": "100 MW"},
  "supply": "pjm_virginia",
  "chips": "nvidia_2025"
})";

void read_document_only(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(read_document(text));
}
BENCHMARK(read_document_only);

void read_scenario_file(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(read_scenario(text));
}
BENCHMARK(read_scenario_file)->Unit(benchmark::kMicrosecond);

void read_scenario_in_full(benchmark::State& state) { // every field written out
    std::string const full = write_scenario(read_scenario(text), json_style::all);
    for (auto _ : state)
        benchmark::DoNotOptimize(read_scenario(full));
    state.counters["bytes"] = static_cast<double>(full.size());
}
BENCHMARK(read_scenario_in_full)->Unit(benchmark::kMicrosecond);

void write_scenario_file(benchmark::State& state) {
    scenario const s = read_scenario(text);
    for (auto _ : state)
        benchmark::DoNotOptimize(write_scenario(s));
}
BENCHMARK(write_scenario_file)->Unit(benchmark::kMicrosecond);

void evaluate_planned(benchmark::State& state) {
    scenario const s = read_scenario(text);
    with_service(s.what, [&](auto const& own) {
        auto const prepared = prepare(own);
        auto const plan = plan_deployment(prepared);
        for (auto _ : state)
            benchmark::DoNotOptimize(evaluate(prepared, plan));
    });
}
BENCHMARK(evaluate_planned);

void evaluate_from_scratch(benchmark::State& state) {
    scenario const s = read_scenario(text);
    for (auto _ : state)
        benchmark::DoNotOptimize(evaluate(s.what));
}
BENCHMARK(evaluate_from_scratch)->Unit(benchmark::kMicrosecond);

void write_report(benchmark::State& state) {
    report const r = evaluate(read_scenario(text).what);
    for (auto _ : state)
        benchmark::DoNotOptimize(report_json("a report", r));
}
BENCHMARK(write_report)->Unit(benchmark::kMicrosecond);

} // namespace
