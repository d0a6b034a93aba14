#include <tallywatt/silicon/binning.hpp>
#include <tallywatt/silicon/critical_area.hpp>
#include <tallywatt/silicon/die.hpp>
#include <tallywatt/silicon/harvest.hpp>
#include <tallywatt/silicon/reticle.hpp>
#include <tallywatt/silicon/wafer.hpp>
#include <tallywatt/silicon/wafer_scale.hpp>
#include <tallywatt/silicon/yield_learning.hpp>

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
        std::array<basic_repeated_units<T>, 2> const kinds{
            {{{144, 132}, e.share}, {{12, 11}, basic_fraction<T>{T(0.2)}}}};
        critical_layers<clustered, 2, T> const layers{
            {{{e.share, basic_ratio<T>{T(1.0)}}, {basic_fraction<T>{T(0.3)}, e.clustering}}}, {3}};
        return std::array<T, 17>{
            poisson{}.yield(e.density, e.size).value,
            murphy{}.yield(e.density, e.size).value,
            murphy_uniform{}.yield(e.density, e.size).value,
            seeds{}.yield(e.density, e.size).value,
            bose_einstein{12}.yield(e.density, e.size).value,
            basic_negative_binomial<T>{e.clustering}.yield(e.density, e.size).value,
            clustered{10}.yield(e.density, e.size).value,
            harvested_yield<T>({144, 132}, e.share, x, 0).value,
            harvested_yield<T>({144, 132}, e.share, x, 2).value,
            harvested_yield<T>({144, 132}, e.share, T(T(8.0) * x), 10).value,
            seeds_root{}.yield(e.density, e.size).value,
            harvested_yield_by(basic_negative_binomial<T>{e.clustering}, kinds, e.density, e.size).value,
            harvested_yield_by(murphy{}, kinds, e.density, e.size).value,
            harvested_yield_by(basic_yield_model<T>{bose_einstein{3}}, kinds, e.density, e.size).value,
            harvested_yield_by(
                seeds_root{}, std::array<basic_repeated_units<T>, 1>{{{{144, 132}, basic_fraction<T>{T(0.6)}}}},
                e.density, e.size
            )
                .value,
            harvested_yield<T, 2>(kinds, x, 0).value,
            layers.yield(e.density, e.size).value};
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
        return std::array<T, 4>{
            dies_per_wafer_classic(w, o).value, dies_per_wafer_exponential(w, o).value,
            dies_per_wafer_corrected(w, o).value, dies_per_wafer_squared(w, o).value};
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

namespace {
constexpr basic_yield_choice<> every_model[] = {
    std::monostate{}, clustered{10}, clustered{0}, poisson{},        murphy{},
    murphy_uniform{}, seeds{},       seeds_root{}, bose_einstein{3}, negative_binomial{ratio{2.5}}};

// A die, its test and its bins: every real field of it counts.
template <class T = double>
struct basic_made {
    basic_die<T> logic{
        .size = {26.0 * millimetre, 31.31 * millimetre},
        .node =
            {.wafer_price = 17e3 * USD,
             .defect_density = 0.1 / square_centimetre,
             .critical_share = basic_fraction<T>{T(0.7)}},
        .repeated = {144, 132},
        .test_price = 5.0 * USD,
        .yield = basic_negative_binomial<T>{basic_ratio<T>{T(2.5)}},
        .further = basic_repeated_units<T>{{12, 11}, basic_fraction<T>{T(0.2)}}};
    basic_burn_in<T> hot{3.0 * USD, basic_fraction<T>{T(0.01)}, basic_fraction<T>{T(0.9)}};
    static constexpr char const* kind = "made";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"logic"}, self.logic...);
        visit(field{"hot"}, self.hot...);
    }
};

template <class T = double>
struct basic_sale {
    std::array<basic_product_bin<T>, 3> bins{
        {{"full", 144, basic_fraction<T>{T(0.5)}, 40e3 * USD},
         {"main", 132, basic_fraction<T>{T(0.9)}, 25e3 * USD},
         {"small", 114, basic_fraction<T>{T(0.95)}, 12e3 * USD}}};
    basic_fraction<T> share{T(0.6)};
    area_density<T> density = 0.2 / square_centimetre;
    static constexpr char const* kind = "sale";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"bins"}, self.bins...);
        visit(field{"share"}, self.share...);
        visit(field{"density"}, self.density...);
    }
};
} // namespace

TEST_CASE("a die with a model of its own, its test and burn-in: derivatives, intervals, packs") {
    arithmetics::check_all(basic_made<>{}, []<class T>(basic_made<T> const& m) {
        auto const tested = test_dies(die_yield(m.logic), m.logic.fault_coverage);
        return std::array<T, 3>{
            die_yield(m.logic).value, known_good_die_cost(m.logic, 67.0).base_value,
            burned_in_cost(known_good_die_cost(m.logic, 67.0, tested.pass), tested, m.hot).base_value};
    });
}

TEST_CASE("bins, learning and wafers as one part: derivatives, intervals, packs") {
    arithmetics::check_all(basic_sale<>{}, []<class T>(basic_sale<T> const& s) {
        T const x = s.density * area<T>(8.14 * square_centimetre);
        auto const shares = bin_shares(s.bins, 144, s.share, x, 3);
        return std::array<T, 2>{shares[0].value, shares[1].value};
    });
    basic_yield_learning<> const n7{0.3 / square_centimetre, 0.07 / square_centimetre, 0.33 * year};
    arithmetics::check_all(n7, []<class T>(basic_yield_learning<T> const& l) {
        return std::array<T, 3>{
            l.density(0.4 * year).base_value, l.mean_density(0.2 * year, 1.0 * year).base_value,
            l.time_to_density(0.15 / square_centimetre).base_value};
    });
    basic_wafer_scale<> const rows{
        .rows = 500, .rows_needed = 498, .cores = 1000, .needed = 999, .core_share = fraction{0.95}};
    arithmetics::check_all(rows, []<class T>(basic_wafer_scale<T> const& p) {
        return std::array<T, 1>{wafer_scale_yield(p, area_density<T>(0.05 / square_centimetre)).value};
    });
}

TEST_CASE(
    "whatever the model: yield falls with area and with defects, harvesting never lowers it, nor does one kind more"
) {
    for (auto const& model : every_model)
        for (double const side : {5.0, 15.0, 25.0, 60.0})
            for (double const density : {0.02, 0.1, 0.5}) {
                INFO("model " << model.index() << ", " << side << " mm, " << density << " per cm2");
                auto const of = [&](double mm, double d0, harvest const& h, bool more) {
                    die d{
                        .size = {mm * millimetre, mm * millimetre},
                        .node = {.defect_density = d0 / square_centimetre},
                        .repeated = h,
                        .yield = model};
                    if (more)
                        d.further = repeated_units{{12, 10}, fraction{0.3}};
                    return die_yield(d).value;
                };
                for (harvest const h : {harvest{}, harvest{144, 132}, harvest{16, 14}}) {
                    double const y = of(side, density, h, false);
                    CHECK(y > 0.0);
                    CHECK(y <= 1.0);
                    CHECK(of(1.1 * side, density, h, false) < y);
                    CHECK(of(side, 1.1 * density, h, false) < y);
                    CHECK(y >= of(side, density, {}, false) * (1 - 1e-12));
                    CHECK(of(side, density, h, true) >= y * (1 - 1e-12));
                }
            }
}

TEST_CASE("shares of bins are no less than 0 and sum to at most the yield of the least of them") {
    for (int const a : {0, 2, 10})
        for (double const x : {0.05, 0.8, 4.0, 20.0})
            for (double const p : {0.1, 0.6, 1.0}) {
                std::array<product_bin, 3> const bins{
                    {{"a", 144, fraction{p}, 3.0 * USD},
                     {"b", 132, fraction{0.7}, 2.0 * USD},
                     {"c", 100, fraction{0.9}, 1.0 * USD}}};
                auto const s = bin_shares(bins, 144, fraction{0.6}, x, a);
                double sum = 0.0;
                for (auto const& share : s) {
                    CHECK(share.value >= 0.0);
                    sum += share.value;
                }
                CHECK(sum <= harvested_yield<double>({144, 100}, fraction{0.6}, x, a).value + 1e-14);
                CHECK(sum > 0.0);
            }
}

TEST_CASE("packing: no kind beats the best of its own, and edge, street and zones never add a die") {
    for (double side = 6.0; side < 90.0; side *= 1.21)
        for (double const aspect : {0.5, 0.8, 1.0, 1.7}) {
            outline const o{side * millimetre, side * aspect * millimetre};
            wafer const w{};
            int const grid = dies_per_wafer(w, o), rows = dies_per_wafer(w, o, packing::free_rows);
            INFO(side << " x " << side * aspect << " mm: " << grid << ", " << rows);
            CHECK(dies_per_wafer(w, o, packing::symmetric_grid) <= grid);
            CHECK(dies_per_wafer(w, o, packing::symmetric_rows) <= rows);
            CHECK(grid <= rows);
            CHECK(dies_per_wafer({.edge_exclusion = 4.0 * millimetre}, o) <= grid);
            CHECK(dies_per_wafer({.street = 0.3 * millimetre}, o) <= grid);
            wafer notched{};
            notched.zones[0] = notch_zone(w, 10.0 * millimetre, 8.0 * millimetre);
            CHECK(dies_per_wafer(notched, o) <= grid);
            CHECK(dies_per_wafer(notched, o, packing::free_rows) <= rows);
            // a zone that no die can touch changes nothing, though the search is another
            wafer same{};
            same.zones[0] = notch_zone(w, 1.0 * millimetre, 2.9 * millimetre);
            CHECK(dies_per_wafer(same, o) == grid);
            CHECK(dies_per_wafer(same, o, packing::free_rows) == rows);
        }
}
