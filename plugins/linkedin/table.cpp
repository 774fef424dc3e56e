// SPDX-License-Identifier: Apache-2.0
#include "table.hpp"

#include <algorithm>

#include "text.hpp"

namespace colonnade::linkedin {
namespace {

// The form in which Excel writes dates anew, `4-Apr-21`: the commonest reason for a strange date.
bool is_excel_date(std::string_view text) {
    const auto dash = text.find('-');
    return dash == 1 || (dash == 2 && text.rfind('-') == 6);
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

Table::Table(std::string& content, Quoting quoting, bool takes_ragged_rows, FileReport& report)
    : scanner_(content, quoting), takes_ragged_rows_(takes_ragged_rows), report_(report) {}

bool Table::find_header(std::string_view required) {
    const auto names = split_columns(required);
    for (int i = 0; i < MostRowsBeforeHeader; ++i) {
        const auto step = scanner_.next();
        if (step == CsvScanner::Step::End) break;
        if (step == CsvScanner::Step::Broken) continue;
        header_.clear();
        for (const auto cell : scanner_.cells())
            header_.emplace_back(trimmed(cell));
        const auto has = [this](std::string_view name) { return column({name}) != NoColumn; };
        if (std::all_of(names.begin(), names.end(), has)) return true;
    }
    report_.reason = "no header with the columns " + std::string(required);
    return false;
}

Column Table::column(std::initializer_list<std::string_view> names) const {
    for (const auto name : names) {
        for (std::size_t i = 0; i < header_.size(); ++i) {
            if (is_same_word(header_[i], name)) return static_cast<Column>(i);
        }
    }
    return NoColumn;
}

bool Table::next() {
    for (;;) {
        if (report_.rows + report_.refused + report_.left_out >= MostRows) {
            report_.add_problem(scanner_.line(), "more than 1000000 rows; the rest is not read");
            return false;
        }
        const auto step = scanner_.next();
        if (step == CsvScanner::Step::End) return false;
        ++report_.rows;
        if (step == CsvScanner::Step::Broken) {
            refuse(scanner_.problem());
        } else if (takes_ragged_rows_ || scanner_.cells().size() == header_.size()) {
            return true;
        } else {
            refuse(std::to_string(scanner_.cells().size()) + " cells, and the header has " +
                   std::to_string(header_.size()));
        }
    }
}

std::string_view Table::cell(Column column) const {
    const auto index = static_cast<std::size_t>(column);
    return column == NoColumn || index >= scanner_.cells().size()
               ? std::string_view()
               : trimmed(scanner_.cells()[index]);
}

std::optional<Seconds> Table::moment(Column column) {
    const auto text = cell(column);
    const auto at = read_time(text);
    if (!at) {
        refuse(text.empty()          ? "the time is missing"
               : is_excel_date(text) ? "the time has Excel's form, not LinkedIn's: was the file "
                                       "saved again by another program?"
                                     : "the time is in no form that LinkedIn is known to use");
    }
    return at;
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
