// SPDX-License-Identifier: Apache-2.0
// missing_sections: how many of the seven sections that every profile should have are empty.
#include <optional>
#include <string_view>

#include "functions.hpp"

namespace colonnade::brand {
namespace {

constexpr std::int32_t TextSections = 4;
constexpr std::int32_t Sections = 7;

// A text of blanks shows a reader nothing.
bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::optional<double> missing_sections(const sdk::Row& row) {
    double missing = 0;
    for (std::int32_t i = 0; i < Sections; ++i) {
        const bool is_empty = i < TextSections ? is_blank(row.text(i)) : row.list(i).empty();
        if (is_empty) missing += 1;
    }
    return missing;
}

constexpr sdk::Function Spec{
    .id = "missing_sections",
    .titles = {{"de", "Fehlende Abschnitte"}, {"en", "Missing sections"}},
    .descriptions =
        {{"de",
          "Wie viele von sieben Abschnitten leer sind: Slogan, Zusammenfassung, Branche, Ort, "
          "Berufserfahrung, Ausbildung, Kenntnisse. Ein Text aus Leerzeichen ist leer. Ist einer "
          "der "
          "sieben unbekannt, so ist es auch das Ergebnis."},
         {"en",
          "How many of seven sections are empty: headline, summary, industry, location, positions, "
          "education, skills. A text of blanks is empty. Where one of the seven is unknown, so is "
          "the "
          "result."}},
    .parameters = {{.name = "headline", .kind = sdk::Kind::Text},
                   {.name = "summary", .kind = sdk::Kind::Text},
                   {.name = "industry", .kind = sdk::Kind::Text},
                   {.name = "location", .kind = sdk::Kind::Text},
                   {.name = "positions", .kind = sdk::Kind::List},
                   {.name = "education", .kind = sdk::Kind::List},
                   {.name = "skills", .kind = sdk::Kind::List}},
    .result = {.kind = sdk::Kind::Number, .min = 0, .max = Sections},
    .body = sdk::per_row<missing_sections>,
};

}  // namespace

constinit const sdk::Definition MissingSections = sdk::define<Spec>();

}  // namespace colonnade::brand
