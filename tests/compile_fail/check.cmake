# Checks one misuse:  cmake -DSETTINGS=<file> -DCASE=<file.cpp> -P check.cmake
#
#   // misuse: adding a power to an energy
#   // must-contain: no match for .operator\+         one or more; CMake regular expressions, matched against the
#   // must-contain-gcc: ...                          compiler's whole output (plain quotes, no source excerpts)
#   // must-contain-clang: ...
#   // must-not-contain: boost::units                 optional; -gcc and -clang as above
#   #include <tallywatt/units.hpp>
#   #ifdef TALLYWATT_MISUSE
#   auto wrong = ...;
#   #else
#   auto right = ...;                                 the positive twin
#   #endif
#
# Without the macro the file must compile without a warning. With it, compilation must fail, the first error must lie in
# the lines of the misuse or be instantiated from them, and the output must contain the text.

cmake_minimum_required(VERSION 3.25)

include("${SETTINGS}")
include("${CMAKE_CURRENT_LIST_DIR}/../../cmake/text.cmake")
set(memory_limit_kib 3000000)
set(time_limit_s 60)

if(compiler_id STREQUAL "GNU")
    set(dialect gcc)
    set(limit_errors -fmax-errors=20)
else()
    set(dialect clang)
    set(limit_errors -ferror-limit=20)
endif()

get_filename_component(name "${CASE}" NAME)
file(READ "${CASE}" source)
text_lines(lines "${source}")

function(reject reason)
    message(FATAL_ERROR "${name}: ${reason}")
endfunction()

# ---- the case: its texts, and the lines of its misuse ----
set(misuse "")
set(must "")
set(must_not "")
set(number 0)
set(first 0)
set(last 0)
foreach(line IN LISTS lines)
    math(EXPR number "${number} + 1")
    text_plain(plain "${line}")
    string(REGEX REPLACE "^\\|(.*)$" "\\1" plain "${plain}")
    if(plain MATCHES "^// misuse: *(.+)$")
        set(misuse "${CMAKE_MATCH_1}")
    elseif(plain MATCHES "^// must-(not-)?contain(-gcc|-clang)?: *(.*[^ ]) *$")
        set(negative "${CMAKE_MATCH_1}")
        set(only "${CMAKE_MATCH_2}")
        string(REGEX REPLACE "^\\|// must-[^:]*: *(.*[^ ]) *$" "\\1" text "${line}") # still encoded: fit for a list
        if(only STREQUAL "" OR only STREQUAL "-${dialect}")
            if(negative)
                list(APPEND must_not "${text}")
            else()
                list(APPEND must "${text}")
            endif()
        endif()
    elseif(plain MATCHES "^# *if.*TALLYWATT_MISUSE")
        set(first ${number})
    elseif(first AND NOT last AND plain MATCHES "^# *else")
        set(last ${number})
    endif()
endforeach()
if(misuse STREQUAL "")
    reject("no line '// misuse: ...' says what is wrong")
elseif(must STREQUAL "")
    reject("no must-contain line for ${dialect}")
elseif(first EQUAL 0 OR last EQUAL 0)
    reject("no #else after #ifdef TALLYWATT_MISUSE: the positive twin is missing")
endif()

# ---- the compiler ----
set(flags -std=c++20 -fsyntax-only -fdiagnostics-color=never -fno-diagnostics-show-caret -fmessage-length=0
          -Wall -Wextra -Wno-unused -Wno-missing-field-initializers)
if(dialect STREQUAL "clang")
    list(REMOVE_ITEM flags -fno-diagnostics-show-caret)
    list(APPEND flags -fno-caret-diagnostics)
endif()
foreach(folder IN LISTS own_includes)
    list(APPEND flags "-I${folder}")
endforeach()
list(REMOVE_DUPLICATES includes)
list(REMOVE_ITEM includes "" ${own_includes} ${implicit_includes})
foreach(folder IN LISTS includes)
    list(APPEND flags -isystem "${folder}")
endforeach()
foreach(definition IN LISTS definitions)
    list(APPEND flags "-D${definition}")
endforeach()

function(compile out_result out_output)
    execute_process(
        COMMAND "${CMAKE_COMMAND}" -E env LC_ALL=C sh -c "ulimit -v ${memory_limit_kib} 2>/dev/null; exec \"$@\"" sh
                "${compiler}" ${flags} ${ARGN} "${CASE}"
        RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output TIMEOUT ${time_limit_s})
    if(result MATCHES "[^0-9]" OR output MATCHES "internal compiler error|out of memory|PLEASE submit a bug report")
        reject("the compiler broke off (${result}, limits ${time_limit_s} s and ${memory_limit_kib} KiB)\n${output}")
    endif()
    set(${out_result} ${result} PARENT_SCOPE)
    set(${out_output} "${output}" PARENT_SCOPE)
endfunction()

# ---- the positive twin ----
compile(result output -Werror)
if(result)
    reject("the positive twin does not compile\n${output}")
endif()

# ---- the misuse ----
compile(result output -DTALLYWATT_MISUSE ${limit_errors})
if(NOT result)
    reject("the misuse compiles: ${misuse}")
endif()

foreach(text IN LISTS must)
    text_plain(text "${text}")
    if(NOT output MATCHES "${text}")
        reject("the message does not match '${text}'\n${output}")
    endif()
endforeach()
foreach(text IN LISTS must_not)
    text_plain(text "${text}")
    if(output MATCHES "${text}")
        reject("the message matches the forbidden '${text}'\n${output}")
    endif()
endforeach()

# g++ says before an error what it was instantiated from, clang after it. Lines that name the file as including a header
# start with "In file included" or blanks, not with the file.
text_lines(lines "${output}")
text_lines(case_name "${CASE}:")
string(LENGTH "${case_name}" skip)
set(errors 0)
set(found OFF)
foreach(line IN LISTS lines)
    set(is_error OFF)
    if(line MATCHES ": (fatal )?error: ")
        set(is_error ON)
        math(EXPR errors "${errors} + 1")
    endif()
    string(FIND "${line}" "${case_name}" position)
    if(position EQUAL 0 AND (is_error OR NOT line MATCHES ": warning: ") AND errors LESS 2
       AND (is_error OR dialect STREQUAL "gcc" OR errors EQUAL 1))
        string(SUBSTRING "${line}" ${skip} -1 rest)
        if(rest MATCHES "^([0-9]+):" AND CMAKE_MATCH_1 GREATER first AND CMAKE_MATCH_1 LESS last)
            set(found ON)
        endif()
    endif()
    if((is_error AND dialect STREQUAL "gcc") OR errors GREATER 1)
        break()
    endif()
endforeach()
if(NOT found)
    reject("the first error does not come from the lines of the misuse\n${output}")
endif()
