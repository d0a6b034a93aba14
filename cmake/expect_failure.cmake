# Proves that a check can fail: runs a command that must exit non-zero and say why.
#   cmake -DEXPECT=<regex> -P expect_failure.cmake -- <command...>

cmake_minimum_required(VERSION 3.25)

set(command "")
set(rest OFF)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE ${last})
    if(rest)
        list(APPEND command "${CMAKE_ARGV${i}}")
    elseif(CMAKE_ARGV${i} STREQUAL "--")
        set(rest ON)
    endif()
endforeach()

execute_process(COMMAND ${command} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(result EQUAL 0)
    message(FATAL_ERROR "the check passed where it must fail\n${output}")
endif()
string(REGEX REPLACE "[ \n]+" " " flat "${output}") # message() wraps its text
if(NOT flat MATCHES "${EXPECT}")
    message(FATAL_ERROR "the check failed (${result}), but its output does not match '${EXPECT}'\n${output}")
endif()
