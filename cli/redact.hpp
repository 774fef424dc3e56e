// SPDX-License-Identifier: Apache-2.0
// A profile document that shows what is kept of a person without showing the person.
#pragma once

#include <string>
#include <string_view>

#include "dsl/types/catalogue.hpp"

namespace colonnade::cli {

// The document with each text of a personal fact or field replaced by its length, `(32
// characters)`; an empty text stays, and so does everything else. `json` is a document that was
// read before.
[[nodiscard]] std::string redacted(std::string_view json, const dsl::Catalogue& catalogue);

}  // namespace colonnade::cli
