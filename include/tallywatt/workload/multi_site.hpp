#pragma once
// One training job on several sites: what their exchange adds to a step.
//
//   synchronous        gradients of the whole model, reduced in each site first, all-reduced over S sites every step:
//                      V = 2 (S-1)/S G/z per site,  2 (S-1) latencies (ring)
//   pipelined          stages split over sites: activations of the batch cross each border forward, their gradients back:
//                      V = A/z each way,  2 (S-1) latencies of fill and drain
//   low communication  the same exchange as synchronous once in H steps (DiLoCo's outer step; federated averaging)
//   asynchronous       the same once in H steps, none waits; the updates are stale
//
//   exchange   t = V/B + latencies;   exposed per step = max(0, t - hidden H t_step)/H;   z compression of what is sent
//   slowdown   (t_step + exposed)/t_step x token factor, of training to the same loss
//
// Every accelerator of a site shares its link, so the gradient volume is that of one model however many accelerators hold it.
// Token factors are ranges: catalog/wan.hpp has those of DiLoCo and of stale updates with their sources.
// Reference: Douillard et al. 2023 (arXiv 2311.08105); Jaghouar et al. 2024 (arXiv 2412.01152); McMahan et al. 2017.
//
//   multi_site_performance<> r = perform(multi_site{.sites = 2, .gradients = 811.7e9 * byte}, 6.3 * second, link);

#include <tallywatt/number/availability.hpp>
#include <tallywatt/workload/wan.hpp>

#include <span>

namespace tallywatt {

enum class site_method : unsigned char { synchronous, pipelined, low_communication, asynchronous };

template <class T = double>
struct basic_multi_site {
    static constexpr char const* kind = "multi_site";
    int sites = 2;
    site_method method = site_method::synchronous;
    int inner_steps = 1;                 ///< H; 1 but for low communication and asynchronous
    data_size<T> gradients{};            ///< of one whole model, in the format that is exchanged
    data_size<T> activations{};          ///< pipelined: of one batch at a border, one way
    basic_ratio<T> compression{T(1.0)};  ///< z, on top of the format
    basic_fraction<T> hidden{T(0.0)};    ///< of the time between exchanges, behind which one may hide
    basic_ratio<T> token_factor{T(1.0)}; ///< tokens to the same loss over those of synchronous training

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"sites", between(1, 1000)}, self.sites...);
        visit(field{"method"}, self.method...);
        visit(field{"inner_steps", between(1, 1 << 20)}, self.inner_steps...);
        visit(field{"gradients", non_negative}, self.gradients...);
        visit(field{"activations", non_negative}, self.activations...);
        visit(field{"compression", at_least(1.0)}, self.compression...);
        visit(field{"hidden"}, self.hidden...);
        visit(field{"token_factor", positive}, self.token_factor...);
    }
    constexpr operator basic_multi_site<double>() const requires std::same_as<T, estimate> {
        return convert<double>(*this);
    }
};
using multi_site = basic_multi_site<>;

/// Throws invalid_input for a method that is given what belongs to another.
template <class T>
constexpr void check(basic_multi_site<T> const& m) {
    bool const every_step = m.method == site_method::synchronous || m.method == site_method::pipelined;
    if (every_step && m.inner_steps != 1)
        throw invalid_input("multi_site.inner_steps", m.inner_steps, "", "synchronous and pipelined training exchange every step");
    bool const crosses = m.method == site_method::pipelined;
    if (m.sites > 1 && !(highest((crosses ? m.activations : m.gradients).base_value) > 0.0))
        throw invalid_input(crosses ? "multi_site.activations" : "multi_site.gradients", 0.0, "B", "nothing is exchanged between sites");
}

/// What several sites make of a step.
template <class T = double>
struct multi_site_performance {
    static constexpr char const* kind = "multi_site";
    duration<T> latency{};     ///< of all rounds of an exchange
    duration<T> transfer{};    ///< of its data
    duration<T> exposed{};     ///< added to a step, on the mean
    duration<T> step{};
    data_size<T> sent{};       ///< by a site, one way, per exchange
    byte_rate<T> traffic{};    ///< by a site, one way, on the mean
    byte_rate<T> needed{};     ///< achieved rate at which nothing would be exposed; very large where latency alone is
    basic_ratio<T> slowdown{}; ///< time to the same loss over that on one site

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"latency"}, self.latency...);
        visit(field{"transfer"}, self.transfer...);
        visit(field{"exposed"}, self.exposed...);
        visit(field{"step"}, self.step...);
        visit(field{"sent"}, self.sent...);
        visit(field{"traffic"}, self.traffic...);
        visit(field{"needed"}, self.needed...);
        visit(field{"slowdown"}, self.slowdown...);
    }
};

/// A job whose step takes `step` on one site of all its accelerators, over a link per site. Throws as check does.
template <class T>
constexpr multi_site_performance<T> perform(basic_multi_site<T> const& m, duration<T> const& step, basic_wan_link<T> const& link) {
    check(m);
    multi_site_performance<T> r;
    r.step = step;
    r.slowdown = m.token_factor;
    if (m.sites < 2) return r;
    double const s = m.sites;
    T const every = T(double(m.inner_steps)), rounds = T(2.0 * (s - 1.0));
    r.sent = m.method == site_method::pipelined ? m.activations / m.compression : T(2.0 * (s - 1.0) / s) * m.gradients / m.compression;
    r.latency = rounds * one_way_latency(link);
    r.transfer = r.sent / link.achieved();
    T const behind = m.method == site_method::asynchronous ? T(1.0) : m.hidden.value;
    duration<T> const window = every * behind * step;
    r.exposed = math::max(r.transfer + r.latency - window, duration<T>{}) / every;
    r.step = step + r.exposed;
    r.traffic = r.sent / (every * r.step);
    r.needed = r.sent / math::max(window - r.latency, duration<T>{1e-9 * second});
    r.slowdown = basic_ratio<T>{(T(1.0) + r.exposed / step) * m.token_factor.value};
    return r;
}

/// Tokens to make up for a gap in loss, over those without it: the loss falls with tokens as data_term/D^exponent, so
/// (1 - gap/data_term)^(-1/exponent); gap and the data term at the run's own tokens in nats, gap below the data term.
/// Reference: Hoffmann et al. 2022 (arXiv 2203.15556), B/D^0.28 with B = 410.7.
template <class T>
constexpr basic_ratio<T> tokens_for_gap(T const& gap, T const& data_term, T const& exponent) {
    return basic_ratio<T>{math::exp(-(math::log(T(1.0) - gap / data_term) / exponent))};
}

/// Sites that have to run, and how likely that is.
template <class T = double>
struct site_availability {
    basic_availability<T> all{};        ///< none spare: a job that needs every site
    basic_availability<T> one_spare{};  ///< N+1
    basic_availability<T> two_spare{};  ///< N+2
    basic_fraction<T> elastic{};        ///< mean share of the sites at work, for a job that goes on with those left
};
template <class T>
constexpr site_availability<T> availability_of(int sites, basic_availability<T> const& site) {
    return {k_of_n(sites, sites, site), k_of_n(sites, sites + 1, site), k_of_n(sites, sites + 2, site), basic_fraction<T>{site.value}};
}

/// A site among several: its share of the job, and its prices and carbon.
template <class T = double>
struct basic_training_site {
    static constexpr char const* kind = "training_site";
    char const* name = "";
    basic_fraction<T> share{};               ///< of the job's accelerators
    money_per_accelerator_time<T> price{};   ///< all in, energy too
    basic_pue<T> pue{};
    co2e_per_energy<T> carbon{};             ///< of the supply mix at the facility's busbar

    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"name"}, self.name...);
        visit(field{"share"}, self.share...);
        visit(field{"price", non_negative}, self.price...);
        visit(field{"pue"}, self.pue...);
        visit(field{"carbon", non_negative}, self.carbon...);
    }
};
using training_site = basic_training_site<>;

/// The sites' mean price, and carbon per IT energy, by their shares (taken relative to their sum).
template <class T = double>
struct site_means {
    money_per_accelerator_time<T> price{};
    co2e_per_energy<T> carbon{};  ///< per IT energy: PUE is in it
};
template <class T>
constexpr site_means<T> means_of(std::span<basic_training_site<T> const> sites) {
    T all{};
    site_means<T> m;
    for (auto const& s : sites) {
        all = all + s.share.value;
        m.price += s.price * s.share.value;
        m.carbon += s.carbon * (s.pue.value * s.share.value);
    }
    return {m.price / all, m.carbon / all};
}

}  // namespace tallywatt
