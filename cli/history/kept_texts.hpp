// SPDX-License-Identifier: Apache-2.0
// What is kept beside a result, so that it can be scored again: the profile document, and the texts
// of the rulebook. As texts and not as an image, because later versions must still read them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/types/catalogue.hpp"
#include "engine/load/image.hpp"
#include "engine/load/input.hpp"

namespace colonnade::cli {

// Only what rules may read: keys that are no facts of the schema are left out.
// Precondition: it has been read as a profile document.
[[nodiscard]] std::string kept_document(std::string_view json, const dsl::Catalogue& catalogue);

[[nodiscard]] std::string rulebook_texts(const std::vector<engine::Input>& inputs);
// The same back; nothing where it is not of that form.
[[nodiscard]] std::optional<engine::Image> read_rulebook_texts(const std::string& texts);

}  // namespace colonnade::cli
