// SPDX-License-Identifier: Apache-2.0
// Any id gives a name that is one file's in any folder, and different ids different ones.
#include "cli/clients/client_name.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "dsl/text/unicode.hpp"
#include "engine/load/digest.hpp"

using namespace colonnade;
using namespace colonnade::cli;

namespace {

std::string marked(const std::string& kept, std::string_view id) {
    return kept + "-" + engine::sha256(id).substr(0, 8);
}

}  // namespace

TEST_CASE("an id that can be a name is the name") {
    for (const auto* id : {"client-7", "79eab54d90f9", "Jörg Müller", "anna@example.org", "漢字",
                           "a.b", "a+b", "com", "com10", "lpt", "console", "indexes", "_"})
        CHECK(client_name(id) == id);
}

TEST_CASE("an id that cannot be a name is marked") {
    using namespace std::string_view_literals;
    struct Row {
        std::string_view id;
        const char* kept;
    };
    const Row rows[]{
        {"", "_"},
        {"..", "__"},
        {".hidden", "_hidden"},
        {"-rf", "_rf"},
        {" a", "_a"},
        {"a.", "a_"},
        {"a ", "a_"},
        {"../../etc/passwd", "_._.._etc_passwd"},
        {"a\\b", "a_b"},
        {"a:b*c?d\"e<f>g|h%", "a_b_c_d_e_f_g_h_"},
        {"a\0b"sv, "a_U+0000_b"},
        {"a\nb", "a_U+000A_b"},
        {"\xE2\x80\xAE", "_U+202E_"},
        {"\xFF", "_FF_"},
        {"CON", "CON"},
        {"nul.txt", "nul.txt"},
        {"Com7", "Com7"},
        {"LPT0", "LPT0"},
        {"index", "index"},
        {"Index", "Index"},
    };
    for (const auto& row : rows)
        CHECK(client_name(row.id) == marked(row.kept, row.id));
}

TEST_CASE("a long id is cut between letters") {
    const std::string fits(MostClientNameBytes, 'a');
    CHECK(client_name(fits) == fits);
    const auto longer = fits + "a";
    CHECK(client_name(longer) == marked(std::string(MostClientNameBytes - 9, 'a'), longer));
    std::string umlauts = "a";
    for (int i = 0; i < 200; ++i)
        umlauts += "ü";
    const auto name = client_name(umlauts);
    CHECK(name.size() <= MostClientNameBytes);
    CHECK(dsl::first_invalid_utf8(name) == std::string::npos);
}

TEST_CASE("different ids have different names") {
    std::set<std::string> names;
    for (const auto* id : {"a/b", "a_b", "a:b", "a\\b", "a|b", "", "_", ".", "-"})
        CHECK(names.insert(client_name(id)).second);
}

TEST_CASE("names that differ in upper and lower case only are taken for one") {
    CHECK(same_name_key("Anna") == same_name_key("aNNA"));
    CHECK(same_name_key("Änne") == same_name_key("änne"));
    CHECK(same_name_key("anna") != same_name_key("anne"));
}
