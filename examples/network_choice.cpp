// Which network for 16,384 accelerators, which for 100,000? InfiniBand, Ethernet and co-packaged optics, counted to the last
// cable: what they cost, draw and break, what a step of training takes on them, and what a run costs in the end.

#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/find_network.hpp>
#include <tallywatt/catalog/grids.hpp>
#include <tallywatt/catalog/models.hpp>
#include <tallywatt/catalog/part_failures.hpp>
#include <tallywatt/catalog/reliability.hpp>
#include <tallywatt/catalog/training_stacks.hpp>
#include <tallywatt/cluster.hpp>
#include <tallywatt/cluster/exchange.hpp>
#include <tallywatt/energy/grid.hpp>
#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/units.hpp>
#include <tallywatt/workload/part_reliability.hpp>
#include <tallywatt/workload/training_run.hpp>
#include <tallywatt/workload/training_step.hpp>

#include <array>
#include <utility>
#include <vector>

#include "page.hpp"

using namespace tallywatt;
using namespace tallywatt::literals;
using page::heading;
using page::say;

namespace {

// ---- 1. A network in a cluster, with a job on it ------------------------------------------------------------------------

struct setting {
    int servers = 2048;
    int data = 128; ///< data-parallel groups of 8 x 16 accelerators
    int batch = 2048;
};
constexpr setting small{}, large{.servers = 12'500, .data = 768, .batch = 12'288};

struct choice {
    scale_out network{};
    fabric_plan plan{};
    cluster_parts_cost<> cost{};
    cluster_parts_power<> power{};
    duration<> step{};
    double interruptions = 0.0; ///< a day
    training_run run{};
    money<> per_run{};
    double slope = 0.0; ///< what a run costs more for each dollar of the network's
    cluster_space<> space{};
};

// What it all stands in, assumed: 11 USD per watt of IT load for shell, power and cooling over 15 years; machines over five
// years, 6 % of their price a year for upkeep and staff; money at 8 %.
constexpr discount_rate money_at{0.08};
constexpr auto building = 11.0 * (USD / watt);
constexpr auto upkeep = 0.06 / year;

choice judge(setting const& s, scale_out const& network) {
    // [network]
    cluster c{.server = catalog::hgx_b200, .network = network, .servers_per_fabric = s.servers};
    // the catalog's interface is one of 400 Gb/s: a faster one costs and draws in proportion
    double const faster = network.nic_rate.value / (400.0 * gigabit_per_second);
    c.server.nic_price = faster * c.server.nic_price;
    c.server.nic_power = faster * c.server.nic_power;
    cluster_plan const plan = plan_cluster(c, s.servers, 60.0_kW);

    // Llama 3.1 405B: tensor parallel in the server, 16 stages, the rest data parallel
    training const job{.model = catalog::llama_3_1_405b, .sequence = 8192, .batch = s.batch, .stack = catalog::llama3_2024};
    training_layout const layout{.tensor = 8, .pipeline = 16, .interleave = 4, .lean_ends = true, .data = s.data, .zero = 2};
    training_performance<> const step = perform(plan_training(job, c, layout), job, c, celsius(30.0));

    // what breaks, part by part, and what that leaves of the time
    failure_lines<> const broken = cluster_failures(part_failures(catalog::llama3_parts), c, plan);
    reliability const failures = reliability_of(reliability(catalog::llama3_cluster), broken, plan.accelerators);
    checkpoint_cost<> const checkpoint =
        cost_of(catalog::file_system_checkpoints, total_parameters(job.model), layout.accelerators());
    goodput_plan const spares =
        plan_goodput(failures, checkpoint, {.accelerators = layout.accelerators(), .step = step.step});
    // [/network]

    choice v{.network = network, .plan = plan.network, .cost = cost_by_part(c, plan), .step = step.step};
    auto const busy = server_power(c.server, per_accelerator<power<>>{c.server.accelerator.tdp}, fraction{0.0});
    v.power = power_by_part(c, plan, busy);
    v.interruptions = broken.total() * day;
    v.space = cluster_space_of(cluster_room{}, c, plan);

    rate<> const held = capital_recovery_factor(money_at, 5) + upkeep;
    money_rate<> const yearly =
        v.cost.total() * held + v.power.total().value * building * capital_recovery_factor(money_at, 15);
    auto const resting = server_power(c.server, per_accelerator<power<>>{c.server.accelerator.idle}, fraction{0.0}).total();
    run_terms const terms{.held = tenure::owned,
                          .capital = yearly / (static_cast<double>(plan.accelerators) * accelerator_unit),
                          .resting = per_accelerator<power<>>{per_accelerator_of(resting, c.server.accelerators).value.value},
                          .pue = pue{1.2}};
    auto const grid_power = prepare(grid(catalog::pjm_virginia), discount_rate{0.05});
    training_work<> const work = work_of(
        plan_stage({.tokens = 15.6e12 * token, .sequence = job.sequence, .batch = job.batch}), layout.accelerators(), step
    );
    v.run = perform(work, perform(spares, failures, checkpoint), spares, terms, grid_power);
    // the run's energy is that of servers; switches and links draw all along
    money<> const switches = (v.power.switches + v.power.transceivers).value * v.run.wall * terms.pue.value * grid_power.energy;
    v.per_run = v.run.cost.total() + switches;
    v.slope = held * v.run.wall * (static_cast<double>(spares.held()) / plan.accelerators);
    return v;
}

void columns() {
    fmt::print(
        "{:<39} {:>5} {:>5} {:>8} {:>8} {:>5} {:>5} {:>5} {:>6} {:>6} {:>7} {:>6} {:>6} {:>6} {:>6}\n", "", "ports", "tiers",
        "switches", "modules", "racks", "MUSD", "%", "MW", "fail/d", "step s", "days", "MUSD", "+/- %", "even"
    );
}
void row(choice const& v, choice const& against) {
    if (!v.plan.reached) {
        fmt::print("{:<39} {:>5} three tiers of such switches join no more than {}\n", v.network.name, radix_of(v.network),
                   radix_of(v.network) * radix_of(v.network) * radix_of(v.network) / 4);
        return;
    }
    // the network's capital at which a run would cost what it costs on the first network
    money<> const even = v.cost.network() + (against.per_run - v.per_run) / v.slope;
    fmt::print(
        "{:<39} {:>5} {:>5} {:>8} {:>8} {:>5} {:>5.0f} {:>5.1f} {:>6.2f} {:>6.1f} {:>7.3f} {:>6.2f} {:>6.2f} {:>+6.2f} {:>6.0f}\n",
        v.network.name, radix_of(v.network), v.plan.tiers, v.plan.switches(),
        modules_of(v.network, v.plan) / v.network.planes, v.space.network_racks, v.cost.network().in(1e6 * USD),
        100.0 * (v.cost.network() / v.cost.total()), v.power.network().value.in(megawatt), v.interruptions, v.step.in(second),
        v.run.wall.in(day), v.per_run.in(1e6 * USD), 100.0 * (v.per_run / against.per_run - 1.0), even.in(1e6 * USD)
    );
}

/// Ethernet at 400 Gb/s on switches of 51.2 Tb/s, whose cages break out into 128 ports.
scale_out roce_400g_wide() {
    scale_out n = catalog::roce_400g;
    n.name = "RoCE 400G, 51.2 Tb/s switches";
    n.network_switch = catalog::tomahawk_5;
    return n;
}
/// The same at 800 Gb/s on switches of 102.4 Tb/s: 128 ports, the generation that co-packaged optics come with.
scale_out wide(scale_out n, char const* name) {
    n.name = name;
    n.network_switch = catalog::tomahawk_6;
    return n;
}
/// Each interface of 800 Gb/s split over four planes of 200, whose switches then have 512 ports and need a tier less. A module
/// carries a link of each plane, so a link has a quarter of its failures; cables are one for each link.
scale_out four_planes() {
    scale_out n = wide(catalog::roce_800g, "RoCE 800G, 102.4 Tb/s, four planes");
    n.planes = 4;
    auto const quarter = one_way(n.nic_rate.value / 4.0);
    fabric_link l = link_of(pluggable(catalog::dsp_800g), quarter, n.host_link.distance);
    l.end_failures = 0.25 * l.end_failures;
    l.cable_failures = 0.25 * l.cable_failures;
    return over_links(n, l, l, l);
}
std::vector<scale_out> candidates() {
    return {catalog::infiniband_ndr,
            catalog::roce_400g,
            catalog::roce_400g_hashed,
            roce_400g_wide(),
            catalog::infiniband_xdr,
            catalog::roce_800g,
            wide(catalog::roce_800g, "RoCE 800G, 102.4 Tb/s switches"),
            wide(catalog::roce_800g_linear, "RoCE 800G, 102.4 Tb/s, linear optics"),
            four_planes(),
            catalog::infiniband_xdr_photonics,
            catalog::roce_800g_photonics};
}
void compare(setting const& s) {
    std::vector<choice> all;
    for (scale_out network : candidates()) {
        network.shape = fabric_shape::rail_optimised;
        all.push_back(judge(s, network));
    }
    choice const *reference = nullptr, *best = nullptr, *quickest = nullptr, *frugal = nullptr;
    for (choice const& v : all)
        if (v.plan.reached) {
            reference = reference == nullptr ? &v : reference;
            best = best == nullptr || v.per_run < best->per_run ? &v : best;
            quickest = quickest == nullptr || v.run.wall < quickest->run.wall ? &v : quickest;
            frugal = frugal == nullptr || v.power.network() < frugal->power.network() ? &v : frugal;
        }
    columns();
    for (choice const& v : all)
        row(v, *reference);
    fmt::print("\n");
    say("Cheapest run: {}. Shortest: {}. Least power: {}.", best->network.name, quickest->network.name, frugal->network.name);
}

constexpr std::array<int, 4> factors{1, 2, 4, 8};

void oversubscribe(setting const& s, scale_out network) {
    network.shape = fabric_shape::rail_optimised;
    fmt::print("{:>8} {:>9} {:>8} {:>8} {:>9} {:>8}\n", "down:up", "switches", "MUSD", "step s", "run MUSD", "+/- %");
    money<> first{};
    for (int const factor : factors) {
        network.oversubscription = factor;
        choice const v = judge(s, network);
        if (factor == 1)
            first = v.per_run;
        fmt::print("{:>6}:1 {:>9} {:>8.0f} {:>8.3f} {:>9.2f} {:>+8.2f}\n", factor, v.plan.switches(),
                   v.cost.network().in(1e6 * USD), v.step.in(second), v.per_run.in(1e6 * USD),
                   100.0 * (v.per_run / first - 1.0));
    }
}

} // namespace

int main() {
    say("A network is a switch, links over some medium, and a shape. The library counts all three, prices them, and hands the "
        "workload its rate and latency. Here Llama 3.1 405B is trained over 15.6 trillion tokens on HGX B200, rails apart, "
        "without oversubscription. Columns: racks of switches; the network's capital with interfaces, its share of the "
        "cluster's, its power; what stops the job each day; then a step, the run, what the run costs, beside the first "
        "network that reaches, and the network's capital at which both runs would cost the same.");

    heading("16,384 accelerators");
    compare(small);

    heading("100,000 accelerators, the job on 98,304 of them and spares");
    compare(large);

    heading("Oversubscription, RoCE 400G, 16,384 accelerators");
    oversubscribe(small, catalog::roce_400g);
    heading("Oversubscription, RoCE 400G on 51.2 Tb/s switches, 100,000 accelerators");
    oversubscribe(large, roce_400g_wide());

    heading("Oversubscription and expert exchange: DeepSeek-V3, 4,096 tokens a rank");
    say("One way, in milliseconds, fp8. Rails put 32 servers of 8 under each leaf and more where it is oversubscribed; a packed "
        "tree puts 4.");
    fmt::print("\n{:<28} {:<12} {:>6} {:>8} {:>8} {:>8} {:>8}\n", "", "", "ranks", "1:1", "2:1", "4:1", "8:1");
    for (auto const& [network, name] : {std::pair{&catalog::roce_400g, "RoCE 400G"},
                                        std::pair{&catalog::roce_400g_hashed, "RoCE 400G, static hashes"},
                                        std::pair{&catalog::roce_800g, "RoCE 800G"}})
        for (bool const rails : {true, false})
            for (int const ranks : {64, 1024}) {
                fmt::print("{:<28} {:<12} {:>6}", name, rails ? "by rails" : "packed", ranks);
                for (int const factor : factors) {
                    server const s = catalog::hgx_b200;
                    scale_out n = *network;
                    n.shape = rails ? fabric_shape::rail_optimised : fabric_shape::fat_tree;
                    n.oversubscription = factor;
                    auto const p =
                        plan_exchange(ranks, s.scale_up, n, 4096.0, 8, 4, 7168.0 * byte, exchange_mode::normal);
                    duration<> const t = exchange_time(p, s.accelerator.link_rate, s.scale_up, n);
                    fmt::print(" {:>8.2f}", t.in(millisecond));
                }
                fmt::print("\n");
            }

    heading("Shapes, RoCE 400G, 16,384 accelerators");
    fmt::print("{:<16} {:>9} {:>10} {:>10} {:>10} {:>8} {:>9}\n", "", "switches", "to hosts", "near", "far", "MUSD", "first us");
    constexpr struct {
        char const* name;
        fabric_shape shape;
    } shapes[] = {{"packed tree", fabric_shape::fat_tree},
                  {"by rails", fabric_shape::rail_optimised},
                  {"rails alone", fabric_shape::rails_alone},
                  {"dragonfly", fabric_shape::dragonfly}};
    for (auto const& s : shapes) {
        scale_out n = catalog::roce_400g;
        n.shape = s.shape;
        fabric_plan const p = plan_network(n, small.servers, 8);
        fmt::print("{:<16} {:>9} {:>10} {:>10} {:>10} {:>8.0f} {:>9.2f}\n", s.name, p.switches(), p.host_links, p.switch_links,
                   p.far_links, fabric_cost(n, p).total().in(1e6 * USD), zero_load_latency(n, p).in(microsecond));
    }

    heading("Reach decides: the cheapest medium for 800 Gb/s");
    // [reach]
    std::vector<medium> const media = {
        copper_cable(catalog::dac_100g_lanes), copper_cable(catalog::acc_100g_lanes), copper_cable(catalog::aec_100g_lanes),
        pluggable(catalog::dsp_800g), pluggable(catalog::lpo_800g), pluggable(catalog::dsp_800g_2km),
        co_packaged(catalog::cpo_1600g)};
    hall const at;
    for (length<> const distance : {at.rack, 4.0 * metre, 6.5 * metre, at.row, at.hall, 700.0 * metre, 2.5 * kilometre}) {
        auto const rate = one_way(800.0 * gigabit_per_second);
        fabric_link const l = link_of(media[choose_medium(media, rate, distance)], rate, distance);
        fmt::print("{:>6.4g} m  {:<30} {:>6.0f} USD a link, {:>5.1f} both ends{}\n", distance.in(metre), l.name, link_price(l).in(USD),
                   link_power(l), reach_used(l) > 1.0 ? ", out of reach" : "");
    }
    // [/reach]

    heading("\"Co-packaged optics save 70 % of network power\"");
    choice const xdr = judge(small, catalog::infiniband_xdr);
    power<> const rest = (xdr.power.total() - xdr.power.network()).value;
    auto const over = [&]<class T>(T) {
        return photonics_saving(
            convert<T>(catalog::infiniband_xdr), convert<T>(catalog::infiniband_xdr_photonics), small.servers, 8,
            tallywatt::power<T>(2.0 * server(catalog::hgx_b200).nic_power), tallywatt::power<T>(rest)
        );
    };
    photonics_verdict<> const saved = over(0.0);
    photonics_verdict<interval> const range = over(interval{});
    auto const line = [](char const* where, double likely, interval const& all) {
        fmt::print("{:<38} {:>5.1f} %   {:>4.0f} to {:>2.0f} % over the catalog's ranges\n", where, 100.0 * likely,
                   100.0 * lowest(all), 100.0 * highest(all));
    };
    fmt::print("{:<38} {:>5.1f} %\n", "announced, 30 W to 9 W for 1.6 Tb/s",
               100.0 * (1.0 - end_energy(co_packaged(catalog::cpo_1600g)) / end_energy(pluggable(catalog::dsp_1600g))));
    line("at the optics of a switch", saved.optics, range.optics);
    line("switches and all ends of links", saved.fabric, range.fabric);
    line("with the servers' interfaces", saved.network, range.network);
    line("of the cluster's IT power", saved.cluster, range.cluster);
    say("True at the optics only: switch chips draw as before, and the servers keep their pluggable modules.");
}
