#pragma once
// A bill of materials in carbon: lines of parts, each with a quantity, that sum. It has the forms in which footprints of
// parts are published: by processed area, by capacity, by board area, by mass, by the energy of making, by the energy a
// battery holds, by distance carried, or simply stated.
//
//   line      = quantity (made + chips * per packaged chip)
//   die       = A CPA/Y                    capacity = size * per capacity/Y
//   board     = A * per area               mass     = m * per mass
//   energy    = m * energy per mass * CI   battery  = energy held * per energy held
//   carried   = m * distance * per mass and distance          stated = carbon/Y
//
// A category is a heading of the sum, not a formula. Reference: Gupta et al., ACT, ISCA 2022 (facebookresearch/ACT v2.0 has
// the forms by area, capacity, board, mass, energy and battery).
//
//   carbon_bill_line<> const lines[] = {{.name = "CPU", .quantity = 2, .chips = 2, .part = carbon_die<>{...}}, ...};
//   carbon_bill_total<> const t = bill_total<double>(lines, 150.0 * gCO2e);

#include <tallywatt/silicon/fab_carbon.hpp>

#include <array>
#include <span>
#include <variant>

namespace tallywatt {

template <class T = double>
using co2e_per_mass = quantity<dim::per<dim::co2e, dim::mass>, T>;
template <class T = double>
using co2e_per_mass_length = quantity<dim::per<dim::co2e, dim::times<dim::mass, dim::length>>, T>;

/// A die, by its area (nothing for the wafer's edge).
template <class T = double>
struct carbon_die {
    area<T> size{};
    basic_fab_process<T> process{};
    basic_fab_site<T> site{};
    basic_fraction<T> abatement{T(0.97)};
    basic_fraction<T> yield{T(0.875)};

    static constexpr char const* kind = "carbon_die";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        constexpr source act{"facebookresearch/ACT v2.0, default of the program", "2025-07-21", confidence::low};
        visit(field{"size", non_negative}, self.size...);
        visit(field{"process"}, self.process...);
        visit(field{"site"}, self.site...);
        visit(field{"abatement", between(0.95, 0.99), act}, self.abatement...);
        visit(field{"yield", positive, act}, self.yield...);
    }
    [[nodiscard]] constexpr co2e<T> made() const {
        return carbon_of_area(carbon_per_area(process, site, abatement).total(), size, yield);
    }
};

/// Memory, flash or disk, by its capacity.
template <class T = double>
struct carbon_storage {
    data_size<T> capacity{};
    co2e_per_data<T> carbon{};
    basic_fraction<T> yield{T(1.0)};

    static constexpr char const* kind = "carbon_storage";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"capacity", non_negative}, self.capacity...);
        visit(field{"carbon", non_negative}, self.carbon...);
        visit(field{"yield", positive}, self.yield...);
    }
    [[nodiscard]] constexpr co2e<T> made() const { return capacity * carbon / yield; }
};

/// A circuit board, by its area.
template <class T = double>
struct carbon_board {
    area<T> size{};
    co2e_per_area<T> carbon{};

    static constexpr char const* kind = "carbon_board";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"size", non_negative}, self.size...);
        visit(field{"carbon", non_negative}, self.carbon...);
    }
    [[nodiscard]] constexpr co2e<T> made() const { return size * carbon; }
};

/// Metal, plastic, cables, supplies: by mass.
template <class T = double>
struct carbon_material {
    mass<T> weight{};
    co2e_per_mass<T> carbon{};

    static constexpr char const* kind = "carbon_material";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"weight", non_negative}, self.weight...);
        visit(field{"carbon", non_negative}, self.carbon...);
    }
    [[nodiscard]] constexpr co2e<T> made() const { return weight * carbon; }
};

/// Passive parts, by the energy that making a kilogram takes.
template <class T = double>
struct carbon_passive {
    mass<T> weight{};
    energy_per_mass<T> energy{};
    co2e_per_energy<T> grid{};

    static constexpr char const* kind = "carbon_passive";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"weight", non_negative}, self.weight...);
        visit(field{"energy", non_negative}, self.energy...);
        visit(field{"grid", non_negative}, self.grid...);
    }
    [[nodiscard]] constexpr co2e<T> made() const { return weight * energy * grid; }
};

/// A battery, by the energy it holds.
template <class T = double>
struct carbon_battery {
    energy<T> capacity{};
    co2e_per_energy<T> carbon{};

    static constexpr char const* kind = "carbon_battery";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"capacity", non_negative}, self.capacity...);
        visit(field{"carbon", non_negative}, self.carbon...);
    }
    [[nodiscard]] constexpr co2e<T> made() const { return capacity * carbon; }
};

/// Transport of a mass over a distance.
template <class T = double>
struct carbon_transport {
    mass<T> weight{};
    length<T> distance{};
    co2e_per_mass_length<T> carbon{};

    static constexpr char const* kind = "carbon_transport";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"weight", non_negative}, self.weight...);
        visit(field{"distance", non_negative}, self.distance...);
        visit(field{"carbon", non_negative}, self.carbon...);
    }
    [[nodiscard]] constexpr co2e<T> made() const { return weight * distance * carbon; }
};

/// A part whose carbon is stated, or computed elsewhere (a package).
template <class T = double>
struct carbon_stated {
    co2e<T> carbon{};
    basic_fraction<T> yield{T(1.0)};

    static constexpr char const* kind = "carbon_stated";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"carbon", non_negative}, self.carbon...);
        visit(field{"yield", positive}, self.yield...);
    }
    [[nodiscard]] constexpr co2e<T> made() const { return carbon / yield; }
};

/// Under which heading a line is summed.
enum class carbon_category : unsigned char {
    logic,
    memory,
    drives,
    board,
    thermal,
    power,
    enclosure,
    network,
    transport,
    other
};
inline constexpr std::size_t carbon_categories = 10;
constexpr char const* name_of(carbon_category c) {
    constexpr char const* names[carbon_categories] = {"logic", "memory",    "drives", "board",     "thermal",
                                                      "power", "enclosure", "network", "transport", "other"};
    return names[static_cast<std::size_t>(c)];
}

/// One line of a bill.
template <class T = double>
struct carbon_bill_line {
    char const* name = "";
    carbon_category category = carbon_category::other;
    int quantity = 1;
    int chips = 0; ///< packaged chips of one part, each of which adds the bill's carbon per packaged chip
    std::variant<
        carbon_stated<T>, carbon_die<T>, carbon_storage<T>, carbon_board<T>, carbon_material<T>, carbon_passive<T>,
        carbon_battery<T>, carbon_transport<T>>
        part{};

    static constexpr char const* kind = "carbon_bill_line";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"category"}, self.category...);
        visit(field{"quantity", non_negative}, self.quantity...);
        visit(field{"chips", non_negative}, self.chips...);
        visit(field{"part"}, self.part...);
    }
    constexpr operator carbon_bill_line<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};

/// Carbon of one part of a line, without what its packaged chips add.
template <class T>
constexpr co2e<T> part_carbon(carbon_bill_line<T> const& line) {
    return std::visit([](auto const& p) { return p.made(); }, line.part);
}

/// A bill's sums. `made` and `packaging` add up to the total, and so do the categories.
template <class T = double>
struct carbon_bill_total {
    co2e<T> made{};
    co2e<T> packaging{};
    std::array<co2e<T>, carbon_categories> by_category{};

    [[nodiscard]] constexpr co2e<T> total() const { return made + packaging; }
    [[nodiscard]] constexpr co2e<T> of(carbon_category c) const { return by_category[static_cast<std::size_t>(c)]; }
};

/// One line's total: quantity (made + chips * per_chip).
template <class T>
constexpr co2e<T> line_carbon(carbon_bill_line<T> const& line, co2e<T> const& per_chip = {}) {
    return static_cast<double>(line.quantity) * (part_carbon(line) + static_cast<double>(line.chips) * per_chip);
}

/// The sum of a bill; per_chip: carbon of packaging one chip.
template <class T>
constexpr carbon_bill_total<T> bill_total(std::span<carbon_bill_line<T> const> lines, co2e<T> const& per_chip = {}) {
    carbon_bill_total<T> sum;
    for (carbon_bill_line<T> const& line : lines) {
        double const n = static_cast<double>(line.quantity);
        sum.made += n * part_carbon(line);
        sum.packaging += n * static_cast<double>(line.chips) * per_chip;
        sum.by_category[static_cast<std::size_t>(line.category)] += line_carbon(line, per_chip);
    }
    return sum;
}

} // namespace tallywatt
