// SPDX-License-Identifier: Apache-2.0
// A rulebook compiled for columns: a flat list of instructions, each computing one column over all
// profiles or over all elements of one list. Equal expressions of all rules are one instruction.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "dsl/rulebook/rulebook.hpp"
#include "dsl/types/catalogue.hpp"
#include "engine/column/batch.hpp"

namespace colonnade::engine {

// An argument of a plugin's function.
struct CallArgument {
    int value = -1;           // instruction of a value, or
    int base = -1;            // of a list: which elements are in its window, and
    int condition = -1;       // which fulfil its condition, or -1; or
    int words = -1;           // index of a word list
    int fact = -1;            // of a list
    bool nullable = false;    // unknown values are handed over
    std::vector<int> fields;  // of a list: the fields that the function reads, in its order
    std::vector<bool> field_nullable;  // elements with an unknown field that is not are left out
};

struct Instruction {
    dsl::Op op = dsl::Op::Constant;
    bool expand = false;  // instead of `op`: copies the profile's value args[0] to each element
    dsl::Type type;
    int scope = -1;  // list whose elements it runs over, or -1: profiles
    double number = 0;
    int fact = -1;
    int field = -1;  // of a ListValue: the list's `at`, or -1
    int function = -1;
    std::string text;
    dsl::Pattern pattern;
    std::vector<int> args;
    // Aggregates over a list. `base` is a ListValue instruction.
    int base = -1;
    int condition = -1;
    int element = -1;
    std::vector<CallArgument> call;
    dsl::Bounds bounds;  // of facts, fields and calls

    [[nodiscard]] bool is_text() const { return type.is(dsl::Kind::Text); }
    // False for what the rulebook fixes, or the day: nobody can change it.
    [[nodiscard]] bool can_differ() const {
        return expand || (op != dsl::Op::Constant && op != dsl::Op::TextConstant &&
                          op != dsl::Op::AsOf && op != dsl::Op::Refused);
    }
};

struct CompiledRule {
    int pillar = 0;
    int measure = -1;
    int condition = -1;
};

struct Program {
    std::vector<Instruction> code;    // parts stand before their users
    std::vector<CompiledRule> rules;  // of all pillars, in the rulebook's order
    std::vector<int> cautions;        // instruction of each `when`
    std::vector<int> places;  // instruction of each typed node, or -1 where nothing needs it
    Projection projection;

    [[nodiscard]] const Instruction& at(int i) const { return code[static_cast<std::size_t>(i)]; }
    // The instructions that `i` uses directly.
    [[nodiscard]] std::vector<int> parts_of(int i) const;
};

// Precondition: the rulebook was read without errors against `catalogue`.
[[nodiscard]] Program compile(const dsl::Rulebook& rulebook, const dsl::Catalogue& catalogue);

}  // namespace colonnade::engine
