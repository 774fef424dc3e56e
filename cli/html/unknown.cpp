// SPDX-License-Identifier: Apache-2.0
// What is not known, what that is worth, and how to state it.
#include <fmt/format.h>

#include <map>

#include "cli/html/escape.hpp"
#include "cli/html/report_parts.hpp"
#include "cli/render/canvas.hpp"
#include "cli/render/labels.hpp"

namespace colonnade::cli {
namespace {

using engine::Wording;

constexpr Wording UnknownLead{
    "Nichts davon zählt als fehlend. Wer es weiß, kann es dazugeben; dann wird genauer gerechnet.",
    "None of it counts as missing. Whoever knows it can add it; the score then becomes more "
    "exact."};
constexpr Wording What{"Was", "What"};
constexpr Wording Worth{"Punkte", "Points"};
constexpr Wording Rules{"Regeln, die darauf warten", "Rules that wait for it"};
constexpr Wording HowToState{
    "Angeben lässt sich: {0}. So füllt, wer den Bericht macht, die Lücken: {1} schreibt ein "
    "Formular; ausgefüllt zählt es mit {2}.",
    "What can be stated: {0}. How whoever makes the report fills the gaps: {1} writes a form; "
    "filled in, it counts with {2}."};

std::map<std::string, std::string> titles_by_path(const engine::Result& result) {
    std::map<std::string, std::string> titles;
    for (const auto& pillar : result.pillars) {
        for (const auto& rule : pillar.rules)
            titles[fmt::format("{}.{}", pillar.id, rule.id)] = rule.title;
    }
    return titles;
}

std::string joined_titles(const std::vector<std::string>& rules,
                          const std::map<std::string, std::string>& titles) {
    std::string text;
    for (const auto& rule : rules) {
        const auto found = titles.find(rule);
        text += (text.empty() ? "" : ", ") + (found == titles.end() ? rule : found->second);
    }
    return text;
}

std::string unknown_row(const engine::UnknownResult& unknown, const engine::Result& result,
                        const std::map<std::string, std::string>& titles) {
    return fmt::format(
        "<tr><th scope=\"row\">{}</th><td class=\"figure\">{}</td><td>{}</td></tr>\n",
        escape_html(unknown.title), points_text(unknown.points, result.language),
        escape_html(joined_titles(unknown.rules, titles)));
}

std::string how_to_state(const engine::Result& result) {
    std::string titles;
    for (const auto& unknown : result.unknown) {
        if (unknown.stateable) titles += (titles.empty() ? "" : ", ") + unknown.title;
    }
    if (titles.empty()) return {};
    return fmt::format(
        "<p class=\"quiet\">{}</p>\n",
        engine::worded(
            HowToState, result.language,
            {escape_html(titles), "<code>colonnade facts --unknown DATA &gt; answers.yaml</code>",
             "<code>colonnade score DATA --with answers.yaml</code>"}));
}

}  // namespace

std::string unknown_section(const engine::Result& result) {
    if (result.unknown.empty()) return {};
    const auto& language = result.language;
    const auto titles = titles_by_path(result);
    auto html = section_start("unknown", escape_html(labels_in(language).unknown), result);
    html += fmt::format("<p>{}</p>\n<table>\n", word(UnknownLead, language));
    html += table_head({{What}, {Worth, true}, {Rules}}, language) + "<tbody>\n";
    for (const auto& unknown : result.unknown)
        html += unknown_row(unknown, result, titles);
    html += fmt::format("</tbody>\n</table>\n{}", how_to_state(result));
    return html + "</section>\n";
}

}  // namespace colonnade::cli
