// SPDX-License-Identifier: Apache-2.0
// What to do next: the best tips as cards, the others as a list; and what to be careful with.
#include <fmt/format.h>

#include "cli/html/escape.hpp"
#include "cli/html/report_parts.hpp"
#include "cli/render/canvas.hpp"
#include "cli/render/labels.hpp"
#include "cli/render/parts.hpp"

namespace colonnade::cli {
namespace {

using engine::Wording;

// More than anybody begins with at once.
constexpr std::size_t MostCards = 6;

constexpr Wording Gain{"Punkte", "points"};
constexpr Wording After{"danach {0}", "then {0}"};
constexpr Wording Effort{"Aufwand", "Effort"};
constexpr Wording Further{"Weitere Schritte", "Further steps"};
constexpr Wording Lead{
    "Zuerst kommt, was für den Aufwand am meisten bringt. Jeder Schritt ist für sich gerechnet.",
    "What brings most for the effort comes first. Each step is counted on its own."};
constexpr Wording Failed{"Ob „{0}“ zutrifft, ließ sich nicht prüfen: {1}",
                         "Whether “{0}” applies could not be told: {1}"};

std::string card(const engine::TipResult& tip, const engine::Result& result) {
    const auto& language = result.language;
    const auto after = engine::worded(After, language, {points_text(*tip.score_after, language)});
    return fmt::format(
        "<li class=\"panel\">\n<p class=\"gain\"><strong>+{}</strong> {}</p>\n"
        "<h3>{}</h3>\n<p>{}</p>\n<p class=\"effort quiet\">{}: {} · {}</p>\n</li>\n",
        points_text(*tip.gain, language), word(Gain, language), escape_html(tip.title),
        escape_html(tip.text), word(Effort, language),
        escape_html(effort_text(whole_minutes(tip.minutes), tip.per, language)),
        escape_html(after));
}

std::string further(const engine::TipResult& tip, const engine::Result& result) {
    return fmt::format(
        "<li><span>{}</span> <span class=\"quiet\">+{} · {}</span></li>\n", escape_html(tip.text),
        points_text(*tip.gain, result.language),
        escape_html(effort_text(whole_minutes(tip.minutes), tip.per, result.language)));
}

}  // namespace

std::string tips_section(const engine::Result& result) {
    std::string cards;
    std::string others;
    std::size_t count = 0;
    for (const auto& tip : result.tips) {
        if (!tip.gain || !tip.score_after) continue;
        if (count++ < MostCards) {
            cards += card(tip, result);
        } else {
            others += further(tip, result);
        }
    }
    if (cards.empty()) return {};
    auto html = section_start("tips", escape_html(labels_in(result.language).next_steps), result);
    html += fmt::format("<p class=\"quiet\">{}</p>\n<ol>\n{}</ol>\n", word(Lead, result.language),
                        cards);
    if (!others.empty()) {
        html += fmt::format("<h3>{}</h3>\n<ul class=\"further\">\n{}</ul>\n",
                            word(Further, result.language), others);
    }
    return html + "</section>\n";
}

std::string cautions_section(const engine::Result& result) {
    std::string items;
    for (const auto& caution : result.cautions) {
        items += fmt::format("<li><h3>{}</h3>\n<p>{}</p></li>\n", escape_html(caution.title),
                             escape_html(caution.text));
    }
    for (const auto& caution : result.failed_cautions) {
        items += fmt::format(
            "<li><p>{}</p></li>\n",
            escape_html(engine::worded(Failed, result.language, {caution.id, caution.failure})));
    }
    if (items.empty()) return {};
    return section_start("cautions", escape_html(labels_in(result.language).cautions), result) +
           fmt::format("<ul>\n{}</ul>\n</section>\n", items);
}

}  // namespace colonnade::cli
