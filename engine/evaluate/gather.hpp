// SPDX-License-Identifier: Apache-2.0
// Brings the arguments of a plugin's function into columns: values as they are, lists cut down to
// the elements that are in, with the fields that the function reads.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/column/batch.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/evaluate/slots.hpp"
#include "engine/program/program.hpp"

namespace colonnade::engine {

class CallGathering {
public:
    // Everything given must outlive the gathering.
    CallGathering(const Program& program, const dsl::Rulebook& rulebook, const Batch& batch,
                  const Instruction& in, const std::vector<SlotView>& slots,
                  const std::vector<TextView>& texts);

    [[nodiscard]] std::span<const CallInput> inputs() const { return inputs_; }
    [[nodiscard]] std::span<const std::int64_t> as_of() const { return as_of_; }
    // Makes unknown what was computed from an argument that is unknown and must not be.
    void mask(Slot& out) const;

private:
    void add_value(const CallArgument& argument);
    void add_list(const CallArgument& argument);
    [[nodiscard]] bool is_in(const CallArgument& argument, std::size_t element) const;

    const Program& program_;
    const Batch& batch_;
    const std::vector<SlotView>& slots_;
    const std::vector<TextView>& texts_;
    std::vector<CallInput> inputs_;
    Buffer<std::int64_t> as_of_;
    std::vector<std::unique_ptr<Column>> columns_;
    std::vector<std::unique_ptr<ListColumn>> lists_;
    std::vector<std::uint8_t> complete_;  // per row: every argument that must be known is
};

}  // namespace colonnade::engine
