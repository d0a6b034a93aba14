# Flags for this project's own tests, examples and benchmarks. Linked PRIVATE by them, never exported.

add_library(tallywatt_dev_options INTERFACE)

if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_compile_options(
        tallywatt_dev_options
        INTERFACE
            -Wall
            -Wextra
            -Wpedantic
            -Wconversion
            -Wsign-conversion
            -Wshadow
            -Wold-style-cast
            -Wcast-align
            -Wcast-qual
            -Wformat=2
            -Wextra-semi
            -Wnon-virtual-dtor
            -Woverloaded-virtual
            -Wundef
            -Wunused
            -Wredundant-decls
            # members with defaults are left out of designated initialisers on purpose
            -Wno-missing-field-initializers)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(
            tallywatt_dev_options
            INTERFACE -Wdouble-promotion -Wduplicated-cond -Wlogical-op -Wcatch-value=2 -Wplacement-new=2
                      # a change of the C++17 calling convention; says nothing about the code
                      -Wno-psabi)
    else()
        target_compile_options(
            tallywatt_dev_options
            INTERFACE -Wloop-analysis -Wrange-loop-construct -Wunreachable-code -Wnewline-eof)
    endif()
    if(TALLYWATT_WARNINGS_AS_ERRORS)
        target_compile_options(tallywatt_dev_options INTERFACE -Werror)
    endif()
endif()

# What a test, example or benchmark links: the library with all that is built of it, and the flags above.
set(tallywatt_dev_libraries tallywatt_dev_options tallywatt::tallywatt)
if(TARGET tallywatt_io)
    list(APPEND tallywatt_dev_libraries tallywatt::io)
endif()
if(TARGET tallywatt_json)
    list(APPEND tallywatt_dev_libraries tallywatt::json)
endif()
