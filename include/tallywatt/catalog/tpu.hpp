#pragma once
// Tori of Google TPU pods. Constants of a torus's collectives are those of a chip with all its
// links at work (cluster/torus.hpp makes them a group's).

#include <tallywatt/catalog/changed_sources.hpp>
#include <tallywatt/cluster/fabric.hpp>

namespace tallywatt::catalog {

namespace detail::ici {
inline constexpr source rates{
    "How to Scale Your Model, link rate times all links; likely value 0.83 of it, as a profiled all-gather on v5e (680 "
    "us "
    "where the link rate gives 560)",
    "2025-02", confidence::medium};
inline constexpr source latency{
    "How to Scale Your Model: a small all-gather profiled at 8 us, of which 3 us are its three hops and 2.6 us its "
    "data",
    "2025-02", confidence::medium};
inline constexpr source hop{"How to Scale Your Model: about 1 us a hop", "2025-02", confidence::medium};
inline constexpr source compiled{
    "collectives are part of the compiled program: nothing is launched", "2025", confidence::high};
inline constexpr source no_root{"no sweep by size was found: none", "2025", confidence::assumed};
} // namespace detail::ici

namespace detail {
/// Matrix units of 128 x 128 (256 x 256 from v6e on) take the same form as tiles of GPUs: rows are padded to 64, and no
/// share of a wave is lost, as one core holds all units. No shape sweep was found.
inline constexpr source tpu_matrix{
    "no shape table: from half (host-timed on v6e and v7) to 0.92 of peak (device trace, reported for v6e); no waves "
    "of tiles",
    "2026-02", confidence::low};
inline constexpr source tpu_energy{
    "likely limit less idle and memory at the likely matmul rate (own derivation)", "2026", confidence::low};
inline constexpr source tpu_memory_energy{
    "recalled 3.5 to 7 pJ/bit of HBM with its controller", "2026", confidence::low};
inline constexpr source tpu_host{
    "what is left of 378.5 W a chip of system power (PaLM, arXiv 2204.02311) after the chip; v3's likewise of 289 and "
    "310 W (Patterson et al., arXiv 2104.10350); later ones assumed",
    "2022-04", confidence::low};
} // namespace detail

namespace detail::ici {
/// A torus of so many chips along each axis (0: none), whose links together carry this much one way.
constexpr basic_scale_up<estimate> torus(char const* name, estimate const& gigabytes_per_second, std::array<int, 3> const& dims) {
    basic_collective<estimate> const ring{
        .alpha = range(1.0, 2.5, 5.0) * microsecond,
        .launch = known(0.0) * microsecond,
        .size_latency = microseconds_per_root_megabyte(known(0.0)),
        .bandwidth = gigabytes_per_second * GB_per_second};
    return {
        .name = name,
        .reduction = ring,
        .ring = ring,
        .reduction_ranks = 2,
        .exchange_share = share{range(0.6, 0.75, 0.9)},
        .exchange_alpha = range(2.0, 8.0, 27.0) * microsecond,
        .domain = accelerators_of(dims),
        .shape = topology::torus,
        .dims = dims,
        .wraps = true,
        .hop = range(0.7, 1.0, 1.5) * microsecond};
}

inline constexpr source v3_page{"Cloud TPU documentation, v3 page", "2026", confidence::high};
inline constexpr source v4_page{"Cloud TPU documentation, v4 page", "2026", confidence::high};
inline constexpr source v5e_page{"Cloud TPU documentation, v5e page", "2026", confidence::high};
inline constexpr source v5p_table{
    "How to Scale Your Model (Austin et al.), table of chips", "2025-02", confidence::high};
inline constexpr source v6e_page{"Cloud TPU documentation, v6e page", "2026", confidence::high};
inline constexpr source v7_page{
    "Cloud TPU documentation, tpu7x page: 9,216 chips; axes assumed", "2026", confidence::medium};

/// `pod`: the source of its size.
template <source const& pod>
inline constexpr sourced_field list[] = {
    {"name", pod},
    {"reduction", rates},
    {"reduction.alpha", latency},
    {"reduction.launch", compiled},
    {"reduction.size_latency", no_root},
    {"ring", rates},
    {"ring.alpha", latency},
    {"ring.launch", compiled},
    {"ring.size_latency", no_root},
    {"reduction_ranks", {"nothing is added up by switches: there are none", "2025", confidence::high}},
    {"exchange_share", {"assumed: of what bisection allows", "2026", confidence::assumed}},
    {"exchange_alpha", {"assumed: the ring's latency to DeepEP's through switches", "2026", confidence::assumed}},
    {"domain", pod},
    {"dims", pod},
    {"hop", hop}};
} // namespace detail::ici

/// Torus of a TPU v3 pod; links of 82 GB/s one way (100 by the book).
inline constexpr basic_scale_up<estimate> ici_v3 = detail::ici::torus("ICI, 32 x 32 TPU v3", range(246.0, 272.0, 400.0), {32, 32, 0});
inline constexpr auto& ici_v3_sources = detail::ici::list<detail::ici::v3_page>;

/// Torus of a TPU v4 pod, 45 to 50 GB/s a link. A slice is this with its own dims and domain: {12, 16, 16} and 3,072, say;
/// cubes of 4 x 4 x 4 get wraparound from optical switches, smaller slices are meshes (wraps = false).
inline constexpr basic_scale_up<estimate> ici_v4 = detail::ici::torus("ICI, 16 x 16 x 16 TPU v4", range(202.0, 225.0, 300.0), {16, 16, 16});
inline constexpr auto& ici_v4_sources = detail::ici::list<detail::ici::v4_page>;

/// Torus of a TPU v5e pod, 45 to 50 GB/s a link; axes below 16 do not wrap.
inline constexpr basic_scale_up<estimate> ici_v5e = detail::ici::torus("ICI, 16 x 16 TPU v5e", range(135.0, 150.0, 200.0), {16, 16, 0});
inline constexpr auto& ici_v5e_sources = detail::ici::list<detail::ici::v5e_page>;

/// Torus of a TPU v5p pod, 90 to 100 GB/s a link.
inline constexpr basic_scale_up<estimate> ici_v5p = detail::ici::torus("ICI, 16 x 20 x 28 TPU v5p", range(405.0, 450.0, 600.0), {16, 20, 28});
inline constexpr auto& ici_v5p_sources = detail::ici::list<detail::ici::v5p_table>;

/// Torus of a TPU v6e pod, 90 to 112 GB/s a link; axes below 16 do not wrap.
inline constexpr basic_scale_up<estimate> ici_v6e = detail::ici::torus("ICI, 16 x 16 TPU v6e", range(270.0, 300.0, 448.0), {16, 16, 0});
inline constexpr auto& ici_v6e_sources = detail::ici::list<detail::ici::v6e_page>;

/// Torus of a TPU v7 pod, 90 to 100 GB/s a link.
inline constexpr basic_scale_up<estimate> ici_v7 = detail::ici::torus("ICI, 16 x 24 x 24 TPU v7", range(405.0, 450.0, 600.0), {16, 24, 24});
inline constexpr auto& ici_v7_sources = detail::ici::list<detail::ici::v7_page>;

} // namespace tallywatt::catalog
