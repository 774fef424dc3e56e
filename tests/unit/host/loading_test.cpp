// SPDX-License-Identifier: Apache-2.0
// Plugins that behave: found in order, started once, ended at last.
#include <catch2/catch.hpp>

#include "engine/host/plugins.hpp"
#include "tests/unit/host/support.hpp"

namespace colonnade::tests {

using engine::Plugins;

TEST_CASE("a plugin without functions is fine", "[host]") {
    Plugins plugins({COLONNADE_MODULES}, "0.1.0");
    CHECK_FALSE(plugins.load("plain"));
    CHECK_FALSE(plugins.load("plain"));
    REQUIRE(plugins.loaded().size() == 1);
    CHECK(plugins.loaded()[0].id == "plain");
    CHECK(plugins.loaded()[0].version == "1.0.0");
    CHECK(plugins.loaded()[0].file == std::filesystem::canonical(module_of("plain")));
}

TEST_CASE("a later edition of the same contract is fine", "[host]") {
    Plugins plugins({COLONNADE_MODULES}, "0.1.0");
    CHECK_FALSE(plugins.load("newer-minor"));
    CHECK(plugins.loaded().at(0).version == "2.0.0-rc.1");
}

TEST_CASE("the first folder that has a plugin wins", "[host]") {
    const TempFolder first;
    first.add_plugins({"plain"});
    Plugins plugins({"/nowhere", first.path(), COLONNADE_MODULES}, "0.1.0");
    CHECK_FALSE(plugins.load("echo"));
    CHECK_FALSE(plugins.load("plain"));
    CHECK(plugins.loaded().at(1).file == first.path() / "plain.so");
}

TEST_CASE("however many use a plugin, it is started once", "[host]") {
    for (int round = 0; round < 2; ++round) {
        Plugins one({COLONNADE_MODULES}, "0.1.0");
        CHECK_FALSE(one.load("counts-uses"));
        {
            Plugins another({COLONNADE_MODULES}, "0.1.0");
            CHECK_FALSE(another.load("counts-uses"));
        }
        Plugins third({COLONNADE_MODULES}, "0.1.0");
        CHECK_FALSE(third.load("counts-uses"));
    }
}

TEST_CASE("functions keep their places as plugins are added", "[host]") {
    Plugins plugins({COLONNADE_MODULES, COLONNADE_BUNDLED}, "0.1.0");
    REQUIRE_FALSE(plugins.load("echo"));
    const auto count = plugins.functions().size();
    CHECK(plugins.load("garbage-id"));
    CHECK(plugins.functions().size() == count);
    REQUIRE_FALSE(plugins.load("brand"));
    REQUIRE(plugins.functions().size() > count);
    CHECK(plugins.functions()[0].plugin == "echo");
    CHECK(plugins.functions()[count].plugin == "brand");
}

TEST_CASE("the bundled plugins are taken", "[host]") {
    Plugins plugins({COLONNADE_BUNDLED}, "0.1.0");
    for (const auto* id : {"brand", "people", "insights", "relationships", "linkedin"}) {
        const auto problem = plugins.load(id);
        INFO(id << ": " << (problem ? problem->message : ""));
        CHECK_FALSE(problem);
    }
    for (const auto& function : plugins.functions()) {
        INFO(function.plugin << "." << function.name);
        CHECK(function.title.has("de"));
        CHECK(function.title.has("en"));
        CHECK(function.description.has("de"));
    }
}

}  // namespace colonnade::tests
