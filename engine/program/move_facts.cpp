// SPDX-License-Identifier: Apache-2.0
#include "engine/program/move_facts.hpp"

#include <cstddef>

namespace colonnade::engine {
namespace {

std::size_t index(int i) {
    return static_cast<std::size_t>(i);
}

// A field is told by the fact that it is of, so it is moved first.
class Mover {
public:
    explicit Mover(const dsl::JoinedCatalogue& joined) : joined_(joined) {}

    void move(Instruction& instruction) const {
        move_field(instruction.fact, instruction.field);
        move_fact(instruction.fact);
        move_fact(instruction.scope);
        for (auto& argument : instruction.call) {
            for (auto& field : argument.fields)
                move_field(argument.fact, field);
            move_fact(argument.fact);
        }
    }

    [[nodiscard]] Projection moved(const Projection& projection) const {
        auto moved = Projection::none(joined_.catalogue);
        for (std::size_t f = 0; f < projection.facts.size(); ++f) {
            const auto place = index(joined_.facts[f]);
            moved.facts[place] = projection.facts[f];
            for (std::size_t i = 0; i < projection.fields[f].size(); ++i)
                moved.fields[place][index(joined_.fields[f][i])] = projection.fields[f][i];
        }
        return moved;
    }

private:
    void move_fact(int& fact) const {
        if (fact >= 0) fact = joined_.facts[index(fact)];
    }
    void move_field(int fact, int& field) const {
        if (fact >= 0 && field >= 0) field = joined_.fields[index(fact)][index(field)];
    }

    const dsl::JoinedCatalogue& joined_;
};

void include(const Projection& from, Projection& to) {
    for (std::size_t f = 0; f < from.facts.size(); ++f) {
        to.facts[f] |= from.facts[f];
        for (std::size_t i = 0; i < from.fields[f].size(); ++i)
            to.fields[f][i] |= from.fields[f][i];
    }
}

}  // namespace

void move_facts(Program& program, const dsl::JoinedCatalogue& joined) {
    const Mover mover(joined);
    for (auto& instruction : program.code)
        mover.move(instruction);
    program.projection = mover.moved(program.projection);
}

Projection needed_by_both(const dsl::JoinedCatalogue& joined, const Program& first,
                          const Program& moved) {
    auto both = Projection::none(joined.catalogue);
    include(first.projection, both);
    include(moved.projection, both);
    return both;
}

}  // namespace colonnade::engine
