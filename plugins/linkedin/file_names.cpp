// SPDX-License-Identifier: Apache-2.0
// How a file of an export is known: by its name in all spellings seen, else by its header.
#include <algorithm>
#include <array>

#include "file_table.hpp"
#include "paths.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

constexpr std::string_view NoFact = "no rule can use it";
constexpr std::string_view Private = "private, and no rule needs it";
constexpr std::string_view Assistant = "a chat with an assistant, not with a person";
constexpr std::string_view NoActivity = "no activity of the person";

constexpr std::array<IgnoredForm, 42> Ignored{{
    {"Ad_Targeting.csv", NoActivity},
    {"Ads Clicked.csv", NoActivity},
    {"LAN Ads Engagement.csv", NoActivity},
    {"Inferences_about_you.csv", NoActivity},
    {"Account Status History.csv", NoActivity},
    {"Calendar.csv", Private},
    {"Causes You Care About.csv", NoFact},
    {"Contacts.csv", "an address book, not connections"},
    {"ImportedContacts.csv", "an address book, not connections"},
    {"Email Addresses.csv", Private},
    {"Events.csv", NoFact},
    {"guide_messages.csv", Assistant},
    {"coach_messages.csv", Assistant},
    {"learning_coach_messages.csv", Assistant},
    {"learning_role_play_messages.csv", Assistant},
    {"LearningCoachMessages.csv", Assistant},
    {"Job Applicant Saved Answers.csv", Private},
    {"Job Applicant Saved Screening Question Responses.csv", Private},
    {"Job Applications.csv", Private},
    {"Job Seeker Preferences.csv", Private},
    {"Online Job Postings.csv", NoFact},
    {"Saved Jobs.csv", NoFact},
    {"SavedJobAlerts.csv", NoFact},
    {"Saved_Items.csv", NoFact},
    {"Learning.csv", NoFact},
    {"Member Hashtags.csv", NoFact},
    {"Notes.csv", Private},
    {"Patents.csv", NoFact},
    {"PhoneNumbers.csv", Private},
    {"Private_identity_asset.csv", Private},
    {"Profile Summary.csv", "a summary written by LinkedIn, not by the person"},
    {"Providers.csv", NoFact},
    {"Receipts.csv", Private},
    {"Receipts_v2.csv", Private},
    {"Reviews.csv", NoFact},
    {"Security Challenges.csv", Private},
    {"Test Scores.csv", NoFact},
    {"Trainings.csv", NoFact},
    {"VerifiedExternalCapability.csv", NoFact},
    {"Whatsapp Phone Numbers.csv", Private},
    {"Endorsements.csv", "an old form, with given and received in one file"},
    {"Recommendations.csv", "an old form, with given and received in one file"},
}};

bool is_article(std::string_view path) {
    const auto name = lower(path);
    return name.ends_with(".html") &&
           (name.starts_with("articles/") || name.find("/articles/") != std::string::npos);
}

// Short headers are shared by too many tables of the world to be a sign.
bool fits_header(const FileForm& form, std::span<const std::string_view> columns) {
    const auto wanted = split_columns(form.header);
    if (wanted.size() < 2 || columns.size() < wanted.size()) return false;
    if (wanted.size() < 4 && columns.size() != wanted.size()) return false;
    return std::all_of(wanted.begin(), wanted.end(), [columns](std::string_view name) {
        return std::any_of(columns.begin(), columns.end(),
                           [name](std::string_view column) { return is_same_name(column, name); });
    });
}

}  // namespace

std::string table_key(std::string_view path) {
    auto name = lower(base_name(path));
    static constexpr std::string_view ending = ".csv";
    if (!name.ends_with(ending)) return {};
    name.resize(name.size() - ending.size());
    auto digits = name.size();
    while (digits > 0 && is_digit(name[digits - 1]))
        --digits;
    if (digits < name.size() && digits > 1 && name[digits - 1] == '_') name.resize(digits - 1);
    std::erase_if(name, [](char c) { return c == ' ' || c == '_'; });
    return name;
}

std::optional<FileKind> kind_by_name(std::string_view path) {
    if (is_article(path)) return FileKind::Articles;
    const auto key = table_key(path);
    if (key.empty()) return std::nullopt;
    for (const auto& form : file_forms()) {
        if (table_key(form.name) == key) return form.kind;
    }
    return std::nullopt;
}

std::optional<FileKind> kind_by_header(std::span<const std::string_view> columns) {
    for (const auto& form : file_forms()) {
        if (fits_header(form, columns)) return form.kind;
    }
    return std::nullopt;
}

std::string_view reason_to_ignore(std::string_view path) {
    const auto key = table_key(path);
    for (const auto& form : Ignored) {
        if (!key.empty() && table_key(form.name) == key) return form.reason;
    }
    return {};
}

}  // namespace colonnade::linkedin
