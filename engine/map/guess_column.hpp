// SPDX-License-Identifier: Apache-2.0
// Which column of a table a fact probably is, and how its cells are to be read. Internal to
// guessing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/types/catalogue.hpp"

namespace colonnade::engine {

struct SeenColumn {
    std::string name;
    std::vector<std::string_view> cells;  // of the first rows, trimmed
};

struct Target {
    std::string_view name;
    const dsl::Type* type = nullptr;
    const dsl::Texts* title = nullptr;
    const dsl::Texts* description = nullptr;
};

struct Guess {
    std::size_t column = 0;
    bool is_sure = false;
    std::string reading;  // the keys beside `column`, such as `, format: DD.MM.YYYY`
    std::string why;
};

// Nothing where no column is like it.
[[nodiscard]] std::optional<Guess> guess_column(const Target& target,
                                                const std::vector<SeenColumn>& columns);

}  // namespace colonnade::engine
