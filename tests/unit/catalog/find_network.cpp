#include <tallywatt/catalog/find_network.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace tallywatt;

TEST_CASE("networks, switches, media and scale-up technologies by name") {
    CHECK(catalog::find_network("InfiniBand NDR").object == &catalog::infiniband_ndr);
    CHECK(catalog::find_network("roce 800g").object == &catalog::roce_800g);
    CHECK(catalog::find_network("spectrum-x photonics").object == &catalog::roce_800g_photonics);
    CHECK(catalog::find_switch("qm9700").object == &catalog::quantum_2);
    CHECK(catalog::find_switch("tomahawk 5").object == &catalog::tomahawk_5);
    CHECK(catalog::find_scale_up("NVLink 5").object == &catalog::nvlink5);
    CHECK(catalog::find_scale_up("UB").object == &catalog::unified_bus);
    CHECK(std::holds_alternative<pluggable>(catalog::find_medium("lpo_800g").held()));
    CHECK(std::holds_alternative<copper_cable>(catalog::find_medium("passive copper, 100G lanes").held()));
    static_assert(catalog::find_network("infiniband_hdr").object == &catalog::infiniband_hdr);
}

TEST_CASE("what no network is called, and what several are") {
    CHECK_THROWS_AS(catalog::find_network("roce"), invalid_input);
    CHECK_THROWS_AS(catalog::find_network("token ring"), invalid_input);
    CHECK_THROWS_AS(catalog::find_medium(""), invalid_input);
}

TEST_CASE("ids are objects' names, once each, and find themselves") {
    std::set<std::string> ids;
    for (auto const& e : catalog::all_networks) {
        CHECK(ids.insert(e.id).second);
        CHECK(catalog::find_network(e.id).object == e.object);
        CHECK(catalog::find_network(e.object->name).object == e.object);
        CHECK_NOTHROW(check(scale_out(*e.object)));
        CHECK(plan_network(*e.object, 1024, 8).reached);
    }
    for (auto const& e : catalog::all_switches)
        CHECK(catalog::find_switch(e.id).object == e.object);
    for (auto const& e : catalog::all_scale_ups)
        CHECK(catalog::find_scale_up(e.id).object == e.object);
    for (auto const& e : catalog::all_media)
        CHECK(std::string(catalog::find_medium(e.id).id) == e.id);
}
