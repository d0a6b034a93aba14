#include "commands.hpp"

#include <tallywatt/io/json_scenario.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>

namespace program {

using namespace tallywatt;

namespace {
std::string text_of(std::istream& in, std::string const& name) {
    std::size_t const most = document_limits{}.bytes;
    std::string text;
    char buffer[65536];
    while (in.read(buffer, sizeof buffer) || in.gcount() > 0) {
        text.append(buffer, static_cast<std::size_t>(in.gcount()));
        if (text.size() > most)
            throw bad_input(name + ": more than " + std::to_string(most) + " bytes");
    }
    if (in.bad())
        throw bad_input(name + ": cannot be read");
    return text;
}
} // namespace

std::string read_file(std::string const& name) {
    if (name == "-")
        return text_of(std::cin, "standard input");
    std::error_code error;
    if (std::filesystem::is_directory(name, error))
        throw bad_input(name + ": is a folder");
    std::ifstream in(name, std::ios::binary);
    if (!in)
        throw bad_input(name + ": cannot be opened");
    return text_of(in, name);
}

document load(std::string const& name) {
    std::string const text = read_file(name);
    try {
        return read_document(text);
    } catch (invalid_input const& e) {
        throw bad_input(name + ": " + e.what());
    }
}

scenario scenario_in(document const& d, std::string const& file) {
    try {
        return scenario_of(d);
    } catch (invalid_input const& e) {
        throw bad_input(file + ": " + e.what());
    }
}

std::string title_of(scenario const& s, std::string const& file) {
    return !s.title.empty() ? tallywatt::detail::readable(s.title) : file == "-" ? "standard input" : std::filesystem::path(file).stem().string();
}

std::string as_pointer(std::string const& path) {
    if (path.empty() || path.front() == '/')
        return path;
    std::string pointer = "/";
    for (char c : path)
        if (c != ']')
            pointer += c == '.' || c == '[' ? '/' : c;
    return pointer;
}

} // namespace program
