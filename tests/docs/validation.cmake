# Holds docs/validation.md against what the validation program prints, or writes it.
#   cmake -DROOT=<project> -DPROGRAM=<tallywatt_validate> -DACTUAL=<file to write> [-DUPDATE=ON] -P validation.cmake

cmake_minimum_required(VERSION 3.25)

set(document "${ROOT}/docs/validation.md")
execute_process(COMMAND "${PROGRAM}" --page RESULT_VARIABLE result OUTPUT_FILE "${ACTUAL}" ERROR_VARIABLE errors TIMEOUT 600)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "${PROGRAM} --page ended with ${result}\n${errors}")
endif()
if(EXISTS "${document}")
    execute_process(COMMAND "${CMAKE_COMMAND}" -E compare_files "${document}" "${ACTUAL}" RESULT_VARIABLE differ OUTPUT_QUIET
                    ERROR_QUIET)
    if(NOT differ)
        message(STATUS "docs/validation.md is up to date")
        return()
    endif()
endif()
if(UPDATE)
    configure_file("${ACTUAL}" "${document}" COPYONLY)
    message(STATUS "updated docs/validation.md")
    return()
endif()
find_program(DIFF diff)
if(DIFF AND EXISTS "${document}")
    execute_process(COMMAND "${DIFF}" -u "${document}" "${ACTUAL}")
endif()
message(FATAL_ERROR "docs/validation.md is stale; the target update_docs writes it anew")
