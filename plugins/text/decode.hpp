// SPDX-License-Identifier: Apache-2.0
// From the bytes of a file to UTF-8 with line ends that a table can be read by.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace colonnade::text {

struct Decoded {
    std::string_view problem;   // why the bytes are no text, or empty
    std::string_view encoding;  // where it is not UTF-8
    std::int64_t replaced = 0;  // places that are no text in that encoding
};

// Programs write UTF-8 or, some, UTF-16; Excel writes Windows-1252. What cannot be read as any of
// them is replaced and counted.
[[nodiscard]] Decoded decode(std::string& content);

}  // namespace colonnade::text
