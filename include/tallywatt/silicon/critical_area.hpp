#pragma once
// Critical area: the part of a die where a defect of a given size kills.
//
// Defects have sizes of density x/x0^2 below the peak x0 and x0^2/x^3 above (Stapper, IBM J. Res. Dev. 27 (1983);
// Ferris-Prabhu, IEEE J. Solid-State Circuits 20 (1985)). Averaged over it, parallel lines of width w at spacing s, both
// above x0, are shorted on the share
//
//   short = x0^2/(2 s (2 s + w))           open: the same with w and s exchanged
//
// of their area. Layers with shares c_i and defect densities D_i of their own yield Y = prod_i y(D_i, c_i A), y any model;
// CATCH takes one layer with a share of 0.5 to 0.7 by node.
//
//   fraction const c = shorted_share(20.0 * nanometre, 20.0 * nanometre, 10.0 * nanometre);         // 0.0417
//   critical_layers<poisson, 2> const m{{{{.critical_share = c}, {.critical_share = c, .density_share = ratio{0.5}}}}};
//   fraction const y = m.yield(0.1 / square_centimetre, 8.14 * square_centimetre);

#include <tallywatt/silicon/yield.hpp>

#include <array>

namespace tallywatt {

/// Share of an area of parallel lines where a defect joins two of them. Width, spacing > peak > 0.
template <class T>
constexpr basic_fraction<T> shorted_share(length<T> const& width, length<T> const& spacing, length<T> const& peak) {
    T const s = spacing / peak, w = width / peak;
    return basic_fraction<T>{T(0.5) / (s * (T(2.0) * s + w))};
}
/// Share of it where a defect cuts a line.
template <class T>
constexpr basic_fraction<T> opened_share(length<T> const& width, length<T> const& spacing, length<T> const& peak) {
    return shorted_share(spacing, width, peak);
}

/// One layer: where defects kill in it, and its defects beside those of the whole process.
template <class T = double>
struct basic_critical_layer {
    basic_fraction<T> critical_share{T(1.0)}; ///< of the die's area
    basic_ratio<T> density_share{T(1.0)};     ///< of the defect density given to the model

    static constexpr char const* kind = "critical_layer";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"critical_share", unit_interval}, self.critical_share...);
        visit(field{"density_share", non_negative}, self.density_share...);
    }
};
using critical_layer = basic_critical_layer<>;

/// A yield model of N layers: the product of the layers' yields by Model.
template <class Model, std::size_t N, class T = double>
struct critical_layers {
    std::array<basic_critical_layer<T>, N> layers{};
    Model model{};

    [[nodiscard]] constexpr basic_fraction<T> yield(area_density<T> const& defects, area<T> const& die_area) const {
        auto const at = [&](area_density<T> const& density, area<T> const& size) {
            T all = T(1.0);
            for (auto const& l : layers)
                all = all
                      * yield_by(model, area_density<T>(density * l.density_share), area<T>(size * l.critical_share))
                            .value;
            return all;
        };
        // every layer's yield falls in both
        return basic_fraction<T>{detail::monotone(
            [&](T const& density) {
                return detail::monotone(
                    [&](T const& size) { return at(area_density<T>::from_base(density), area<T>::from_base(size)); },
                    die_area.base_value
                );
            },
            defects.base_value
        )};
    }

    static constexpr char const* kind = "critical_layers";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"layers"}, self.layers...);
        visit(field{"model"}, self.model...);
    }
};

} // namespace tallywatt
