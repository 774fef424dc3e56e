// SPDX-License-Identifier: Apache-2.0
// The facts of the profile document in their order, which files each comes from, and what it means
// when these are missing. Document and report follow this one table.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "file_table.hpp"

namespace colonnade::linkedin {

enum class Fact {
    Headline,
    Summary,
    Industry,
    Location,
    Photo,
    Cover,
    Public,
    Verified,
    Joined,
    Followers,
    ProfileViews,
    Visitors,
    VisitorsContacted,
    Positions,
    Education,
    Skills,
    Endorsements,
    EndorsementsGiven,
    Recommendations,
    RecommendationsGiven,
    Certifications,
    Courses,
    Projects,
    Honors,
    Organizations,
    Volunteering,
    Publications,
    Languages,
    Connections,
    Invitations,
    Messages,
    Posts,
    Articles,
    Comments,
    Reactions,
    Votes,
    Searches,
    Logins,
    Follows,
    Groups,
    Count
};

// LinkedIn leaves out files of things that a member never did. Where other files of the same group
// are there, a missing one therefore means none; where the group is absent, nobody knows.
enum class Group {
    Alone,     // missing means unknown
    Profile,   // the files of the basic archive about the profile
    Activity,  // the files that only the complete archive has
    Nowhere    // no file of an export holds it
};

struct FactForm {
    Fact fact = Fact::Count;
    std::string_view name;
    Group group = Group::Alone;
    std::span<const FileKind> files;
};

[[nodiscard]] std::span<const FactForm> fact_forms();

}  // namespace colonnade::linkedin
