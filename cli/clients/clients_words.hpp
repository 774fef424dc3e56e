// SPDX-License-Identifier: Apache-2.0
// The words of the page of a folder of clients, in German and English.
#pragma once

#include <string_view>

namespace colonnade::cli {

struct ClientsWords {
    std::string_view title;   // {}: the rulebook
    std::string_view one;     // 1 person
    std::string_view people;  // {}: how many
    std::string_view table;   // what the table shows, for who cannot see it
    std::string_view hint;    // for who can sort it
    std::string_view person;
    std::string_view total;
    std::string_view rating;
    std::string_view assessed;
    std::string_view cautions;
    std::string_view gates;  // missed ones
    std::string_view best_gain;
    std::string_view unread;  // {}: how many
    std::string_view place;
    std::string_view reason;
    std::string_view none;  // nothing known
};

[[nodiscard]] const ClientsWords& clients_words(std::string_view language);

}  // namespace colonnade::cli
