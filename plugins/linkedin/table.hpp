// SPDX-License-Identifier: Apache-2.0
// One table of an export as its reader sees it: cells by column name, bad rows already counted.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "csv.hpp"
#include "file_report.hpp"
#include "moment.hpp"
#include "repeated_rows.hpp"

namespace colonnade::linkedin {

// The parts of `A,B,C`, without quotes in them.
[[nodiscard]] std::vector<std::string_view> split_columns(std::string_view header);

// Whether a row names all columns of `required`, which is `A,B`, or `A,B|C,D` where either will do.
[[nodiscard]] bool has_columns(std::span<const std::string_view> row, std::string_view required);

// What separates the cells of a table: that by which one of its first rows has the columns, else a
// comma. `start` is a copy of the table's start, and spoilt.
[[nodiscard]] char separator_of(std::string start, Quoting quoting, std::string_view required);

// A column of a table; a column that the file does not have gives empty cells.
using Column = int;
inline constexpr Column NoColumn = -1;

class Table {
public:
    // Rows wider or narrower than the header are refused unless `takes_ragged_rows`. Those that
    // `repeated`, where it is not null, knows of another file are left out.
    Table(std::string& content, Quoting quoting, char separator, bool takes_ragged_rows,
          FileReport& report, RepeatedRows* repeated = nullptr);

    // Finds the header: the first row, of the first few, that has all these columns. Where there is
    // none the report says so.
    [[nodiscard]] bool find_header(std::string_view required);

    // The first of these names that the header has. Case and blanks do not matter.
    [[nodiscard]] Column column(std::initializer_list<std::string_view> names) const;

    // The next sound row; counts it as read.
    [[nodiscard]] bool next();

    // Of the row that next() found, trimmed; lives as long as the content.
    [[nodiscard]] std::string_view cell(Column column) const;

    // The time in a cell. Where it is not one, the row is refused. `proven` is the time by an id,
    // which is right where the cell says anything else.
    [[nodiscard]] std::optional<Seconds> moment(Column column,
                                                const std::optional<Seconds>& proven = {});
    // The days in a cell; a cell that is not empty and tells none is noted.
    [[nodiscard]] std::optional<Period> period(Column column);

    // Takes the row back from those read.
    void refuse(std::string_view why);
    void leave_out();

    // Reports something about the row, which stays.
    void note(std::string_view what);

private:
    [[nodiscard]] bool is_empty_row() const;
    [[nodiscard]] bool is_sound_row();

    CsvScanner scanner_;
    bool takes_ragged_rows_;
    FileReport& report_;
    RepeatedRows* repeated_;
    std::vector<std::string> header_;
};

}  // namespace colonnade::linkedin
