// SPDX-License-Identifier: Apache-2.0
// Contacts out of a table, in two passes: the rows, and then the dates of each column, whose form
// only all of its cells together tell.
#include <array>

#include "columns.hpp"
#include "plugins/text/date_format.hpp"
#include "plugins/text/decode.hpp"
#include "plugins/text/header.hpp"
#include "plugins/text/text.hpp"
#include "read_list.hpp"

namespace colonnade::contacts {
namespace {

using text::CsvScanner;

struct DateColumn {
    Column column;
    std::optional<Seconds> Contact::*field;
    std::string_view title;
};

constexpr std::array DateColumns{
    DateColumn{Column::Added, &Contact::added, "since when they are in the list"},
    DateColumn{Column::LastContact, &Contact::last_contact, "the last contact"},
    DateColumn{Column::NextContact, &Contact::next_contact, "the next contact"},
    DateColumn{Column::Changed, &Contact::changed, "when the entry was changed"},
};

Header find_header(CsvScanner& scanner, std::string& problem) {
    for (int i = 0; i < MostRowsBeforeHeader; ++i) {
        const auto step = scanner.next();
        if (step == CsvScanner::Step::End) break;
        if (step == CsvScanner::Step::Broken && problem.empty()) problem = scanner.problem();
        if (auto header = header_in(scanner.cells()); !header.empty()) return header;
    }
    return {};
}

// Nothing where no separator gives a header. The first row does not tell it where a title stands
// there.
std::optional<char> separator_of(std::string_view start) {
    std::string likely(1, text::separator_in(start));
    for (const char separator : likely.append(text::Separators)) {
        std::string content(start);
        auto scanner = text::scan_table(content, separator);
        std::string ignored;
        if (!find_header(scanner, ignored).empty()) return separator;
    }
    return std::nullopt;
}

class TableReader {
public:
    TableReader(CsvScanner& scanner, Header header, FileReport& report, ContactList& list)
        : scanner_(scanner),
          header_(std::move(header)),
          report_(report),
          list_(list),
          first_(list.contacts.size()) {
        for (const auto& column : header_) {
            if (column) known_.set(static_cast<std::size_t>(*column));
        }
    }

    void read() {
        for (auto step = scanner_.next(); step != CsvScanner::Step::End && report_.cut_at == 0;
             step = scanner_.next()) {
            if (step == CsvScanner::Step::Broken) {
                refuse(scanner_.problem());
            } else {
                read_row();
            }
        }
        for (std::size_t i = 0; i < DateColumns.size(); ++i) {
            if (known_[static_cast<std::size_t>(DateColumns[i].column)]) read_dates(i);
        }
    }

private:
    void refuse(std::string_view why) {
        ++report_.refused;
        report_.add_problem(scanner_.line(), why);
    }

    void read_row() {
        const auto cells = scanner_.cells();
        if (cells.size() > header_.size()) {
            return refuse(std::to_string(cells.size()) + " cells, and the header has " +
                          std::to_string(header_.size()));
        }
        Contact contact;
        contact.known = known_;
        std::array<std::string_view, DateColumns.size()> dates{};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto cell = text::trimmed(cells[i]);
            if (header_[i] && !cell.empty()) take_cell(contact, *header_[i], cell, dates);
        }
        // A row of separators is how Excel writes a blank line.
        if (contact.filled.none()) return;
        if (list_.contacts.size() >= MostContacts) {
            report_.cut_at = scanner_.line();
            return;
        }
        ++report_.rows;
        list_.contacts.push_back(std::move(contact));
        lines_.push_back(scanner_.line());
        for (std::size_t i = 0; i < dates.size(); ++i)
            dates_[i].push_back(dates[i]);
    }

    void take_cell(Contact& contact, Column column, std::string_view cell,
                   std::array<std::string_view, DateColumns.size()>& dates) {
        const bool is_first = !contact.has(column);
        fill_text(contact, column, cell, scanner_.line(), report_);
        if (column == Column::Notes) contact.notes = 1;
        for (std::size_t i = 0; i < dates.size(); ++i) {
            if (DateColumns[i].column == column && is_first) dates[i] = cell;
        }
    }

    void read_dates(std::size_t index) {
        const auto& cells = dates_[index];
        const auto form = text::date_form_of(cells);
        std::int64_t first_line = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].empty()) continue;
            if (first_line == 0) first_line = lines_[i];
            const auto at = form ? text::read_date(cells[i], *form) : std::nullopt;
            list_.contacts[first_ + i].*DateColumns[index].field = at;
            if (form && !at) {
                report_.add_problem(lines_[i], std::string(DateColumns[index].title) +
                                                   ": no date in the form of the others");
            }
        }
        if (first_line != 0 && !form)
            report_.unread.push_back({first_line, DateColumns[index].title});
    }

    CsvScanner& scanner_;
    Header header_;
    FileReport& report_;
    ContactList& list_;
    std::size_t first_;  // contact of this table
    Columns known_;
    std::vector<std::int64_t> lines_;
    // The cells of each column of dates, in the content.
    std::array<std::vector<std::string_view>, DateColumns.size()> dates_;
};

}  // namespace

bool begins_like_table(std::string start) {
    if (!text::decode(start).problem.empty()) return false;
    return separator_of(start).has_value();
}

void read_table(std::string& content, FileReport report, ContactList& list) {
    const auto decoded = text::decode(content);
    report.encoding = decoded.encoding;
    report.replaced = decoded.replaced;
    report.reason = decoded.problem;
    if (report.reason.empty()) {
        const auto separator = separator_of(std::string_view(content).substr(0, StartBytes));
        auto scanner = text::scan_table(content, separator.value_or(text::separator_in(content)));
        std::string problem;
        auto header = find_header(scanner, problem);
        if (header.empty()) {
            report.reason =
                problem.empty() ? "no header that names people and tells about them" : problem;
        } else {
            TableReader(scanner, std::move(header), report, list).read();
        }
    }
    list.files.push_back(std::move(report));
}

void fill_text(Contact& contact, Column column, std::string_view text, std::int64_t line,
               FileReport& report) {
    if (text.empty()) return;
    if (column == Column::Title || column == Column::Company) {
        auto& field = column == Column::Title ? contact.title : contact.company;
        if (text.size() > MostTextBytes) {
            report.add_problem(line, "a title or company is longer than " +
                                         std::to_string(MostTextBytes) + " bytes");
        } else if (field.empty()) {
            field = text;
        }
    }
    contact.filled.set(static_cast<std::size_t>(column));
}

}  // namespace colonnade::contacts
