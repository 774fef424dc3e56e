// SPDX-License-Identifier: Apache-2.0
// The plugins of a run: what did not come with the program runs in processes of its own, and the
// rest of the run does not notice.
#include <catch2/catch.hpp>

#include "engine/host/plugins.hpp"
#include "engine/isolate/start_isolated.hpp"
#include "tests/unit/host/support.hpp"
#include "tests/unit/isolate/isolated.hpp"

namespace colonnade::tests {
namespace {

using engine::Plugins;
using engine::RunsAs;

// A folder of somebody else's plugins, and the installation's.
engine::PluginSettings settings_of(const TempFolder& strangers) {
    engine::PluginSettings settings;
    settings.folders = {{strangers.path(), false}, {COLONNADE_BUNDLED, true}};
    settings.host.version = "0.1.0";
    settings.host_program = COLONNADE_PLUGIN_HOST;
    settings.start_isolated = engine::start_isolated;
    return settings;
}

}  // namespace

TEST_CASE("what did not come with the program is isolated, what did is not", "[isolate]") {
    const TempFolder strangers;
    strangers.add_plugins({"violent"});
    Plugins plugins(settings_of(strangers));
    REQUIRE_FALSE(plugins.load("violent"));
    REQUIRE_FALSE(plugins.load("brand"));
    CHECK(plugins.loaded().at(0).runs == RunsAs::Isolated);
    CHECK(plugins.loaded().at(0).file == strangers.path() / "violent.so");
    CHECK(plugins.loaded().at(1).runs == RunsAs::Bundled);
    engine::Column amounts;
    amounts.push_number(21);
    engine::Slot slot;
    const auto call = [&](const std::string& name) {
        const auto& functions = plugins.functions();
        for (std::size_t i = 0; i < functions.size(); ++i) {
            if (functions[i].name == name)
                return plugins.call(static_cast<int>(i), {{{.column = &amounts}}},
                                    std::vector<std::int64_t>{0}, slot);
        }
        throw std::runtime_error("no function " + name);
    };
    CHECK(call("null_write").size() == 1);
    CHECK(call("sound").empty());
    CHECK(slot.value.at(0) == 42);
}

TEST_CASE("a source of somebody else's reads from its own process", "[isolate][source]") {
    const TempFolder strangers;
    strangers.add_plugins({"violent-source", "lines"});
    Plugins plugins(settings_of(strangers));
    engine::SourceProblem problem;
    // The one that breaks when it is asked is passed over.
    const auto reader =
        plugins.open_source(strangers.write("crash-probe.lines", "{}"), "{}", problem);
    REQUIRE(reader != nullptr);
    CHECK(reader->plugin() == "lines");
    std::optional<engine::SourceProblem> none;
    CHECK(reader->next(none) == "{}");
}

}  // namespace colonnade::tests
