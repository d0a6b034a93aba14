# Zero overhead, counted: the instructions of `sweep_units` against those of `sweep_doubles` in one program. Both are
# extern "C", not inlined, and do the same work, called from main; what they call is counted with them.
#   cmake -DVALGRIND=<exe> -DPROGRAM=<exe> [-DLIMIT=0.02] -P count_instructions.cmake

cmake_minimum_required(VERSION 3.25)

if(NOT DEFINED LIMIT)
    set(LIMIT 0.02)
endif()

function(count out function)
    execute_process(
        COMMAND "${VALGRIND}" --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect=${function} "${PROGRAM}"
        RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output TIMEOUT 300)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${PROGRAM} under valgrind ended with ${result}\n${output}")
    endif()
    if(NOT output MATCHES "Collected : ([0-9]+)" OR CMAKE_MATCH_1 LESS 1000)
        message(FATAL_ERROR "too few instructions counted in ${function}: is it called, extern \"C\" and not inlined?\n${output}")
    endif()
    set(${out} ${CMAKE_MATCH_1} PARENT_SCOPE)
endfunction()

count(units sweep_units)
count(doubles sweep_doubles)

# whole numbers only here: parts per million
math(EXPR excess "(${units} - ${doubles}) * 1000000 / ${doubles}")
string(REGEX MATCH "^([0-9]*)\\.?([0-9]*)$" matched "${LIMIT}")
string(SUBSTRING "${CMAKE_MATCH_2}000000" 0 6 decimals)
math(EXPR limit "0${CMAKE_MATCH_1} * 1000000 + 1${decimals} - 1000000")

message(STATUS "instructions: units ${units}, doubles ${doubles}, excess ${excess} ppm, limit ${limit} ppm")
if(excess GREATER limit)
    message(FATAL_ERROR "quantities cost more than doubles")
endif()
