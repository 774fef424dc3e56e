// SPDX-License-Identifier: Apache-2.0
#include "snapshot_domains.hpp"

#include <algorithm>
#include <array>

namespace colonnade::linkedin {
namespace {

// Upper and lower case as LinkedIn writes them.
constexpr auto Forms = std::to_array<DomainForm>({
    {"ACCOUNT_HISTORY", "Account Status History.csv"},
    {"ACTOR_SAVE_ITEM", "Saved_Items.csv"},
    {"ADS_CLICKED", "Ads Clicked.csv"},
    {"ADS_LAN", "LAN Ads Engagement.csv"},
    {"AD_TARGETING", "Ad_Targeting.csv"},
    {"ALL_COMMENTS", "Comments.csv"},
    {"ALL_LIKES", "Reactions.csv"},
    {"ALL_VOTES", "Votes.csv"},
    {"CALENDAR", "Calendar.csv"},
    {"CAUSES_YOU_CARE_ABOUT", "Causes You Care About.csv"},
    {"CERTIFICATIONS", "Certifications.csv"},
    {"COMPANY_FOLLOWS", "Company Follows.csv"},
    {"CONNECTIONS", "Connections.csv"},
    {"CONTACTS", "Contacts.csv"},
    {"COURSES", "Courses.csv"},
    {"EDUCATION", "Education.csv"},
    {"EMAIL_ADDRESSES", "Email Addresses.csv"},
    {"ENDORSEMENTS", "Endorsement_Received_Info.csv", "Endorsement_Given_Info.csv"},
    {"Events", "Events.csv"},
    {"HONORS", "Honors.csv"},
    {"IDENTITY_CREDENTIALS_AND_ASSETS", "Private_identity_asset.csv"},
    {"INBOX", "messages.csv"},
    {"INFERENCE_TAKEOUT", "Inferences_about_you.csv"},
    {"INSTANT_REPOSTS", "InstantReposts.csv"},
    {"INVITATIONS", "Invitations.csv"},
    {"JOB_APPLICANT_SAVED_ANSWERS", "Job Applicant Saved Answers.csv"},
    {"JOB_APPLICATIONS", "Job Applications.csv"},
    {"JOB_POSTINGS", "Online Job Postings.csv"},
    {"JOB_SEEKER_PREFERENCES", "Job Seeker Preferences.csv"},
    {"LANGUAGES", "Languages.csv"},
    {"LEARNING", "Learning.csv"},
    {"LEARNING_COACH_AI_TAKEOUT", "coach_messages.csv"},
    {"LEARNING_COACH_INBOX", "learning_coach_messages.csv"},
    {"LEARNING_ROLEPLAY_INBOX", "learning_role_play_messages.csv"},
    {"MARKETPLACE_PROVIDERS", "Providers.csv"},
    {"MEMBER_FOLLOWING", "Member_Follows.csv"},
    {"MEMBER_SHARE_INFO", "Shares.csv"},
    {"ORGANIZATIONS", "Organizations.csv"},
    {"PATENTS", "Patents.csv"},
    {"PHONE_NUMBERS", "PhoneNumbers.csv"},
    {"POSITIONS", "Positions.csv"},
    {"PROFILE", "Profile.csv"},
    {"PROFILE_SUMMARY", "Profile Summary.csv"},
    {"PROJECTS", "Projects.csv"},
    {"PUBLICATIONS", "Publications.csv"},
    {"RECEIPTS", "Receipts.csv"},
    {"RECEIPTS_LBP", "Receipts_v2.csv"},
    {"RECOMMENDATIONS", "Recommendations_Received.csv", "Recommendations_Given.csv"},
    {"REGISTRATION", "Registration.csv"},
    {"REVIEWS", "Reviews.csv"},
    {"RICH_MEDIA", "Rich_Media.csv"},
    {"SAVED_JOBS", "Saved Jobs.csv"},
    {"SAVED_JOB_ALERTS", "SavedJobAlerts.csv"},
    {"SEARCHES", "SearchQueries.csv"},
    {"SECURITY_CHALLENGE_PIPE", "Security Challenges.csv"},
    {"SKILLS", "Skills.csv"},
    {"TALENT_QUESTION_SAVED_RESPONSE", "Job Applicant Saved Screening Question Responses.csv"},
    {"TEST_SCORES", "Test Scores.csv"},
    {"VOLUNTEERING_EXPERIENCES", "Volunteering.csv"},
    {"WHATSAPP_NUMBERS", "Whatsapp Phone Numbers.csv"},
    {"login", "Logins.csv"},
});

}  // namespace

std::span<const DomainForm> domain_forms() {
    return Forms;
}

const DomainForm* find_domain(std::string_view domain) {
    const auto* found = std::find_if(Forms.begin(), Forms.end(), [domain](const DomainForm& form) {
        return form.domain == domain;
    });
    return found == Forms.end() ? nullptr : found;
}

std::string_view domain_of_file(std::string_view file) {
    const auto* found = std::find_if(Forms.begin(), Forms.end(), [file](const DomainForm& form) {
        return form.file == file || form.given_file == file;
    });
    return found == Forms.end() ? std::string_view() : found->domain;
}

}  // namespace colonnade::linkedin
