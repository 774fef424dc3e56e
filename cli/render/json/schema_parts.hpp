// SPDX-License-Identifier: Apache-2.0
// What the writers of JSON Schemas share. Internal to rendering. JSON goes from one to the other as
// text: no header of ours meets the library that makes it.
#pragma once

#include <string>
#include <string_view>

#include "dsl/form/keys.hpp"

namespace colonnade::cli {

// A whole schema: its head, then the keys of the object `body`.
[[nodiscard]] std::string whole_schema(std::string_view kind, std::string_view what,
                                       std::string_view body);
// A map with the keys of a table, and all that is in it.
[[nodiscard]] std::string map_schema(const dsl::KeyTable& table);
// What stands under one key, with its meaning.
[[nodiscard]] std::string key_schema(const dsl::Key& key);

// The definition that Shape::Facts refers to.
inline constexpr auto FactsOfTests = "facts";

// What parse_moment accepts, and what an editor says where a text is none.
inline constexpr auto MomentPattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$";
inline constexpr auto MomentExample =
    "Expected a date such as \"2026-01-31\", or \"2026-01-31T09:30:00Z\".";

}  // namespace colonnade::cli
