#pragma once
// What is published of a product: a data sheet whose every figure may be unknown. An unknown figure is an empty optional,
// never a zero; it is then not visited, so that validation, conversion and sources see only what is known.
//
//   Matrix rates are dense (no structured sparsity), link rates one way. A figure that exists only as a range or on one
//   weak source is a range. Sources lie beside each sheet (catalog/sourced.hpp).
//
//   catalog::l40s_sheet.peak.fp8                     // a known rate
//   catalog::sunrise_s3_sheet.memory.capacity        // empty: undisclosed
//   datasheet d = convert<double>(catalog::l40s_sheet);

#include <tallywatt/catalog/sourced.hpp>
#include <tallywatt/units/boundary.hpp>
#include <tallywatt/units/constants.hpp>
#include <tallywatt/units/named.hpp>

#include <array>
#include <optional>

namespace tallywatt {

namespace detail {

template <class Q>
inline constexpr Q nothing{};
template <class Q>
constexpr Q const& held(std::optional<Q> const& x) {
    return x.has_value() ? *x : nothing<Q>;
}
template <class Q>
constexpr Q& held(std::optional<Q>& x) {
    if (!x.has_value())
        x = Q{};
    return *x;
}
/// Visits a figure of several objects in step where the first of them knows it; one that is being filled comes to know it.
template <class V, class O, class... P>
constexpr void if_known(V& visit, field const& f, O& first, P&... rest) {
    if (first.has_value())
        visit(f, held(first), held(rest)...);
}

} // namespace detail

/// The dies.
template <class T = double>
struct basic_silicon_facts {
    static constexpr char const* kind = "silicon";
    char const* node = nullptr; ///< process; null: unpublished
    char const* foundry = nullptr;
    std::optional<area<T>> die_area{};    ///< of one compute die
    char const* die_area_basis = nullptr; ///< published, measured, estimated
    std::optional<int> compute_dies{};
    char const* other_dies = nullptr;
    std::optional<T> transistors{}; ///< of the package

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"node"}, self.node...);
        visit(field{"foundry"}, self.foundry...);
        detail::if_known(visit, field{"die_area", positive}, self.die_area...);
        visit(field{"die_area_basis"}, self.die_area_basis...);
        detail::if_known(visit, field{"compute_dies", at_least(1)}, self.compute_dies...);
        visit(field{"other_dies"}, self.other_dies...);
        detail::if_known(visit, field{"transistors", positive}, self.transistors...);
    }
};

/// Dense peak rates by number format; empty where the format does not exist or its rate is unpublished.
template <class T = double>
struct basic_peak_rates {
    static constexpr char const* kind = "peak_rates";
    std::optional<dense_rate<T>> fp64{}, fp64_matrix{};
    std::optional<dense_rate<T>> fp32{}; ///< on the vector units
    std::optional<dense_rate<T>> tf32{}; ///< of 32-bit inputs on the matrix units
    std::optional<dense_rate<T>> bf16{}, fp16{}, fp8{}, fp6{}, fp4{}, int8{};
    std::optional<int> units{}; ///< streaming multiprocessors, cores or their like, as sold

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        detail::if_known(visit, field{"fp64", positive}, self.fp64...);
        detail::if_known(visit, field{"fp64_matrix", positive}, self.fp64_matrix...);
        detail::if_known(visit, field{"fp32", positive}, self.fp32...);
        detail::if_known(visit, field{"tf32", positive}, self.tf32...);
        detail::if_known(visit, field{"bf16", positive}, self.bf16...);
        detail::if_known(visit, field{"fp16", positive}, self.fp16...);
        detail::if_known(visit, field{"fp8", positive}, self.fp8...);
        detail::if_known(visit, field{"fp6", positive}, self.fp6...);
        detail::if_known(visit, field{"fp4", positive}, self.fp4...);
        detail::if_known(visit, field{"int8", positive}, self.int8...);
        detail::if_known(visit, field{"units", at_least(1)}, self.units...);
    }
    /// The rate at 16 bits: BF16's, or FP16's where there is none.
    [[nodiscard]] constexpr std::optional<dense_rate<T>> sixteen_bits() const { return bf16.has_value() ? bf16 : fp16; }
};

/// Main memory: what holds weights and caches.
template <class T = double>
struct basic_memory_facts {
    static constexpr char const* kind = "memory";
    char const* type = nullptr;
    bool on_chip = false; ///< SRAM on the die or wafer is the main memory
    std::optional<data_size<T>> capacity{};
    std::optional<byte_rate<T>> bandwidth{};
    std::optional<int> stacks{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"type"}, self.type...);
        visit(field{"on_chip"}, self.on_chip...);
        detail::if_known(visit, field{"capacity", positive}, self.capacity...);
        detail::if_known(visit, field{"bandwidth", positive}, self.bandwidth...);
        detail::if_known(visit, field{"stacks", at_least(1)}, self.stacks...);
    }
};

/// Caches and scratchpads, registers not counted.
template <class T = double>
struct basic_sram_facts {
    static constexpr char const* kind = "sram";
    std::optional<data_size<T>> total{}, shared{}, distributed{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        detail::if_known(visit, field{"total", positive}, self.total...);
        detail::if_known(visit, field{"shared", positive}, self.shared...);
        detail::if_known(visit, field{"distributed", positive}, self.distributed...);
    }
};

template <class T = double>
struct basic_power_facts {
    static constexpr char const* kind = "power";
    std::optional<power<T>> tdp{};
    char const* term = nullptr; ///< what the source calls it
    std::optional<power<T>> idle{};

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        detail::if_known(visit, field{"tdp", positive}, self.tdp...);
        visit(field{"term"}, self.term...);
        detail::if_known(visit, field{"idle", positive}, self.idle...);
    }
};

/// The links among accelerators of one domain.
template <class T = double>
struct basic_scale_up_facts {
    static constexpr char const* kind = "scale_up";
    char const* technology = nullptr;
    std::optional<one_way_rate<T>> rate{}; ///< all links of the accelerator together; empty: none, or unpublished
    std::optional<int> domain{};           ///< accelerators that the links join; 1: none

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"technology"}, self.technology...);
        detail::if_known(visit, field{"rate", positive}, self.rate...);
        detail::if_known(visit, field{"domain", at_least(1)}, self.domain...);
    }
};

enum class price_kind : unsigned char { estimate, street, list };

/// A price that someone named.
template <class T = double>
struct basic_price_quote {
    static constexpr char const* kind = "price_quote";
    std::optional<money<T>> amount{};
    price_kind how = price_kind::estimate;
    char const* date = nullptr;
    char const* basis = nullptr; ///< of what, where not of one accelerator

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        detail::if_known(visit, field{"amount", positive}, self.amount...);
        visit(field{"how"}, self.how...);
        visit(field{"date"}, self.date...);
        visit(field{"basis"}, self.basis...);
    }
};

template <class T = double>
struct basic_datasheet {
    static constexpr char const* kind = "datasheet";
    char const* vendor = "";
    char const* name = "";
    char const* form_factor = nullptr;
    int year = 0; ///< of launch or first shipment
    char const* status = "shipping";
    basic_silicon_facts<T> silicon{};
    basic_peak_rates<T> peak{};
    basic_memory_facts<T> memory{};
    basic_sram_facts<T> sram{};
    basic_power_facts<T> power{};
    basic_scale_up_facts<T> scale_up{};
    std::optional<one_way_rate<T>> scale_out{}; ///< network of the servers it is sold in, per accelerator
    std::optional<one_way_rate<T>> host_link{}; ///< to the host
    char const* package = nullptr;              ///< packaging technology
    char const* cooling = nullptr;
    std::array<basic_price_quote<T>, 3> quotes{
        {basic_price_quote<T>{}, basic_price_quote<T>{},
         basic_price_quote<T>{}}};                       ///< the first is the one to compute with
    std::optional<money_per_accelerator_time<T>> rent{}; ///< by the hour, on demand, across clouds
    std::optional<money<T>> manufacturing_cost{};        ///< as others modelled it
    char const* note = nullptr;                          ///< where sources disagree, and what was picked

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"vendor"}, self.vendor...);
        visit(field{"name"}, self.name...);
        visit(field{"form_factor"}, self.form_factor...);
        visit(field{"year", between(1990, 2100)}, self.year...);
        visit(field{"status"}, self.status...);
        visit(field{"silicon"}, self.silicon...);
        visit(field{"peak"}, self.peak...);
        visit(field{"memory"}, self.memory...);
        visit(field{"sram"}, self.sram...);
        visit(field{"power"}, self.power...);
        visit(field{"scale_up"}, self.scale_up...);
        detail::if_known(visit, field{"scale_out", positive}, self.scale_out...);
        detail::if_known(visit, field{"host_link", positive}, self.host_link...);
        visit(field{"package"}, self.package...);
        visit(field{"cooling"}, self.cooling...);
        visit(field{"quotes"}, self.quotes...);
        detail::if_known(visit, field{"rent", positive}, self.rent...);
        detail::if_known(visit, field{"manufacturing_cost", positive}, self.manufacturing_cost...);
        visit(field{"note"}, self.note...);
    }
};

using datasheet = basic_datasheet<>;
using price_quote = basic_price_quote<>;

} // namespace tallywatt
