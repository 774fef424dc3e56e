// SPDX-License-Identifier: Apache-2.0
// The keys of schema files.
#pragma once

#include "dsl/form/keys.hpp"

namespace colonnade::dsl {

extern const KeyTable SchemaKeys;
extern const KeyTable FactKeys;
extern const KeyTable FieldKeys;

}  // namespace colonnade::dsl
