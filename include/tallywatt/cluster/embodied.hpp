#pragma once
// Embodied carbon of what stands around accelerator packages: a server by its parts, a rack by its parts, and the share of
// both that falls on one accelerator.
//
//   processors  n (A c_die + base)            c_die per area, base per packaged processor
//   memory      size/density c_die + modules base
//   drives      size/density c_die + drives base
//   boards      area c_area                   with the parts on them (not the large chips, which are lines of their own)
//   switches    n carbon of one chip          scale-up switch chips
//   interfaces  n carbon of one card          heat sinks, chassis, supplies, fans, cables: mass * carbon per mass
//   transport   packed mass * sum over air, sea and road of distance * carbon per mass and distance; assembly stated
//
// The forms are those of published footprints of servers (Green Cloud Computing, UBA 94/2021, as used by Boavizta; ACT).
// Units: kgCO2e per server or rack. A server's total is what basic_server::embodied_host holds.
//
//   server_embodied<> const e = embodied(server_bill(catalog::hgx_h100_host_bill));
//   co2e<> const kg = e.total();

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/silicon/carbon_bill.hpp>

namespace tallywatt {

/// Coefficients of parts, of the same source for all servers.
template <class T = double>
struct basic_part_carbon {
    co2e_per_area<T> die{};    ///< processors, per die area with losses
    co2e<T> processor{};       ///< package, lid, socket: each
    co2e_per_data<T> memory{}; ///< per capacity
    co2e<T> module{};          ///< memory module without dies: each
    co2e_per_data<T> flash{};  ///< per capacity
    co2e<T> drive{};           ///< drive without flash dies: each
    co2e_per_area<T> board{};  ///< with small parts
    co2e_per_mass<T> heat_sink{};
    co2e_per_mass<T> chassis{};
    co2e_per_mass<T> supply{};
    co2e_per_mass<T> cable{};
    co2e<T> fan{};
    co2e<T> assembly{}; ///< per server
    co2e_per_mass_length<T> air{};
    co2e_per_mass_length<T> sea{};
    co2e_per_mass_length<T> road{};

    static constexpr char const* kind = "part_carbon";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"die", non_negative}, self.die...);
        visit(field{"processor", non_negative}, self.processor...);
        visit(field{"memory", non_negative}, self.memory...);
        visit(field{"module", non_negative}, self.module...);
        visit(field{"flash", non_negative}, self.flash...);
        visit(field{"drive", non_negative}, self.drive...);
        visit(field{"board", non_negative}, self.board...);
        visit(field{"heat_sink", non_negative}, self.heat_sink...);
        visit(field{"chassis", non_negative}, self.chassis...);
        visit(field{"supply", non_negative}, self.supply...);
        visit(field{"cable", non_negative}, self.cable...);
        visit(field{"fan", non_negative}, self.fan...);
        visit(field{"assembly", non_negative}, self.assembly...);
        visit(field{"air", non_negative}, self.air...);
        visit(field{"sea", non_negative}, self.sea...);
        visit(field{"road", non_negative}, self.road...);
    }
    constexpr operator basic_part_carbon<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using part_carbon_factors = basic_part_carbon<>;

/// What a server is made of, accelerator packages apart.
template <class T = double>
struct basic_server_bill {
    char const* name = "";
    basic_part_carbon<T> factors{};
    int processors = 2;
    area<T> processor_die{}; ///< each
    data_size<T> memory{};
    int modules = 0;
    data_size<T> flash{};
    int drives = 0;
    area<T> boards{};
    int switches = 0;
    co2e<T> switch_chip{}; ///< each
    int nics = 0;
    co2e<T> nic{}; ///< each
    mass<T> heat_sinks{};
    mass<T> chassis{};
    mass<T> supplies{};
    mass<T> cables{};
    int fans = 0;
    length<T> by_air{}, by_sea{}, by_road{};
    mass<T> weight{}; ///< packed, what is transported

    static constexpr char const* kind = "server_bill";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"factors"}, self.factors...);
        visit(field{"processors", non_negative}, self.processors...);
        visit(field{"processor_die", non_negative}, self.processor_die...);
        visit(field{"memory", non_negative}, self.memory...);
        visit(field{"modules", non_negative}, self.modules...);
        visit(field{"flash", non_negative}, self.flash...);
        visit(field{"drives", non_negative}, self.drives...);
        visit(field{"boards", non_negative}, self.boards...);
        visit(field{"switches", non_negative}, self.switches...);
        visit(field{"switch_chip", non_negative}, self.switch_chip...);
        visit(field{"nics", non_negative}, self.nics...);
        visit(field{"nic", non_negative}, self.nic...);
        visit(field{"heat_sinks", non_negative}, self.heat_sinks...);
        visit(field{"chassis", non_negative}, self.chassis...);
        visit(field{"supplies", non_negative}, self.supplies...);
        visit(field{"cables", non_negative}, self.cables...);
        visit(field{"fans", non_negative}, self.fans...);
        visit(field{"by_air", non_negative}, self.by_air...);
        visit(field{"by_sea", non_negative}, self.by_sea...);
        visit(field{"by_road", non_negative}, self.by_road...);
        visit(field{"weight", non_negative}, self.weight...);
    }
    constexpr operator basic_server_bill<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using server_bill = basic_server_bill<>;

/// Embodied carbon of one server, line by line.
template <class T = double>
struct basic_server_embodied {
    co2e<T> processors{}, memory{}, drives{}, boards{}, switches{}, interfaces{}, heat_sinks{}, chassis{}, supplies{},
        fans{}, cables{}, assembly{}, transport{};

    [[nodiscard]] constexpr co2e<T> total() const { return detail::sum_of<co2e<T>>(*this); }

    static constexpr char const* kind = "server_embodied";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"processors"}, self.processors...);
        visit(field{"memory"}, self.memory...);
        visit(field{"drives"}, self.drives...);
        visit(field{"boards"}, self.boards...);
        visit(field{"switches"}, self.switches...);
        visit(field{"interfaces"}, self.interfaces...);
        visit(field{"heat_sinks"}, self.heat_sinks...);
        visit(field{"chassis"}, self.chassis...);
        visit(field{"supplies"}, self.supplies...);
        visit(field{"fans"}, self.fans...);
        visit(field{"cables"}, self.cables...);
        visit(field{"assembly"}, self.assembly...);
        visit(field{"transport"}, self.transport...);
    }
};
using server_embodied = basic_server_embodied<>;

template <class T>
constexpr basic_server_embodied<T> embodied(basic_server_bill<T> const& b) {
    auto const& f = b.factors;
    auto const n = [](int count) { return static_cast<double>(count); };
    basic_server_embodied<T> e;
    e.processors = n(b.processors) * (b.processor_die * f.die + f.processor);
    e.memory = b.memory * f.memory + n(b.modules) * f.module;
    e.drives = b.flash * f.flash + n(b.drives) * f.drive;
    e.boards = b.boards * f.board;
    e.switches = n(b.switches) * b.switch_chip;
    e.interfaces = n(b.nics) * b.nic;
    e.heat_sinks = b.heat_sinks * f.heat_sink;
    e.chassis = b.chassis * f.chassis;
    e.supplies = b.supplies * f.supply;
    e.fans = n(b.fans) * f.fan;
    e.cables = b.cables * f.cable;
    e.assembly = f.assembly;
    e.transport = b.weight * (b.by_air * f.air + b.by_sea * f.sea + b.by_road * f.road);
    return e;
}

/// Where every number of a bill and its coefficients adds carbon, the total's range is its ends' totals: an estimate of a
/// bill of estimates.
constexpr co2e<estimate> embodied_range(basic_server_bill<estimate> const& b) {
    auto const at = [&](auto const& end) { return embodied(convert<double>(b, end)).total().base_value; };
    return co2e<estimate>::from_base(estimate{
        at([](auto const& x) {
            if constexpr (requires { x.low; })
                return x.low;
            else
                return static_cast<double>(x);
        }),
        at([](auto const& x) {
            if constexpr (requires { x.likely; })
                return x.likely;
            else
                return static_cast<double>(x);
        }),
        at([](auto const& x) {
            if constexpr (requires { x.high; })
                return x.high;
            else
                return static_cast<double>(x);
        })});
}

/// A rack's own parts: frame, power distribution or shelves, manifold, switches of the scale-out network that stand in it.
template <class T = double>
struct basic_rack_bill {
    char const* name = "";
    mass<T> frame{};
    co2e_per_mass<T> metal{};
    mass<T> power{}; ///< distribution, shelves
    co2e_per_mass<T> power_carbon{};
    mass<T> cables{};
    co2e_per_mass<T> cable_carbon{};
    int switches = 0;
    co2e<T> switch_box{}; ///< each, with its chips

    static constexpr char const* kind = "rack_bill";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"frame", non_negative}, self.frame...);
        visit(field{"metal", non_negative}, self.metal...);
        visit(field{"power", non_negative}, self.power...);
        visit(field{"power_carbon", non_negative}, self.power_carbon...);
        visit(field{"cables", non_negative}, self.cables...);
        visit(field{"cable_carbon", non_negative}, self.cable_carbon...);
        visit(field{"switches", non_negative}, self.switches...);
        visit(field{"switch_box", non_negative}, self.switch_box...);
    }
    constexpr operator basic_rack_bill<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using rack_bill = basic_rack_bill<>;

/// Embodied carbon of one rack without its servers.
template <class T = double>
struct basic_rack_embodied {
    co2e<T> frame{}, power{}, cables{}, switches{};
    [[nodiscard]] constexpr co2e<T> total() const { return frame + power + cables + switches; }

    static constexpr char const* kind = "rack_embodied";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"frame"}, self.frame...);
        visit(field{"power"}, self.power...);
        visit(field{"cables"}, self.cables...);
        visit(field{"switches"}, self.switches...);
    }
};
using rack_embodied = basic_rack_embodied<>;

template <class T>
constexpr basic_rack_embodied<T> embodied(basic_rack_bill<T> const& b) {
    return {
        b.frame * b.metal, b.power * b.power_carbon, b.cables * b.cable_carbon,
        static_cast<double>(b.switches) * b.switch_box};
}

/// Embodied carbon that one accelerator answers for.
template <class T = double>
struct basic_accelerator_share {
    co2e<T> package{}, server{}, rack{};
    [[nodiscard]] constexpr co2e<T> total() const { return package + server + rack; }

    static constexpr char const* kind = "accelerator_share";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"package"}, self.package...);
        visit(field{"server"}, self.server...);
        visit(field{"rack"}, self.rack...);
    }
};

/// Its package, and its shares of a server and a rack.
template <class T>
constexpr basic_accelerator_share<T> share_of(
    co2e<T> const& of_package, co2e<T> const& of_server, int accelerators, co2e<T> const& of_rack, int servers_per_rack
) {
    double const each = 1.0 / static_cast<double>(accelerators);
    return {of_package, of_server * each, of_rack * (each / static_cast<double>(servers_per_rack))};
}

} // namespace tallywatt
