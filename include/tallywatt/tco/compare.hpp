#pragma once
// compare: two or more deployments line by line, and what drives the difference.
//
// A difference of a figure m between deployments a and b is shared out among the parts in which they differ (work, server,
// network, cooling, site, supply, terms ...): each subset of parts is taken from b and the rest from a, planned and
// evaluated, and a part's share is its mean marginal difference over all orders of replacing them one after another,
//
//   share_i = sum over subsets S without i of |S|! (n - |S| - 1)!/n! (m(S + i) - m(S))
//
// so that shares sum to m(b) - m(a) and no order is preferred. Reference: Shapley, A value for n-person games, 1953; for cost
// and emission differences Ang, Energy Policy 32 (2004). attribute_in_order replaces in one stated order instead.
//
//   attribution const why = attribute(a, b, metric("unit.blended"));        // io/compare.hpp prints it
//   for_each_line(ra, rb, [](std::string const& path, field const& f, double one, double two) { ... });

#include <tallywatt/explore/metric.hpp>
#include <tallywatt/tco/any_deployment.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tallywatt {

/// Calls visit(path, field, one, two) for every number of two reports, in step.
template <class F>
void for_each_line(report const& one, report const& two, F const& visit) {
    walk(
        [&](field_path const& path, field const& f, auto const& a, auto const& b) {
            if constexpr (numeric_leaf<std::remove_cvref_t<decltype(a)>>)
                visit(path.text(), f, static_cast<double>(number_in(a)), static_cast<double>(number_in(b)));
        },
        field_path{nullptr, ""}, one, two);
}

/// A part's share of a difference.
struct attributed {
    char const* part = "";
    double share = 0.0;  ///< in house base units of the figure
};
struct attribution {
    double from = 0.0, to = 0.0;         ///< the figure of either deployment
    std::vector<attributed> shares{};    ///< of the parts in which they differ; they sum to to - from
    int evaluations = 0;

    [[nodiscard]] double difference() const { return to - from; }
    /// The part with the largest share either way; nullptr where nothing differs.
    [[nodiscard]] attributed const* driver() const {
        auto const it = std::max_element(shares.begin(), shares.end(), [](auto const& a, auto const& b) { return a.share * a.share < b.share * b.share; });
        return it == shares.end() ? nullptr : &*it;
    }
};

/// A part of a deployment that can be taken from another one.
template <class D>
struct deployment_part {
    char const* name = "";
    void (*take)(D& to, D const& from) = nullptr;
};

/// The parts into which a difference is shared out. Together they are the whole deployment.
template <class D>
constexpr std::array<deployment_part<D>, 11> deployment_parts() {
    using P = deployment_part<D>;
    return {
        P{"work", [](D& to, D const& from) { to.service = from.service; }},
        P{"chip and server", [](D& to, D const& from) { to.cluster.server = from.cluster.server; }},
        P{"network",
          [](D& to, D const& from) {
              to.cluster.network = from.cluster.network;
              to.cluster.servers_per_fabric = from.cluster.servers_per_fabric;
          }},
        P{"racks and storage",
          [](D& to, D const& from) {
              auto c = from.cluster;
              c.server = to.cluster.server, c.network = to.cluster.network, c.servers_per_fabric = to.cluster.servers_per_fabric;
              to.cluster = c;
              to.embodied = from.embodied;
          }},
        P{"cooling", [](D& to, D const& from) { to.site.cooling = from.site.cooling; }},
        P{"site and climate",
          [](D& to, D const& from) {
              auto s = from.site;
              s.cooling = to.site.cooling;
              to.site = s;
          }},
        P{"supply", [](D& to, D const& from) { to.supply = from.supply; }},
        P{"finance", [](D& to, D const& from) { to.finance = from.finance; }},
        P{"supply of chips", [](D& to, D const& from) { to.chips = from.chips; }},
        P{"tenure", [](D& to, D const& from) { to.tenure = from.tenure; }},
        P{"policy", [](D& to, D const& from) { to.policy = from.policy; }},
    };
}

namespace detail {

// Whether two deployments hold the same in every field.
template <class D>
bool same_fields(D const& a, D const& b) {
    try {
        bool same = true;
        walk(
            [&](field_path const&, field const&, auto const& x, auto const& y) {
                using M = std::remove_cvref_t<decltype(x)>;
                if constexpr (std::same_as<M, char const*>)
                    same = same && std::string_view(x) == y;
                else if constexpr (numeric_leaf<M>)
                    same = same && number_in(x) == number_in(y);
                else
                    same = same && x == y;
            },
            field_path{}, a, b);
        return same;
    } catch (std::bad_variant_access const&) {
        return false;
    }
}

// The parts in which two deployments differ, as lists of what is replaced together.
template <class D>
struct replaced_part {
    char const* name = "";
    std::vector<void (*)(D&, D const&)> takes{};
};
template <class D>
std::vector<replaced_part<D>> differing_parts(D const& a, D const& b) {
    std::vector<replaced_part<D>> parts;
    for (auto const& p : deployment_parts<D>()) {
        D changed = a;
        p.take(changed, b);
        if (!same_fields(changed, a)) parts.push_back({p.name, {p.take}});
    }
    return parts;
}

template <class D>
D taken(D const& a, D const& b, std::vector<replaced_part<D>> const& parts, unsigned subset) {
    D changed = a;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if ((subset >> i & 1u) != 0)
            for (auto const take : parts[i].takes) take(changed, b);
    return changed;
}

template <class D>
attribution shapley(D const& a, D const& b, metric const& m, std::vector<replaced_part<D>> const& parts) {
    std::size_t const n = parts.size();
    std::vector<double> value(std::size_t{1} << n);
    for (unsigned s = 0; s < value.size(); ++s) value[s] = m(evaluate(taken(a, b, parts, s)));
    std::vector<double> weight(n + 1, 0.0);  // of subsets by size: k! (n - k - 1)!/n!
    for (std::size_t k = 0; k < n; ++k) {
        double w = 1.0 / double(n);
        for (std::size_t j = 1; j <= k; ++j) w *= double(j) / double(n - j);
        weight[k] = w;
    }
    attribution r{value.front(), value.back(), {}, static_cast<int>(value.size())};
    for (std::size_t i = 0; i < n; ++i) {
        double share = 0.0;
        for (unsigned s = 0; s < value.size(); ++s) {
            if ((s >> i & 1u) != 0) continue;
            std::size_t size = 0;
            for (std::size_t j = 0; j < n; ++j) size += s >> j & 1u;
            share += weight[size] * (value[s | 1u << i] - value[s]);
        }
        r.shares.push_back({parts[i].name, share});
    }
    return r;
}

}  // namespace detail

/// What drives the difference of a figure, by the parts in which the deployments differ. Where a mixture of the two makes no
/// sense (a layout on another server), work, server and network are taken together as one part.
template <class D>
attribution attribute(D const& a, D const& b, metric const& m) {
    auto parts = detail::differing_parts(a, b);
    try {
        return detail::shapley(a, b, m, parts);
    } catch (invalid_input const&) {
        static_cast<void>(evaluate(a)), static_cast<void>(evaluate(b));  // refused itself: that is the caller's to see
        detail::replaced_part<D> joined{"work, server and network", {}};
        std::vector<detail::replaced_part<D>> rest;
        for (auto& p : parts) {
            std::string_view const name = p.name;
            if (name == "work" || name == "chip and server" || name == "network")
                joined.takes.insert(joined.takes.end(), p.takes.begin(), p.takes.end());
            else
                rest.push_back(p);
        }
        rest.insert(rest.begin(), joined);
        return detail::shapley(a, b, m, rest);
    }
}

/// The same by replacing parts one after another in the order of deployment_parts: each share depends on those before it.
template <class D>
attribution attribute_in_order(D const& a, D const& b, metric const& m) {
    auto const parts = detail::differing_parts(a, b);
    double const from = m(evaluate(a));
    attribution r{from, from, {}, 1};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        double const next = m(evaluate(detail::taken(a, b, parts, (2u << i) - 1u)));
        r.shares.push_back({parts[i].name, next - r.to});
        r.to = next;
        ++r.evaluations;
    }
    return r;
}

}  // namespace tallywatt
