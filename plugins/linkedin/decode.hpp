// SPDX-License-Identifier: Apache-2.0
// From the bytes of a file to UTF-8 with line ends that a table can be read by.
#pragma once

#include <string>
#include <string_view>

#include "file_report.hpp"

namespace colonnade::linkedin {

// LinkedIn writes UTF-8, and wrote UTF-16 in 2018; Excel writes Windows-1252. What cannot be read
// as any of them is replaced and counted in the report. Returns why the bytes are no text, or
// empty.
[[nodiscard]] std::string_view decode(std::string& content, FileReport& report);

}  // namespace colonnade::linkedin
