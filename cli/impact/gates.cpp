// SPDX-License-Identifier: Apache-2.0
#include "cli/impact/gates.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/points_option.hpp"
#include "cli/population/outcome.hpp"
#include "cli/terminal.hpp"
#include "engine/score/decimals.hpp"

namespace colonnade::cli {
namespace {

ImpactGate decide_moved(double limit, const Changes& changes) {
    ImpactGate gate{ImpactGate::What::Moved, fmt::format("--max-moved {}", limit), limit, {}};
    if (changes.compared == 0) return gate;
    const auto tenths = std::max(changes.moves.largest_up(), -changes.moves.largest_down());
    gate.actual = engine::Decimals(1).value(tenths);
    gate.passed = *gate.actual <= limit;
    return gate;
}

ImpactGate decide_crossed(const std::string& most, const Changes& changes, std::size_t crossed) {
    const auto limit = most_rejects(most, changes.people()).value_or(0);
    ImpactGate gate{ImpactGate::What::Crossed,
                    fmt::format("--max-crossed {}", most),
                    static_cast<double>(limit),
                    {}};
    if (changes.compared == 0) return gate;
    gate.actual = static_cast<double>(crossed);
    gate.passed = crossed <= limit;
    return gate;
}

}  // namespace

std::variant<ImpactGates, Exit> read_impact_gates(const Options& options) {
    ImpactGates gates;
    if (!options.max_moved.empty()) {
        gates.max_moved = points_of(options.max_moved);
        if (!gates.max_moved) {
            say_error(
                fmt::format("`--max-moved {}`: expected points from 0 to 100", options.max_moved),
                "for instance --max-moved 5");
            return Exit::Usage;
        }
    }
    if (!options.max_crossed.empty()) {
        gates.max_crossed = options.max_crossed;
        if (!most_rejects(options.max_crossed, 0)) {
            say_error(fmt::format("`--max-crossed {}`: expected a number or a share",
                                  options.max_crossed),
                      "for instance --max-crossed 100 or --max-crossed 2%");
            return Exit::Usage;
        }
    }
    return gates;
}

std::vector<ImpactGate> decide_impact(const ImpactGates& gates, const Changes& changes,
                                      std::size_t crossed) {
    std::vector<ImpactGate> decided;
    if (gates.max_moved) decided.push_back(decide_moved(*gates.max_moved, changes));
    if (gates.max_crossed) decided.push_back(decide_crossed(*gates.max_crossed, changes, crossed));
    return decided;
}

}  // namespace colonnade::cli
