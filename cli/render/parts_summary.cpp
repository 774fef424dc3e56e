// SPDX-License-Identifier: Apache-2.0
#include "cli/render/parts_summary.hpp"

#include <fmt/format.h>

#include "cli/json.hpp"
#include "cli/render/totals_chart.hpp"

namespace colonnade::cli {
std::string parts_summary(std::size_t parts, const Outcome& outcome) {
    return fmt::format(
        "{}\n{}\n{}\n{}\n{}\n\n{}", number_row("parts", parts), number_row("people", outcome.rows),
        number_row("not assessed", outcome.totals.not_assessed),
        number_row("in error", outcome.failed), number_row("left out", outcome.rejects),
        totals_chart(outcome.totals.totals));
}

std::string parts_summary_json(std::size_t parts, const Outcome& outcome) {
    const JsonValue json{{"parts", parts},
                         {"people", outcome.rows},
                         {"not_assessed", outcome.totals.not_assessed},
                         {"failed", outcome.failed},
                         {"rejects", outcome.rejects},
                         {"totals", outcome.totals.totals}};
    return json_line(json) + "\n";
}

}  // namespace colonnade::cli
