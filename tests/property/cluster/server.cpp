#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/cluster.hpp>

#include <array>

#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {

/// What of a server, its network and its rack moves a line.
template <class T = double>
struct basic_machine {
    power<T> host = 1.25 * kilowatt, fans = 1.0 * kilowatt, nic = 25.0 * watt, draw = 600.0 * watt;
    basic_power_supply<T> supply{.rated = 19.8 * kilowatt};
    basic_fraction<T> captured{T(0.4)};
    money<T> chip_price = 26e3 * USD, host_price = 88e3 * USD, nic_price = 1.8e3 * USD, rack_price = 5e3 * USD;
    basic_scale_out<T> network{};
    co2e<T> embodied = 1800.0 * kgCO2e;
    static constexpr char const* kind = "machine";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"host"}, self.host...);
        visit(field{"fans"}, self.fans...);
        visit(field{"nic"}, self.nic...);
        visit(field{"draw"}, self.draw...);
        visit(field{"supply"}, self.supply...);
        visit(field{"captured"}, self.captured...);
        visit(field{"chip_price"}, self.chip_price...);
        visit(field{"host_price"}, self.host_price...);
        visit(field{"nic_price"}, self.nic_price...);
        visit(field{"rack_price"}, self.rack_price...);
        visit(field{"network"}, self.network...);
        visit(field{"embodied"}, self.embodied...);
    }
};

template <class T>
basic_cluster<T> cluster_of(basic_machine<T> const& m) {
    basic_cluster<T> c{};
    c.server.accelerator.price = m.chip_price;
    c.server.host = m.host;
    c.server.fans = m.fans;
    c.server.nic_power = m.nic;
    c.server.nic_price = m.nic_price;
    c.server.supply = m.supply;
    c.server.price_without_accelerators = m.host_price;
    c.server.embodied_host = m.embodied;
    c.network = m.network;
    c.rack.price = m.rack_price;
    return c;
}
template <class T>
server_power_lines<T> power_of(basic_machine<T> const& m) {
    return server_power(cluster_of(m).server, per_accelerator<power<T>>{m.draw}, m.captured);
}

} // namespace

TEST_CASE("servers and clusters: derivatives, intervals, packs, float") {
    basic_machine<> m;
    m.network = catalog::infiniband_ndr;
    arithmetics::check_all(m, []<class T>(basic_machine<T> const& x) {
        cluster_plan plan;
        plan.servers = 128;
        plan.accelerators = 1024;
        plan.network = plan_fabric(1024, 64);
        plan.racks.racks = 26;
        basic_cluster<T> const c = cluster_of(x);
        auto const each = power_of(x);
        return std::array<T, 4>{
            each.total().value.value.base_value, cluster_power(c, plan, each).total().value.base_value,
            cluster_cost(c, plan).total().base_value, embodied_hosts(c, plan).base_value};
    });
}

TEST_CASE("energy of a server: derivatives, intervals, packs, float") {
    arithmetics::check_all(basic_machine<>{}, []<class T>(basic_machine<T> const& x) {
        duration<T> const t = 6.0 * second;
        auto const e = server_energy(cluster_of(x).server, per_accelerator<energy<T>>{x.draw * t}, t, x.captured);
        return std::array<T, 1>{e.value.value.base_value};
    });
}

TEST_CASE("a server draws more than its parts, and less as liquid takes over from fans") {
    basic_machine<> m;
    double last = 1e300;
    for (double captured = 0.0; captured <= 1.0; captured += 0.1) {
        m.captured = fraction{captured};
        auto const p = power_of(m);
        double const total = p.total().value.value.in(watt);
        CHECK(total < last);
        CHECK(total > 8 * 600.0 + 1250.0 + 200.0);
        CHECK(p.supply_loss.value.value > 0.0 * watt);
        last = total;
    }
}

TEST_CASE("power of a server grows with that of its accelerators, by more than one for one") {
    basic_machine<> m;
    for (double w = 100.0; w < 1000.0; w += 100.0) {
        m.draw = w * watt;
        double const a = power_of(m).total().value.value.in(watt);
        m.draw = (w + 1.0) * watt;
        double const b = power_of(m).total().value.value.in(watt);
        CHECK(b - a > 8.0);
        CHECK(b - a < 8.0 * 1.2);
    }
}

TEST_CASE("twice the servers cost and draw about twice as much") {
    basic_machine<> m;
    m.network = catalog::infiniband_ndr;
    cluster const c = cluster_of(m);
    for (int n : {8, 32, 128, 512, 4096}) {
        auto const one = plan_cluster(c, n, 44.0 * kilowatt), two = plan_cluster(c, 2 * n, 44.0 * kilowatt);
        double const ratio = cluster_cost(c, two).total() / cluster_cost(c, one).total();
        CHECK(ratio >= 1.99); // racks and switches round upwards
        CHECK(ratio < 2.15);  // a second tier comes in from 8 to 16 servers
        auto const each = power_of(m);
        CHECK(cluster_power(c, two, each).total() / cluster_power(c, one, each).total() >= 1.99);
    }
}

TEST_CASE("a fat tree never has fewer parts for more endpoints") {
    for (int radix : {4, 16, 64})
        for (int oversubscription : {1, 3}) {
            fabric_plan last{};
            for (int n = 1; n <= radix * radix * radix / 4; n += 1 + n / 16) {
                fabric_plan const p = plan_fabric(n, radix, oversubscription);
                CHECK(p.switches() >= last.switches());
                CHECK(p.links >= last.links);
                CHECK(p.tiers >= last.tiers);
                CHECK(p.links >= n);
                CHECK(p.transceivers == 2 * p.links);
                // no switch has more cables than ports
                CHECK(2 * p.links - n <= p.switches() * radix);
                last = p;
            }
        }
}

TEST_CASE("a rack never holds more than its height or its cooling allows") {
    rack const r{.rack_units = 42};
    for (int units : {1, 2, 4, 8, 10, 42})
        for (double kw : {0.5, 3.0, 8.4, 14.3, 60.0})
            for (double limit : {5.0, 12.0, 44.0, 130.0}) {
                rack_plan const p = plan_racks(r, 100, units, kw * kilowatt, limit * kilowatt);
                CHECK(p.servers_per_rack * units <= 42);
                CHECK(p.servers_per_rack * p.racks >= 100);
                CHECK(p.servers_per_rack * (p.racks - 1) < 100);
                CHECK(p.fits() == (kw <= limit));
                if (p.fits())
                    CHECK(p.drawn <= p.allowed);
            }
}
