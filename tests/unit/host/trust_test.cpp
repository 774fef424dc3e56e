// SPDX-License-Identifier: Apache-2.0
// Who runs where: by place, by what a person trusts, by what is pinned. What would run in a process
// of its own is only recorded here.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/host/plugins.hpp"
#include "tests/unit/host/support.hpp"

namespace colonnade::tests {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
using engine::Pinned;
using engine::Plugins;
using engine::PluginSettings;
using engine::RunsAs;
namespace fs = std::filesystem;

// A folder of strangers and a bundled one.
struct Places {
    TempFolder strangers;
    TempFolder bundled;
    std::vector<std::string> isolated;

    PluginSettings settings() {
        PluginSettings settings;
        settings.folders = {{strangers.path(), false, "--plugin-dir " + strangers.path().string()},
                            {bundled.path(), true}};
        settings.host.version = "0.1.0";
        settings.start_isolated = [this](const engine::InspectedPlugin& plugin, const auto&,
                                         engine::Refusal& refusal) {
            isolated.push_back(plugin.id);
            refusal = {"it would run isolated", ""};
            return nullptr;
        };
        return settings;
    }

    std::string load(const std::string& id, const PluginSettings& settings) {
        const auto problem = Plugins(settings).load(id);
        return problem ? problem->message : "";
    }
    std::string help(const std::string& id) {
        const auto problem = Plugins(settings()).load(id);
        return problem ? problem->help : "";
    }

    [[nodiscard]] std::string file(const std::string& id) const {
        return (strangers.path() / (id + ".so")).string();
    }
};

std::string hash_of(const std::string& id) {
    engine::Refusal refusal;
    return engine::SealedLibrary::read(module_of(id), refusal)->sha256();
}

engine::PluginLock lock_of(const std::string& id, const std::string& sha256) {
    return {"/project/colonnade.lock", {{id, {"1.0.0", "1.1", sha256, 1}}}};
}

}  // namespace

TEST_CASE("what is bundled is decided by the place", "[host][trust]") {
    Places places;
    places.bundled.add_plugins({"plain"});
    places.strangers.add_plugins({"echo"});
    Plugins plugins(places.settings());
    CHECK_FALSE(plugins.load("plain"));
    CHECK(plugins.loaded().at(0).runs == RunsAs::Bundled);
    CHECK(plugins.load("echo")->message == "it would run isolated");
    CHECK(places.isolated == std::vector<std::string>{"echo"});
    // The same folder under another name is the same place.
    auto settings = places.settings();
    settings.folders.insert(settings.folders.begin(), {places.bundled.path() / "."});
    CHECK(places.load("plain", settings).empty());
}

TEST_CASE("what a person trusts runs in this process, from the bytes that were looked at",
          "[host][trust]") {
    Places places;
    places.strangers.add_plugins({"counts-uses"});
    auto settings = places.settings();
    settings.trusted = {"counts-uses"};
    for (int round = 0; round < 2; ++round) {
        Plugins plugins(settings);
        CHECK_FALSE(plugins.load("counts-uses"));
        CHECK(plugins.loaded().at(0).runs == RunsAs::Trusted);
        CHECK(plugins.loaded().at(0).pinned == Pinned::NoLock);
        Plugins another(settings);
        CHECK_FALSE(another.load("counts-uses"));
    }
    CHECK(places.isolated.empty());
}

TEST_CASE("where nothing can be isolated, what trusting means is said", "[host][trust]") {
    Places places;
    places.strangers.add_plugins({"plain"});
    auto settings = places.settings();
    settings.start_isolated = nullptr;
    const auto problem = Plugins(settings).load("plain");
    CHECK(problem->message == "plugin `plain` cannot run isolated here");
    CHECK_THAT(problem->help, Contains("--trust plain") && Contains("read and change your files"));
}

TEST_CASE("no other folder may hold the id of a bundled plugin", "[host][trust]") {
    Places places;
    places.bundled.add_plugins({"plain"});
    places.strangers.add_plugins({"plain"});
    auto settings = places.settings();
    settings.trusted = {"plain"};
    CHECK(places.load("plain", settings) ==
          "plugin `plain`: " + places.file("plain") + " has the id of " +
              (places.bundled.path() / "plain.so").string() + ", which comes with Colonnade");
    // A link is one as well.
    fs::remove(places.file("plain"));
    fs::create_symlink("/nowhere", places.file("plain"));
    CHECK_THAT(places.load("plain", settings), EndsWith("which comes with Colonnade"));
    CHECK(places.isolated.empty());
}

TEST_CASE("what others may write is not run", "[host][trust]") {
    Places places;
    places.strangers.add_plugins({"plain"});
    const auto refused = [&](const fs::path& path, fs::perms perms) {
        const auto before = fs::status(path).permissions();
        fs::permissions(path, perms);
        const auto message = places.load("plain", places.settings());
        const auto help = places.help("plain");
        fs::permissions(path, before);
        if (message != "plugin `plain`: " + path.string() + " may be written by others")
            return false;
        return help == "chmod go-w " + path.string();
    };
    const auto file = fs::path(places.file("plain"));
    for (const auto more : {fs::perms::group_write, fs::perms::others_write}) {
        CHECK(refused(file, fs::perms::owner_all | more));
        CHECK(refused(places.strangers.path(), fs::perms::owner_all | more));
    }
    CHECK(places.isolated.empty());
    CHECK(places.load("plain", places.settings()) == "it would run isolated");
}

TEST_CASE("a folder that belongs to somebody else is refused", "[host][trust]") {
    Places places;
    places.strangers.add_plugins({"plain"});
    constexpr uid_t Nobody = 65534;
    // Only root may give files away.
    if (::chown(places.file("plain").c_str(), Nobody, Nobody) != 0) return;
    CHECK_THAT(places.load("plain", places.settings()),
               EndsWith("plain.so belongs to neither you nor root"));
    CHECK_THAT(places.help("plain"), Contains("sudo chown root " + places.file("plain")));
}

TEST_CASE("a file that could not be a plugin is refused before anything of it runs",
          "[host][trust]") {
    Places places;
    places.strangers.add_plugins({"no-entry", "older-major", "other-id"});
    places.strangers.write("text.so", "#!/bin/sh\n");
    REQUIRE(::mkfifo(places.file("pipe").c_str(), 0600) == 0);
    fs::create_directory(places.file("folder"));
    const auto message = [&](const std::string& id) { return places.load(id, places.settings()); };
    CHECK_THAT(message("text"), EndsWith("text.so is no shared library"));
    CHECK_THAT(message("pipe"), EndsWith("pipe.so is no shared library"));
    CHECK_THAT(message("folder"), EndsWith("folder.so is no shared library"));
    CHECK_THAT(message("no-entry"), EndsWith("it is no plugin of Colonnade"));
    CHECK_THAT(message("older-major"), Contains("was built for plugin ABI 0.9"));
    CHECK(message("other-id") == "plugin `other-id` calls itself `brand`");
    CHECK(places.isolated.empty());
}

TEST_CASE("with a lock, only what it pins runs", "[host][trust]") {
    Places places;
    places.strangers.add_plugins({"plain", "echo"});
    places.bundled.add_plugins({"lines"});
    auto settings = places.settings();
    settings.lock = lock_of("plain", hash_of("plain"));
    settings.trusted = {"plain", "echo"};
    Plugins plugins(settings);
    CHECK_FALSE(plugins.load("plain"));
    CHECK(plugins.loaded().at(0).pinned == Pinned::Yes);
    CHECK_FALSE(plugins.load("lines"));
    const auto unlisted = plugins.load("echo");
    CHECK(unlisted->message == "plugin `echo` is not listed in /project/colonnade.lock");
    CHECK(unlisted->help == "if you want it: colonnade plugin lock echo --plugin-dir " +
                                places.strangers.path().string());
    settings.lock = lock_of("plain", std::string(64, '0'));
    const auto changed = Plugins(settings).load("plain");
    CHECK(changed->message == "plugin `plain` has changed: its SHA-256 is " +
                                  hash_of("plain").substr(0, 12) +
                                  "…, /project/colonnade.lock pins 000000000000…");
    CHECK_THAT(changed->help, Contains("colonnade plugin lock plain"));
}

TEST_CASE("what reads data is asked only where it may run", "[host][trust]") {
    Places places;
    places.strangers.add_plugins({"lines", "plain"});
    const auto data = places.bundled.write("data.txt", "something\n");
    const auto asked = [&](const PluginSettings& settings) {
        places.isolated.clear();
        engine::SourceProblem problem;
        static_cast<void>(Plugins(settings).open_source(data, "{}", problem));
        return places.isolated;
    };
    auto settings = places.settings();
    CHECK(asked(settings) == std::vector<std::string>{"lines", "plain"});
    settings.lock = lock_of("plain", hash_of("plain"));
    CHECK(asked(settings) == std::vector<std::string>{"plain"});
}

TEST_CASE("everything in the folders is listed, and nothing of it runs", "[host][trust]") {
    Places places;
    const TempFolder later;
    places.bundled.add_plugins({"counts-uses"});
    places.strangers.add_plugins({"plain", "init-throws", "no-entry"});
    later.add_plugins({"plain", "counts-uses"});
    later.write("Not-An-Id.so", "");
    auto settings = places.settings();
    settings.folders.push_back({later.path()});
    settings.folders.push_back({"/nowhere"});
    const auto plugins =
        engine::inspect_all(engine::all_libraries(settings.folders).libraries, settings);
    REQUIRE(plugins.size() == 6);
    const auto is = [&](std::size_t at, const std::string& id, RunsAs runs) {
        return plugins[at].id == id && plugins[at].runs == runs;
    };
    CHECK(is(0, "init-throws", RunsAs::Isolated));
    CHECK(is(1, "no-entry", RunsAs::Refused));
    CHECK(is(2, "plain", RunsAs::Isolated));
    CHECK(plugins[2].sha256 == hash_of("plain"));
    CHECK(plugins[2].version == "1.0.0");
    CHECK(plugins[2].size == fs::file_size(places.file("plain")));
    CHECK(is(3, "counts-uses", RunsAs::Bundled));
    CHECK(is(4, "counts-uses", RunsAs::Refused));
    CHECK(is(5, "plain", RunsAs::Shadowed));
    CHECK(plugins[5].refusal.message == places.file("plain") + " is found first");
}

}  // namespace colonnade::tests
