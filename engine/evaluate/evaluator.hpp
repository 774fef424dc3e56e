// SPDX-License-Identifier: Apache-2.0
// Runs a program over a batch: one instruction after the other, each over a whole column, or over
// one block of profiles after the other, so that what is computed is still near when it is used.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/column/batch.hpp"
#include "engine/evaluate/aggregates.hpp"
#include "engine/evaluate/failures.hpp"
#include "engine/evaluate/kernels.hpp"
#include "engine/evaluate/lowered_texts.hpp"
#include "engine/evaluate/needs.hpp"
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
    // For batches that come one after the other, in the same memory. `needed` are the instructions
    // that are computed, in rising order; all parts of one are among them.
    Evaluator(const Program& program, const dsl::Rulebook& rulebook, FunctionHost& functions,
              std::vector<int> needed);

    // What can be read lies in the evaluator itself.
    Evaluator(const Evaluator&) = delete;
    Evaluator(Evaluator&&) = default;

    // Computes every instruction for all profiles of the batch.
    void run();
    // Begins with a batch, which must outlive its evaluation: computes what plugins' functions
    // depend on for all of its profiles, and calls them.
    void begin(const Batch& batch);
    // Computes everything else for some of them; then values can be read for these only, and of
    // elements only after `look_at`.
    void run(Range rows);
    // Makes those values of elements of one of these profiles readable that its bounds depend on,
    // and of no other.
    void look_at(std::size_t row);

    // Takes the values of these instructions as given, instead of computing them. Call before
    // `begin` or `run`.
    void hold(std::span<const Override> held) { held_.assign(held.begin(), held.end()); }
    [[nodiscard]] bool is_held(int instruction) const { return held_value(instruction) != nullptr; }

    // The same profiles if `changed` had another value: everything that depends on it is computed
    // again, nothing else. What is held already stays. The receiver has run for all profiles, stays
    // as it is and must outlive the result.
    [[nodiscard]] Evaluator with(const Override& changed) const;
    // The same for values of `free` that change time and again by `change`.
    [[nodiscard]] Evaluator with_free(std::span<const int> free) const;
    // Holds these, which are among the free ones, and no other of them any more.
    void change(std::span<const Override> held);

    [[nodiscard]] const Batch& batch() const { return *batch_; }
    [[nodiscard]] const std::vector<int>& needed() const { return needed_; }
    [[nodiscard]] const SlotView& slot(int instruction) const { return slots_[index(instruction)]; }
    [[nodiscard]] const TextView& text(int instruction) const { return texts_[index(instruction)]; }
    // Why a plugin's function that the instruction depends on failed for the profile, or null.
    [[nodiscard]] const std::string* failure(int instruction, std::size_t row) const {
        return failures_.of(instruction, row);
    }
    // False: no profile has one.
    [[nodiscard]] bool may_fail(int instruction) const { return failures_.any_of(instruction); }
    [[nodiscard]] bool has_failures() const { return !failures_.empty(); }
    // Elements that an aggregate had to leave out because its condition or field was unknown.
    [[nodiscard]] std::size_t left_out(int aggregate, std::size_t row) const;

private:
    // A text that is there for the whole batch is still searched block by block.
    struct Lowered {
        std::optional<Range> taken;  // whose texts these are
        LoweredTexts texts;
    };
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    // The rows or elements that an instruction of the scope is being computed for.
    [[nodiscard]] Range range_of(int scope) const;
    void mark_early(int i);

    void compute(int i);
    [[nodiscard]] const double* held_value(int instruction) const;
    [[nodiscard]] SlotView given(double value, Range range, Slot& own) const;
    [[nodiscard]] SlotView compute_value(const Instruction& in, int i);
    [[nodiscard]] SlotView compute_with_kernel(const Instruction& in, int i);
    [[nodiscard]] static bool is_early(const Instruction& in);
    [[nodiscard]] SlotView constant(double value, Range range, Slot& own) const;
    [[nodiscard]] SlotView as_of(Range rows, Slot& own) const;
    [[nodiscard]] Operand operand(int part, Range range) const;
    [[nodiscard]] const Column& column_of(const Instruction& in) const;
    [[nodiscard]] SlotView call(const Instruction& in, Slot& own, int i);
    void note(std::vector<CallFailure> failures, const Instruction& in, Slot& out, int i);
    [[nodiscard]] std::size_t profile_of(const Instruction& in, std::size_t at) const;

    // lists.cpp
    [[nodiscard]] SlotView select(const Instruction& in, Slot& own) const;
    [[nodiscard]] SlotView expand(const Instruction& in, Slot& own) const;
    void expand_text(const Instruction& in, TextSlot& own, TextView& view) const;
    [[nodiscard]] SlotView aggregate(const Instruction& in, Slot& own, bool by_flags);
    [[nodiscard]] Elements elements_of(const Instruction& aggregate, std::size_t row) const;
    [[nodiscard]] TimeSpan time_of(const Instruction& aggregate, std::size_t row) const;
    struct Window {
        double after = 0;
        double until = 0;
    };
    [[nodiscard]] Window window_of(const Instruction& list, std::size_t row) const;

    // whole_lists.cpp
    void find_whole_lists();
    [[nodiscard]] bool is_whole(int list) const { return list >= 0 && is_whole_[index(list)] != 0; }
    [[nodiscard]] bool counts_flags(const Instruction& aggregate, int i) const;
    void flag(const Instruction& in, int i);
    void compute_flags(const Instruction& in, Range range, std::uint8_t* flags) const;
    void flag_window(const Instruction& in, Range range, std::uint8_t* flags) const;
    void flag_comparison(const Instruction& in, Range range, std::uint8_t* flags) const;
    [[nodiscard]] const std::uint8_t* flags_of(int part, std::size_t first) const;
    [[nodiscard]] FlaggedElements flagged_elements_of(const Instruction& aggregate,
                                                      std::size_t row) const;

    // texts.cpp
    void compute_text(const Instruction& in, int i);
    void load_text(const Instruction& in, Range range, TextSlot& own, TextView& view) const;
    void lower(const Instruction& in, int i, Range range, TextView& view);
    [[nodiscard]] LoweredTexts& lowered(int text, Range range);
    [[nodiscard]] SlotView of_texts(const Instruction& in, Slot& own, int i);
    [[nodiscard]] SlotView contains(const Instruction& in, Slot& own, Buffer<std::uint8_t>& flags);
    [[nodiscard]] SlotView number_texts(int text, Range range, Slot& own) const;

    const Program& program_;
    const dsl::Rulebook& rulebook_;
    FunctionHost& functions_;
    const Batch* batch_ = nullptr;
    std::vector<int> needed_;
    // Per instruction. Early: a call, or something that one depends on.
    std::vector<std::uint8_t> early_;
    std::vector<std::uint8_t> numbered_;  // a text that an aggregate counts
    std::vector<Need> needs_;             // none: every value, because each can be read
    std::vector<Slot> own_;
    std::vector<TextSlot> own_texts_;
    std::vector<Lowered> lowered_;         // of texts, to search in
    std::vector<LoweredTexts> own_lower_;  // what `lower` makes, which views lead to
    std::vector<SlotView> slots_;
    std::vector<TextView> texts_;
    std::vector<Buffer<std::uint8_t>> own_flags_;
    std::vector<PlacedFlags> flags_;
    std::vector<int> lists_;              // that the program is about
    std::vector<std::uint8_t> is_whole_;  // per fact: of the list everything is known, in all rows_
    bool has_whole_ = false;              // any
    Failures failures_;
    Range rows_;  // being computed
    std::vector<Override> held_;
    std::size_t held_before_ = 0;  // of them by the evaluator that this one was made from
    std::vector<int> moved_;       // what depends on free instructions, and these
    std::vector<Operand> operands_;
    std::vector<double> fields_;
};

}  // namespace colonnade::engine
