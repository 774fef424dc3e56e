// SPDX-License-Identifier: Apache-2.0
// Line by line: comments out, a key that opens a bracket names the group, commas part the entries.
#include "tests/unit/plugins/word_lists.hpp"

#include <fstream>
#include <stdexcept>

namespace colonnade::tests {
namespace {

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

void add_entries(const std::string& line, const std::string& group, WordList& list) {
    std::size_t first = 0;
    while (first <= line.size()) {
        const std::size_t comma = std::min(line.find(',', first), line.size());
        const std::string entry = trimmed(line.substr(first, comma - first));
        if (!entry.empty()) list.emplace_back(group, entry);
        first = comma + 1;
    }
}

}  // namespace

WordList bundled_list(const std::string& name) {
    std::ifstream file(COLONNADE_SOURCE_DIR "/rules/lists/" + name + ".yaml");
    WordList list;
    std::string group;
    bool is_inside = false;
    for (std::string line; std::getline(file, line);) {
        line = trimmed(line);
        if (line.empty() || line[0] == '#') continue;
        if (line == "]") {
            is_inside = false;
        } else if (is_inside) {
            add_entries(line, group, list);
        } else if (line.size() > 3 && line.substr(line.size() - 3) == ": [") {
            group = line == "words: [" ? "" : line.substr(0, line.size() - 3);
            is_inside = true;
        }
    }
    if (list.empty()) throw std::runtime_error("no word list " + name);
    return list;
}

}  // namespace colonnade::tests
