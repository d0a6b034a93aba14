#pragma once
// From a data sheet to an accelerator, and back.
//
// accelerator_of(sheet): peaks, memory, links, limit and price are the sheet's; what is achieved of them is not measured on
// such a chip, so every such figure is a wide range around what holds for chips that are:
//
//   compute share   0.90 of the best product found by search; that is 0.51 (MI300X) to 0.97 (Gaudi 2) of peak, most often
//                   0.73 to 0.87, on eleven chips:                                     0.45, 0.68, 0.85
//   memory share 0.85, launch 3 us, wave 0.1, exponent 2: one shared set that meets ten of eleven published sets of products
//                   to 7 to 15 % (31 % on the eleventh)
//   energy of an operation: 0.8 of the power limit over the best rate (0.79 on H100 after static power and memory)
//   energy of a byte: 90 pJ (V100 110, H100 120), at most 0.6 of the limit over the bandwidth (H100 0.57, H200 0.82);
//                   0.3 of it where memory lies on the chip
//   idle: 0.14 of the limit (0.10 H100, 0.14 B200, 0.16 H200, 0.22 A100); junction to coolant: 35 K at the limit
//
// datasheet_of(accelerator, facts): the reverse for a chip that has a full model: the model's figures, and beside them only
// the facts that a model does not hold.
//
//   accelerator t = catalog::accelerator_of(catalog::trainium2_sheet);
//   catalog::accelerator_of(catalog::sunrise_s3_sheet);   // invalid_input: ... unknown: a matrix rate at 16 bits, ...

#include <tallywatt/catalog/datasheet.hpp>
#include <tallywatt/chip/accelerator.hpp>

namespace tallywatt::catalog {

/// What is assumed in the place of a figure that a sheet does not know (a figure that it does know stays), and how the chip
/// is made, where the catalog has that: no sheet says it.
struct stand_ins {
    std::optional<power<estimate>> tdp{};
    std::optional<byte_rate<estimate>> bandwidth{};
    std::optional<one_way_rate<estimate>> link_rate{};
    std::optional<money<estimate>> price{};
    source from{"assumed", "2026", confidence::assumed};
    basic_package<estimate> const* package = nullptr;
};
inline constexpr stand_ins no_stand_ins{};

namespace detail {

[[noreturn]] inline void throw_incomplete(
    basic_datasheet<estimate> const& s, bool rate, bool capacity, bool bandwidth, bool tdp, bool link, bool price
) {
    std::string missing;
    auto const need = [&](bool known, char const* what) {
        if (!known)
            missing += (missing.empty() ? "" : ", ") + std::string(what);
    };
    need(rate, "a matrix rate at 16 bits");
    need(capacity, "memory capacity");
    need(bandwidth, "memory bandwidth");
    need(tdp, "power limit");
    need(link, "rate of a link (scale-up or host)");
    need(price, "price");
    throw invalid_input(
        "datasheet", 0.0, "",
        std::string(s.vendor) + ' ' + s.name + " makes no accelerator; unknown: " + missing
            + " (fill a copy of the sheet, or pass stand_ins)"
    );
}

template <class Q>
constexpr std::optional<Q> either(std::optional<Q> const& known, std::optional<Q> const& assumed) {
    return known.has_value() ? known : assumed;
}

constexpr basic_matrix_engine<estimate>
fallback_engine(std::optional<dense_rate<estimate>> const& peak, share compute, power<estimate> const& tdp) {
    if (!peak.has_value())
        return {};
    estimate const p = number_in(*peak), w = number_in(tdp);
    estimate const joule_per_operation{
        0.5 * w.low / (0.95 * p.high), 0.8 * w.likely / (0.75 * p.likely), 0.9 * w.high / (0.55 * p.low)};
    return {
        .peak = *peak,
        .compute_share = compute,
        .memory_share = share{range(0.6, 0.85, 0.95)},
        .launch = range(1.25, 3.0, 6.0) * microsecond,
        .wave = share{range(0.05, 0.1, 0.45)},
        .energy = energy_per_operation<estimate>::from_base(joule_per_operation),
        .exponent = 2};
}

constexpr dense_rate<estimate> or_none(std::optional<dense_rate<estimate>> const& x) {
    return x.has_value() ? *x : dense_rate<estimate>{};
}

} // namespace detail

/// The accelerator of a sheet. Throws invalid_input, naming all that is unknown, where a figure lacks that no fallback gives.
constexpr basic_accelerator<estimate>
accelerator_of(basic_datasheet<estimate> const& s, stand_ins const& assumed = {}) {
    auto const sixteen = s.peak.sixteen_bits();
    auto const bandwidth = detail::either(s.memory.bandwidth, assumed.bandwidth);
    auto const tdp = detail::either(s.power.tdp, assumed.tdp);
    auto const link = detail::either(detail::either(s.scale_up.rate, assumed.link_rate), s.host_link);
    auto const price = detail::either(s.quotes[0].amount, assumed.price);
    if (!sixteen || !s.memory.capacity || !bandwidth || !tdp || !link || !price)
        detail::throw_incomplete(
            s, sixteen.has_value(), s.memory.capacity.has_value(), bandwidth.has_value(), tdp.has_value(),
            link.has_value(), price.has_value()
        );
    estimate const w = number_in(*tdp), b = number_in(*bandwidth);
    basic_accelerator<estimate> a{};
    a.name = s.name;
    a.bf16 = detail::fallback_engine(sixteen, share{range(0.45, 0.68, 0.85)}, *tdp);
    a.fp8 = detail::fallback_engine(s.peak.fp8, share{range(0.4, 0.63, 0.8)}, *tdp);
    a.fp4 = detail::fallback_engine(s.peak.fp4, share{range(0.3, 0.5, 0.7)}, *tdp);
    a.fp32_peak = detail::or_none(s.peak.tf32);
    a.int8_peak = detail::or_none(s.peak.int8);
    a.compute_units = s.peak.units.value_or(1);
    a.memory_capacity = *s.memory.capacity;
    a.memory_bandwidth = *bandwidth;
    a.stream_share = share{range(0.65, 0.8, 0.92)};
    a.link_rate = *link;
    a.tdp = *tdp;
    a.idle = s.power.idle.has_value() ? *s.power.idle : *tdp * range(0.08, 0.14, 0.25);
    auto const per_byte = [&](double low, double likely, double high) { // of the limit over the bandwidth
        return estimate{low * w.low / b.high, likely * w.likely / b.likely, high * w.high / b.low};
    };
    estimate const most = per_byte(0.3, 0.6, 0.8);
    a.memory_energy = energy_per_data<estimate>::from_base(
        s.memory.on_chip
            ? per_byte(0.1, 0.3, 0.5)
            : estimate{math::min(40e-12, most.low), math::min(90e-12, most.likely), math::min(125e-12, most.high)}
    );
    a.link_energy = range(10.0, 40.0, 80.0) * picojoule_per_byte;
    a.leakage_reference = celsius(range(30.0, 32.0, 45.0));
    a.leakage_share = share{range(0.3, 0.5, 0.7)};
    a.leakage_growth = range(0.008, 0.012, 0.03) / kelvin;
    a.junction_to_coolant = range(20.0, 35.0, 50.0) * kelvin / *tdp;
    a.price = *price;
    if (assumed.package != nullptr) {
        a.package = *assumed.package;
        a.package_known = true;
    }
    return a;
}

/// Which formats of 16 bits a chip multiplies at the rate that its model holds as bf16.
enum class sixteen_bits : unsigned char { both, bf16, fp16 };

/// The sheet of a chip with a full model. `facts` holds what the model does not; of both, the model's figure stays.
constexpr basic_datasheet<estimate> datasheet_of(
    basic_accelerator<estimate> const& a, basic_datasheet<estimate> facts, sixteen_bits formats = sixteen_bits::both
) {
    basic_datasheet<estimate>& s = facts;
    if (std::string_view(s.name).empty())
        s.name = a.name;
    // a rate that the model does not hold may still be a fact
    auto const take = [&](std::optional<dense_rate<estimate>>& figure, dense_rate<estimate> const& r) {
        if (highest(number_in(r)) > 0.0)
            figure = r;
    };
    if (formats != sixteen_bits::fp16)
        take(s.peak.bf16, a.bf16.peak);
    if (formats != sixteen_bits::bf16)
        take(s.peak.fp16, a.bf16.peak);
    take(s.peak.fp8, a.fp8.peak);
    take(s.peak.fp4, a.fp4.peak);
    take(s.peak.tf32, a.fp32_peak);
    take(s.peak.int8, a.int8_peak);
    s.memory.capacity = a.memory_capacity;
    s.memory.bandwidth = a.memory_bandwidth;
    s.power.tdp = a.tdp;
    s.power.idle = a.idle;
    s.scale_up.rate = a.link_rate;
    if (highest(number_in(a.price)) > 0.0)
        s.quotes[0].amount = a.price;
    return facts;
}

} // namespace tallywatt::catalog
