// SPDX-License-Identifier: Apache-2.0
#include "table.hpp"

#include <algorithm>
#include <cstdlib>

#include "text.hpp"

namespace colonnade::linkedin {
namespace {

// A time without milliseconds and the id of the same moment.
constexpr Seconds SecondsOfRounding = 2;

bool has_all(std::span<const std::string_view> row, std::string_view names) {
    const auto wanted = split_columns(names);
    return std::all_of(wanted.begin(), wanted.end(), [row](std::string_view name) {
        return std::any_of(row.begin(), row.end(), [name](std::string_view cell) {
            return is_same_name(trimmed(cell), name);
        });
    });
}

}  // namespace

std::vector<std::string_view> split_columns(std::string_view header) {
    std::vector<std::string_view> columns;
    for (;;) {
        const auto comma = header.find(',');
        columns.push_back(trimmed(header.substr(0, comma)));
        if (comma == std::string_view::npos) return columns;
        header.remove_prefix(comma + 1);
    }
}

bool has_columns(std::span<const std::string_view> row, std::string_view required) {
    for (;;) {
        const auto bar = required.find('|');
        if (has_all(row, required.substr(0, bar))) return true;
        if (bar == std::string_view::npos) return false;
        required.remove_prefix(bar + 1);
    }
}

char separator_of(std::string start, Quoting quoting, std::string_view required) {
    const auto original = start;
    for (const char separator : Separators) {
        start = original;
        CsvScanner scanner(start, quoting, separator);
        for (int i = 0; i < MostRowsBeforeHeader; ++i) {
            const auto step = scanner.next();
            if (step == CsvScanner::Step::End) break;
            if (has_columns(scanner.cells(), required)) return separator;
        }
    }
    return Separators.front();
}

Table::Table(std::string& content, Quoting quoting, char separator, bool takes_ragged_rows,
             FileReport& report, RepeatedRows* repeated)
    : scanner_(content, quoting, separator),
      takes_ragged_rows_(takes_ragged_rows),
      report_(report),
      repeated_(repeated) {}

bool Table::find_header(std::string_view required) {
    for (int i = 0; i < MostRowsBeforeHeader; ++i) {
        const auto step = scanner_.next();
        if (step == CsvScanner::Step::End) break;
        if (step == CsvScanner::Step::Broken || !has_columns(scanner_.cells(), required)) continue;
        for (const auto cell : scanner_.cells())
            header_.emplace_back(trimmed(cell));
        return true;
    }
    report_.reason =
        "no header with the columns " + std::string(required.substr(0, required.find('|')));
    return false;
}

Column Table::column(std::initializer_list<std::string_view> names) const {
    for (const auto name : names) {
        for (std::size_t i = 0; i < header_.size(); ++i) {
            if (is_same_name(header_[i], name)) return static_cast<Column>(i);
        }
    }
    return NoColumn;
}

bool Table::next() {
    for (;;) {
        const auto step = scanner_.next();
        if (step == CsvScanner::Step::End) return false;
        if (step == CsvScanner::Step::Row && is_empty_row()) continue;
        if (report_.rows + report_.refused + report_.left_out >= MostRows) {
            report_.cut_at = scanner_.line();
            report_.add_problem(report_.cut_at, "more than 1000000 rows; the rest is not read");
            return false;
        }
        ++report_.rows;
        if (step == CsvScanner::Step::Broken) {
            refuse(scanner_.problem());
        } else if (is_sound_row()) {
            return true;
        }
    }
}

bool Table::is_sound_row() {
    const auto cells = scanner_.cells();
    if (!takes_ragged_rows_ && cells.size() != header_.size()) {
        refuse(std::to_string(cells.size()) + " cells, and the header has " +
               std::to_string(header_.size()));
        return false;
    }
    if (repeated_ == nullptr || !repeated_->contains(cells)) return true;
    leave_out();
    return false;
}

// Excel writes a blank line as a row of separators.
bool Table::is_empty_row() const {
    const auto cells = scanner_.cells();
    return cells.size() > 1 && std::all_of(cells.begin(), cells.end(),
                                           [](std::string_view cell) { return cell.empty(); });
}

std::string_view Table::cell(Column column) const {
    const auto index = static_cast<std::size_t>(column);
    return column == NoColumn || index >= scanner_.cells().size()
               ? std::string_view()
               : trimmed(scanner_.cells()[index]);
}

std::optional<Seconds> Table::moment(Column column, const std::optional<Seconds>& proven) {
    const auto text = cell(column);
    auto at = read_time(text);
    if (!at) {
        at = read_excel_time(text);
        report_.was_saved_again |= at.has_value();
    }
    if (proven && (!at || std::abs(*at - *proven) > SecondsOfRounding)) {
        ++report_.repaired;
        return proven;
    }
    if (!at) {
        refuse(text.empty() ? "the time is missing"
                            : "the time is in no form that LinkedIn is known to use");
    }
    return at;
}

std::optional<Period> Table::period(Column column) {
    const auto text = cell(column);
    if (const auto found = read_period(text)) return found;
    const auto found = read_excel_period(text);
    report_.was_saved_again |= found.has_value();
    if (!found && !text.empty()) note("the date is in no form that LinkedIn is known to use");
    return found;
}

void Table::refuse(std::string_view why) {
    --report_.rows;
    ++report_.refused;
    report_.add_problem(scanner_.line(), why);
}

void Table::leave_out() {
    --report_.rows;
    ++report_.left_out;
}

void Table::note(std::string_view what) {
    report_.add_problem(scanner_.line(), what);
}

}  // namespace colonnade::linkedin
