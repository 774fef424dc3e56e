// SPDX-License-Identifier: Apache-2.0
// seniority: the level of a job title by a grouped word list. All entries that match take part, but
// one that lies within a longer match does not count: `president` within `vice president`, `CEO`
// within `assistant to *`. Of entries on the same words the more exact one counts: `Leiterplatten*`
// before `Leiter*`. Of what is left, the highest level wins.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "functions.hpp"

namespace colonnade::relationships {
namespace {

constexpr std::array<std::string_view, 7> Levels = {"entry",    "professional", "lead", "manager",
                                                    "director", "executive",    "owner"};
constexpr std::int32_t Professional = 1;
constexpr std::int32_t WordsArgument = 1;

using Match = sdk::WordIndex::Match;

std::int32_t level_named(std::string_view group) {
    const auto found = std::find(Levels.begin(), Levels.end(), group);
    if (found != Levels.end()) return static_cast<std::int32_t>(found - Levels.begin());
    std::string message = "found the group `" + std::string(group) + "`, expected one of";
    for (const std::string_view level : Levels)
        message += " `" + std::string(level) + "`";
    throw sdk::Failure(message).at_parameter(WordsArgument);
}

std::vector<std::int32_t> levels_of(const sdk::WordIndex& titles) {
    std::vector<std::int32_t> levels(titles.entries());
    for (std::size_t i = 0; i < levels.size(); ++i)
        levels[i] = level_named(titles.group(i));
    return levels;
}

bool is_within(const Match& inner, const Match& outer) {
    return inner.first >= outer.first && inner.end <= outer.end;
}

// Whether `stronger` keeps `match` from counting.
bool is_overruled(const Match& match, const Match& stronger, const sdk::WordIndex& titles) {
    if (!is_within(match, stronger)) return false;
    if (!is_within(stronger, match)) return true;
    return titles.weight(match.entry) < titles.weight(stronger.entry);
}

std::int32_t highest_level(const std::vector<Match>& matches, const sdk::WordIndex& titles,
                           const std::vector<std::int32_t>& levels) {
    std::int32_t highest = -1;
    for (const Match& match : matches) {
        if (levels[match.entry] <= highest) continue;
        const bool counts = std::none_of(matches.begin(), matches.end(), [&](const Match& other) {
            return is_overruled(match, other, titles);
        });
        if (counts) highest = levels[match.entry];
    }
    return highest < 0 ? Professional : highest;
}

void seniority(const sdk::Call& call) {
    const sdk::Texts texts = call.texts(0);
    sdk::WordIndex titles(call.words(WordsArgument), WordsArgument);
    const std::vector<std::int32_t> levels = levels_of(titles);
    for (std::int64_t row = 0; row < call.rows(); ++row) {
        if (!call.can_answer(row)) continue;
        const std::string_view text = texts[row];
        if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) continue;
        call.set(row, highest_level(titles.matches_in(text), titles, levels));
    }
}

constexpr sdk::Function Spec{
    .id = "seniority",
    .titles = {{"de", "Ebene der Berufsbezeichnung"}, {"en", "Seniority of a job title"}},
    .descriptions =
        {{"de",
          "Die Ebene einer Berufsbezeichnung nach einer Wortliste mit den Gruppen entry, "
          "professional, "
          "lead, manager, director, executive, owner. Es gewinnt die höchste Ebene, die vorkommt; "
          "ein "
          "Eintrag innerhalb eines längeren Treffers zählt nicht (`president` in `vice president`, "
          "`CEO` in `assistant to *`), und bei gleichen Wörtern zählt der genauere. Kein Treffer: "
          "professional. Leere Bezeichnung: unbekannt."},
         {"en",
          "The level of a job title by a word list with the groups entry, professional, lead, "
          "manager, "
          "director, executive, owner. The highest level that occurs wins; an entry within a "
          "longer "
          "match does not count (`president` in `vice president`, `CEO` in `assistant to *`), and "
          "of "
          "entries on the same words the more exact one counts. No match: professional. Empty "
          "title: "
          "unknown."}},
    .parameters = {{.name = "title", .kind = sdk::Kind::Text},
                   {.name = "words",
                    .kind = sdk::Kind::Words,
                    .default_words = "seniority_titles"}},
    .result = {.kind = sdk::Kind::Category,
               .is_ordered = true,
               .values = {{Levels[0], {{"de", "Einstieg"}, {"en", "entry level"}}},
                          {Levels[1], {{"de", "Fachkraft"}, {"en", "professional"}}},
                          {Levels[2], {{"de", "Teamleitung"}, {"en", "lead"}}},
                          {Levels[3], {{"de", "Führungskraft"}, {"en", "manager"}}},
                          {Levels[4], {{"de", "Bereichsleitung"}, {"en", "director"}}},
                          {Levels[5], {{"de", "Geschäftsleitung"}, {"en", "executive"}}},
                          {Levels[6], {{"de", "Inhaber"}, {"en", "owner"}}}}},
    .body = sdk::per_batch<seniority>,
};

}  // namespace

constinit const sdk::Definition Seniority = sdk::define<Spec>();

}  // namespace colonnade::relationships
