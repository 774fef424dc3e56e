// SPDX-License-Identifier: Apache-2.0
// One reader per kind of file. Each takes the rows of a table whose header was found and adds to
// the facts; a row that it cannot understand it refuses and goes on.
#pragma once

#include <string_view>

#include "facts.hpp"
#include "table.hpp"

namespace colonnade::linkedin {

using Reader = void (*)(Table& table, Facts& facts);

void read_profile(Table& table, Facts& facts);
void read_registration(Table& table, Facts& facts);
void read_rich_media(Table& table, Facts& facts);
void read_verifications(Table& table, Facts& facts);

void read_positions(Table& table, Facts& facts);
void read_education(Table& table, Facts& facts);
void read_skills(Table& table, Facts& facts);
void read_certifications(Table& table, Facts& facts);
void read_courses(Table& table, Facts& facts);
void read_projects(Table& table, Facts& facts);
void read_honors(Table& table, Facts& facts);
void read_organizations(Table& table, Facts& facts);
void read_volunteering(Table& table, Facts& facts);
void read_publications(Table& table, Facts& facts);
void read_languages(Table& table, Facts& facts);

void read_endorsements(Table& table, Facts& facts);
void read_endorsements_given(Table& table, Facts& facts);
void read_recommendations(Table& table, Facts& facts);
void read_recommendations_given(Table& table, Facts& facts);

void read_connections(Table& table, Facts& facts);
// Also learns which profile link is the owner's, so invitations are read before messages.
void read_invitations(Table& table, Facts& facts);
void read_messages(Table& table, Facts& facts);
void read_member_follows(Table& table, Facts& facts);
void read_company_follows(Table& table, Facts& facts);
void read_hashtag_follows(Table& table, Facts& facts);

void read_shares(Table& table, Facts& facts);
void read_instant_reposts(Table& table, Facts& facts);
void read_comments(Table& table, Facts& facts);
void read_reactions(Table& table, Facts& facts);
void read_votes(Table& table, Facts& facts);
void read_searches(Table& table, Facts& facts);
void read_logins(Table& table, Facts& facts);

// One article, which is a page and not a table. A draft is counted as left out.
void read_article(std::string_view page, FileReport& report, Facts& facts);

}  // namespace colonnade::linkedin
