// SPDX-License-Identifier: Apache-2.0
// Runs a program over a batch: one instruction after the other, each over a whole column.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/column/batch.hpp"
#include "engine/evaluate/failures.hpp"
#include "engine/evaluate/slots.hpp"
#include "engine/program/program.hpp"

namespace colonnade::engine {

// One argument of a plugin's function as the host hands it over. Exactly one is set.
struct CallInput {
    const Column* column = nullptr;    // a value per row
    const ListColumn* list = nullptr;  // the selected elements of each row
    const dsl::WordList* words = nullptr;
};

// Why a call has no result for a row.
struct CallFailure {
    static constexpr std::int64_t EveryRow = -1;
    std::int64_t row = EveryRow;
    std::string message;
};

// Runs the plugins' functions. Implemented by the plugin host; tests bring their own.
class FunctionHost {
public:
    virtual ~FunctionHost() = default;
    // Fills `out`, sized to `as_of`, and leaves it unknown in the rows that failed. Once per batch
    // and instruction, never per row. `as_of` in microseconds.
    virtual std::vector<CallFailure> call(int function, std::span<const CallInput> inputs,
                                          std::span<const std::int64_t> as_of, Slot& out) = 0;
};

// The value of an instruction is taken as given for all rows of a batch.
struct Override {
    int instruction = -1;
    double value = 0;
};

class Evaluator {
public:
    // All must outlive the evaluator. The program must have been compiled from `rulebook`.
    Evaluator(const Program& program, const dsl::Rulebook& rulebook, const Batch& batch,
              FunctionHost& functions);

    // Computes every instruction.
    void run();
    // The same profiles if `changed` had another value: everything that depends on it is computed
    // again, nothing else. The receiver stays as it is and must outlive the result.
    [[nodiscard]] Evaluator with(const Override& changed) const;

    [[nodiscard]] const Slot& slot(int instruction) const {
        return slots_[static_cast<std::size_t>(instruction)];
    }
    [[nodiscard]] const TextSlot& text(int instruction) const {
        return texts_[static_cast<std::size_t>(instruction)];
    }
    // Why a plugin's function that the instruction depends on failed for the profile, or null.
    [[nodiscard]] const std::string* failure(int instruction, std::size_t row) const {
        return failures_.of(instruction, row);
    }
    // Elements that an aggregate had to leave out because its condition or field was unknown.
    [[nodiscard]] std::size_t left_out(int aggregate, std::size_t row) const;

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    [[nodiscard]] std::size_t length_of(int scope) const;

    void compute(int i);
    void compute_value(const Instruction& in, Slot& out, int i);
    void load(const Column& column, Slot& out) const;
    void select(const Instruction& in, Slot& out) const;
    void expand(const Instruction& in, int i);
    void aggregate(const Instruction& in, Slot& out) const;
    void call(const Instruction& in, Slot& out, int i);
    void note(std::vector<CallFailure> failures, const Instruction& in, Slot& out, int i);
    [[nodiscard]] std::size_t profile_of(const Instruction& in, std::size_t at) const;

    // texts.cpp
    void load_text(const Instruction& in, TextSlot& out) const;
    void compare_texts(const Instruction& in, Slot& out) const;
    void match_texts(const Instruction& in, Slot& out) const;
    void known_text(const Instruction& in, Slot& out) const;
    void number_texts(int text);
    void measure_text(const Instruction& in, Slot& out) const;
    void lower(const Instruction& in, TextSlot& out) const;

    const Program& program_;
    const dsl::Rulebook& rulebook_;
    const Batch& batch_;
    FunctionHost& functions_;
    std::vector<Slot> slots_;
    std::vector<TextSlot> texts_;
    Failures failures_;
};

}  // namespace colonnade::engine
