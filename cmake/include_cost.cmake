# What including an umbrella header costs, in preprocessed lines beyond those of Boost.Units' own SI system (so that another
# standard library or Boost moves both sides). A header that drags in more than its ceiling fails.
#   cmake -DCOMPILER=<exe> -DINCLUDE=<dir|dir> -DWORK=<folder> [-DSKIP=<header|header>] -P include_cost.cmake
#
# A ceiling is about a third above what the header takes now. Raise it only for something worth that much of every build.

cmake_minimum_required(VERSION 3.25)

set(ceilings
    units=2000
    finance=7500
    energy=9500
    silicon=13500
    facility=13000
    chip=12500
    cluster=13500
    workload=20000
    tco=21500
    io=44000          # fmt
    number=7000
    tallywatt=68000)  # with explore: strings, vectors, functions

string(REPLACE "|" ";" SKIP "${SKIP}")
string(REPLACE "|" ";" folders "${INCLUDE}")
list(TRANSFORM folders PREPEND -I)
file(MAKE_DIRECTORY "${WORK}")

function(count_lines out header)
    file(WRITE "${WORK}/header.cpp" "#include <${header}>\n")
    execute_process(
        COMMAND "${COMPILER}" -std=c++20 -O2 -E -P ${folders} "${WORK}/header.cpp" -o "${WORK}/header.ii"
        RESULT_VARIABLE result ERROR_VARIABLE message)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "<${header}> does not go through the preprocessor\n${message}")
    endif()
    file(READ "${WORK}/header.ii" text)
    string(LENGTH "${text}" with)
    string(REPLACE "\n" "" text "${text}")
    string(LENGTH "${text}" without)
    math(EXPR lines "${with} - ${without}")
    set(${out} ${lines} PARENT_SCOPE)
endfunction()

count_lines(base boost/units/systems/si.hpp)
if(base LESS 1000)
    message(FATAL_ERROR "Boost.Units alone is ${base} lines: is this a preprocessor?")
endif()
message(STATUS "boost/units/systems/si.hpp: ${base} lines; beyond them:")
set(over "")
foreach(entry IN LISTS ceilings)
    string(REGEX MATCH "^(.*)=(.*)$" matched "${entry}")
    set(name ${CMAKE_MATCH_1})
    set(ceiling ${CMAKE_MATCH_2})
    if(name IN_LIST SKIP)
        continue()
    endif()
    count_lines(lines tallywatt/${name}.hpp)
    math(EXPR lines "${lines} - ${base}")
    message(STATUS "tallywatt/${name}.hpp: ${lines} lines of at most ${ceiling}")
    if(lines GREATER ceiling)
        list(APPEND over ${name})
    endif()
endforeach()
if(over)
    list(JOIN over ", " over)
    message(FATAL_ERROR "these headers drag in too much: ${over}")
endif()
