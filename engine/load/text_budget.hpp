// SPDX-License-Identifier: Apache-2.0
// Counts the text of all files of one rulebook, because many files within their bound could still
// fill the memory.
#pragma once

#include <cstddef>
#include <memory>

#include "dsl/text/diagnostic.hpp"

namespace colonnade::engine {

// Twice the bound of one file: the largest rulebook with as much beside it. Reading takes a
// multiple of it in memory.
inline constexpr std::size_t MostRulebookBytes = 32 * 1024 * 1024;

class TextBudget {
public:
    // Counts a file that is about to be read. Answers false where it is one too many, and reports
    // the first of those.
    [[nodiscard]] bool take(const std::shared_ptr<const dsl::Source>& file,
                            dsl::Diagnostics& diagnostics);

private:
    std::size_t taken_ = 0;
    bool reported_ = false;
};

}  // namespace colonnade::engine
