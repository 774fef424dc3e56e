// SPDX-License-Identifier: Apache-2.0
#include "engine/isolate/call_failures.hpp"

#include "dsl/text/unicode.hpp"
#include "engine/host/abi.hpp"
#include "engine/isolate/wire.hpp"

namespace colonnade::engine {

std::optional<std::vector<CallFailure>> read_failures(std::string_view payload, Rows rows) {
    WireReader from(payload);
    std::vector<CallFailure> failures(from.count(static_cast<std::size_t>(rows.size()) + 1));
    for (auto& failure : failures) {
        failure.row = from.number<std::int64_t>();
        failure.message = dsl::visible(cut_text(from.text(), MostMessageBytes));
        const bool is_every = failure.row == CallFailure::EveryRow;
        if (!is_every && (failure.row < 0 || failure.row >= rows.size())) return std::nullopt;
        if (!is_every) failure.row += rows.begin;
    }
    if (!from.is_done()) return std::nullopt;
    return failures;
}

}  // namespace colonnade::engine
