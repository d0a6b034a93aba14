#pragma once
// Dies straight on the organic substrate (flip chip, multi-chip module): nothing between them. What the substrate costs
// stands in the package, which has one under any carrier.
//
//   package const p{.dies = ..., .carrier = organic_substrate{.size = {60.0 * millimetre, 60.0 * millimetre}}};

#include <tallywatt/silicon/carrier.hpp>

namespace tallywatt {

template <class T = double>
struct basic_organic_substrate {
    basic_outline<T> size{60.0 * millimetre, 60.0 * millimetre}; ///< that dies and stacks stand on
    area<T> largest_area = 10'000.0 * square_millimetre;         ///< made at most

    [[nodiscard]] static constexpr assembly_order order() { return assembly_order::chip_last; }
    [[nodiscard]] static constexpr carrier_plan plan(wafer const&) requires std::same_as<T, double> { return {}; }
    [[nodiscard]] static constexpr money<T> cost(carrier_plan const&) { return {}; }
    [[nodiscard]] static constexpr basic_fraction<T> yield(carrier_plan const&) { return basic_fraction<T>{T(1.0)}; }
    [[nodiscard]] static constexpr basic_carrier_burden<T> burden(carrier_plan const&) { return {}; }
    [[nodiscard]] constexpr basic_outline<T> footprint() const { return size; }
    [[nodiscard]] constexpr area<T> largest() const { return largest_area; }

    static constexpr char const* kind = "organic_substrate";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"size"}, self.size...);
        visit(
            field{
                "largest_area",
                positive,
                {"TSMC roadmap: substrates of 100 x 100 mm and more under CoWoS-L", "2025", confidence::high}},
            self.largest_area...
        );
    }
    constexpr operator basic_organic_substrate<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using organic_substrate = basic_organic_substrate<>;

} // namespace tallywatt
