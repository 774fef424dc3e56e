// SPDX-License-Identifier: Apache-2.0
#include "columns.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "plugins/text/header.hpp"
#include "plugins/text/text.hpp"

namespace colonnade::contacts {
namespace {

struct Name {
    std::string_view plain;  // see text::plain_name
    Column column;
};

// As address books, spreadsheets and customer systems call them.
constexpr std::array Names{
    Name{"added", Column::Added},
    Name{"addedon", Column::Added},
    Name{"dateadded", Column::Added},
    Name{"contactsince", Column::Added},
    Name{"connectedon", Column::Added},
    Name{"created", Column::Added},
    Name{"createdon", Column::Added},
    Name{"createdat", Column::Added},
    Name{"createdate", Column::Added},
    Name{"createddate", Column::Added},
    Name{"hinzugefügt", Column::Added},
    Name{"hinzugefügtam", Column::Added},
    Name{"kontaktseit", Column::Added},
    Name{"aufgenommen", Column::Added},
    Name{"erstellt", Column::Added},
    Name{"erstelltam", Column::Added},
    Name{"angelegtam", Column::Added},
    Name{"erstellungsdatum", Column::Added},
    Name{"title", Column::Title},
    Name{"jobtitle", Column::Title},
    Name{"position", Column::Title},
    Name{"role", Column::Title},
    Name{"organizationtitle", Column::Title},
    Name{"organization1title", Column::Title},
    Name{"beruf", Column::Title},
    Name{"berufsbezeichnung", Column::Title},
    Name{"funktion", Column::Title},
    Name{"stelle", Column::Title},
    Name{"company", Column::Company},
    Name{"companyname", Column::Company},
    Name{"employer", Column::Company},
    Name{"organization", Column::Company},
    Name{"organisation", Column::Company},
    Name{"organizationname", Column::Company},
    Name{"organization1name", Column::Company},
    Name{"accountname", Column::Company},
    Name{"firma", Column::Company},
    Name{"firmenname", Column::Company},
    Name{"unternehmen", Column::Company},
    Name{"arbeitgeber", Column::Company},
    Name{"lastcontact", Column::LastContact},
    Name{"lastcontacted", Column::LastContact},
    Name{"lastactivity", Column::LastContact},
    Name{"lastactivitydate", Column::LastContact},
    Name{"letzterkontakt", Column::LastContact},
    Name{"letzteaktivität", Column::LastContact},
    Name{"zuletztkontaktiert", Column::LastContact},
    Name{"zuletztgesprochen", Column::LastContact},
    Name{"nextcontact", Column::NextContact},
    Name{"nextactivity", Column::NextContact},
    Name{"nextactivitydate", Column::NextContact},
    Name{"followup", Column::NextContact},
    Name{"followupon", Column::NextContact},
    Name{"nächsterkontakt", Column::NextContact},
    Name{"nächsteaktivität", Column::NextContact},
    Name{"wiedervorlage", Column::NextContact},
    Name{"note", Column::Notes},
    Name{"notes", Column::Notes},
    Name{"notiz", Column::Notes},
    Name{"notizen", Column::Notes},
    Name{"bemerkung", Column::Notes},
    Name{"bemerkungen", Column::Notes},
    Name{"group", Column::Sorted},
    Name{"groups", Column::Sorted},
    Name{"groupmembership", Column::Sorted},
    Name{"labels", Column::Sorted},
    Name{"tags", Column::Sorted},
    Name{"segment", Column::Sorted},
    Name{"categories", Column::Sorted},
    Name{"gruppe", Column::Sorted},
    Name{"gruppen", Column::Sorted},
    Name{"kategorie", Column::Sorted},
    Name{"kategorien", Column::Sorted},
    Name{"schlagwörter", Column::Sorted},
    Name{"changed", Column::Changed},
    Name{"changedon", Column::Changed},
    Name{"modified", Column::Changed},
    Name{"modifiedon", Column::Changed},
    Name{"updatedat", Column::Changed},
    Name{"lastmodified", Column::Changed},
    Name{"lastmodifieddate", Column::Changed},
    Name{"geändert", Column::Changed},
    Name{"geändertam", Column::Changed},
    Name{"letzteänderung", Column::Changed},
    Name{"zuletztgeändert", Column::Changed},
    Name{"name", Column::Name},
    Name{"fullname", Column::Name},
    Name{"firstname", Column::Name},
    Name{"lastname", Column::Name},
    Name{"givenname", Column::Name},
    Name{"familyname", Column::Name},
    Name{"contact", Column::Name},
    Name{"vorname", Column::Name},
    Name{"nachname", Column::Name},
    Name{"kontakt", Column::Name},
};

constexpr std::array<std::string_view, 9> Ways{"email", "mail",  "phone",    "telefon", "mobile",
                                               "mobil", "handy", "festnetz", "tel"};
// Of a way to reach somebody, but not the way itself: `E-mail 1 - Type`, `Email Opt Out`.
constexpr std::array<std::string_view, 7> NoWays{"type", "label",  "art",       "optout",
                                                 "name", "domain", "gesprochen"};

// `E-mail 1 - Value`, `Business Phone`, `Telefon (geschäftlich)`.
bool is_way(std::string_view plain) {
    const auto stands = [plain](std::string_view word) {
        return plain.starts_with(word) || plain.ends_with(word);
    };
    const auto ends = [plain](std::string_view word) { return plain.ends_with(word); };
    return std::any_of(Ways.begin(), Ways.end(), stands) &&
           std::none_of(NoWays.begin(), NoWays.end(), ends);
}

bool has(const Header& header, Column column) {
    return std::find(header.begin(), header.end(), column) != header.end();
}

}  // namespace

std::optional<Column> column_named(std::string_view name) {
    const auto plain = text::plain_name(name);
    const auto* const found = std::find_if(Names.begin(), Names.end(),
                                           [&](const Name& known) { return known.plain == plain; });
    if (found != Names.end()) return found->column;
    return is_way(plain) ? std::optional(Column::Reachable) : std::nullopt;
}

Header header_in(std::span<const std::string_view> row) {
    Header header;
    for (const auto cell : row)
        header.push_back(column_named(cell));
    const bool names_people = has(header, Column::Name) || has(header, Column::Reachable);
    const auto tells = [](const std::optional<Column>& column) {
        return column && *column != Column::Name;
    };
    const bool tells_about = std::any_of(header.begin(), header.end(), tells);
    return names_people && tells_about ? header : Header{};
}

}  // namespace colonnade::contacts
