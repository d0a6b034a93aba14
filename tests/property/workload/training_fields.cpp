// Every field of a training job, of the machine it runs on and of its layout changes a step, or says why not.
//
// Each number is changed by a hundredth (an integer by one) or by a factor of two, each flag and choice to its other
// values; the step is planned again and evaluated, over jobs that between them use every format, form of attention, kind of
// fabric, schedule and axis of parallelism. A field that changes nothing in any of them stands below, with its reason.
#include "property/workload/training_jobs.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

using namespace tallywatt;
using training_jobs::job_case;

namespace {

/// A field, or all fields below a path that ends in a full stop.
struct excuse {
    char const* path;
    char const* reason;
};
constexpr excuse excused[] = {
    {"on.rack.", "space and price"},
    {"on.servers_per_fabric", "space of a network, counted for the cluster"},
    {"on.storage.", "beside the servers; a run's checkpoints have their own storage"},
    {"on.server.accelerator.package.", "cost and carbon of making it"},
    {"on.server.accelerator.package_known", "the same"},
    {"on.server.accelerator.price", "money"},
    {"on.server.nic_price", "money"},
    {"on.server.price_without_accelerators", "money"},
    {"on.server.embodied_host", "carbon of making it"},
    {"on.server.embodied_host_water", "water of making it"},
    {"on.server.rack_units", "space"},
    {"on.server.liquid_ready", "decides which cooling it takes"},
    {"on.network.network_switch.price", "switches are counted, priced and powered for the cluster"},
    {"on.network.network_switch.draw", "the same"},
    {"on.network.network_switch.rack_units", "the same"},
    {"on.network.network_switch.most_ports", "a limit of its split ports"},
    {"on.network.host_link.", "the same of links"},
    {"on.network.switch_link.", "the same"},
    {"on.network.far_link.", "the same"},
    {"job.model.vision_parameters", "a tower beside the text model, not trained with it here"},
    {"job.model.context_limit", "a limit of serving; training chooses its length"},
};
bool covers(excuse const& e, std::string const& path) {
    std::string const key = e.path;
    return key.back() == '.' ? path.compare(0, key.size(), key) == 0 : path == key;
}

struct everything {
    static constexpr char const* kind = "case";
    training job{};
    cluster on{};
    training_layout layout{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"job"}, self.job...);
        visit(field{"on"}, self.on...);
        visit(field{"layout"}, self.layout...);
    }
};

/// Every number that a step gives.
std::vector<double> numbers_of(everything const& c) {
    auto const r = perform(plan_training(c.job, c.on, c.layout), c.job, c.on, celsius(30.0));
    std::vector<double> all{r.step.base_value, r.tokens.base_value, r.tokens_per_accelerator.value.base_value, r.mfu.value, r.hfu.value, r.model_operations.base_value,
                            r.model_rate.base_value, r.draw.base_value, r.clock.value, r.server_energy.value.base_value};
    auto const add = [&](field const&, auto const& line) { all.push_back(line.base_value); };
    training_time<>::each(add, r.split);
    training_memory<>::each(add, r.memory);
    return all;
}

bool is_legal(everything const& c) {
    try {
        validate(c);
        check(c.job.model);
        check(c.on.server.accelerator);
        check(c.on.server.scale_up);
    } catch (invalid_input const&) {
        return false;
    }
    // sharded stages, uneven ones and shards over servers are allowed, as some frameworks have them
    return fault_of(c.job, c.on.server, c.layout, {.tensor_across = true, .even_stages = false, .sharded_stages = true}) == layout_fault::none;
}

/// What a field may be instead.
template <class M>
std::vector<M> others(M const& x) {
    std::vector<M> all;
    if constexpr (std::same_as<M, bool>)
        all = {!x};
    else if constexpr (std::is_enum_v<M>)
        for (int i = 0; i < 10; ++i) all.push_back(static_cast<M>(i));
    else if constexpr (std::is_integral_v<M>)
        all = {x + 1, x - 1, 2 * x, x / 2};
    else if constexpr (numeric_leaf<M>)
        for (double const by : {1.01, 0.99, 2.0, 0.5}) {
            M y = x;
            number_in(y) = number_in(x) == 0.0 ? 0.01 * by : number_in(x) * by;
            all.push_back(y);
        }
    return all;
}

/// Enumerations have no more values than these.
template <class M>
constexpr int values_of() {
    if constexpr (std::same_as<M, precision>) return static_cast<int>(precision::fp32) + 1;
    if constexpr (std::same_as<M, qk_norm_form>) return 4;
    if constexpr (std::same_as<M, norm_form> || std::same_as<M, topology> || std::same_as<M, pipeline_schedule> || std::same_as<M, recompute_kind>) return 3;
    return 2;
}

}  // namespace

TEST_CASE("every field of a training job, its machine and its layout changes a step") {
    std::set<std::string> alive, dead;
    for (job_case const& s : training_jobs::all()) {
        INFO(std::string(s.name));
        everything const c{s.job, s.on, s.layout};
        REQUIRE(is_legal(c));
        auto const before = numbers_of(c);
        CHECK(std::all_of(before.begin(), before.end(), [](double x) { return std::isfinite(x); }));
        std::size_t count = 0;
        walk([&](field_path const&, field const&, auto const&) { ++count; }, field_path{nullptr, ""}, c);
        // a field's other values are tried one by one, each in a fresh copy
        for (std::size_t k = 0; k < count; ++k)
            for (std::size_t j = 0;; ++j) {
                everything changed = c;
                std::string path;
                bool more = false;
                std::size_t i = 0;
                walk(
                    [&](field_path const& p, field const& f, auto& leaf) {
                        using M = std::remove_cvref_t<decltype(leaf)>;
                        if constexpr (!std::same_as<M, char const*>)
                            if (i == k && f.informational == nullptr) {
                                auto const all = others(leaf);
                                more = j < (std::is_enum_v<M> ? static_cast<std::size_t>(values_of<M>()) : all.size());
                                if (more) path = p.text(), leaf = all[j];
                            }
                        ++i;
                    },
                    field_path{nullptr, ""}, changed);
                if (!more) break;
                if (alive.count(path) != 0) break;
                if (auto& up = changed.on.server.scale_up; up.shape == topology::torus && path.find(".dims") != std::string::npos) up.domain = accelerators_of(up.dims);
                dead.insert(path);
                if (is_legal(changed) && numbers_of(changed) != before) alive.insert(path);
            }
    }
    for (auto const& path : alive) dead.erase(path);
    std::string unexplained;
    for (auto const& path : dead)
        if (std::none_of(std::begin(excused), std::end(excused), [&](excuse const& e) { return covers(e, path); })) unexplained += "\n  " + path;
    INFO("changes nothing and says no reason:" << unexplained);
    CHECK(unexplained.empty());
    for (excuse const& e : excused) {
        INFO("excused: " << std::string(e.path));
        CHECK(std::any_of(dead.begin(), dead.end(), [&](std::string const& path) { return covers(e, path); }));
        CHECK(std::none_of(alive.begin(), alive.end(), [&](std::string const& path) { return covers(e, path); }));
    }
    CHECK(alive.size() > 150);
}
