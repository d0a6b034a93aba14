// Holds the library against published data:  tallywatt_validate [--json] [--kind training] [--id I-TRTLLM-A] [--rank A]

#include "claims.hpp"
#include "context.hpp"
#include "report.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace validation {

rows run(library_of_cases const& cases, calibration_mode mode) {
    rows r(cases);
    auto const all = [](rows& to, context const& with) {
        run_training(with, to);
        run_calculon(with, to);
        run_serving(with, to);
        run_energy(with, to);
        run_cost(with, to);
        run_facility(with, to);
        run_silicon(with, to);
        run_fabric(with, to);
    };
    calibration const fitted = mode == calibration_mode::off ? calibration{} : fit(cases, "");
    all(r, {cases, fitted, mode});
    if (mode != calibration_mode::leave_one_out) return r;
    // a case is predicted with what the others give; most are not fitted to, so that leaving them out changes nothing
    std::vector<std::pair<calibration, rows>> others;
    for (auto const& c : cases.measured) {
        calibration const without = fit(cases, c.id);
        if (without == fitted) continue;
        auto found = std::find_if(others.begin(), others.end(), [&](auto const& x) { return x.first == without; });
        if (found == others.end()) {
            found = others.emplace(others.end(), without, rows(cases));
            all(found->second, {cases, without, mode});
        }
        for (std::size_t i = 0; i < r.all().size(); ++i)
            if (r.all()[i].of == c.id) r.all()[i] = found->second.all()[i];
    }
    return r;
}

}  // namespace validation

namespace {

using namespace validation;

int run_program(int argc, char** argv) {
    CLI::App app{"Predicts every published row of the project's data and prints the errors, worst first."};
    bool json = false, page = false, summary_only = false, claims = false;
    std::string kind_wanted, id_wanted, rank_wanted, calibrated = "off";
    app.add_flag("--json", json, "one JSON document");
    app.add_flag("--page", page, "the page docs/validation.md");
    app.add_flag("--claims", claims, "public claims, each computed again");
    app.add_flag("--summary", summary_only, "the summary without the rows");
    app.add_option("--kind", kind_wanted, "rows of one kind")->check(CLI::IsMember({"training", "serving", "energy", "cost", "facility", "silicon", "fabric"}));
    app.add_option("--id", id_wanted, "rows whose id starts with this");
    app.add_option("--rank", rank_wanted, "rows of one rank: A, B, C, or R (closed forms and other programs)")->check(CLI::IsMember({"A", "B", "C", "R"}));
    app.add_option("--calibration", calibrated, "off, on, or loo: fitted without the case that is predicted")->check(CLI::IsMember({"off", "on", "loo"}));
    CLI11_PARSE(app, argc, argv);

    auto const cases = read_cases();
    if (claims) {
        std::fputs(as_text(check_claims(cases)).c_str(), stdout);
        return 0;
    }
    if (page) {
        std::fputs(as_page(run(cases, calibration_mode::off).all(), run(cases, calibration_mode::on).all(),
                           run(cases, calibration_mode::leave_one_out).all(), cases)
                       .c_str(),
                   stdout);
        return 0;
    }
    auto const mode = calibrated == "off" ? calibration_mode::off : calibrated == "on" ? calibration_mode::on : calibration_mode::leave_one_out;
    std::vector<row> chosen = run(cases, mode).all();
    std::erase_if(chosen, [&](row const& r) {
        return (!kind_wanted.empty() && kind_wanted != name_of(r.what)) || (!rank_wanted.empty() && rank_wanted[0] != r.rank) ||
               (!id_wanted.empty() && r.id.rfind(id_wanted, 0) != 0);
    });
    if (json) {
        sort_worst_first(chosen);
        std::fputs(as_json(chosen, mode).c_str(), stdout);
    } else
        std::fputs(as_table(chosen, mode, summary_only).c_str(), stdout);
    bool const sound = std::all_of(chosen.begin(), chosen.end(), [](row const& r) { return r.within_limits(); });
    if (!sound) std::fputs("a prediction beats what physics allows\n", stderr);
    return sound ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run_program(argc, argv);
    } catch (std::exception const& e) {
        std::fprintf(stderr, "tallywatt_validate: %s\n", e.what());
        return 2;
    }
}
