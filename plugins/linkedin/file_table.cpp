// SPDX-License-Identifier: Apache-2.0
#include "file_table.hpp"

#include <array>

namespace colonnade::linkedin {
namespace {

using enum FileKind;

constexpr std::array<FileForm, static_cast<std::size_t>(Count)> Forms{{
    {Profile, "Profile.csv", "First Name,Headline",
     "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
     "Geo Location,Twitter Handles,Websites,Instant Messengers",
     read_profile},
    {Registration, "Registration.csv", "Registered At",
     "Registered At,Registration Ip,Subscription Types", read_registration},
    {RichMedia, "Rich_Media.csv", "Date/Time|Type,Link", "Date/Time,Media Description,Media Link",
     read_rich_media},
    {Verifications, "Verifications.csv", "Verification type",
     "First name,Middle name,Last name,Verification type,Organization name", read_verifications},
    {Positions, "Positions.csv", "Company Name,Title,Started On",
     "Company Name,Title,Description,Location,Started On,Finished On", read_positions},
    {Education, "Education.csv", "School Name,Start Date",
     "School Name,Start Date,End Date,Notes,Degree Name,Activities", read_education},
    {Skills, "Skills.csv", "Name", "Name", read_skills},
    {Certifications, "Certifications.csv", "Name",
     "Name,Url,Authority,Started On,Finished On,License Number", read_certifications},
    {Courses, "Courses.csv", "Name", "Name,Number", read_courses},
    {Projects, "Projects.csv", "Title", "Title,Description,Url,Started On,Finished On",
     read_projects},
    {Honors, "Honors.csv", "Title", "Title,Description,Issued On", read_honors},
    {Organizations, "Organizations.csv", "Name", "Name,Description,Position,Started On,Finished On",
     read_organizations},
    {Volunteering, "Volunteering.csv", "Role",
     "Company Name,Role,Cause,Started On,Finished On,Description", read_volunteering},
    {Publications, "Publications.csv", "Name", "Name,Published On,Description,Publisher,Url",
     read_publications},
    {Languages, "Languages.csv", "Name", "Name,Proficiency", read_languages},
    {EndorsementsReceived, "Endorsement_Received_Info.csv",
     "Endorsement Date,Skill Name,Endorsement Status",
     "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorsement Status",
     read_endorsements},
    {EndorsementsGiven, "Endorsement_Given_Info.csv", "Endorsement Date",
     "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsement Status",
     read_endorsements_given},
    {RecommendationsReceived, "Recommendations_Received.csv", "Text,Creation Date", "",
     read_recommendations},
    {RecommendationsGiven, "Recommendations_Given.csv", "Text,Creation Date", "",
     read_recommendations_given},
    {Connections, "Connections.csv", "First Name,Connected On",
     "First Name,Last Name,Email Address,Company,Position,Connected On", read_connections},
    {Invitations, "Invitations.csv", "Sent At,Direction", "From,To,Sent At,Message,Direction",
     read_invitations},
    {Messages, "messages.csv", "CONVERSATION ID,FROM,DATE|From,To,Date,Direction",
     // Chats with an assistant have the same columns and only their name tells them apart.
     "", read_messages},
    {Shares, "Shares.csv", "Date,ShareLink,ShareCommentary",
     "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility", read_shares},
    {InstantReposts, "InstantReposts.csv", "Date,Link", "Date,Link", read_instant_reposts},
    {Comments, "Comments.csv", "Date,Link,Message", "Date,Link,Message", read_comments,
     Quoting::Backslash},
    {Reactions, "Reactions.csv", "Date,Type,Link", "Date,Type,Link", read_reactions},
    {Votes, "Votes.csv", "Date,Link", "Date,Link,OptionText", read_votes},
    // Commas in a query stand there without quotes.
    {Searches, "SearchQueries.csv", "Time", "Time,Search Query", read_searches, Quoting::Doubled,
     true},
    {Logins, "Logins.csv", "Login Date", "Login Date,IP Address,User Agent,Login Type",
     read_logins},
    {MemberFollows, "Member_Follows.csv", "Date,Status", "Date,Status,FullName",
     read_member_follows},
    {CompanyFollows, "Company Follows.csv", "Followed On", "Organization,Followed On",
     read_company_follows},
    {HashtagFollows, "Hashtag_Follows.csv", "CreatedTime",
     "HashTag,CreatedTime,LastModifiedTime,State", read_hashtag_follows},
    {Articles, "Articles/*.html", "", "", nullptr},
}};

}  // namespace

std::span<const FileForm> file_forms() {
    return Forms;
}

const FileForm& form_of(FileKind kind) {
    return Forms[static_cast<std::size_t>(kind)];
}

std::string_view name_of(FileKind kind) {
    return form_of(kind).name;
}

}  // namespace colonnade::linkedin
