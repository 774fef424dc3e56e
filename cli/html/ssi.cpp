// SPDX-License-Identifier: Apache-2.0
// LinkedIn's own number beside ours, where somebody gave it.
#include <fmt/format.h>

#include "cli/html/escape.hpp"
#include "cli/html/report_parts.hpp"
#include "cli/render/linkedin_ssi.hpp"

namespace colonnade::cli {
namespace {

using engine::Wording;

constexpr Wording Ssi{"Der Social Selling Index von LinkedIn selbst",
                      "LinkedIn's own Social Selling Index"};
constexpr Wording Pillar{"Säule", "Pillar"};
constexpr Wording LinkedIn{"LinkedIn", "LinkedIn"};
constexpr Wording Here{"hier", "here"};
constexpr Wording SsiTotal{"Gesamt", "Total"};

std::string ssi_row(std::string_view name, const std::string& theirs, const std::string& ours) {
    return fmt::format(
        "<tr><th scope=\"row\">{}</th><td class=\"figure\">{}</td><td "
        "class=\"figure\">{}</td></tr>\n",
        escape_html(name), theirs, ours);
}

std::string own_points(const std::optional<double>& points, double of, std::string_view language) {
    return points ? points_of(*points, of, language) : std::string("–");
}

std::string ssi_pillar_row(std::size_t index, const LinkedinSsi& ssi,
                           const engine::Result& result) {
    const auto& language = result.language;
    const auto& pillar = SsiPillars.at(index);
    std::string own;
    for (const auto& shown : result.pillars) {
        if (shown.id == pillar.id) own = own_points(shown.points, shown.of, language);
    }
    return ssi_row(Wording{pillar.german, pillar.english}.in(language),
                   points_of(ssi.pillars.at(index), SsiPillarPoints, language), own);
}

}  // namespace

std::string ssi_section(const LinkedinSsi& ssi, const engine::Result& result) {
    const auto& language = result.language;
    auto html = section_start("ssi", word(Ssi, language), result) + "<table>\n";
    html += table_head({{Pillar}, {LinkedIn, true}, {Here, true}}, language) + "<tbody>\n";
    for (std::size_t i = 0; i < SsiPillars.size(); ++i)
        html += ssi_pillar_row(i, ssi, result);
    html += ssi_row(SsiTotal.in(language), points_of(ssi.score, SsiPoints, language),
                    own_points(result.score, SsiPoints, language));
    for (const auto& group : ssi.groups) {
        const auto text = ssi_group_text(group, language);
        html += ssi_row(text.name, escape_html(text.top), escape_html(text.average));
    }
    return html + fmt::format("</tbody>\n</table>\n<p class=\"quiet\">{}</p>\n</section>\n",
                              escape_html(ssi_note(language)));
}

}  // namespace colonnade::cli
