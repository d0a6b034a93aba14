// Laws of fabrics: ports used are at most ports present, counts grow with endpoints, cost and power follow them, and every
// number type agrees.

#include "property/silicon/arithmetics.hpp"

#include <tallywatt/catalog/find_network.hpp>
#include <tallywatt/catalog/h100.hpp>
#include <tallywatt/catalog/part_failures.hpp>
#include <tallywatt/cluster.hpp>

#include <array>

using namespace tallywatt;

namespace {

constexpr fabric_shape shapes[] = {fabric_shape::fat_tree, fabric_shape::rail_optimised, fabric_shape::rails_alone, fabric_shape::dragonfly};

/// Sums that every plan obeys.
void consistent(fabric_plan const& p, int radix) {
    CHECK(p.links == p.host_links + p.switch_links + p.far_links);
    CHECK(p.transceivers == 2 * p.links);
    CHECK(p.host_links == p.endpoints);
    if (!p.reached)
        return;
    CHECK(p.ports_used() <= p.switches() * radix);
    CHECK((p.far_links == 0) == (p.tiers < 3));
}

} // namespace

TEST_CASE("ports used are at most ports present, and more servers never need less") {
    for (fabric_shape const shape : shapes)
        for (int radix : {8, 16, 64, 128})
            for (int over : {1, 2, 3}) {
                CAPTURE(static_cast<int>(shape));
                CAPTURE(radix);
                CAPTURE(over);
                scale_out n{.nic_rate = one_way(50.0 * GB_per_second)};
                n.network_switch = {.ports = radix, .most_ports = radix};
                n.shape = shape;
                n.oversubscription = over;
                fabric_plan last{};
                for (int servers = 1; servers <= 6000; servers += 1 + servers / 5) {
                    CAPTURE(servers);
                    fabric_plan const p = plan_network(n, servers, 8);
                    consistent(p, radix);
                    CHECK(p.endpoints == 8 * servers);
                    CHECK(p.switches() >= last.switches());
                    CHECK(p.host_links > last.host_links);
                    if (shape != fabric_shape::dragonfly) { // its global links are as many as pairs of groups share evenly
                        CHECK(p.links > last.links);
                        CHECK(p.switch_links >= last.switch_links);
                    }
                    last = p;
                }
            }
}

TEST_CASE("a non-blocking tree has as many links in each tier as endpoints at least; oversubscription saves") {
    for (int radix : {16, 64, 144})
        for (int n = radix + 1; n < radix * radix * radix / 4; n += 1 + n / 3) {
            fabric_plan const p = plan_fabric(n, radix);
            CHECK(p.switch_links >= n);
            if (p.tiers == 3)
                CHECK(p.far_links >= p.switch_links);
            CHECK(plan_fabric(n, radix, 3).switches() <= p.switches());
            CHECK(plan_fabric(n, radix, 3).links < p.links);
            CHECK(plan_rails((n + 7) / 8, 8, radix).switches() >= plan_fabric((n + 7) / 8 * 8, radix).switches());
        }
}

TEST_CASE("two planes need no more switches than one of twice the rate, and never a tier more") {
    scale_out one = catalog::roce_800g;
    one.network_switch.most_ports = 128;
    scale_out two = one;
    two.planes = 2;
    for (int servers = 8; servers <= 8192; servers *= 2) {
        fabric_plan const a = plan_network(one, servers, 8), b = plan_network(two, servers, 8);
        CHECK(b.tiers <= a.tiers);
        CHECK(b.switches() <= a.switches() + 1);
        CHECK(b.host_links == 2 * a.host_links);
    }
}

TEST_CASE("the paper's bound on dragonflies: groups are joined while they reach") {
    for (int radix : {15, 31, 63, 64})
        for (int n = radix + 1; n < 40 * radix * radix; n += 1 + n / 2) {
            fabric_plan const p = plan_dragonfly(n, radix);
            dragonfly const d = dragonfly_for(n, radix);
            CHECK(d.radix() <= radix);
            CHECK(d.endpoints() >= n);
            CHECK(p.reached == (d.groups <= d.most_groups()));
            if (p.reached && d.groups > 1)
                CHECK(p.far_links >= d.groups * (d.groups - 1) / 2); // any two groups have a link
        }
}

TEST_CASE("money and power grow with the network and with each price") {
    for (auto const& e : catalog::all_networks) {
        INFO(std::string(e.id));
        scale_out const n = *e.object;
        money<> last{};
        power<> drawn{};
        for (int servers = 8; servers <= 4096; servers *= 2) {
            fabric_plan const p = plan_network(n, servers, 8);
            CHECK(fabric_cost(n, p).total() > last);
            CHECK(fabric_power(n, p).total().value > drawn);
            last = fabric_cost(n, p).total();
            drawn = fabric_power(n, p).total().value;
        }
        fabric_plan const p = plan_network(n, 1024, 8);
        scale_out dearer = n;
        dearer.host_link.end_price = 2.0 * n.host_link.end_price;
        CHECK(fabric_cost(dearer, p).total() > fabric_cost(n, p).total());
        scale_out hotter = n;
        hotter.network_switch.draw = 2.0 * n.network_switch.draw;
        CHECK(fabric_power(hotter, p).total() > fabric_power(n, p).total());
    }
}

TEST_CASE("a medium's price and power grow with rate, its cable with distance; the chosen one is never dearer") {
    std::vector<medium> all;
    for (auto const& e : catalog::all_media)
        all.push_back(e.held());
    for (double gb : {100.0, 400.0, 800.0})
        for (double m : {0.5, 1.5, 4.0, 6.0, 20.0, 300.0}) {
            auto const at = one_way(gb * gigabit_per_second);
            auto const chosen = link_of(all[choose_medium(all, at, m * metre)], at, m * metre);
            CHECK(reach_used(chosen) <= 1.0);
            for (medium const& x : all) {
                auto const l = link_of(x, at, m * metre);
                CHECK(link_price(link_of(x, one_way(2.0 * at.value), m * metre)) > link_price(l));
                CHECK(link_price(link_of(x, at, 2.0 * m * metre)) > link_price(l));
                CHECK(link_of(x, at, 2.0 * m * metre).latency > l.latency);
                if (reach_used(l) <= 1.0)
                    CHECK(link_price(chosen) <= link_price(l));
            }
        }
}

TEST_CASE("scale-up domains: counts are consistent and grow") {
    for (auto const& e : catalog::all_scale_ups) {
        INFO(std::string(e.id));
        scale_up_link const l = *e.object;
        scale_up_plan last{};
        for (int n = 2; n <= l.domain_limit; n *= 2) {
            scale_up_plan const p = plan_scale_up(l, n);
            CHECK(p.links > last.links);
            CHECK(p.pairs == (p.links + p.trunks) * l.pairs);
            if (l.shape == topology::switched && p.reached)
                CHECK(p.links + 2 * p.trunks <= p.switches() * l.switch_ports);
            CHECK(scale_up_total(l, p).cost() >= scale_up_total(l, last).cost());
            last = p;
        }
        CHECK_FALSE(plan_scale_up(l, l.domain_limit + 1).reached);
    }
}

TEST_CASE("networks: derivatives, intervals, packs, float") {
    scale_out n = catalog::infiniband_xdr_photonics;
    arithmetics::check_all(n, []<class T>(basic_scale_out<T> const& x) {
        fabric_plan const p = plan_fabric(4096, 32);
        return std::array<T, 5>{
            fabric_cost(x, p).total().base_value, fabric_power(x, p).total().value.base_value,
            zero_load_latency(x, p).base_value, reach_used(x.far_link), link_failures(x.host_link).base_value};
    });
}

TEST_CASE("media: derivatives, intervals, packs, float") {
    auto const check = [](auto const& m) {
        arithmetics::check_all(m, [](auto const& x) {
            using T = typename std::remove_cvref_t<decltype(end_energy(x))>::number_type;
            auto const l = link_of(x, one_way(byte_rate<T>(100.0 * GB_per_second)), length<T>(30.0 * metre));
            return std::array<T, 4>{
                link_price(l).base_value, link_power(l).base_value, link_failures(l).base_value, reach_used(l)};
        });
    };
    check(copper_cable(catalog::acc_100g_lanes));
    check(backplane(catalog::copper_spine));
    check(pluggable(catalog::lro_800g));
    check(co_packaged(catalog::cpo_1600g));
    check(chip_photonics(catalog::chip_to_chip_photonics));
}

TEST_CASE("scale-up links: derivatives, intervals, packs, float") {
    arithmetics::check_all(scale_up_link(catalog::nvlink5), []<class T>(basic_scale_up_link<T> const& x) {
        auto const all = scale_up_total(x, plan_scale_up(catalog::nvlink5, 72));
        auto const up = scale_up_of(x, 72);
        return std::array<T, 4>{all.cost().base_value, all.draw().base_value, up.ring.bandwidth.base_value, up.reduction.bandwidth.base_value};
    });
}

TEST_CASE("failures by part: derivatives, intervals, packs, float") {
    part_failures f = catalog::llama3_parts;
    f.storage = 0.1 / year;
    arithmetics::check_all(f, []<class T>(basic_part_failures<T> const& x) {
        basic_cluster<T> c;
        c.network = convert<T>(scale_out(catalog::roce_400g));
        cluster_plan p;
        p.servers = 128;
        p.accelerators = 1024;
        p.network = plan_fabric(1024, 64);
        auto const r = cluster_failures(x, c, p);
        return std::array<T, 2>{r.total().base_value, between_failures(r, 1024).base_value};
    });
}

TEST_CASE("a cluster's room, money and power by part grow with its servers") {
    cluster const c{.server = catalog::hgx_h100, .network = catalog::roce_400g, .servers_per_fabric = 4096};
    auto const each = server_power(c.server, per_accelerator<power<>>{600.0 * watt}, fraction{0.0});
    cluster_space<> last{};
    money<> spent{};
    power<> drawn{};
    for (int servers = 1; servers <= 4096; servers *= 2) {
        CAPTURE(servers);
        cluster_plan const p = plan_cluster(c, servers, 44.0 * kilowatt);
        auto const s = cluster_space_of(cluster_room{}, c, p);
        CHECK(s.racks() >= last.racks());
        CHECK(s.weight > last.weight);
        CHECK(s.cables > last.cables);
        CHECK(cost_by_part(c, p).total() > spent);
        CHECK(power_by_part(c, p, each).total().value > drawn);
        // switches fit their racks by height
        CHECK(p.network_racks * c.rack.rack_units >= p.network.switches() * c.network.network_switch.rack_units);
        last = s;
        spent = cost_by_part(c, p).total();
        drawn = power_by_part(c, p, each).total().value;
    }
}

TEST_CASE("room of a cluster: derivatives, intervals, packs, float") {
    arithmetics::check_all(cluster_room{}, []<class T>(basic_cluster_room<T> const& r) {
        basic_cluster<T> c = convert<T>(cluster{.server = catalog::hgx_h100, .network = catalog::roce_400g});
        cluster_plan p;
        p.servers = 300;
        p.racks.racks = 60;
        p.network = plan_fabric(2048, 64);
        p.network_racks = 5;
        auto const s = cluster_space_of(r, c, p, 3);
        return std::array<T, 2>{s.floor.base_value, s.weight.base_value};
    });
}
