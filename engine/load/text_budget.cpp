// SPDX-License-Identifier: Apache-2.0
#include "engine/load/text_budget.hpp"

#include <fmt/format.h>

namespace colonnade::engine {

bool TextBudget::take(const std::shared_ptr<const dsl::Source>& file,
                      dsl::Diagnostics& diagnostics) {
    const auto size = file->text().size();
    if (size <= MostRulebookBytes - taken_) {
        taken_ += size;
        return true;
    }
    if (!reported_) {
        diagnostics.report(
            {dsl::Code::LimitExceeded,
             file,
             {0, 1},
             fmt::format("with this file the rulebook has {} bytes, more than {} for all its files",
                         taken_ + size, MostRulebookBytes)});
        reported_ = true;
    }
    return false;
}

}  // namespace colonnade::engine
