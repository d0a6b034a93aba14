# Text as a CMake list of lines. The characters that lists treat specially are replaced while the lines are a list, and
# every line starts with a bar, so that empty lines survive. The characters come back with text_plain().

cmake_minimum_required(VERSION 3.25)

string(ASCII 1 text_semicolon)
string(ASCII 2 text_open)
string(ASCII 3 text_close)
string(ASCII 4 text_backslash)

# text_lines(<out> <text>): the lines of a text, each "|" and the encoded line
function(text_lines out text)
    string(REPLACE ";" "${text_semicolon}" text "${text}")
    string(REPLACE "[" "${text_open}" text "${text}")
    string(REPLACE "]" "${text_close}" text "${text}")
    string(REPLACE "\\" "${text_backslash}" text "${text}")
    string(REGEX REPLACE "\r?\n$" "" text "${text}")
    string(REGEX REPLACE "\r?\n" ";|" text "${text}")
    set(${out} "|${text}" PARENT_SCOPE)
endfunction()

# text_plain(<out> <encoded>): the text of one encoded line, or of several joined
function(text_plain out text)
    string(REPLACE "${text_semicolon}" ";" text "${text}")
    string(REPLACE "${text_open}" "[" text "${text}")
    string(REPLACE "${text_close}" "]" text "${text}")
    string(REPLACE "${text_backslash}" "\\" text "${text}")
    set(${out} "${text}" PARENT_SCOPE)
endfunction()

# text_join(<out> <encoded lines...>): plain text, every line ended
function(text_join out)
    set(text "")
    foreach(line IN LISTS ARGN)
        string(SUBSTRING "${line}" 1 -1 line)
        string(APPEND text "${line}\n")
    endforeach()
    text_plain(text "${text}")
    set(${out} "${text}" PARENT_SCOPE)
endfunction()
