// SPDX-License-Identifier: Apache-2.0
// What a change of rules may do to people at most, for the program to end with 0. Decided once, on
// scores with one decimal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/impact/changes.hpp"
#include "cli/options.hpp"

namespace colonnade::cli {

struct ImpactGates {
    std::optional<double> max_moved;         // points
    std::optional<std::string> max_crossed;  // a number of people, or a share of them
};

// Says what is wrong where an exit code comes back.
[[nodiscard]] std::variant<ImpactGates, Exit> read_impact_gates(const Options& options);

struct ImpactGate {
    enum class What {
        Moved,   // nobody's score moves by more than `limit` points
        Crossed  // at most `limit` people get another rating, or a score where there was none
    };
    What what = What::Moved;
    std::string asked;  // `--max-crossed 2%`
    double limit = 0;
    std::optional<double> actual;  // nothing where nobody was compared: it is missed
    bool passed = false;
};

// `crossed`: people with another rating than before.
[[nodiscard]] std::vector<ImpactGate> decide_impact(const ImpactGates& gates,
                                                    const Changes& changes, std::size_t crossed);

}  // namespace colonnade::cli
