# Compares what a program prints with an approved file, or writes that file.
#   cmake -DPROGRAM=<exe> -DAPPROVED=<file> -DACTUAL=<file to write> [-DUPDATE=ON] -P approve.cmake

cmake_minimum_required(VERSION 3.25)

get_filename_component(name "${APPROVED}" NAME)
execute_process(COMMAND "${PROGRAM}" RESULT_VARIABLE result OUTPUT_FILE "${ACTUAL}" ERROR_VARIABLE errors TIMEOUT 120)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "${PROGRAM} ended with ${result}\n${errors}")
endif()

if(UPDATE)
    configure_file("${ACTUAL}" "${APPROVED}" COPYONLY)
    message(STATUS "approved ${name}")
    return()
endif()

if(NOT EXISTS "${APPROVED}")
    file(READ "${ACTUAL}" text)
    message("${text}")
    message(FATAL_ERROR "no approved output tests/approved/${name}: read the text above and, if it is right, run scripts/approve")
endif()

execute_process(COMMAND "${CMAKE_COMMAND}" -E compare_files "${APPROVED}" "${ACTUAL}" RESULT_VARIABLE differ OUTPUT_QUIET
                ERROR_QUIET)
if(differ)
    find_program(DIFF diff)
    if(DIFF)
        execute_process(COMMAND "${DIFF}" -u "${APPROVED}" "${ACTUAL}")
    endif()
    message(FATAL_ERROR "the output differs from tests/approved/${name}; if the new one is right, run scripts/approve")
endif()
