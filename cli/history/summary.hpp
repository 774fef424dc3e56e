// SPDX-License-Identifier: Apache-2.0
// What a trend needs of a result, kept beside the whole of it: a thousand of them are read in the
// time of a look. Texts are there in all languages of the rulebook, numbers with all digits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/explain/result.hpp"
#include "engine/load/load_rulebook.hpp"
#include "plugins/stores/store.hpp"

namespace colonnade::cli {

[[nodiscard]] std::string summary_of(const engine::Result& result,
                                     const engine::LoadedRulebook& loaded);

// The same back: total, bounds, rating and pillars without rules, in `language`, or the rulebook's
// first where that is empty. Texts that are not there in it are the first ones that are. Nothing
// where the store is damaged.
[[nodiscard]] std::optional<engine::Result> read_summary(const stores::StoredSummary& stored,
                                                         std::string_view language);

}  // namespace colonnade::cli
