# Writes files as string constants of a C++ source, so that the program runs from anywhere.
#   cmake "-DFILES=<file|file>" -DOUTPUT=<source> -P embed.cmake
# Each <name>.json becomes `std::string const& <name>_json()` in namespace validation::data.

cmake_minimum_required(VERSION 3.25)

set(piece 12000) # characters of one literal: compilers need not take more than 65,536
set(text "// Written by validation/embed.cmake.\n#include <string>\n\nnamespace validation::data {\n")
string(REPLACE "|" ";" FILES "${FILES}")
foreach(file IN LISTS FILES)
    get_filename_component(name "${file}" NAME_WE)
    file(READ "${file}" content)
    string(LENGTH "${content}" length)
    string(APPEND text "std::string const& ${name}_json();\nstd::string const& ${name}_json() {\n"
           "    static std::string const text = [] {\n        std::string t;\n        t.reserve(${length});\n")
    set(at 0)
    while(at LESS length)
        string(SUBSTRING "${content}" ${at} ${piece} part)
        string(APPEND text "        t += R\"~~~(${part})~~~\";\n")
        math(EXPR at "${at} + ${piece}")
    endwhile()
    string(APPEND text "        return t;\n    }();\n    return text;\n}\n")
endforeach()
string(APPEND text "} // namespace validation::data\n")
file(WRITE "${OUTPUT}" "${text}")
