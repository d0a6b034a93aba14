#include <tallywatt/catalog/fabrics.hpp>
#include <tallywatt/cluster/exchange.hpp>
#include <tallywatt/cluster/hierarchical.hpp>

#include <array>

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {

template <class T = double>
struct basic_fabrics {
    basic_scale_up<T> up{};
    basic_scale_out<T> out{};
    one_way_rate<T> link = one_way(450.0 * GB_per_second);
    static constexpr char const* kind = "fabrics";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"up"}, self.up...);
        visit(field{"out"}, self.out...);
        visit(field{"link"}, self.link...);
    }
};
basic_fabrics<> hopper() { return {.up = catalog::nvlink4_h200, .out = catalog::infiniband_ndr}; }

constexpr collective_kind kinds[] = {
    collective_kind::all_reduce, collective_kind::all_gather, collective_kind::reduce_scatter};

} // namespace

TEST_CASE("collectives and exchange: derivatives, intervals, packs, float") {
    arithmetics::check_all(hopper(), []<class T>(basic_fabrics<T> const& f) {
        auto const exchange = [&](int ranks, exchange_mode mode) {
            return exchange_time(plan_exchange(ranks, 8, 128.0, 8, 4, 7392.0 * byte, mode), f.link, f.up, f.out)
                .base_value;
        };
        basic_scale_up<T> direct = f.up;
        direct.shape = topology::direct;
        basic_scale_out<T> sums = f.out;
        sums.in_network_reduction = true;
        return std::array<T, 12>{
            collective_time(f.up, f.out, plan_collective(f.up, collective_kind::all_reduce, {16, 8}, 40.0 * MB))
                .base_value,
            collective_time(direct, f.out, plan_collective(direct, collective_kind::all_gather, {2, 2}, 40.0 * MB))
                .base_value,
            all_reduce_time(f.up, sums, 64, 40.0 * MB).base_value,
            send_time(f.up, f.out, plan_send(f.up, 40.0 * MB, true, 8)).base_value,
            all_reduce_time(f.up, f.out, 8, 4.0 * MB).base_value,
            all_reduce_time(f.up, f.out, 4, 4.0 * MB, launch_kind::host).base_value,
            all_reduce_time(f.up, f.out, 64, 400.0 * MB).base_value,
            collective_time(f.up, f.out, plan_collective(f.up, collective_kind::all_gather, 64, 400.0 * MB)).base_value,
            all_to_all_time(f.up.ring, 8, 4.0 * MB).base_value,
            exchange(8, exchange_mode::normal),
            exchange(64, exchange_mode::normal),
            exchange(64, exchange_mode::low_latency)};
    });
}

TEST_CASE("a collective grows with its payload and never beats the wire") {
    auto const f = hopper();
    for (auto kind : kinds)
        for (int ranks : {2, 4, 8, 16, 64, 1024}) {
            duration<> last{};
            for (double bytes = 1024.0; bytes < 1e11; bytes *= 4.0) {
                collective_plan const p = plan_collective(f.up, kind, ranks, bytes * byte);
                duration<> const t = collective_time(f.up, f.out, p);
                CHECK(t > last);
                CHECK(t > p.up / (p.reduced ? f.up.reduction.bandwidth : f.up.ring.bandwidth));
                CHECK(t > p.out / f.out.nic_rate.value);
                CHECK(collective_time(f.up, f.out, p, launch_kind::host) > t);
                last = t;
            }
        }
}

TEST_CASE("more ranks never take less time on the same fabric") {
    auto const f = hopper();
    for (double bytes : {1e4, 1e6, 1e8, 1e10}) {
        for (int ranks = 2; ranks < 8; ++ranks)
            for (auto kind : kinds)
                CHECK(
                    collective_time(f.up.ring, kind, ranks + 1, bytes * byte)
                    > collective_time(f.up.ring, kind, ranks, bytes * byte)
                );
        for (int nodes = 2; nodes < 64; nodes *= 2)
            CHECK(
                all_reduce_time(f.up, f.out, 16 * nodes, bytes * byte)
                > all_reduce_time(f.up, f.out, 8 * nodes, bytes * byte)
            );
    }
}

TEST_CASE("an all-reduce carries what a reduce-scatter and an all-gather carry") {
    for (int ranks : {2, 8, 64})
        for (double mb : {0.1, 100.0}) {
            auto const all = wire_data(collective_kind::all_reduce, ranks, mb * MB);
            CHECK(
                all
                == wire_data(collective_kind::reduce_scatter, ranks, mb * MB)
                       + wire_data(collective_kind::all_gather, ranks, mb * MB)
            );
        }
}

TEST_CASE("exchange: data is proportional to tokens and size, and grows with ranks, experts and the node limit") {
    auto const data = [](int ranks, double tokens, int k, int limit, data_size<> size, exchange_mode mode) {
        exchange_plan const p = plan_exchange(ranks, 8, tokens, k, limit, size, mode);
        return p.up + p.out;
    };
    for (auto mode : {exchange_mode::normal, exchange_mode::low_latency}) {
        for (int ranks = 2; ranks <= 128; ranks *= 2) {
            data_size<> const d = data(ranks, 100, 8, 4, 1.0 * kB, mode);
            CHECK(data(ranks, 200, 8, 4, 1.0 * kB, mode).in(byte) == near(2.0 * d.in(byte), 1e-12));
            CHECK(data(ranks, 100, 8, 4, 2.0 * kB, mode).in(byte) == near(2.0 * d.in(byte), 1e-12));
            CHECK(data(ranks, 100, 9, 4, 1.0 * kB, mode) > d);
            CHECK(data(2 * ranks, 100, 8, 4, 1.0 * kB, mode) >= d);
            CHECK(data(ranks, 100, 8, 3, 1.0 * kB, mode) <= d);
        }
    }
    // de-duplicated copies are never more than all copies
    for (int ranks : {8, 16, 64, 256})
        CHECK(
            plan_exchange(ranks, 8, 1.0, 8, 0, 1.0 * kB, exchange_mode::normal).out
            <= plan_exchange(ranks, 8, 1.0, 8, 0, 1.0 * kB, exchange_mode::low_latency).out
        );
}

TEST_CASE("an exchange never beats its wires") {
    auto const f = hopper();
    for (int ranks = 2; ranks <= 256; ranks *= 2)
        for (double tokens : {1.0, 128.0, 8192.0}) {
            exchange_plan const p = plan_exchange(ranks, 8, tokens, 8, 4, 7392.0 * byte, exchange_mode::normal);
            duration<> const t = exchange_time(p, f.link, f.up, f.out);
            CHECK(t > p.up / f.link.value);
            CHECK(t > p.out / f.out.nic_rate.value);
        }
}
