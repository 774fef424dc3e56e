// SPDX-License-Identifier: Apache-2.0
// An answers file to fill in: what the data could not tell, worth most first.
#pragma once

#include <string>
#include <string_view>

#include "dsl/types/catalogue.hpp"
#include "engine/explain/result.hpp"

namespace colonnade::cli {

[[nodiscard]] std::string render_answers(engine::Result result, const dsl::Catalogue& catalogue,
                                         std::string_view language);

}  // namespace colonnade::cli
