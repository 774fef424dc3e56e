// SPDX-License-Identifier: Apache-2.0
// Tables: the first byte chooses how quotes are written, the rest is the table. The scanner comes
// to an end, goes forward line by line, and every cell lies in the table.
#include "plugins/linkedin/csv.hpp"

#include "plugins/linkedin/limits.hpp"
#include "tests/fuzz/fuzz.hpp"

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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto quoting =
        data[0] == '\\' ? linkedin::Quoting::Backslash : linkedin::Quoting::Doubled;
    auto content = fuzz::text_of(data + 1, size - 1);
    CsvScanner scanner(content, quoting);
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
        } else {
            hold(!scanner.problem().empty(), "a broken row has a reason", content);
        }
    }
    hold(scanner.next() == CsvScanner::Step::End, "the end stays the end", content);
    return 0;
}
