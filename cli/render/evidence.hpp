// SPDX-License-Identifier: Apache-2.0
// How good the reason of a rule is, in words.
#pragma once

#include <string>
#include <string_view>

namespace colonnade::cli {

// Of `official`, `study`, `practice` or `opinion`; empty for anything else.
[[nodiscard]] std::string evidence_text(std::string_view name, std::string_view language);

}  // namespace colonnade::cli
