#pragma once
// A number of a report by its path ("unit.blended", "cost.electricity", "training.cost_per_run"), and totals of its sections
// ("cost.total", "carbon.total", "carbon.embodied"): what sweeps, break-evens and comparisons look at.
//
//   metric const m("unit.blended");        double const usd_per_token = m(evaluate(d));

#include <tallywatt/explore/field_at.hpp>
#include <tallywatt/tco/report.hpp>

#include <string>
#include <string_view>

namespace tallywatt {

class metric {
public:
    /// Throws invalid_input for a path where no number of a report stands.
    explicit metric(std::string path) : path_(std::move(path)) { static_cast<void>((*this)(report{})); }

    [[nodiscard]] std::string const& path() const { return path_; }
    [[nodiscard]] double operator()(report const& r) const { return of(r); }
    /// Over any number type.
    template <class T>
    [[nodiscard]] T of(basic_report<T> const& r) const {
        T found{};
        see(r, [&](auto const& leaf) { found = T(number_in(leaf)); });
        return found;
    }
    /// Units that it may be read in.
    [[nodiscard]] std::span<unit_symbol const> units() const {
        std::span<unit_symbol const> u;
        see(report{}, [&](auto const& leaf) { u = unit_symbols<leaf_dimension<std::remove_cvref_t<decltype(leaf)>>>(); });
        return u;
    }

private:
    template <class T, class F>
    void see(basic_report<T> const& r, F const& use) const {
        bool const known = visit_field(r, path_, [&](field const&, auto const& leaf) {
            if constexpr (std::same_as<std::remove_cvref_t<decltype(number_in(leaf))>, T>) use(leaf);
        });
        if (known) return;
        std::string_view const p = path_;
        if (p == "cost.total") return use(r.cost.total());
        if (p == "capital.total") return use(r.capital.total());
        if (p == "carbon.total") return use(r.carbon.total());
        if (p == "carbon.operational") return use(r.carbon.operational());
        if (p == "carbon.embodied") return use(r.carbon.embodied());
        if (p == "water.total") return use(r.water.total());
        detail::throw_no_field(r, path_);
    }
    std::string path_;
};

}  // namespace tallywatt
