#include <tallywatt/chip/power.hpp>

#include <array>

#include "property/silicon/arithmetics.hpp"

using namespace tallywatt;

namespace {

/// What of an accelerator and of a step moves power.
template <class T = double>
struct basic_board_at_work {
    power<T> tdp = 700.0 * watt, idle = 77.0 * watt;
    energy_per_data<T> memory_energy = 70.0 * picojoule_per_byte, link_energy = 40.0 * picojoule_per_byte;
    temperature<T> reference = celsius(T(60.0)), coolant = celsius(T(35.0));
    basic_fraction<T> leakage_share{T(0.5)}, compute_share{T(0.7)};
    rate_per_kelvin<T> growth = 0.012 / kelvin;
    thermal_resistance<T> resistance = 0.05 * kelvin / watt;
    basic_ratio<T> boost{T(0.4)};
    energy<T> matrix = 200.0 * joule;
    duration<T> time = 1.0 * second;
    static constexpr char const* kind = "board_at_work";
    template <class V, class... S>
    static constexpr void each(V&& visit, S&&... self) {
        visit(field{"tdp"}, self.tdp...);
        visit(field{"idle"}, self.idle...);
        visit(field{"memory_energy"}, self.memory_energy...);
        visit(field{"link_energy"}, self.link_energy...);
        visit(field{"reference"}, self.reference...);
        visit(field{"coolant"}, self.coolant...);
        visit(field{"leakage_share"}, self.leakage_share...);
        visit(field{"compute_share"}, self.compute_share...);
        visit(field{"growth"}, self.growth...);
        visit(field{"resistance"}, self.resistance...);
        visit(field{"boost"}, self.boost...);
        visit(field{"matrix"}, self.matrix...);
        visit(field{"time"}, self.time...);
    }
};

template <class T>
power_state<T> state_of(basic_board_at_work<T> const& b) {
    basic_accelerator<T> chip{};
    chip.tdp = b.tdp;
    chip.idle = b.idle;
    chip.memory_energy = b.memory_energy;
    chip.link_energy = b.link_energy;
    chip.leakage_reference = b.reference;
    chip.leakage_share = b.leakage_share;
    chip.leakage_growth = b.growth;
    chip.junction_to_coolant = b.resistance;
    chip.boost_energy = b.boost;
    return step_power(chip, work_counts<T>{b.matrix, 1.0 * TB, 0.1 * TB}, b.time, b.compute_share, b.coolant);
}

} // namespace

TEST_CASE("power of a step: derivatives, intervals, packs, float") {
    auto const results = []<class T>(basic_board_at_work<T> const& b) {
        power_state<T> const s = state_of(b);
        return std::array<T, 3>{s.draw.base_value, s.fixed.base_value, s.time.base_value};
    };
    basic_board_at_work<> uncapped, held, capped;
    held.matrix = 450.0 * joule; // its clock rises to where the limit holds it
    capped.matrix = 1200.0 * joule;
    arithmetics::check_all(uncapped, results);
    arithmetics::check_all(held, results);
    arithmetics::check_all(capped, results);
}

TEST_CASE("power rises with work and never passes the cap; time only grows") {
    power<> last{};
    for (double j = 10.0; j < 1e5; j *= 1.5) {
        basic_board_at_work<> b;
        b.matrix = j * joule;
        auto const s = state_of(b);
        CHECK(s.draw >= last);
        CHECK(s.draw <= b.tdp * (1.0 + 1e-12));
        CHECK(s.time >= b.time);
        CHECK(s.clock.value <= 1.0);
        CHECK(s.clock.value > 0.0);
        last = s.draw;
    }
}

TEST_CASE("warmer coolant draws more at rest and slows a capped chip") {
    basic_board_at_work<> warm, cold;
    cold.coolant = celsius(20.0);
    warm.coolant = celsius(45.0);
    CHECK(state_of(warm).draw > state_of(cold).draw);
    cold.matrix = warm.matrix = 2000.0 * joule;
    CHECK(state_of(warm).time > state_of(cold).time);
}
