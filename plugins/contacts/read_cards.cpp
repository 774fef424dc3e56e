// SPDX-License-Identifier: Apache-2.0
// Contacts out of an address book. A property that no card of a file has is taken for one that the
// program does not write, and stays unknown; where one card has it, those without it have it empty.
#include <algorithm>
#include <array>

#include "card.hpp"
#include "plugins/text/date_format.hpp"
#include "plugins/text/decode.hpp"
#include "plugins/text/text.hpp"
#include "read_list.hpp"

namespace colonnade::contacts {
namespace {

struct Meaning {
    std::string_view property;
    Column column;
};

constexpr std::array Meanings{
    Meaning{"TITLE", Column::Title},
    Meaning{"ROLE", Column::Title},
    Meaning{"ORG", Column::Company},
    Meaning{"TEL", Column::Reachable},
    Meaning{"EMAIL", Column::Reachable},
    Meaning{"NOTE", Column::Notes},
    Meaning{"CATEGORIES", Column::Sorted},
    Meaning{"CREATED", Column::Added},
    Meaning{"REV", Column::Changed},
    Meaning{"FN", Column::Name},
    Meaning{"N", Column::Name},
};

constexpr std::array<std::string_view, 5> DateForms{"YYYYMMDDTHHmmssZ", "YYYY-MM-DDTHH:mm:ssZ",
                                                    "YYYY-MM-DDTHH:mm:ss.SSSZ", "YYYY-MM-DD",
                                                    "YYYYMMDD"};

std::optional<Seconds> date_in(std::string_view value) {
    for (const auto form : DateForms) {
        if (const auto at = text::read_date(value, form)) return at;
    }
    return std::nullopt;
}

class CardsReader {
public:
    CardsReader(FileReport& report, ContactList& list)
        : report_(report), list_(list), first_(list.contacts.size()) {}

    void read(std::string_view content) {
        CardScanner scanner(content);
        for (auto property = scanner.next(); property && report_.cut_at == 0;
             property = scanner.next())
            take(*property);
        if (is_open_) refuse();
        for (auto i = first_; i < list_.contacts.size(); ++i)
            list_.contacts[i].known = known_;
    }

private:
    void refuse() {
        ++report_.refused;
        report_.add_problem(begin_, "a card is not ended");
        is_open_ = false;
    }

    void take(const Property& property) {
        const bool is_card = text::is_same_word(text::trimmed(property.value), "VCARD");
        if (property.name == "BEGIN" && is_card) {
            if (is_open_) refuse();
            card_ = {};
            is_open_ = true;
            is_group_ = false;
            begin_ = property.line;
        } else if (property.name == "END" && is_card && is_open_) {
            end_card();
        } else if (is_open_) {
            take_into_card(property);
        }
    }

    // A group of people is no person.
    void end_card() {
        if (!is_group_ && list_.contacts.size() >= MostContacts) {
            report_.cut_at = begin_;
        } else if (!is_group_) {
            ++report_.rows;
            known_ |= card_.filled;
            list_.contacts.push_back(std::move(card_));
        }
        is_open_ = false;
    }

    void take_into_card(const Property& property) {
        const bool is_kind = property.name == "KIND" || property.name == "X-ADDRESSBOOKSERVER-KIND";
        if (is_kind) is_group_ = text::is_same_word(text::trimmed(property.value), "group");
        const auto* const found =
            std::find_if(Meanings.begin(), Meanings.end(),
                         [&](const Meaning& one) { return one.property == property.name; });
        if (found == Meanings.end()) return;
        const auto value = property.text(found->column == Column::Company);
        if (value.empty()) return;
        // ROLE may stand above TITLE, which tells more.
        if (property.name == "TITLE") card_.title.clear();
        fill_text(card_, found->column, value, property.line, report_);
        if (found->column == Column::Notes) ++card_.notes;
        if (found->column == Column::Added) card_.added = date_of(property, value);
        if (found->column == Column::Changed) card_.changed = date_of(property, value);
    }

    std::optional<Seconds> date_of(const Property& property, std::string_view value) {
        const auto at = date_in(value);
        if (!at) report_.add_problem(property.line, property.name + ": no date of a vCard");
        return at;
    }

    FileReport& report_;
    ContactList& list_;
    std::size_t first_;
    Columns known_;
    Contact card_;
    bool is_open_ = false;  // a card has begun and is not ended
    bool is_group_ = false;
    std::int64_t begin_ = 0;
};

std::string no_card(const FileReport& report) {
    const std::string reason = "no card of a person in it";
    if (report.problems.empty()) return reason;
    const auto& first = report.problems.front();
    return reason + "; line " + std::to_string(first.line) + ": " + first.message;
}

}  // namespace

bool begins_like_cards(std::string_view start) {
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    constexpr std::string_view begin = "BEGIN:VCARD";
    start = text::trimmed(start);
    return start.size() >= begin.size() && text::is_same_word(start.substr(0, begin.size()), begin);
}

void read_cards(std::string& content, FileReport report, ContactList& list) {
    const auto decoded = text::decode(content);
    report.encoding = decoded.encoding;
    report.replaced = decoded.replaced;
    report.reason = decoded.problem;
    if (report.reason.empty()) {
        CardsReader(report, list).read(content);
        if (report.rows == 0) report.reason = no_card(report);
    }
    list.files.push_back(std::move(report));
}

}  // namespace colonnade::contacts
