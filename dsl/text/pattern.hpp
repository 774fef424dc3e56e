// SPDX-License-Identifier: Apache-2.0
// A pattern that is looked for in texts, whatever the case. The time that it takes grows with the
// text and never explodes: no look-ahead, no look-behind, no back-reference.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace colonnade::dsl {

// More than anybody can read.
inline constexpr std::size_t MostPatternBytes = 1024;
// Steps that a pattern may take for each byte of a text where its table does not fit into memory.
inline constexpr int MostPatternSteps = 5'000;
// What a pattern may keep of its table, in bytes.
inline constexpr int MostPatternMemory = 1 << 20;

struct PatternProblem {
    bool limit = false;  // a bound was exceeded, rather than the form
    std::size_t begin = 0;
    std::size_t end = 0;  // bytes of the pattern
    std::string message;
    std::string help;
};

class Pattern {
public:
    // A pattern that occurs nowhere.
    Pattern() = default;

    [[nodiscard]] static std::variant<Pattern, PatternProblem> read(std::string_view text);

    // May be called by any number of threads at once.
    [[nodiscard]] bool occurs_in(std::string_view text) const;

private:
    struct Compiled;
    std::shared_ptr<const Compiled> compiled_;
};

}  // namespace colonnade::dsl
