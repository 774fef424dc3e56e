// SPDX-License-Identifier: Apache-2.0
// JSON values, and the texts that they become.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

// Compiled once, in json.cpp: a file that made its own would compile a second longer.
extern template class nlohmann::basic_json<nlohmann::ordered_map>;
extern template class nlohmann::basic_json<>;

namespace colonnade::cli {

// Keys in the order in which they were put in.
using JsonValue = nlohmann::ordered_json;
// What others wrote: keys in alphabetical order, found at once even among a million.
using ForeignJson = nlohmann::json;

// Both may be shown in a terminal. Text that is no UTF-8 is replaced rather than refused: an answer
// is never lost to one letter. Indented by two, with a line end:
[[nodiscard]] std::string json_document(const JsonValue& json);
// On one line, without a line end:
[[nodiscard]] std::string json_line(const JsonValue& json);

}  // namespace colonnade::cli
