// SPDX-License-Identifier: Apache-2.0
// The part of the evaluator that is about texts: views into the batch, what is told of them as
// numbers, and the few that are made.
#include <unordered_map>

#include "dsl/text/unicode.hpp"
#include "engine/evaluate/evaluator.hpp"

namespace colonnade::engine {

using dsl::Op;

void Evaluator::load_text(const Instruction& in, TextSlot& out) const {
    const auto n = length_of(in.scope);
    out.value.assign(n, in.text);
    out.known.assign(n, 1);
    if (in.op == Op::TextConstant) return;
    const auto& column = in.op == Op::Fact ? batch_.facts[index(in.fact)]
                                           : batch_.lists[index(in.fact)].fields[index(in.field)];
    for (std::size_t i = 0; i < n; ++i) {
        out.value[i] = column.text_at(i);
        out.known[i] = column.known.test(i) ? 1 : 0;
    }
}

void Evaluator::compare_texts(const Instruction& in, Slot& out) const {
    const auto& a = texts_[index(in.args[0])];
    const auto& b = texts_[index(in.args[1])];
    for (std::size_t i = 0; i < out.value.size(); ++i) {
        if (a.known[i] == 0 || b.known[i] == 0) continue;
        bool result = a.value[i] == b.value[i];
        if (in.op == Op::NotEqual) result = !result;
        if (in.op == Op::Contains)
            result = dsl::lower(a.value[i]).find(dsl::lower(b.value[i])) != std::string::npos;
        out.set(i, result ? 1 : 0);
    }
}

void Evaluator::match_texts(const Instruction& in, Slot& out) const {
    const auto& text = texts_[index(in.args.front())];
    for (std::size_t i = 0; i < out.value.size(); ++i) {
        if (text.known[i] != 0) out.set(i, in.pattern.occurs_in(text.value[i]) ? 1 : 0);
    }
}

void Evaluator::known_text(const Instruction& in, Slot& out) const {
    const auto& known = texts_[index(in.args.front())].known;
    for (std::size_t i = 0; i < out.value.size(); ++i)
        out.set(i, known[i]);
}

// Aggregates see numbers: equal texts get the same one.
void Evaluator::number_texts(int text) {
    const auto& texts = texts_[index(text)];
    auto& slot = slots_[index(text)];
    if (!slot.value.empty()) return;
    slot.resize(texts.value.size());
    std::unordered_map<std::string_view, double> numbers;
    for (std::size_t i = 0; i < texts.value.size(); ++i) {
        if (texts.known[i] == 0) continue;
        slot.set(i, numbers.try_emplace(texts.value[i], numbers.size()).first->second);
    }
}

void Evaluator::measure_text(const Instruction& in, Slot& out) const {
    const auto& text = texts_[index(in.args.front())];
    for (std::size_t i = 0; i < out.value.size(); ++i) {
        if (text.known[i] == 0) continue;
        const auto count = in.op == Op::Length ? dsl::code_point_count(text.value[i])
                                               : dsl::word_count(text.value[i]);
        out.set(i, static_cast<double>(count));
    }
}

void Evaluator::lower(const Instruction& in, TextSlot& out) const {
    const auto& text = texts_[index(in.args.front())];
    out.known = text.known;
    out.own.clear();
    // All texts first: a view into a growing vector's short strings would not last.
    for (const auto& value : text.value)
        out.own.push_back(dsl::lower(value));
    out.value.assign(out.own.begin(), out.own.end());
}

}  // namespace colonnade::engine
