// SPDX-License-Identifier: Apache-2.0
#include "engine/evaluate/needs.hpp"

#include <algorithm>

#include "engine/evaluate/load.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;
using dsl::Op;

class Planner {
public:
    explicit Planner(const Program& program)
        : program_(program), has_flags_(program.code.size()), needs_(program.code.size()) {}

    std::vector<Need> plan(const std::vector<int>& needed) {
        for (const int i : needed)
            has_flags_[index(i)] = can_be_flags(program_.at(i));
        for (auto i = needed.rbegin(); i != needed.rend(); ++i)
            ask_parts(*i);
        return std::move(needs_);
    }

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    [[nodiscard]] bool has_flags(int i) const { return i < 0 || has_flags_[index(i)]; }
    void ask_value(int i) {
        if (i >= 0) needs_[index(i)].value = true;
    }
    void ask_flags(int i) {
        if (i >= 0) needs_[index(i)].flags = true;
    }

    // Known wherever the fields of the list are, and told by them without a number in between.
    [[nodiscard]] bool can_be_flags(const Instruction& in) const {
        if (in.scope < 0 || in.expand) return false;
        switch (in.op) {
            case Op::ListValue:
                return true;
            case Op::Field:
                return in.type.is(Kind::YesNo);
            case Op::Not:
            case Op::And:
            case Op::Or:
                return std::all_of(in.args.begin(), in.args.end(),
                                   [&](int part) { return has_flags(part); });
            case Op::Equal:
            case Op::NotEqual:
            case Op::Less:
            case Op::LessEqual:
            case Op::Greater:
            case Op::GreaterEqual:
                return is_number_in_column(in.args[0]) && is_copy_of(Op::Constant, in.args[1]);
            case Op::Contains:
                return is_field(in.args[0]) && is_copy_of(Op::TextConstant, in.args[1]);
            default:
                return false;
        }
    }

    [[nodiscard]] bool is_field(int i) const {
        return !program_.at(i).expand && program_.at(i).op == Op::Field;
    }
    [[nodiscard]] bool is_number_in_column(int i) const {
        const auto& type = program_.at(i).type;
        return is_field(i) && (type.is(Kind::Category) ||
                               (!type.is(Kind::Text) && is_stored_as_double(type.kind)));
    }
    [[nodiscard]] bool is_copy_of(Op op, int i) const {
        const auto& in = program_.at(i);
        return in.expand && !program_.at(in.args[0]).expand && program_.at(in.args[0]).op == op;
    }

    // Users stand behind their parts, so what is asked of an instruction is known before it is
    // passed on.
    void ask_parts(int i) {
        const auto& in = program_.at(i);
        auto& need = needs_[index(i)];
        if (in.scope < 0) need.value = true;
        if (in.base >= 0) return ask_elements(in, need);
        if (need.value) {
            for (const int part : program_.parts_of(i))
                ask_value(part);
        }
        if (need.flags) ask_flags_of_parts(in);
    }

    void ask_elements(const Instruction& in, Need& need) {
        need.by_flags = has_flags(in.base) && has_flags(in.condition) &&
                        (in.element < 0 || is_number(in.element));
        for (const int part : {in.base, in.condition})
            need.by_flags ? ask_flags(part) : ask_value(part);
        ask_value(in.element);
    }
    [[nodiscard]] bool is_number(int i) const {
        return is_field(i) && !program_.at(i).type.is(Kind::Text);
    }

    void ask_flags_of_parts(const Instruction& in) {
        if (in.op == Op::ListValue) {
            for (const int at : in.args)
                ask_value(at);
        } else if (in.op == Op::Contains) {
            ask_flags(in.args[0]);
        } else if (in.op == Op::Not || in.op == Op::And || in.op == Op::Or) {
            for (const int part : in.args)
                ask_flags(part);
        }
    }

    const Program& program_;
    std::vector<bool> has_flags_;
    std::vector<Need> needs_;
};

}  // namespace

std::vector<Need> needs_of(const Program& program, const std::vector<int>& needed) {
    return Planner(program).plan(needed);
}

}  // namespace colonnade::engine
