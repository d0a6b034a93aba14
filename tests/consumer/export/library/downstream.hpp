#pragma once

#include <tallywatt/version.hpp>

tallywatt::version_number library_version();
