// SPDX-License-Identifier: Apache-2.0
// The readers of a test file's parts; internal to dsl/cases. Each reports into the form and goes
// on.
#pragma once

#include <string>
#include <vector>

#include "dsl/cases/keys.hpp"
#include "dsl/cases/rule_names.hpp"
#include "dsl/cases/suite.hpp"
#include "dsl/form/reader.hpp"
#include "dsl/types/catalogue.hpp"

namespace colonnade::dsl {

struct SuiteContext {
    const Form& form;
    const Rulebook& rulebook;
    const Catalogue& catalogue;
    const RuleNames& rules;
};

// True for the bare word `unknown`; a text that says so stands in quotes.
[[nodiscard]] bool says_unknown(const Node& node);

// A day is meant to its end. Nothing after a finding.
[[nodiscard]] std::optional<std::int64_t> read_as_of(const Form& form, const Node& node, Span key);

// Adds what the map's `file`, `facts` and `coverage` say to `profile`; a fact that is there
// already is replaced.
void read_given(const SuiteContext& context, MapReader& map, GivenProfile& profile);

// One element, or several that are alike (`every`, `for`, `count`, `ago`).
[[nodiscard]] Elements read_elements(const SuiteContext& context, const Fact& fact,
                                     const Node& node);

[[nodiscard]] std::vector<Expectation> read_expectations(const SuiteContext& context,
                                                         const Node& node, Span key);

// A literal of `kind`, a range, `5 or more`, or `unknown`; nothing after a finding.
[[nodiscard]] std::optional<Amount> read_amount(const Form& form, const Node& node, Span key,
                                                Kind kind);

}  // namespace colonnade::dsl
