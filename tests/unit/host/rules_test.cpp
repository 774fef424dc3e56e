// SPDX-License-Identifier: Apache-2.0
// The rules that plugins bring, as the host hands them on.
#include <catch2/catch.hpp>

#include "engine/host/plugin.hpp"
#include "engine/host/plugins.hpp"
#include "tests/unit/host/support.hpp"

namespace colonnade::tests {

using engine::Plugins;

TEST_CASE("a plugin's rules are its text, or nothing", "[host][rules]") {
    Plugins plugins({COLONNADE_MODULES}, "0.1.0");
    REQUIRE_FALSE(plugins.load("plain"));
    REQUIRE_FALSE(plugins.load("crowd"));
    CHECK(plugins.rules("plain").empty());
    CHECK(plugins.rules("crowd").starts_with("# Rules of the plugin `crowd`.\ncolonnade: 1\n"));
}

TEST_CASE("limit: bytes of the rules of a plugin", "[host][rules][limits]") {
    static_assert(engine::MostRulesBytes == 1024 * 1024);
    Plugins plugins({COLONNADE_MODULES}, "0.1.0");
    REQUIRE_FALSE(plugins.load("long-rules"));
    CHECK(plugins.rules("long-rules").size() == engine::MostRulesBytes);
    const auto problem = plugins.load("longer-rules");
    REQUIRE(problem);
    CHECK(problem->message ==
          "plugin `longer-rules`: its rules have 1048577 bytes, at most 1048576 "
          "are read");
}

}  // namespace colonnade::tests
