#pragma once
// What software of an accelerator costs by licence. Serving and training stacks of the catalog are open source: nothing.
//
//   d.finance.software = catalog::nvidia_ai_enterprise;      // 4,500 USD a year, used or not

#include <tallywatt/number/estimate.hpp>
#include <tallywatt/number/field.hpp>
#include <tallywatt/units/constants.hpp>

namespace tallywatt::catalog {

/// List prices of a GPU: by the year, and by the hour in clouds. Some boards come with years of it, and large buyers negotiate.
inline constexpr money_per_accelerator_time<> nvidia_ai_enterprise = 4'500.0 / 8'760.0 * USD / accelerator_hour,
                                              nvidia_ai_enterprise_by_the_hour = 1.0 * USD / accelerator_hour;
inline constexpr source nvidia_ai_enterprise_source{
    "NVIDIA, earnings call of the third quarter of fiscal 2024: 4,500 USD per GPU and year", "2023-11", confidence::high};
inline constexpr source nvidia_ai_enterprise_by_the_hour_source{"The Register on GTC 2025: 1 USD an hour in clouds", "2025-04", confidence::high};

} // namespace tallywatt::catalog
