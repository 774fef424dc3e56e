// SPDX-License-Identifier: Apache-2.0
#include "plugins/text/header.hpp"

#include <algorithm>

#include "plugins/text/text.hpp"

namespace colonnade::text {
namespace {

// A first row longer than this is no header.
constexpr std::size_t MostHeaderBytes = 64 * 1024;

bool names_separator(std::string_view content) {
    return content.size() > 4 && is_same_word(content.substr(0, 4), "sep=");
}

// Of a row that is broken, because it has too many cells or quotes that another separator would
// explain, the separators are counted.
std::size_t cells_of_first_row(std::string start, char separator) {
    const auto line = start.substr(0, start.find('\n'));
    CsvScanner scanner(start, Quoting::Doubled, separator);
    if (scanner.next() == CsvScanner::Step::Row) return scanner.cells().size();
    return static_cast<std::size_t>(std::count(line.begin(), line.end(), separator));
}

bool is_word(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || byte >= 0x80;
}

}  // namespace

char separator_in(std::string_view content) {
    if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
    if (names_separator(content)) return content[4];
    const std::string start(content.substr(0, MostHeaderBytes));
    char best = Separators.front();
    std::size_t most = 0;
    for (const char separator : Separators) {
        const auto cells = cells_of_first_row(start, separator);
        if (cells > most) best = separator;
        most = std::max(most, cells);
    }
    return best;
}

CsvScanner scan_table(std::string& content) {
    return scan_table(content, separator_in(content));
}

CsvScanner scan_table(std::string& content, char separator) {
    const std::size_t mark = content.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const bool is_named = names_separator(std::string_view(content).substr(mark));
    CsvScanner scanner(content, Quoting::Doubled, separator);
    if (is_named) static_cast<void>(scanner.next());
    return scanner;
}

std::string plain_name(std::string_view name) {
    auto plain = lower(name);
    std::erase_if(plain, [](char c) { return !is_word(c); });
    return plain;
}

}  // namespace colonnade::text
