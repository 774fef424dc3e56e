// SPDX-License-Identifier: Apache-2.0
// The formats that `score` writes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/population/score_table.hpp"

namespace colonnade::cli {

enum class Format { Text, Json, Html, Markdown, Junit, Csv, Ndjson, Parquet };

// By its name, as `--format` has it.
[[nodiscard]] std::optional<Format> format_named(std::string_view name);
// By the ending of a file's name; text where that tells nothing.
[[nodiscard]] Format format_of_file(const std::string& path);
[[nodiscard]] std::string_view name_of(Format format);
// Of a file with it: `md`.
[[nodiscard]] std::string_view ending_of(Format format);
// `text, json, … or parquet`.
[[nodiscard]] std::string names_of_formats();

// Which table it is; nothing for whole results.
[[nodiscard]] std::optional<TableFormat> table_format(Format format);

}  // namespace colonnade::cli
