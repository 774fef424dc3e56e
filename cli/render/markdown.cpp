// SPDX-License-Identifier: Apache-2.0
#include "cli/render/markdown.hpp"

#include <fmt/format.h>

#include "cli/render/canvas.hpp"
#include "cli/render/labels.hpp"
#include "cli/render/linkedin_ssi.hpp"
#include "cli/render/markdown_text.hpp"
#include "cli/render/parts.hpp"
#include "cli/render/phrases.hpp"
#include "engine/explain/words.hpp"

namespace colonnade::cli {
namespace {

using engine::Result;

struct Heads {
    std::string_view pillar;
    std::string_view points;
    std::string_view rating;
    std::string_view rule;
    std::string_view value;
    std::string_view gate;
    std::string_view found;
};

constexpr Heads MarkdownEnglish{"Pillar", "Points", "Rating", "Rule", "Value", "Gate", "Found"};
constexpr Heads MarkdownGerman{"Säule", "Punkte", "Urteil", "Regel", "Wert", "Vorgabe", "Gefunden"};

const Heads& heads_in(std::string_view language) {
    return engine::is_german(language) ? MarkdownGerman : MarkdownEnglish;
}

// A line of a table: what is between the bars is Markdown already.
template <class... Cells>
std::string row(const Cells&... cells) {
    std::string text = "|";
    ((text += fmt::format(" {} |", cells)), ...);
    return text + "\n";
}

std::string heading(std::string_view title) {
    return fmt::format("\n## {}\n\n", title);
}

std::string points_of(double points, double of, std::string_view language) {
    return fmt::format("{} / {}", points_text(points, language), points_text(of, language));
}

std::string head(const Result& result) {
    const auto& labels = labels_in(result.language);
    auto text = fmt::format("# {}\n\n{}, {} {}", markdown_text(result.rulebook_title),
                            markdown_text(result.profile), labels.as_of, as_of_text(result));
    if (!result.edition.empty())
        text += fmt::format(", {} {}", labels.edition, markdown_text(result.edition));
    if (!result.stated.empty()) {
        text += fmt::format("\n\n{}: {}", labels.stated,
                            markdown_text(fmt::format("{}", fmt::join(result.stated, ", "))));
    }
    return text + "\n\n";
}

// Where too little was assessed, the interval leads.
std::string total(const Result& result) {
    const auto& labels = labels_in(result.language);
    if (!result.score) return fmt::format("**{}**\n", labels.not_scored);
    const auto score =
        fmt::format("{} {}", points_text(*result.score, result.language), labels.of_100);
    const auto interval = interval_text(result);
    auto text = result.provisional
                    ? fmt::format("**{}**\n\n{}; {}", interval, score, labels.provisional)
                    : fmt::format("**{}**", score);
    if (result.rating) text += fmt::format(", {}", markdown_text(rating_span(result)));
    if (!result.provisional && result.low < result.high) text += fmt::format(" ({})", interval);
    text += fmt::format("\n\n{}\n\n", assessed_text(result));
    for (const auto& rank : result.ranks) {
        text += markdown_text(rank_text(rank, result.language)) + "\n\n";
        if (!rank.note.empty()) text += markdown_text(rank.note) + "\n\n";
    }
    return text;
}

std::string pillars(const Result& result) {
    const auto& heads = heads_in(result.language);
    auto text = row(heads.pillar, heads.points, heads.rating) + "| --- | ---: | --- |\n";
    for (const auto& pillar : result.pillars) {
        const auto points = pillar.points ? points_of(*pillar.points, pillar.of, result.language)
                                          : std::string(labels_in(result.language).unknown_value);
        text += row(markdown_text(pillar.title), points, markdown_text(rating_text(pillar.rating)));
    }
    return text;
}

std::string rules(const Result& result) {
    const auto& heads = heads_in(result.language);
    std::string text;
    for (const auto& pillar : result.pillars) {
        text += heading(markdown_text(pillar.title));
        text += row(heads.rule, heads.points, heads.value) + "| --- | ---: | --- |\n";
        for (const auto& rule : pillar.rules) {
            const bool assessed = rule.status == engine::Status::Assessed;
            text += row(markdown_text(rule.title),
                        assessed ? points_of(rule.points, rule.of, result.language) : "–",
                        markdown_text(rule_value_text(rule, result.language)));
        }
        if (pillar.withheld != 0) {
            text += row(labels_in(result.language).withheld,
                        points_text(pillar.withheld, result.language), "");
        }
    }
    return text;
}

std::string tips(const Result& result) {
    std::string text;
    int number = 0;
    for (const auto& tip : result.tips) {
        if (!tip.gain) continue;
        text += fmt::format("{}. **+{} → {}** ({}): {}\n", ++number,
                            points_text(*tip.gain, result.language),
                            points_text(*tip.score_after, result.language),
                            effort_text(whole_minutes(tip.minutes), tip.per, result.language),
                            markdown_text(tip.text));
    }
    return text.empty() ? text : heading(labels_in(result.language).next_steps) + text;
}

std::string cautions(const Result& result) {
    if (result.cautions.empty()) return {};
    auto text = heading(labels_in(result.language).cautions);
    for (const auto& caution : result.cautions)
        text += fmt::format("- {}\n", markdown_text(caution.text));
    return text;
}

std::string unknown(const Result& result) {
    if (result.unknown.empty()) return {};
    return heading(labels_in(result.language).unknown) +
           markdown_text(unknown_text(result, result.unknown.size())) + "\n";
}

std::string gates(const PersonResult& person) {
    if (person.gates.empty()) return {};
    const auto& language = person.result.language;
    const auto& heads = heads_in(language);
    const auto& labels = gate_labels(language);
    auto text = heading(labels.title);
    text += row(heads.gate, "", heads.found) + "| --- | --- | --- |\n";
    for (const auto& gate : person.gates) {
        const auto [wanted, found] = gate_sentence(gate, language);
        text += row(markdown_text(wanted),
                    gate.passed ? std::string(labels.passed) : fmt::format("**{}**", labels.missed),
                    markdown_text(found));
    }
    return text;
}

std::string linkedins_own(const PersonResult& person) {
    if (person.ssi == nullptr) return {};
    const auto& language = person.result.language;
    return fmt::format("\nLinkedIn: {}. {}\n", points_of(person.ssi->score, SsiPoints, language),
                       markdown_text(ssi_note(language)));
}

}  // namespace

std::string render_markdown(const PersonResult& person, bool every_rule) {
    auto result = person.result;
    engine::round_result(result, 1);
    auto text = head(result) + total(result) + pillars(result) + gates(person);
    if (every_rule) text += rules(result);
    text += tips(result) + cautions(result) + unknown(result) + linkedins_own(person);
    if (!result.note.empty()) text += fmt::format("\n*{}*\n", markdown_text(result.note));
    return text;
}

}  // namespace colonnade::cli
