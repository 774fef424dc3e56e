// SPDX-License-Identifier: Apache-2.0
// Where a table goes, piece by piece.
#pragma once

#include <string_view>

#include "cli/exit_code.hpp"

namespace colonnade::cli {

// Whatever goes wrong is said once, and `exit` tells. Without `finish` what was there stays.
class TableOut {
public:
    TableOut() = default;
    TableOut(const TableOut&) = delete;
    TableOut& operator=(const TableOut&) = delete;
    virtual ~TableOut() = default;

    // False where nothing more is wanted: it could not be written, or nobody reads any more.
    [[nodiscard]] virtual bool write(std::string_view text) = 0;
    // Puts the whole in its place.
    [[nodiscard]] virtual Exit finish() = 0;
    [[nodiscard]] virtual Exit exit() const = 0;
};

}  // namespace colonnade::cli
