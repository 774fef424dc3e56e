// SPDX-License-Identifier: Apache-2.0
// Every library that is no plugin of ours is refused with the sentence a person needs.
#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/host/plugins.hpp"
#include "tests/unit/host/support.hpp"

namespace colonnade::tests {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
namespace fs = std::filesystem;

engine::PluginProblem refusal_of(const std::string& id, const fs::path& folder) {
    engine::Plugins plugins({folder}, "0.1.0");
    const auto problem = plugins.load(id);
    CHECK(plugins.functions().empty());
    return problem.value_or(engine::PluginProblem{});
}

std::string refused(const std::string& id) {
    const auto problem = refusal_of(id, COLONNADE_MODULES);
    CHECK(problem.plugin == id);
    return problem.message;
}

}  // namespace

TEST_CASE("a plugin of another contract is refused with both versions", "[host]") {
    CHECK(refused("older-major") ==
          "plugin `older-major` was built for plugin ABI 0.9, this program speaks 1.1");
    CHECK(refused("newer-major") ==
          "plugin `newer-major` was built for plugin ABI 2.3, this program speaks 1.1");
    CHECK(refusal_of("older-major", COLONNADE_MODULES).help ==
          "build it again with the `colonnade/plugin.h` of this program");
    CHECK(refusal_of("newer-major", COLONNADE_MODULES).help ==
          "take a newer Colonnade, or build the plugin for this one");
}

TEST_CASE("an entry that is too short is refused before it is read", "[host]") {
    CHECK(refused("no-version") ==
          "plugin `no-version` has an entry of 8 bytes, too few to tell its ABI");
    CHECK(refused("short-entry") ==
          "plugin `short-entry` has an entry of 64 bytes, ABI 1.1 has 72");
}

TEST_CASE("an entry that cannot be right is refused", "[host]") {
    CHECK(refused("null-get") == "plugin `null-get` lacks `init`, `deinit` or `get`");
    CHECK(refused("other-id") == "plugin `other-id` calls itself `brand`");
    CHECK(refused("odd-version") == "plugin `odd-version` has the version `final (2)`");
}

TEST_CASE("a library that is no plugin is refused", "[host]") {
    CHECK_THAT(refused("no-entry"),
               EndsWith("has no `colonnade_plugin_entry`: it is no plugin of Colonnade"));
    const auto undefined = refused("undefined-symbol");
    CHECK_THAT(undefined, Contains("plugin `undefined-symbol` cannot be loaded: "));
    CHECK_THAT(undefined, Contains("undefined symbol: nobody_has_this"));
}

TEST_CASE("a plugin that does not start is refused in its own words", "[host]") {
    CHECK(refused("init-fails") ==
          "plugin `init-fails` did not start: no list of <U+001B>[31mholidays");
    CHECK(refused("init-throws") ==
          "plugin `init-throws` let an exception out, which no plugin may");
}

TEST_CASE("a plugin that describes garbage is refused as a whole", "[host]") {
    CHECK(refused("garbage-id") ==
          "plugin `garbage-id`: function at index 1: its id is `Two words`, expected small "
          "letters, digits "
          "and `_`");
}

TEST_CASE("a file that is no library is refused", "[host]") {
    const TempFolder folder;
    folder.write("text.so", "#!/bin/sh\n");
    folder.write("empty.so", "");
    folder.write("cut.so",
                 "\x7f"
                 "ELF\x02\x01\x01");
    fs::create_directory(folder.path() / "folder.so");
    for (const std::string id : {"text", "empty", "folder"}) {
        CHECK(refusal_of(id, folder.path()).message ==
              "plugin `" + id + "`: " + (folder.path() / (id + ".so")).string() +
                  " is no shared library");
    }
    CHECK_THAT(refusal_of("cut", folder.path()).message,
               Contains("plugin `cut` cannot be loaded: ") && Contains("cut.so: file too short"));
}

TEST_CASE("a plugin that is not there is missed by name", "[host]") {
    const TempFolder folder;
    const auto missing = refusal_of("brand", folder.path());
    CHECK(missing.message == "there is no plugin `brand`");
    CHECK(missing.help == "looked for brand.so in " + folder.path().string());
    folder.add_plugins({"plain"});
    CHECK_THAT(refusal_of("plane", folder.path()).help, EndsWith("; did you mean `plain`?"));
    CHECK(engine::Plugins({}, "0.1.0").load("brand")->help == "looked for brand.so in no folder");
}

TEST_CASE("ids are no paths", "[host]") {
    const TempFolder folder;
    folder.add_plugins({"plain"});
    const auto outside = folder.path().string() + "/plain";
    for (const auto& id : {std::string(), outside, std::string("../plain"), std::string("Plain"),
                           std::string("plain.so"), std::string("9plain"), std::string("pl\0in", 5),
                           std::string(65, 'a')}) {
        const auto problem = refusal_of(id, folder.path());
        CHECK_THAT(problem.message, EndsWith("` is no id of a plugin"));
        CHECK_THAT(problem.help, Contains("it is no path"));
    }
    CHECK(refusal_of(std::string(64, 'a'), folder.path()).message ==
          "there is no plugin `" + std::string(64, 'a') + "`");
}

TEST_CASE("links are not followed to a library", "[host]") {
    const TempFolder outside;
    outside.add_plugins({"plain"});
    const TempFolder folder;
    const auto link = folder.path() / "plain.so";
    for (const auto& target : {outside.path() / "plain.so", folder.path() / "nothing"}) {
        fs::create_symlink(target, link);
        const auto problem = refusal_of("plain", folder.path());
        CHECK(problem.message == "plugin `plain`: " + link.string() + " is a link");
        fs::remove(link);
    }
    // The folder itself may be named by a link.
    fs::create_directory_symlink(outside.path(), folder.path() / "plugins");
    CHECK(refusal_of("plain", folder.path() / "plugins").message.empty());
}

}  // namespace colonnade::tests
