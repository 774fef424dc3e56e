// SPDX-License-Identifier: Apache-2.0
// JSON Schemas of single values, as text. Internal to rendering.
//
// A YAML editor knows numbers, yes/no and nothing where our files have texts only, so each says
// which of those may stand for the text that is meant. Where `true` is a text like any other it is
// allowed by a condition, because editors offer the types that are named outright.
#pragma once

#include <string>

#include "dsl/form/keys.hpp"

namespace colonnade::cli {

// The value under a key of this shape; not for those with an `inner` table.
[[nodiscard]] std::string shape_schema(const dsl::Key& key);
// Any value that is one text for us.
[[nodiscard]] std::string text_schema();
// The keys of a map that are ids, or names.
[[nodiscard]] std::string id_schema();
[[nodiscard]] std::string name_schema();

}  // namespace colonnade::cli
