// SPDX-License-Identifier: Apache-2.0
// What a source found, ignored and missed, joined with what a rulebook asks for: the source knows
// which file holds which fact, the rulebook which rules need it and what they are worth.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/profile.hpp"
#include "cli/reported_files.hpp"
#include "cli/session.hpp"

namespace colonnade::cli {

struct OpenRule {
    std::string id;  // `pillar.rule`
    std::string title;
    double points = 0;
};

// Of several profiles.
struct PointsRange {
    double least = 0;
    double most = 0;

    void include(double points, bool is_first) {
        least = is_first ? points : std::min(least, points);
        most = is_first ? points : std::max(most, points);
    }
};

struct ReportedFact {
    std::string name;
    std::string title;
    std::string state;  // `read`, `none` or `unknown`
    std::string reason;
    std::string proxy;  // what it really tells; empty where it is what it is called
    std::string from, to;
    std::string complete_from;                        // empty: from the beginning
    std::optional<std::int64_t> rows;                 // of a list
    std::vector<std::string> read, refused, missing;  // names of its files
    std::vector<OpenRule> rules;                      // that cannot be judged without it
    bool is_used = false;                             // by the rulebook
    // Where the data makes several profiles:
    std::int64_t unknown_in = 0;  // of them
    PointsRange points_open;      // in one of those; `rules` have the most
};

// Facts that are open for the same reason.
struct OpenFacts {
    enum class Why { Missing, Refused, Silent, Nowhere, Late };
    Why why = Why::Nowhere;
    std::vector<std::string> files;  // the missing, refused or silent ones
    std::string since;               // of data that does not reach back further
    std::vector<std::string> facts;
    std::vector<OpenRule> rules;
    double points = 0;
};

struct MissingFile {
    std::string name;
    bool counts_as_none = false;  // else unknown
    std::vector<std::string> facts;
    std::vector<OpenRule> rules;
    double points = 0;
};

struct ImportReport {
    std::string source, title, as_of, as_of_from;
    std::string rulebook, rulebook_title, language;
    std::vector<ReportedFile> files;
    std::vector<ReportedFact> facts;
    std::vector<OpenFacts> open;  // worth most first
    std::vector<MissingFile> missing;
    std::int64_t profiles = 1;  // that the data makes
    double points_open = 0;     // of several profiles in that with the most
    double points_open_least = 0;
    std::vector<std::string> warnings;
};

// What the JSON of a source says, before any profile is asked; nothing where it is none.
[[nodiscard]] std::optional<ImportReport> read_report(std::string_view report,
                                                      const Session& session);

// The same, and what one profile leaves open.
[[nodiscard]] std::optional<ImportReport> join_report(std::string_view report,
                                                      const Session& session,
                                                      const ScoredProfile& profile);

}  // namespace colonnade::cli
