// SPDX-License-Identifier: Apache-2.0
// Whether DATA is read line by line, and what its lines are called by.
#pragma once

#include <string>

namespace colonnade::cli {

// NDJSON, compressed or not, and Parquet: its name tells, or its first lines.
[[nodiscard]] bool is_lines(const std::string& data);

// `people` of `people.ndjson` and `people.ndjson.gz`; ids of lines begin with it.
[[nodiscard]] std::string stem_of_lines(const std::string& data);

}  // namespace colonnade::cli
