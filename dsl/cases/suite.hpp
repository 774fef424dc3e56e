// SPDX-License-Identifier: Apache-2.0
// The tests beside a rulebook: profiles, and what must come out for each. What `colonnade test`
// runs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dsl/facts/stated.hpp"
#include "dsl/rulebook/read.hpp"
#include "dsl/rulebook/rulebook.hpp"
#include "dsl/types/unit.hpp"

namespace colonnade::dsl {

// More than anybody reads; the bundled rulebook has about a hundred.
inline constexpr std::size_t MostCases = 2'000;
// Of all lists of one case together: three times the largest network that LinkedIn allows.
inline constexpr std::size_t MostElements = 100'000;
// Of an element before `as_of`, in seconds: no two dates that can be written lie further apart.
inline constexpr double MostAgo = 200 * seconds_in(Unit::Year);

// Elements of a list that are alike: the latest `ago` seconds before the moment of the profile, the
// others `step` seconds apart before it.
struct Elements {
    std::size_t count = 1;
    double step = 0;
    std::optional<double> ago;  // nothing: their fields say when they were
    std::vector<StatedField> fields;
};

struct GivenFact {
    int fact = -1;
    bool unknown = false;
    StatedValue value;               // of a single value
    std::vector<Elements> elements;  // of a list
};

struct GivenProfile {
    std::string file;  // a profile document to begin with, as written, or empty
    Span file_span;
    std::vector<GivenFact> facts;                      // each fact once; they win over the file
    std::vector<std::pair<int, std::int64_t>> covers;  // from when on a list is complete
};

// What a number must be: from `low` to `high`, seen in the unit of `display` with so many decimals.
struct Amount {
    double low = 0;
    double high = 0;
    Display display;
    int decimals = 1;      // 0 to 9
    bool unknown = false;  // there must be no value
};

struct Expectation {
    enum class What {
        Total,
        Low,
        High,
        Assessed,
        Rating,
        PillarPoints,
        PillarRating,
        RuleShare,
        RulePoints,
        RuleValue,
        RuleStatus,
        RuleRating,
        Tips,    // these come first, in this order; none at all where there is no id
        NoTips,  // no tip of these rules
        Cautions,
    };
    What what = What::Total;
    int pillar = -1;
    int rule = -1;                      // its index over all pillars
    Amount amount = {};                 // of numbers
    std::vector<std::string> ids = {};  // of ratings, statuses, tips (`pillar.rule`) and cautions
    std::string written = {};           // as the case says it
    Span span = {};
};

struct Case {
    std::string name;
    Span span;
    std::optional<std::int64_t> as_of;  // nothing: the document's own
    GivenProfile profile;
    std::vector<Expectation> expectations;
};

struct Suite {
    std::string rulebook;  // its id
    std::vector<Case> cases;
};

// The id of the rulebook that a test file is about, and where it stands; empty where it is missing.
struct SuiteHeader {
    std::string rulebook;
    Span span;
};
[[nodiscard]] SuiteHeader read_suite_header(const Document& document, Diagnostics& diagnostics);

// Precondition: `rulebook` was read without errors against `catalogue`. All findings are reported;
// a suite that comes with errors must not be run.
[[nodiscard]] Suite read_suite(const Document& document, const Rulebook& rulebook,
                               const Catalogue& catalogue, Diagnostics& diagnostics);

}  // namespace colonnade::dsl
