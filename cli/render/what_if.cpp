// SPDX-License-Identifier: Apache-2.0
#include "cli/render/what_if.hpp"

#include <fmt/format.h>

#include <cmath>

#include "cli/render/canvas.hpp"
#include "cli/render/labels.hpp"
#include "cli/render/parts.hpp"
#include "engine/explain/words.hpp"

namespace colonnade::cli {
namespace {

using engine::Result;
using engine::Status;

struct WhatIfWords {
    std::string_view supposed;  // before what is set
    std::string_view rules;
    std::string_view no_rules;
    std::string_view pillars;
    std::string_view new_cautions;
    std::string_view gone_cautions;
    std::string_view no_evidence;
};

constexpr WhatIfWords WhatIfEnglish{
    .supposed = "Suppose: ",
    .rules = "Rules that move",
    .no_rules = "No rule moves.",
    .pillars = "Pillars",
    .new_cautions = "Cautions that would come",
    .gone_cautions = "Cautions that would go",
    .no_evidence = "Supposed only: the data says nothing of it, and nothing is kept of it.",
};

constexpr WhatIfWords WhatIfGerman{
    .supposed = "Angenommen: ",
    .rules = "Regeln, die sich bewegen",
    .no_rules = "Keine Regel bewegt sich.",
    .pillars = "Säulen",
    .new_cautions = "Hinweise, die dazukämen",
    .gone_cautions = "Hinweise, die wegfielen",
    .no_evidence = "Nur angenommen: Die Daten sagen nichts davon, und nichts davon wird behalten.",
};

const WhatIfWords& what_if_words_in(std::string_view language) {
    return engine::is_german(language) ? WhatIfGerman : WhatIfEnglish;
}

std::string points_or_none(const std::optional<double>& points, std::string_view language) {
    return points ? points_text(*points, language) : "–";
}

// `+2.0`, or empty where nothing moved.
std::string moved_text(const std::optional<double>& before, const std::optional<double>& after,
                       std::string_view language) {
    if (!before || !after || *before == *after) return {};
    const double moved = *after - *before;
    return (moved > 0 ? "+" : "−") + points_text(std::abs(moved), language);
}

// ` 4.0 →   6.0    +2.0`, for tables.
std::string change(const std::optional<double>& before, const std::optional<double>& after,
                   std::string_view language) {
    const auto moved = moved_text(before, after, language);
    return fmt::format("{} → {}{}", padded_left(points_or_none(before, language), 5),
                       padded_left(points_or_none(after, language), 5),
                       moved.empty() ? moved : padded_left(moved, 8));
}

std::string what_if_section(std::string_view title, TextStyle style) {
    return fmt::format("\n{}\n", bold(title, style.color));
}

std::string supposed(const engine::WhatIf& what, const WhatIfWords& words) {
    std::vector<std::string> settings;
    for (const auto& setting : what.settings)
        settings.push_back(clean(fmt::format("{} = {}", setting.name, setting.value)));
    return paragraph(words.supposed, fmt::format("{}", fmt::join(settings, ", ")));
}

std::string totals(const engine::WhatIf& what, TextStyle style) {
    const auto& language = what.after.language;
    const auto& labels = labels_in(language);
    const auto moved = moved_text(what.before.score, what.after.score, language);
    const auto text = fmt::format("{} → {} {}{}", points_or_none(what.before.score, language),
                                  points_or_none(what.after.score, language), labels.of_100,
                                  moved.empty() ? moved : "   " + moved);
    const auto rated = what.after.rating ? "   " + painted(rating_text(what.after.rating),
                                                           what.after.rating, style.color)
                                         : std::string{};
    auto total = fmt::format("\n  {}{}\n", bold(text, style.color), rated);
    if (what.after.low < what.after.high) {
        total +=
            fmt::format("  {} {} {} {}\n", labels.between, points_text(what.after.low, language),
                        labels.and_word, points_text(what.after.high, language));
    }
    return total;
}

std::string pillars(const engine::WhatIf& what, const WhatIfWords& words, TextStyle style) {
    std::string text;
    for (const auto p : what.pillars) {
        const auto& before = what.before.pillars[p];
        const auto& after = what.after.pillars[p];
        text += fmt::format("  {}  {}\n", padded(clean(after.title), 50),
                            change(before.points, after.points, what.after.language));
    }
    return text.empty() ? text : what_if_section(words.pillars, style) + text;
}

std::string value_of(const engine::RuleResult& rule, const Labels& labels) {
    switch (rule.status) {
        case Status::NotApplicable:
            return std::string(labels.not_applicable);
        case Status::Error:
            return std::string(labels.error);
        case Status::Unknown:
            return std::string(labels.unknown_value);
        case Status::Assessed:
            break;
    }
    return rule.by_default ? std::string(labels.unknown_value) : rule.shown;
}

std::optional<double> points_of(const engine::RuleResult& rule) {
    return rule.status == Status::Assessed ? std::optional(rule.points) : std::nullopt;
}

std::string rules(const engine::WhatIf& what, const WhatIfWords& words, TextStyle style) {
    if (what.rules.empty()) return fmt::format("\n{}\n", words.no_rules);
    const auto& language = what.after.language;
    const auto& labels = labels_in(language);
    auto text = what_if_section(words.rules, style);
    for (const auto& moved : what.rules) {
        text += fmt::format("  {}  {}\n", padded(clean(moved.after.title), 50),
                            change(points_of(moved.before), points_of(moved.after), language));
        const auto before = value_of(moved.before, labels);
        const auto after = value_of(moved.after, labels);
        if (before != after) text += paragraph("      ", fmt::format("{} → {}", before, after));
    }
    return text;
}

std::string cautions(std::string_view title, const std::vector<engine::CautionResult>& cautions,
                     TextStyle style) {
    if (cautions.empty()) return {};
    auto text = what_if_section(title, style);
    for (const auto& caution : cautions)
        text += paragraph("  ! ", caution.text);
    return text;
}

}  // namespace

std::string render_what_if(const engine::WhatIf& what, TextStyle style) {
    const auto& words = what_if_words_in(what.after.language);
    auto text = heading(what.before, style) + "\n" + supposed(what, words) + totals(what, style);
    text += pillars(what, words, style) + rules(what, words, style);
    text += cautions(words.new_cautions, what.new_cautions, style);
    text += cautions(words.gone_cautions, what.gone_cautions, style);
    return text + "\n" + paragraph("", words.no_evidence) + closing(what.after);
}

}  // namespace colonnade::cli
