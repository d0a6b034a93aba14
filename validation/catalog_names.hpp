#pragma once
// Published names to catalog objects, found by their ids in the registry: an entry that joins the catalog is used from
// then on. Models that the catalog lacks take the shape of measured.json's own table of models.

#include "case.hpp"

#include <tallywatt/chip/stack.hpp>
#include <tallywatt/cluster/cluster.hpp>
#include <tallywatt/workload/transformer.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace validation {

struct found_model {
    tallywatt::transformer shape{};
    std::string note{};  ///< printed with rows that use it, where the shape is not the catalog's
};
std::optional<found_model> find_model(library_of_cases const& cases, std::string_view published_name);

/// A server of the accelerator, with the fabric its vendor's reference systems have.
std::optional<tallywatt::cluster> find_cluster(std::string_view accelerator);

/// A software stack by its id ("vllm_2025"). Throws std::invalid_argument where there is none.
tallywatt::software_stack find_stack(std::string_view id);

tallywatt::precision precision_of(std::string_view name);

}  // namespace validation
