// SPDX-License-Identifier: Apache-2.0
// What became of the rows and cells of a mapped table, in the form of a source's report.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "plugins/text/decode.hpp"

namespace colonnade::engine {

// Enough to see what is wrong with a column, and with a table; the counts say how often.
inline constexpr std::int64_t MostCellsQuoted = 5;
inline constexpr std::size_t MostProblemsQuoted = 50;

class MapReport {
public:
    MapReport(std::string_view name, const text::Decoded& decoded)
        : name_(name), decoded_(decoded) {}

    void add_row() { ++rows_; }
    void refuse(std::int64_t line, std::string_view why);
    // `cell` is empty where it must not be shown.
    void add_bad_cell(std::int64_t line, const std::string& column, std::string_view cell,
                      std::string_view problem);

    // What is beyond a limit is always told, of each limit with the first line.
    void add_cut(std::int64_t line, std::string what);

    [[nodiscard]] std::string json(std::string_view as_of) const;

private:
    struct Problem {
        std::int64_t line;
        std::string message;
    };

    struct Cut {
        std::int64_t line;  // the first
        std::int64_t lines = 0;
    };

    std::string name_;
    text::Decoded decoded_;
    std::int64_t rows_ = 0;
    std::int64_t refused_ = 0;
    std::vector<Problem> problems_;
    std::map<std::string, std::int64_t> bad_cells_;  // by column
    std::map<std::string, Cut> cuts_;                // by what was not read
};

}  // namespace colonnade::engine
