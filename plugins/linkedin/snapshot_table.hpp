// SPDX-License-Identifier: Apache-2.0
// The rows of one file that a member snapshot stands for, from maps to the text of a table: after
// that nothing knows any more that they did not come out of an archive.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "file_table.hpp"

namespace colonnade::linkedin {

// Names and texts, in the order of the page.
using SnapshotRow = std::vector<std::pair<std::string, std::string>>;

class SnapshotTable {
public:
    // `chunk` tells rows that came together from those that came in another page.
    void add(SnapshotRow row, std::size_t chunk);

    // From now on nothing of it is to be believed.
    void refuse(std::string_view why) { refusal_ = why; }
    [[nodiscard]] const std::string& refusal() const { return refusal_; }

    // The table as a file of its kind would be written, each row once. Refuses it where that is
    // longer than `most_bytes`: rows with few of many columns are mostly commas.
    [[nodiscard]] std::string take_csv(const FileForm* form, std::uint64_t most_bytes);

    // Of take_csv(): how many rows it left out, and the row (from 1) that stands at a line.
    [[nodiscard]] std::int64_t repeated() const { return repeated_; }
    [[nodiscard]] std::int64_t row_at(std::int64_t line) const;

private:
    using Cells = std::vector<std::pair<std::uint32_t, std::string>>;  // by column, none empty
    struct Row {
        std::size_t chunk = 0;
        std::int64_t number = 0;  // among all rows of the domain
        Cells cells;
    };

    [[nodiscard]] std::uint32_t column_of(std::string name);
    [[nodiscard]] std::string header(const FileForm* form, Quoting quoting) const;
    void append_row(const Row& row, Quoting quoting, std::string& csv) const;
    void drop_repeated();

    std::map<std::string, std::uint32_t> columns_;
    std::vector<Row> rows_;
    std::int64_t added_ = 0;
    std::string refusal_;
    std::int64_t repeated_ = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> lines_;  // of each row: its line, its number
};

}  // namespace colonnade::linkedin
