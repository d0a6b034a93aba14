#include "commands.hpp"

#include <tallywatt/io/json_scenario.hpp>
#include <tallywatt/io/reference.hpp>
#include <tallywatt/io/schema.hpp>

namespace program {

using namespace tallywatt;

namespace {
shape const& scenario_shape() { return shape_of<rebind_t<scenario_deployment, estimate>>(); }
} // namespace

output schema() {
    return {json_schema(scenario_shape(), catalog_names(), "tallywatt scenario", tallywatt::detail::scenario_keys)};
}

output reference() { return {field_reference(scenario_shape(), catalog_names())}; }

} // namespace program
