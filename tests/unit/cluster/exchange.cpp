#include <tallywatt/catalog/h800.hpp>
#include <tallywatt/cluster/exchange.hpp>

#include <doctest/doctest.h>

#include <cmath>

#include "approx.hpp"

using namespace tallywatt;

namespace {
constexpr double hidden = 7168.0;
/// A token's copy in fp8 with a 4-byte scale per 128 elements, and in bf16.
constexpr data_size<> fp8_copy = (hidden + 4.0 * hidden / 128.0) * byte, bf16_copy = 2.0 * hidden * byte;
constexpr int top_k = 8, node_limit = 4, domain = 8;
} // namespace

// DeepEP V1 documentation: low-latency kernels on H800, 128 tokens a rank, hidden 7168, top 8. Constants are the
// network's alpha and share and the domain's share; 12 rows. Residuals: +7 % (combine, EP 8) to -8 % (combine, EP 128).
TEST_CASE("low-latency exchange meets the DeepEP table") {
    server const node = catalog::hgx_h800;
    scale_out const net = catalog::infiniband_ndr;
    struct row {
        int ranks;
        double dispatch_us, combine_us;
    };
    double mean = 0.0;
    for (row const& r :
         {row{8, 77, 114}, row{16, 118, 195}, row{32, 155, 273}, row{64, 173, 314}, row{128, 192, 369},
          row{256, 194, 360}}) {
        CAPTURE(r.ranks);
        auto const time = [&](data_size<> copy) {
            auto const p = plan_exchange(r.ranks, domain, 128.0, top_k, node_limit, copy, exchange_mode::low_latency);
            return exchange_time(p, node.accelerator.link_rate, node.scale_up, net).in(microsecond);
        };
        double const d = time(fp8_copy), c = time(bf16_copy);
        CHECK(d == near(r.dispatch_us, 0.10));
        CHECK(c == near(r.combine_us, 0.10));
        mean += (std::abs(d / r.dispatch_us - 1.0) + std::abs(c / r.combine_us - 1.0)) / 12.0;
    }
    CHECK(mean < 0.05);
}

// Same documentation: normal kernels, 4096 tokens a rank, groups limited to 4 nodes; "bottleneck bandwidth" is logical:
// it counts copies that stay local, per rank touched (EP 8, NVLink) or per node touched (RDMA). EP 16 is bound by
// NVLink, which the form finds by itself. Residuals within 10 %.
TEST_CASE("normal exchange meets the DeepEP table") {
    server const node = catalog::hgx_h800;
    scale_out const net = catalog::infiniband_ndr;
    struct row {
        int ranks;
        double dispatch, combine; // GB/s
    };
    for (row const& r : {row{8, 153, 158}, row{16, 43, 43}, row{32, 58, 57}, row{64, 51, 50}}) {
        CAPTURE(r.ranks);
        auto const bandwidth = [&](data_size<> copy) {
            auto const p = plan_exchange(r.ranks, domain, 4096.0, top_k, node_limit, copy, exchange_mode::normal);
            duration<> const t = exchange_time(p, node.accelerator.link_rate, node.scale_up, net);
            double const nodes = p.nodes;
            data_size<> const logical = p.nodes == 1 ? p.up * (8.0 / 7.0) : p.out * (nodes / (nodes - 1.0));
            return (logical / t).in(GB_per_second);
        };
        CHECK(bandwidth(fp8_copy) == near(r.dispatch, 0.12));
        CHECK(bandwidth(bf16_copy) == near(r.combine, 0.12));
    }
}

TEST_CASE("copies by hand") {
    // two nodes of 8, two experts a token, one token of 1 kB: nodes touched 2 (1 - 1/4) = 1.5, half of them off the
    // node; ranks touched 16 (1 - (15/16)^2) = 1.9375, 7/8 of them off the rank
    auto const n = plan_exchange(16, 8, 1.0, 2, 4, 1.0 * kB, exchange_mode::normal);
    CHECK(n.nodes == 2);
    CHECK(n.out.in(kB) == near(0.75, 1e-12));
    CHECK(n.up.in(kB) == near(1.9375 * 0.875, 1e-12));
    // low latency: both copies go out, half of them off the node; the other half of them inside, 7/8 off the rank
    auto const l = plan_exchange(16, 8, 1.0, 2, 4, 1.0 * kB, exchange_mode::low_latency);
    CHECK(l.out.in(kB) == near(1.0, 1e-12));
    CHECK(l.up.in(kB) == near(0.875, 1e-12));
    // within one node nothing leaves it; alone nothing moves
    CHECK(plan_exchange(8, 8, 1.0, 2, 4, 1.0 * kB, exchange_mode::low_latency).out.in(kB) == 0.0);
    CHECK(plan_exchange(1, 8, 1.0, 2, 4, 1.0 * kB, exchange_mode::normal).up.in(kB) == 0.0);
}

TEST_CASE("a node limit bounds what leaves the node") {
    auto const out = [](int limit) {
        return plan_exchange(256, 8, 1.0, 8, limit, 1.0 * kB, exchange_mode::normal).out.in(kB);
    };
    CHECK(out(4) == near(4.0 * (1.0 - std::pow(0.75, 8)) * 31.0 / 32.0, 1e-12));
    CHECK(out(4) < out(8));
    CHECK(out(8) < out(0)); // no limit
    CHECK(out(0) == near(32.0 * (1.0 - std::pow(31.0 / 32.0, 8)) * 31.0 / 32.0, 1e-12));
}

TEST_CASE("a direct fabric slows an exchange among few of its ranks") {
    scale_up switched{}, direct{};
    direct.shape = topology::direct;
    auto const time = [](scale_up const& f, int ranks) {
        auto const p = plan_exchange(ranks, f, 4096.0, top_k, node_limit, bf16_copy, exchange_mode::normal);
        return (exchange_time(p, one_way(448.0 * GB_per_second), f, scale_out{}) - f.exchange_alpha).in(microsecond);
    };
    CHECK(time(direct, 8) == near(time(switched, 8), 1e-9));
    CHECK(time(direct, 4) == near(7.0 / 3.0 * time(switched, 4), 1e-9));
}
