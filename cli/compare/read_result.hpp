// SPDX-License-Identifier: Apache-2.0
// A result read back from its JSON: whose it is, by what rules, the points of all pillars and
// rules.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/explain/result.hpp"

namespace colonnade::cli {

// A hundred times what the largest rulebook makes of a person, with `--explain`.
inline constexpr std::size_t MostResultBytes = 64 * 1024 * 1024;

struct ReadResult {
    engine::Result result;
    std::string program;  // the version that made it
};

// Nothing where it is no result, or one that cannot be read.
[[nodiscard]] std::optional<ReadResult> read_result(std::string_view json);

// Whether it was to be one, in whatever form or state.
[[nodiscard]] bool is_meant_as_result(std::string_view json);

}  // namespace colonnade::cli
