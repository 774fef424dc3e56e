// SPDX-License-Identifier: Apache-2.0
// The total and the pillars: what a person looks at first.
#include <fmt/format.h>

#include "cli/html/escape.hpp"
#include "cli/html/report_parts.hpp"
#include "cli/render/canvas.hpp"
#include "cli/render/phrases.hpp"

namespace colonnade::cli {
namespace {

using engine::Wording;

constexpr Wording TotalTitle{"Gesamtwertung", "Total"};
constexpr Wording Pillars{"Die Säulen", "The pillars"};
constexpr Wording Scored{"{0} von 100 Punkten", "{0} of 100 points"};
constexpr Wording Exactly{"Alles, wonach die Regeln fragen, ist bekannt.",
                          "Everything that the rules ask for is known."};
constexpr Wording Between{
    "Was fehlt, kann daran etwas ändern: Sicher sind es zwischen {0} und {1} Punkte.",
    "What is missing may change that: for sure it is between {0} and {1} points."};
constexpr Wording SureBetween{"Sicher zwischen {0} und {1} Punkte",
                              "For sure between {0} and {1} points"};
constexpr Wording Provisional{
    "Vorläufig: Weniger als die Hälfte ließ sich beurteilen. Es zählt die Spanne; was bekannt ist, "
    "ergibt {0} von 100 Punkten.",
    "Provisional: less than half of it could be assessed. The range is what counts; what is known "
    "gives {0} of 100 points."};
constexpr Wording Nothing{"Keine Wertung: Die Daten halten nichts, was sich beurteilen ließe.",
                          "No score: the data holds nothing that could be assessed."};
constexpr Wording Assessed{"{0} der Punkte ließen sich beurteilen.",
                           "{0} of the points could be assessed."};
constexpr Wording SureLine{
    "Die dünne Linie zeigt, was sicher ist, was immer das Unbekannte sein mag.",
    "The thin line shows what is sure, whatever the unknown may be."};
constexpr Wording NotAssessed{"nicht beurteilbar", "could not be assessed"};
constexpr Wording SureRange{"sicher {0} bis {1}", "for sure {0} to {1}"};

std::string sentence(Wording wording, const engine::Result& result,
                     const std::vector<std::string>& parts) {
    return escape_html(engine::worded(wording, result.language, parts));
}

std::string paragraph_of(std::string_view name, std::string_view html) {
    if (html.empty()) return {};
    return fmt::format("<p class=\"{}\">{}</p>\n", name, html);
}

std::string verdict(const engine::Result& result) {
    const auto& language = result.language;
    const auto low = points_text(result.low, language);
    const auto high = points_text(result.high, language);
    if (!result.score) return paragraph_of("lead", word(Nothing, language));
    const auto score = points_text(*result.score, language);
    const auto assessed = sentence(Assessed, result, {percent_text(result.assessed, language)});
    if (result.provisional) {
        return paragraph_of("lead", sentence(SureBetween, result, {low, high})) +
               paragraph_of("ratings", rating_marks(result)) +
               paragraph_of("", sentence(Provisional, result, {score})) +
               paragraph_of("quiet", assessed);
    }
    const bool open = result.low < result.high;
    return paragraph_of("ratings lead", rating_marks(result)) +
           paragraph_of("unseen", sentence(Scored, result, {score})) +
           paragraph_of("", open ? sentence(Between, result, {low, high}) : "") +
           paragraph_of("quiet",
                        open || result.assessed < 0.9995 ? assessed : word(Exactly, language));
}

std::string rank_lines(const engine::Result& result) {
    std::string html;
    for (const auto& rank : result.ranks) {
        html += paragraph_of("rank", escape_html(rank_text(rank, result.language)));
        html += paragraph_of("quiet", escape_html(rank.note));
    }
    return html;
}

std::string pillar_item(const engine::PillarResult& pillar, const engine::Result& result) {
    const auto& language = result.language;
    auto html = fmt::format("<li class=\"{}\">\n<h3>{}</h3>\n", colour_class(pillar.rating),
                            escape_html(pillar.title));
    if (!pillar.points)
        return html + "<p class=\"points\">–</p>\n" + empty_bar_svg() +
               paragraph_of("below quiet", word(NotAssessed, language)) + "</li>\n";
    html += paragraph_of("points", points_of(*pillar.points, pillar.of, language));
    html += bar_svg(*pillar.points, pillar.low, pillar.high, pillar.of);
    auto below = rating_mark(pillar.rating);
    if (pillar.low < pillar.high) {
        below += fmt::format(
            " <span class=\"quiet\">{}</span>",
            sentence(SureRange, result,
                     {points_text(pillar.low, language), points_text(pillar.high, language)}));
    }
    return html + paragraph_of("below", below) + "</li>\n";
}

}  // namespace

std::string total_section(const engine::Result& result) {
    // Where only a range is known, it belongs to no one rating.
    const auto colour = colour_class(result.provisional ? std::nullopt : result.rating);
    return section_start("total", word(TotalTitle, result.language), result) +
           fmt::format("<div class=\"panel {}\">\n{}<div>\n{}</div>\n</div>\n</section>\n", colour,
                       gauge_svg(result), verdict(result) + rank_lines(result));
}

std::string pillars_section(const engine::Result& result) {
    auto html = section_start("pillars", word(Pillars, result.language), result) + "<ul>\n";
    bool open = false;
    for (const auto& pillar : result.pillars) {
        html += pillar_item(pillar, result);
        open = open || (pillar.points && pillar.low < pillar.high);
    }
    html += "</ul>\n";
    if (open) html += paragraph_of("quiet note", word(SureLine, result.language));
    return html + "</section>\n";
}

}  // namespace colonnade::cli
