// SPDX-License-Identifier: Apache-2.0
// The bytes of an export's file as text, and in its report in what encoding they were.
#pragma once

#include "file_report.hpp"
#include "plugins/text/decode.hpp"

namespace colonnade::linkedin {

// Returns why the bytes are no text, or empty.
[[nodiscard]] inline std::string_view decode(std::string& content, FileReport& report) {
    const auto decoded = text::decode(content);
    report.encoding = decoded.encoding;
    report.replaced = decoded.replaced;
    return decoded.problem;
}

}  // namespace colonnade::linkedin
