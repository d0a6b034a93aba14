#include <tallywatt/chip/kernel.hpp>

#include <array>

#include "approx.hpp"
#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {

template <class T = double>
struct basic_engine_at_work {
    basic_matrix_engine<T> engine{
        .peak = dense(1978.9 * TFLOP_per_second),
        .compute_share = basic_fraction<T>{T(0.653)},
        .memory_share = basic_fraction<T>{T(0.936)},
        .launch = 2.25 * microsecond,
        .wave = basic_fraction<T>{T(0.457)}};
    byte_rate<T> bandwidth = 3.35 * TB_per_second;
    static constexpr char const* kind = "engine_at_work";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"engine"}, self.engine...);
        visit(field{"bandwidth"}, self.bandwidth...);
    }
};

matmul_plan product(double rows, double columns = 4096, double inner = 7168) {
    return plan_matmul(1, rows, columns, inner, 1.0 * byte, 1.0 * byte, 132);
}
duration<> time_of(matmul_plan const& k, int exponent = 2) {
    basic_engine_at_work<> e;
    e.engine.exponent = exponent;
    return matmul_time(k, pace_of(e.engine, e.bandwidth));
}

} // namespace

TEST_CASE("kernel time: derivatives, intervals, packs, float") {
    for (int exponent : {1, 2, 4, 8}) {
        basic_engine_at_work<> e;
        e.engine.exponent = exponent;
        CAPTURE(exponent);
        arithmetics::check_all(e, []<class T>(basic_engine_at_work<T> const& x) {
            auto const pace = pace_of(x.engine, x.bandwidth);
            return std::array<T, 4>{
                matmul_time(product(64), pace).base_value, matmul_time(product(300), pace).base_value,
                matmul_time(product(8192), pace).base_value,
                split_matmul(product(300), pace).compute.base_value};
        });
    }
}

TEST_CASE("time grows with rows, columns and depth, and never beats the roofline") {
    for (int exponent : {1, 2, 4, 8}) {
        duration<> last = 0.0 * second;
        // per row: multiples of a tile, since 64 rows cost what 1 row does; a whole wave may cost less than a part of
        // one
        for (double rows = 64; rows < 1e5; rows *= 2) {
            matmul_plan const k = product(rows);
            duration<> const t = time_of(k, exponent);
            CHECK(t > last);
            CHECK(t > k.useful / (1978.9 * TFLOP_per_second));
            CHECK(t > k.traffic / (3.35 * TB_per_second));
            CHECK(time_of(product(rows, 8192), exponent) > t);
            CHECK(time_of(product(rows, 4096, 8192), exponent) > t);
            CHECK(product(rows - 10).padded == k.padded);
            last = t;
        }
    }
}

TEST_CASE("a larger exponent hides more of the smaller part") {
    for (double rows : {64.0, 256.0, 2048.0}) {
        CHECK(time_of(product(rows), 8) < time_of(product(rows), 4));
        CHECK(time_of(product(rows), 4) < time_of(product(rows), 2));
        CHECK(time_of(product(rows), 2) < time_of(product(rows), 1));
    }
}

TEST_CASE("twice the rates halve the time beyond launch") {
    basic_engine_at_work<> e;
    auto twice = e;
    twice.engine.peak = 2.0 * e.engine.peak;
    twice.bandwidth = 2.0 * e.bandwidth;
    for (double rows : {64.0, 300.0, 4096.0}) {
        duration<> const a = matmul_time(product(rows), pace_of(e.engine, e.bandwidth)) - e.engine.launch;
        duration<> const b = matmul_time(product(rows), pace_of(twice.engine, twice.bandwidth)) - e.engine.launch;
        CHECK(a / b == near(2.0, 1e-12));
    }
}

TEST_CASE("the p-norm lies between the larger part and the sum, from nanoseconds to minutes, also in float") {
    for (double scale : {1e-8, 2e-6, 1.0, 60.0})
        for (int p : {1, 2, 4, 8}) {
            CAPTURE(scale);
            double const d = p_norm(scale * second, 0.8 * scale * second, p).in(second);
            CHECK(d >= scale);
            CHECK(d <= 1.8 * scale * (1 + 1e-15));
            // 1e-8 s to the eighth is below float's range in milliseconds too; from a microsecond on it holds
            if (scale < 1e-6)
                continue;
            float const f =
                p_norm(duration<float>(scale * second), duration<float>(0.8 * scale * second), p).base_value;
            CHECK(static_cast<double>(f) == near(d, 1e-5));
        }
}
