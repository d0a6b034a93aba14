#pragma once
// interruptible_grid: a grid connection that is granted earlier because the utility may curtail it for some hours a year, with
// generators of one's own that carry the facility then and in outages. Large-load terms: a minimum take bills a share of the
// contracted power whether drawn or not.
//   energy from the backup = curtailed hours / 8,760 h          billed power = max(1, minimum take * contracted) * peak
//   availability = 1 - (1 - A_grid)(1 - A_backup) outside curtailed hours, A_backup within
//   lead time = max(grid's - earlier, backup's)
// Reference: AEP Ohio data-centre tariff (minimum demand 85 %, 2025); Norris et al., Rethinking Load Growth, Duke (2025).
//
//   interruptible_grid const s{.grid = catalog::pjm_virginia, .backup = catalog::reciprocating_engines, .curtailed = 200.0 * hour,
//                              .earlier = 2.0 * year};

#include <tallywatt/energy/generation.hpp>
#include <tallywatt/energy/grid.hpp>
#include <tallywatt/energy/mix.hpp>

namespace tallywatt {

template <class T = double>
struct basic_interruptible_grid {
    static constexpr char const* kind = "interruptible_grid";
    basic_grid<T> grid{};
    basic_generation<T> backup{};
    duration<T> curtailed{};           ///< a year
    basic_fraction<T> minimum_take{};  ///< of the contracted power, billed whether drawn or not
    basic_ratio<T> contracted{T(1.0)}; ///< per peak power of the facility
    duration<T> earlier{};             ///< connection sooner than firm service

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"grid"}, self.grid...);
        visit(field{"backup"}, self.backup...);
        visit(field{"curtailed", between(0.0, 8760.0 * 3600.0)}, self.curtailed...);
        visit(field{"minimum_take"}, self.minimum_take...);
        visit(field{"contracted", at_least(1.0)}, self.contracted...);
        visit(
            field{
                .name = "earlier",
                .allowed = non_negative,
                .informational = "a report is of a site that is connected; energy/time_to_power.hpp prices the wait"},
            self.earlier...
        );
    }
    constexpr operator basic_interruptible_grid<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }

    [[nodiscard]] constexpr basic_prepared_supply<T> prepared(basic_discount_rate<real_terms, T> const& discount
    ) const {
        auto const meter = grid.prepared(discount), own = backup.prepared(discount);
        basic_fraction<T> const share{curtailed / year};
        basic_ratio<T> const billed{math::max(T(1.0), minimum_take.value * contracted.value)};
        auto r = joined(meter, own, share, billed, basic_ratio<T>{T(1.0)});
        T const down = (T(1.0) - meter.availability.value) * (T(1.0) - own.availability.value);
        r.availability = basic_availability<T>{math::mix(share.value, own.availability.value, T(1.0) - down)};
        r.lead_time = math::max(math::max(meter.lead_time - earlier, own.lead_time), duration<T>{});
        return r;
    }
};
using interruptible_grid = basic_interruptible_grid<>;

template <class T>
constexpr void check(basic_interruptible_grid<T> const& s) {
    check(s.grid);
    check(s.backup);
}

} // namespace tallywatt
