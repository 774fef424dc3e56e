// SPDX-License-Identifier: Apache-2.0
// The two results that `compare` is about: kept ones, results as files, or data scored now.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "cli/compare/comparison.hpp"
#include "cli/compare/kept_source.hpp"
#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

namespace colonnade::cli {

struct ComparedSide {
    ComparedResult shown;              // with all digits
    std::optional<KeptSource> source;  // where it can be scored again
    std::shared_ptr<Session> session;  // by its rules; null where they are not loaded
    std::string rulebook_texts;        // of a kept one
    bool is_kept = false;              // not made by this run
};

struct ComparedSides {
    ComparedSide from;
    ComparedSide to;
};

// What is wrong has been said where an exit code comes back.
[[nodiscard]] std::variant<ComparedSides, Exit> find_sides(const Options& options);

}  // namespace colonnade::cli
