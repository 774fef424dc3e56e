// SPDX-License-Identifier: Apache-2.0
// messages.csv: only when, in which thread and in which direction. What was written is never kept.
#include <unordered_map>

#include "link.hpp"
#include "readers.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

struct MessageColumns {
    explicit MessageColumns(const Table& table)
        : thread(table.column({"CONVERSATION ID"})),
          from(table.column({"FROM"})),
          to(table.column({"TO"})),
          sender(table.column({"SENDER PROFILE URL"})),
          date(table.column({"DATE"})),
          content(table.column({"CONTENT"})),
          folder(table.column({"FOLDER"})),
          direction(table.column({"DIRECTION"})),
          message_draft(table.column({"IS MESSAGE DRAFT"})),
          conversation_draft(table.column({"IS CONVERSATION DRAFT"})) {}

    Column thread;
    Column from;
    Column to;
    Column sender;
    Column date;
    Column content;
    Column folder;
    Column direction;
    Column message_draft;
    Column conversation_draft;
};

// Drafts were not sent, advertising has no sender to answer, spam wants no answer.
bool is_no_message(const Table& table, const MessageColumns& columns) {
    if (is_same_word(table.cell(columns.message_draft), "Yes")) return true;
    if (is_same_word(table.cell(columns.conversation_draft), "Yes")) return true;
    if (is_same_word(table.cell(columns.folder), "SPAM")) return true;
    return table.cell(columns.sender).empty() &&
           table.cell(columns.content)
               .starts_with("<p class=\"spinmail-quill-editor__spin-break\">");
}

// Exports of 2018 tell the direction, and others do not. The owner's link is in no profile file.
// Where the invitations did not tell it, the messages under the owner's name do.
YesNo is_sent(const Table& table, const MessageColumns& columns, Facts& facts) {
    if (columns.direction != NoColumn) {
        return is_same_word(table.cell(columns.direction), "OUTGOING");
    }
    const bool has_owner_name =
        facts.owner_name.size() > 1 && lower(table.cell(columns.from)) == facts.owner_name;
    const auto slug = profile_slug(table.cell(columns.sender));
    if (slug.empty()) return facts.owner_name.size() > 1 ? YesNo(has_owner_name) : YesNo();
    if (facts.owner_slugs.empty() && has_owner_name) facts.owner_slugs.insert(slug);
    if (facts.owner_slugs.empty() && facts.owner_name.size() <= 1) return {};
    return facts.owner_slugs.contains(slug);
}

// In 2018 no thread was named: there it is all that was exchanged with the same people.
std::string thread_of(const Table& table, const MessageColumns& columns, const YesNo& sent) {
    if (columns.thread != NoColumn) return std::string(table.cell(columns.thread));
    return lower(table.cell(sent.value_or(false) ? columns.to : columns.from));
}

}  // namespace

void read_messages(Table& table, Facts& facts) {
    const MessageColumns columns(table);
    // Threads get running numbers in the order in which the file names them.
    std::unordered_map<std::string, std::int64_t> threads;
    while (table.next()) {
        const auto at = table.moment(columns.date);
        if (!at) continue;
        if (is_no_message(table, columns)) {
            table.leave_out();
            continue;
        }
        const auto number = static_cast<std::int64_t>(threads.size()) + 1;
        const auto sent = is_sent(table, columns, facts);
        const auto thread = threads.emplace(thread_of(table, columns, sent), number);
        facts.messages.push_back({*at, thread.first->second, sent});
    }
}

}  // namespace colonnade::linkedin
