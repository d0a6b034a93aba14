# Dependencies. A target that the enclosing project already has is taken; then an installed package; then, unless
# TALLYWATT_FETCH_DEPENDENCIES is off, a pinned release. FETCHCONTENT_SOURCE_DIR_<NAME> names a local copy.

include(FetchContent)

set(tallywatt_boost_version 1.74)
set(tallywatt_fmt_version 9)
set(tallywatt_json_version 3.9)
set(tallywatt_cli_version 2.1)

# tallywatt_find(<target> <package> <version> <url> [find_package arguments...])
#
# `options` holds "NAME VALUE" settings of the package's own build, set in a scope of their own; `download_options` what is
# special about its download.
function(tallywatt_find target package version url)
    if(TARGET ${target})
        return()
    endif()
    if(NOT TALLYWATT_FETCH_DEPENDENCIES)
        find_package(${package} ${version} CONFIG REQUIRED ${ARGN})
        return()
    endif()
    set(CMAKE_POLICY_DEFAULT_CMP0077 NEW) # option() in the package honours the settings
    set(CMAKE_CXX_CLANG_TIDY "")
    set(CMAKE_VERIFY_INTERFACE_HEADER_SETS OFF)
    foreach(setting IN LISTS options)
        string(REPLACE " " ";" setting "${setting}")
        set(${setting})
    endforeach()
    FetchContent_Declare(
        ${package}
        URL "${url}"
        DOWNLOAD_EXTRACT_TIMESTAMP OFF
        ${download_options}
        FIND_PACKAGE_ARGS ${version} CONFIG ${ARGN})
    FetchContent_MakeAvailable(${package})
    if(TARGET ${target}) # its headers warn nowhere, as an installed package's
        get_target_property(aliased ${target} ALIASED_TARGET)
        foreach(built IN ITEMS ${aliased} ${package})
            if(TARGET ${built})
                set_target_properties(${built} PROPERTIES SYSTEM ON)
            endif()
        endforeach()
    endif()
    string(TOLOWER "${package}" name)
    set(${name}_SOURCE_DIR "${${name}_SOURCE_DIR}" PARENT_SCOPE)
endfunction()

# Boost: headers only, so the release's folders are used as they are and nothing of it is configured or built.
set(download_options URL_HASH SHA256=2e64e5d79a738d0fa6fb546c6e5c2bd28f88d268a2a080546f74e5ff98f29d0e SOURCE_SUBDIR none)
tallywatt_find(Boost::headers Boost ${tallywatt_boost_version}
               https://github.com/boostorg/boost/releases/download/boost-1.84.0/boost-1.84.0.tar.xz COMPONENTS headers)
unset(download_options)
set(tallywatt_boost_fetched OFF)
if(NOT TARGET Boost::headers)
    set(tallywatt_boost_fetched ON)
    add_library(Boost::headers INTERFACE IMPORTED GLOBAL)
    if(EXISTS "${boost_SOURCE_DIR}/boost/version.hpp")
        target_include_directories(Boost::headers INTERFACE "${boost_SOURCE_DIR}")
    else()
        file(GLOB tallywatt_boost_folders "${boost_SOURCE_DIR}/libs/*/include" "${boost_SOURCE_DIR}/libs/numeric/*/include")
        target_include_directories(Boost::headers INTERFACE ${tallywatt_boost_folders})
    endif()
endif()

if(TALLYWATT_IO)
    set(options "FMT_INSTALL ON" "FMT_TEST OFF" "FMT_DOC OFF") # installed along: tallywatt::io links it
    tallywatt_find(fmt::fmt fmt ${tallywatt_fmt_version} https://github.com/fmtlib/fmt/archive/refs/tags/10.2.1.tar.gz)
endif()

file(GLOB tallywatt_json_headers "${PROJECT_SOURCE_DIR}/include/tallywatt/io/json*.hpp")
# The validation program, built with the examples, reads and writes JSON.
if(TALLYWATT_IO AND TALLYWATT_JSON AND (tallywatt_json_headers OR TALLYWATT_BUILD_EXAMPLES))
    set(options "JSON_BuildTests OFF" "JSON_Install ON")
    tallywatt_find(nlohmann_json::nlohmann_json nlohmann_json ${tallywatt_json_version}
                   https://github.com/nlohmann/json/archive/refs/tags/v3.11.3.tar.gz)
endif()

if(TALLYWATT_IO AND TALLYWATT_JSON AND TALLYWATT_BUILD_EXAMPLES)
    set(options "CLI11_BUILD_TESTS OFF" "CLI11_BUILD_EXAMPLES OFF" "CLI11_BUILD_DOCS OFF")
    tallywatt_find(CLI11::CLI11 CLI11 ${tallywatt_cli_version} https://github.com/CLIUtils/CLI11/archive/refs/tags/v2.4.2.tar.gz)
endif()

if(TALLYWATT_BUILD_TESTS)
    set(options "DOCTEST_WITH_TESTS OFF" "DOCTEST_WITH_MAIN_IN_STATIC_LIB OFF" "DOCTEST_NO_INSTALL ON")
    tallywatt_find(doctest::doctest doctest 2.4.6 https://github.com/doctest/doctest/archive/refs/tags/v2.4.12.tar.gz)
endif()

if(TALLYWATT_BUILD_BENCHMARKS)
    set(options "BENCHMARK_ENABLE_TESTING OFF" "BENCHMARK_ENABLE_INSTALL OFF" "BENCHMARK_ENABLE_WERROR OFF"
        "CMAKE_BUILD_TYPE Release")
    tallywatt_find(benchmark::benchmark_main benchmark 1.6 https://github.com/google/benchmark/archive/refs/tags/v1.8.3.tar.gz)
endif()
unset(options)
