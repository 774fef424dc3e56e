// SPDX-License-Identifier: Apache-2.0
// From typed nodes to instructions. Typed nodes stand parts first, so one pass in order is enough;
// an instruction that already exists is found and shared.
#include <algorithm>

#include "engine/program/program.hpp"
#include "engine/program/same_instructions.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;
using dsl::Op;
using dsl::TypedNode;

bool is_aggregate(Op op) {
    return op >= Op::Count && op <= Op::Gap;
}

class Compiler {
public:
    Compiler(const dsl::Rulebook& rulebook, const dsl::Catalogue& catalogue)
        : rulebook_(rulebook), catalogue_(catalogue) {
        program_.projection = Projection::none(catalogue);
        program_.places.assign(rulebook.nodes.items.size(), -1);
        needed_.assign(rulebook.nodes.items.size(), false);
    }

    Program compile() {
        mark_needed();
        program_.code.reserve(
            static_cast<std::size_t>(std::count(needed_.begin(), needed_.end(), true)));
        for (std::size_t i = 0; i < needed_.size(); ++i) {
            if (needed_[i]) translate(static_cast<int>(i));
        }
        for (std::size_t p = 0; p < rulebook_.pillars.size(); ++p) {
            for (const auto& rule : rulebook_.pillars[p].rules) {
                program_.rules.push_back(
                    {static_cast<int>(p), place(rule.measure), place(rule.condition)});
            }
        }
        for (const auto& caution : rulebook_.cautions)
            program_.cautions.push_back(place(caution.when));
        return std::move(program_);
    }

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    int place(int node) const { return node < 0 ? -1 : program_.places[index(node)]; }

    void need(int node) {
        if (node >= 0) needed_[index(node)] = true;
    }

    void need_template(const std::vector<dsl::Template>& texts) {
        for (const auto& text : texts) {
            for (const auto& part : text.parts)
                need(part.node);
        }
    }

    void mark_needed() {
        for (const auto& pillar : rulebook_.pillars) {
            for (const auto& rule : pillar.rules) {
                need(rule.measure);
                need(rule.condition);
                need_template(rule.tip);
            }
        }
        for (const auto& caution : rulebook_.cautions) {
            need(caution.when);
            need(caution.value);
            need_template(caution.text);
        }
        for (std::size_t i = needed_.size(); i-- > 0;) {
            if (!needed_[i]) continue;
            for (const int arg : rulebook_.nodes.items[i].args)
                need(arg);
        }
    }

    void translate(int i) {
        const auto& node = rulebook_.nodes.at(i);
        if (node.op == Op::WordsValue) return;
        Instruction instruction;
        instruction.op = node.op;
        instruction.type = node.type;
        instruction.scope = node.op == Op::ListValue ? node.fact : node.scope;
        instruction.number = node.number;
        instruction.fact = node.fact;
        instruction.field = node.field;
        instruction.function = node.function;
        instruction.text = node.text;
        instruction.pattern = node.pattern;
        project(node);
        if (node.op == Op::ListValue) {
            list_value(node, instruction);
        } else if (is_aggregate(node.op)) {
            aggregate(node, instruction);
        } else if (node.op == Op::Call) {
            call(node, instruction);
        } else {
            instruction.args.reserve(node.args.size());
            for (const int arg : node.args)
                instruction.args.push_back(in_scope(place(arg), instruction.scope));
        }
        bound(node, instruction);
        program_.places[index(i)] = add(std::move(instruction));
    }

    void project(const TypedNode& node) {
        if (node.fact < 0) return;
        auto& projection = program_.projection;
        projection.facts[index(node.fact)] = 1;
        if (node.op == Op::Field) projection.fields[index(node.fact)][index(node.field)] = 1;
        const int at = catalogue_.facts[index(node.fact)].at;
        if (node.op == Op::ListValue && at >= 0) projection.fields[index(node.fact)][index(at)] = 1;
    }

    void list_value(const TypedNode& node, Instruction& instruction) {
        const auto& list = catalogue_.facts[index(node.fact)];
        instruction.type = {Kind::YesNo};
        instruction.field = list.at;
        if (list.at < 0) return;
        const auto& field = list.fields[index(list.at)];
        Instruction moments;
        moments.op = Op::Field;
        moments.type = field.type;
        moments.scope = node.fact;
        moments.fact = node.fact;
        moments.field = list.at;
        moments.bounds = field.bounds;
        instruction.args = {add(std::move(moments))};
    }

    void aggregate(const TypedNode& node, Instruction& instruction) {
        const auto& list = rulebook_.nodes.at(node.args.front());
        instruction.scope = -1;
        instruction.fact = list.fact;
        instruction.number = list.number;
        instruction.base = place(node.args.front());
        if (!list.args.empty())
            instruction.condition = in_scope(place(list.args.front()), list.fact);
        if (node.args.size() > 1) instruction.element = in_scope(place(node.args[1]), list.fact);
    }

    void call(const TypedNode& node, Instruction& instruction) {
        const auto& function = catalogue_.functions[index(node.function)];
        for (std::size_t a = 0; a < node.args.size(); ++a) {
            const auto& part = rulebook_.nodes.at(node.args[a]);
            const auto& parameter =
                function.parameters[std::min(a, function.parameters.size() - 1)];
            CallArgument argument;
            argument.nullable = parameter.nullable;
            if (part.op == Op::WordsValue) {
                argument.words = part.field;
            } else if (part.op == Op::ListValue) {
                argument.base = place(node.args[a]);
                if (!part.args.empty())
                    argument.condition = in_scope(place(part.args.front()), part.fact);
                argument.fact = part.fact;
                for (const auto& field : parameter.fields) {
                    const int at = catalogue_.facts[index(part.fact)].field_index(field.name);
                    program_.projection.fields[index(part.fact)][index(at)] = 1;
                    argument.fields.push_back(at);
                    argument.field_nullable.push_back(field.nullable);
                }
            } else {
                argument.value = in_scope(place(node.args[a]), instruction.scope);
            }
            instruction.call.push_back(argument);
        }
    }

    void bound(const TypedNode& node, Instruction& instruction) const {
        if (node.op == Op::Fact) instruction.bounds = catalogue_.facts[index(node.fact)].bounds;
        if (node.op == Op::Field)
            instruction.bounds =
                catalogue_.facts[index(node.fact)].fields[index(node.field)].bounds;
        if (node.op == Op::Refused) instruction.bounds = {0, 1};
        if (node.op == Op::Call)
            instruction.bounds = catalogue_.functions[index(node.function)].bounds;
        if (node.type.is(Kind::Category) && node.op != Op::Constant) {
            instruction.bounds = {0, static_cast<double>(node.type.category->values.size()) - 1};
        }
        // Bounds of values that come from the elements of a list.
        if (instruction.element >= 0) instruction.bounds = program_.at(instruction.element).bounds;
    }

    // The instruction's value for each element of `scope`.
    int in_scope(int instruction, int scope) {
        if (program_.at(instruction).scope == scope) return instruction;
        Instruction expand;
        expand.expand = true;
        expand.type = program_.at(instruction).type;
        expand.scope = scope;
        expand.fact = scope;
        expand.args = {instruction};
        expand.bounds = program_.at(instruction).bounds;
        return add(std::move(expand));
    }

    int add(Instruction instruction) {
        const auto fresh = static_cast<int>(program_.code.size());
        program_.code.push_back(std::move(instruction));
        const auto known = known_.insert(fresh);
        if (known != fresh) program_.code.pop_back();
        return known;
    }

    const dsl::Rulebook& rulebook_;
    const dsl::Catalogue& catalogue_;
    Program program_;
    std::vector<bool> needed_;
    SameInstructions known_{program_.code};
};

}  // namespace

std::vector<int> Program::parts_of(int i) const {
    const auto& instruction = at(i);
    auto parts = instruction.args;
    for (const int part : {instruction.base, instruction.condition, instruction.element}) {
        if (part >= 0) parts.push_back(part);
    }
    for (const auto& argument : instruction.call) {
        for (const int part : {argument.value, argument.base, argument.condition}) {
            if (part >= 0) parts.push_back(part);
        }
    }
    return parts;
}

Program compile(const dsl::Rulebook& rulebook, const dsl::Catalogue& catalogue) {
    return Compiler(rulebook, catalogue).compile();
}

}  // namespace colonnade::engine
