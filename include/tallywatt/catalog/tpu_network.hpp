#pragma once
// The data-centre network between TPU pods, by the rate that a chip has of its host's interfaces.

#include <tallywatt/catalog/fabrics.hpp>

namespace tallywatt::catalog {

/// Between pods: hosts' interfaces, 25 Gb/s a chip (v5e; v3 assumed).
inline constexpr basic_scale_out<estimate> tpu_network_25g = {
    .name = "Data-centre network, 25 Gb/s a chip",
    .nic_rate = one_way(range(1.56, 3.125, 3.125) * GB_per_second),
    .collective_share = share{range(0.6, 0.8, 0.95)},
    .exchange_share = share{range(0.5, 0.7, 0.9)},
    .exchange_alpha = range(20.0, 50.0, 100.0) * microsecond,
    .alpha = range(10.0, 30.0, 100.0) * microsecond,
    .hop = range(5.0, 15.0, 40.0) * microsecond,
    .doubling = range(70.0, 95.0, 200.0) * microsecond,
    .size_latency = microseconds_per_root_megabyte(range(100.0, 160.0, 400.0)),
    .network_switch = detail::network::plain_switch(
        64, 3.125, range(8000.0, 14'000.0, 26'000.0) * USD, range(300.0, 450.0, 700.0) * watt
    ),
    .host_link = detail::network::plain_link(
        range(80.0, 200.0, 500.0) * USD, range(2.5, 4.5, 9.0) * watt, range(30.0, 60.0, 150.0) * USD
    ),
    .switch_link = detail::network::plain_link(
        range(80.0, 200.0, 500.0) * USD, range(2.5, 4.5, 9.0) * watt, range(30.0, 60.0, 150.0) * USD
    ),
    .far_link = detail::network::plain_link(
        range(80.0, 200.0, 500.0) * USD, range(2.5, 4.5, 9.0) * watt, range(30.0, 60.0, 150.0) * USD
    )};
inline constexpr sourced_field tpu_network_25g_sources[] = {
    {"network_switch.port_rate", {"the rate of the interfaces that it joins", "2026", confidence::high}},
    {"name", {"Cloud TPU documentation, v5e page", "2026", confidence::high}},
    {"nic_rate", {"Cloud TPU documentation, v5e: 6.4 Tb/s for 256 chips", "2026", confidence::medium}},
    {"collective_share", {"assumed, from RoCE's, with staging through the host", "2026", confidence::assumed}},
    {"exchange_share", {"assumed, from RoCE's, with staging through the host", "2026", confidence::assumed}},
    {"exchange_alpha", {"assumed: traffic passes the hosts", "2026", confidence::assumed}},
    {"alpha", {"assumed: traffic passes the hosts", "2026", confidence::assumed}},
    {"hop", {"assumed: traffic passes the hosts", "2026", confidence::assumed}},
    {"doubling", {"InfiniBand's, wider", "2026", confidence::assumed}},
    {"size_latency", {"InfiniBand's, wider", "2026", confidence::assumed}},
    {"network_switch", {"assumed, by rate from 64-port switches of 400 Gb/s", "2026", confidence::assumed}},
    {"host_link", {"assumed, by rate from 400 Gb/s modules and a jumper", "2026", confidence::assumed}},
    {"switch_link", {"assumed, by rate from 400 Gb/s modules and a jumper", "2026", confidence::assumed}},
    {"far_link", {"assumed, by rate from 400 Gb/s modules and a jumper", "2026", confidence::assumed}}};

/// Between pods: hosts' interfaces, 50 Gb/s a chip (v4, v5p).
inline constexpr basic_scale_out<estimate> tpu_network_50g = {
    .name = "Data-centre network, 50 Gb/s a chip",
    .nic_rate = one_way(range(1.65, 6.25, 6.25) * GB_per_second),
    .collective_share = share{range(0.6, 0.8, 0.95)},
    .exchange_share = share{range(0.5, 0.7, 0.9)},
    .exchange_alpha = range(20.0, 50.0, 100.0) * microsecond,
    .alpha = range(10.0, 30.0, 100.0) * microsecond,
    .hop = range(5.0, 15.0, 40.0) * microsecond,
    .doubling = range(70.0, 95.0, 200.0) * microsecond,
    .size_latency = microseconds_per_root_megabyte(range(100.0, 160.0, 400.0)),
    .network_switch = detail::network::plain_switch(
        64, 6.25, range(8000.0, 14'000.0, 26'000.0) * USD, range(300.0, 450.0, 700.0) * watt
    ),
    .host_link = detail::network::plain_link(
        range(80.0, 200.0, 500.0) * USD, range(2.5, 4.5, 9.0) * watt, range(30.0, 60.0, 150.0) * USD
    ),
    .switch_link = detail::network::plain_link(
        range(80.0, 200.0, 500.0) * USD, range(2.5, 4.5, 9.0) * watt, range(30.0, 60.0, 150.0) * USD
    ),
    .far_link = detail::network::plain_link(
        range(80.0, 200.0, 500.0) * USD, range(2.5, 4.5, 9.0) * watt, range(30.0, 60.0, 150.0) * USD
    )};
inline constexpr sourced_field tpu_network_50g_sources[] = {
    {"network_switch.port_rate", {"the rate of the interfaces that it joins", "2026", confidence::high}},
    {"name", {"Cloud TPU documentation, v5e page", "2026", confidence::high}},
    {"nic_rate",
     {"How to Scale Your Model, 25 GB/s a host of 4; PaLM (arXiv 2204.02311) drew 81 Tb/s from 6,144 chips", "2025-02",
      confidence::medium}},
    {"collective_share", {"assumed, from RoCE's, with staging through the host", "2026", confidence::assumed}},
    {"exchange_share", {"assumed, from RoCE's, with staging through the host", "2026", confidence::assumed}},
    {"exchange_alpha", {"assumed: traffic passes the hosts", "2026", confidence::assumed}},
    {"alpha", {"assumed: traffic passes the hosts", "2026", confidence::assumed}},
    {"hop", {"assumed: traffic passes the hosts", "2026", confidence::assumed}},
    {"doubling", {"InfiniBand's, wider", "2026", confidence::assumed}},
    {"size_latency", {"InfiniBand's, wider", "2026", confidence::assumed}},
    {"network_switch", {"assumed, by rate from 64-port switches of 400 Gb/s", "2026", confidence::assumed}},
    {"host_link", {"assumed, by rate from 400 Gb/s modules and a jumper", "2026", confidence::assumed}},
    {"switch_link", {"assumed, by rate from 400 Gb/s modules and a jumper", "2026", confidence::assumed}},
    {"far_link", {"assumed, by rate from 400 Gb/s modules and a jumper", "2026", confidence::assumed}}};

/// Between pods: hosts' interfaces, 100 Gb/s a chip (v6e, v7).
inline constexpr basic_scale_out<estimate> tpu_network_100g = {
    .name = "Data-centre network, 100 Gb/s a chip",
    .nic_rate = one_way(range(6.25, 12.5, 12.5) * GB_per_second),
    .collective_share = share{range(0.6, 0.8, 0.95)},
    .exchange_share = share{range(0.5, 0.7, 0.9)},
    .exchange_alpha = range(20.0, 50.0, 100.0) * microsecond,
    .alpha = range(10.0, 30.0, 100.0) * microsecond,
    .hop = range(5.0, 15.0, 40.0) * microsecond,
    .doubling = range(70.0, 95.0, 200.0) * microsecond,
    .size_latency = microseconds_per_root_megabyte(range(100.0, 160.0, 400.0)),
    .network_switch = detail::network::plain_switch(
        64, 12.5, range(8000.0, 14'000.0, 26'000.0) * USD, range(300.0, 450.0, 700.0) * watt
    ),
    .host_link = detail::network::plain_link(
        range(80.0, 200.0, 500.0) * USD, range(2.5, 4.5, 9.0) * watt, range(30.0, 60.0, 150.0) * USD
    ),
    .switch_link = detail::network::plain_link(
        range(80.0, 200.0, 500.0) * USD, range(2.5, 4.5, 9.0) * watt, range(30.0, 60.0, 150.0) * USD
    ),
    .far_link = detail::network::plain_link(
        range(80.0, 200.0, 500.0) * USD, range(2.5, 4.5, 9.0) * watt, range(30.0, 60.0, 150.0) * USD
    )};
inline constexpr sourced_field tpu_network_100g_sources[] = {
    {"network_switch.port_rate", {"the rate of the interfaces that it joins", "2026", confidence::high}},
    {"name", {"Cloud TPU documentation, v5e page", "2026", confidence::high}},
    {"nic_rate", {"own knowledge, not confirmed by a look-up", "2026", confidence::low}},
    {"collective_share", {"assumed, from RoCE's, with staging through the host", "2026", confidence::assumed}},
    {"exchange_share", {"assumed, from RoCE's, with staging through the host", "2026", confidence::assumed}},
    {"exchange_alpha", {"assumed: traffic passes the hosts", "2026", confidence::assumed}},
    {"alpha", {"assumed: traffic passes the hosts", "2026", confidence::assumed}},
    {"hop", {"assumed: traffic passes the hosts", "2026", confidence::assumed}},
    {"doubling", {"InfiniBand's, wider", "2026", confidence::assumed}},
    {"size_latency", {"InfiniBand's, wider", "2026", confidence::assumed}},
    {"network_switch", {"assumed, by rate from 64-port switches of 400 Gb/s", "2026", confidence::assumed}},
    {"host_link", {"assumed, by rate from 400 Gb/s modules and a jumper", "2026", confidence::assumed}},
    {"switch_link", {"assumed, by rate from 400 Gb/s modules and a jumper", "2026", confidence::assumed}},
    {"far_link", {"assumed, by rate from 400 Gb/s modules and a jumper", "2026", confidence::assumed}}};

} // namespace tallywatt::catalog
