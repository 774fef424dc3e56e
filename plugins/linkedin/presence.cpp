// SPDX-License-Identifier: Apache-2.0
#include "presence.hpp"

#include <algorithm>
#include <initializer_list>

#include "snapshot_domains.hpp"

namespace colonnade::linkedin {
namespace {

bool has_any(const Findings& findings, std::initializer_list<FileKind> kinds) {
    return std::any_of(kinds.begin(), kinds.end(),
                       [&findings](FileKind kind) { return findings.is_here(kind); });
}

// The names of those of the fact's files that are in the given state: `A.csv, B.csv`.
std::string names_in(const Findings& findings, const FactForm& form, KindState state) {
    std::string names;
    for (const auto kind : form.files) {
        if (findings.state(kind) != state) continue;
        if (!names.empty()) names += ", ";
        names += name_of(kind);
    }
    return names;
}

FactState of_missing_in_snapshot(FileKind kind) {
    const auto domain = std::string(domain_of_file(name_of(kind)));
    return {State::Unknown, domain.empty() ? "no snapshot tells" : "no " + domain, {}};
}

FactState of_missing(const Findings& findings, const FactForm& form) {
    const auto missing = "no " + names_in(findings, form, KindState::Missing);
    if (form.group == Group::Profile && has_profile_group(findings)) {
        return {State::None, missing + ", but the profile files are here", {}};
    }
    if (form.group == Group::Activity && has_activity_group(findings)) {
        return {State::None, missing + ", but other files of activity are here", {}};
    }
    return {State::Unknown, missing, {}};
}

FactState of_text(const OptionalText& text) {
    const std::string file(name_of(FileKind::Profile));
    if (!text) return {State::Unknown, file + " does not tell", {}};
    return text->empty() ? FactState{State::None, "empty in " + file, {}}
                         : FactState{State::Read, file, {}};
}

// No trace of an upload does not mean that there is no photo.
FactState of_trace(bool is_seen, FileKind kind, std::string_view trace) {
    const std::string file(name_of(kind));
    if (is_seen) return {State::Read, file, {}};
    return {State::Unknown, "no trace of " + std::string(trace) + " in " + file, {}};
}

FactState of_list(const Findings& findings, const FactForm& form) {
    FactState result;
    result.extent = extent_of(form.fact, findings.facts);
    result.reason = names_in(findings, form, KindState::Read);
    result.state = result.extent.rows > 0 ? State::Read : State::None;
    if (result.state == State::None) result.reason = "nothing in " + result.reason;
    return result;
}

FactState of_read(const Findings& findings, const FactForm& form) {
    const auto& facts = findings.facts;
    switch (form.fact) {
        case Fact::Headline:
            return of_text(facts.headline);
        case Fact::Summary:
            return of_text(facts.summary);
        case Fact::Industry:
            return of_text(facts.industry);
        case Fact::Location:
            return of_text(facts.location);
        case Fact::Photo:
            return of_trace(facts.has_photo, FileKind::RichMedia, "a profile photo");
        case Fact::Cover:
            return of_trace(facts.has_cover, FileKind::RichMedia, "a cover photo");
        case Fact::Verified:
            return of_trace(facts.is_verified, FileKind::Verifications, "a verification");
        case Fact::Joined:
            return of_trace(facts.joined.has_value(), FileKind::Registration, "a date");
        default:
            return of_list(findings, form);
    }
}

// Companies stand in the basic archive too; who follows only them there may follow people as well.
bool is_part_of_follows(const Findings& findings, const FactForm& form) {
    return form.fact == Fact::Follows && !findings.is_read(FileKind::MemberFollows) &&
           !has_activity_group(findings);
}

bool has_group_of(const Findings& findings, const FactForm& form) {
    return (form.group == Group::Profile && has_profile_group(findings)) ||
           (form.group == Group::Activity && has_activity_group(findings));
}

// What a snapshot has of a fact is not all of it where the file is missing that the fact mostly
// comes from; beside an archive only that can say that there is none.
bool is_missing_in_snapshot(const Findings& findings, const FactForm& form) {
    if (findings.state(form.files.front()) != KindState::Missing) return false;
    const bool has_part = std::any_of(form.files.begin(), form.files.end(), [&](FileKind kind) {
        return findings.of_snapshot.contains(kind);
    });
    return findings.is_snapshot || (has_part && !has_group_of(findings, form));
}

FactState decide(const Findings& findings, const FactForm& form) {
    if (form.group == Group::Nowhere) return {State::Unknown, "no LinkedIn export tells", {}};
    const auto refused = names_in(findings, form, KindState::Refused);
    if (!refused.empty()) return {State::Unknown, refused + " could not be read", {}};
    if (is_missing_in_snapshot(findings, form)) return of_missing_in_snapshot(form.files.front());
    const auto read = names_in(findings, form, KindState::Read);
    if (read.empty()) return of_missing(findings, form);
    if (is_part_of_follows(findings, form)) {
        return {State::Unknown, "only " + read + "; the rest comes with the complete archive", {}};
    }
    return of_read(findings, form);
}

}  // namespace

bool has_profile_group(const Findings& findings) {
    return findings.is_here(FileKind::Profile) &&
           has_any(findings, {FileKind::Positions, FileKind::Education, FileKind::Skills});
}

bool has_activity_group(const Findings& findings) {
    return has_any(findings, {FileKind::Shares, FileKind::Comments, FileKind::Reactions,
                              FileKind::Votes, FileKind::Searches, FileKind::InstantReposts});
}

FactStates decide_presence(const Findings& findings) {
    FactStates states;
    for (const auto& form : fact_forms()) {
        states[static_cast<std::size_t>(form.fact)] = decide(findings, form);
    }
    return states;
}

}  // namespace colonnade::linkedin
