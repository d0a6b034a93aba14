#include <tallywatt/silicon/harvest.hpp>
#include <tallywatt/silicon/wafer.hpp>

#include <array>

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {
// A described pair of inputs for the models.
template <class T = double>
struct basic_exposure {
    area_density<T> density = 0.1 / square_centimetre;
    area<T> size = 8.14 * square_centimetre;
    basic_fraction<T> share{T(0.6)};
    basic_ratio<T> clustering{T(3.5)};
    static constexpr char const* kind = "exposure";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"density"}, self.density...);
        visit(field{"size"}, self.size...);
        visit(field{"share"}, self.share...);
        visit(field{"clustering"}, self.clustering...);
    }
};
} // namespace

TEST_CASE("every yield model: derivatives, intervals, packs") {
    arithmetics::check_all(basic_exposure<>{}, []<class T>(basic_exposure<T> const& e) {
        T const x = e.density * e.size;
        return std::array<T, 9>{
            poisson{}.yield(e.density, e.size).value,
            murphy{}.yield(e.density, e.size).value,
            murphy_uniform{}.yield(e.density, e.size).value,
            seeds{}.yield(e.density, e.size).value,
            bose_einstein{12}.yield(e.density, e.size).value,
            basic_negative_binomial<T>{e.clustering}.yield(e.density, e.size).value,
            clustered{10}.yield(e.density, e.size).value,
            harvested_yield<T>({144, 132}, e.share, x, 0).value,
            harvested_yield<T>({144, 132}, e.share, x, 2).value};
    });
}

TEST_CASE("yields fall with area and rise with clustering; Poisson is the lowest") {
    auto const d = 0.1 / square_centimetre;
    double last = 1.0;
    for (double cm2 = 0.5; cm2 < 50.0; cm2 *= 1.3) {
        auto const a = cm2 * square_centimetre;
        double const p = poisson{}.yield(d, a).value, nb = clustered{2}.yield(d, a).value;
        CHECK(p < last);
        last = p;
        for (double const y :
             {murphy{}.yield(d, a).value, murphy_uniform{}.yield(d, a).value, seeds{}.yield(d, a).value, nb,
              clustered{10}.yield(d, a).value})
            CHECK(y > p);
        CHECK(nb > clustered{3}.yield(d, a).value);
        // only the product counts
        CHECK(murphy{}.yield(2.0 * d, 0.5 * a).value == near(murphy{}.yield(d, a).value, 1e-14));
    }
}

TEST_CASE("more spares never hurt") {
    double last = 0.0;
    for (int needed = 144; needed >= 100; --needed) {
        double const y = harvested_yield<double>({144, needed}, fraction{0.6}, 3.0, 2).value;
        CHECK(y >= last);
        CHECK(y <= 1.0);
        last = y;
    }
}

TEST_CASE("closed forms of dies per wafer: derivatives, intervals, packs") {
    arithmetics::check_all(outline{11.0 * millimetre, 9.0 * millimetre}, []<class T>(basic_outline<T> const& o) {
        basic_wafer<T> const w{};
        return std::array<T, 2>{dies_per_wafer_classic(w, o).value, dies_per_wafer_exponential(w, o).value};
    });
}

TEST_CASE("packing scales: twice the wafer and twice the die give the same count; a larger die never more") {
    int last = 1 << 30;
    for (double side = 15.0; side < 120.0; side *= 1.13) {
        wafer const w{}, twice{600.0 * millimetre, 6.0 * millimetre, 0.2 * millimetre};
        outline const o{side * millimetre, 0.8 * side * millimetre}, turned{o.height, o.width};
        int const n = dies_per_wafer(w, o);
        CHECK(n <= last);
        CHECK(n == dies_per_wafer(twice, {2.0 * o.width, 2.0 * o.height}));
        CHECK(n == dies_per_wafer(w, turned));
        last = n;
    }
}
