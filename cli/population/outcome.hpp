// SPDX-License-Identifier: Apache-2.0
// What a run over many people came to, and whether that is good enough.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/population/histogram.hpp"

namespace colonnade::cli {

struct Outcome {
    std::size_t rows = 0;
    std::size_t failed = 0;   // rows with a rule in error
    std::size_t rejects = 0;  // lines that are no profiles
    Histogram totals;

    void add(const Outcome& other);
};

// Says what was left out or failed; `rejects` is the file that tells of each line, or empty. Data
// where more lines were left out than the options allow.
[[nodiscard]] Exit judge(const Outcome& outcome, const Options& options,
                         const std::string& rejects);

// What `--max-rejects` allows of `lines`: a number, or a share such as `1%`. Nothing where it is
// neither.
[[nodiscard]] std::optional<std::size_t> most_rejects(std::string_view text, std::size_t lines);

}  // namespace colonnade::cli
