#pragma once
// Limits on what a chip may do, as export rules state them, and how far an accelerator stays below them. A limit is what
// its user says it is; those of published rules are in catalog/export_limits.hpp. Nothing here throws or forbids.
//
//   performance  TPP = max over formats (dense operations per time * bits per operand), in 1e12 bit-operations per second
//   density      PD  = TPP/die area                   of dies made on non-planar transistors
//   interconnect both directions together, to and from other chips but volatile memory
//
// A limit has bands; a chip is in a band where it reaches every threshold that the band states, and under the limit where
// it is in none. Headroom of a band = max over its thresholds (1 - value/threshold); of a limit = least over its bands.
// Above zero: free. Zero or below: reached ("or more" in the rules). The bands of 3A090.b end where those of 3A090.a begin, so
// only their lower ends are needed.
// Reference: 15 CFR 774, ECCN 3A090 and its technical notes; 87 FR 62186 (2022), 88 FR 73458 (2023).
//
//   export_rating<> const r = rate_for_export(catalog::h20, 814.0 * square_millimetre);
//   double const h = headroom(catalog::bis_2023, r).least;        // 0.013: 2,368 of 2,400

#include <tallywatt/chip/accelerator.hpp>

#include <array>

namespace tallywatt {

/// Bit-operations per time and die area.
template <class T = double>
using performance_density = quantity<dim::per<dim::per<dim::operation, dim::time>, dim::area>, T>;

/// One set of thresholds, all of which must be reached; zero: none stated.
struct export_band {
    flop_rate<> performance{}; ///< times bits: 4,800 TFLOP/s for a TPP of 4,800
    performance_density<> density{};
    duplex_rate<> interconnect{};
    byte_rate<> memory{};

    static constexpr char const* kind = "export_band";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"performance", non_negative}, self.performance...);
        visit(field{"density", non_negative}, self.density...);
        visit(field{"interconnect", non_negative}, self.interconnect...);
        visit(field{"memory", non_negative}, self.memory...);
    }
};

/// A rule: its bands. Bands that state nothing are skipped.
struct export_limit {
    char const* name = "";
    std::array<export_band, 4> bands{};

    static constexpr char const* kind = "export_limit";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"bands"}, self.bands...);
    }
};

/// What a rule looks at.
template <class T = double>
struct basic_export_rating {
    flop_rate<T> performance{};
    performance_density<T> density{};
    duplex_rate<T> interconnect{};
    byte_rate<T> memory{};

    static constexpr char const* kind = "export_rating";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"performance", non_negative}, self.performance...);
        visit(field{"density", non_negative}, self.density...);
        visit(field{"interconnect", non_negative}, self.interconnect...);
        visit(field{"memory", non_negative}, self.memory...);
    }
};
using export_rating = basic_export_rating<>;

/// Total processing performance: the largest, over formats, of dense operations per time times bits per operand.
template <class T>
constexpr flop_rate<T> processing_performance(basic_accelerator<T> const& a) {
    flop_rate<T> most = 16.0 * a.bf16.peak.value;
    most = math::max(most, 8.0 * a.fp8.peak.value);
    most = math::max(most, 4.0 * a.fp4.peak.value);
    most = math::max(most, 8.0 * a.int8_peak.value);
    return math::max(most, 32.0 * a.fp32_peak.value);
}

/// What a rule sees of an accelerator. die_area: of all its dies on non-planar transistors; host_interface: in addition to
/// the scale-up links, both directions together.
template <class T>
constexpr basic_export_rating<T>
rate_for_export(basic_accelerator<T> const& a, area<T> const& die_area, duplex_rate<T> const& host_interface = {}) {
    flop_rate<T> const tpp = processing_performance(a);
    return {tpp, tpp / die_area, duplex_rate<T>{2.0 * a.link_rate.value + host_interface.value}, a.memory_bandwidth};
}

/// Area of all dies of a package but those on planar transistors (older than 16 or 14 nm), which rules leave out.
template <class T, class C>
constexpr area<T> die_area(basic_package<T, C> const& p) {
    area<T> sum{};
    for (auto const& d : p.dies)
        if (!d.die.node.planar)
            sum += static_cast<double>(d.count) * d.die.size.area();
    return sum;
}
/// Of an accelerator whose package is known (package_known): its die area is the package's.
template <class T>
constexpr basic_export_rating<T> rate_for_export(basic_accelerator<T> const& a) {
    return rate_for_export(a, die_area(a.package));
}

/// How far below a limit a chip stays.
template <class T = double>
struct basic_export_headroom {
    std::array<T, 4> bands{}; ///< 1 where a band states nothing
    T least{};                ///< 0 or below: the limit is reached

    static constexpr char const* kind = "export_headroom";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"bands"}, self.bands...);
        visit(field{"least"}, self.least...);
    }
    [[nodiscard]] constexpr bool reached() const requires std::same_as<T, double> { return !(least > 0.0); }
    /// The band that leaves least.
    [[nodiscard]] constexpr int nearest() const requires std::same_as<T, double> {
        int k = 0;
        for (int i = 1; i < 4; ++i)
            if (bands[static_cast<std::size_t>(i)] < bands[static_cast<std::size_t>(k)])
                k = i;
        return k;
    }
};
using export_headroom = basic_export_headroom<>;

/// Headroom of a rating under a limit.
template <class T>
constexpr basic_export_headroom<T> headroom(export_limit const& limit, basic_export_rating<T> const& r) {
    basic_export_headroom<T> h;
    h.least = T(1.0);
    for (std::size_t i = 0; i < limit.bands.size(); ++i) {
        export_band const& b = limit.bands[i];
        T most = T(1.0);
        bool stated = false;
        auto const threshold = [&](double at, T const& value) {
            if (at > 0.0) {
                most = stated ? math::max(most, T(1.0) - value / T(at)) : T(1.0) - value / T(at);
                stated = true;
            }
        };
        threshold(b.performance.base_value, r.performance.base_value);
        threshold(b.density.base_value, r.density.base_value);
        threshold(b.interconnect.value.base_value, r.interconnect.value.base_value);
        threshold(b.memory.base_value, r.memory.base_value);
        h.bands[i] = most; // 1 where nothing is stated
        h.least = math::min(h.least, h.bands[i]);
    }
    return h;
}

} // namespace tallywatt
