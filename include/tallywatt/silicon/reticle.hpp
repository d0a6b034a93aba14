#pragma once
// Lithography fields: how a die is exposed, how many dies one exposure prints, and how products share a reticle.
//
//   full field        26 x 33 mm (858 mm2)
//   high-NA field     26 x 16.5 mm (429 mm2): anamorphic optics halve one side
//
// A die wider than the field is stitched of fields along x times fields along y, not of its area over the field's, in the
// better of its two orientations. A die that fits the full field but not the half is stitched on a high-NA scanner.
//
// Products on one reticle (a multi-project run or shuttle): copies n_i of area a_i (with street) pay for the masks and the
// wafer by the area they take, share_i = n_i a_i / sum n_j a_j; the field's rest is charged to all alike. Of every exposure
// product i gets n_i dies.
//
// What an exposure leaves empty costs light, not wafer: with s the share of lithography in a processed wafer's price,
//
//   fill = floor(n F/a) a/(n F),  n = ceil(a/F)       F field, a die: by area alone, as CATCH has it
//   die  = (wafer price/N) (1 + s (1/fill - 1))       N whole dies per wafer
//
// Reference: Graening et al., CATCH (nanocad-lab/CATCH, Layer.layer_cost). By outlines instead of areas the fill is
// dies_per_exposure(...) * a/F.
//
//   exposure_grid const g = exposures_of({52.0 * millimetre, 33.0 * millimetre});     // 2 along, 1 across
//   int const n = dies_per_exposure({12.0 * millimetre, 10.0 * millimetre}, full_field, 0.1 * millimetre);   // 6

#include <tallywatt/silicon/wafer.hpp>

namespace tallywatt {

/// The largest outline that one exposure prints.
template <class T = double>
struct basic_exposure_field {
    length<T> width{};
    length<T> height{};
    [[nodiscard]] constexpr tallywatt::area<T> area() const { return width * height; }

    static constexpr char const* kind = "exposure_field";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"width", positive}, self.width...);
        visit(field{"height", positive}, self.height...);
    }
};
using exposure_field = basic_exposure_field<>;

inline constexpr exposure_field full_field{26.0 * millimetre, 33.0 * millimetre};
inline constexpr exposure_field high_na_field{26.0 * millimetre, 16.5 * millimetre};

/// The exposures that one outline is made of.
struct exposure_grid {
    int along = 1;  ///< of the field's width
    int across = 1; ///< of its height
    [[nodiscard]] constexpr int count() const { return along * across; }
    /// Seams between neighbouring exposures.
    [[nodiscard]] constexpr int boundaries() const { return (along - 1) * across + along * (across - 1); }
    friend constexpr bool operator==(exposure_grid const&, exposure_grid const&) = default;
};

namespace detail {
inline constexpr double field_tolerance = 1e-9; // an edge on the field's edge fits
constexpr int fields_for(length<> const& side, length<> const& of_field) {
    return -floor_int(-(side / of_field - field_tolerance));
}
constexpr int pieces_in(length<> const& side, length<> const& piece, length<> const& street) {
    return floor_int((side + street) / (piece + street) + field_tolerance);
}
} // namespace detail

/// Exposures for an outline, upright or turned, whichever has fewer, then fewer seams.
constexpr exposure_grid exposures_of(outline const& size, exposure_field const& f = full_field) {
    exposure_grid const upright{detail::fields_for(size.width, f.width), detail::fields_for(size.height, f.height)},
        turned{detail::fields_for(size.height, f.width), detail::fields_for(size.width, f.height)};
    bool const turn = turned.count() < upright.count()
                      || (turned.count() == upright.count() && turned.boundaries() < upright.boundaries());
    return turn ? turned : upright;
}
/// Whether an outline takes more than one exposure.
constexpr bool must_stitch(outline const& size, exposure_field const& f = full_field) {
    return exposures_of(size, f).count() > 1;
}
/// Whole dies in one exposure with streets between them, all one way round; 0 where the die is stitched.
constexpr int dies_per_exposure(outline const& size, exposure_field const& f, length<> const& street) {
    int const upright =
                  detail::pieces_in(f.width, size.width, street) * detail::pieces_in(f.height, size.height, street),
              turned =
                  detail::pieces_in(f.width, size.height, street) * detail::pieces_in(f.height, size.width, street);
    return upright > turned ? upright : turned;
}
/// Exposures per wafer and layer for its whole dies: stitched dies take several, small dies share one.
constexpr double
exposures_per_wafer(double dies_per_wafer, outline const& size, exposure_field const& f, length<> const& street) {
    int const shared = dies_per_exposure(size, f, street);
    return shared > 0 ? dies_per_wafer / shared : dies_per_wafer * exposures_of(size, f).count();
}

/// Share of the exposed area that whole dies fill, by area alone; a die larger than the field is stitched of as many as
/// its area takes.
constexpr ratio exposure_fill(area<> const& size, exposure_field const& f = full_field) {
    double const fields = -detail::floor_int(-(size / f.area() - detail::field_tolerance));
    area<> const exposed = fields * f.area();
    return ratio{detail::floor_int(exposed / size + detail::field_tolerance) * (size / exposed)};
}
/// What one whole die takes of its wafer's price where `lithography`, a share of that price, is paid by exposed area.
template <class T>
constexpr money<T> exposed_die_cost(
    money<T> const& wafer_price, double dies_per_wafer, basic_fraction<T> const& lithography,
    std::type_identity_t<basic_ratio<T>> const& fill
) {
    return wafer_price * (1.0 / dies_per_wafer) * (T(1.0) + lithography.value * (T(1.0) / fill.value - T(1.0)));
}

/// A product on a shared reticle.
template <class T = double>
struct basic_reticle_tenant {
    basic_outline<T> size{10.0 * millimetre, 10.0 * millimetre};
    int copies = 1; ///< on the reticle

    static constexpr char const* kind = "reticle_tenant";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"size"}, self.size...);
        visit(field{"copies", at_least(1.0)}, self.copies...);
    }
};
using reticle_tenant = basic_reticle_tenant<>;

/// Area that a tenant takes on the reticle, its streets included.
template <class T>
constexpr area<T> reticle_area(basic_reticle_tenant<T> const& t, length<T> const& street) {
    return static_cast<double>(t.copies) * ((t.size.width + street) * (t.size.height + street));
}

/// Each tenant's share of the mask set and of every wafer; they sum to 1. Whether the tenants' outlines fit the field side by
/// side is the user's plan; that their area does is checked by reticle_fill.
template <class T, std::size_t N>
constexpr std::array<basic_fraction<T>, N>
reticle_shares(std::array<basic_reticle_tenant<T>, N> const& tenants, length<T> const& street) {
    std::array<basic_fraction<T>, N> shares{};
    for (std::size_t i = 0; i < N; ++i) {
        area<T> others{};
        for (std::size_t k = 0; k < N; ++k)
            if (k != i)
                others += reticle_area(tenants[k], street);
        // 1/(1 + others/own): each area once but for the street
        shares[i] = basic_fraction<T>{T(1.0) / (T(1.0) + others / reticle_area(tenants[i], street))};
    }
    return shares;
}
/// Share of the field that the tenants take; above 1 they do not fit.
template <class T, std::size_t N>
constexpr basic_ratio<T> reticle_fill(
    std::array<basic_reticle_tenant<T>, N> const& tenants, length<T> const& street, basic_exposure_field<T> const& f
) {
    area<T> all{};
    for (auto const& t : tenants)
        all += reticle_area(t, street);
    return basic_ratio<T>{all / ((f.width + street) * (f.height + street))};
}
/// What one good die of a tenant costs: its share of masks over its dies of all wafers, and of the wafer.
/// fields: whole reticle fields per wafer; wafers: of the whole run; yield: of the tenant's die.
template <class T>
constexpr money<T> shuttle_die_cost(
    basic_fraction<T> const& share, int copies, money<T> const& mask_set, money<T> const& wafer_price, int fields,
    double wafers, basic_fraction<T> const& yield
) {
    double const dies = static_cast<double>(copies) * fields;
    return share * (mask_set * (1.0 / (dies * wafers)) + wafer_price * (1.0 / dies)) / yield;
}

} // namespace tallywatt
