// SPDX-License-Identifier: Apache-2.0
// A store in a database that speaks SQL; all statements are here, once for every database.
#pragma once

#include <memory>

#include "plugins/stores/sql/database.hpp"

namespace colonnade::stores {

// The store in `database`, whose tables are made or brought up to date first.
[[nodiscard]] OpenedStore open_sql_store(std::unique_ptr<Database> database);

}  // namespace colonnade::stores
