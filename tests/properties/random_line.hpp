// SPDX-License-Identifier: Apache-2.0
// Lines of NDJSON for the schema `everything` in all the ways in which programs write them, and
// broken in all the ways in which bytes break. Thousands of small choices a line, of which there is
// nothing to shrink: all come from one seed.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/types/catalogue.hpp"

namespace colonnade::tests {

class LineMaker {
public:
    explicit LineMaker(std::uint32_t seed) : chance_(seed) {}

    // Lines of a file, most of them written by the same program and good.
    [[nodiscard]] std::string lines();

private:
    // How a program writes.
    struct Style {
        std::string behind_comma;
        std::string before_comma;  // and inside of brackets
        std::string behind_colon;
        std::string line_end = "\n";
        bool is_shuffled = false;
        std::size_t percent_known = 100;
        std::size_t percent_odd = 0;
    };

    Style style();
    std::string document(const Style& style);
    std::string member(const Style& style, std::string_view key, const std::string& value);
    std::string joined(const Style& style, std::vector<std::string> parts);
    std::string list(const Style& style, const dsl::Fact& fact);
    std::string value(const Style& style, const dsl::Type& type);
    std::string number();
    std::string moment();
    std::string text();
    std::string broken(std::string line);

    std::size_t below(std::size_t n) { return chance_() % n; }
    bool happens(std::size_t percent) { return below(100) < percent; }
    std::string one_of(std::initializer_list<const char*> choices);

    std::mt19937 chance_;
};

}  // namespace colonnade::tests
