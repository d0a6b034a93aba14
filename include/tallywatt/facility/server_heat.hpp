#pragma once
// server_heat: where a server's heat goes, and how much of its power computes.
//
// Plates. Cold plates lie on some parts; the rest gives its heat to air. With accelerators A, host H of which a share h lies
// under plates, fans, interfaces and supply losses outside,
//   share in liquid = c (A + h H)/total,   c the share of a plated part's heat that its plate catches
// ITUE = total/(A + H + interfaces): fans and supply losses inside the server count as IT for PUE, not for ITUE. TUE = PUE
// ITUE (metrics.hpp) therefore shows fans that a technology moves out of, or into, the servers.
// Reference: Patterson et al., TUE, a new energy-efficiency metric applied at ORNL's Jaguar, ISC 2013.
//
//   fraction f = liquid_share(catalog::rack_scale_plates, server_power(s, per_accelerator<power<>>{1.2 * kilowatt}, fraction{0.8}));
//   ratio itue = it_usage_effectiveness(server_power(s, ...));

#include <tallywatt/cluster/server.hpp>
#include <tallywatt/facility/metrics.hpp>

namespace tallywatt {

/// Which parts of a server carry cold plates.
template <class T = double>
struct basic_plate_coverage {
    static constexpr char const* kind = "plate_coverage";
    basic_fraction<T> caught{T(0.97)}; ///< of a plated part's heat; the rest goes off its board into air
    basic_fraction<T> host{};          ///< of the host's power (processors, switches, memory, drives) that is plated

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"caught", unit_interval, {"cold plates on packages, engineering practice: 93 to 99 %", "2026-11", confidence::low}}, self.caught...);
        visit(field{"host", unit_interval}, self.host...);
    }
    constexpr operator basic_plate_coverage<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using plate_coverage = basic_plate_coverage<>;

/// Share of a server's heat that leaves in liquid.
template <class T>
constexpr basic_fraction<T> liquid_share(basic_plate_coverage<T> const& plates, server_power_lines<T> const& lines) {
    auto const watts = [](auto const& line) { return line.value.value; };
    power<T> const total = watts(lines.total());
    return basic_fraction<T>{plates.caught.value * ((watts(lines.accelerators) + plates.host * watts(lines.host)) / total)};
}

/// IT power over that of the parts that compute, store and communicate.
template <class T>
constexpr basic_ratio<T> it_usage_effectiveness(server_power_lines<T> const& lines) {
    auto const compute = lines.accelerators + lines.host + lines.network_interfaces;
    return it_usage_effectiveness(lines.total().value, compute.value);
}

} // namespace tallywatt
