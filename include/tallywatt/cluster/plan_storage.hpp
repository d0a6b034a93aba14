#pragma once
// How much of a storage tier is bought, and what it then does and costs. Planned in double, by the need that asks for most:
//
//   capacity   hold/usable          read, write   rate/one device's, and rate/one server's
//   endurance  mean written/one device's over its rated life       stripe   at least one stripe's width
//
// and evaluated in any number type at those counts. Power is idle + duty (busy - idle), duty = read/its most + written/its most.
// Local drives go into the hosts evenly; where a host has too few slots or lanes the plan says that it does not fit.
//
//   storage_plan const p = plan_storage(tier, {.hold = 10.0 * PB, .write = 1.0 * TB_per_second});   // p.binding
//   storage_performance<> const r = perform(p, tier, storage_use<>{.write = 0.1 * TB_per_second});

#include <tallywatt/cluster/storage_tier.hpp>

#include <array>

namespace tallywatt {

/// What is asked of a tier. Rates are of users' data, all of it together.
struct storage_request {
    data_size<> hold{};
    byte_rate<> read{}, write{}; ///< at its highest
    byte_rate<> mean_write{};    ///< over the years, for endurance
    int hosts = 0;               ///< servers with slots; local drives need them

    static constexpr char const* kind = "storage_request";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"hold", non_negative}, self.hold...);
        visit(field{"read", non_negative}, self.read...);
        visit(field{"write", non_negative}, self.write...);
        visit(field{"mean_write", non_negative}, self.mean_write...);
        visit(field{"hosts", non_negative}, self.hosts...);
    }
};

enum class storage_need : unsigned char { capacity, read, write, endurance, stripe };

constexpr char const* text_of(storage_need n) {
    switch (n) {
    case storage_need::capacity:
        return "capacity";
    case storage_need::read:
        return "read rate";
    case storage_need::write:
        return "write rate";
    case storage_need::endurance:
        return "endurance";
    case storage_need::stripe:
        break;
    }
    return "one stripe";
}

struct storage_plan {
    static constexpr std::size_t needs = 5;
    int devices = 0, servers = 0;      ///< servers: of its own, or hosts
    std::array<double, needs> asked{}; ///< devices, by need; not rounded
    std::array<double, needs> asked_servers{};
    storage_need binding = storage_need::stripe;
    bool fits = true; ///< local drives: slots and lanes of the hosts suffice
};

namespace detail {
/// Zero where nothing is asked, also of what gives nothing.
constexpr double share_asked(double asked, double each) { return asked > 0.0 ? asked / each : 0.0; }
constexpr int whole(double x) {
    double const up = math::ceil(x * (1.0 - 1e-12)); // what is whole but for rounding stays
    if (!(up < 2e9))
        throw invalid_input("storage.devices", x, "", "more devices than can be counted");
    return static_cast<int>(up);
}

constexpr storage_plan plan_block(storage_block const& b, storage_request const& ask) {
    validate(ask);
    storage_plan p;
    double const devices[] = {
        share_asked(ask.hold.base_value, b.usable.base_value), share_asked(ask.read.base_value, b.read.base_value),
        share_asked(ask.write.base_value, b.write.base_value),
        b.endurance.base_value > 0.0 ? ask.mean_write / b.endurance : 0.0, double(b.width)};
    double const servers[] = {
        0.0, share_asked(ask.read.base_value, b.server_read.base_value),
        share_asked(ask.write.base_value, b.server_write.base_value), 0.0, double(b.width)};
    int servers_needed = 0;
    double most = -1.0, most_devices = -1.0;
    for (std::size_t i = 0; i < storage_plan::needs; ++i) {
        p.asked[i] = devices[i];
        double const by_slots = devices[i] / b.slots;
        p.asked_servers[i] = i + 1 == storage_plan::needs ? servers[i] : math::max(servers[i], by_slots);
        int const d = whole(devices[i]);
        p.devices = d > p.devices ? d : p.devices;
        int const s = whole(p.asked_servers[i]);
        servers_needed = s > servers_needed ? s : servers_needed;
        if (p.asked_servers[i] > most || (p.asked_servers[i] == most && devices[i] > most_devices)) {
            most = p.asked_servers[i];
            most_devices = devices[i];
            p.binding = static_cast<storage_need>(i);
        }
    }
    if (!b.in_hosts) {
        p.servers = servers_needed;
        p.devices = p.devices > p.servers ? p.devices : p.servers; // none is empty
        return p;
    }
    if (ask.hosts < 1)
        throw invalid_input("storage_request.hosts", ask.hosts, "", "local drives need the servers that hold them");
    p.servers = ask.hosts;
    int const each = (p.devices + ask.hosts - 1) / ask.hosts;
    p.devices = each * ask.hosts;
    p.fits = each <= b.slots && servers_needed <= ask.hosts;
    return p;
}
} // namespace detail

/// The counts of a tier that meet a request. Throws invalid_input for what makes no sense.
template <storage_tier<double> Tier>
constexpr storage_plan plan_storage(Tier const& tier, storage_request const& ask) {
    validate(tier);
    return detail::plan_block(tier.block(), ask);
}

/// Mean rates at which a tier is used.
template <class T = double>
struct storage_use {
    byte_rate<T> read{}, write{};

    static constexpr char const* kind = "storage_use";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"read", non_negative}, self.read...);
        visit(field{"write", non_negative}, self.write...);
    }
};

template <class T = double>
struct storage_cost_lines {
    static constexpr char const* kind = "storage_cost";
    money<T> devices{}, servers{}, software{};
    [[nodiscard]] constexpr money<T> total() const { return detail::sum_of<money<T>>(*this); }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"devices"}, self.devices...);
        visit(field{"servers"}, self.servers...);
        visit(field{"software"}, self.software...);
    }
};
template <class T = double>
struct storage_carbon_lines {
    static constexpr char const* kind = "storage_embodied";
    co2e<T> devices{}, servers{};
    [[nodiscard]] constexpr co2e<T> total() const { return detail::sum_of<co2e<T>>(*this); }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"devices"}, self.devices...);
        visit(field{"servers"}, self.servers...);
    }
};
template <class T = double>
struct storage_power_lines {
    static constexpr char const* kind = "storage_power";
    at_it<power<T>> devices{}, servers{};
    [[nodiscard]] constexpr at_it<power<T>> total() const { return detail::sum_of<at_it<power<T>>>(*this); }

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"devices"}, self.devices...);
        visit(field{"servers"}, self.servers...);
    }
};

/// What a planned tier does and costs.
template <class T = double>
struct storage_performance {
    static constexpr char const* kind = "storage";
    data_size<T> usable{};
    byte_rate<T> read{}, write{}; ///< most of either alone
    duration<T> latency{};
    basic_ratio<T> duty{}; ///< time under reads and writes; above one it is asked for more than it gives
    storage_cost_lines<T> cost{};
    storage_power_lines<T> draw{}; ///< at that duty
    storage_carbon_lines<T> embodied{};
    rate<T> device_failures{}, server_failures{};
    rate<T> worn{};               ///< devices written to their rating, where that comes before the rated life ends
    money_rate<T> replacements{}; ///< devices that failed or are worn

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"usable"}, self.usable...);
        visit(field{"read"}, self.read...);
        visit(field{"write"}, self.write...);
        visit(field{"latency"}, self.latency...);
        visit(field{"duty"}, self.duty...);
        visit(field{"cost"}, self.cost...);
        visit(field{"draw"}, self.draw...);
        visit(field{"embodied"}, self.embodied...);
        visit(field{"device_failures"}, self.device_failures...);
        visit(field{"server_failures"}, self.server_failures...);
        visit(field{"worn"}, self.worn...);
        visit(field{"replacements"}, self.replacements...);
    }
    [[nodiscard]] constexpr money_per_data<T> price_of_capacity() const { return cost.total() / usable; }
    [[nodiscard]] constexpr money_per_byte_rate<T> price_of_read() const { return cost.total() / read; }
    [[nodiscard]] constexpr money_per_byte_rate<T> price_of_write() const { return cost.total() / write; }
    [[nodiscard]] constexpr power_per_data<T> draw_of_capacity() const { return draw.total().value / usable; }
    [[nodiscard]] constexpr energy_per_data<T> draw_of_write() const { return draw.total().value / write; }
    [[nodiscard]] constexpr co2e_per_data<T> carbon_of_capacity() const { return embodied.total() / usable; }
    [[nodiscard]] constexpr co2e_per_byte_rate<T> carbon_of_write() const { return embodied.total() / write; }
};

namespace detail {
template <class T>
constexpr storage_performance<T>
perform_block(storage_plan const& p, basic_storage_block<T> const& b, storage_use<T> const& use) {
    T const devices = T(double(p.devices)), servers = T(double(p.servers));
    storage_performance<T> r;
    r.usable = devices * b.usable;
    r.read = math::min(devices * b.read, servers * b.server_read);
    r.write = math::min(devices * b.write, servers * b.server_write);
    r.latency = b.latency;
    T const duty = use.read / r.read + use.write / r.write, at_most_one = math::min(duty, T(1.0));
    r.duty = basic_ratio<T>{duty};
    r.cost = {devices * b.device_price, servers * b.server_price, r.usable * b.software};
    r.draw = {
        at_it<power<T>>{devices * math::mix(at_most_one, b.device_busy, b.device_idle)},
        at_it<power<T>>{servers * math::mix(at_most_one, b.server_busy, b.server_idle)}};
    r.embodied = {devices * b.device_embodied, servers * b.server_embodied};
    r.device_failures = devices * b.device_failures;
    r.server_failures = servers * b.server_failures;
    // The rating is used up early by the part that is written above it; a device without one wears by nothing, whatever
    // stands in for its rate.
    byte_rate<T> const rated = devices * b.endurance, stand_in = 1.0 * GB_per_second;
    auto const has_rating = rated > byte_rate<T>{};
    byte_rate<T> const above = math::select(has_rating, math::max(use.write - rated, byte_rate<T>{}), byte_rate<T>{});
    byte_rate<T> const one = math::select(has_rating, b.endurance, stand_in);
    r.worn = above / one / b.rated_life;
    r.replacements = (r.device_failures + r.worn) * b.device_price;
    return r;
}
} // namespace detail

/// A plan of a tier, used at mean rates.
template <class T, storage_tier<T> Tier>
constexpr storage_performance<T> perform(storage_plan const& p, Tier const& tier, storage_use<T> const& use) {
    return detail::perform_block(p, tier.block(), use);
}

} // namespace tallywatt
