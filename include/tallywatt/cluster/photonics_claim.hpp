#pragma once
// What a change of optics saves of power: at the optics, at the switches with their optics, in the whole network with the
// servers' interfaces, and of the cluster.
//
//   saving = 1 - after/before, over the same endpoints
//
// A ratio at one boundary says little about the next: "3.5 times" at the optics (30 W to 9 W for 1.6 Tb/s, 70 %) is what
// the switch chips and the modules that stay in the servers leave of it in the network.
// Reference: the claim: NVIDIA, co-packaged optics announcement, March 2025; counts and power as in fabric.hpp.
//
//   photonics_verdict<> v = photonics_saving(before, after, 2048, 8, 25.0 * watt, 10.0 * megawatt);
//   v.optics.value, v.fabric.value, v.network.value, v.cluster.value

#include <tallywatt/cluster/fabric.hpp>

namespace tallywatt {

/// Shares saved; negative where more is drawn.
template <class T = double>
struct photonics_verdict {
    T optics{};  ///< of a port at a switch, the link's end there
    T fabric{};  ///< of switches and all ends of links
    T network{}; ///< with the servers' interface cards
    T cluster{}; ///< of all IT power
};

/// interface_card: power of one card without its module; rest: IT power of all but network and cards. Optics are compared at
/// links between switches, where both ends change.
template <class T>
constexpr photonics_verdict<T> photonics_saving(
    basic_scale_out<T> const& before, basic_scale_out<T> const& after, int servers, int nics,
    power<T> const& interface_card, power<T> const& rest
) {
    fabric_plan const a = plan_network(convert<double>(before), servers, nics),
                      b = plan_network(convert<double>(after), servers, nics);
    power<T> const was = fabric_power(before, a).total().value, is = fabric_power(after, b).total().value;
    power<T> const cards = as<T>(servers * nics) * interface_card;
    auto const saved = [](power<T> const& x, power<T> const& y) { return T(1.0) - y / x; };
    return {
        saved(before.switch_link.end_power, after.switch_link.end_power), saved(was, is),
        saved(was + cards, is + cards), saved(was + cards + rest, is + cards + rest)};
}

} // namespace tallywatt
