// SPDX-License-Identifier: Apache-2.0
// Texts in XML.
#pragma once

#include <string>
#include <string_view>

namespace colonnade::cli {

// For text and attribute values. Characters that XML cannot hold even as a reference become
// visible.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace colonnade::cli
