#pragma once
// Runs the program and keeps what it prints.

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <sys/wait.h>

namespace program_test {

struct result {
    int code = -1;
    std::string out{}, err{};
};

inline std::string text_of(std::filesystem::path const& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

/// A folder of this run, removed at its end.
inline std::filesystem::path scratch() {
    struct folder {
        std::filesystem::path path{};
        folder() {
            std::string name = (std::filesystem::temp_directory_path() / "tallywatt-XXXXXX").string(); // mkdtemp's pattern
            if (mkdtemp(name.data()) == nullptr)
                std::abort();
            path = name;
        }
        folder(folder const&) = delete;
        folder& operator=(folder const&) = delete;
        ~folder() {
            std::error_code ignored;
            std::filesystem::remove_all(path, ignored);
        }
    };
    static folder const here;
    return here.path;
}
inline std::string written(std::string const& name, std::string const& text) {
    std::filesystem::path const file = scratch() / name;
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
}

/// Runs the program with arguments as a shell takes them.
inline result run(std::string const& arguments) {
    std::filesystem::path const out = scratch() / "out", err = scratch() / "err";
    std::string const command = std::string("'" TALLYWATT_PROGRAM "' ") + arguments + " >'" + out.string() + "' 2>'" + err.string() + "' </dev/null";
    int const status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(out), text_of(err)};
}

} // namespace program_test
