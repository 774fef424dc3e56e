// SPDX-License-Identifier: Apache-2.0
// Reads the chapters of tests/tables: a row is `TEXT => RESULT`, a line that starts with `#` tells
// people what follows. Rows are data, so a reader can check the language without reading code.
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace colonnade::tests {

struct Row {
    std::string place;  // `chapter:line`, for messages
    std::string text;
    std::string result;
};

// The rows of tests/tables/`chapter`. Throws where there is none or a line is no row, because a
// table that silently shrinks tests nothing.
inline std::vector<Row> read_table(const std::string& chapter) {
    const std::string arrow = " => ";
    std::ifstream file(std::string(COLONNADE_SOURCE_DIR "/tests/tables/") + chapter);
    std::vector<Row> rows;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.empty() || line.front() == '#') continue;
        const auto place = chapter + ":" + std::to_string(number);
        const auto at = line.rfind(arrow);
        if (at == std::string::npos) throw std::runtime_error(place + " has no ` => `");
        rows.push_back({place, line.substr(0, at), line.substr(at + arrow.size())});
    }
    if (rows.empty()) throw std::runtime_error(chapter + " has no rows");
    return rows;
}

}  // namespace colonnade::tests
