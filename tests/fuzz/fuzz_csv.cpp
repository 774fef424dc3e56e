// SPDX-License-Identifier: Apache-2.0
// Tables: the first byte chooses how quotes are written and cells are separated, the rest is the
// table. The scanner comes to an end, goes forward line by line, and every cell lies in the table;
// what libcsv finds sound is sound, and read the same. Behind a `u` the bytes are in any encoding.
#include "plugins/linkedin/csv.hpp"

#include <csv.h>

#include <algorithm>

#include "plugins/linkedin/limits.hpp"
#include "plugins/text/decode.hpp"
#include "plugins/text/header.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/fuzz/plain_utf8.hpp"

using namespace colonnade;
using fuzz::hold;
using linkedin::CsvScanner;

namespace {

void check_cells(const CsvScanner& scanner, const std::string& content) {
    hold(!scanner.cells().empty(), "a row has cells", content);
    hold(scanner.cells().size() <= linkedin::MostColumns, "a row has no more cells than it may");
    for (const auto cell : scanner.cells()) {
        const bool inside = cell.data() >= content.data() &&
                            cell.data() + cell.size() <= content.data() + content.size();
        hold(inside, "a cell lies in the table", content);
    }
}

using Rows = std::vector<std::vector<std::string>>;

struct Scanned {
    Rows rows;
    bool is_broken = false;
};

Scanned scan(CsvScanner scanner, const std::string& content) {
    const auto size = content.size();
    Scanned scanned;
    std::int64_t line = 0;
    std::size_t steps = 0;
    for (;;) {
        const auto step = scanner.next();
        if (step == CsvScanner::Step::End) break;
        hold(++steps <= size, "every step takes a byte at least", content);
        hold(scanner.line() > line, "every row stands below the one before", content);
        line = scanner.line();
        if (step == CsvScanner::Step::Row) {
            check_cells(scanner, content);
            scanned.rows.emplace_back(scanner.cells().begin(), scanner.cells().end());
        } else {
            hold(!scanner.problem().empty(), "a broken row has a reason", content);
            scanned.is_broken = true;
        }
    }
    hold(scanner.next() == CsvScanner::Step::End, "the end stays the end", content);
    return scanned;
}

// A table whose first line may say what separates its cells, and whose columns have names.
void check_header(std::string content) {
    const auto scanned = scan(text::scan_table(content), content);
    if (scanned.rows.empty()) return;
    for (const auto& cell : scanned.rows.front()) {
        const auto name = text::plain_name(cell);
        hold(text::plain_name(name) == name, "a plain name is one", cell);
    }
}

void check_decoding(std::string content) {
    const auto decoded = text::decode(content);
    hold(decoded.replaced >= 0, "what is replaced is counted");
    if (!decoded.problem.empty()) return;
    hold(fuzz::code_points(content).has_value(), "what is decoded is UTF-8", content);
    hold(content.find('\0') == std::string::npos, "what is decoded is a text", content);
}

void take_cell(void* text, std::size_t size, void* self) {
    static_cast<Rows*>(self)->back().emplace_back(static_cast<const char*>(text), size);
}

void take_row(int /*end*/, void* self) {
    static_cast<Rows*>(self)->emplace_back();
}

Scanned scan_by_libcsv(const std::string& content) {
    csv_parser parser;
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    Scanned scanned{{{}}};
    scanned.is_broken = csv_parse(&parser, content.data(), content.size(), take_cell, take_row,
                                  &scanned.rows) != content.size() ||
                        csv_fini(&parser, take_cell, take_row, &scanned.rows) != 0;
    csv_free(&parser);
    scanned.rows.pop_back();
    return scanned;
}

// Where libcsv is known to differ: it trims blanks, keeps a byte order mark, takes a lone carriage
// return for a line end, and knows no limit.
bool is_read_alike(const std::string& content) {
    if (content.find_first_of(" \t") != std::string::npos || content.starts_with("\xEF\xBB\xBF"))
        return false;
    for (auto at = content.find('\r'); at != std::string::npos; at = content.find('\r', at + 1)) {
        if (!content.substr(at + 1, 1).starts_with('\n')) return false;
    }
    return std::count(content.begin(), content.end(), ',') <
           static_cast<std::ptrdiff_t>(linkedin::MostColumns);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto quoting =
        data[0] == '\\' ? linkedin::Quoting::Backslash : linkedin::Quoting::Doubled;
    const auto content = fuzz::text_of(data + 1, size - 1);
    if (data[0] == '=') check_header(content);
    if (data[0] == 'u') check_decoding(content);
    auto changed = content;
    const auto scanned = scan(CsvScanner(changed, quoting), changed);
    if (quoting == linkedin::Quoting::Backslash || !is_read_alike(content)) return 0;
    const auto other = scan_by_libcsv(content);
    // It refuses quotes in cells without quotes around them, which the scanner takes as they are.
    if (other.is_broken) return 0;
    hold(!scanned.is_broken, "what libcsv finds sound is sound", content);
    hold(scanned.rows == other.rows, "libcsv reads the same", content);
    return 0;
}
