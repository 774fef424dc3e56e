// SPDX-License-Identifier: Apache-2.0
// The keys of test files.
#pragma once

#include "dsl/form/keys.hpp"

namespace colonnade::dsl {

extern const KeyTable SuiteKeys;
extern const KeyTable BaseKeys;
extern const KeyTable CaseKeys;
extern const KeyTable ExpectKeys;
extern const KeyTable PillarResultKeys;
extern const KeyTable RuleResultKeys;
// Beside the fields of a record, which the schema names; they give way to fields of the same name.
extern const KeyTable ElementKeys;

}  // namespace colonnade::dsl
