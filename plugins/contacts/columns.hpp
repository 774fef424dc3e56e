// SPDX-License-Identifier: Apache-2.0
// The header of a list of contacts: which column is what, in English and German.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "contact.hpp"

namespace colonnade::contacts {

// What a column of this name holds, or nothing.
[[nodiscard]] std::optional<Column> column_named(std::string_view name);

// By place in the row; nothing where a column is not known.
using Header = std::vector<std::optional<Column>>;

// The row as a header, or empty where it is none: it names people or ways to reach them, and
// something that tells about them.
[[nodiscard]] Header header_in(std::span<const std::string_view> row);

}  // namespace colonnade::contacts
