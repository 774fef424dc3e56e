// SPDX-License-Identifier: Apache-2.0
// The bounds on a list of contacts, just inside and just outside.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "plugins/contacts/document.hpp"
#include "plugins/contacts/read_list.hpp"
#include "tests/support/times.hpp"

using namespace colonnade::contacts;
using colonnade::tests::times;

namespace {

constexpr std::string_view Card = "BEGIN:VCARD\nFN:a\nEND:VCARD\n";
constexpr std::string_view Group = "BEGIN:VCARD\nKIND:group\nEND:VCARD\nX:1\n";

using Reader = void (*)(std::string& content, FileReport report, ContactList& list);

ContactList read(Reader reader, std::string content, ContactList list = {}) {
    reader(content, {}, list);
    return list;
}

bool tells_of_more(const ContactList& list) {
    const auto report = write_report(list, {});
    const auto tells = [&](const std::string& words) {
        return report.find(words) != std::string::npos;
    };
    return tells("more than 200000 contacts; the rest is not read") &&
           std::any_of(list.files.begin(), list.files.end(), [&](const auto& file) {
               return tells("\"cut_at\":" + std::to_string(file.cut_at) + ",") ||
                      tells("\"cut_at\":" + std::to_string(file.cut_at) + "}");
           });
}

}  // namespace

TEST_CASE("limit: contacts of a table", "[limits]") {
    const auto table = "Name;Firma\n" + times(MostContacts, "a;b\n");
    const auto inside = read(read_table, table + ";\n\"\n");
    CHECK(inside.contacts.size() == MostContacts);
    CHECK(inside.files[0].cut_at == 0);
    CHECK_FALSE(tells_of_more(inside));

    const auto outside = read(read_table, table + ";\na;b\nc;d\n");
    CHECK(outside.contacts.size() == MostContacts);
    CHECK(outside.files[0].cut_at == MostContacts + 3);
    CHECK(tells_of_more(outside));
}

TEST_CASE("limit: contacts of an address book", "[limits]") {
    const auto cards = times(MostContacts, Card);
    const auto inside = read(read_cards, cards + std::string(Group));
    CHECK(inside.contacts.size() == MostContacts);
    CHECK_FALSE(tells_of_more(inside));

    const auto outside = read(read_cards, cards + std::string(Group) + std::string(Card));
    CHECK(outside.contacts.size() == MostContacts);
    CHECK(outside.files[0].cut_at == 3 * MostContacts + 5);
    CHECK(tells_of_more(outside));
}

TEST_CASE("limit: contacts of several files together", "[limits]") {
    ContactList list;
    list.contacts.resize(MostContacts - 1);
    list = read(read_cards, std::string(Card), std::move(list));
    CHECK(list.contacts.size() == MostContacts);
    CHECK_FALSE(tells_of_more(list));
    list = read(read_cards, std::string(Card), std::move(list));
    CHECK(list.contacts.size() == MostContacts);
    CHECK(tells_of_more(list));
}

TEST_CASE("limit: contacts are told to be too many however much else is told", "[limits]") {
    ContactList list;
    list.contacts.resize(MostContacts);
    list = read(read_table, "Name;Firma\n" + times(100, "a;b;c\n") + "a;b\n", std::move(list));
    CHECK(list.files[0].problems.size() == MostProblemsQuoted);
    CHECK(tells_of_more(list));
}

TEST_CASE("limit: bytes of a title", "[limits]") {
    const auto title_of = [](std::size_t bytes) {
        const auto list = read(read_table, "Name;Position\na;" + std::string(bytes, 'x') + "\n");
        return list.contacts.at(0).title.size();
    };
    CHECK(title_of(MostTextBytes) == MostTextBytes);
    CHECK(title_of(MostTextBytes + 1) == 0);
}

TEST_CASE("limit: rows above the header", "[limits]") {
    const auto rows_below = [](int rows) {
        const auto above = times(static_cast<std::size_t>(rows), "My list\n");
        return read(read_table, above + "Name,Firma\na,b\n").contacts.size();
    };
    CHECK(rows_below(MostRowsBeforeHeader - 1) == 1);
    CHECK(rows_below(MostRowsBeforeHeader) == 0);
}
