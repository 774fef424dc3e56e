// SPDX-License-Identifier: Apache-2.0
#include "cli/render/linkedin_ssi.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/render/canvas.hpp"

namespace colonnade::cli {
namespace {

struct SsiWords {
    std::string_view title;
    std::string_view linkedin;
    std::string_view here;
    std::string_view total;
    std::string_view industry;
    std::string_view network;
    std::string_view team;
    std::string_view top;      // {}: percent
    std::string_view average;  // {}: points
    std::string_view note;
};

constexpr SsiWords SsiEnglish{
    .title = "LinkedIn's own Social Selling Index",
    .linkedin = "LinkedIn",
    .here = "here",
    .total = "Total",
    .industry = "Industry",
    .network = "Network",
    .team = "Team",
    .top = "top {} %",
    .average = "average {}",
    .note =
        "LinkedIn's number, from a file that was saved; of which day it is is not known. LinkedIn "
        "sees other data and counts by a formula that is not public: the score above is not "
        "meant to equal it.",
};

constexpr SsiWords SsiGerman{
    .title = "Der Social Selling Index von LinkedIn selbst",
    .linkedin = "LinkedIn",
    .here = "hier",
    .total = "Gesamt",
    .industry = "Branche",
    .network = "Netzwerk",
    .team = "Team",
    .top = "beste {} %",
    .average = "Schnitt {}",
    .note =
        "Das ist LinkedIns Zahl aus einer gespeicherten Datei; von welchem Tag sie ist, ist nicht "
        "bekannt. LinkedIn sieht andere Daten und rechnet nach einer Formel, die nicht "
        "öffentlich ist: Die Wertung oben soll ihr nicht gleichen.",
};

const SsiWords& ssi_words_in(std::string_view language) {
    return language == "de" ? SsiGerman : SsiEnglish;
}

std::string of(double points, double most, std::string_view language) {
    return fmt::format("{} / {}", padded_left(points_text(points, language), 4),
                       padded_left(points_text(most, language), 5));
}

std::string line(std::string_view title, std::string_view linkedin, std::string_view here) {
    auto text = fmt::format("  {}  {}  {}", padded(title, 38), padded_left(linkedin, 13),
                            padded_left(here, 13));
    text.erase(text.find_last_not_of(' ') + 1);
    return text + "\n";
}

std::string pillar_line(std::size_t index, const LinkedinSsi& ssi, const engine::Result& result) {
    const auto& pillar = SsiPillars.at(index);
    const auto theirs = of(ssi.pillars.at(index), SsiPillarPoints, result.language);
    const auto ours = std::find_if(result.pillars.begin(), result.pillars.end(),
                                   [&pillar](const auto& own) { return own.id == pillar.id; });
    if (ours == result.pillars.end())
        return line(result.language == "de" ? pillar.german : pillar.english, theirs, "");
    return line(clean(ours->title), theirs,
                ours->points ? of(*ours->points, ours->of, result.language) : "–");
}

}  // namespace

SsiGroupText ssi_group_text(const SsiGroup& group, std::string_view language) {
    const auto& words = ssi_words_in(language);
    auto name = group.type == "industry"  ? std::string(words.industry)
                : group.type == "network" ? std::string(words.network)
                : group.type == "team"    ? std::string(words.team)
                                          : clean(group.type);
    if (!group.industry.empty()) name += ": " + clean(group.industry);
    return {name, group.top ? fmt::format(fmt::runtime(words.top), *group.top) : "",
            group.average
                ? fmt::format(fmt::runtime(words.average), points_text(*group.average, language))
                : ""};
}

std::string render_ssi(const LinkedinSsi& ssi, engine::Result result) {
    engine::round_result(result, 1);
    const auto& words = ssi_words_in(result.language);
    auto text = fmt::format("\n{}\n", words.title) + line("", words.linkedin, words.here);
    for (std::size_t i = 0; i < SsiPillars.size(); ++i)
        text += pillar_line(i, ssi, result);
    text += line(words.total, of(ssi.score, SsiPoints, result.language),
                 result.score ? of(*result.score, SsiPoints, result.language) : "–");
    for (const auto& group : ssi.groups) {
        const auto shown = ssi_group_text(group, result.language);
        text += line(shown.name, shown.top, shown.average);
    }
    return text + paragraph("  ", words.note);
}

std::string_view ssi_note(std::string_view language) {
    return ssi_words_in(language).note;
}

}  // namespace colonnade::cli
