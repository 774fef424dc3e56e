// SPDX-License-Identifier: Apache-2.0
// The tables of a store, in their versions: one that an earlier program made is brought up to date.
#pragma once

#include "plugins/stores/sql/database.hpp"

namespace colonnade::stores {

// Makes the tables where there is nothing, and changes older ones. Refuses what is no store, and
// one of a later program. All or nothing.
[[nodiscard]] Problem migrate(Database& database);

}  // namespace colonnade::stores
