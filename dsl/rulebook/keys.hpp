// SPDX-License-Identifier: Apache-2.0
// The keys of rulebooks and word lists.
#pragma once

#include "dsl/form/keys.hpp"

namespace colonnade::dsl {

extern const KeyTable RulebookKeys;
extern const KeyTable RatingKeys;
extern const KeyTable PillarKeys;
extern const KeyTable RuleKeys;
extern const KeyTable BecauseKeys;
extern const KeyTable CautionKeys;
extern const KeyTable WordListKeys;

}  // namespace colonnade::dsl
