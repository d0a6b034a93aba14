#pragma once
// invalid_input: a value that makes no sense. Says where, what was given and what is allowed:
//   site.cooling.approach: -3 K is below 0 K
// What merely does not fit is never an error but a limit in the report (tco/limit.hpp).

#include <stdexcept>
#include <string>
#include <utility>

namespace tallywatt {

class invalid_input : public std::invalid_argument {
public:
    invalid_input(std::string path, double value, std::string unit, std::string const& complaint)
        : std::invalid_argument(path + ": " + complaint), path_(std::move(path)), unit_(std::move(unit)), value_(value) {}

    [[nodiscard]] std::string const& path() const noexcept { return path_; }  ///< field path, "site.cooling.approach"
    [[nodiscard]] std::string const& unit() const noexcept { return unit_; }  ///< unit the message is in
    [[nodiscard]] double value() const noexcept { return value_; }            ///< offending value, in house base units

private:
    std::string path_, unit_;
    double value_;
};

}  // namespace tallywatt
