// SPDX-License-Identifier: Apache-2.0
// One file of contacts: a table or an address book. What is wrong in it is counted, and reading
// goes on.
#pragma once

#include <string>
#include <string_view>

#include "contact.hpp"

namespace colonnade::contacts {

// Whether a file that begins so is one, by its content. `start` may break off anywhere.
[[nodiscard]] bool begins_like_table(std::string start);
[[nodiscard]] bool begins_like_cards(std::string_view start);

// `content` is changed. The contacts are added to the list, and the report of the file too.
void read_table(std::string& content, FileReport report, ContactList& list);
void read_cards(std::string& content, FileReport report, ContactList& list);

// Sets a text that is one, and marks the column as filled where something stands there. What is
// too long for a text is reported and stays unknown.
void fill_text(Contact& contact, Column column, std::string_view text, std::int64_t line,
               FileReport& report);

}  // namespace colonnade::contacts
