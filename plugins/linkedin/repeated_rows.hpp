// SPDX-License-Identifier: Apache-2.0
// Rows that stand in two files of one table: the files of an export and of a later one, put into
// one folder, overlap. Within one file every row counts.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace colonnade::linkedin {

class RepeatedRows {
public:
    // From now on rows are those of the next file.
    void begin_file() { earlier_.merge(std::exchange(current_, {})); }

    // Whether an earlier file has the row. Connections who hide themselves are a date and no more,
    // so rows with one cell only are never taken for repeated.
    [[nodiscard]] bool contains(std::span<const std::string_view> cells) {
        std::string row;
        int filled = 0;
        for (const auto cell : cells) {
            row += cell;
            row += '\0';
            if (!cell.empty()) ++filled;
        }
        if (filled < 2) return false;
        const bool is_repeated = earlier_.contains(row);
        current_.insert(std::move(row));
        return is_repeated;
    }

private:
    std::unordered_set<std::string> earlier_;
    std::unordered_set<std::string> current_;
};

}  // namespace colonnade::linkedin
