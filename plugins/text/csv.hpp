// SPDX-License-Identifier: Apache-2.0
// A scanner for RFC 4180 tables that goes on after a broken row. It works inside the caller's
// buffer: a cell with quotes is unescaped in place, so no cell is ever copied.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plugins/text/csv_marks.hpp"

namespace colonnade::text {

// How a quote inside a quoted cell is written.
enum class Quoting {
    Doubled,    // "" as in RFC 4180
    Backslash,  // \" or "", as Comments.csv has it
};

// What stands between two cells: a comma, but a tab in the exports of 2018, and a semicolon where
// Excel saved the file on a German machine.
inline constexpr std::string_view Separators = ",;\t";

class CsvScanner {
public:
    enum class Step { Row, Broken, End };

    // `content` is changed while it is scanned and must outlive the scanner.
    CsvScanner(std::string& content, Quoting quoting, char separator = ',');

    // The next row that is not blank. After Broken, problem() says why, and scanning goes on with
    // the next line; in a table with backslashes with the next line that begins like a record,
    // because there a broken cell may run over many lines.
    [[nodiscard]] Step next();

    // Of the row that next() found; both live until the next call.
    [[nodiscard]] std::span<const std::string_view> cells() const { return cells_; }
    [[nodiscard]] std::string_view problem() const { return problem_; }

    // Where the row begins, from 1.
    [[nodiscard]] std::int64_t line() const { return line_; }

private:
    [[nodiscard]] bool scan_row();
    [[nodiscard]] bool scan_quoted();
    [[nodiscard]] bool scan_bare();
    [[nodiscard]] bool close_quoted(std::size_t begin, bool has_escapes);
    [[nodiscard]] bool add(std::size_t begin, std::size_t end);
    [[nodiscard]] bool fail(std::string_view why);
    [[nodiscard]] bool is_line_end(std::size_t at) const;
    [[nodiscard]] bool is_record_start(std::size_t at) const;
    [[nodiscard]] std::string_view unescaped(std::string_view cell);
    void skip_blank_lines();
    void take_line_end();
    void restart();

    std::string& content_;
    Quoting quoting_;
    char separator_;
    CsvMarks marks_;
    std::size_t at_ = 0;
    std::size_t row_start_ = 0;
    std::int64_t line_ = 0;       // of row_start_
    std::int64_t next_line_ = 1;  // of at_
    int restarts_ = 0;
    std::vector<std::string_view> cells_;
    std::vector<std::size_t> escaped_;  // which cells still have their escapes
    std::string_view problem_;
};

}  // namespace colonnade::text
