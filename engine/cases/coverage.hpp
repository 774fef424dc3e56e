// SPDX-License-Identifier: Apache-2.0
// What of a rulebook a suite of tests has touched: rules, pieces of curves, conditions, cautions,
// caps, and texts in each language.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analyse/possible.hpp"
#include "engine/explain/scored_batch.hpp"

namespace colonnade::engine {

struct CoverageItem {
    std::string what;        // `brand.photo`, `highscore-chase`
    std::string part;        // `from 2 per week to 3 per week`, `raised`; empty: the whole
    bool inherited = false;  // of what the rulebook takes over as it is
    bool touched = false;
};

struct CoverageGroup {
    std::string name;  // `curve segments`
    std::vector<CoverageItem> items;

    [[nodiscard]] std::size_t touched() const;
};

class Coverage {
public:
    // What no profile can reach (a piece of a curve beyond the bounds of its measure) is not
    // counted.
    explicit Coverage(const LoadedRulebook& loaded);

    // Precondition: scored by the same rulebook, one profile.
    void note(const ScoredBatch& scored);
    // The tips and cautions that were shown, in the language of the result.
    void note_texts(const Result& result);

    // Groups without items are left out.
    [[nodiscard]] std::vector<CoverageGroup> groups() const;
    [[nodiscard]] std::size_t touched() const;
    [[nodiscard]] std::size_t total() const;

private:
    enum GroupIndex : std::size_t { Rules, Segments, Conditions, Cautions, Caps, FirstText };

    void add_rule(const dsl::Rule& rule, const std::string& name,
                  const PossibleValues::OfRule& possible);
    void add_texts();
    void add_yes_no(std::size_t group, const std::string& what, const Interval& values,
                    std::string_view yes, std::string_view no);
    void note_rule(const dsl::Rule& rule, const std::string& name, std::size_t index,
                   const ScoredBatch& scored);
    void note_yes_no(std::size_t group, const std::string& what, int instruction,
                     const ScoredBatch& scored, std::string_view yes, std::string_view no);
    // An item is found again by its key, which is unique in the group and says less than `part`.
    void add(std::size_t group, const std::string& what, std::string_view key, std::string part);
    void touch(std::size_t group, const std::string& what, std::string_view key);

    const LoadedRulebook& loaded_;
    std::set<std::string> own_;       // see own_parts
    std::vector<std::string> names_;  // `pillar.rule` of all rules
    std::vector<CoverageGroup> groups_;
    std::vector<std::map<std::string, std::size_t>> places_;  // of each group
};

}  // namespace colonnade::engine
