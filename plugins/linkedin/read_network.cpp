// SPDX-License-Identifier: Apache-2.0
// The files about the person and others: who is connected, who asked, endorsed, recommended.
#include "link.hpp"
#include "readers.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

void read_recommendation_rows(Table& table, bool visible_only,
                              std::vector<Recommendation>& recommendations) {
    const auto created = table.column({"Creation Date"});
    const auto text = table.column({"Text"});
    const auto status = table.column({"Status"});
    while (table.next()) {
        const auto at = table.moment(created);
        if (!at) continue;
        const auto state = table.cell(status);
        if (visible_only && !state.empty() && !is_same_word(state, "VISIBLE")) {
            table.leave_out();
            continue;
        }
        recommendations.push_back({*at, count_words(table.cell(text))});
    }
}

}  // namespace

void read_endorsements(Table& table, Facts& facts) {
    const auto date = table.column({"Endorsement Date"});
    const auto skill = table.column({"Skill Name"});
    const auto status = table.column({"Endorsement Status"});
    while (table.next()) {
        const auto at = table.moment(date);
        if (!at) continue;
        if (is_same_word(table.cell(status), "ACCEPTED")) {
            facts.endorsements.push_back({*at, std::string(table.cell(skill))});
        } else {
            table.leave_out();
        }
    }
}

void read_endorsements_given(Table& table, Facts& facts) {
    const auto date = table.column({"Endorsement Date"});
    while (table.next()) {
        if (const auto at = table.moment(date)) facts.endorsements_given.push_back({*at});
    }
}

void read_recommendations(Table& table, Facts& facts) {
    read_recommendation_rows(table, true, facts.recommendations);
}

void read_recommendations_given(Table& table, Facts& facts) {
    read_recommendation_rows(table, false, facts.recommendations_given);
}

// Rows of members who hide themselves hold a date and nothing else; they are connections too.
void read_connections(Table& table, Facts& facts) {
    const auto url = table.column({"URL"});
    const auto company = table.column({"Company"});
    const auto position = table.column({"Position"});
    const auto connected = table.column({"Connected On"});
    facts.connections_have_links = url != NoColumn;
    while (table.next()) {
        const auto at = table.moment(connected);
        if (!at) continue;
        facts.connections.push_back({*at, std::string(table.cell(position)),
                                     lower(table.cell(company)), profile_slug(table.cell(url))});
    }
}

void read_invitations(Table& table, Facts& facts) {
    const auto sent_at = table.column({"Sent At"});
    const auto message = table.column({"Message"});
    const auto direction = table.column({"Direction"});
    const auto inviter = table.column({"inviterProfileUrl"});
    const auto invitee = table.column({"inviteeProfileUrl"});
    while (table.next()) {
        const auto at = table.moment(sent_at);
        if (!at) continue;
        const bool sent = is_same_word(table.cell(direction), "OUTGOING");
        if (!sent && !is_same_word(table.cell(direction), "INCOMING")) {
            table.refuse("the direction is neither INCOMING nor OUTGOING");
            continue;
        }
        auto owner = profile_slug(table.cell(sent ? inviter : invitee));
        if (!owner.empty()) facts.owner_slugs.insert(std::move(owner));
        facts.invitations.push_back({*at, sent, !table.cell(message).empty(),
                                     profile_slug(table.cell(sent ? invitee : inviter))});
    }
}

// A member who is followed no longer is not a follow.
void read_member_follows(Table& table, Facts& facts) {
    const auto date = table.column({"Date"});
    const auto status = table.column({"Status"});
    while (table.next()) {
        const auto at = table.moment(date);
        if (!at) continue;
        if (is_same_word(table.cell(status), "Unfollow")) {
            table.leave_out();
        } else {
            facts.follows.push_back({*at, FollowKind::Member});
        }
    }
}

void read_company_follows(Table& table, Facts& facts) {
    const auto date = table.column({"Followed On"});
    while (table.next()) {
        if (const auto at = table.moment(date)) facts.follows.push_back({*at, FollowKind::Company});
    }
}

void read_hashtag_follows(Table& table, Facts& facts) {
    const auto date = table.column({"CreatedTime"});
    while (table.next()) {
        if (const auto at = table.moment(date)) facts.follows.push_back({*at, FollowKind::Hashtag});
    }
}

}  // namespace colonnade::linkedin
