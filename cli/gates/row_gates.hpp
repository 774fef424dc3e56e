// SPDX-License-Identifier: Apache-2.0
// Gates over many people: how many rows of a table miss one, decided on the figures that a result
// of that person would show.
#pragma once

#include <atomic>
#include <cstddef>

#include "cli/exit_code.hpp"
#include "cli/gates/gates.hpp"
#include "cli/population/score_sink.hpp"
#include "dsl/rulebook/rulebook.hpp"

namespace colonnade::cli {

class RowGates {
public:
    // Both must outlive this. Precondition: the gates need no results.
    RowGates(const dsl::Rulebook& rulebook, const Gates& gates)
        : rulebook_(rulebook), gates_(gates) {}

    // The same sinks, where there are gates with a look at each row; this must outlive them.
    [[nodiscard]] MakeSink judging(MakeSink sinks);

    // From any thread.
    void add(std::size_t rows, std::size_t missed);
    // Says how many rows missed a gate, where some did.
    [[nodiscard]] Exit end() const;

private:
    const dsl::Rulebook& rulebook_;
    const Gates& gates_;
    std::atomic<std::size_t> rows_{0};
    std::atomic<std::size_t> missed_{0};
};

}  // namespace colonnade::cli
