// SPDX-License-Identifier: Apache-2.0
// The first row of a table, whatever separates its cells.
#include "plugins/text/header.hpp"

#include <catch2/catch.hpp>

#include "plugins/text/limits.hpp"

using namespace colonnade::text;

TEST_CASE("what gives the first row the most cells separates them, or what Excel says") {
    CHECK(separator_in("Name,Firma\n") == ',');
    CHECK(separator_in("Name;Firma, Ort;x\n") == ';');
    CHECK(separator_in("Name\tFirma\n") == '\t');
    CHECK(separator_in("\"a;b;c\",d\n") == ',');
    CHECK(separator_in("sep=|\na,b\n") == '|');
    CHECK(separator_in("") == ',');
}

TEST_CASE("a table is scanned behind a byte order mark and Excel's line") {
    std::string content = "\xEF\xBB\xBFsep=;\r\nName;Firma\r\n";
    auto scanner = scan_table(content);
    REQUIRE(scanner.next() == CsvScanner::Step::Row);
    CHECK(scanner.cells().size() == 2);
    CHECK(scanner.cells()[0] == "Name");
}

TEST_CASE("a header of the most columns is read, of one more is not") {
    std::string fits(MostColumns - 1, ',');
    std::string wide(MostColumns, ',');
    CHECK(scan_table(fits).next() == CsvScanner::Step::Row);
    CHECK(scan_table(wide).next() == CsvScanner::Step::Broken);
}

TEST_CASE("names of columns are alike whatever their case and signs") {
    CHECK(plain_name("E-Mail 1 - Value") == "email1value");
    CHECK(plain_name(" GEÄNDERT am:") == "geändertam");
}
