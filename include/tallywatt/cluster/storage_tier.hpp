#pragma once
// storage_tier: a kind of storage as a type. A tier says what one of its devices and one of its servers gives to users (after
// redundancy, filling, compression and what software reaches) and costs; planning and evaluation (cluster/plan_storage.hpp) need
// no more, so a type of one's own composes like the built-in ones by offering
//
//   s.block() -> basic_storage_block<T>
//
// local_nvme, parallel_file_system, object_store and computational_storage are such types; data_store holds any of them, chosen
// at run time.

#include <tallywatt/cluster/redundancy.hpp>
#include <tallywatt/cluster/storage_device.hpp>

namespace tallywatt {

/// A tier's building block: one device as users see it, and one server.
template <class T = double>
struct basic_storage_block {
    // of a device
    data_size<T> usable{};        ///< of users' data
    byte_rate<T> read{}, write{}; ///< of users' data
    byte_rate<T> endurance{};     ///< users' data that it may be written with over its rated life; zero: not rated
    duration<T> rated_life = 5.0 * year;
    money<T> device_price{};
    power<T> device_idle{}, device_busy{};
    rate<T> device_failures{};
    co2e<T> device_embodied{};
    // of a server, without devices
    byte_rate<T> server_read{}, server_write{}; ///< of users' data
    money<T> server_price{};
    power<T> server_idle{}, server_busy{};
    rate<T> server_failures{};
    co2e<T> server_embodied{};
    // of both
    money_per_data<T> software{}; ///< licence, per usable capacity
    duration<T> latency{};        ///< of a read, until its first byte
    int slots = 1;                ///< devices a server takes
    int width = 1;                ///< devices, and where it has its own servers, servers, that a stripe needs
    bool in_hosts = false;        ///< its devices lie in the accelerators' servers
};
using storage_block = basic_storage_block<>;

template <class S, class T>
concept storage_tier = described<S> && requires(S const& s) {
    { s.block() } -> std::same_as<basic_storage_block<T>>;
};

} // namespace tallywatt
