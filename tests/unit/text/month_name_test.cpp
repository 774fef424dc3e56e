// SPDX-License-Identifier: Apache-2.0
// Months by name.
#include "plugins/text/month_name.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace colonnade::text;

TEST_CASE("every month has a short and a whole name in English and German") {
    const char* const names[12][4]{
        {"Jan", "January", "Jän", "Januar"},    {"Feb", "February", "Feb", "Februar"},
        {"Mar", "March", "Mrz", "März"},        {"Apr", "April", "Apr", "April"},
        {"May", "May", "Mai", "Mai"},           {"Jun", "June", "Jun", "Juni"},
        {"Jul", "July", "Jul", "Juli"},         {"Aug", "August", "Aug", "August"},
        {"Sept", "September", "Sep", "SEP"},    {"Oct", "October", "Okt", "Oktober"},
        {"Nov", "November", "Nov", "november"}, {"Dec", "December", "Dez", "Dezember"},
    };
    for (int month = 1; month <= 12; ++month) {
        for (const auto* name : names[month - 1])
            CHECK(month_named(name) == month);
    }
}

TEST_CASE("no other word is a month") {
    for (const auto& word :
         {std::string{}, std::string("Ma"), std::string("Märchen"), std::string("Nov."),
          std::string("M\xE4rz"), std::string(100'000, 'n')})
        CHECK(month_named(word) == 0);
}

TEST_CASE("the first word ends before what is no letter") {
    CHECK(first_word("März 2026") == "März");
    CHECK(first_word("Nov.") == "Nov");
    CHECK(first_word("1. Mai").empty());
    CHECK(first_word("").empty());
}
