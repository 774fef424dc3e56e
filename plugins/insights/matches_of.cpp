// SPDX-License-Identifier: Apache-2.0
// matches_of: how many entries of a word list occur in a text. What to make of it, and which words
// stand in the list, is the rulebook's business.
#include <vector>

#include "functions.hpp"

namespace colonnade::insights {
namespace {

void matches_of(const sdk::Call& call) {
    const sdk::Texts texts = call.texts(0);
    sdk::WordIndex words(call.words(1), 1);
    std::vector<std::int64_t> last_row(words.entries(), -1);
    for (std::int64_t row = 0; row < call.rows(); ++row) {
        if (!call.can_answer(row)) continue;
        double count = 0;
        for (const auto& match : words.matches_in(texts[row])) {
            if (last_row[match.entry] == row) continue;
            last_row[match.entry] = row;
            count += 1;
        }
        call.set(row, count);
    }
}

constexpr sdk::Function Spec{
    .id = "matches_of",
    .titles = {{"de", "Treffer einer Wortliste"}, {"en", "Matches of a word list"}},
    .descriptions =
        {{"de",
          "Wie viele Einträge der Wortliste im Text vorkommen; jeder zählt einmal. Verglichen "
          "werden "
          "ganze Wörter ohne Rücksicht auf Groß- und Kleinschreibung, auch bei Umlauten. Ein Stern "
          "am "
          "Ende steht für den Rest des Wortes. Mehrere Wörter müssen aufeinander folgen, ohne "
          "Komma "
          "oder ähnliches Zeichen dazwischen. Ein leerer Text hat keine Treffer."},
         {"en",
          "How many entries of the word list occur in the text; each counts once. Whole words are "
          "compared, whatever the case, also of accented letters. A star at the end stands for the "
          "rest of the word. Several words must follow each other without a comma or the like "
          "between them. An empty text has no matches."}},
    .parameters = {{.name = "text", .kind = sdk::Kind::Text},
                   {.name = "words", .kind = sdk::Kind::Words}},
    .result = {.kind = sdk::Kind::Number, .min = 0},
    .body = sdk::per_batch<matches_of>,
};

}  // namespace

constinit const sdk::Definition MatchesOf = sdk::define<Spec>();

}  // namespace colonnade::insights
