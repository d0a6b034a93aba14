// misuse: a rate with structured sparsity given as a dense one
// must-contain: sparse_basis
#include <tallywatt/chip/accelerator.hpp>
#include <tallywatt/units.hpp>

using namespace tallywatt;
using namespace tallywatt::literals;

#ifdef TALLYWATT_MISUSE
constexpr matrix_engine wrong{.peak = sparse(3958_TFLOPs)};
#else
constexpr matrix_engine right{.peak = as_dense(sparse(3958_TFLOPs))};
static_assert(right.peak == dense(1979_TFLOPs));
#endif
