// SPDX-License-Identifier: Apache-2.0
#include "engine/explain/fill.hpp"

#include <cmath>

#include "engine/explain/value_text.hpp"
#include "engine/explain/words.hpp"
#include "engine/score/decimals.hpp"

namespace colonnade::engine {
namespace {

using What = dsl::TemplatePart::What;

constexpr int GainDecimals = 1;

// With the author's own word: the number alone, and the form that goes with it.
std::string with_word(const std::string& number, const dsl::TemplatePart& part) {
    return number + " " + (number == "1" ? part.singular : part.plural);
}

std::string amount(double value, const dsl::Type& type, const dsl::Display& display,
                   const dsl::TemplatePart& part, std::string_view language) {
    if (!part.plural.empty()) return with_word(bare_number(value, type, display, language), part);
    return value_text(value, type, display, language);
}

std::optional<std::string> node_text(int node, const dsl::TemplatePart& part, const Filling& f) {
    const auto& loaded = f.scored.loaded();
    const int instruction = loaded.program.places[static_cast<std::size_t>(node)];
    const auto& type = loaded.program.at(instruction).type;
    if (type.is(dsl::Kind::Text)) {
        const auto& text = f.scored.evaluator().text(instruction);
        if (text.known[f.row] == 0) return std::nullopt;
        return std::string(text.value[f.row]);
    }
    const auto& slot = f.scored.evaluator().slot(instruction);
    if (slot.known[f.row] == 0) return std::nullopt;
    return amount(slot.value[f.row], type, {}, part, f.language);
}

std::optional<std::string> part_text(const dsl::TemplatePart& part, const Filling& f) {
    switch (part.what) {
        case What::Words:
            return part.words;
        case What::Node:
            return node_text(part.node, part, f);
        case What::Gain:
            if (!f.gain) return std::nullopt;
            return number_text(*f.gain, GainDecimals, f.language);
        case What::Target: {
            if (part.plural.empty() && f.is_on_the_way)
                return value_text(f.target, *f.type, f.display, f.language);
            if (part.plural.empty())
                return target_text(f.rule->curve, *f.type, TargetStyle::Short, f.language);
            return with_word(bare_number(f.target, *f.type, f.display, f.language), part);
        }
        case What::Value:
        case What::Missing:
            break;
    }
    if (f.text_node >= 0) return node_text(f.text_node, part, f);
    if (!f.value) return std::nullopt;
    if (part.what == What::Value) return amount(*f.value, *f.type, f.display, part, f.language);
    const double missing = std::abs(f.target - *f.value);
    if (!f.type->is_moment()) return amount(missing, *f.type, f.display, part, f.language);
    // Between two dates lies a time; where the author brings the word, it is counted in days.
    return amount(missing, {dsl::Kind::Duration}, {dsl::Unit::Day, !part.plural.empty()}, part,
                  f.language);
}

}  // namespace

double shown_gain(double before, double after) {
    const Decimals d(GainDecimals);
    return d.round(d.round(after) - d.round(before));
}

std::optional<std::string> fill(const std::vector<dsl::Template>& texts, const Filling& filling) {
    const dsl::Template* chosen = texts.empty() ? nullptr : &texts.front();
    for (const auto& text : texts) {
        if (text.language == filling.language) chosen = &text;
    }
    if (chosen == nullptr) return std::nullopt;
    std::string filled;
    for (const auto& part : chosen->parts) {
        const auto text = part_text(part, filling);
        if (!text) return std::nullopt;
        filled += *text;
    }
    return filled;
}

}  // namespace colonnade::engine
