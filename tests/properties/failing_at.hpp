// SPDX-License-Identifier: Apache-2.0
// Functions of a plugin that fail for some profiles and not for others.
#pragma once

#include "tests/support/world.hpp"

namespace colonnade::tests {

// Every call fails for the profiles of one moment, in microseconds, and for their elements.
class FailingAt final : public ColumnFunctions {
public:
    explicit FailingAt(std::int64_t moment) : moment_(moment) {}
    std::vector<engine::CallFailure> call(int function, std::span<const engine::CallInput> inputs,
                                          std::span<const std::int64_t> as_of,
                                          engine::Slot& out) override {
        auto failures = ColumnFunctions::call(function, inputs, as_of, out);
        for (std::size_t row = 0; row < as_of.size(); ++row) {
            if (as_of[row] == moment_)
                failures.push_back({static_cast<std::int64_t>(row), "failed"});
        }
        return failures;
    }

private:
    std::int64_t moment_;
};

}  // namespace colonnade::tests
