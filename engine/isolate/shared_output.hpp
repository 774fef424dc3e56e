// SPDX-License-Identifier: Apache-2.0
// The results of some rows on their way from a plugin's process into the caller's arrays, guards
// included: what was written beyond the rows is seen by the caller as if it had happened there.
#pragma once

#include <cstddef>
#include <span>

#include "colonnade/plugin.h"
#include "engine/isolate/column_writer.hpp"
#include "engine/isolate/output_layout.hpp"

namespace colonnade::engine {

class SharedOutput {
public:
    // Clears the memory for `rows`; its guards are those of the caller's output, whose arrays hold
    // all rows of the batch.
    SharedOutput(std::span<std::byte> memory, Rows rows, const colonnade_output& output);

    void copy_to(colonnade_output& output) const;

private:
    void copy_known(colonnade_output& output) const;

    std::span<std::byte> memory_;
    Rows rows_;
    OutputLayout layout_;
    std::byte guard_;  // as the caller has it
};

}  // namespace colonnade::engine
