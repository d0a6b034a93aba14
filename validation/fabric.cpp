// Fabrics: collectives and expert exchange against component sweeps, switches and links against closed forms and published
// sheets, the network's energy against power logs. Constants are the catalog's. Calibrated, a sweep inside one domain is met
// by its own least squares; left out, by those of another source of the same fabric, or of every other point of its own.

#include "context.hpp"

#include <tallywatt/catalog/a100.hpp>
#include <tallywatt/catalog/b200.hpp>
#include <tallywatt/catalog/b300.hpp>
#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/catalog/gaudi3.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/gb300.hpp>
#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/catalog/mi300x.hpp>
#include <tallywatt/catalog/mi355x.hpp>
#include <tallywatt/catalog/nvlink.hpp>
#include <tallywatt/catalog/scale_out.hpp>
#include <tallywatt/cluster/exchange.hpp>
#include <tallywatt/cluster/hierarchical.hpp>

#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace validation {

using namespace tallywatt;

namespace {

/// A point of a sweep: data on a rank's wire, and its time.
struct point {
    data_size<> wire{};
    duration<> time{};
};

/// alpha, g and 1/B of T = alpha + g sqrt(w) + w/B for the least squares of relative errors; what comes out negative is none.
collective fitted_to(std::vector<point> const& points) {
    std::array<bool, 3> in{true, true, true};
    std::array<double, 3> x{};
    for (int pass = 0; pass < 3; ++pass) {
        double a[3][4] = {};
        for (auto const& p : points) {
            double const t = p.time.in(second), w = p.wire.in(byte), f[3] = {1.0 / t, std::sqrt(w) / t, w / t};
            for (int i = 0; i < 3; ++i)
                for (int j = 0; j < 4; ++j) a[i][j] += f[i] * (j < 3 ? f[j] : 1.0);
        }
        for (int i = 0; i < 3; ++i)
            if (!in[static_cast<std::size_t>(i)]) {
                for (int j = 0; j < 4; ++j) a[i][j] = 0.0;
                for (int j = 0; j < 3; ++j) a[j][i] = 0.0;
                a[i][i] = 1.0;
            }
        for (int i = 0; i < 3; ++i)  // the normal matrix is positive definite: no pivots
            for (int k = 0; k < 3; ++k) {
                if (k == i) continue;
                double const m = a[k][i] / a[i][i];
                for (int j = i; j < 4; ++j) a[k][j] -= m * a[i][j];
            }
        bool sound = true;
        for (std::size_t i = 0; i < 3; ++i) {
            x[i] = in[i] ? a[i][3] / a[i][i] : 0.0;
            if (x[i] < 0.0) in[i] = false, x[i] = 0.0, sound = false;
        }
        if (sound) break;
    }
    return {.alpha = x[0] * second, .launch = {}, .size_latency = duration_per_root_data<>::from_base(x[1]), .bandwidth = (1.0 / x[2]) * (byte / second)};
}

duration<> time_of(published_case const& c, int row, int ranks) {
    return wire_data(collective_kind::all_reduce, ranks, c.number(row, "bytes") * byte) / (c.number(row, "bus_gb_s") * GB_per_second);
}
/// A sweep's points but those whose row is odd or even (1, 0; -1: all).
std::vector<point> points_of(published_case const& c, int ranks, int but) {
    std::vector<point> p;
    for (int i = 0; i < c.rows(); ++i)
        if (i % 2 != but) p.push_back({wire_data(collective_kind::all_reduce, ranks, c.number(i, "bytes") * byte), time_of(c, i, ranks)});
    return p;
}
double bus(data_size<> payload, int ranks, duration<> t) { return (wire_data(collective_kind::all_reduce, ranks, payload) / t).in(GB_per_second); }

/// What a domain's links allow: a ring's data at the link's rate, or each rank's own data and its share of the sums.
bound by_link(scale_up const& up, one_way_rate<> const& link, int ranks) {
    double const n = ranks, gain = ranks >= up.reduction_ranks ? 2.0 * (n - 1.0) / (n + 1.0) : 1.0;
    return at_most(gain * link.value.in(GB_per_second));
}

struct sweep {
    char const* id;
    scale_up up;
    one_way_rate<> link;
    char const* other;  ///< another source of the same fabric; none: every other point
    char const* set_on; ///< what the catalog's constants were set on
};

void sweeps(context const& with, rows& r) {
    accelerator const a100 = catalog::a100_80gb, h100 = catalog::h100, b200 = catalog::b200, mi300x = catalog::mi300x;
    for (sweep const& s :
         {sweep{"N-AR-A100-BOOK", catalog::nvlink3_a100, a100.link_rate, "N-AR-A100-AZURE", "catalog constants between this source and another"},
          sweep{"N-AR-A100-AZURE", catalog::nvlink3_a100, a100.link_rate, "N-AR-A100-BOOK", "catalog constants between this source and another"},
          sweep{"N-AR-H100-AZURE", catalog::nvlink4_h100, h100.link_rate, "N-AR-H200-AZURE", "catalog constants fitted to this sweep"},
          sweep{"N-AR-H200-AZURE", catalog::nvlink4_h200, h100.link_rate, "N-AR-H200-BOOK", "catalog constants between this source and another"},
          sweep{"N-AR-H200-BOOK", catalog::nvlink4_h200, h100.link_rate, "N-AR-H200-AZURE", "catalog constants between this source and another"},
          sweep{"N-AR-B200-BOOK", catalog::nvlink5_hgx, b200.link_rate, "", "catalog constants fitted to this sweep"},
          sweep{"N-AR-GB200-AZURE", catalog::nvlink5_nvl72, b200.link_rate, "", "catalog constants fitted to this sweep"},
          sweep{"N-AR-MI300X-AZURE", catalog::xgmi_mi300x, mi300x.link_rate, "", "catalog constants fitted to this sweep"}}) {
        auto const& c = with.cases.at(s.id);
        if (!with.wants(c)) continue;
        int const ranks = static_cast<int>(c.number("inputs.ranks"));
        bool const halves = *s.other == '\0';
        std::array<collective, 2> constants{};
        std::string how = s.set_on;
        if (with.mode == calibration_mode::on) {
            constants[0] = constants[1] = fitted_to(points_of(c, ranks, -1));
            how = "fitted to this sweep";
        } else if (with.mode == calibration_mode::leave_one_out) {
            for (int i = 0; i < 2; ++i)
                constants[static_cast<std::size_t>(i)] = halves ? fitted_to(points_of(c, ranks, i)) : fitted_to(points_of(with.cases.at(s.other), ranks, -1));
            how = halves ? "fitted to every other point of this sweep, without this one" : "fitted to another source: " + std::string(s.other);
        }
        for (int i = 0; i < c.rows(); ++i) {
            data_size<> const payload = c.number(i, "bytes") * byte;
            duration<> const t = with.mode == calibration_mode::off ? all_reduce_time(s.up, scale_out{}, ranks, payload, launch_kind::host)
                                                                    : all_reduce_time(constants[static_cast<std::size_t>(i % 2)], ranks, payload);
            r.predict(c.id, i, "bus_gb_s", bus(payload, ranks, t), {how}, by_link(s.up, s.link, ranks));
        }
    }
}

/// What interfaces allow an all-reduce over whole nodes of m: each node's data once around the nodes.
bound by_interfaces(scale_out const& out, int nodes, int m) {
    double const n = nodes, ranks = n * m;
    return at_most(out.nic_rate.value.in(GB_per_second) * m * ((ranks - 1.0) / ranks) / ((n - 1.0) / n));
}

void over_nodes(context const& with, rows& r) {
    scale_up const hopper = catalog::nvlink4_h100, blackwell = catalog::nvlink5_hgx;
    scale_out const ndr = catalog::infiniband_ndr, roce = catalog::roce_400g;
    auto const& scan = with.cases.at("N-SCAN-H100");
    for (int i = 0; i < scan.rows(); ++i) {
        int const nodes = static_cast<int>(scan.number(i, "nodes"));
        data_size<> const payload = scan.number(i, "bytes") * byte;
        r.predict(scan.id, i, "bus_gb_s", bus(payload, 8 * nodes, all_reduce_time(hopper, ndr, 8 * nodes, payload)),
                  {"two constants of the network, a tree's level and its onset, set on this plot"}, by_interfaces(ndr, nodes, 8));
    }
    auto const& h20 = with.cases.at("N-AR-H20-2NODES");
    for (int i = 0; i < h20.rows(); ++i)
        r.predict(h20.id, i, "us", all_reduce_time(hopper, ndr, 16, h20.number(i, "bytes") * byte, launch_kind::host).in(microsecond), {"links and network of H100 nodes"});
    auto const& efa = with.cases.at("N-AR-B200-EFA-BOOK");
    for (int i = 0; i < efa.rows(); ++i) {
        data_size<> const payload = efa.number(i, "bytes") * byte;
        if (payload < 256.0 * KiB)
            r.omit(efa.id, i, "bus_gb_s", "milliseconds for kilobytes: the first calls of a connection, which no steady collective pays");
        else
            r.predict(efa.id, i, "bus_gb_s", bus(payload, 32, all_reduce_time(blackwell, roce, 32, payload, launch_kind::host)),
                      {"constants of RoCE at 400 Gb/s: none of this network"}, by_interfaces(roce, 4, 8));
    }
}

/// The same domain with nothing added up by its switches.
scale_up as_ring(scale_up up) {
    up.reduction_ranks = up.domain + 1;
    up.reduction = up.ring;
    return up;
}

void kinds(context const& with, rows& r) {
    scale_up const h100 = catalog::nvlink4_h100, h200 = catalog::nvlink4_h200, b200 = catalog::nvlink5_hgx, nvl72 = catalog::nvlink5_nvl72;
    scale_up const v100 = catalog::nvlink2_v100, a100 = catalog::nvlink3_a100, gaudi = catalog::roce_gaudi3, mi355x = catalog::xgmi_mi355x;
    scale_out const hdr = catalog::infiniband_hdr, ndr = catalog::infiniband_ndr, none{};
    scale_out summing = catalog::infiniband_ndr;
    summing.in_network_reduction = true;
    data_size<> const large = 16.0 * GiB;
    auto const rate = [](scale_up const& up, scale_out const& out, collective_kind kind, int ranks, data_size<> payload) {
        auto const p = plan_collective(up, out, kind, {ranks, 1}, payload);
        return (wire_data(kind, ranks, payload) / collective_time(up, out, p, launch_kind::host)).in(GB_per_second);
    };
    using enum collective_kind;
    auto const kind_of = [](std::string const& name) {
        return name.rfind("all-gather", 0) == 0 ? all_gather : name.rfind("reduce-scatter", 0) == 0 ? reduce_scatter : name.rfind("all-to-all", 0) == 0 ? all_to_all : name == "broadcast" ? broadcast : all_reduce;
    };
    auto const& by_kind = with.cases.at("N-KINDS-H200");
    for (int i = 0; i < by_kind.rows(); ++i) {
        std::string const& name = by_kind.text(i, "collective");
        r.predict(by_kind.id, i, "bus_gb_s", rate(name == "all-reduce ring" ? as_ring(h200) : h200, none, kind_of(name), 8, large), {"ring bandwidth of the catalog set on this source"});
    }
    auto const& gain = with.cases.at("N-NVLS-GAIN");
    for (int i = 0; i < gain.rows(); ++i) {
        int const ranks = static_cast<int>(gain.number(i, "gpus"));
        for (auto const& [column, up] : {std::pair<char const*, scale_up>{"h200_ratio", h200}, {"b200_ratio", b200}})
            r.predict(gain.id, i, column, rate(up, none, all_reduce, ranks, 8.0 * GiB) / rate(as_ring(up), none, all_reduce, ranks, 8.0 * GiB));
    }
    std::pair<char const*, double> const peaks[] = {
        {"V100 NVLink2", rate(v100, none, all_reduce, 8, large)},
        {"A100 NVLink3", rate(as_ring(a100), none, all_reduce, 8, large)},
        {"H100 NVLink4", rate(as_ring(h100), none, all_reduce, 8, large)},
        {"H100 NVLink4 SHARP", rate(h100, none, all_reduce, 8, large)},
        {"DGX A100 multi-node 8x200Gb", rate(a100, hdr, all_reduce, 128, large)},
        {"DGX H100 multi-node 8x400Gb", rate(h100, ndr, all_reduce, 128, large)},
        {"DGX H100 multi-node with IB SHARP", rate(h100, summing, all_reduce, 128, large)}};
    auto const& peak = with.cases.at("N-PEAK-AR");
    for (int i = 0; i < peak.rows(); ++i)
        for (auto const& [name, value] : peaks)
            if (peak.text(i, "fabric") == name) r.predict(peak.id, i, "bus_gb_s", value, {"16 GiB; over nodes: 16 of them"});
    r.omit_rest(peak.id, "bus_gb_s", "no fabric of the catalog: PCI Express, or one interface for a node");

    // straight from rank to rank at the rate that an exchange achieves
    auto const exchange = [](scale_up const& up, scale_out const& out, one_way_rate<> const& link, int ranks) {
        data_size<> const buffer = 16.0 * GiB;
        exchange_plan p{.ranks = ranks, .nodes = (ranks + up.domain - 1) / up.domain};
        double const n = ranks, d = p.nodes > 1 ? up.domain : ranks;
        p.up = (d - 1.0) / n * buffer, p.out = (n - d) / n * buffer;
        return (wire_data(all_to_all, ranks, buffer) / exchange_time(p, link, up, out)).in(GB_per_second);
    };
    one_way_rate<> const l3 = accelerator(catalog::a100_80gb).link_rate, l4 = accelerator(catalog::h100).link_rate, l5 = accelerator(catalog::b200).link_rate;
    std::pair<char const*, double> const straight[] = {{"A100 NVLink3", exchange(a100, hdr, l3, 8)},  {"H100 NVLink4", exchange(h100, ndr, l4, 8)},
                                                       {"B200 NVLink5", exchange(b200, ndr, l5, 8)},  {"DGX A100 across nodes", exchange(a100, hdr, l3, 32)},
                                                       {"DGX H100 across nodes", exchange(h100, ndr, l4, 32)}, {"GB200 NVL72 across nodes", exchange(nvl72, ndr, l5, 32)}};
    auto const& a2a = with.cases.at("N-PEAK-A2A");
    for (int i = 0; i < a2a.rows(); ++i)
        for (auto const& [name, value] : straight)
            if (a2a.text(i, "fabric") == name) r.predict(a2a.id, i, "bus_gb_s", value, {"16 GiB, at the share of the rate that an expert exchange achieves"});

    auto const& small = with.cases.at("N-LATENCY-H100");
    for (int i = 0; i < small.rows(); ++i)
        r.predict(small.id, i, "us", all_reduce_time(h100, none, 8, small.number(i, "bytes") * byte, launch_kind::host).in(microsecond), {"constants of another source"});
    auto const& kernels = with.cases.at("N-KERNELS-H100");
    for (int i = 0; i < kernels.rows(); ++i)
        for (auto const& [column, kind] : {std::pair<char const*, collective_kind>{"all_gather_us", all_gather}, {"reduce_scatter_us", reduce_scatter}})
            if (r.has(kernels.id, i, column))
                r.predict(kernels.id, i, column, collective_time(h100.ring, kind, 8, kernels.number(i, "mib") * MiB).in(microsecond), {"catalog constants fitted to this source"});
    auto const& trays = with.cases.at("N-TRAYS-GB300");
    for (int i = 0; i < trays.rows(); ++i)
        r.predict(trays.id, i, "us", all_reduce_time(nvl72, none, static_cast<int>(trays.number(i, "ranks")), trays.number(i, "mib") * MiB).in(microsecond),
                  {"g of the domain's sums set on the row of 8 ranks"});
    auto const& ring = with.cases.at("N-RING-H100-58MB");
    r.predict(ring.id, 0, "bus_gb_s", rate(as_ring(h100), none, all_reduce, 8, ring.number(0, "bytes") * byte), {"launched from the host"});
    auto const& floors = with.cases.at("N-MI355X-FLOORS");
    for (int i = 0; i < floors.rows(); ++i) {
        std::string const& name = floors.text(i, "collective");
        if (name == "gather")
            r.omit(floors.id, i, "bus_gb_s", "no gather to one rank");
        else
            r.predict(floors.id, i, "bus_gb_s", rate(mi355x, none, kind_of(name), 8, large), {"one node"});
    }
    auto const& hccl = with.cases.at("N-GAUDI3");
    for (int i = 0; i < hccl.rows(); ++i)
        r.predict(hccl.id, i, "bus_gb_s", rate(gaudi, none, kind_of(hccl.text(i, "collective")), 8, hccl.number(i, "bytes") * byte), {"launched from the host"});
    r.omit_rest("N-ALGORITHMS-B300", "", "the group is not stated, and times follow from it");
}

void exchanges(context const& with, rows& r) {
    server const h800 = catalog::hgx_h800, b200 = catalog::hgx_b200;
    scale_out const ndr = catalog::infiniband_ndr;
    auto const bytes = [](published_case const& c, bool combine) {  // fp8 has a scale of 4 bytes for 128 elements
        double const hidden = c.number("inputs.hidden");
        return (combine ? 2.0 * hidden : hidden * (1.0 + 4.0 / 128.0)) * byte;
    };
    auto const& fast = with.cases.at("N-DEEPEP1-LOW-LATENCY");
    for (int i = 0; i < fast.rows(); ++i)
        for (bool const combine : {false, true}) {
            auto const p = plan_exchange(static_cast<int>(fast.number(i, "ranks")), h800.scale_up, ndr, fast.number("inputs.tokens"), static_cast<int>(fast.number("inputs.top_k")), 4,
                                         bytes(fast, combine), exchange_mode::low_latency);
            r.predict(fast.id, i, combine ? "combine_us" : "dispatch_us", exchange_time(p, h800.accelerator.link_rate, h800.scale_up, ndr).in(microsecond),
                      {"alpha and shares of the catalog fitted to this table"}, at_least((p.out / ndr.nic_rate.value).in(microsecond)));
        }
    // counts copies that stay local: per rank in a node, per node over the network
    auto const logical = [&](published_case const& c, server const& on, int ranks, int limit, bool combine) {
        auto const p = plan_exchange(ranks, on.scale_up, ndr, c.number("inputs.tokens"), static_cast<int>(c.number("inputs.top_k")), limit, bytes(c, combine), exchange_mode::normal);
        double const n = p.nodes;
        return ((p.nodes == 1 ? p.up * (8.0 / 7.0) : p.out * (n / (n - 1.0))) / exchange_time(p, on.accelerator.link_rate, on.scale_up, ndr)).in(GB_per_second);
    };
    auto const& normal = with.cases.at("N-DEEPEP1-NORMAL");
    for (int i = 0; i < normal.rows(); ++i)
        for (bool const combine : {false, true})
            r.predict(normal.id, i, combine ? "combine_gb_s" : "dispatch_gb_s",
                      logical(normal, h800, static_cast<int>(normal.number(i, "ranks")), static_cast<int>(normal.number("inputs.node_limit")), combine),
                      {"share of the network's rate in the catalog set on ranks 32 and 64 of this table"});
    auto const& second_version = with.cases.at("N-DEEPEP2");
    for (int i = 0; i < second_version.rows(); ++i) {
        bool const inside = second_version.text(i, "topology") == "8 NVLink max", blackwell = second_version.text(i, "system") == "SM100";
        if (!inside) continue;
        for (bool const combine : {false, true})
            r.predict(second_version.id, i, combine ? "combine_gb_s" : "dispatch_gb_s", logical(second_version, blackwell ? b200 : h800, 8, 4, combine), {"8 accelerators in a node"});
    }
    r.omit_rest("N-DEEPEP2", "", "over 400 Gb/s interfaces at 61 to 91 GB/s: how many interfaces and what counts as local is not stated; or units kept few on purpose");
}

void parts(context const& with, rows& r) {
    auto const& trees = with.cases.at("N-FAT-TREES");
    for (int i = 0; i < trees.rows(); ++i) {
        fabric_plan const p = plan_fabric(static_cast<int>(trees.number(i, "endpoints")), static_cast<int>(trees.number(i, "ports")));
        r.predict(trees.id, i, "switches", p.switches());
        r.predict(trees.id, i, "links", p.links);
        r.predict(trees.id, i, "transceivers", p.transceivers);
    }
    auto const& two = with.cases.at("N-LEAF-SPINE");
    for (int i = 0; i < two.rows(); ++i) {
        fabric_plan const p = plan_fabric(static_cast<int>(two.number(i, "endpoints")), static_cast<int>(two.number(i, "ports")));
        r.predict(two.id, i, "leaves", p.leaves);
        r.predict(two.id, i, "spines", p.spines);
        r.predict(two.id, i, "links", p.links);
        r.predict(two.id, i, "transceivers", p.transceivers);
    }
    for (char const* id : {"N-SUPERPOD-B200", "N-SUPERPOD-B300-XDR"}) {
        auto const& sheet = with.cases.at(id);
        for (int i = 0; i < sheet.rows(); ++i) {
            int const endpoints = static_cast<int>(sheet.number(i, "accelerators")), nodes = static_cast<int>(sheet.number(i, "nodes"));
            fabric_plan const p = plan_rails(nodes, endpoints / nodes, static_cast<int>(sheet.number("inputs.ports")));
            double const above = p.tiers == 3 ? 0.5 * (p.links - endpoints) : p.links - endpoints;  // as many between spines and cores
            r.predict(id, i, "leaves", p.leaves);
            r.predict(id, i, "spines", p.spines);
            r.predict(id, i, "cores", p.cores);
            r.predict(id, i, "links_to_nodes", endpoints);
            r.predict(id, i, "links_leaf_spine", above);
            r.predict(id, i, "links_spine_core", p.tiers == 3 ? above : 0.0);
        }
    }
    // switches run whether their ports are used or not: those of every scalable unit that is in use
    auto const& power = with.cases.at("N-MLPERF40-INTERCONNECT");
    scale_out const ndr = catalog::infiniband_ndr;
    for (int i = 0; i < power.rows(); ++i) {
        double const gpus = power.number(i, "gpus"), unit = power.number("inputs.accelerators_in_unit");
        int const endpoints = gpus > 8.0 ? static_cast<int>(std::ceil(gpus / unit) * unit) : 0;
        at_it<tallywatt::power<>> const draw = endpoints > 0 ? fabric_power(ndr, plan_rails(endpoints / 8, 8, 64)).total() : at_it<tallywatt::power<>>{};
        r.predict(power.id, i, "interconnect_mj", (draw.value * (power.number(i, "minutes") * 60.0 * second)).in(joule) / 1e6,
                  {"the compute fabric of whole scalable units of 32 nodes, modules at both ends"});
    }
}

}  // namespace

void run_fabric(context const& with, rows& r) {
    sweeps(with, r);
    over_nodes(with, r);
    kinds(with, r);
    exchanges(with, r);
    parts(with, r);
}

}  // namespace validation
