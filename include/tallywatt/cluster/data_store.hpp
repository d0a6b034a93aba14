#pragma once
// data_store: the built-in storage tiers, chosen at run time. A tier of one's own is used as it is, or in a std::variant with
// these.
//
//   data_store const s = parallel_file_system(catalog::flash_file_system);   storage_plan p = plan_storage(s, {.hold = 1.0 * PB});

#include <tallywatt/cluster/computational_storage.hpp>
#include <tallywatt/cluster/local_nvme.hpp>
#include <tallywatt/cluster/object_store.hpp>
#include <tallywatt/cluster/plan_storage.hpp>

#include <variant>

namespace tallywatt {

template <class T = double>
using basic_data_store = std::variant<
    basic_parallel_file_system<T>, basic_local_nvme<T>, basic_object_store<T>, basic_computational_storage<T>>;
using data_store = basic_data_store<>;

namespace detail {
template <class... S>
constexpr auto block_of(std::variant<S...> const& held) {
    return std::visit([](auto const& tier) { return tier.block(); }, held);
}
} // namespace detail

template <storage_tier<double>... Tiers>
constexpr storage_plan plan_storage(std::variant<Tiers...> const& held, storage_request const& ask) {
    return std::visit([&](auto const& tier) { return plan_storage(tier, ask); }, held);
}
template <class T, storage_tier<T>... Tiers>
constexpr storage_performance<T>
perform(storage_plan const& p, std::variant<Tiers...> const& held, storage_use<T> const& use) {
    return detail::perform_block(p, detail::block_of(held), use);
}
template <class... Tiers>
constexpr char const* name_of_tier(std::variant<Tiers...> const& held) {
    return std::visit([](auto const& tier) { return tier.name; }, held);
}

} // namespace tallywatt
