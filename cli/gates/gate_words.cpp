// SPDX-License-Identifier: Apache-2.0
// Gates in words, in German and English.
#include <fmt/format.h>

#include <algorithm>

#include "cli/gates/gate.hpp"
#include "cli/render/canvas.hpp"
#include "engine/explain/words.hpp"

namespace colonnade::cli {
namespace {

using What = GateResult::What;
using Open = GateResult::Open;

struct Words {
    GateLabels labels;
    std::string_view total;
    std::string_view at_least;    // {what} {limit}
    std::string_view most_below;  // {limit}
    std::string_view no_caution;
    std::string_view none;  // no caution was raised
    std::string_view lost;  // {points} {before} {after}
    std::string_view won;
    std::string_view not_assessed;
    std::string_view not_in_baseline;
    std::string_view baseline_open;
    std::string_view caution_failed;
};

constexpr Words English{
    .labels = {"Gates", "met", "missed"},
    .total = "total",
    .at_least = "{} at least {}",
    .most_below = "at most {} below the baseline",
    .no_caution = "no caution",
    .none = "none",
    .lost = "{} below it ({} → {})",
    .won = "not below it ({} → {})",
    .not_assessed = "could not be assessed",
    .not_in_baseline = "the baseline holds no result of this id",
    .baseline_open = "the baseline holds no score of this id",
    .caution_failed = "a caution could not be evaluated",
};

constexpr Words German{
    .labels = {"Vorgaben", "erfüllt", "verfehlt"},
    .total = "insgesamt",
    .at_least = "{} mindestens {}",
    .most_below = "höchstens {} unter dem Vergleichsstand",
    .no_caution = "keine Warnung",
    .none = "keine",
    .lost = "{} darunter ({} → {})",
    .won = "nicht darunter ({} → {})",
    .not_assessed = "ließ sich nicht beurteilen",
    .not_in_baseline = "der Vergleichsstand kennt diese Kennung nicht",
    .baseline_open = "der Vergleichsstand hat zu dieser Kennung keine Wertung",
    .caution_failed = "eine Warnung ließ sich nicht prüfen",
};

const Words& words_in(std::string_view language) {
    return engine::is_german(language) ? German : English;
}

std::string wanted(const GateResult& gate, const Words& words, std::string_view language) {
    const auto limit = engine::number_text(gate.limit, 4, language);
    switch (gate.what) {
        case What::Score:
            return fmt::format(fmt::runtime(words.at_least), words.total, limit);
        case What::Pillar:
            return fmt::format(fmt::runtime(words.at_least), gate.pillar_title, limit);
        case What::Drop:
            return fmt::format(fmt::runtime(words.most_below), limit);
        case What::Caution:
            break;
    }
    return std::string(words.no_caution);
}

std::string_view why_open(Open open, const Words& words) {
    switch (open) {
        case Open::NotInBaseline:
            return words.not_in_baseline;
        case Open::BaselineNotAssessed:
            return words.baseline_open;
        case Open::CautionFailed:
            return words.caution_failed;
        default:
            return words.not_assessed;
    }
}

std::string found(const GateResult& gate, const Words& words, std::string_view language) {
    if (gate.open != Open::No) return std::string(why_open(gate.open, words));
    if (gate.what == What::Caution) {
        return gate.cautions.empty() ? std::string(words.none)
                                     : fmt::format("{}", fmt::join(gate.cautions, ", "));
    }
    const auto actual = points_text(*gate.actual, language);
    if (gate.what != What::Drop) return actual;
    const auto before = points_text(*gate.before, language);
    const auto after = points_text(*gate.before - *gate.actual, language);
    return *gate.actual > 0 ? fmt::format(fmt::runtime(words.lost), actual, before, after)
                            : fmt::format(fmt::runtime(words.won), before, after);
}

}  // namespace

std::string gate_option(const GateResult& gate) {
    switch (gate.what) {
        case What::Score:
            return fmt::format("--min-score {}", gate.limit);
        case What::Pillar:
            return fmt::format("--min {}={}", gate.pillar, gate.limit);
        case What::Drop:
            return fmt::format("--max-drop {}", gate.limit);
        case What::Caution:
            break;
    }
    return "--fail-on caution";
}

GateSentence gate_sentence(const GateResult& gate, std::string_view language) {
    const auto& words = words_in(language);
    return {wanted(gate, words, language), found(gate, words, language)};
}

const GateLabels& gate_labels(std::string_view language) {
    return words_in(language).labels;
}

bool all_passed(const std::vector<GateResult>& gates) {
    return std::all_of(gates.begin(), gates.end(),
                       [](const GateResult& gate) { return gate.passed; });
}

}  // namespace colonnade::cli
