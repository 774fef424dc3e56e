// SPDX-License-Identifier: Apache-2.0
// The files that describe the person as such: one row, or traces of a photo.
#include "readers.hpp"
#include "text.hpp"

namespace colonnade::linkedin {

void read_profile(Table& table, Facts& facts) {
    const auto first_name = table.column({"First Name"});
    const auto last_name = table.column({"Last Name"});
    const auto headline = table.column({"Headline"});
    const auto summary = table.column({"Summary"});
    const auto industry = table.column({"Industry"});
    const auto location = table.column({"Geo Location"});
    const auto text_of = [&table](Column column) {
        return column == NoColumn ? OptionalText() : OptionalText(table.cell(column));
    };
    while (table.next()) {
        if (facts.headline) {
            table.leave_out();
            continue;
        }
        facts.owner_name =
            lower(std::string(table.cell(first_name)) + ' ' + std::string(table.cell(last_name)));
        facts.headline = text_of(headline);
        facts.summary = text_of(summary);
        facts.industry = text_of(industry);
        facts.location = text_of(location);
    }
}

void read_registration(Table& table, Facts& facts) {
    const auto registered = table.column({"Registered At"});
    while (table.next()) {
        const auto at = table.moment(registered);
        if (at && (!facts.joined || *at < *facts.joined)) facts.joined = at;
    }
}

// The date column is a sentence: `You uploaded a profile photo on …`. Older files have no such
// column, and so no trace of a photo.
void read_rich_media(Table& table, Facts& facts) {
    const auto sentence = table.column({"Date/Time"});
    while (table.next()) {
        const auto text = table.cell(sentence);
        if (text.starts_with("You uploaded a profile photo ")) facts.has_photo = true;
        if (text.starts_with("You uploaded a profile background photo ")) facts.has_cover = true;
    }
}

void read_verifications(Table& table, Facts& facts) {
    while (table.next())
        facts.is_verified = true;
}

}  // namespace colonnade::linkedin
