// SPDX-License-Identifier: Apache-2.0
#include "fact_table.hpp"

#include <array>

namespace colonnade::linkedin {
namespace {

// One kind of file as a constant range, so that the table below can be constant too.
template <FileKind... Kinds>
constexpr std::array<FileKind, sizeof...(Kinds)> Files{Kinds...};

constexpr std::array<FactForm, static_cast<std::size_t>(Fact::Count)> Forms{{
    {Fact::Headline, "headline", Group::Alone, Files<FileKind::Profile>},
    {Fact::Summary, "summary", Group::Alone, Files<FileKind::Profile>},
    {Fact::Industry, "industry", Group::Alone, Files<FileKind::Profile>},
    {Fact::Location, "location", Group::Alone, Files<FileKind::Profile>},
    {Fact::Photo, "photo", Group::Alone, Files<FileKind::RichMedia>},
    {Fact::Cover, "cover", Group::Alone, Files<FileKind::RichMedia>},
    {Fact::Public, "public", Group::Nowhere, {}},
    {Fact::Verified, "verified", Group::Alone, Files<FileKind::Verifications>},
    {Fact::Joined, "joined", Group::Alone, Files<FileKind::Registration>},
    {Fact::Followers, "followers", Group::Nowhere, {}},
    {Fact::ProfileViews, "profile_views", Group::Nowhere, {}},
    {Fact::Visitors, "visitors", Group::Nowhere, {}},
    {Fact::VisitorsContacted, "visitors_contacted", Group::Nowhere, {}},
    {Fact::Positions, "positions", Group::Profile, Files<FileKind::Positions>},
    {Fact::Education, "education", Group::Profile, Files<FileKind::Education>},
    {Fact::Skills, "skills", Group::Profile, Files<FileKind::Skills>},
    {Fact::Endorsements, "endorsements", Group::Profile, Files<FileKind::EndorsementsReceived>},
    {Fact::EndorsementsGiven, "endorsements_given", Group::Profile,
     Files<FileKind::EndorsementsGiven>},
    {Fact::Recommendations, "recommendations", Group::Profile,
     Files<FileKind::RecommendationsReceived>},
    {Fact::RecommendationsGiven, "recommendations_given", Group::Profile,
     Files<FileKind::RecommendationsGiven>},
    {Fact::Certifications, "certifications", Group::Profile, Files<FileKind::Certifications>},
    {Fact::Courses, "courses", Group::Profile, Files<FileKind::Courses>},
    {Fact::Projects, "projects", Group::Profile, Files<FileKind::Projects>},
    {Fact::Honors, "honors", Group::Profile, Files<FileKind::Honors>},
    {Fact::Organizations, "organizations", Group::Profile, Files<FileKind::Organizations>},
    {Fact::Volunteering, "volunteering", Group::Profile, Files<FileKind::Volunteering>},
    {Fact::Publications, "publications", Group::Profile, Files<FileKind::Publications>},
    {Fact::Languages, "languages", Group::Profile, Files<FileKind::Languages>},
    {Fact::Connections, "connections", Group::Alone, Files<FileKind::Connections>},
    {Fact::Invitations, "invitations", Group::Alone, Files<FileKind::Invitations>},
    {Fact::Messages, "messages", Group::Alone, Files<FileKind::Messages>},
    {Fact::Posts, "posts", Group::Activity, Files<FileKind::Shares, FileKind::InstantReposts>},
    {Fact::Articles, "articles", Group::Activity, Files<FileKind::Articles>},
    {Fact::Comments, "comments", Group::Activity, Files<FileKind::Comments>},
    {Fact::Reactions, "reactions", Group::Activity, Files<FileKind::Reactions>},
    {Fact::Votes, "votes", Group::Activity, Files<FileKind::Votes>},
    {Fact::Searches, "searches", Group::Activity, Files<FileKind::Searches>},
    {Fact::Logins, "logins", Group::Alone, Files<FileKind::Logins>},
    {Fact::Follows, "follows", Group::Alone,
     Files<FileKind::MemberFollows, FileKind::CompanyFollows, FileKind::HashtagFollows>},
    {Fact::Groups, "groups", Group::Nowhere, {}},
}};

}  // namespace

std::span<const FactForm> fact_forms() {
    return Forms;
}

}  // namespace colonnade::linkedin
