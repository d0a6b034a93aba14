#pragma once
// How stored data outlives devices: k shares that hold it and m more from which any m lost ones are made again. Copies are the
// case k = 1: three-fold replication is 1 + 2.
//
//   raw per usable    (k + m)/k      of capacity, and of what is written
//   read              1              from the k shares
//   loss of data      R = (G/n) n (n-1) ... (n-m) l^(m+1) t^m,   n = k + m
//   G devices, l failures of one, t until a lost share is made again; one group of n at a time, repairs one after another
//
// Stripes are taken to be written whole: a small write costs more, since shares are read back first. Failures are taken as
// independent, l t as much below one.
// Reference: Chen et al., RAID: high-performance, reliable secondary storage, ACM Computing Surveys 26 (1994), section 3.4.
//
//   redundancy{8, 2}.overhead()            // 1.25
//   loss_rate(redundancy{8, 2}, 1000, 0.01 / year, 12.0 * hour)

#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt {

struct redundancy {
    int data = 1;   ///< k
    int parity = 0; ///< m: losses that are survived

    static constexpr char const* kind = "redundancy";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"data", between(1, 1000)}, self.data...);
        visit(field{"parity", between(0, 1000)}, self.parity...);
    }
    /// Shares of a stripe, each on a device of its own.
    [[nodiscard]] constexpr int width() const { return data + parity; }
    /// Raw bytes held, and written, per byte of users.
    [[nodiscard]] constexpr double overhead() const { return double(width()) / double(data); }
};

/// So many copies.
constexpr redundancy copies(int count) {
    if (count < 1)
        throw invalid_input("redundancy.copies", count, "", "there is at least one copy");
    return {1, count - 1};
}

/// How often data is lost among `devices` devices, each of which fails at `failures`; rebuild: until a lost share is back.
template <class T>
constexpr rate<T> loss_rate(redundancy const& r, int devices, rate<T> const& failures, duration<T> const& rebuild) {
    double ways = double(devices) / double(r.width());
    for (int i = 0; i <= r.parity; ++i)
        ways *= double(r.width() - i);
    return T(ways) * math::pow(T(failures * rebuild), r.parity) * failures;
}

} // namespace tallywatt
