// SPDX-License-Identifier: Apache-2.0
// A plugin written on the SDK with all that one may have, and plugins of which one extension is
// wrong.
#include <catch2/catch.hpp>

#include "engine/host/abi.hpp"
#include "tests/unit/host/in_process.hpp"
#include "tests/unit/host/support.hpp"

namespace colonnade::tests {
namespace {

using Values = std::vector<MaybeNumber>;
using Documents = std::vector<std::string>;
constexpr auto Unknown = std::nullopt;

struct Read {
    std::string problem;
    Documents documents;
    std::string report;
};

Read read(const engine::Plugin& plugin, const std::filesystem::path& data) {
    Read result;
    auto stream = engine::open_stream(data, result.problem);
    REQUIRE(stream != nullptr);
    engine::SourceProblem refused;
    const auto reader = plugin.open(std::move(stream), "{\"a\":1}", refused);
    result.problem = refused.message;
    if (reader == nullptr) return result;
    std::optional<engine::SourceProblem> problem;
    while (auto document = reader->next(problem))
        result.documents.push_back(std::move(*document));
    result.report = reader->report(problem);
    if (problem) result.problem = problem->message;
    return result;
}

std::int32_t probe(const engine::Plugin& plugin, const std::filesystem::path& data) {
    std::string problem;
    engine::Refusal refusal;
    const auto sure = plugin.probe(*engine::open_stream(data, problem), refusal);
    CHECK(refusal.message.empty());
    return sure;
}

}  // namespace

TEST_CASE("a plugin on the SDK asks its host", "[host][extensions]") {
    Log log;
    const auto plugin = start_plugin("whole", log.settings());
    CHECK(call_with_texts(plugin, "bridges", {"A Bridge", Unknown, "abridged", "two bridges"})
              .values == Values{1.0, Unknown, 0.0, 1.0});
    CHECK(log.entries.empty());
    CHECK(call_with_texts(plugin, "bridges", {"a tunnel"}).values == Values{0.0});
    REQUIRE(log.entries.size() == 1);
    CHECK(log.entries[0].message == "no bridge");
    CHECK(log.entries[0].is_warning);
}

TEST_CASE("a plugin on the SDK stops when it is asked to", "[host][extensions]") {
    const auto plugin = start_plugin("whole", {"0.1.0", {}, std::chrono::milliseconds(0)});
    const auto called = call_with_texts(plugin, "bridges", {"a", "b"});
    CHECK(called.problem == "plugin `whole`: function `bridges`: stopped as asked");
    CHECK(called.values == Values{Unknown, Unknown});
}

TEST_CASE("a plugin brings rules and self-tests", "[host][extensions]") {
    const auto plugin = start_plugin("whole");
    engine::Refusal refusal;
    CHECK(plugin->rules(refusal) == "colonnade: 1\nrulebook: whole\n");
    CHECK_THAT(plugin->selftest(refusal).value(), Catch::EndsWith("\"result\": 1}\n"));
    CHECK(start_plugin("plain")->rules(refusal) == "");
    CHECK(start_plugin("plain")->selftest(refusal) == "");
    CHECK(refusal.message.empty());
}

TEST_CASE("a class is a source", "[host][extensions]") {
    const TempFolder folder;
    Log log;
    const auto plugin = start_plugin("whole", log.settings());
    const auto file = folder.write("x.bridges", "{\"n\":1}");
    CHECK(probe(*plugin, file) == 90);
    CHECK(probe(*plugin, folder.write("x.tunnels", "")) == 0);
    CHECK(probe(*plugin, folder.write("throws.bridges", "")) == 0);
    CHECK(read(*plugin, file).documents == Documents{"{\"n\":1}"});
    CHECK(read(*plugin, file).report == "{\"options\":{\"a\":1}}");
    folder.write("y.bridges/a", "12345");
    folder.write("y.bridges/b", "6");
    CHECK(read(*plugin, folder.path() / "y.bridges").documents == Documents{"123", "6"});
    CHECK(log.entries.back().message == "reads y.bridges");
    CHECK(read(*plugin, folder.write("closed.bridges", "")).problem == "under repair");
}

}  // namespace colonnade::tests
