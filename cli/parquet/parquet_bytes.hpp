// SPDX-License-Identifier: Apache-2.0
// A Parquet file as NDJSON: an object a row, with the columns' names as keys.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cli/bytes/byte_source.hpp"

namespace colonnade::cli {

// How every Parquet file begins.
inline constexpr std::string_view ParquetStart = "PAR1";

// Null where it cannot be, and `problem` says why. The descriptor is that of a file, and closed in
// the end.
[[nodiscard]] std::unique_ptr<ByteSource> parquet_bytes(int descriptor, std::string& problem);

}  // namespace colonnade::cli
