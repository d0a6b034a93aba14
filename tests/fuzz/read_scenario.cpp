// Fuzz target of the scenario reader: whatever the bytes are, they are a scenario or refused with invalid_input, and a
// scenario that is read is written and read back the same.
//
//   cmake -DTALLYWATT_BUILD_FUZZERS=ON -DCMAKE_CXX_COMPILER=clang++ ...; tests/fuzz/fuzz_read_scenario -dict=... corpus
//
// tests/fuzz/replay.cpp runs it over the kept corpus without a fuzzer.

#include <tallywatt/io/json_scenario.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace tallywatt;
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    try {
        document d = read_document(text);
        scenario const s = scenario_of(d);
        std::string const written = write_scenario(s);
        scenario const again = read_scenario(written);
        if (again.title != s.title || write_scenario(again) != written) {
            std::fputs("a scenario does not survive being written\n", stderr);
            std::abort();
        }
    } catch (invalid_input const& e) {
        if (e.path().empty() || e.path().front() != '/' || std::string_view(e.what()).size() > 8000) {
            std::fputs(e.what(), stderr);
            std::abort();
        }
    }
    return 0;
}
