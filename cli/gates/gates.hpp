// SPDX-License-Identifier: Apache-2.0
// The gates of a call, and their decision for one person.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/gates/baseline.hpp"
#include "cli/gates/gate.hpp"
#include "cli/options.hpp"
#include "dsl/rulebook/rulebook.hpp"
#include "engine/explain/result.hpp"

namespace colonnade::cli {

struct PillarGate {
    std::size_t pillar = 0;  // in the rulebook's order
    double limit = 0;
};

struct Gates {
    std::optional<double> min_score;
    std::vector<PillarGate> min_pillars;
    std::optional<double> max_drop;
    Baseline baseline;  // where there is a `max_drop`
    bool no_caution = false;

    // Whether there are some that only whole results can answer.
    [[nodiscard]] bool need_results() const { return max_drop || no_caution; }
    [[nodiscard]] bool any() const { return min_score || !min_pillars.empty() || need_results(); }
};

// Says what is wrong where an exit code comes back. `sha256` is that of the rulebook.
[[nodiscard]] std::variant<Gates, Exit> read_gates(const Options& options,
                                                   const dsl::Rulebook& rulebook,
                                                   const std::string& sha256);

// In the order total, pillars, drop, cautions. Where nothing was assessed, all are missed.
[[nodiscard]] std::vector<GateResult> decide(const Gates& gates, const engine::Result& exact);

}  // namespace colonnade::cli
