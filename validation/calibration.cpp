#include "calibration.hpp"

#include "context.hpp"
#include "split.hpp"
#include "statistics.hpp"

#include <tallywatt/catalog/a100.hpp>
#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/stacks.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace validation {

using namespace tallywatt;

namespace {

constexpr double fine = 0.02, coarse = 0.1;
constexpr std::size_t most_constants = 3;
constexpr int fewest_cases = 2;

struct free_constant {
    char const *generation, *name;
    double low, high;
    double step;  ///< finer than the data can tell apart
    std::string source;
};

// The range of a constant of the catalog, over its likely value.
free_constant of_catalog(char const* generation, char const* name, estimate const& e, char const* source) { return {generation, name, e.low / e.likely, e.high / e.likely, fine, source}; }

std::vector<free_constant> const& free_constants() {
    static std::vector<free_constant> const all = [] {
        std::vector<free_constant> list;
        auto const add = [&](char const* generation, basic_accelerator<estimate> const& chip) {
            list.push_back(of_catalog(generation, "products", chip.bf16.compute_share.value, "sweeps of single products: the catalog's range of compute_share"));
            list.push_back(of_catalog(generation, "memory", chip.bf16.memory_share.value, "sweeps of thin products: the catalog's range of memory_share"));
        };
        auto const add_collectives = [&](char const* generation) {
            list.push_back({generation, "collectives", 0.80 / 0.92, 0.96 / 0.92, fine, "collectives of jobs against benchmarks: the catalog's range of collective_share on converged Ethernet"});
        };
        add("ampere", catalog::a100_80gb);
        add_collectives("ampere");
        add("hopper", catalog::h100);
        add_collectives("hopper");
        add("blackwell", catalog::b200);
        auto const& host = catalog::vllm_2025.host_per_sequence.base_value;
        list.push_back({"blackwell", "host", host.low / host.likely, host.high / host.likely, coarse, "profiles of engines: the catalog's range of host_per_sequence"});
        return list;
    }();
    return all;
}

using point = std::array<int, most_constants>;  // steps from the library's own values
using medians = std::map<std::string, double>;  // of cases

/// One generation's constants and what has been evaluated of them.
class generation_fit {
public:
    generation_fit(library_of_cases const& all, std::string name_) : cases(all), name(std::move(name_)) {
        for (auto const& c : free_constants())
            if (c.generation == name) constants.push_back(&c);
        rows const r(cases);
        for (auto const& x : r.all())
            if (belongs(x)) among.insert(x.of);
    }

    calibration best(std::string_view left_out) {
        calibration fitted;
        int const used = static_cast<int>(among.size()) - (among.count(std::string(left_out)) != 0 ? 1 : 0);
        if (used < fewest_cases) return fitted;
        point at{};
        double least = objective(at, left_out);
        for (bool moved = true; moved;) {
            moved = false;
            for (std::size_t k = 0; k < constants.size(); ++k) {
                point const from = at;
                for (int i = lowest(k); i <= highest(k); ++i) {
                    point trial = from;
                    trial[k] = i;
                    double const x = objective(trial, left_out);
                    if (x < least - 1e-6) least = x, at = trial, moved = true;
                }
            }
        }
        for (std::size_t k = 0; k < constants.size(); ++k) {
            auto const& c = *constants[k];
            fitted.constants.push_back({c.generation, c.name, factor(at, k), c.low, c.high, c.source});
        }
        return fitted;
    }

private:
    // Open, measured, with a published layout: whole runs' hours and submissions without their layouts are not fitted to.
    bool belongs(row const& x) const {
        if ((x.what != kind::training && x.what != kind::serving) || (x.rank != 'A' && x.rank != 'B') || x.apart != split::open) return false;
        if (x.of.rfind("T-HOURS", 0) == 0 || x.of == "I-MLPERF-A") return false;
        return generation_of(system_of(cases.at(x.of), x.index)) == name;
    }
    int lowest(std::size_t k) const { return static_cast<int>(std::ceil((constants[k]->low - 1.0) / constants[k]->step - 1e-9)); }
    int highest(std::size_t k) const { return static_cast<int>(std::floor((constants[k]->high - 1.0) / constants[k]->step + 1e-9)); }
    double factor(point const& p, std::size_t k) const { return 1.0 + constants[k]->step * p[k]; }

    medians const& evaluate(point const& p) {
        if (auto const found = known.find(p); found != known.end()) return found->second;
        calibration trial;
        for (std::size_t k = 0; k < constants.size(); ++k) trial.constants.push_back({name, constants[k]->name, factor(p, k), 1.0, 1.0, ""});
        rows r(cases);
        context const with{.cases = cases, .fitted = trial, .among = &among};
        run_training(with, r);
        run_serving(with, r);
        std::map<std::string, std::vector<double>> errors;
        for (auto const& x : r.all())
            if (belongs(x) && x.modelled && !x.bookkeeping && x.predicted > 0.0 && x.published > 0.0) errors[x.of].push_back(std::abs(std::log(x.predicted / x.published)));
        medians m;
        for (auto const& [of, e] : errors) m[of] = quantile(e, 0.5);
        return known.emplace(p, std::move(m)).first->second;
    }

    // The median, and a little of the mean, which decides where the median does not change.
    double objective(point const& p, std::string_view left_out) {
        std::vector<double> list;
        double sum = 0.0;
        for (auto const& [of, m] : evaluate(p))
            if (of != left_out) list.push_back(m), sum += m;
        return quantile(list, 0.5) + 0.01 * sum / static_cast<double>(std::max<std::size_t>(list.size(), 1));
    }

    library_of_cases const& cases;
    std::string name;
    std::vector<free_constant const*> constants{};
    std::set<std::string, std::less<>> among{};
    std::map<point, medians> known{};
};

}  // namespace

software_stack calibrated(software_stack stack, accelerator const& chip, calibration const& fitted) {
    stack.host_per_sequence = fitted.factor(generation_of(chip.name), "host") * stack.host_per_sequence;
    return stack;
}

cluster calibrated(cluster on, calibration const& fitted) {
    auto& chip = on.server.accelerator;
    std::string_view const generation = generation_of(chip.name);
    auto const scale = [](fraction& x, double by) { x.value = std::min(x.value * by, 1.0); };
    double const products = fitted.factor(generation, "products"), memory = fitted.factor(generation, "memory"), links = fitted.factor(generation, "collectives");
    for (auto* e : {&chip.bf16, &chip.fp8, &chip.fp4}) scale(e->compute_share, products), scale(e->memory_share, memory);
    scale(chip.stream_share, memory);
    auto& up = on.server.scale_up;
    up.reduction.bandwidth = links * up.reduction.bandwidth;
    up.ring.bandwidth = links * up.ring.bandwidth;
    scale(up.exchange_share, links);
    scale(on.network.collective_share, links);
    scale(on.network.exchange_share, links);
    return on;
}

calibration fit(library_of_cases const& cases, std::string_view left_out) {
    static std::map<std::pair<library_of_cases const*, std::string>, generation_fit> fits;  // what was evaluated serves every case left out
    calibration all;
    for (char const* generation : {"ampere", "hopper", "blackwell"}) {
        auto& of = fits.try_emplace({&cases, generation}, cases, generation).first->second;
        auto const best = of.best(left_out);
        all.constants.insert(all.constants.end(), best.constants.begin(), best.constants.end());
    }
    return all;
}
bool has_constants() { return true; }

}  // namespace validation
